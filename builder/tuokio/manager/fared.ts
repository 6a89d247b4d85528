/** How questions fared with everyone who let it be known: of ten sheets or more, of nobody in particular. */
import type { Statistics } from "../record/statistics.d.ts";

/** Fewer might tell who it was. */
export const FEWEST = 10;

/** What the course knows of a question. */
export interface Asked {
  text: string;
  rev: string;
  /** Texts of its options, by id. */
  options?: Record<string, string>;
  /** Its right options. */
  right?: string[];
}

/** What a question's figures say in a sentence. */
export type Verdict = "missed" | "crossed" | "known" | "flat" | "sound";

export interface Figures {
  id: string;
  asked: Asked;
  answers: number;
  /** The mean score, 0…1. */
  facility: number;
  /** The mean score of the third that did best in all, less that of the third that did worst. */
  discrimination: number;
  /** How often each option was chosen, in the author's order. */
  chosen: [option: string, count: number][];
  verdict: Verdict;
}

/** The figures of every question that ten or more have answered as it is now, the most missed first; nothing for fewer than ten sheets. */
export function count(sheets: Statistics[], items: Record<string, Asked>): Figures[] {
  if (sheets.length < FEWEST) return [];
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const ranked = sheets.map(({ items: fared }) => ({ fared, share: mean(Object.values(fared).map(({ score }) => score)) })).filter(({ share }) => !isNaN(share)).sort((one, other) => one.share - other.share);
  const figures = Object.entries(items).flatMap(([id, asked]): Figures[] => {
    const fared = ranked.flatMap(({ fared }) => (Object.prototype.hasOwnProperty.call(fared, id) && fared[id]!.rev === asked.rev ? fared[id]! : []));
    if (fared.length < FEWEST) return [];
    const scores = fared.map(({ score }) => score);
    const third = Math.floor(scores.length / 3);
    const discrimination = mean(scores.slice(-third)) - mean(scores.slice(0, third));
    const chosen = Object.keys(asked.options ?? {}).map((option): [string, number] => [option, fared.filter(({ options }) => options?.includes(option)).length]);
    const facility = mean(scores);
    return [{ id, asked, answers: fared.length, facility, discrimination, chosen, verdict: judge(facility, discrimination) }];
  });
  return figures.sort((one, other) => one.facility - other.facility);
}

function judge(facility: number, discrimination: number): Verdict {
  if (facility < 0.4) return "missed";
  if (discrimination < -0.05) return "crossed";
  if (facility > 0.95) return "known";
  return discrimination < 0.1 ? "flat" : "sound";
}
