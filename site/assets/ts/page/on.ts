/** on calls handle for every event of a type at target. */
export function on<K extends keyof WindowEventMap>(target: EventTarget, type: K, handle: (event: WindowEventMap[K]) => void): void {
  target.addEventListener(type, handle as EventListener);
}
