/** Days as the learner's calendar has them. A day is written `2026-11-29`, which sorts as days do. */

const two = (n: number) => String(n).padStart(2, "0");

/** The day it is where the learner is, or so many days after it: calendar days, whatever the hour and when clocks change. */
export function dayOf(now: Date, later = 0): string {
  const day = new Date(now.getFullYear(), now.getMonth(), now.getDate() + later);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** A day as it is said, with its year if that is another than today's. */
export function sayDay(day: string, today: string, language: string): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number];
  return new Intl.DateTimeFormat(language || undefined, { day: "numeric", month: "long", ...(day.slice(0, 4) !== today.slice(0, 4) && { year: "numeric" }) }).format(new Date(year, month - 1, date));
}
