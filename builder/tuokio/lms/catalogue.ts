/** The questions of the course as they are loaded, since a platform is told what was asked: it listens in on the scripts that bring them. */
import type { Interact } from "../blocks/interaction.ts";
import type { QuestionData } from "../blocks/question.ts";
import type { Drawable, DrawData } from "../player/outline.ts";
import type { Event } from "../record/event.d.ts";
import type { Answer } from "./dialect.ts";

interface Item {
  data: QuestionData;
  /** Where its text stands. */
  html: string;
  language: string;
}

const items = new Map<string, Item>();
const kinds = new Map<string, Interact<never>>();

/** Listen from now on. */
export function listen(): void {
  const { module, bank } = tuokio;
  const keep = (language: string, all: Record<string, QuestionData | DrawData> | undefined, html?: string) => {
    for (const [id, data] of Object.entries(all ?? {})) if ("kind" in data) items.set(id, { data, html: html ?? (data as Drawable).html, language }).set(`${language}/${id}`, items.get(id)!);
  };
  tuokio.interaction = (name, interact) => void kinds.set(name, interact);
  tuokio.module = (language, id, file) => {
    for (const step of file.steps) keep(language, step.items, step.html);
    for (const made of Object.values(file.made ?? {})) keep(language, made);
    keep(language, file.exam?.own);
    module(language, id, file);
  };
  tuokio.bank = (language, name, file) => {
    keep(language, file.items);
    bank(language, name, file);
  };
}

/** What is to be reported of an answer; nothing of learners' own words, of what has left the course, and of review, which is practice. */
export function describe(event: Extract<Event, { kind: "answered" }>, shown: string): Answer | undefined {
  const item = items.get(`${shown}/${event.of}`) ?? items.get(event.of);
  const interact = item && kinds.get(item.data.kind);
  if (!interact || event.round?.startsWith("-")) return undefined;
  const interaction = interact(item.data as never, event.response, item.language);
  return interaction && { ...item, event, interaction };
}
