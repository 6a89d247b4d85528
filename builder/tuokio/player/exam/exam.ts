/** Exams: a script of their own, shipped with courses that have one. */
const exams = {};
export type Exams = typeof exams;
tuokio.exams(exams);
