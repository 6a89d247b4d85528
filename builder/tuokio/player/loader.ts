/** Loads outlines and modules: each is a classic script that registers itself (`fetch` and module scripts fail on file://). */
import type { Connect, Platform } from "../lms/platform.ts";
import type { Cabinet, OpenCabinet } from "../record/store.ts";
import type { BankFile, Course, Drawable, Entry, Module, OutlineFile } from "./outline.ts";
import type { Later } from "./later.ts";
import type { Exams } from "./exam/exam.ts";
import type { Renewal } from "./standing/renewal.ts";
import type { Questions } from "./questions.ts";
import type { Resource, ResourceFile } from "./resource.ts";
import type { explainTerms } from "./terms.ts";

const modules = new Map<string, Module>();
const outlines = new Map<string, OutlineFile>();
const phrases = new Set<string>(); // what has brought phrases of its own, by language
const banks = new Map<string, Drawable[]>();
const resources = new Map<string, Resource<never>>();
const files = new Map<string, ResourceFile>();
const coming = new Map<string, Promise<unknown>>();

const nameOf = ({ language, id }: Pick<Entry, "language" | "id">) => `${language}/${id}`;

/** Called by a module's own script. */
export function registerModule(language: string, id: string, module: Module): void {
  modules.set(nameOf({ language, id }), module);
}

/** Called by an outline's own script. */
export function registerOutline(outline: OutlineFile): void {
  outlines.set(outline.language, outline);
}

/** Called with the phrases that the first page does not say, before what says them. */
export function registerWords(language: string, of: string, words: OutlineFile["words"]): void {
  phrases.add(nameOf({ language, id: of }));
  Object.assign(outlines.get(language)!.words, words);
}

/** Called by a bank's own script. */
export function registerBank(language: string, id: string, { items }: BankFile): void {
  banks.set(nameOf({ language, id }), Object.entries(items).map(([id, item]) => ({ id, ...item })));
}

/** Called by a resource's own script, and by the script of its data. */
export const registerResource = (name: string, resource: Resource<never>) => void resources.set(name, resource);
export const registerData = (language: string, name: string, file: ResourceFile) => void files.set(nameOf({ language, id: name }), file);

/** What scripts that only some courses have handed over, and what is kept of the course here. */
export const parts: { cabinet?: Cabinet; connect?: Connect; platform?: Platform | undefined; fallback?: OpenCabinet; later?: Later; questions?: Questions; exams?: Exams; terms?: typeof explainTerms; parcel?: Packing; renewal?: Renewal } = {};

/** Brings a file that is in the document itself; a style that is `common` as `fetchStyle` says. */
export type Pieces = (file: string, common?: boolean) => Promise<void>;

/** What packs records for elsewhere and unpacks them (`record/parcel.ts`). */
export type Packing = typeof import("../record/parcel.ts");

export function loaded(entry: Entry): Module | undefined {
  return modules.get(nameOf(entry));
}

/** Load a module once. `anew` goes round the browser's cache, which may have kept something else. */
export function load(entry: Entry, anew = false): Promise<Module> {
  return once(entry.file, () => loaded(entry), anew);
}

/** Load a module and whatever its questions need. */
export async function loadWhole(course: Course, entry: Entry, anew = false): Promise<Module> {
  const needed = loadQuestions(course, anew);
  const module = await load(entry, anew);
  await Promise.all([needed, ...(module.banks ?? []).map((name) => once(bankFile(course, name), () => banks.get(bankName(course, name)), anew))]);
  return module;
}

/** Load a resource and its data in the language of the course. */
export async function loadResource(course: Course, name: string, anew = false): Promise<{ resource: Resource<never>; file: ResourceFile }> {
  const [, script, data, style] = course.resources[name]!;
  const [resource, file] = await Promise.all([
    once(`resources/${name}.${script}.js`, () => resources.get(name), anew),
    once(`resources/${course.language}/${name}.${data}.js`, () => files.get(nameOf({ language: course.language, id: name })), anew),
    style && fetchStyle(`resources/${name}.${style}.css`),
    course.blocks && fetchStyle(course.blocks), // of blocks it may show a part
  ]);
  return { resource, file };
}

/** Load the questions of banks. */
export async function loadPool(course: Course, names: string[]): Promise<Drawable[]> {
  await Promise.all(names.map((name) => once(bankFile(course, name), () => banks.get(bankName(course, name)))));
  return pool(course, names);
}

/** Load what wakes questions, if the course has any, with what it says and how it looks. */
export async function loadQuestions({ blocks, language, questions }: Course, anew = false): Promise<Questions | undefined> {
  const style = blocks ? fetchStyle(blocks) : undefined;
  const found = questions ? await once(questions, () => (phrases.has(nameOf({ language, id: "questions" })) ? parts.questions : undefined), anew) : undefined;
  await style;
  return found;
}

/** Load what the first page did without. */
export const loadLater = ({ later: [script, words, style], language }: Course) => Promise.all([once(script, () => parts.later), once(words, () => phrases.has(nameOf({ language, id: "later" })) || undefined), fetchStyle(style, true)]);

/** Load what keeps the record where the target's store cannot. */
export const loadFallback = (file: string): Promise<OpenCabinet> => once(file, () => parts.fallback);

/** Load what packs records for elsewhere. */
export const loadParcel = (course: Course): Promise<Packing> => once(course.parcel, () => parts.parcel);

const bankName = (course: Course, name: string) => nameOf({ language: course.banks?.[name]?.[1] ?? "", id: name });
const bankFile = (course: Course, name: string) => `banks/${bankName(course, name)}.${course.banks?.[name]?.[0]}.js`;

/** The questions of banks that were loaded. */
export function pool(course: Course, names: string[]): Drawable[] {
  return names.flatMap((name) => {
    const language = course.banks?.[name]?.[1];
    const items = banks.get(bankName(course, name)) ?? [];
    return language === course.language ? items : items.map((item) => ({ ...item, language }));
  });
}

/** Load what is known of the course in a language. */
export function loadOutline(language: string, file: string): Promise<OutlineFile> {
  return once(file, () => outlines.get(language));
}

/** Run a script once. Rejects when it is missing or is something else, such as a login page. */
function once<T>(file: string, find: () => T | undefined, anew = false): Promise<T> {
  const there = find();
  if (there) return Promise.resolve(there);
  let promise = coming.get(file) as Promise<T> | undefined;
  if (!promise) {
    promise = fetchScript(anew ? `${file}?${Date.now()}` : file).then(() => find() ?? Promise.reject(new Error(file)));
    coming.set(file, promise);
    promise.catch(() => coming.delete(file));
  }
  return promise;
}

function fetchScript(file: string): Promise<void> {
  return tuokio.pieces?.(file) ?? new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = file;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(file));
    document.head.append(script);
  });
}

const styles = new Map<string, Promise<void>>();

/** Load a style once. One that does not come leaves plain what it was for. What is `common` yields to the styles of blocks and resources, whichever comes first. */
function fetchStyle(file: string, common = false): Promise<void> {
  const coming =
    styles.get(file) ??
    tuokio.pieces?.(file, common) ??
    new Promise<void>((resolve) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = file;
      link.onload = link.onerror = () => resolve();
      common ? document.querySelector("link[rel=stylesheet]")!.after(link) : document.head.append(link);
    });
  styles.set(file, coming);
  return coming;
}
