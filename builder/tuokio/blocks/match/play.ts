import type { Control, Mark, Tools } from "../control.ts";
import { exceptAnew, markParts, parts } from "../marks.ts";
import { gradePairs, readPairs, type Paired } from "../pairs.ts";
import type { Question, QuestionData } from "../question.ts";
import type { Match } from "./model.d.ts";

type Data = Match & QuestionData;

/** Each left side goes with its right one. */
export const listPairs = ({ goes, rights }: Data): Paired[] => goes.map(({ id, right }) => ({ id, right, options: rights }));

function control(root: HTMLElement, { data }: Tools<Data>): Control {
  const rows = parts(root);
  const select = (row: HTMLElement) => row.querySelector("select")!;
  const choosable = (row: HTMLElement) => [...select(row).options].slice(1);
  // The page's source does not tell which goes with which.
  for (const row of rows) choosable(row).forEach((option, at) => (option.value = data.rights[at]!));

  /** A select cuts a long text short, and a phone cannot open a locked one: so what is chosen is written out over it. */
  function showPicked(): void {
    for (const row of rows) {
      const { selectedOptions, value } = select(row);
      const picked = row.querySelector(".picked")!;
      picked.textContent = selectedOptions[0]?.textContent ?? "";
      picked.classList.toggle("open", !value);
    }
  }

  let all: Record<string, Mark> = {};
  let over = false;
  const chosenAnew = (id: string) => rows.some((row) => row.dataset.option === id && !select(row).disabled && !!select(row).value);
  const textOf = (right: string) => choosable(rows[0]!).find((option) => option.value === right)?.textContent ?? "";
  const showMarks = () => markParts(root, exceptAnew(all, chosenAnew), over, textOf);

  root.addEventListener("change", () => {
    showPicked();
    showMarks();
  });

  return {
    ask: "match-ask",
    read: () => rows.filter((row) => select(row).value).map((row) => `${row.dataset.option}.${select(row).value}`),
    write(response) {
      const chosen = readPairs(listPairs(data), response);
      for (const row of rows) select(row).value = chosen.get(row.dataset.option!) ?? "";
      showPicked();
    },
    lock(locked, held) {
      for (const row of rows) select(row).disabled = locked || held.includes(row.dataset.option!);
      root.classList.toggle("locked", locked);
    },
    mark(marks, settled) {
      [all, over] = [marks, settled];
      showMarks();
    },
    arrange(order) {
      const ids = order([...data.rights].sort());
      for (const row of rows) {
        const options = new Map(choosable(row).map((option) => [option.value, option]));
        select(row).append(...ids.map((id) => options.get(id)!));
      }
    },
  };
}

export default { grade: (data, response) => gradePairs(listPairs(data), response), control } satisfies Question<Data>;
