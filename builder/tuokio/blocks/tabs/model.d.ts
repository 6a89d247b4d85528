/* Generated from model.py by `make types`. Do not edit. */

/**
 * Texts of which one is shown at a time, chosen by its title.
 *
 * They fit where a reader needs one of several, and knows which: ways to pay, kinds of milk, models of a
 * machine. What should be read from beginning to end, or compared, is better one below the other. On
 * paper all of them are. Short titles stand side by side on a phone too; long ones go to lines of their own.
 */
export interface Tabs {}
