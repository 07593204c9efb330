import { readFileSync } from "node:fs";
import { messages, type Message } from "../../site/assets/ts/ask/sse";
import { readEvent, type WireEvent } from "../../site/assets/ts/ask/wire";

/** golden is one of the streams that the Go tests read too; tests run in e2e/. */
export function golden(name: string): Uint8Array {
  return readFileSync(`../assistant/server/testdata/wire/${name}.sse`);
}

/** parsed is what the parser makes of the stream when it comes in chunks of size bytes. */
export function parsed(stream: Uint8Array, size = stream.length): Message[] {
  const parse = messages();
  const out: Message[] = [];
  for (let at = 0; at < stream.length; at += size) out.push(...parse(stream.subarray(at, at + size)));
  return out;
}

/** wireEvents is a golden as events of known kinds. */
export function wireEvents(name: string): WireEvent[] {
  return parsed(golden(name)).flatMap((message) => readEvent(message.event, message.data) ?? []);
}
