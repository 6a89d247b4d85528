// The guard around scorm-again: what it refuses, what it lets through and writes down, and in what order things go. Run by test_host.py.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Scorm12API } from "../../builder/node_modules/scorm-again/dist/esm/scorm12.js";
import { Scorm2004API } from "../../builder/node_modules/scorm-again/dist/esm/scorm2004.js";
import { guard } from "./guard.js";

const begin = (edition, given = {}, how = {}) => {
  const runtime = new (edition === "1.2" ? Scorm12API : Scorm2004API)({ logLevel: 5 });
  runtime.loadFromFlattenedJSON(given, "");
  const violations = [];
  const api = guard(edition, runtime, { given, note: (entry) => violations.push(...entry.violations), ...how });
  const name = (short) => (edition === "1.2" ? `LMS${short === "Terminate" ? "Finish" : short}` : short);
  const say = (short, ...args) => [api[name(short)](...args), Number(api[name("GetLastError")]())];
  return { say, violations, set: (element, value) => say("SetValue", element, value) };
};
const open = (edition, given, how) => {
  const session = begin(edition, given, how);
  assert.deepEqual(session.say("Initialize", ""), ["true", 0]);
  return session;
};
const ask = (edition, type) => {
  const session = open(edition);
  session.set("cmi.interactions.0.id", "q");
  session.set("cmi.interactions.0.type", type);
  return session;
};
const OK = ["true", 0, 0];
const refused = (code) => ["false", code, 1];
const DOUBT = ["true", 0, 1]; // taken here, refused elsewhere: written down
const R12 = "cmi.interactions.0.student_response";
const R2004 = "cmi.interactions.0.learner_response";
const P2004 = "cmi.interactions.0.correct_responses.0.pattern";

// The rows of “where hosts disagree”, and all that has a limit or a grammar: element, value, what comes of it, type of the question.
const CASES = {
  "1.2": [
    ["cmi.suspend_data", "x".repeat(4096), OK], ["cmi.suspend_data", "x".repeat(4097), refused(405)], ["cmi.suspend_data", "ä", DOUBT],
    ["cmi.core.lesson_location", "x".repeat(255), OK], ["cmi.core.lesson_location", "x".repeat(256), refused(405)],
    ["cmi.core.exit", "suspend", OK], ["cmi.core.exit", "normal", refused(405)],
    ["cmi.core.session_time", "0001:00:00", OK], ["cmi.core.session_time", "00:00:05.25", OK], ["cmi.core.session_time", "1:00:00", refused(405)], ["cmi.core.session_time", "00:00:05.123", refused(405)],
    ["cmi.core.lesson_status", "incomplete", OK], ["cmi.core.lesson_status", "not attempted", refused(405)], ["cmi.core.lesson_status", "unknown", refused(405)],
    ["cmi.core.score.raw", "85.5", OK], ["cmi.core.score.raw", "101", refused(405)], ["cmi.core.score.raw", "-1", refused(405)], ["cmi.core.score.raw", 85, refused(405)],
    ["cmi.core.student_id", "me", refused(403)], ["cmi.interactions._count", "0", refused(402)], ["cmi.success_status", "passed", refused(401)],
    ["cmi.interactions.0.result", "wrong", OK, "choice"], ["cmi.interactions.0.result", "incorrect", refused(405), "choice"], ["cmi.interactions.0.result", "0.5", OK, "choice"],
    ["cmi.interactions.0.time", "09:30:00", OK, "choice"], ["cmi.interactions.0.time", "2026-11-01T09:30:00", refused(405), "choice"],
    [R12, "x".repeat(255), OK, "fill-in"], [R12, "x".repeat(256), refused(405), "fill-in"],
    [R12, "a,c", OK, "choice"], [R12, "a[,]c", refused(405), "choice"], [R12, "opt-1", refused(405), "choice"], [R12, "a,a", refused(405), "choice"],
    [R12, "t", OK, "true-false"], [R12, "true", refused(405), "true-false"],
    [R12, "1.a,2.b", OK, "matching"], [R12, "s1.t1", refused(405), "matching"], [R12, "b,a,c", OK, "sequencing"], [R12, "3.5", OK, "numeric"], [R12, "3,5", refused(405), "numeric"], [R12, "ab", refused(405), "likert"],
  ],
  2004: [
    ["cmi.suspend_data", "x".repeat(30000), OK], ["cmi.suspend_data", "x".repeat(64000), DOUBT], ["cmi.suspend_data", "x".repeat(64001), refused(406)],
    ["cmi.location", "x".repeat(1000), OK], ["cmi.location", "x".repeat(1001), refused(406)],
    ["cmi.exit", "normal", OK], ["cmi.exit", "done", refused(406)],
    ["cmi.session_time", "PT1H2M3S", OK], ["cmi.session_time", "PT5.12S", OK], ["cmi.session_time", "PT5.123S", refused(406)], ["cmi.session_time", "00:00:05", refused(406)], ["cmi.session_time", "PT", refused(406)],
    ["cmi.progress_measure", "0.3333333", OK], ["cmi.progress_measure", "0.3333333333333333", refused(406)], ["cmi.progress_measure", "1.1", refused(406)],
    ["cmi.score.scaled", "-1", OK], ["cmi.score.scaled", "0.6666666666666666", refused(406)], ["cmi.score.scaled", "1.5", refused(406)], ["cmi.score.raw", "123456", DOUBT],
    ["cmi.completion_status", "completed", OK], ["cmi.completion_status", "passed", refused(406)], ["cmi.success_status", "completed", refused(406)],
    ["cmi.learner_id", "me", refused(404)], ["cmi.core.lesson_status", "passed", refused(401)], ["cmi.success_status", true, refused(406)],
    ...[["2026-11-01T10:00:00Z", refused(406)], ["2026-11-01T10:00:00+01:00", refused(406)], ["2026-11-01T10:00:00.0Z", OK], ["2026-11-01T10:00:00", OK], ["2026-11-01T10:00:00.123Z", refused(406)]].map(([value, what]) => ["cmi.interactions.0.timestamp", value, what, "choice"]),
    ["cmi.interactions.0.result", "incorrect", OK, "choice"], ["cmi.interactions.0.result", "wrong", refused(406), "choice"],
    [R2004, "a[,]c", OK, "choice"], [R2004, "opt_1", OK, "choice"], [R2004, "opt-1", DOUBT, "choice"], [R2004, "", refused(406), "choice"], [R2004, "a[,]a", refused(406), "choice"], [R2004, Array.from({ length: 37 }, (_, n) => `a${n}`).join("[,]"), refused(406), "choice"],
    [R2004, "true", OK, "true-false"], [R2004, "t", refused(406), "true-false"], [R2004, "", refused(406), "fill-in"], [R2004, "x".repeat(251), refused(406), "fill-in"], [R2004, "x".repeat(4000), OK, "long-fill-in"],
    [R2004, "s1[.]t1[,]s2[.]t2", OK, "matching"], [R2004, "s1.t1", refused(406), "matching"], [R2004, "3.5", OK, "numeric"], [R2004, "3,5", refused(406), "numeric"], [R2004, "agree", OK, "likert"],
    [P2004, "{case_matters=false}{order_matters=true}{lang=en}Paris", OK, "fill-in"], [P2004, "3[:]4", OK, "numeric"], [P2004, "4[:]3", refused(406), "numeric"], [P2004, "[:]4", DOUBT, "numeric"], [P2004, "a[,]b[,]c", OK, "sequencing"],
    [R2004, "s1[.]r1[,]s2[.]r2", OK, "performance"], [R2004, "s1[,]s2", refused(406), "performance"], [R2004, "two\nlines", refused(406), "long-fill-in"], ["cmi.interactions.0.description", "two\nlines", refused(406), "choice"], ["cmi.interactions.0.description", "{lang=fi}Kumpi?", OK, "choice"], ["cmi.interactions.0.description", "{ begins", refused(406), "choice"],
  ],
};
for (const [edition, cases] of Object.entries(CASES))
  for (const [element, value, expected, type] of cases)
    test(`${edition}: ${element} = ${String(value).slice(0, 40)} ${typeof value}${type ? ` of ${type}` : ""} is ${expected}`, () => {
      const { set, violations } = type ? ask(edition, type) : open(edition);
      assert.deepEqual([...set(element, value), violations.length], expected, violations.join("\n"));
    });

const OTHERS = { "1.2": { time: ["cmi.core.session_time", "00:00:05"], exit: "cmi.core.exit", status: "cmi.core.lesson_status", suspend: "cmi.suspend_data", mode: "cmi.core.lesson_mode", score: "cmi.core.score.raw" }, 2004: { time: ["cmi.session_time", "PT5S"], exit: "cmi.exit", status: "cmi.completion_status", suspend: "cmi.suspend_data", mode: "cmi.mode", score: "cmi.score.raw" } };
for (const [edition, { time, exit, status, suspend, mode, score }] of Object.entries(OTHERS)) {
  const [early, late, twice] = edition === "1.2" ? [[301, 301, 301, 301], [301, 301, 301, 301], 101] : [[132, 122, 142, 112], [133, 123, 143, 113], 103];
  const all = (session) => [session.set(suspend, "x"), session.say("GetValue", suspend), session.say("Commit", ""), session.say("Terminate", "")];

  test(`${edition}: nothing is taken before the session is open, nor after it was finished, and it is opened and finished once`, () => {
    const session = begin(edition);
    assert.deepEqual(all(session).map(([, code]) => code), early);
    session.say("Initialize", "");
    assert.deepEqual(session.say("Initialize", ""), ["false", twice]);
    for (const [element, value] of [time, [exit, "suspend"], [status, "incomplete"]]) session.set(element, value);
    assert.deepEqual(session.say("Terminate", ""), ["true", 0]);
    assert.deepEqual(all(session).map(([, code]) => code), late);
    assert.equal(session.violations.length, 9);
  });

  test(`${edition}: what is written only cannot be read, and nothing there yet is no violation`, () => {
    const session = open(edition);
    assert.deepEqual(session.say("GetValue", exit), ["", edition === "1.2" ? 404 : 405]);
    assert.equal(session.violations.length, 1);
    assert.equal(session.say("GetValue", suspend)[0], "");
    assert.equal(session.violations.length, 1);
    session.say("GetValue", "cmi.nothing");
    assert.equal(session.violations.length, 2);
  });

  test(`${edition}: leaving without exit, time or status is written down, each`, () => {
    const session = open(edition);
    session.say("Terminate", "");
    assert.equal(session.violations.length, 3);
  });

  test(`${edition}: a Commit while the page goes fails, and one that the server fails is nobody's fault`, () => {
    const leaving = open(edition, {}, { leaving: () => true });
    assert.deepEqual([...leaving.say("Commit", ""), leaving.violations.length], ["false", edition === "1.2" ? 101 : 391, 1]);
    const failing = open(edition, {}, { store: () => false });
    assert.deepEqual([...failing.say("Commit", ""), failing.violations.length], ["false", edition === "1.2" ? 101 : 391, 0]);
  });

  test(`${edition}: what was passed is not taken back, and a review changes no result`, () => {
    const given = edition === "1.2" ? { [status]: "passed" } : { [status]: "completed", "cmi.success_status": "passed" };
    const session = open(edition, given);
    session.set(status, given[status]);
    assert.deepEqual(session.violations, []);
    session.set(status, "incomplete");
    if (edition === "2004") session.set("cmi.success_status", "failed");
    assert.equal(session.violations.length, edition === "1.2" ? 1 : 2);
    const review = open(edition, { [mode]: "review", [score]: "90" });
    review.set(score, "90");
    assert.deepEqual(review.violations, []);
    review.set(score, "80");
    assert.equal(review.violations.length, 1);
  });

  test(`${edition}: interactions go to the end of the journal, id first, then type, and each once`, () => {
    const response = `cmi.interactions.1.${edition === "1.2" ? "student" : "learner"}_response`;
    const session = open(edition, { "cmi.interactions.0.id": "old", "cmi.interactions.0.type": "choice" });
    const right = [["cmi.interactions.1.id", "q"], ["cmi.interactions.1.type", "choice"], [response, "a"]];
    for (const [element, value] of right) assert.deepEqual(session.set(element, value), ["true", 0], element);
    assert.deepEqual(session.violations, []);
    for (const [element, value] of [["cmi.interactions.0.id", "new"], ["cmi.interactions.0.result", "correct"], ["cmi.interactions.3.id", "gap"], [response, "b"], ["cmi.interactions.1.id", "r"], ["cmi.interactions.01.weighting", "1"]]) assert.equal(session.set(element, value)[0], "false", element);
    session.set("cmi.interactions.2.id", "late");
    assert.equal(session.set("cmi.interactions.2.result", "correct")[0], "false");
    assert.equal(session.violations.length, 7);
  });
}

test("2004: the manifest's objective lies at index 0, and another goes behind it", () => {
  const session = open("2004", { "cmi.objectives.0.id": "passing" });
  assert.deepEqual(session.say("GetValue", "cmi.objectives._count"), ["1", 0]);
  assert.equal(session.set("cmi.objectives.0.id", "mine")[0], "false");
  assert.equal(session.set("cmi.objectives.1.id", "mine")[0], "true");
});

test("2004: right answers come one after the other, none twice, and no more than their type may have", () => {
  const way = (number) => `cmi.interactions.0.correct_responses.${number}.pattern`;
  const choice = ask("2004", "choice");
  assert.deepEqual([choice.set(way(0), "a")[0], choice.set(way(1), "b")[0], choice.set(way(2), "a"), choice.set(way(3), "c")], ["true", "true", ["false", 351], ["false", 351]]);
  const numeric = ask("2004", "numeric");
  assert.deepEqual([numeric.set(way(0), "3[:]4")[0], numeric.set(way(1), "5")], ["true", ["false", 351]]);
});

test("what was kept is not sent again, and what was not is", () => {
  const sent = [];
  let works = false;
  const session = open("2004", {}, { store: (values) => (sent.push(values), works) });
  session.set("cmi.location", "one");
  session.say("Commit", "");
  works = true;
  session.set("cmi.suspend_data", "x");
  session.say("Commit", "");
  session.say("Commit", "");
  assert.deepEqual(sent, [{ "cmi.location": "one" }, { "cmi.location": "one", "cmi.suspend_data": "x" }, {}]);
});
