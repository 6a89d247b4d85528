/** Finds in the document what other targets load as files: `document.py` put it there. */

const addresses = new Map<string, string>();
const pieces = (file: string) => [...document.querySelectorAll<HTMLScriptElement>(`script[data-of~="${file}"]`)];

/** Whether a place of the document was reached: all `text` is there, or its `end`. Half a download has none. */
export const reached = (place: "text" | "end"): boolean => pieces(place).length > 0;

/** Resolves once the document has been read to its end. */
export const read = new Promise<unknown>((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));

/** Have a file of the course do what it does: hand its data to the player, run, or style the page. What is `common` yields to all other styles. Rejects where there is no such file. */
export async function bring(file: string, common?: boolean): Promise<void> {
  const found = pieces(file.split("?")[0]!);
  if (!found.length) throw new Error(file);
  for (const piece of found.filter(({ dataset }) => dataset.call)) {
    const call = tuokio[piece.dataset.call as "words"] as (...given: unknown[]) => void;
    call(...JSON.parse(await fill(piece.text)));
  }
  for (const piece of found.filter(({ dataset }) => !dataset.call)) {
    const living = document.createElement(piece.type === "text/css" ? "style" : "script");
    living.textContent = piece.text;
    common ? document.querySelector("style")!.after(living) : document.head.append(living);
  }
  for (const piece of found) piece.remove(); // it is there now, and what several languages share need not run twice
}

const SHOWN = /( src=\\")(media\/[\w.-]+)/g;

/** Put addresses that work for the names of pictures and recordings, which stand last in the document. Files to be opened keep theirs until they are. */
async function fill(json: string): Promise<string> {
  if ([...json.matchAll(SHOWN)].some(([, , name]) => !addressOf(name!))) await read;
  return json.replace(SHOWN, (whole, before: string, name: string) => (addressOf(name) ? before + addressOf(name) : whole));
}

/** One address for each file, however many pages and languages show it; empty for what is not in the document yet. */
function addressOf(name: string): string {
  const piece = addresses.has(name) ? undefined : pieces(name)[0];
  if (piece?.nextSibling || (piece && document.readyState !== "loading")) {
    const letters = atob(piece.text.slice(0, piece.text.length & ~3)); // of one that was cut short, what there is
    const bytes = new Uint8Array(letters.length);
    for (let at = 0; at < bytes.length; at++) bytes[at] = letters.charCodeAt(at);
    addresses.set(name, URL.createObjectURL(new Blob([bytes], { type: piece.dataset.type! })));
    piece.remove();
  }
  return addresses.get(name) ?? "";
}

/** A file beside the text is saved when it is asked for, under the name its author gave it. */
export function handOut(event: Event): void {
  const link = (event.target as Element).closest?.<HTMLAnchorElement>('a[href^="media/"]');
  if (!link) return;
  const name = link.getAttribute("href")!;
  const address = addressOf(name);
  if (!address) {
    event.preventDefault();
    return void read.then(() => addressOf(name) && link.click());
  }
  link.download = name.slice("media/".length).replace(/\.[0-9a-f]{8}(?=\.)/, "");
  link.href = address;
}
