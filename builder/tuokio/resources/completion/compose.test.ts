import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { readOutline, type OutlineFile } from "../../player/outline.ts";
import type { Event } from "../../record/event.d.ts";
import { fold } from "../../record/fold.ts";
import { renew } from "../../record/renewed.ts";
import { checkOf, pack, unpack } from "../../record/parcel.ts";
import { compose } from "./compose.ts";
import { fit, LONGEST_CODE } from "./limits.ts";
import { nameFile } from "./reading.ts";
import { spread } from "./spread.ts";
import { nameSheet, tally } from "./statistics.ts";

const making = { name: " Aino ", today: "2026-11-22", tool: "tuokio 1.0" };
const courseOf = (ids: string[], more: Partial<OutlineFile> = {}) =>
  readOutline({ id: "c", title: "Kurssi", version: 3, content: "0123456789ab", language: "fi", mastery: null, modules: ids.map((id) => [id, "h", `Title of ${id}`, 5, 1, 1, -1]), ...more } as OutlineFile);

let count = 0;
const event = (rest: object, day = "2026-11-02") => ({ id: `writer-${++count}`, n: count, at: `${day}T12:00:00.000Z`, tz: 120, ...rest }) as Event;
const finished = (of: string, day?: string) => event({ kind: "finished", of }, day);
const answered = (of: string, response: string[], score: number, rev = "r1", more = {}) => event({ kind: "answered", of, rev, response, score, points: 1, attempt: 1, ...more });

test("a completion says what was passed on which day, and that the criterion is met on the last of them", () => {
  const { completion, lacking } = compose(courseOf(["a", "b", "c"]), fold([finished("b", "2026-11-05"), finished("a", "2026-11-02"), finished("c", "2026-11-05")]), making);
  deepEqual(completion, {
    course: "c", version: 3, content: "0123456789ab", title: "Kurssi", name: "Aino", met: true, on: "2026-11-05", asked: 3,
    passed: { "2026-11-02": ["a"], "2026-11-05": ["b", "c"] }, made: "2026-11-22", reported: "self", tool: "tuokio 1.0",
  });
  deepEqual(lacking, []);
});

test("as long as something is missing it is not met, and what is missing is named", () => {
  const { completion, lacking } = compose(courseOf(["a", "b"]), fold([finished("a")]), making);
  deepEqual([completion.met, completion.on, completion.passed], [false, undefined, { "2026-11-02": ["a"] }]);
  deepEqual(lacking.map(({ id }) => id), ["b"]);
});

test("points that are missing are no missing module", () => {
  const { completion, lacking } = compose(courseOf(["a", "b"], { mastery: 0.8 }), fold([finished("a"), finished("b"), answered("q", ["x"], 1)]), making);
  deepEqual([completion.met, completion.mastery, lacking], [false, 0.8, []]);
});

test("only what the learner's role is asked to take is named", () => {
  const course = courseOf(["a", "b"], { roles: { staff: "Myyjä", lead: "Esihenkilö" }, audience: { b: ["lead"] } });
  const { completion, lacking } = compose(course, fold([finished("a"), event({ kind: "preferred", of: "role", value: "staff" })]), making);
  deepEqual([completion.role, completion.asked, completion.met, lacking], ["staff", 1, true, []]);
});

test("what was passed and is open again is named as that, and not as passed", () => {
  const state = fold([finished("a"), finished("b")]);
  state.modules.delete("b"); // as the course regards it once something in it has changed
  const { completion, lacking } = compose(courseOf(["a", "b"]), state, making);
  deepEqual([completion.met, completion.passed, completion.again, lacking.map(({ id }) => id)], [false, { "2026-11-02": ["a"] }, ["b"], ["b"]]);
});

test("it holds until the first of what it is made of runs out", () => {
  const { completion } = compose(courseOf(["a", "b"], { valid: { a: 12, b: 3 } }), fold([finished("a", "2026-11-20"), finished("b", "2026-11-21")], undefined, renew), making);
  equal(completion.until, "2027-02-21");
});

const MARK = /Mark[A-Z]\w*|0\.33[0-9]|marked/;
/** One event of every kind, with something in each of its fields that is found wherever it goes. The compiler asks for those that come later. */
const every: { [K in Event["kind"]]: object } = {
  opened: { of: "a/MarkStep" },
  finished: { of: "a/MarkStep", version: 3 },
  reopened: { of: "MarkModule", items: ["MarkItem"] },
  completed: { of: "MarkCourse", version: 3 },
  copied: { of: "file" },
  drafted: { of: "MarkDrafted", rev: "MarkRev", response: ["MarkDraft"], sure: 1 },
  answered: { of: "MarkAnswered", rev: "MarkRev", response: ["MarkTyped"], score: 0.331, points: 0.332, attempt: 7, sure: 2, round: "marked#4" },
  hinted: { of: "MarkHinted", rev: "MarkRev", hint: 1 },
  played: { of: "MarkPlayed", rev: "MarkRev", response: ["MarkCame"] },
  wrote: { of: "MarkBlock", rev: "MarkRev", entry: "", fields: { MarkField: "MarkOwnWords" } },
  erased: { of: "MarkBlock", entry: "MarkEntry" },
  drawn: { of: "MarkDraw", attempt: 1, items: ["MarkItem"], points: 0.333 },
  "exam-timed": { of: "MarkDraw", attempt: 1, minutes: 0.334 },
  "exam-finished": { of: "MarkDraw", attempt: 1, score: 0.335, passed: true },
  preferred: { of: "language", value: "MarkLanguage" },
};

test("no answer, share, clock time, sureness, own word or device is in a completion, whatever is in the record", () => {
  const record = Object.entries(every).map(([kind, rest]) => ({ ...event({ kind, ...rest }), id: `markeddevice-${++count}`, at: "2026-11-02T03:33:44.555Z", tz: 337 }) as Event);
  const whole = [...record, finished("a"), finished("b")];
  const course = courseOf(["a", "b"]);
  for (const events of [record, whole]) {
    const { completion, lacking } = compose(course, fold(events), making);
    const [parcel] = unpack(fit(completion, lacking.map(({ id }) => id), course, pack).text);
    const said = JSON.stringify(parcel!.content);
    ok(!MARK.test(said) && !/T\d\d:|33:44|"sure"|"score"|"share"|337|attempt/.test(said), said);
    deepEqual(Object.keys(parcel!.content as object).filter((key) => !/^(course|version|content|title|name|role|met|on|until|mastery|asked|passed|again|rest|open|made|reported|tool)$/.test(key)), []);
  }
});

const long = fc.string({ minLength: 64, maxLength: 64, unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789") });
const many = (n: number) => fc.sample(long, { numRuns: n, seed: n });

test("a code fits a message with 16, 100 and 300 modules, with the longest ids there are; those that hold only for a time keep their day", () => {
  for (const n of [16, 100, 300]) {
    const ids = many(n);
    const course = courseOf(ids, { valid: { [ids[3]!]: 12 } });
    const { completion } = compose(course, fold(ids.map((id, place) => finished(id, `2026-11-${String(1 + (place % 20)).padStart(2, "0")}`))), making);
    const packed = fit(completion, [], course, pack);
    ok(packed.fits && packed.text.length <= LONGEST_CODE, `${n}: ${packed.text.length}`);
    deepEqual(unpack(packed.text)[0]!.content, packed.completion, "what is shown is what leaves");
    if (n > 16) deepEqual([packed.completion.rest, packed.completion.passed], ["2026-11-20", { "2026-11-04": [ids[3]] }]);
  }
});

test("ids as authors write them are all named in a course of sixteen modules", () => {
  const ids = ["tuotteet", "valikoima", "kuitti", "lait", "lupaukset", "palaute", "sanat", "kohtaamiset", "tarve", "toinen-paa", "reitti", "oma-tapa", "puheeksi", "pareittain", "merkitys", "koe"];
  const course = courseOf(ids);
  const packed = fit(compose(course, fold(ids.map((id) => finished(id))), making).completion, [], course, pack);
  deepEqual([packed.fits, packed.completion.rest, packed.text.length < 700], [true, undefined, true]);
});

test("half a course too long for any code is not cut: it leaves whole, as a file", () => {
  const ids = many(300);
  const course = courseOf(ids);
  const { completion, lacking } = compose(course, fold(ids.slice(0, 150).map((id) => finished(id))), making);
  const packed = fit(completion, lacking.map(({ id }) => id), course, pack);
  deepEqual([packed.fits, packed.completion], [false, completion]);
  const few = compose(course, fold(ids.slice(5).map((id) => finished(id))), making);
  const near = fit(few.completion, few.lacking.map(({ id }) => id), course, pack);
  deepEqual([near.fits, near.completion.open], [true, ids.slice(0, 5)], "where little is missing, that is named");
});

const counted = { "a b c": ["choice", "drawn"], "": ["typed"] };

test("of how questions went only the first answers leave, and only ids that authors gave", () => {
  const state = fold([
    answered("typed", ["MarkTyped"], 0.5),
    answered("choice", ["b", "MarkForged"], 0, "old", { sure: 2 }),
    answered("choice", ["a"], 1, "new"),
    answered("drawn", ["c"], 1, "r2", { round: "exam#1" }),
    answered("drawn", ["a"], 0, "r2", { round: "exam#2" }),
    answered("recall", ["MarkOwn"], 1),
    event({ kind: "wrote", of: "own", rev: "r", entry: "", fields: { text: "MarkWords" } }),
    event({ kind: "preferred", of: "name", value: "MarkName" }),
  ]);
  const statistics = tally(courseOf(["a"]), counted, state, "k3f9x2qt");
  deepEqual(statistics.items, { choice: { rev: "old", score: 0, options: ["b"] }, drawn: { rev: "r2", score: 1, options: ["c"] }, typed: { rev: "r1", score: 0.5 } });
  ok(!/Mark|sure/.test(JSON.stringify(statistics)));
  deepEqual(Object.keys(statistics).sort(), ["content", "course", "items", "sheet", "version"]);
});

test("a sheet has one name however often it is sent, and none of it is in the completion", () => {
  const course = courseOf(["a"]);
  const [one, other] = ["k3f9x2q", "p7m1c8z"].map((writer) => fold([{ ...finished("a"), id: `${writer}-1` } as Event]));
  const sheet = nameSheet(course, one!, checkOf);
  equal(sheet, nameSheet(course, one!, checkOf));
  ok(/^[a-z0-9]{8}$/.test(sheet) && sheet !== nameSheet(course, other!, checkOf));
  equal(JSON.stringify(compose(course, one!, making)), JSON.stringify(compose(course, other!, making)), "two learners of one name hand over the same");
});

test("a file's name is made of letters and figures of any language", () => {
  equal(nameFile("asiakaspalvelu-7f3k", "Äijä O'Neill <b>../x", "done"), "asiakaspalvelu-7f3k-äijä-o-neill-b-x-done.txt");
  equal(nameFile("c", "  ", "done"), "c-done.txt");
  equal(nameFile("c", "مريم", "done"), "c-مريم-done.txt");
});

test("a sheet names all that fits it, in columns of its order, and of more how many there are", () => {
  deepEqual(spread(["a", "b"], ["r"]), { size: "few", columns: [[[0], [1]], [[0]]], rest: [0, 0] });
  deepEqual(spread(Array(40).fill("A module of one line"), []).rest, [0, 0]);
  const texts = fc.array(fc.string({ minLength: 1, maxLength: 90 }), { maxLength: 300 });
  fc.assert(
    fc.property(texts, texts, (modules, rules) => {
      const { size, columns, rest } = spread(modules, rules);
      const [letters, lines] = size === "few" ? [44, 36] : [36, 75];
      let used = 0;
      for (const [which, list] of [modules, rules].entries()) {
        const places = columns[which]!.flat();
        deepEqual(places, list.slice(0, list.length - rest[which]!).map((_, place) => place));
        used += places.reduce((sum, place) => sum + Math.ceil(list[place]!.length / letters), 0) + Number(rest[which]! > 0);
      }
      ok(used <= lines, `${used} lines`);
      ok(!modules.length || columns[0]!.length > 0);
    }),
  );
});
