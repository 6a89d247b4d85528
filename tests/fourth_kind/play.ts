import type { Question, QuestionData } from "../question.ts";

const input = (root: HTMLElement) => root.querySelector<HTMLInputElement>(".how-many input")!;

export default {
  grade({ how_many }, [answer]) {
    const right = Number(answer) === how_many;
    return { score: right ? 1 : 0, marks: {}, missed: [], keep: right ? [answer!] : [] };
  },
  control: {
    ask: "how-many-ask",
    read: (root) => (input(root).value.trim() ? [input(root).value.trim()] : []),
    write: (root, [answer = ""]) => void (input(root).value = answer),
    lock: (root, locked) => void (input(root).readOnly = locked),
    mark: () => {},
    arrange: () => {},
  },
} satisfies Question<{ how_many: number } & QuestionData>;
