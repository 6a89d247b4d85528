// The suite as a mutant meets it: the unit tests beside what is mutated, and the cases and laws of every kind's grading, in one script whose
// sources hold all mutants at once, each behind a switch. `makeSuite` bundles it; trial.mjs runs it.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "@babel/parser";
import { Instrumenter } from "@stryker-mutator/instrumenter";

const here = dirname(fileURLToPath(import.meta.url));
export const builder = join(here, "../../../builder");
const source = join(builder, "tuokio");
const blocks = join(source, "blocks");
const { build } = createRequire(join(builder, "package.json"))("esbuild");

const kinds = readdirSync(blocks).filter((name) => existsSync(join(blocks, name, "cases.json")));
/** What decides what a learner is said to have done, and when it comes back; and what grades. */
const RECORD = ["fold", "renewed", "carried", "log", "fits"].map((name) => `record/${name}.ts`).concat(["schedule", "queue"].map((name) => `resources/review/${name}.ts`));
const GRADING = ["ticks", "pairs", "typed", "spelling"].map((name) => `blocks/${name}.ts`).concat(kinds.map((name) => `blocks/${name}/play.ts`));

const SHIM = 'export const test = (name, run) => run.length || globalThis.suite.push({ name, run });\nexport default test;';
const silent = Object.fromEntries(["trace", "debug", "info", "warn", "error", "fatal"].flatMap((level) => [[level, () => undefined], [`is${level[0].toUpperCase()}${level.slice(1)}Enabled`, () => false]]));

/** Where a file's functions begin and end: what a mutant is part of, a default export's properties told apart. */
function listUnits(text) {
  const { body } = parse(text, { sourceType: "module", plugins: ["typescript"] }).program;
  const unwrap = (node) => (node?.type.startsWith("TS") && node.expression ? unwrap(node.expression) : node);
  return body.flatMap((one) => {
    const made = one.type === "ExportDefaultDeclaration" ? unwrap(one.declaration) : undefined;
    return (made?.type === "ObjectExpression" ? made.properties : [one]).map(({ loc }) => [loc.start.line - 1, loc.end.line - 1]);
  });
}

/** One script of all tests that reach a mutant, and the mutants: `{id, file, line, column, kind, was, is, unit}`. */
export async function makeSuite() {
  const texts = new Map([...RECORD, ...GRADING].map((name) => [join(source, name), readFileSync(join(source, name), "utf8")]));
  const { files, mutants } = await new Instrumenter(silent).instrument(
    [...texts].map(([name, content]) => ({ name, mutate: true, content })),
    { plugins: null, excludedMutations: [], ignorers: [] },
  );
  const mutated = new Map(files.map(({ name, content }) => [name, content]));
  const sources = {
    name: "mutated",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /^node:test$/ }, () => ({ path: "test", namespace: "shim" }));
      onLoad({ filter: /./, namespace: "shim" }, () => ({ contents: SHIM }));
      onLoad({ filter: /\.ts$/ }, ({ path }) => (mutated.has(path) ? { contents: mutated.get(path), loader: "ts" } : undefined));
    },
  };
  const options = { bundle: true, platform: "node", write: false, logLevel: "error", plugins: [sources], absWorkingDir: source };
  const bundle = async (contents) => (await build({ ...options, stdin: { contents, resolveDir: source, loader: "ts" }, format: "cjs" })).outputFiles[0].text;
  const beside = new Set([...mutated.keys()].map(dirname));
  const tests = [...beside].flatMap((folder) => readdirSync(folder).filter((name) => name.endsWith(".test.ts")).map((name) => join(folder, name)));
  const played = kinds.map((name, number) => `import kind${number} from "./blocks/${name}/play.ts";\nkinds[${JSON.stringify(name)}] = kind${number};`).join("\n");
  const script = `
    globalThis.tuokio = { lit: {}, shared: {} };
    (() => { ${await bundle(tests.map((name) => `import ${JSON.stringify(name)}`).join("\n"))} })();
    (() => { const kinds = (globalThis.kinds = {}); ${await bundle(played)} })();`;
  const laws = await bundle('import "./blocks/laws.ts"');
  const graded = kinds.map((name) => ({ name, gradable: existsSync(join(blocks, name, "interaction.ts")), cases: JSON.parse(readFileSync(join(blocks, name, "cases.json"), "utf8")) }));
  const units = new Map([...texts].map(([name, text]) => [name, listUnits(text)]));
  const found = mutants.map(({ id, fileName, mutatorName, replacement, location: { start, end } }) => {
    const lines = texts.get(fileName).split("\n").slice(start.line, end.line + 1);
    lines[lines.length - 1] = lines.at(-1).slice(0, end.column);
    lines[0] = lines[0].slice(start.column);
    const unit = units.get(fileName).findIndex(([from, to]) => start.line >= from && end.line <= to);
    return { id, file: relative(source, fileName), line: start.line + 1, column: start.column + 1, kind: mutatorName, was: lines.join("\n"), is: replacement, unit: `${basename(dirname(fileName))} ${unit}`, grades: GRADING.includes(relative(source, fileName)) };
  });
  return { script, laws, graded, mutants: found, digest: createHash("sha256").update(script + laws + JSON.stringify(graded)).digest("hex").slice(0, 16) };
}
