/** The global `tuokio`, by which the course's scripts hand themselves over; the outline, last, starts the player. */
import type { Question } from "../blocks/question.ts";
import { Log } from "../record/log.ts";
import type { OpenStore } from "../record/store.ts";
import { register } from "./loader.ts";
import { readOutline, type Module, type OutlineFile } from "./outline.ts";
import { Player } from "./player.ts";
import { speaker } from "./say.ts";
import type { Kinds } from "./step.ts";

const kinds: Kinds = new Map();
let openStore: OpenStore;

const tuokio = {
  kind: (name: string, kind: Question<never>) => void kinds.set(name, kind),
  store: (open: OpenStore) => void (openStore = open),
  module: (id: string, module: Module) => register(id, module),
  async outline(file: OutlineFile) {
    const store = await openStore(file.id);
    const log = new Log(store, { now: () => new Date(), writer: randomName() });
    await log.refresh();
    // What another tab wrote can be read the next time as well.
    store.watch(() => void log.refresh().catch(() => undefined));
    await new Player(readOutline(file), log, kinds, speaker(file.language, file.words)).start();
  },
};

/** Seven random characters; `randomUUID` is missing on a plain http intranet. */
function randomName(): string {
  const [a, b] = crypto.getRandomValues(new Uint32Array(2));
  return (a! * 4096 + (b! & 4095)).toString(36).slice(0, 9);
}

declare global {
  // eslint-disable-next-line no-var
  var tuokio: {
    kind(name: string, kind: Question<never>): void;
    store(open: OpenStore): void;
    module(id: string, module: Module): void;
    outline(file: OutlineFile): Promise<void>;
  };
}

globalThis.tuokio = tuokio;
