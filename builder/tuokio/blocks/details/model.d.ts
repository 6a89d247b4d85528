/* Generated from model.py by `make types`. Do not edit. */

/**
 * A line that opens to a text.
 *
 * Put here what only some readers need: an exception, a longer example, where a figure comes from.
 * What everybody must know stands in the text itself. Write a `title` that says what is inside, so
 * that one can decide without opening it. On paper it is always open.
 */
export interface Details {}
