/** Wakes a video or a sound: captions, places to go to, and the line that is being said. */
import type { Around } from "./block.ts";

type Cue = [from: number, to: number, text: string];

export interface RecordingData {
  /** Language, its own name, what is said. The language of the text around it comes first. */
  captions?: [language: string, name: string, cues: Cue[]][];
}

export function wakeRecording(root: HTMLElement, { data, say }: Around<RecordingData>): void {
  const player = root.querySelector<HTMLMediaElement>("video, audio");
  if (!player) return;
  const lines = [...root.querySelectorAll<HTMLElement>("[data-from]")];
  const chapters = [...root.querySelectorAll<HTMLElement>("[data-at]")];
  setPoster(root, player);
  addCaptions(player, data);

  player.addEventListener("play", () => {
    for (const other of document.querySelectorAll<HTMLMediaElement>("video, audio")) if (other !== player) other.pause();
  });
  player.addEventListener("timeupdate", () => {
    const now = player.currentTime;
    for (const line of lines) line.classList.toggle("now", Number(line.dataset.from) <= now && now < Number(line.dataset.to));
    const current = chapters.filter((chapter) => Number(chapter.dataset.at) <= now + 0.05).pop();
    for (const chapter of chapters) chapter === current ? chapter.setAttribute("aria-current", "true") : chapter.removeAttribute("aria-current");
  });
  for (const chapter of chapters) chapter.addEventListener("click", () => playFrom(player, Number(chapter.dataset.at)));
  // One that has begun goes on as it can: a computer without a loudspeaker reports an error and plays.
  player.addEventListener("error", () => player.readyState || giveUp(root, player, say));
}

/** A picture that the page brought becomes the poster: its name is known only to what sets pictures. */
function setPoster(root: HTMLElement, player: HTMLMediaElement): void {
  const picture = root.querySelector<HTMLImageElement>(".film img");
  if (!picture) return;
  (player as HTMLVideoElement).poster = picture.getAttribute("src")!;
  picture.remove();
}

/** Captions are added by script: a `<track>` is not loaded from a folder. */
function addCaptions(player: HTMLMediaElement, { captions = [] }: RecordingData): void {
  captions.forEach(([language, name, cues], at) => {
    const track = player.addTextTrack("captions", name, language);
    for (const [from, to, text] of cues) track.addCue(new VTTCue(from, to, text.replace(/&/g, "&amp;").replace(/</g, "&lt;")));
    track.mode = at ? "disabled" : "showing";
  });
}

/** An iPhone knows no times before it plays. */
function playFrom(player: HTMLMediaElement, at: number): void {
  const go = () => void (player.currentTime = at);
  player.readyState ? go() : player.addEventListener("loadedmetadata", go, { once: true });
  player.play()?.catch(() => {});
}

function giveUp(root: HTMLElement, player: HTMLMediaElement, say: Around<RecordingData>["say"]): void {
  const text = root.querySelector("details");
  (player.closest<HTMLElement>(".film") ?? player).hidden = true;
  for (const list of root.querySelectorAll<HTMLElement>("ol.chapters")) list.hidden = true;
  root.querySelector(".unplayable")!.textContent = say("unplayable");
  if (text) text.open = true;
}
