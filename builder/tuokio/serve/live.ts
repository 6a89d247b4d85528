/** Put on every page that `tuokio serve` sends: hears what came of a build, shows it, and reloads when the course is new. */
import { Overlay, type Report } from "./overlay.ts";
import { keepPlace, restorePlace } from "./place.ts";

type Message = { command: "hello" } | { command: "reload"; path: string } | Report;

const RETRY = 500; // ms, and slower each time
const SLOWEST = 4000;
const PATIENCE = 1000; // a server that starts anew is back by then

const { course, revision } = (document.currentScript as HTMLScriptElement).dataset as { course: string; revision: string };
const overlay = new Overlay();

restorePlace();
connect(RETRY);

function connect(wait: number): void {
  const socket = new WebSocket(`ws://${location.host}/-/live`);
  const send = (message: object) => socket.send(JSON.stringify(message));
  socket.onopen = () => {
    wait = RETRY;
    overlay.reach(true);
    send({ command: "hello", protocols: ["http://livereload.com/protocols/official-7"] });
    // The revision: what was built between this page and this moment would otherwise be missed.
    send({ command: "info", url: location.href, course, revision });
  };
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(data as string) as Message;
    if (message.command === "report") overlay.show(message);
    if (message.command === "reload" && message.path === course) {
      keepPlace();
      location.reload();
    }
  };
  socket.onclose = () => {
    if (wait > PATIENCE) overlay.reach(false);
    setTimeout(connect, wait, Math.min(wait * 1.5, SLOWEST));
  };
}
