// Server-sent events from a fetch body. EventSource cannot POST, so the format is read here, to the letter of the
// HTML standard: any line ending, comments, several data lines, characters split between chunks.

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
  let afterReturn = false; // a chunk ended in CR: an LF that follows belongs to it
  let event = "";
  let data: string[] = [];
  let size = 0;

  const line = (text: string, out: Message[]) => {
    if (text === "") {
      if (data.length > 0) out.push({ event: event || "message", data: data.join("\n") });
      event = "";
      data = [];
      size = 0;
      return;
    }
    const colon = text.indexOf(":");
    const field = colon < 0 ? text : text.slice(0, colon);
    const value = colon < 0 ? "" : text.slice(colon + 1).replace(/^ /, "");
    if (field === "event") event = value;
    if (field === "data") {
      data.push(value);
      size += value.length;
    }
  };

  return (chunk) => {
    const out: Message[] = [];
    pending += decoder.decode(chunk, { stream: true });
    if (afterReturn && pending !== "") {
      if (pending[0] === "\n") pending = pending.slice(1);
      afterReturn = false;
    }
    let start = 0;
    for (let i = 0; i < pending.length; i++) {
      const c = pending[i];
      if (c !== "\n" && c !== "\r") continue;
      line(pending.slice(start, i), out);
      if (c === "\r") {
        if (i + 1 === pending.length) afterReturn = true;
        else if (pending[i + 1] === "\n") i++;
      }
      start = i + 1;
    }
    pending = pending.slice(start);
    if (pending.length + size > MAX_PENDING) throw new RangeError("event too long");
    return out;
  };
}
