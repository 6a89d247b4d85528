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

let format: { language: string; day: Intl.DateTimeFormat } | undefined; // takes an old phone some 20 ms to set up

/** A day in words, such as 22 November 2026: of a moment in milliseconds, or of an ISO day. */
export function sayDay(day: number | string, language = document.documentElement.lang): string {
  const date = new Date(typeof day === "number" ? day : `${day}T12:00`);
  if (format?.language !== language) format = { language, day: new Intl.DateTimeFormat(language || undefined, { day: "numeric", month: "long", year: "numeric" }) };
  return format.day.format(date);
}
