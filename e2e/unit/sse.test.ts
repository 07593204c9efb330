import assert from "node:assert/strict";
import { test } from "node:test";
import { MAX_PENDING, messages } from "../../site/assets/ts/ask/sse";
import { golden, parsed, wireEvents } from "./golden";

const bytes = (text: string) => new TextEncoder().encode(text);

const streams: { name: string; stream: string; want: { event: string; data: string }[] }[] = [
  { name: "one event", stream: "event: a\ndata: 1\n\n", want: [{ event: "a", data: "1" }] },
  { name: "no name", stream: "data: 1\n\n", want: [{ event: "message", data: "1" }] },
  { name: "name does not carry over", stream: "event: a\ndata: 1\n\ndata: 2\n\n", want: [{ event: "a", data: "1" }, { event: "message", data: "2" }] },
  { name: "several data lines", stream: "data: 1\ndata: 2\n\n", want: [{ event: "message", data: "1\n2" }] },
  { name: "only the first space goes", stream: "data:  1\n\ndata:2\n\n", want: [{ event: "message", data: " 1" }, { event: "message", data: "2" }] },
  { name: "field without colon", stream: "data\n\n", want: [{ event: "message", data: "" }] },
  { name: "colon in the value", stream: "data: a:b\n\n", want: [{ event: "message", data: "a:b" }] },
  { name: "comment", stream: ": hello\n\n:\ndata: 1\n\n", want: [{ event: "message", data: "1" }] },
  { name: "event without data", stream: "event: a\n\ndata: 1\n\n", want: [{ event: "message", data: "1" }] },
  { name: "unknown field", stream: "id: 1\nretry: 5\nfoo: x\ndata: 1\n\n", want: [{ event: "message", data: "1" }] },
  { name: "CR LF", stream: "data: 1\r\n\r\ndata: 2\r\n\r\n", want: [{ event: "message", data: "1" }, { event: "message", data: "2" }] },
  { name: "CR alone", stream: "data: 1\r\rdata: 2\r\r", want: [{ event: "message", data: "1" }, { event: "message", data: "2" }] },
  { name: "mixed endings", stream: "data: 1\r\n\ndata: 2\r\r\n", want: [{ event: "message", data: "1" }, { event: "message", data: "2" }] },
  { name: "byte order mark", stream: "\uFEFFdata: 1\n\n", want: [{ event: "message", data: "1" }] },
  { name: "unfinished event", stream: "data: 1\n\ndata: 2\n", want: [{ event: "message", data: "1" }] },
  { name: "astral characters", stream: "data: 丽水𠮷🌄\n\n", want: [{ event: "message", data: "丽水𠮷🌄" }] },
  { name: "nothing", stream: "", want: [] },
];

for (const { name, stream, want } of streams) {
  test(`parse: ${name}, in chunks of every size`, () => {
    const all = bytes(stream);
    for (let size = 1; size <= Math.max(1, all.length); size++) {
      assert.deepEqual(parsed(all, size), want, `chunks of ${size} bytes`);
    }
  });
}

test("an event comes as soon as its blank line does, even when that line ends in CR", () => {
  const parse = messages();
  assert.deepEqual(parse(bytes("data: 1\r\n\r")), [{ event: "message", data: "1" }]);
  assert.deepEqual(parse(bytes("\ndata: 2\n\n")), [{ event: "message", data: "2" }]);
});

for (const name of ["answered", "declined", "error", "crlf", "split"]) {
  test(`golden ${name}.sse: byte by byte as at once`, () => {
    const stream = golden(name);
    const want = parsed(stream);
    assert.notEqual(want.length, 0);
    for (const size of [1, 2, 3, 5, 64]) assert.deepEqual(parsed(stream, size), want, `chunks of ${size} bytes`);
  });
}

for (const name of ["crlf", "split"]) {
  test(`golden ${name}.sse holds the events of answered.sse`, () => {
    assert.deepEqual(wireEvents(name), wireEvents("answered"));
  });
}

const endless: { name: string; piece: string }[] = [
  { name: "one line", piece: "x".repeat(1024) },
  { name: "many data lines", piece: "data:" + "x".repeat(1018) + "\n" },
];

for (const { name, piece } of endless) {
  test(`an event without end is refused: ${name}`, () => {
    const parse = messages();
    for (let held = 0; held < MAX_PENDING; held += piece.length) parse(bytes(piece));
    assert.throws(() => parse(bytes(piece)), RangeError);
  });
}
