import assert from "node:assert/strict";
import { test } from "node:test";
import { tell } from "./sentence.ts";

const SAID = { fi: "Jos {when}, niin {then}.", sv: "Om {when}, så {then}.", en: "If {when}, then {then}." };

test("two halves are one sentence, also where a learner writes its words or a full stop again", () => {
  assert.equal(tell(SAID.en, "the queue grows", "I look up"), "If the queue grows, then I look up.");
  assert.equal(tell(SAID.en, "If the queue grows,", "then I look up."), "If the queue grows, then I look up.");
  assert.equal(tell(SAID.fi, "Jos jono kasvaa …", " niin katson\nylös "), "Jos jono kasvaa, niin katson ylös.");
  assert.equal(tell(SAID.fi, "kukaan ei osta", "kysyn: mikä auttaisi?"), "Jos kukaan ei osta, niin kysyn: mikä auttaisi?");
});

test("in Swedish the verb comes first after så", () => {
  assert.equal(tell(SAID.sv, "kön växer", "jag tittar upp och hälsar"), "Om kön växer, så tittar jag upp och hälsar.");
  assert.equal(tell(SAID.sv, "om kön växer", "så tittar jag upp"), "Om kön växer, så tittar jag upp.");
});

test("half a plan is no sentence, and what a learner writes is text and no pattern", () => {
  assert.equal(tell(SAID.en, "the queue grows", " . "), "");
  assert.equal(tell(SAID.en, "", "I look up"), "");
  assert.equal(tell(SAID.en, "{then} $& costs", "I say $1"), "If {then} $& costs, then I say $1.");
});
