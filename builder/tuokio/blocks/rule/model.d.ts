/* Generated from model.py by `make types`. Do not edit. */

/**
 * A rule, why there is one, and how far it bends.
 */
export interface Rule {
  draw?: number;
  points?: number;
  gate?: boolean;
  force?: "law" | "house" | "judgement";
}
