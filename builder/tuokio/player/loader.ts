/** Loads outlines and modules: each is a classic script that registers itself (`fetch` and module scripts fail on file://). */
import type { Entry, Module, OutlineFile } from "./outline.ts";

const modules = new Map<string, Module>();
const outlines = new Map<string, OutlineFile>();
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

export function loaded(entry: Entry): Module | undefined {
  return modules.get(nameOf(entry));
}

/** Load a module once. `anew` goes round the browser's cache, which may have kept something else. */
export function load(entry: Entry, anew = false): Promise<Module> {
  return once(entry.file, () => loaded(entry), anew);
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
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = file;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(file));
    document.head.append(script);
  });
}
