/** What a path of replies comes to. Pure; `conversation.py` does the same at the build, and `walks.json` holds both to it. */
import type { Reply, Scenario } from "./model.d.ts";

export type Talk = Pick<Scenario, "mood" | "start" | "scenes">;

/** A scene that waits until all seems over. */
interface Later {
  to: string;
  /** The mood it begins in; left out, the one in which the customer went. */
  mood?: number | null;
  /** The reply that brought it about: `counter.a`. */
  by: string;
}

/** A scene as it is met, and what was replied in it. */
export interface Moment {
  scene: string;
  mood: number;
  waiting: Later[];
  /** The reply that brought it back, if it was one that waited. */
  by?: string;
  reply?: Reply;
}

export interface Result {
  /** How close the mood came to `enough`, 0…1. */
  kind: number;
  /** How much of what could be said rightly was, 0…1, and the two figures it is made of. */
  right: number;
  said: number;
  best: number;
  /** The lower of the two shares. */
  score: number;
}

export const nameOf = ({ scene, reply }: Moment) => `${scene}.${reply!.id}`;

const isEnd = ({ scenes }: Talk, scene: string) => Boolean(scenes[scene]!.end);

/** Whether nothing follows any more. */
export const isOver = (talk: Talk, { scene, waiting }: Moment) => !waiting.length && isEnd(talk, scene);

/** Whether it is an end for now: something waits. */
export const isInterim = (talk: Talk, { scene, waiting }: Moment) => waiting.length > 0 && isEnd(talk, scene);

/** What a reply leads to: ends that are ends for now, and last the moment that stays. */
function follow(talk: Talk, now: Moment, { id, mood: by, to, returns }: Reply): Moment[] {
  const { lowest, highest } = talk.mood!;
  const mood = Math.max(lowest, Math.min(highest, now.mood + by!));
  const waits = returns && !now.waiting.some((later) => later.to === returns.to);
  const found: Moment[] = [{ scene: choose(to, mood), mood, waiting: waits ? [...now.waiting, { ...returns, by: `${now.scene}.${id}` }] : now.waiting }];
  for (let last = found[0]!; isInterim(talk, last); found.push(last)) {
    const [next, ...waiting] = last.waiting;
    last = { scene: next!.to, mood: next!.mood ?? last.mood, waiting, by: next!.by };
  }
  return found;
}

/** The scene of the last level that the mood reaches; below them all, that of the lowest. */
function choose(to: Reply["to"], mood: number): string {
  if (typeof to === "string") return to;
  const levels = Object.keys(to).map(Number).sort((a, b) => a - b);
  return to[levels.filter((level) => level <= mood).pop() ?? levels[0]!]!;
}

/** Every moment of a path, as far as it fits, up to the one where the next reply is awaited or all is over. */
export function replay(talk: Talk, path: string[]): Moment[] {
  let now: Moment = { scene: talk.start!, mood: talk.mood!.start!, waiting: [] };
  const moments = [now];
  for (const step of path) {
    const { end, replies } = talk.scenes[now.scene]!;
    const reply = end ? undefined : replies!.find(({ id }) => step === `${now.scene}.${id}`);
    if (!reply) break;
    now.reply = reply;
    moments.push(...follow(talk, now, reply));
    now = moments[moments.length - 1]!;
  }
  return moments;
}

/** The path that led through these moments. */
export const pathOf = (moments: Moment[]) => moments.filter(({ reply }) => reply).map(nameOf);

export function judge({ mood, scenes }: Talk, moments: Moment[]): Result {
  const { lowest } = mood!;
  const enough = mood!.enough!;
  const left = moments[moments.length - 1]!.mood;
  const kind = left >= enough ? 1 : Math.max(0, (left - lowest) / (enough - lowest));
  let said = 0;
  let best = 0;
  for (const { scene, reply } of moments) {
    if (!reply) continue;
    said += reply.right!;
    best += bestOf(scenes, scene);
  }
  const right = best ? said / best : 1;
  return { kind, right, said, best, score: Math.min(kind, right) };
}

/** The most that a reply of a scene is right. */
export const bestOf = (scenes: Talk["scenes"], scene: string) => Math.max(0, ...scenes[scene]!.replies!.map(({ right }) => right!));

/** The number of the last moment from which a good end could still be reached; -1 if there is none. */
export function findTurn(talk: Talk, moments: Moment[]): number {
  const hopeless = new Set<string>(); // shared: what a later moment has tried in vain, an earlier one need not
  for (let at = moments.length - 1; at >= 0; at--) if (moments[at]!.reply && reachesGood(talk, moments[at]!, hopeless)) return at;
  return -1;
}

function reachesGood(talk: Talk, from: Moment, seen: Set<string>): boolean {
  const open = [from];
  for (let now = open.pop(); now; now = open.pop()) {
    const key = JSON.stringify([now.scene, now.mood, now.waiting.map(({ to, mood }) => [to, mood])]);
    if (seen.has(key)) continue;
    seen.add(key);
    const { end, replies } = talk.scenes[now.scene]!;
    if (end === "good" && isOver(talk, now)) return true;
    if (!end) for (const reply of replies!) open.push(follow(talk, now, reply).pop()!);
  }
  return false;
}
