// A process of its own: it runs the suite once to see which test reaches which mutant, and then against every mutant it is sent, until a test fails.
import { deepStrictEqual } from "node:assert";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Script } from "node:vm";

const [{ script, laws, graded, surveying }] = await once(process, "message");
const main = new Script(`(function (require, module, exports) {${script}\n})`);
const lawful = new Script(`(function (require, module, exports, console) {${laws}\n})`);
const require = createRequire(join(process.cwd(), "package.json"));
const { configureGlobal } = require("fast-check");
const namespace = (globalThis.__stryker__ = {});
let failed; // what nobody awaited has failed too

/** All tests, with the modules made anew: what is reckoned while they load is mutated too. */
function load() {
  globalThis.suite = [];
  main.runInThisContext()(require, { exports: {} }, {});
  const { kinds, suite } = globalThis;
  for (const { name, gradable, cases } of graded) {
    cases.cases.forEach((one) => suite.push({ name: `${name}: ${one.says}`, run: () => hold(kinds[name], cases.data, one) }));
    suite.push({ name: `laws of ${name}`, run: () => obey(kinds[name], { name, gradable, cases }) });
  }
  return suite;
}

/** As test_kinds.py does. */
function hold(kind, data, one) {
  const grade = kind.grade({ ...data, ...one.data }, one.response);
  for (const part of ["score", "marks", "missed", "keep", "answers", "known"]) {
    if (!(part in one)) continue;
    const [told, graded] = [one[part], JSON.parse(JSON.stringify(grade[part] ?? null))];
    deepStrictEqual(...(part === "keep" ? [[...graded].sort(), [...told].sort()] : [graded, told]));
  }
}

/** As test_laws.py does. */
function obey(kind, trial) {
  Object.assign(globalThis, { trial: [{ ...trial, script: "tuokio.kind(trial[0].name, kinds[trial[0].name])" }] });
  let told;
  lawful.runInThisContext()(require, { exports: {} }, {}, { log: (text) => (told = JSON.parse(text)) });
  const broken = Object.entries(told[trial.name]).find(([, why]) => why);
  if (broken) throw new Error(broken.join(": "));
}

async function run({ run }) {
  failed = undefined;
  await run();
  await new Promise((next) => setImmediate(next));
  if (failed) throw failed;
}

/** Which mutants each test reaches, how often, and what it takes. */
async function survey() {
  const reach = [];
  namespace.mutantCoverage = { static: {}, perTest: {} };
  const suite = load();
  const always = Object.keys(namespace.mutantCoverage.static);
  for (const [number, test] of suite.entries()) {
    namespace.currentTestId = `${number}`;
    const began = performance.now();
    await run(test).catch((error) => {
      throw new Error(`without any mutant, “${test.name}” fails: ${error.stack}`);
    });
    reach.push({ name: test.name, took: performance.now() - began, hits: namespace.mutantCoverage.perTest[number] ?? {} });
  }
  namespace.currentTestId = namespace.mutantCoverage = undefined;
  return { always, reach };
}

/** The test that kills a mutant; nothing if it survives them all. */
async function kill({ id, tests, limit }) {
  Object.assign(namespace, { activeMutant: id, hitCount: 0, hitLimit: limit, mutantCoverage: undefined });
  try {
    const suite = load();
    for (const number of tests) {
      try {
        await run(suite[number]);
      } catch {
        return suite[number].name;
      }
    }
  } catch (error) {
    return `loading: ${error.message}`;
  } finally {
    namespace.activeMutant = undefined;
  }
}

configureGlobal({ endOnFailure: true, seed: 20261123 });
if (surveying) process.send(await survey());
else {
  for (const event of ["unhandledRejection", "uncaughtException"]) process.on(event, (reason) => (failed = reason));
  process.on("message", async (mutant) => process.send({ by: await kill(mutant) }));
}
