import { fill, writeFigures, type Interact } from "../interaction.ts";
import type { QuestionData } from "../question.ts";
import { isClose } from "../typed.ts";
import type { NumberQuestion } from "./model.d.ts";
import { read } from "./play.ts";

/** A number and what it may lie between; in words, what cannot be written so or would then be judged otherwise. */
export default ((data, response, language) => {
  if (response.length !== 1) return;
  const { number, tolerance = 0 } = data;
  const values = read(data, response[0]!);
  const right = values.find((value) => isClose(value, number, tolerance));
  const value = right ?? values[0];
  const [lowest, highest, given] = [number - tolerance, number + tolerance, value ?? NaN].map(writeFigures);
  const within = Number(lowest) <= Number(given) && Number(given) <= Number(highest);
  if (given !== undefined && lowest !== undefined && highest !== undefined && within === (right !== undefined)) return { type: "numeric", response: given, correct: [`${lowest}[:]${highest}`] };
  const typed = right !== undefined && !tolerance ? String(number) : value === undefined ? response[0]! : String(value);
  return fill([typed], tolerance ? [] : [[String(number)]], undefined, language);
}) satisfies Interact<NumberQuestion & QuestionData>;
