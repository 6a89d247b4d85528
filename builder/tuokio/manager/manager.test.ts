import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import { speaker } from "../player/say.ts";
import { pack } from "../record/parcel.ts";
import { receive } from "./arrivals.ts";
import cases from "./cases.json";
import type { Course } from "./course.ts";
import { Desk } from "./desk.ts";
import { count } from "./fared.ts";
import { readResults, weigh } from "./goal.ts";
import { areNear, joinLists, readNames } from "./names.ts";
import { readBytes, readFile } from "./post.ts";
import { callRoll, type Syllabus } from "./roster.ts";
import { writeSheet } from "./sheet.ts";

for (const { what, course, today, due, names, joined, texts, rows, troubles, twice, csv } of cases.tables) {
  test(`the table is as Python reckons it: ${what}`, () => {
    const arrivals = receive(texts as [string, string][], course.id);
    deepEqual(arrivals.troubles.map(({ source, reason, name, course }) => [source, reason, name, course]), troubles);
    equal(arrivals.twice, twice);
    const called = callRoll(arrivals.sent, course as unknown as Syllabus, today, { names, due, joined: joined as Record<string, string>, troubles: arrivals.troubles });
    const got = called.map((row) => ({ ...row, checks: row.checks.length }) as Record<string, unknown>);
    deepEqual(got.map((row, at) => Object.fromEntries(Object.keys(rows[at] ?? {}).map((key) => [key, row[key]]))), rows);
    equal(called.length, rows.length);
    if (csv) equal(writeSheet(called, finnish(csv), new Map([["rules", "Säännöt; kaikki"]])), csv);
  });
}

/** The phrases that a sheet is written with, taken from the sheet that Python wrote: a phrase that is missing would stand there as its name. */
function finnish(csv: string) {
  const columns = ["name", "called", "state", "day", "version", "passed", "asked", "again", "check", "notes"];
  const heads = csv.slice(1, csv.indexOf("\r\n")).split(";");
  const words = Object.fromEntries(columns.map((column, at) => [`manager-column-${column}`, heads[at]!]));
  return speaker("fi", { ...words, "manager-state-done": "Valmis", "manager-state-unfinished": "Kesken" });
}

for (const [text, names] of cases.names as [string, string[]][]) test(`names are read off ${JSON.stringify(text)}`, () => deepEqual(readNames(text), names));

for (const [one, other, joined] of cases.lists as [string[], string[], string[]][]) test(`${one.join(", ")} and ${other.join(", ")} are one list`, () => deepEqual(joinLists(one, other), joined));

for (const [one, other, near] of cases.near as [string, string, boolean][])
  test(`${one} and ${other} ${near ? "may be" : "are not"} one person`, () => deepEqual([areNear(one, other), areNear(other, one)], [near, near]));

const code = cases.tables[0]!.texts[0]![1]!;
const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(new Uint16Array([...text].map((sign) => sign.charCodeAt(0))).buffer);

test("a code is found in whatever a mail program makes of it", async () => {
  const quoted = code.replace(/(.{70})/g, "$1=\r\n");
  ok((await readBytes(bytes(`From: a@b.fi\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nHei =C3=A4iti\r\n${quoted}\r\n`))).includes(code));
  const attached = btoa(code).replace(/(.{76})/g, "$1\r\n");
  ok((await readBytes(bytes(`MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nHei\r\n--x\r\nContent-Type: application/octet-stream; name=a.txt\r\nContent-Disposition: attachment; filename=a.txt\r\nContent-Transfer-Encoding: base64\r\n\r\n${attached}\r\n--x--\r\n`))).includes(code));
  ok((await readBytes(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(508), ...utf16(code)]))).includes(code));
  ok((await readBytes(new Uint8Array([0xff, 0xfe, ...utf16(code)]))).includes(code));
});

const course = { ...cases.tables[0]!.course, statistics: true, editions: { fi: { name: "Suomi", direction: "ltr", title: "Palautukset", titles: {}, words: {}, items: {}, notice: "" } } } as unknown as Course;
const openDesk = () => new Desk(course, "fi", () => new Date(2026, 10, 22), () => undefined);

test("what was saved comes back whole, what was damaged too", () => {
  const desk = openDesk();
  desk.add([["a.txt", code], ["b.txt", code.slice(0, -9)], ["c.txt", code]]);
  desk.change(() => ([desk.list, desk.due] = ["Virtanen Aino\nMatti Meri\nmatti meri", "2026-12-01"]));
  desk.join("Aino", "Matti Meri");
  const other = openDesk();
  other.add([["saved.txt", desk.write()]]);
  deepEqual([other.names, other.due, other.joined], [desk.names, desk.due, desk.joined]);
  deepEqual(other.rows, desk.rows);
  deepEqual(other.arrivals.troubles.map(({ reason }) => reason), ["cut"]);
  desk.clear();
  deepEqual([desk.rows, desk.unsaved, desk.texts], [[], false, []]);
});

test("results are read as people write them", () => {
  deepEqual(readResults("12,5\n1 234\n\n 8 %\nAino\t14,5\n−3"), [12.5, 1234, 8, 14.5, -3]);
  deepEqual(readResults("100 200 300"), [100, 200, 300]);
  deepEqual(readResults("12,5, 13; 14"), [12.5, 13, 14]);
  deepEqual(readResults("ei mitään"), []);
});

test("a target is weighed by the share that reaches it", () => {
  const results = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17];
  const of = (target: number, atMost = false) => weigh(results, target, atMost)!;
  deepEqual([of(13).reached, of(13).reading, of(13).middle], [5, "half", 13]);
  deepEqual([of(10, true).reached, of(10, true).reading], [3, "few"]);
  deepEqual([of(18).reading, of(8).reading, of(10).reading], ["none", "all", "most"]);
  equal(weigh([1, 2, 3], 2, false)!.reading, "scarce");
  equal(weigh([], 2, false), undefined);
  equal(of(13).bins.reduce((sum, { count }) => sum + count, 0), 10);
  for (const odd of [[0, 0, 0, 0, 0], [1e-9, 1], [-5, 1e12], [0.1, 0.2, 0.30000000000000004]]) equal(weigh(odd, 0, false)!.bins.reduce((sum, { count }) => sum + count, 0), odd.length);
});

const items = { easy: { text: "Easy", rev: "r1" }, hard: { text: "Hard", rev: "r1", options: { a: "A", b: "B" }, right: ["a"] }, crossed: { text: "Crossed", rev: "r1" }, old: { text: "Old", rev: "r2" } };
const sheet = (number: number, good: boolean) => ({
  course: "returns", version: 2, content: "0123456789ab", sheet: `sheet${number}xx`,
  items: { easy: { rev: "r1", score: 1 }, hard: { rev: "r1", score: good && number % 2 ? 1 : 0, options: [good && number % 2 ? "a" : "b"] }, crossed: { rev: "r1", score: good ? 0.4 : 0.9 }, old: { rev: "r1", score: 1 }, more: { rev: "r1", score: good ? 1 : 0 } },
});
const sheets = Array.from({ length: 12 }, (_, number) => sheet(number, number < 6));

test("questions have figures from ten sheets on, and only as they are asked now", () => {
  deepEqual(count(sheets.slice(0, 9), items), []);
  const figures = count(sheets, items);
  deepEqual(figures.map(({ id, verdict }) => [id, verdict]), [["hard", "missed"], ["crossed", "crossed"], ["easy", "known"]]);
  deepEqual(figures[0]!.chosen, [["a", 3], ["b", 9]]);
  equal(figures[0]!.facility, 0.25);
  ok(figures[0]!.discrimination > 0.5 && figures[1]!.discrimination < 0);
});

test("a sheet that is sent twice counts once", () => {
  const arrivals = receive([["a", pack("statistics", sheet(1, true))], ["b", `${pack("statistics", sheet(1, true))} ${pack("statistics", { ...sheet(1, false) })}`]], "returns");
  deepEqual([arrivals.sheets.length, arrivals.twice], [1, 2]);
});

test("what cannot be read is as good as empty, and the files beside it count", async () => {
  const folder = { size: 4096, arrayBuffer: () => Promise.reject(new DOMException("a folder", "NotReadableError")) } as unknown as Blob;
  deepEqual(await Promise.all([new Blob(["code"]), folder].map(readFile)), ["code", ""]);
});

test("five hundred names that came and as many others of the list do not hold up a key", () => {
  const name = (number: number, last: string) => `Person ${String.fromCharCode(65 + (number % 26), 97 + Math.floor(number / 26))} ${last}`;
  const [came, listed] = ["Virtanen", "Korhonen"].map((last) => Array.from({ length: 500 }, (_, number) => name(number, last)));
  const start = process.cpuUsage().user;
  equal(listed!.flatMap((one) => came!.filter((other) => areNear(one, other))).length, 0);
  ok(process.cpuUsage().user - start < 3_000_000, `${(process.cpuUsage().user - start) / 1000} ms`);
});
