// Validates every page of a built site: node html/validate.mjs DIR. Prints faults as path:line:column: message [rule].
import { readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import { HtmlValidate } from "html-validate";
import { rules } from "./rules.mjs";

const MAX_SHOWN = 50; // one broken template breaks every page: the rest says nothing new

const dir = process.argv[2];
const pages = (await readdir(dir, { recursive: true })).filter((name) => name.endsWith(".html")).sort();
const validator = new HtmlValidate(rules);
const faults = [];
for (const name of pages) {
  const file = join(dir, name);
  const report = await validator.validateString(readFileSync(file, "utf8"), file);
  for (const { filePath, messages } of report.results) {
    for (const { line, column, message, ruleId } of messages) faults.push(`${relative(dir, filePath)}:${line}:${column}: ${message} [${ruleId}]`);
  }
}
for (const fault of faults.slice(0, MAX_SHOWN)) console.error(fault);
console.log(`html: ${pages.length} pages, ${faults.length} faults`);
process.exit(faults.length > 0 || pages.length === 0 ? 1 : 0);
