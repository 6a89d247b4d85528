/* Generated from completion.py by `make types`. Do not edit. */

/**
 * That a learner has completed the course, or how far they are. Reported by themself, on their device.
 */
export interface Completion {
  course: string;
  version: number;
  content: string;
  title: string;
  name: string;
  role?: string | null;
  met: boolean;
  on?: string | null;
  until?: string | null;
  mastery?: number | null;
  asked: number;
  passed: {
    [k: string]: string[];
  };
  again?: string[];
  rest?: string | null;
  open?: string[];
  made: string;
  reported?: "self";
  tool: string;
}
