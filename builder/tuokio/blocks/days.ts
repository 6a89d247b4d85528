/** Days as people count them: of the calendar on the wall where the device is, and never 24 hours. */

/** The day of a moment, `2026-11-22`. */
export function dayOf(date: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The day so many days after that of a moment. */
export function dayAfter(date: Date, days: number): string {
  return dayOf(new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, 12));
}

const WHOLE = { day: "numeric", month: "long", year: "numeric" } as const;
const NEAR = { weekday: "short", day: "numeric", month: "short" } as const;
const formats = new Map<string, Intl.DateTimeFormat>(); // each takes an old phone some 20 ms to set up

function format(day: number | string, language: string, parts: Intl.DateTimeFormatOptions): string {
  const key = `${language}${parts.weekday ?? ""}`;
  // English as it is read outside America: these are courses for Europe.
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(language === "en" ? "en-GB" : language || undefined, parts));
  return formats.get(key)!.format(new Date(typeof day === "number" ? day : `${day}T12:00`));
}

/** A day in words, such as 22 November 2026: of a moment in milliseconds, or of an ISO day. */
export const sayDay = (day: number | string, language = document.documentElement.lang): string => format(day, language, WHOLE);

/** A day that is near, in few words: Wed 25 Nov. */
export const sayNearDay = (day: string, language = document.documentElement.lang): string => format(day, language, NEAR);
