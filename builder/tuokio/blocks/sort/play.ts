import type { Control, Tools } from "../control.ts";
import { parts } from "../marks.ts";
import { gradePairs, type Paired } from "../pairs.ts";
import type { Question, QuestionData } from "../question.ts";
import { radios } from "../radios.ts";
import type { Sort } from "./model.d.ts";

type Data = Sort & QuestionData;

/** Each thing goes to its bucket. */
export const listPairs = ({ things, buckets }: Data): Paired[] => things.map(({ id, bucket }) => ({ id, right: bucket, options: buckets }));

function control(root: HTMLElement, { data }: Tools<Data>): Control {
  return {
    ask: "sort-ask",
    ...radios(root, listPairs(data)),
    arrange(order) {
      const rows = new Map(parts(root).map((row) => [row.dataset.option!, row]));
      root.querySelector(".sorting")!.append(...order([...rows.keys()].sort()).map((id) => rows.get(id)!));
    },
  };
}

export default { grade: (data, response) => gradePairs(listPairs(data), response), control } satisfies Question<Data>;
