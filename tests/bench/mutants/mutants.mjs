/**
 * Mutants of the record and of grading: prints, of each file, how many changes to it a test notices, and those that none does.
 *
 *     node tests/bench/mutants/mutants.mjs [--notes FILE] [--only PART-OF-A-PATH] [--every 1]
 *
 * StrykerJS makes the mutants, all at once and each behind a switch; the tests that lie beside it run in one process,
 * those that reach it, until one fails. So a mutant takes milliseconds. Of grading only functions that it enters count, and no control. With --notes it goes on where it was, unless a
 * source or a test has changed. --every takes only every so many mutants. What never ends is killed: it has come by its mutant a hundred times
 * as often as usual, or stands still for a minute.
 */
import { fork, spawnSync } from "node:child_process";
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const here = dirname(fileURLToPath(import.meta.url));
const WORKERS = 2;
const STILL = 60_000; // milliseconds
const ENOUGH = 85; // per cent killed
const { values: given } = parseArgs({ options: { notes: { type: "string" }, only: { type: "string", default: "" }, every: { type: "string", default: "1" } } });

if (!existsSync(join(here, "node_modules")) && spawnSync("npm", ["ci", "--no-progress", "--silent"], { cwd: here, stdio: "inherit" }).status) process.exit(2);
const { builder, makeSuite } = await import("./suite.mjs");
const { mutants, digest, ...suite } = await makeSuite();

process.chdir(builder); // where tests are run

function start(more) {
  const child = fork(join(here, "trial.mjs"), { stdio: ["ignore", "ignore", more ? "inherit" : "ignore", "ipc"] });
  child.send({ ...suite, ...more });
  return child;
}
const surveyor = start({ surveying: true });
const { always, reach } = await new Promise((resolve) => surveyor.once("message", resolve).once("exit", () => process.exit(2)));
surveyor.removeAllListeners().disconnect();

const isAlways = new Set(always);
for (const mutant of mutants) {
  mutant.reached = reach.some(({ hits }) => mutant.id in hits);
  mutant.tests = reach.map((_, number) => number).filter((number) => isAlways.has(mutant.id) || mutant.id in reach[number].hits).sort((one, other) => reach[one].took - reach[other].took);
  mutant.limit = 1000 + 100 * reach.reduce((sum, { hits }) => sum + (hits[mutant.id] ?? 0), 0);
}
const graded = new Set(mutants.filter(({ reached }) => reached).map(({ unit, file }) => `${file} ${unit}`));
const counted = mutants.filter(({ grades, file, unit }) => !grades || graded.has(`${file} ${unit}`)).filter(({ file }, number) => file.includes(given.only) && number % Number(given.every) === 0);

const notes = given.notes && existsSync(given.notes) ? readFileSync(given.notes, "utf8").trim().split("\n").map((line) => JSON.parse(line)) : [];
const known = new Map(notes[0]?.digest === digest ? notes.slice(1).map(({ id, by }) => [id, by]) : []);
if (given.notes && !known.size) writeFileSync(given.notes, `${JSON.stringify({ digest })}\n`);

const waiting = counted.filter(({ id, tests }) => !known.has(id) && tests.length);
const began = performance.now();

/** Send one mutant after the other to a process; one that never comes back is replaced. */
async function work() {
  let child;
  for (let mutant; (mutant = waiting.shift()); ) {
    child ??= start();
    const by = await new Promise((resolve) => {
      const still = setTimeout(() => resolve("it stood still"), STILL);
      const end = (how) => (clearTimeout(still), resolve(how));
      child.removeAllListeners();
      child.once("message", ({ by }) => end(by ?? null)).once("exit", () => end("it ended"));
      const { id, tests, limit } = mutant;
      child.send({ id, tests, limit });
    });
    if (/^it /.test(by)) {
      child.removeAllListeners();
      child.kill("SIGKILL");
      child = undefined;
    }
    known.set(mutant.id, by);
    if (given.notes) appendFileSync(given.notes, `${JSON.stringify({ id: mutant.id, by })}\n`);
    process.stderr.write(`\r${waiting.length} left  `);
  }
  child?.disconnect();
}
await Promise.all(Array.from({ length: WORKERS }, work));

const lived = counted.filter(({ id }) => !known.get(id));
const brief = (text) => text.replace(/\s+/g, " ").slice(0, 70);
for (const { file, line, column, kind, was, is, tests } of lived) console.log(`${file}:${line}:${column} ${kind}${tests.length ? "" : ", reached by no test"}: ${brief(was)} → ${brief(is)}`);
const share = (all, left) => `${(100 * (1 - left / all)).toFixed(1)} %`;
for (const file of new Set(counted.map(({ file }) => file))) {
  const [all, left] = [counted, lived].map((list) => list.filter((one) => one.file === file).length);
  console.log(`${`${all - left} of ${all}`.padStart(12)}  ${share(all, left).padStart(7)}  ${file}`);
}
const figure = `${share(counted.length, lived.length)} of ${counted.length} mutants killed`;
console.log(`${figure}, in ${Math.round((performance.now() - began) / 1000)} s`);
const short = 100 * (counted.length - lived.length) < ENOUGH * counted.length;
console.log(`R27: done=${counted.length} failed=${+short} figure=${figure}`);
process.exit(+short);
