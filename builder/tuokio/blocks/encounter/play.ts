/** The pair game: a phone that goes from hand to hand, and says each time who holds it and what to do. */
import type { Wakeful } from "../block.ts";
import { deal } from "./deal.ts";
import { after, before, newGame, PHASES, read, unrated, write, type Game, type Ratings } from "./game.ts";
import { whileHeld } from "./hold.ts";
import type { Encounter } from "./model.d.ts";
import { compare, rate } from "./rating.ts";

const wake: Wakeful<Encounter>["wake"] = (root, { id, data, say, state, record, order }) => {
  const find = <E extends HTMLElement>(selector: string) => root.querySelector<E>(selector)!;
  const prepared = find<HTMLTemplateElement>("template");
  prepared.replaceWith(prepared.content);
  const screens = new Map(PHASES.map((phase) => [phase, find(`[data-phase="${phase}"]`)]));
  const [title, card, secret, hold, keep, said] = [find(".encounter-title"), find(".encounter-card"), find(".encounter-secret"), find<HTMLButtonElement>(".encounter-hold"), find(".encounter-keep"), find(".encounter-said")];
  let game: Game = read(data, state()?.draft);
  let partner: Ratings = unrated(data.watched); // lives here, and nowhere else, until the turn is over
  let writing = 0;
  let dealing = false;

  const turn = () => game.turns[game.at]!;
  const keepGame = () => note({ kind: "drafted", response: write(game) });

  async function note(event: { kind: "drafted" | "played"; response: string[] }): Promise<void> {
    writing++;
    await record({ ...event, of: id, rev: data.rev });
    writing--;
  }

  async function dealCard(): Promise<void> {
    const dealt = deal(data, state()?.played ?? [], order);
    dealing = true; // the next deal has to know of this one
    await note({ kind: "played", response: dealt });
    dealing = false;
    game.turns[game.at] = { card: dealt, self: unrated(data.watched) };
    partner = unrated(data.watched);
  }

  function reveal(shown: boolean): void {
    const kept = keep.getAttribute("aria-pressed") === "true";
    secret.classList.toggle("shown", shown || kept);
    hold.setAttribute("aria-pressed", String(shown));
  }

  function stayOpen(stays: boolean): void {
    keep.setAttribute("aria-pressed", String(stays));
    document[stays ? "addEventListener" : "removeEventListener"]("visibilitychange", putAway);
    reveal(false);
  }

  /** Close the card: a phone that was put away may be taken up by the other. */
  function putAway(): void {
    stayOpen(false);
  }

  function show(): void {
    const { phase, at } = game;
    for (const [name, screen] of screens) screen.hidden = name !== phase;
    title.classList.toggle("unseen", phase !== "start"); // once it is played, the screen is for what to do
    for (const one of root.querySelectorAll<HTMLElement>("[data-turn]")) one.hidden = one.dataset.turn !== String(at);
    stayOpen(false);
    said.textContent = "";
    showCard();
    phase === "open" ? find(".encounter-opened").append(card) : secret.insertBefore(card, hold);
    self.show(phase === "self" ? turn().self : unrated(data.watched));
    others.show(phase === "partner" ? partner : unrated(data.watched));
    const compared = find(".encounter-compared");
    compared.textContent = "";
    if (phase === "compare") compared.append(compare(root, turn().self, partner, say));
  }

  function showCard(): void {
    const [customer, mood, twist] = game.turns[game.at]?.card ?? [];
    const dealt: Record<string, string | undefined> = { customer, mood, twist };
    for (const part of card.querySelectorAll<HTMLElement>("[data-customer], [data-mood], [data-twist]")) part.hidden = Object.entries(part.dataset).every(([key, value]) => dealt[key] !== value);
  }

  /** Show another screen, from its beginning, and say what it is. */
  function enter(): void {
    show();
    root.scrollIntoView({ block: "start" });
    screens.get(game.phase)!.querySelector<HTMLElement>("h4:not([hidden])")!.focus({ preventScroll: true });
    keepGame();
  }

  async function go(to: Pick<Game, "phase" | "at">): Promise<void> {
    if (to.at !== game.at) partner = unrated(data.watched);
    Object.assign(game, to);
    if (game.phase === "card" && !game.turns[game.at]) await dealCard();
    enter();
  }

  async function goOn(): Promise<void> {
    if ((game.phase === "self" && self.ask()) || (game.phase === "partner" && others.ask())) return;
    if (game.phase === "thanks") game = newGame();
    await go(game.phase === "start" ? { phase: "card", at: 0 } : after(game));
  }

  const self = rate(screens.get("self")!, say("encounter-rate-all"), (ratings) => {
    turn().self = ratings;
    keepGame();
  });
  const others = rate(screens.get("partner")!, say("encounter-rate-all"), (ratings) => {
    partner = ratings;
  });

  const toggle = () => stayOpen(keep.getAttribute("aria-pressed") !== "true");
  whileHeld(secret, hold, reveal, toggle);
  secret.parentElement!.addEventListener("keydown", ({ key }) => key === "Escape" && putAway());
  keep.addEventListener("click", toggle);
  root.addEventListener("click", async ({ target, detail }) => {
    const button = (target as HTMLElement).closest("button");
    // The second half of a double tap would press what has come under the finger meanwhile.
    if (!button || dealing || detail > 1) return;
    if (button.matches(".encounter-on")) await goOn();
    else if (button.matches(".encounter-back")) await go(before(game));
    else if (button.matches(".encounter-another")) {
      await dealCard();
      stayOpen(false);
      showCard();
      said.textContent = say("encounter-dealt");
      keepGame();
    }
  });

  show();
  return () => {
    const draft = state()?.draft;
    if (writing || document.hasFocus() || !draft || String(draft) === String(write(game))) return;
    game = read(data, draft); // what was played in another tab
    partner = unrated(data.watched);
    show();
  };
};

export default { wake } satisfies Wakeful<Encounter>;
