/** Loads modules: each is a classic script that registers itself (`fetch` and module scripts fail on file://). */
import type { Entry, Module } from "./outline.ts";

const arrived = new Map<string, Module>();
const coming = new Map<string, Promise<Module>>();

/** Called by the module's own script. */
export function register(id: string, module: Module): void {
  arrived.set(id, module);
}

export function loaded(id: string): Module | undefined {
  return arrived.get(id);
}

/**
 * Load a module once. Rejects when the script is missing or is something else, such as a login page.
 * `anew` goes round the browser's cache, which may have kept that something else.
 */
export function load(entry: Entry, anew = false): Promise<Module> {
  let promise = coming.get(entry.id);
  if (!promise) {
    promise = fetchScript(anew ? `${entry.file}?${Date.now()}` : entry.file).then(() => arrived.get(entry.id) ?? Promise.reject(new Error(entry.file)));
    coming.set(entry.id, promise);
    promise.catch(() => coming.delete(entry.id));
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
