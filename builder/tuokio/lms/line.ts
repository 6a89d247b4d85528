/**
 * The line to a learning platform: the API object it has put where a course finds it, called with strings only, each return and error looked at.
 * The known client of npm (pipwerks-scorm-api-wrapper) trips over parents of another origin and sets statuses and exits by itself, so this is our own.
 */
type Api = Record<string, (...given: string[]) => unknown>;

/** What is called otherwise in a version, and which of its errors say what. */
export interface Calls {
  /** The object's name in its window. */
  api: string;
  /** How the names of its functions begin. */
  prefix: string;
  finish: "Finish" | "Terminate";
  /** Whether an error says that there is no session, or none any more. */
  isOver(error: number): boolean;
}

export interface Line {
  /** Whether there is a session. */
  isOpen(): boolean;
  /** Begin one; `known` is an element that can be read in any, by which one is noticed that has begun already. */
  start(known: string): boolean;
  /** An element's value, empty where it has none yet; undefined if it cannot be read. */
  get(element: string): string | undefined;
  /** Set an element. False if that is refused, which is told to whoever debugs, or if there is no session any more. */
  set(element: string, value: string): boolean;
  /** Have what was set kept for good. */
  commit(): boolean;
  /** End the session, with which what was set is kept. */
  finish(): void;
}

const NOT_SET = 403; // SCORM 2004 of an element that has no value yet; in 1.2 only a set can fail so
const FURTHEST = 500; // frames around the course

/** Look for the platform's API: in the windows around a course, then where its window was opened from, then where the whole page was. */
export function find(name: string, here: Window): Api | undefined {
  return search(here, name) ?? search(here.opener, name) ?? search(here.top?.opener, name);
}

function search(from: Window | null | undefined, name: string, left = FURTHEST): Api | undefined {
  if (!from || !left) return undefined;
  try {
    const api = (from as unknown as Record<string, Api | undefined>)[name];
    if (api) return api;
  } catch {
    // a page of another origin: what is around it may be ours
  }
  return from.parent === from ? undefined : search(from.parent, name, left - 1);
}

/** Speak to the platform in the words of a version. */
export function speak(api: Api, calls: Calls): Line {
  let open = false;

  /** What a function returns; undefined if it threw, as when the platform's window is gone. */
  function call(name: string, ...given: string[]): unknown {
    try {
      return api[calls.prefix + name]!(...given) ?? "";
    } catch {
      return undefined;
    }
  }

  const error = () => Number(call("GetLastError"));

  /** Whether a call did what it should; if not, whether there is a session any more. */
  function isDone(returned: unknown): boolean {
    if (String(returned) === "true") return true;
    open &&= returned !== undefined && !calls.isOver(error());
    return false;
  }

  const line: Line = {
    isOpen: () => open,
    start: (known) => (open = isDone(call("Initialize", "")) || Boolean(line.get(known))),
    get(element) {
      const value = call("GetValue", element);
      if (value === undefined) return undefined;
      return value === "" && ![0, NOT_SET].includes(error()) ? undefined : String(value); // of a value, some leave the error of a call before
    },
    set(element, value) {
      if (isDone(call("SetValue", element, value))) return true;
      console.warn(element, value, error());
      return false;
    },
    commit: () => isDone(call("Commit", "")),
    finish() {
      call(calls.finish, "");
      open = false;
    },
  };
  return line;
}
