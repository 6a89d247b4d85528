/** A completion as people read it: all that it says, and the files and messages it leaves in. */
import { sayDay } from "../../blocks/days.ts";
import type { Course } from "../../player/outline.ts";
import type { Say } from "../../player/say.ts";
import type { Completion } from "../../record/completion.d.ts";

/** What one field says, under its label: a line or several. */
export type Line = [label: string, ...said: string[]];

/** Every field of a completion, in words. */
export function read(completion: Completion, course: Course, say: Say): Line[] {
  const day = (iso: string) => sayDay(iso, course.language);
  const titles = new Map(course.modules.map(({ id, title }) => [id, title]));
  const list = (ids: string[]) => ids.map((id) => titles.get(id) ?? id).join(", ");
  const { name, title, role, met, on, until, passed, again = [], rest, open = [], made, tool } = completion;
  return [
    [say("completion-name"), name],
    ...some(role, (id): Line => [say("completion-role"), course.roles?.[id] ?? id]),
    [say("completion-course"), title],
    [say("completion-version"), sayVersion(completion, say)],
    [say("completion-need"), sayNeed(completion, course.language, say)],
    [say("completion-met"), met ? say("completion-yes", { day: day(on ?? made) }) : say("completion-no")],
    ...some(until, (last): Line => [say("completion-valid"), say("completion-until", { day: day(last) })]),
    ...(Object.keys(passed).length ? [[say("completion-passed"), ...Object.entries(passed).map(([on, ids]) => `${day(on)}: ${list(ids)}`)] as Line] : []),
    ...some(rest, (last): Line => [say("completion-passed"), say("completion-rest", { day: day(last) })]),
    ...(again.length ? [[say("completion-again"), list(again)] as Line] : []),
    ...(open.length ? [[say("completion-open"), list(open)] as Line] : []),
    [say("completion-made"), day(made)],
    [say("completion-reported"), say("completion-self")],
    [say("completion-tool"), tool],
  ];
}

const some = <T>(value: T | null | undefined, line: (value: T) => Line): Line[] => (value ? [line(value)] : []);

/** Which edition of the course it is about: its published version, if it has one, and what it said. */
export const sayVersion = ({ version, content }: Pick<Completion, "version" | "content">, say: Say): string => (version ? say("completion-version-is", { version: String(version), content }) : say("completion-unpublished", { content }));

/** The criterion in words. */
export function sayNeed({ asked, mastery }: Pick<Completion, "asked" | "mastery">, language: string, say: Say): string {
  const share = new Intl.NumberFormat(language, { style: "percent" }).format(mastery ?? 0);
  return mastery ? say("completion-need-share", { n: asked, share }) : say("completion-need-modules", { n: asked });
}

/** The same as a text of lines, for a file and for paper. */
export const write = (lines: Line[]): string => lines.map(([label, ...said]) => (said.length > 1 ? `${label}:\n${said.map((one) => `  ${one}`).join("\n")}` : `${label}: ${said.join("")}`)).join("\n");

/** A file's name, of words that every system takes: `course-name-done.txt`. */
export const nameFile = (...words: string[]): string => `${words.map((word) => word.toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60)).filter(Boolean).join("-")}.txt`;
