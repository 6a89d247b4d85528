import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { readRounds, strongest, writeRound } from "./rounds.ts";

const scale = {
  asked: ["calm", "ask", "start"],
  steps: 5,
  strengths: [
    { id: "listening", of: ["calm", "ask"] },
    { id: "leading", of: ["start"] },
  ],
};

test("what is written of a round is read again, also of a statement called as a field", () => {
  const round = { places: { calm: 0, ask: 4 }, day: "2026-11-22", ask: "2026-11-29" };
  const fields = writeRound(round, scale);
  deepEqual(Object.keys(fields).filter((name) => !name.startsWith(".")), [], "nothing of it is a text");
  deepEqual(readRounds([{ entry: "t1", at: 0, changed: 0, fields }], scale), [{ entry: "t1", ...round }]);
});

test("a statement that is no longer there stands nowhere, and neither does a round with other labels", () => {
  const own = (fields: Record<string, string>) => [{ entry: "t1", at: 0, changed: 0, fields }];
  deepEqual(readRounds(own({ ".places": "gone:1 calm:2", ".steps": "5" }), scale)[0]!.places, { calm: 2 });
  deepEqual(readRounds(own({ ".places": "calm:2", ".steps": "7" }), scale), []);
  deepEqual(readRounds(own({ ".places": "", ".steps": "5" }), scale)[0]!.places, {});
});

test("the strongest is shown with those within half a step, and none of which less than half was placed", () => {
  deepEqual(strongest(scale, { calm: 4, ask: 3, start: 3 }), ["listening", "leading"]);
  deepEqual(strongest(scale, { calm: 4, ask: 4, start: 3 }), ["listening"]);
  deepEqual(strongest(scale, { calm: 1, start: 2 }), ["leading"]);
  deepEqual(strongest(scale, {}), []);
  deepEqual(strongest({ ...scale, strengths: [{ id: "all", of: ["calm", "ask", "start"] }] }, { calm: 4 }), []);
});
