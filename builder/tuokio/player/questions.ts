/**
 * The part of the player that only questions need: a script of its own, loaded with the first module,
 * so that the home page does without. The kinds a course uses follow in the same file.
 */
import { wake, type Manner, type Question, type QuestionData } from "../blocks/question.ts";
import { keyOf } from "../record/fold.ts";
import type { Draws } from "./draw.ts";
import type { Kind } from "./main.ts";
import type { Drawable, DrawData } from "./outline.ts";
import type { Scene } from "./scene.ts";
import { shuffle } from "./shuffle.ts";

const kinds = new Map<string, Kind>();
const question = (name: string) => kinds.get(name) as Question<never>;

/** Wake the blocks, questions and draws inside an element. Returns a function that shows in all of them what the record now says. */
function raise(root: HTMLElement, items: Record<string, QuestionData | DrawData>, scene: Scene): () => void {
  const refreshes: (() => void)[] = [];
  for (const element of root.querySelectorAll<HTMLElement>("[data-block]")) {
    const refresh = raiseBlock(element, items[element.dataset.block!] as QuestionData, scene);
    if (refresh) refreshes.push(refresh);
  }
  for (const element of root.querySelectorAll<HTMLElement>("[data-item]")) refreshes.push(raiseOne(element, items[element.dataset.item!] as QuestionData, scene));
  // After those that stand here: what is drawn wakes by itself.
  for (const element of root.querySelectorAll<HTMLElement>("[data-draw]")) refreshes.push(questions.draws!.wakeDraw(element, items[element.dataset.draw!] as DrawData, scene, (item, there, round) => raiseItem(item, there, "practice", round)));
  return () => refreshes.forEach((refresh) => refresh());
}

/** Wake a block that is no question. */
function raiseBlock(element: HTMLElement, data: QuestionData, { log, say }: Scene): (() => void) | void {
  const id = element.dataset.block!;
  return kinds.get(data.kind)?.wake?.(element, {
    id,
    data: data as never,
    say,
    state: () => log.state.items.get(id),
    record: (event) => log.append(event),
    own: (of = id) => log.state.own.get(of) ?? [],
    write(fields, entry = "") {
      const before = log.state.own.get(id)?.find((one) => one.entry === entry);
      return log.append({ kind: "wrote", of: id, rev: data.rev, entry, ...(before && { since: new Date(before.at).toISOString() }), fields });
    },
    erase: (entry) => log.append({ kind: "erased", of: id, entry }),
    now: () => new Date(),
    order: (ids, of) => shuffle(ids, `${log.seed}/${id}${of ? `/${of}` : ""}`),
  });
}

/** Wake one question; `round` if it was drawn. */
function raiseOne(element: HTMLElement, data: QuestionData, { log, say }: Scene, manner: Manner = "practice", round?: string): () => void {
  const id = element.dataset.item!;
  const key = keyOf(id, round);
  const refresh = wake(element, question(data.kind), data as never, {
    id,
    manner,
    state: () => log.state.items.get(key),
    record: (event) => log.append(round ? { ...event, round } as typeof event : event),
    say,
    order: (ids) => shuffle(ids, `${log.seed}/${key}`),
  });
  // What another tab did must not disturb an answer in the making; but who has left this tab is not answering in it.
  return () => (document.hasFocus() && element.contains(document.activeElement)) || refresh();
}

/** Put a drawn question on the page and wake it. */
function raiseItem(item: Drawable, scene: Scene, manner: Manner, round: string): { root: HTMLElement; refresh(): void } {
  const template = document.createElement("template");
  template.innerHTML = item.html.replace(/="@\//g, `="/${scene.module.id}/${scene.step}/`);
  const root = document.createElement("div");
  if (item.language) Object.assign(root, { lang: item.language, dir: "auto" });
  root.append(template.content);
  return { root, refresh: raiseOne(root.querySelector<HTMLElement>("[data-item]")!, item, scene, manner, round) };
}

/** Grade an answer as its kind does. */
function grade(data: QuestionData, response: string[]): number {
  return question(data.kind).grade(data as never, response).score;
}

/** `draws` is there in courses that draw. */
const questions = { raise, raiseItem, grade, shuffle, draws: undefined as Draws | undefined };
export type Questions = typeof questions;

tuokio.draws = (draws) => void (questions.draws = draws);
tuokio.kind = (name, kind) => void kinds.set(name, kind);
tuokio.questions(questions);
