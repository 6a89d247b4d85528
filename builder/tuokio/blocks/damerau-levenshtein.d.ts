/** Types of the library, which has none of its own. */
declare module "damerau-levenshtein" {
  /** How many letters were added, left out, changed or swapped with the next (`steps`) between two texts. */
  export default function distance(one: string, other: string): { steps: number };
}
