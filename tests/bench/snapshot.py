"""How many characters a learning platform is to keep of a record, and how long that takes: prints a table.

    .venv/bin/python tests/bench/snapshot.py

Courses of many sizes and learners of many kinds; each snapshot is read back, and the share of points it makes is the one that went in.
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

BUILDER = Path(__file__).parents[2] / "builder"
MEASURE = """
import { fold, score } from "./tuokio/record/fold.ts";
import { fits } from "./tuokio/record/fits.ts";
import { carry } from "./tuokio/record/carried.ts";
import { renew } from "./tuokio/record/renewed.ts";
import { decode, encode } from "./tuokio/lms/snapshot.ts";

const SCORES = [0, 0.25, 1 / 3, 0.5, 2 / 3, 0.75, 0.6, 0.8, 1, 1, 1, 1, 1, 1, 1, 1];
const course = { id: "course", version: 3 };
let seed = 7;
const chance = () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32);
const pick = (list) => list[Math.floor(chance() * list.length)];
const told = (events, onto) => carry(fold, fits)(events, onto, (apply) => renew(apply, course));
const rows = [];
for (const { name, modules, steps, items, tried, odd, drawn = 0, bank = 0, limit } of CASES) {
  const of = (n, count) => Math.floor((n * modules) / count);
  const ordinals = {
    course: "course",
    modules: Array.from({ length: modules }, (_, n) => `m${n}`),
    steps: Array.from({ length: steps }, (_, n) => `m${of(n, steps)}/s${n}`),
    items: [...Array.from({ length: items }, (_, n) => [`q${n}`, "rev", 1, "a b c d"]), ...Array.from({ length: bank }, (_, n) => [`b${n}`, "rev", 1, "a b c d"])],
    exams: { m0: drawn },
  };
  const events = [];
  const add = (rest, day) => events.push({ id: `device-${events.length + 1}`, n: events.length + 1, at: new Date(2026, 0, 1 + day, 12).toISOString(), tz: 0, ...rest });
  for (let n = 0; n < items; n++) {
    if (chance() >= tried) continue;
    const day = Math.floor((n / items) * 200);
    const score = odd ? chance() : pick(SCORES);
    if (score < 1 && chance() < 0.5) add({ kind: "answered", of: `q${n}`, rev: "rev", response: [pick("abcd")], score: 0, points: 1, attempt: 1 }, day);
    add({ kind: "answered", of: `q${n}`, rev: "rev", response: [pick("abcd")], score, points: 1, attempt: 1 }, day);
  }
  for (let n = 0; n < steps; n++) if (tried === 1 || chance() < tried) add({ kind: "finished", of: ordinals.steps[n], version: 1 + Math.floor((n * 3) / steps) }, Math.floor((n / steps) * 200));
  for (let n = 0; n < modules; n++) if (tried === 1 || chance() < tried) add({ kind: "finished", of: `m${n}`, version: 3 }, Math.floor((n / modules) * 200));
  if (drawn) {
    const asked = Array.from({ length: drawn }, () => `b${Math.floor(chance() * bank)}`);
    add({ kind: "drawn", of: "m0", attempt: 1, items: asked, points: drawn }, 201);
    for (const one of asked) add({ kind: "answered", of: one, rev: "rev", round: "m0#1", response: [pick("abcd")], score: pick([0, 1, 1, 1]), points: 1, attempt: 1 }, 201);
    add({ kind: "exam-finished", of: "m0", attempt: 1, score: 0.8, passed: true }, 201);
  }
  const state = told(events);
  const began = performance.now();
  const text = encode(state, course, ordinals, limit);
  const ms = performance.now() - began;
  const summary = decode(text, course, ordinals);
  const after = told([{ id: "other-1", n: 1, at: "2026-11-22T12:00:00Z", tz: 0, kind: "carried", ...summary }]);
  const points = items + drawn;
  const bare = encode({ ...state, items: new Map([...state.items].map(([key, one]) => [key, { ...one, attempts: one.attempts.map((attempt) => ({ ...attempt, response: [] })) }])) }, course, ordinals, limit);
  const kept = [...after.items.values()].filter(({ attempts }) => attempts.length).length;
  rows.push([name, limit, text.length, bare.length, `${kept} of ${[...state.items.values()].filter(({ attempts }) => attempts.length).length}`, [...after.items.values()].filter(({ attempts }) => attempts.some(({ response }) => response.length)).length, Math.abs(score(state, points).share - score(after, points).share) < 1e-9 ? "same" : `${score(after, points).share.toFixed(4)} of ${score(state, points).share.toFixed(4)}`, `${ms.toFixed(1)} ms`]);
}
console.log(JSON.stringify(rows));
"""
SIZES = {
    "nothing yet": {"modules": 50, "steps": 200, "items": 500, "tried": 0},
    "50 modules, 500 items, all done": {"modules": 50, "steps": 200, "items": 500, "tried": 1},
    "50 modules, half of it": {"modules": 50, "steps": 200, "items": 500, "tried": 0.5},
    "50 modules, no two scores alike": {"modules": 50, "steps": 200, "items": 500, "tried": 1, "odd": True},
    "300 modules, 3,000 steps, 1,500 items": {"modules": 300, "steps": 3000, "items": 1500, "tried": 1},
    "300 modules, half of it": {"modules": 300, "steps": 3000, "items": 1500, "tried": 0.5},
    "exam: 30 drawn from 2,000": {"modules": 10, "steps": 40, "items": 60, "tried": 1, "drawn": 30, "bank": 2000},
    "1,000 modules, 4,000 steps, 4,000 items": {"modules": 1000, "steps": 4000, "items": 4000, "tried": 1},
}
HEAD = ["", "limit", "characters", "without answers", "items kept", "with their answer", "share of points", "written in"]


def main() -> None:
    """Measure all, and print."""
    cases = [{"name": name, "limit": limit, **size} for name, size in SIZES.items() for limit in (4096, 30_000)]
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "measure.mjs"
        code = MEASURE.replace("CASES", json.dumps(cases))
        subprocess.run(["npx", "esbuild", "--bundle", "--loader=ts", "--platform=node", "--format=esm", f"--outfile={script}", "--log-level=warning"], cwd=BUILDER, input=code, text=True, check=True)
        rows = json.loads(subprocess.run(["node", str(script)], capture_output=True, text=True, check=True).stdout)
    table = [HEAD, *([str(one) for one in row] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    for row in table:
        print("  ".join([row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]).rstrip())


if __name__ == "__main__":
    main()
