import { readFileSync } from "node:fs";

// What /api/answer does to a question of this name; any other question is answered. A scenario that leaves the
// response open stands for a server that hangs.

const golden = (name) => readFileSync(new URL(`../../assistant/server/testdata/wire/${name}.sse`, import.meta.url), "utf8");
const answered = golden("answered");
const [sources, delta] = answered.split(/(?<=\n\n)/);

/** answer is the whole answer of answered.sse. */
export const answer = JSON.parse(/event: done\ndata: (.*)/.exec(answered)[1]);

const event = (name, data) => `event: ${name}\ndata: ${JSON.stringify(data)}\n\n`;

const hostile = {
  ...answer,
  text: '<img src=x onerror="document.title=1"> [1]',
  sources: [{ ...answer.sources[0], title: "<b>粗</b>", url: "javascript:document.title=1", passage: "<script>document.title=1</script>" }],
  notices: [{ code: "x", text: "<i>斜</i>" }],
  contact: { text: "<u>下</u>", url: "//other.example/" },
};

const stream = (response) => response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8", "Cache-Control": "no-store" });
const json = (response, status, body) => response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
const refuse = (status, code) => (response) => json(response, status, { error: { code, message: "…" } });
const whole = (text) => (response) => stream(response).end(text);

export const scenarios = {
  declined: whole(golden("declined")),
  crlf: whole(golden("crlf")),
  split: whole(golden("split")),
  error: whole(golden("error")),
  hostile: whole(event("sources", { sources: hostile.sources }) + event("done", hostile)),
  generated: whole(event("sources", { sources: answer.sources, generated: true }) + event("done", { ...answer, lead: "", mode: "generate", generated: true })),
  followup: whole(event("done", { ...answer, question: "杭州飞地多大？" })),
  english: whole(event("done", { ...answer, lang: "en", sources: [{ ...answer.sources[0], lang: "en", original: answer.sources[0] }] })),
  malformed: whole(sources + "event: delta\ndata: {\n\n"),
  unfinished: whole(sources + delta),
  stall: (response) => stream(response).write(sources + delta),
  silent: () => {},
  drip: (response) => drip(stream(response), Buffer.from(answered)),
  disconnect: (response) => stream(response).write(sources + delta, () => response.destroy()),
  page: (response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<p>a portal</p>"),
  limited: refuse(429, "limited"),
  invalid: refuse(400, "invalid"),
  too_long: refuse(413, "too_long"),
  unavailable: refuse(503, "unavailable"),
  teapot: refuse(418, "teapot"),
  gateway: (response) => response.writeHead(502, { "Content-Type": "text/html" }).end("<h1>Bad Gateway</h1>"),
};

/** answerAny is what happens to a question that is no scenario's name. */
export const answerAny = whole(answered);

// Three bytes at a time cut most Chinese characters that follow an odd number of ASCII ones.
function drip(response, bytes) {
  let at = 0;
  const next = () => {
    if (at >= bytes.length) return response.end();
    response.write(bytes.subarray(at, (at += 16 + (at % 3))), () => setImmediate(next));
  };
  next();
}
