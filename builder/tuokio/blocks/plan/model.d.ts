/* Generated from model.py by `make types`. Do not edit. */

/**
 * A plan of one's own for a situation at work: if this happens, then I do that.
 *
 * The learner picks or writes both halves, a situation and an act, and reads them back as one sentence.
 * After `ask_after` days they are asked whether it came up, and keep the plan, change it or let it go.
 * Nobody else sees it, and nothing is counted.
 *
 * Write suggestions so that they go on from the words before them: in English “If …” and “then …”, so
 * `the queue grows` and `I look up and greet the next one`. In Finnish “Jos …, niin …”; in Swedish “Om …, så …”,
 * where `jag tittar upp` turns into “så tittar jag upp” by itself. Small letters, no full stop. A situation is something one
 * can see or hear (`somebody sighs in the queue`), an act is something others could see (`I look up`), not a
 * good intention (`I am friendlier`). One plan in a module is enough.
 */
export interface Plan {
  ask_after?: number;
}
