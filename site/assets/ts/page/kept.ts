// Storage can be full, blocked by the visitor, or hold what an older version wrote: every use may fail, none may matter.

/** readKept is what was kept under key, or null. */
export function readKept(storage: () => Storage, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

/** writeKept keeps value under key, or forgets the key when value is null. */
export function writeKept(storage: () => Storage, key: string, value: string | null): void {
  try {
    if (value === null) storage().removeItem(key);
    else storage().setItem(key, value);
  } catch {
    // The visitor loses the memory of it, not the page.
  }
}
