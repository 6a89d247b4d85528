/** The global `tuokio`, by which the course's scripts hand themselves over; once all have, the player starts. */
import { html, nothing, render } from "lit-html";
import type { Wakeful } from "../blocks/block.ts";
import type { Interact } from "../blocks/interaction.ts";
import type { Question } from "../blocks/question.ts";
import type { Connect } from "../lms/platform.ts";
import type { Ordinals } from "../lms/snapshot.ts";
import { Log } from "../record/log.ts";
import type { OpenCabinet } from "../record/store.ts";
import { chooseLanguage, type Language } from "./language.ts";
import type { Later } from "./later.ts";
import type { Draws } from "./draw.ts";
import type { Exams } from "./exam/exam.ts";
import { loadFallback, loadLater, loadOutline, loadWhole, parts, type Packing, type Pieces, registerBank, registerData, registerWords, registerModule, registerOutline, registerResource } from "./loader.ts";
import { readOutline, type BankFile, type Module, type OutlineFile } from "./outline.ts";
import { Player } from "./player.ts";
import type { Questions } from "./questions.ts";
import { parse } from "./route.ts";
import type { Renewal } from "./standing/renewal.ts";
import type { Resource, ResourceFile } from "./resource.ts";
import { enter } from "./shelf.ts";

let openCabinet: OpenCabinet;

const tuokio: typeof globalThis.tuokio = {
  lit: { html, nothing, render },
  shared: {},
  kind: () => undefined, // the script of the questions brings its own, and the next
  draws: () => undefined,
  questions: (questions: Questions) => void (parts.questions = questions),
  later: (later: Later) => void (parts.later = later),
  exams: (exams: Exams) => void (parts.exams = exams),
  terms: (explain) => void (parts.terms = explain),
  renewal: (renewal: Renewal) => void (parts.renewal = renewal),
  parcel: (parcel) => void (parts.parcel = parcel),
  bank: (language: string, name: string, bank: BankFile) => registerBank(language, name, bank),
  resource: (name: string, resource: Resource<never>) => registerResource(name, resource),
  data: (language: string, name: string, file: ResourceFile) => registerData(language, name, file),
  store: (open: OpenCabinet) => void (openCabinet = open),
  platform: (connect: Connect) => void (parts.connect = connect),
  fallback: (open: OpenCabinet) => void (parts.fallback = open),
  module: (language: string, id: string, module: Module) => registerModule(language, id, module),
  outline: (file: OutlineFile) => registerOutline(file),
  words: registerWords,
};

/** What the page says of the course: its id, and of each language, the source first, its code, its own name and its outline; and what keeps the record where the store cannot. */
const { course = "", outlines = "", fallback = "" } = (document.currentScript as HTMLScriptElement).dataset;

// The page says itself when all that it begins with is there.
addEventListener("begin", async () => {
  const languages = outlines.split(",").map((language) => language.split("|") as Language);
  const codes = languages.map(([code]) => code);
  const open = async (language: string) => loadOutline(language, languages[codes.indexOf(language)]![2]);
  const choose = (wished?: string) => open(chooseLanguage(codes, wished, navigator.languages));
  // While the record opens, the module that the address names comes: on a slow phone each takes its time. What does not come is asked for again.
  const { module } = parse(location.hash) as { module?: string };
  if (module) void choose().then(readOutline).then((course) => course.modules.filter(({ id }) => id === module).map((entry) => loadWhole(course, entry).catch(() => undefined)), () => undefined);
  const platform = (parts.platform = await parts.connect?.());
  const name = platform?.learner ? `${course}@${platform.learner}` : course;
  const cabinet = (parts.cabinet = await openCabinet(name).catch(async (refused) => (await loadFallback(fallback))(name, refused)));
  const store = cabinet.sole ?? (await enter(await choose()));
  const log = new Log(store, { now: () => new Date(), later, writer: randomName() });
  await log.refresh();
  // What another tab wrote can be read the next time as well. Others may have come to learn here: then it is to be said who this is.
  store.watch(async () => (cabinet.sole && (await cabinet.isShared?.().catch(() => false)) ? location.reload() : log.refresh().catch(() => undefined)));
  const player = new Player(await choose(log.state.language), log, languages, open);
  await platform?.attend(log, () => player.own, loadLater).catch(console.warn); // whatever a platform has kept, the course begins
  await player.start();
}, { once: true });

function later(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** Seven random characters; `randomUUID` is missing on a plain http intranet. */
function randomName(): string {
  const [a, b] = crypto.getRandomValues(new Uint32Array(2));
  return (a! * 4096 + (b! & 4095)).toString(36).slice(0, 9);
}

/** What a kind's script hands over: how its questions are answered, what its blocks do, or both. */
export type Kind = Partial<Question<never> & Wakeful<never>>;

declare global {
  // eslint-disable-next-line no-var
  var tuokio: {
    /** The one template library, for scripts that come later. */
    lit: Pick<typeof import("lit-html"), "html" | "nothing" | "render">;
    /** What kinds share, by the names of the files (`bundle.mjs`). */
    shared: Record<string, unknown>;
    kind(name: string, kind: Kind): void;
    /** There where a learning platform is told of answers. */
    interaction?(name: string, interact: Interact<never>): void;
    draws(draws: Draws): void;
    questions(questions: Questions): void;
    later(later: Later): void;
    exams(exams: Exams): void;
    terms(explain: typeof import("./terms.ts").explainTerms): void;
    renewal(renewal: Renewal): void;
    parcel(parcel: Packing): void;
    bank(language: string, name: string, bank: BankFile): void;
    resource(name: string, resource: Resource<never>): void;
    data(language: string, name: string, file: ResourceFile): void;
    store(open: OpenCabinet): void;
    platform(connect: Connect): void;
    /** There where a learning platform keeps a snapshot: what its places mean. */
    ordinals?(ordinals: Ordinals): void;
    fallback(open: OpenCabinet): void;
    /** Set where the course is one document. */
    pieces?: Pieces;
    module(language: string, id: string, module: Module): void;
    outline(file: OutlineFile): void;
    words(language: string, of: string, words: OutlineFile["words"]): void;
  };
}

globalThis.tuokio = tuokio;
