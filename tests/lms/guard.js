// A strict SCORM host around a lenient runtime (scorm-again). Every call is written down; what a real host refuses is
// refused, and what is refused, or does harm in some host, is a violation with its reason.
import { Doubt, SCORM12, SCORM2004, WAYS } from "./grammar.js";

const EDITIONS = {
  "1.2": {
    model: SCORM12,
    names: { initialize: "LMSInitialize", terminate: "LMSFinish", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", lastError: "LMSGetLastError", errorString: "LMSGetErrorString", diagnostic: "LMSGetDiagnostic" },
    codes: { twice: 101, again: 101, unknown: 401, keyword: 402, readOnly: 403, writeOnly: 404, type: 405, order: 201, dependency: 201, failed: 101, argument: 201, terminate: [301, 301], get: [301, 301], set: [301, 301], commit: [301, 301] },
    exit: "cmi.core.exit", time: "cmi.core.session_time", mode: "cmi.core.lesson_mode", score: /^cmi\.core\.score\./, status: ["cmi.core.lesson_status"],
  },
  2004: {
    model: SCORM2004,
    names: { initialize: "Initialize", terminate: "Terminate", get: "GetValue", set: "SetValue", commit: "Commit", lastError: "GetLastError", errorString: "GetErrorString", diagnostic: "GetDiagnostic" },
    codes: { twice: 103, again: 104, unknown: 401, keyword: 404, readOnly: 404, writeOnly: 405, type: 406, order: 351, dependency: 408, failed: 391, argument: 201, terminate: [112, 113], get: [122, 123], set: [132, 133], commit: [142, 143] },
    exit: "cmi.exit", time: "cmi.session_time", mode: "cmi.mode", score: /^cmi\.(score\.|progress_measure)/, status: ["cmi.completion_status", "cmi.success_status"],
  },
};
const HELD = { passed: ["passed"], completed: ["completed", "passed", "failed"] }; // what may follow without taking something back
const JOURNAL = /^cmi\.interactions\.(\d+)\.(.+)$/;
const FALSE = "false";
const TRUE = "true";

/**
 * Return the API object a course finds. `given` are the values it starts with, which `runtime` has already; `store(values, last)` keeps
 * what was set since it last worked, and says whether it did; `leaving()` says whether the page is being left; `note(entry)` is told of every call.
 */
export function guard(edition, runtime, { given = {}, store = () => true, leaving = () => false, note = () => undefined }) {
  const { model, names, codes, exit, time, mode, score, status } = EDITIONS[edition];
  const values = { ...given }; // as they stand
  const written = new Set(); // what this session has set
  let unsent = {};
  const before = Object.keys(given).flatMap((element) => JOURNAL.exec(element)?.[1] ?? []);
  const journal = { count: before.length ? Math.max(...before) + 1 : 0, type: "", order: [], ways: [] };
  let state = "new";
  let error = 0;

  /** Run one call, and write down what came of it. */
  const call = (name, args, act) => {
    const entry = { call: names[name], args: args.map((arg) => (typeof arg === "string" && arg.length > 300 ? `${arg.slice(0, 300)}… (${arg.length})` : arg)), violations: [] };
    const wrong = (reason) => entry.violations.push(`${names[name]}(${entry.args.map((arg) => JSON.stringify(arg)).join(", ")}): ${reason}`);
    error = 0;
    /** Refuse: set the error and say why. */
    const refuse = (code, reason, returned = FALSE) => {
      error = code;
      wrong(reason);
      return returned;
    };
    entry.returned = act(refuse, wrong);
    entry.error = error;
    note(entry);
    return entry.returned;
  };

  const open = (name, refuse, returned) => {
    const [early, late] = codes[name];
    if (state === "open") return undefined;
    return state === "new" ? refuse(early, "comes before the session is open", returned) : refuse(late, "comes after the session was finished", returned);
  };
  const empty = (args, refuse) => (args.length === 1 && args[0] === "" ? undefined : refuse(codes.argument, 'wants "" as its only argument'));
  const send = (last) => {
    const sent = unsent;
    unsent = {};
    if (store(sent, last)) return true;
    unsent = { ...sent, ...unsent };
    return false;
  };
  const pattern = (element) => element.replace(/\.(0|[1-9]\d*)(?=\.)/g, ".n");
  const lastError = () => Number(runtime[names.lastError]());

  /** Say what is wrong with where in the journal of interactions a value goes: only to its end, its id first, then its type, and each once. */
  const place = (element, value) => {
    const [, index, field] = JOURNAL.exec(element) ?? [];
    if (index === undefined) return undefined;
    if (field === "id") return Number(index) === journal.count ? undefined : [codes.order, `goes to ${index}, and the end of the journal is ${journal.count}`];
    if (Number(index) !== journal.count - 1 || !journal.order.length) return [codes.dependency, "comes before its id, or to an interaction that was written before"];
    if (journal.order.includes(field)) return [codes.order, "is written a second time"];
    if (field !== "type" && !journal.order.includes("type")) return [codes.dependency, "comes before its type"];
    const way = /^correct_responses\.(\d+)\.pattern$/.exec(field)?.[1];
    if (way === undefined) return undefined;
    if (Number(way) !== journal.ways.length) return [codes.order, `is right answer ${way}, and ${journal.ways.length} comes next`];
    if (edition !== "1.2" && journal.ways.length >= (WAYS[journal.type] ?? Infinity)) return [codes.order, `is one right answer too many for ${journal.type}`];
    return journal.ways.includes(value) ? [codes.order, "is a right answer that is there already"] : undefined;
  };
  const noteJournal = (element, value) => {
    const [, index, field] = JOURNAL.exec(element) ?? [];
    if (field === "id") Object.assign(journal, { count: Number(index) + 1, type: "", order: ["id"], ways: [] });
    else if (field) journal.order.push(field);
    if (field === "type") journal.type = value;
    if (field?.startsWith("correct_responses.")) journal.ways.push(value);
  };

  /** Say what a host takes and a course should still not do. */
  const disapprove = (element, value, wrong) => {
    if ((score.test(element) || status.includes(element)) && ["review", "browse"].includes(values[mode]) && value !== values[element]) wrong(`changes a result in mode ${values[mode]}`);
    if (status.includes(element) && HELD[values[element]] && !HELD[values[element]].includes(value)) wrong(`takes back "${values[element]}"`);
    if (element === "cmi.objectives.0.id" && given[element]) wrong("names the objective anew that the manifest has brought");
  };

  const set = (element, value, refuse, wrong) => {
    if (typeof element !== "string" || !element) return refuse(codes.argument, "names no element");
    if (typeof value !== "string") return refuse(codes.type, `gives a ${typeof value}, not a string`);
    const known = model[pattern(element)];
    if (!known) return refuse(codes.unknown, "is not in the data model");
    if (known.use === "r") return refuse(/\._(children|count|version)$/.test(element) ? codes.keyword : codes.readOnly, "can only be read");
    const misplaced = place(element, value);
    if (misplaced) return refuse(...misplaced);
    const fault = known.check(value, journal);
    if (fault && !(fault instanceof Doubt)) return refuse(codes.type, fault);
    if (fault) wrong(String(fault));
    disapprove(element, value, wrong);
    if (runtime[names.set](element, value) !== TRUE) return refuse(lastError(), "the runtime refuses it");
    noteJournal(element, value);
    written.add(element);
    values[element] = unsent[element] = value;
    return TRUE;
  };

  const get = (element, refuse) => {
    if (typeof element !== "string" || !element) return refuse(codes.argument, "names no element", "");
    const known = model[pattern(element)];
    if (!known) return refuse(codes.unknown, "is not in the data model", "");
    if (known.use === "w") return refuse(codes.writeOnly, "can only be written", "");
    const value = runtime[names.get](element);
    error = lastError();
    if (error && error !== 403) return refuse(error, "cannot be read", ""); // 403: nothing there yet, as must be asked
    return String(value);
  };

  const finish = (refuse, wrong) => {
    if (!written.has(exit) || values[exit] !== "suspend") wrong(`leaves with exit "${written.has(exit) ? values[exit] : ""}": hosts then forget suspend_data or start anew`);
    if (!written.has(time)) wrong("leaves without a session time");
    if (status.every((element) => [undefined, "", "not attempted", "unknown"].includes(values[element]))) wrong("leaves without ever having set a status: that is completed in Moodle");
    runtime[names.terminate]("");
    state = "over";
    return send(true) ? TRUE : ((error = edition === "1.2" ? 101 : 111), FALSE);
  };

  return {
    [names.initialize]: (...args) =>
      call("initialize", args, (refuse) => {
        if (state !== "new") return refuse(state === "open" ? codes.twice : codes.again, "the session was opened before");
        return empty(args, refuse) ?? ((state = "open"), runtime[names.initialize](""));
      }),
    [names.terminate]: (...args) => call("terminate", args, (refuse, wrong) => open("terminate", refuse) ?? empty(args, refuse) ?? finish(refuse, wrong)),
    [names.commit]: (...args) =>
      call("commit", args, (refuse) => {
        const stopped = open("commit", refuse) ?? empty(args, refuse);
        if (stopped) return stopped;
        if (!leaving() && send(false)) return TRUE;
        if (leaving()) return refuse(codes.failed, "comes while the page is left, where browsers block it");
        error = codes.failed;
        return FALSE;
      }),
    [names.set]: (...args) => call("set", args, (refuse, wrong) => open("set", refuse) ?? set(...args.slice(0, 2), refuse, wrong)),
    [names.get]: (...args) => call("get", args, (refuse) => open("get", refuse, "") ?? get(args[0], refuse)),
    [names.lastError]: () => String(error),
    [names.errorString]: (code) => runtime[names.errorString](code),
    [names.diagnostic]: (code) => runtime[names.diagnostic](code),
  };
}
