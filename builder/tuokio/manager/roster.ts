/** Who is done and who is not: completions put together by person, beside the list of those who should. `roster.py` reckons the same. */
import { dayAfter } from "../blocks/days.ts";
import type { Completion } from "../record/completion.d.ts";
import type { Sent, Trouble } from "./arrivals.ts";
import { areNear, fold, turn } from "./names.ts";

/** Who is not done comes first: nothing has come; some modules lack; what lacks was passed once and is to be taken again; done, but in an earlier version than asked; done. */
export const STATES = ["nothing", "unfinished", "again", "older", "done"] as const;
export type State = (typeof STATES)[number];
/** `Note` in roster.py says what each means. */
export type Note = "late" | "unlisted" | "called" | "devices" | "roles" | "ahead" | "reworded" | "trouble" | "repeated" | "future";

/** What a course asks, as far as the table needs it. */
export interface Syllabus {
  id: string;
  version: number;
  content: string;
  modules: string[];
  roles: string[];
  /** Roles a module is meant for; of those not named here, everyone. */
  audience: Record<string, string[]>;
  /** Months that having passed a module holds, that day included. */
  valid: Record<string, number>;
  /** Modules, and the version in which something of them was opened again. */
  changed: [module: string, version: number][];
  /** Modules that are gone, and those that took their place. */
  replaced: Record<string, string>;
  mastery: number | null;
}

/** A person in the table. */
export interface Row {
  name: string;
  state: State;
  /** The day they were done, ISO 8601. */
  day: string;
  /** The version of what came last. */
  version: number;
  passed: number;
  asked: number;
  /** Modules to be taken again. */
  again: string[];
  /** The check code of what counts, and of all that came. */
  check: string;
  checks: string[];
  notes: Note[];
  /** How they wrote their name, where it is not as in the list. */
  called: string;
  /** Names that have come, are on no list, and may be this person. */
  near: string[];
}

export interface Roll {
  names: string[];
  due?: string;
  /** Which name that came is which of the list, both folded. */
  joined?: Record<string, string>;
  troubles?: Trouble[];
}

/** The table, who is not done first. `today` is ISO 8601. */
export function callRoll(sent: Sent[], syllabus: Syllabus, today: string, { names, due = "", joined = {}, troubles = [] }: Roll): Row[] {
  const listed = new Map<string, string>();
  const repeated = new Set<string>();
  for (const name of names) {
    if (listed.has(fold(name))) repeated.add(fold(name));
    else listed.set(fold(name), name);
  }
  const turned = new Map<string, string[]>();
  for (const key of listed.keys()) turned.set(turn(key), [...(turned.get(turn(key)) ?? []), key]);
  const people = new Map<string, Sent[]>([...listed.keys()].map((key) => [key, []]));
  const shown = new Map(listed);
  const to = new Map(Object.entries(joined));
  for (const one of sent) {
    const name = one.completion.name.split(/\s+/).filter(Boolean).join(" ");
    let key = to.get(fold(name)) ?? fold(name);
    const same = turned.get(turn(key)) ?? [];
    if (!people.has(key) && same.length === 1) key = same[0]!;
    people.set(key, [...(people.get(key) ?? []), one]);
    if (!shown.has(key)) shown.set(key, name);
  }
  const rows = [...people].map(([key, mine]) => [key, judge(shown.get(key)!, mine, syllabus, today, due)] as const);
  const damaged = new Set(troubles.filter(({ name, reason }) => name && reason !== "foreign").map(({ name }) => fold(name)));
  const isStranger = (key: string) => listed.size > 0 && !listed.has(key);
  const strangers = rows.filter(([key]) => isStranger(key)).map(([, row]) => row.name);
  for (const [key, row] of rows) {
    if (isStranger(key)) row.notes.push("unlisted");
    if (damaged.has(key)) row.notes.push("trouble");
    if (repeated.has(key)) row.notes.push("repeated");
    if (row.state === "nothing") row.near = strangers.filter((name) => areNear(row.name, name));
  }
  return rows.map(([, row]) => row).sort((one, other) => STATES.indexOf(one.state) - STATES.indexOf(other.state));
}

/** The modules that a role is to take; without one, or of one that is no more, all. */
const asks = ({ modules, roles, audience }: Syllabus, role?: string | null) => modules.filter((module) => !role || !roles.includes(role) || (audience[module] ?? [role]).includes(role));

function judge(name: string, mine: Sent[], syllabus: Syllabus, today: string, due: string): Row {
  const row: Row = { name, state: "nothing", day: "", version: 0, passed: 0, asked: syllabus.modules.length, again: [], check: "", checks: [], notes: [], called: "", near: [] };
  if (!mine.length) return row;
  const newest = mine.reduce((best, one) => (isAfter(best.completion, one.completion) ? best : one));
  const [last, all] = [newest.completion, mine.map(({ completion }) => completion)];
  row.checks = mine.map(({ check }) => check);
  [row.version, row.check] = [last.version, newest.check];
  const { passed, again } = putTogether(all.map((one) => nameAll(one, syllabus)), nameAll(last, syllabus), syllabus, today);
  const ahead = last.version > syllabus.version && syllabus.version > 0;
  const asked = ahead ? [] : asks(syllabus, last.role);
  const lacking = asked.filter((module) => !passed.has(module));
  [row.passed, row.asked] = asked.length ? [asked.length - lacking.length, asked.length] : [passed.size, last.asked];
  row.again = (asked.length ? asked : [...again].sort()).filter((module) => again.has(module));
  const met = mine.filter(({ completion }) => completion.met && completion.version === last.version);
  const whole = asked.length > 0 && !lacking.length && syllabus.mastery === null;
  if (row.again.length && lacking.every((module) => again.has(module))) row.state = "again";
  else if (!row.again.length && (met.length || whole) && (last.version >= syllabus.version || !lacking.length)) {
    row.state = last.version >= syllabus.version ? "done" : "older";
    const dayOf = ({ completion }: Sent) => completion.on ?? completion.made;
    const counted = met.length ? met.reduce((first, one) => (dayOf(one) < dayOf(first) ? one : first)) : newest;
    row.check = counted.check;
    row.day = met.length ? dayOf(counted) : [...passed.values()].sort().pop()!;
  } else row.state = "unfinished";
  row.notes = listNotes(row, name, all, last, syllabus, today, due);
  row.called = [...all].reverse().find((one) => fold(one.name) !== fold(name))?.name ?? "";
  return row;
}

/** Whether one is newer: by version, then by the day it was made, then whether it is met; of two alike the one that came last. */
function isAfter(one: Completion, other: Completion): boolean {
  if (one.version !== other.version) return one.version > other.version;
  if (one.made !== other.made) return one.made > other.made;
  return one.met && !other.met;
}

/** A completion with all that is passed named, and as it is called now: one of a long course names only the rest (`Completion.rest`). */
function nameAll(given: Completion, syllabus: Syllabus): Completion {
  const replaced = new Map(Object.entries(syllabus.replaced));
  const now = (modules: string[]) => modules.map((module) => replaced.get(module) ?? module);
  const one = { ...given, again: now(given.again ?? []), passed: Object.fromEntries(Object.entries(given.passed).map(([day, modules]) => [day, now(modules)])) };
  if (!one.rest) return one;
  const named = new Set([...one.again, ...(one.open ?? []), ...Object.values(one.passed).flat()]);
  const rest = asks(syllabus, one.role).filter((module) => !named.has(module));
  return { ...one, passed: { ...one.passed, [one.rest]: [...(one.passed[one.rest] ?? []), ...rest] } };
}

/** What is passed and holds, by module with its last day, and what is to be taken again. */
function putTogether(sent: Completion[], last: Completion, syllabus: Syllabus, today: string): { passed: Map<string, string>; again: Set<string> } {
  const passed = new Map<string, string>();
  const again = new Set(last.again);
  for (const one of sent) {
    const newer = new Set(sent.filter(({ version }) => version > one.version).flatMap((other) => other.again ?? []));
    const opened = new Set(syllabus.changed.filter(([, version]) => version > one.version).map(([module]) => module));
    for (const [day, modules] of Object.entries(one.passed)) {
      for (const module of modules) {
        if (newer.has(module) || opened.has(module)) again.add(module);
        else if (day > (passed.get(module) ?? "")) passed.set(module, day);
      }
    }
  }
  for (const [module, day] of passed) {
    if (module in syllabus.valid && addMonths(day, syllabus.valid[module]!) < today) {
      passed.delete(module);
      again.add(module);
    }
  }
  for (const module of passed.keys()) again.delete(module);
  return { passed, again };
}

/** The day so many months later; of the 31st, the last of a shorter month. */
function addMonths(day: string, months: number): string {
  const [year, month, number] = day.split("-").map(Number) as [number, number, number];
  const total = year * 12 + month - 1 + months;
  const [later, then] = [Math.min(Math.floor(total / 12), 9999), (total % 12) + 1];
  const last = then === 2 ? (later % 4 === 0 && (later % 100 !== 0 || later % 400 === 0) ? 29 : 28) : [4, 6, 9, 11].includes(then) ? 30 : 31;
  const write = (part: number, signs: number) => String(part).padStart(signs, "0");
  return `${write(later, 4)}-${write(then, 2)}-${write(Math.min(number, last), 2)}`;
}

function listNotes(row: Row, name: string, sent: Completion[], last: Completion, syllabus: Syllabus, today: string, due: string): Note[] {
  const sets = sent.filter(({ version }) => version === last.version).map(({ passed }) => new Set(Object.values(passed).flat()));
  const within = (one: Set<string>, other: Set<string>) => [...one].every((module) => other.has(module));
  const tomorrow = dayAfter(new Date(`${today}T12:00`), 1); // which it may be already where they are
  const holds: [Note, boolean][] = [
    ["late", due !== "" && row.day > due],
    ["called", sent.some((one) => fold(one.name) !== fold(name))],
    ["devices", sets.some((one) => sets.some((other) => !within(one, other) && !within(other, one)))],
    ["roles", new Set(sent.flatMap(({ role }) => role || [])).size > 1],
    ["ahead", last.version > syllabus.version && syllabus.modules.length > 0],
    ["reworded", !last.version && !syllabus.version && syllabus.content !== "" && last.content !== syllabus.content],
    ["future", sent.some(({ made, on, rest, passed }) => [made, on, rest, ...Object.keys(passed)].some((day) => day != null && day > tomorrow))],
  ];
  return holds.filter(([, is]) => is).map(([note]) => note);
}
