/** Put on every page that `tuokio serve` sends: hears what came of a build, shows it, and reloads when the course is new. */
import { Desk } from "./desk.ts";
import { openGates, watchGates } from "./gates.ts";
import { Marks } from "./marks.ts";
import { Overlay, type Report } from "./overlay.ts";
import { Pencil } from "./pencil.ts";
import { Phone } from "./phone.ts";
import { keepPlace, restorePlace } from "./place.ts";
import type { Problem } from "./problem.ts";
import { hasSchemes, isDark, turn, wear, wearScheme } from "./scheme.ts";
import { keep, recall } from "./store.ts";
import { deal, findHere, idOf, type Sheet } from "./sheet.ts";

type Message = { command: "hello" } | { command: "reload"; path: string } | Report | Sheet;

const RETRY = 500; // ms, and slower each time
const SLOWEST = 4000;
const PATIENCE = 1000; // a server that starts anew is back by then

const JOURNEY = 5000; // whoever is elsewhere by then is not fetched back

const { course, revision } = (document.currentScript as HTMLScriptElement).dataset as { course: string; revision: string };
const isFramed = window.parent !== window; // as wide as a phone: the tools are around it
if (isFramed) document.documentElement.style.scrollbarWidth = "none"; // that of a phone takes no room
const phone = new Phone();
const marks = new Marks();
const desk = isFramed ? undefined : new Desk({ list: () => overlay?.toggle(), phone: togglePhone, dark: toggleDark, gates: toggleGates }, hasSchemes());
const overlay = isFramed ? undefined : new Overlay(leap, (open) => desk?.list(open));
let send: (message: object) => void = () => undefined;
let sheet: Sheet | undefined;
let asked = "";
let wanted: Problem | undefined; // what the reader goes to

new Pencil((id) => sheet?.blocks[id]);
addEventListener("begin", watchGates, { once: true });
wearScheme();
showChoices();
addEventListener("storage", showChoices);
restorePlace();
connect(RETRY);
if (!isFramed && Phone.wasOn) togglePhone();
const watched = document.getElementById("main");
if (watched) {
  let waiting = 0;
  const soon = () => (waiting ||= requestAnimationFrame(() => ((waiting = 0), look())));
  new MutationObserver(soon).observe(watched, { childList: true, subtree: true });
  addEventListener("hashchange", () => requestAnimationFrame(soon)); // to another place of the same step nothing on the page changes
  watched.addEventListener("focusin", () => lead());
}

function connect(wait: number): void {
  const socket = new WebSocket(`ws://${location.host}/-/live`);
  send = (message) => socket.readyState === WebSocket.OPEN && socket.send(JSON.stringify(message));
  socket.onopen = () => {
    wait = RETRY;
    overlay?.reach(true);
    send({ command: "hello", protocols: ["http://livereload.com/protocols/official-7"] });
    // The revision: what was built between this page and this moment would otherwise be missed.
    send({ command: "info", url: location.href, course, revision });
  };
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data as string) as Message;
    if (message.command === "report") {
      overlay?.show(message);
      desk?.tell(message.problems);
      asked = "";
      look();
    }
    if (message.command === "sheet") {
      sheet = message;
      look();
    }
    if (message.command === "reload" && message.path === course) reload();
  };
  socket.onclose = () => {
    if (wait > PATIENCE) overlay?.reach(false);
    setTimeout(connect, wait, Math.min(wait * 1.5, SLOWEST));
  };
}

function reload(): void {
  if (phone.isOn) return phone.age(); // what is in the frame hears of it too
  keepPlace();
  location.reload();
}

/** Ask what is to be said of the module on screen, once for each and after each build, and show what is known. */
function look(): void {
  const here = findHere();
  const { lang } = document.documentElement;
  if (here && asked !== `${here.module} ${lang}`) {
    asked = `${here.module} ${lang}`;
    send({ command: "look", module: here.module, language: lang });
  }
  const isKnown = here && sheet?.module === here.module && sheet.language === lang;
  marks.show(isKnown ? deal(sheet!, here.step, Object.keys(sheet!.steps)[0] ?? "") : new Map());
  if (wanted && marks.visit(wanted)) wanted = undefined;
  lead();
}

function lead(): void {
  const here = findHere();
  const step = here && !phone.isOn && sheet?.module === here.module ? sheet.steps[here.step] ?? Object.values(sheet.steps)[0] : "";
  const block = idOf(document.activeElement) ?? "";
  desk?.lead(step || "", (step && sheet?.blocks[block]) || "", block);
}

/** The reader follows a finding: the page goes to its step by itself, and once that is there, to the mark. */
function leap(problem: Problem): void {
  if (phone.isOn) togglePhone();
  if (!matchMedia("(min-width: 62rem)").matches) overlay?.close();
  wanted = problem;
  setTimeout(() => (wanted = undefined), JOURNEY);
  if (decodeURI(location.hash).startsWith(problem.address)) setTimeout(look);
}

function togglePhone(): void {
  phone.toggle();
  desk?.press("phone", phone.isOn);
  lead();
}

function toggleDark(): void {
  turn();
  showChoices();
}

function toggleGates(): void {
  keep("gates", recall("gates") ? "" : "open");
  showChoices();
}

/** What was chosen here or around this frame. */
function showChoices(): void {
  wear();
  openGates(recall("gates") === "open");
  desk?.press("dark", isDark());
  desk?.press("gates", recall("gates") === "open");
}
