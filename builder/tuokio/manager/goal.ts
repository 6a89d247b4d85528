/** What a target asks of people: how many of the results there are reach it. */
import { readNumber } from "../blocks/typed.ts";

/** How it looks, as a rule of thumb. */
export type Reading = "scarce" | "none" | "few" | "half" | "most" | "all";
const FEWEST = 5; // results that say anything

export interface Bin {
  from: number;
  to: number;
  count: number;
}

export interface Goal {
  count: number;
  reached: number;
  /** 0…1. */
  share: number;
  reading: Reading;
  /** What half of the results reach. */
  middle: number;
  least: number;
  most: number;
  bins: Bin[];
}

/** The numbers in a pasted text, as Finns write them: `1 234,5`, `12,5 %`; one a line, or several parted by `;`, a tab or spaces. Names beside them are passed over. */
export function readResults(text: string): number[] {
  const lines = text.split(/[\r\n\t;]+/).map((line) => line.trim()).filter(Boolean);
  return lines.flatMap((line) => {
    const whole = readOne(line);
    // In a column, `1 234` is one number; in a row, `100 200 300` are three.
    if (whole !== undefined && (lines.length > 1 || !/\d \d/.test(line))) return [whole];
    return line.split(/,?\s+/).flatMap((word) => readOne(word) ?? []);
  });
}

function readOne(text: string): number | undefined {
  const value = readNumber(text)?.values[0];
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}

/** How results stand to a target; `atMost` where less is better. None without any results. */
export function weigh(results: number[], target: number, atMost: boolean): Goal | undefined {
  if (!results.length) return undefined;
  const sorted = [...results].sort((one, other) => (atMost ? other - one : one - other)); // towards what is better
  const reached = sorted.filter((one) => (atMost ? one <= target : one >= target)).length;
  const share = reached / sorted.length;
  const [least, most] = [Math.min(...sorted), Math.max(...sorted)];
  return { count: sorted.length, reached, share, reading: read(sorted.length, share), middle: sorted[Math.floor(sorted.length / 2)]!, least, most, bins: sortIntoBins(sorted, least, most) };
}

function read(count: number, share: number): Reading {
  if (count < FEWEST) return "scarce";
  if (share === 0) return "none";
  return share < 0.35 ? "few" : share <= 0.65 ? "half" : share < 0.9 ? "most" : "all";
}

/** At most ten stretches of round width. */
function sortIntoBins(results: number[], least: number, most: number): Bin[] {
  if (least === most) return [{ from: least, to: most, count: results.length }];
  const rough = (most - least) / Math.min(8, Math.max(3, Math.ceil(Math.sqrt(results.length))));
  const power = 10 ** Math.floor(Math.log10(rough));
  const width = power * ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10);
  const first = Math.floor(least / width);
  const bins = Array.from({ length: Math.floor(most / width) - first + 1 }, (_, number) => ({ from: (first + number) * width, to: (first + number + 1) * width, count: 0 }));
  for (const one of results) bins[Math.min(Math.floor(one / width) - first, bins.length - 1)]!.count++;
  return bins;
}
