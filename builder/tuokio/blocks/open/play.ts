import type { Question, QuestionData } from "../question.ts";
import type { Open } from "./model.d.ts";

// A response is what was written; then, once the model answer is in view, the judgement (empty at first) and the criteria ticked.
export default {
  grade(_, [text = "", judged]) {
    const written = text.trim() !== "";
    return { score: !written ? 0 : judged === "all" ? 1 : judged === "partly" ? 0.5 : 0, marks: {}, missed: [], keep: written ? [text] : [] };
  },

  control(root, { say, tell }) {
    const words = root.querySelector("textarea")!;
    const comparison = root.querySelector<HTMLElement>(".comparison")!;
    const criteria = [...root.querySelectorAll<HTMLInputElement>(".criteria input")];
    const judgements = [...root.querySelectorAll<HTMLInputElement>(".judgement input")];

    const check = root.querySelector<HTMLElement>(".check")!;
    const checks = check.textContent;

    /** Style the whole row of the judgement; `:has()` is missing on the older phones. */
    function showChosen(): void {
      for (const input of judgements) input.closest("li")!.classList.toggle("chosen", input.checked);
    }

    root.classList.add("judged-oneself");
    root.addEventListener("change", showChosen);

    return {
      ask: "write-first",

      read() {
        if (!words.value.trim()) return [];
        if (comparison.hidden) return [words.value];
        const ticked = criteria.filter((input) => input.checked).map((input) => input.value);
        return [words.value, judgements.find((input) => input.checked)?.value ?? "", ...ticked];
      },

      write([text = "", judged, ...ticked]) {
        if (words.value !== text) words.value = text; // what is the same stays, and the cursor with it
        comparison.hidden = judged === undefined;
        check.textContent = judged === undefined ? say("compare") : checks;
        for (const input of judgements) input.checked = input.value === judged;
        for (const input of criteria) input.checked = ticked.includes(input.value);
        showChosen();
      },

      lock(locked) {
        // Who has seen the model answer compares what they wrote without it; "Try again" opens it anew.
        words.readOnly = locked || !comparison.hidden;
        for (const input of [...judgements, ...criteria]) input.disabled = locked;
        root.classList.toggle("locked", locked);
      },

      mark() {},

      verdict: ([, judged]) => say(`judged-${judged}`),

      advance([text, judged, ...ticked]) {
        if (judged === undefined) return { response: [text!, ""], at: root.querySelector<HTMLElement>(".model-answer")! };
        if (judged) return undefined;
        tell(say("judge-first"));
        return { response: [text!, "", ...ticked], at: judgements[0]! };
      },
    };
  },
} satisfies Question<Open & QuestionData>;
