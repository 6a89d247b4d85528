import type { Question, QuestionData } from "../question.ts";

export default {
  grade({ how_many }, [answer]) {
    const right = Number(answer) === how_many;
    return { score: right ? 1 : 0, marks: {}, missed: [], keep: right ? [answer!] : [] };
  },
  control(root) {
    const input = root.querySelector<HTMLInputElement>(".how-many input")!;
    return {
      ask: "how-many-ask",
      read: () => (input.value.trim() ? [input.value.trim()] : []),
      write: ([answer = ""]) => void (input.value = answer),
      lock: (locked) => void (input.readOnly = locked),
      mark: () => {},
    };
  },
} satisfies Question<{ how_many: number } & QuestionData>;
