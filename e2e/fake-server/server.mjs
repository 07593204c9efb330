// A server for the tests of the components: pages of bare markup, and answers that come as each test needs them.
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { answeredPage, pages } from "./pages.mjs";
import { answer, answerAny, scenarios } from "./scenarios.mjs";

const main = fileURLToPath(new URL("../../site/assets/ts/main.ts", import.meta.url));
const bundle = await build({ entryPoints: [main], bundle: true, minify: true, format: "iife", target: "es2020", write: false });
const script = bundle.outputFiles[0].text;
const style = ".visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}.tall{height:1500px}[hidden]{display:none}";

function send(response, type, body) {
  response.writeHead(200, { "Content-Type": `${type}; charset=utf-8`, "Content-Security-Policy": "default-src 'self'; img-src 'self' data:" }).end(body);
}

// What is suggested: pages and questions that hold what was typed.
function suggestions(query) {
  const known = [
    { text: "上海张江飞地", url: "/clause/", kind: "page" },
    { text: "张江飞地多大？", url: "/clause/#art-3", kind: "question" },
    { text: "张江飞地有哪些企业？", url: "/clause/", kind: "question" },
  ];
  const fit = known.filter(({ text, kind }) => text.includes(query.get("q")) && [kind, ""].includes(query.get("kind")));
  return JSON.stringify({ suggestions: fit });
}

const server = createServer(async (request, response) => {
  const url = new URL(request.url, "http://fake");
  if (url.pathname === "/main.js") return send(response, "text/javascript", script);
  if (url.pathname === "/main.css") return send(response, "text/css", style);
  if (url.pathname === "/api/answer" && request.method === "POST") {
    const body = await new Response(request).json();
    return (scenarios[body.question] ?? answerAny)(response);
  }
  if (url.pathname === "/api/suggest") return send(response, "application/json", suggestions(url.searchParams));
  if (url.pathname === "/api/feedback" && request.method === "POST") {
    const sent = new URLSearchParams(await new Response(request).text());
    return response.writeHead(sent.get("comment") === "fails" ? 503 : 200).end();
  }
  if (url.pathname === "/ask" && url.searchParams.has("q")) {
    return send(response, "text/html", answeredPage(url.searchParams.get("q"), answer));
  }
  const page = pages[url.pathname];
  if (page) return send(response, "text/html", page);
  response.writeHead(404).end();
});

const port = Number(process.argv[2]);
server.listen(port, "127.0.0.1");
