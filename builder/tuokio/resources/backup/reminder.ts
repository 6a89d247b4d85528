/** When to remind of saving a copy. */
import type { State } from "../../record/fold.ts";

const ANSWERS = 20;
const DAYS = 5;
const DAY = 86_400_000; // milliseconds

/** Why a copy should be saved now: much is new since the last one, or the browser may throw away what nobody uses. Empty if it need not. */
export function remind({ copy, modules }: State, now: Date, forgetful: boolean): "much" | "forgetful" | "" {
  // A clock that was set leaves a time to come, which must not silence this for years.
  if (copy.answers >= ANSWERS && Math.abs(now.getTime() - copy.since) >= DAYS * DAY) return "much";
  return forgetful && modules.size === 1 && !copy.copied ? "forgetful" : "";
}

/**
 * Whether this browser deletes what a site has stored after seven days of use without it, as Safari does and every browser of an
 * iPhone. No feature tells, and asking for lasting storage may open a question. All of them say AppleWebKit/605 or later, where
 * Chrome stays at 537 for good. A course on the home screen is spared, so far as is known: Safari itself could not be tried.
 */
export function isForgetful({ userAgent, standalone }: { userAgent: string; standalone?: boolean }, matches: (query: string) => boolean): boolean {
  return /AppleWebKit\/(?!53\d\b)/.test(userAgent) && !standalone && !matches("(display-mode: standalone)");
}
