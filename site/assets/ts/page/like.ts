/**
 * like is value in the shape of an example: objects with its members and no others, lists of what is like its first
 * element, and the example itself wherever value has another type. So nothing that reads it meets a missing field. A member
 * called url is kept when it is a path of this site or a web address: any other scheme could run script.
 */
export function like<T>(value: unknown, example: T): T {
  if (Array.isArray(example)) return (Array.isArray(value) ? value.map((item) => like(item, example[0])) : []) as T;
  if (typeof example !== "object") return typeof value === typeof example ? (value as T) : example;
  const members = Object(value) as Record<string, string>;
  const read = ([key, member]: [string, unknown]) => [key, key === "url" && !ADDRESS.test(members[key]!) ? "" : like(members[key], member)];
  return Object.fromEntries(Object.entries(example as object).map(read)) as T;
}

const ADDRESS = /^(https?:\/\/|\/(?![/\\]))/;
