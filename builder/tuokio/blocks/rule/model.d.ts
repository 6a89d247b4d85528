/* Generated from model.py by `make types`. Do not edit. */

/**
 * A rule on its face, its reason on its back, and how far it bends.
 *
 * Write the `rule`, its `force` and `why` there is such a rule. `force: law` is not yours to bend;
 * a `house` rule is your firm's own; `judgement` is left to whoever stands there. Say what
 * always holds (`hold`), how far it bends (`flex`) and who `decides`. Whoever knows all this can tell the
 * customer why, and what can be done instead.
 *
 * The learner turns the card, and is then asked about a case: does the rule bend or hold, why is there such
 * a rule, and how sure are you? Write two or three `cases`, each with `bend: true` or `bend: false` and
 * `feedback`. A step asks one (`draw: 2` two), review the others. The reasons to choose among are
 * the rule's own `why` and those you write under `not_why`; where these are fewer than two, also those of the
 * module's other rules. Without `cases` it is asked whether the rule may bend at all.
 *
 * All rules of the course stand in an index that is two taps from the home page, and in a rule handbook to print.
 * A change that the module's front matter tells under `changes` is shown on the card.
 *
 * **Score:** half for the decision and half for the reason; where there is no reason to choose, all for the
 * decision. Trying again keeps the half that was right.
 */
export interface Rule {
  draw?: number;
  points?: number | null;
  gate?: boolean;
  force?: "law" | "house" | "judgement";
  /**
   * @maxItems 26
   */
  cases?: Case[];
}
/**
 * A situation in which the rule bends or holds.
 */
export interface Case {
  id?: string;
  bend: boolean;
}
/**
 * One of the two things asked: the decision, or the reason.
 */
export interface Part {
  id: "decision" | "reason";
  right: string;
  options: string[];
}
/**
 * A case of a rule to decide, and the reason to choose.
 */
export interface BendOrHold {
  points?: number;
  attempts?: number | null;
  shuffle?: boolean;
  gate?: boolean;
  /**
   * What is asked, in this order.
   */
  parts: Part[];
}
