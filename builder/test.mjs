// Run the TypeScript tests: bundle each *.test.ts and hand them to node's own runner. Given some names of folders, only theirs; TUOKIO_TESTS is a pattern of names.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const entryPoints = readdirSync(join(here, "tuokio"), { recursive: true })
  .filter((name) => name.endsWith(".test.ts") && process.argv.slice(2).every((folder) => dirname(name).endsWith(folder)))
  .map((name) => join(here, "tuokio", name));
const outdir = mkdtempSync(join(tmpdir(), "tuokio-"));
await build({ entryPoints, outdir, bundle: true, platform: "node", format: "esm", outExtension: { ".js": ".mjs" }, logLevel: "warning" });
const files = readdirSync(outdir, { recursive: true }).filter((name) => name.endsWith(".mjs"));
const { status } = spawnSync(process.execPath, ["--test", ...(process.env.TUOKIO_TESTS ? [`--test-name-pattern=${process.env.TUOKIO_TESTS}`] : []), ...files.map((name) => join(outdir, name))], { stdio: "inherit" });
rmSync(outdir, { recursive: true });
process.exit(status);
