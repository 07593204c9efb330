// Node 20 does not read TypeScript: the tests are bundled first, then run by Node's own runner.
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const outdir = fileURLToPath(new URL("../build/unit/", import.meta.url));
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: readdirSync(here).filter((name) => name.endsWith(".test.ts")).map((name) => here + name),
  outdir,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "inline",
  logLevel: "error",
});
const tests = readdirSync(outdir).map((name) => outdir + name);
const { status } = spawnSync(process.execPath, ["--enable-source-maps", "--test", ...tests], {
  stdio: "inherit",
  cwd: fileURLToPath(new URL("..", import.meta.url)),
});
process.exit(status ?? 1);
