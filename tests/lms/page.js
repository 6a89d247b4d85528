// The page of the host: it has the API, opens the course in a frame or a window, and sends what is kept to the server.
import { Scorm12API } from "/scorm-again/scorm12.js";
import { Scorm2004API } from "/scorm-again/scorm2004.js";
import { guard } from "/lms/guard.js";

const session = JSON.parse(document.getElementById("session").textContent);
const { edition, given, launch, frame } = session;
const address = (what) => `/${what}/${session.id}`;
let leaves = false; // the course, or this page with it
const leave = () => {
  leaves = true;
  setTimeout(() => (leaves = false)); // where only the course goes, this page lives on
};
let finished = false;

/** Commit as hosts do, by a request that is waited for. */
const post = (what, body) => {
  const request = new XMLHttpRequest();
  request.open("POST", address(what), false);
  try {
    request.send(body);
    return request.status === 200;
  } catch {
    leave(); // a request that is waited for is blocked then, at least by Chromium: nothing says it earlier
    return false;
  }
};

// What was called is told at the end of each task of the course, so that whoever looks afterwards finds it, and little is left for the moment a page goes.
let untold = JSON.parse(localStorage.getItem("untold") ?? "[]");
localStorage.removeItem("untold");
const tell = () => {
  const calls = untold;
  untold = [];
  if (calls.length && !post("calls", JSON.stringify(calls))) {
    untold = [...calls, ...untold];
    tellLeaving();
  }
};
const tellLeaving = () => {
  if (!navigator.sendBeacon(address("calls"), JSON.stringify(untold))) localStorage.setItem("untold", JSON.stringify(untold)); // the next page tells
  untold = [];
};
const note = (entry) => {
  untold.push({ session: session.id, ...entry });
  if (leaves && (finished || entry.violations.length)) tellLeaving();
  else if (!leaves && untold.length === 1) queueMicrotask(tell);
};

/** Keep the values. A course that is left gets no more than a beacon, and nobody learns whether that was too large. */
const store = (values, last) => {
  const body = JSON.stringify(values);
  finished ||= last;
  if (!leaves && post(last ? "finish" : "commit", body)) return true;
  if (!last || !leaves) return false; // it was not blocked: the server failed
  if (!navigator.sendBeacon(address("finish"), body)) note({ call: "sendBeacon", args: [], returned: "false", error: 0, violations: [`What is left at the end has ${new Blob([body]).size} bytes, and a beacon holds 65,536: it is lost`] });
  return true;
};

const runtime = new (edition === "1.2" ? Scorm12API : Scorm2004API)({ logLevel: 5 });
runtime.loadFromFlattenedJSON(given, "");
const api = guard(edition, runtime, { given, store, leaving: () => leaves, note });
const initialize = edition === "1.2" ? "LMSInitialize" : "Initialize";
const begin = api[initialize];
/** Open a session, and from now on know when the page of the course goes: by now it has come. */
api[initialize] = (...args) => {
  const course = frame === "popup" ? opened : frame === "nested" ? frames[0].frames[0] : frames[0];
  course.addEventListener("pagehide", leave);
  return begin(...args);
};
addEventListener("pagehide", leave);
window[edition === "1.2" ? "API" : "API_1484_11"] = api;

let opened;
if (frame === "popup") {
  const button = Object.assign(document.createElement("button"), { textContent: "Open the course" }); // browsers open no window unasked
  button.addEventListener("click", () => (opened = open(launch, "course")));
  document.body.append(button);
} else {
  const element = document.createElement("iframe");
  element.title = session.title;
  element.src = frame === "nested" ? `/nest/${session.id}` : launch;
  document.body.append(element);
}
