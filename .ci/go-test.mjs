// Reads the events of `go test -json` and prints a line a package, the output of what failed, and the count of tests.
// A package that fails without a failing test (it does not build, or it dies) counts as one failure.
import { createInterface } from "node:readline";

const output = new Map(); // "package test" → lines
const failedIn = new Map(); // package → failed tests
const count = { pass: 0, fail: 0, skip: 0 };
let events = 0;

const key = (event) => `${event.Package ?? event.ImportPath} ${event.Test ?? ""}`;

function finishTest(event) {
  count[event.Action]++;
  if (event.Action === "fail") {
    failedIn.set(event.Package, (failedIn.get(event.Package) ?? 0) + 1);
    console.log(output.get(key(event))?.join("") ?? "");
  }
  output.delete(key(event));
}

function finishPackage(event) {
  if (event.Action === "pass") {
    console.log(`ok    ${event.Package}  ${event.Elapsed.toFixed(1)} s`);
  } else if (event.Action === "fail") {
    if (!failedIn.has(event.Package)) {
      count.fail++;
      console.log(output.get(`${event.FailedBuild} `)?.join("") ?? "");
      console.log(output.get(key(event))?.join("") ?? "");
    }
    console.log(`FAIL  ${event.Package}`);
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  let event;
  try {
    event = JSON.parse(line);
  } catch {
    console.log(line);
    continue;
  }
  events++;
  if (event.Action === "output" || event.Action === "build-output") {
    output.set(key(event), [...(output.get(key(event)) ?? []), event.Output]);
  } else if (["pass", "fail", "skip"].includes(event.Action)) {
    event.Test ? finishTest(event) : finishPackage(event);
  }
}

console.log(`go: ${count.pass} passed, ${count.fail} failed, ${count.skip} skipped`);
process.exit(count.fail > 0 || events === 0 || count.pass === 0 ? 1 : 0);
