import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { scorm12 } from "../targets/scorm12/dialect.ts";
import { scorm2004 } from "../targets/scorm2004/dialect.ts";
import { find, speak } from "./line.ts";

const API = { LMSInitialize: () => "true" };
/** A window inside another; of a foreign one, nothing but where it is can be asked. */
const inside = (parent: unknown, more: object = {}, foreign = false) => {
  const here: Record<string, unknown> = { parent, opener: null, ...more };
  if (!parent) here["parent"] = here;
  here["top"] = parent ? (parent as Record<string, unknown>)["top"] : here;
  return (foreign ? new Proxy(here, { get: (from, name) => (["parent", "opener", "top"].includes(name as string) ? from[name as string] : fail()) }) : here) as unknown as Window;
};
const fail = (): never => {
  throw new DOMException("foreign", "SecurityError");
};

test("the API is found in the windows around, also past one of another origin, or where the window was opened from", () => {
  const host = inside(null, { API });
  equal(find("API", inside(inside(host))), API);
  equal(find("API", inside(inside(host, {}, true))), API);
  equal(find("API", inside(null, { opener: inside(host) })), API);
  equal(find("API", inside(inside(null, { opener: host }))), API, "the whole page was opened from it");
  equal(find("API_1484_11", inside(host)), undefined);
  equal(find("API", inside(inside(null, {}, true))), undefined);
});
test("a page within itself is looked through once", () => {
  let windows = 0;
  const endless: Window = new Proxy({}, { get: (_, name) => (name === "parent" ? (windows++, { ...endless, parent: endless }) : name === "opener" || name === "top" ? null : undefined) }) as never;
  equal(find("API", endless), undefined);
  equal(windows < 1001, true);
});

/** An API that answers as it is told, and writes down what it hears. */
const host = (answers: Record<string, unknown>) => {
  const heard: unknown[][] = [];
  const api = new Proxy({}, { get: (_, name: string) => (...given: string[]) => {
    heard.push([name, ...given]);
    const answer = answers[name];
    return typeof answer === "function" ? answer(...given) : answer;
  } }) as Record<string, (...given: string[]) => unknown>;
  return { api, heard };
};

test("a value is believed, an error is none, and what has no value yet is empty", () => {
  const { api } = host({ Initialize: "true", GetValue: (element: string) => (element === "cmi.location" ? "m/a" : ""), GetLastError: "301" });
  const line = speak(api, scorm2004);
  equal(line.get("cmi.location"), "m/a");
  equal(line.get("cmi.suspend_data"), undefined, "it is unknown what is there");
  equal(speak(host({ GetValue: "", GetLastError: "403" }).api, scorm2004).get("cmi.suspend_data"), "");
});
test("a refused value does not end the session, an error that says so does, and so does a window that is gone", (t) => {
  t.mock.method(console, "warn", () => undefined);
  const after = (error: string, set: unknown = "false") => {
    const line = speak(host({ LMSInitialize: "true", LMSSetValue: set, LMSGetLastError: error, LMSGetErrorString: "" }).api, scorm12);
    line.start("cmi.core.student_id");
    line.set("cmi.suspend_data", "x");
    return line.isOpen();
  };
  deepEqual([after("405"), after("0"), after("301"), after("0", fail)], [true, true, false, false]);
});
test("a session that has begun already is one", () => {
  const line = speak(host({ LMSInitialize: "false", LMSGetValue: "aino", LMSGetLastError: "101" }).api, scorm12);
  equal(line.start("cmi.core.student_id"), true);
  equal(speak(host({ LMSInitialize: fail, LMSGetValue: fail }).api, scorm12).start("cmi.core.student_id"), false);
});
