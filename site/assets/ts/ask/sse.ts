// Server-sent events from a fetch body. EventSource cannot POST, so the format is read here: any line ending, comments,
// several data lines, characters and line endings split between chunks.

/** Message is one event of the stream. */
export interface Message {
  event: string;
  data: string;
}

/** MAX_PENDING bounds what is held of an event that never ends, in UTF-16 units; a whole answer is far below. */
export const MAX_PENDING = 1 << 20;

/** messages returns a function that takes the stream's chunks in order and gives the events that each completes. */
export function messages(): (chunk: Uint8Array) => Message[] {
  const decoder = new TextDecoder();
  let pending = "";
  let last = "\n"; // character of the text so far: a line feed after a return ends no other line
  return (chunk) => {
    const text = last + decoder.decode(chunk, { stream: true });
    last = text.slice(-1);
    pending += text.replace(/\r\n?/g, "\n").slice(1);
    const blocks = pending.split("\n\n");
    pending = blocks.pop() ?? "";
    if (pending.length > MAX_PENDING) throw new RangeError();
    return blocks.flatMap(message);
  };
}

// A block without data is no event.
function message(block: string): Message[] {
  const data: string[] = [];
  let event = "";
  for (const line of block.split("\n")) {
    const [, field, value = ""] = /^([^:]*):? ?(.*)/s.exec(line)!;
    if (field === "event") event = value;
    if (field === "data") data.push(value);
  }
  return data.length > 0 ? [{ event: event || "message", data: data.join("\n") }] : [];
}
