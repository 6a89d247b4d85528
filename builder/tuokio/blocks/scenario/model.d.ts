/* Generated from model.py by `make types`. Do not edit. */

/**
 * A conversation: someone says something, the learner chooses what to reply, and sees what comes of it.
 *
 * Each of the `scenes` `says` something and has `replies`, and each reply leads `to` another scene. A scene
 * with `end: good`, `mixed` or `bad` is where it ends. A reply tells two things that are worth different
 * things: what it does to the customer's `mood`, and whether it is the `right` answer. Kindness does not
 * rescue a wrong answer, nor a right answer rudeness, so write replies that are the one without the other.
 * A good end is for those who were both: the mood is `enough`, and two thirds of what could be said rightly
 * was. Where another way leads there too, the build names it; let it end `mixed`.
 *
 * Say under `mood` where the customer starts, and what the levels are called. A scene may depend on it:
 * `to: {-2: walks-out, 0: new-cup}` leads to the last one that the mood reaches. What looks well at first
 * may come back: `returns: {to: calls-again, after: Two hours later}`.
 *
 * Where someone else speaks, name them under `people`, with the side they stand on, and in the scene under
 * `who`. `you` says who the learner is, if it is not who they are at work: seen from the warehouse, the
 * same case is another one. A reply's `steps` name those of the `service_model` in course.yaml that it takes;
 * at the end the learner sees which were taken and which were missed.
 *
 * **Score:** the lower of two shares: how close the mood came to `enough`, and how much of what could be
 * said rightly was. Whoever goes back a step and replies otherwise is scored by what they came to. The
 * best time counts.
 */
export interface Scenario {
  mood?: Mood;
  start?: string;
  scenes: {
    [k: string]: Scene;
  };
  points?: number;
  gate?: boolean;
}
/**
 * How the customer feels, as a state that replies change. `mood: -1` alone says where it begins.
 */
export interface Mood {
  start?: number;
  enough?: number | null;
  /**
   * The worst mood there is.
   */
  lowest: number;
  /**
   * The best mood there is.
   */
  highest: number;
}
/**
 * A moment of the conversation: someone says something or something happens, and the learner replies or the conversation ends.
 */
export interface Scene {
  /**
   * @maxItems 6
   */
  replies?: Reply[];
  end?: ("good" | "mixed" | "bad") | null;
}
/**
 * Something the learner can say or do, and what comes of it.
 */
export interface Reply {
  id?: string;
  mood?: number;
  right?: number;
  steps?: string[];
  to:
    | string
    | {
        [k: string]: string;
      };
  returns?: Return | null;
}
/**
 * What a reply brings about later: the scene that comes when all seemed over.
 */
export interface Return {
  to: string;
  mood?: number | null;
}
