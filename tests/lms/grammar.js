// What SCORM lets a course say, as the strictest of the real hosts takes it. Elements by pattern, `n` for an index:
// how they may be used, and a check that returns what is wrong with a value, or nothing.

/** A value that this host takes and another, named here, refuses: let through, and written down. */
export class Doubt extends String {}

const words = (...known) => (value) => (known.includes(value) ? "" : `is none of ${known.map((word) => `"${word}"`).join(", ")}`);
const text = (most) => (value) => (value.length > most ? `has ${value.length} characters, and ${most} are the most` : "");
const like = (pattern, what) => (value) => (pattern.test(value) ? "" : `is no ${what}`);
const between = (least, most, decimal) => (value) => decimal(value) || (Number(value) < least || Number(value) > most ? `is not within ${least} … ${most}` : "");
const both = (...checks) => (value, context) => checks.reduce((wrong, check) => wrong || check(value, context), "");
const ascii = (value) => (/^[\x20-\x7e]*$/.test(value) ? "" : new Doubt("is not plain ASCII: what a beacon holds is counted in bytes"));
const roomy = (value) => (value.length > 30000 ? new Doubt("is over 30,000 characters: with all else it may not fit a beacon") : "");

const read = { use: "r" };
const readWrite = (check) => ({ use: "rw", check });
const writeOnly = (check) => ({ use: "w", check });

const TYPES = ["true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric"];

// — SCORM 1.2 —

const decimal12 = like(/^-?\d{1,3}(\.\d+)?$/, "decimal of at most three digits before the point");
const percent = between(0, 100, decimal12);
const status12 = ["passed", "completed", "failed", "incomplete", "browsed"];
const identifier12 = like(/^[A-Za-z0-9_-]{1,255}$/, "identifier of letters, digits, - and _");
const span12 = like(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/, "timespan HHHH:MM:SS.SS");
const clock12 = like(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/, "time of day HH:MM:SS.SS");
const unique = (parts) => new Set(parts).size === parts.length;

const responses12 = {
  "true-false": like(/^[tf01]$/, "t or f"),
  choice: (value) => (/^[a-z0-9](,[a-z0-9])*$/.test(value) && unique(value.split(",")) ? "" : "is no list of single letters such as a,c"),
  sequencing: like(/^[a-z0-9](,[a-z0-9])*$/, "list of single letters such as b,a,c"),
  matching: like(/^[a-z0-9]\.[a-z0-9](,[a-z0-9]\.[a-z0-9])*$/, "list of pairs such as 1.a,2.b"),
  numeric: like(/^-?\d+(\.\d+)?$/, "number"),
  likert: like(/^[a-z0-9]$/, "single letter"),
};
const response12 = both(text(255), (value, { type }) => (responses12[type] ?? (() => ""))(value));

export const SCORM12 = {
  "cmi._children": read, "cmi._version": read,
  ...Object.fromEntries(["_children", "student_id", "student_name", "credit", "entry", "total_time", "lesson_mode", "score._children"].map((name) => [`cmi.core.${name}`, read])),
  "cmi.core.lesson_location": readWrite(text(255)),
  "cmi.core.lesson_status": readWrite(words(...status12)),
  ...Object.fromEntries(["raw", "min", "max"].flatMap((name) => [[`cmi.core.score.${name}`, readWrite(percent)], [`cmi.objectives.n.score.${name}`, readWrite(percent)]])),
  "cmi.core.exit": writeOnly(words("time-out", "suspend", "logout", "")),
  "cmi.core.session_time": writeOnly(span12),
  "cmi.suspend_data": readWrite(both(text(4096), ascii)),
  "cmi.launch_data": read, "cmi.comments": readWrite(text(4096)), "cmi.comments_from_lms": read,
  "cmi.objectives._children": read, "cmi.objectives._count": read, "cmi.objectives.n.score._children": read,
  "cmi.objectives.n.id": readWrite(identifier12), "cmi.objectives.n.status": readWrite(words(...status12, "not attempted")),
  ...Object.fromEntries(["_children", "mastery_score", "max_time_allowed", "time_limit_action"].map((name) => [`cmi.student_data.${name}`, read])),
  "cmi.student_preference._children": read,
  ...Object.fromEntries([["audio", -1], ["speed", -100], ["text", -1]].map(([name, least]) => [`cmi.student_preference.${name}`, readWrite(between(least, name === "text" ? 1 : 100, like(/^-?\d+$/, "whole number")))])),
  "cmi.student_preference.language": readWrite(text(255)),
  "cmi.interactions._children": read, "cmi.interactions._count": read, "cmi.interactions.n.objectives._count": read, "cmi.interactions.n.correct_responses._count": read,
  "cmi.interactions.n.id": writeOnly(identifier12), "cmi.interactions.n.objectives.n.id": writeOnly(identifier12),
  "cmi.interactions.n.type": writeOnly(words(...TYPES)), "cmi.interactions.n.time": writeOnly(clock12), "cmi.interactions.n.latency": writeOnly(span12),
  "cmi.interactions.n.correct_responses.n.pattern": writeOnly(response12), "cmi.interactions.n.student_response": writeOnly(response12),
  "cmi.interactions.n.weighting": writeOnly(between(-100, 100, decimal12)),
  "cmi.interactions.n.result": writeOnly((value) => words("correct", "wrong", "unanticipated", "neutral")(value) && like(/^\d{1,3}(\.\d{1,2})?$/, "result: correct, wrong, unanticipated, neutral or a number")(value)),
};

// — SCORM 2004, 4th edition —

const real = (value) => like(/^-?\d{1,10}(\.\d{1,7})?$/, "real(10,7)")(value) || (value.replace(/\D/g, "").length > 10 ? "has more than ten digits" : "") || (/^-?\d{6}/.test(value) ? new Doubt("has more than five digits before the point: Moodle says 406") : "");
const long = both(text(4000), like(/^(?!urn:)[\x21-\x7e]+$|^urn:[A-Za-z0-9-]{1,31}:[\x21-\x7e]+$/, "long identifier: an URI without spaces"));
const span = (value) => (/^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/.test(value) ? "" : "is no duration such as PT1H2M3.45S");
const stamp = like(/^(19[7-9]\d|20[0-2]\d|203[0-8])(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d(\.\d{1,2}(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?)?)?)?)?)?)?$/, "timestamp: with a zone it needs one or two decimals");
const localized = (most) => (value) => text(most)(value.replace(/^\{lang=[A-Za-z0-9-]*\}/, ""));
const name = (value) => like(/^\S{1,250}$/, "short identifier")(value) || (/^[\w.]{1,250}$/.test(value) ? "" : new Doubt("has other signs than letters, digits, _ and . in an identifier: Moodle says 406"));
const listed = (most, check, { once = false } = {}) => (value) => {
  const parts = value.split("[,]");
  if (parts.length > most) return `has ${parts.length} parts, and ${most} are the most`;
  return once && !unique(parts) ? "names one thing twice" : parts.reduce((wrong, part) => wrong || check(part), "");
};
const pair = (value) => (value.split("[.]").length === 2 ? value.split("[.]").reduce((wrong, part) => wrong || name(part), "") : "is no list of pairs such as s1[.]t1");

const step = (value) => {
  const [what, how, ...more] = value.split("[.]");
  return how === undefined || more.length ? "is no list of steps such as step[.]answer" : [what, how].reduce((wrong, part) => wrong || (part && name(part)), "");
};
const oneLine = (value) => (/[\n\r\u2028\u2029]/.test(value) ? "has a line break" : "");
const unbraced = (value) => (/^\{(?!lang=)/.test(value) ? "begins with a brace" : "");

const responses = {
  "true-false": words("true", "false"),
  choice: listed(36, name, { once: true }),
  sequencing: listed(36, name),
  matching: listed(36, pair),
  "fill-in": listed(10, localized(250)),
  "long-fill-in": localized(4000),
  numeric: real,
  likert: name,
  other: text(4000),
  performance: listed(250, step),
};
const ends = (value) => {
  const parts = value.split("[:]");
  if (parts.length > 2) return "is no range such as 3[:]4";
  const [least, most] = parts;
  if (least && most && Number(least) > Number(most)) return "begins after its end";
  return parts.reduce((wrong, part) => wrong || (part === "" ? new Doubt("is open at one end: Moodle says 406") : real(part)), "");
};
const patterns = { ...responses, numeric: ends, "fill-in": (value) => listed(10, localized(250))(value.replace(/^(\{(case|order)_matters=(true|false)\})*/, "")), "long-fill-in": (value) => localized(4000)(value.replace(/^\{case_matters=(true|false)\}/, "")) };
const answer = (grammar) => (value, { type }) => (value === "" ? "is empty" : (grammar[type] ?? (() => "comes before its type"))(value) || oneLine(value));
const told = (most) => both(localized(most), unbraced, oneLine);

/** How many right answers a question of a type may have, where there is a limit. */
export const WAYS = { "true-false": 1, likert: 1, numeric: 1, other: 1 };

const completion = ["completed", "incomplete", "not attempted", "unknown"];
const success = ["passed", "failed", "unknown"];
const share = between(0, 1, real);

export const SCORM2004 = {
  ...Object.fromEntries(["_version", "completion_threshold", "credit", "entry", "launch_data", "learner_id", "learner_name", "max_time_allowed", "mode", "scaled_passing_score", "time_limit_action", "total_time", "score._children", "comments_from_lms._children", "comments_from_lms._count", "comments_from_lms.n.comment", "comments_from_lms.n.location", "comments_from_lms.n.timestamp", "comments_from_learner._children", "comments_from_learner._count", "interactions._children", "interactions._count", "interactions.n.objectives._count", "interactions.n.correct_responses._count", "objectives._children", "objectives._count", "objectives.n.score._children", "learner_preference._children"].map((one) => [`cmi.${one}`, read])),
  "cmi.comments_from_learner.n.comment": readWrite(told(4000)), "cmi.comments_from_learner.n.location": readWrite(text(250)), "cmi.comments_from_learner.n.timestamp": readWrite(stamp),
  "cmi.completion_status": readWrite(words(...completion)), "cmi.success_status": readWrite(words(...success)), "cmi.progress_measure": readWrite(share),
  ...Object.fromEntries(["", "objectives.n."].flatMap((of) => ["raw", "min", "max"].map((one) => [`cmi.${of}score.${one}`, readWrite(real)]))),
  "cmi.score.scaled": readWrite(between(-1, 1, real)), "cmi.objectives.n.score.scaled": readWrite(between(-1, 1, real)),
  "cmi.exit": writeOnly(words("time-out", "suspend", "logout", "normal", "")), "cmi.session_time": writeOnly(span),
  "cmi.location": readWrite(text(1000)), "cmi.suspend_data": readWrite(both(text(64000), ascii, roomy)),
  "cmi.learner_preference.audio_level": readWrite(real), "cmi.learner_preference.delivery_speed": readWrite(real), "cmi.learner_preference.language": readWrite(text(250)), "cmi.learner_preference.audio_captioning": readWrite(words("-1", "0", "1")),
  "cmi.objectives.n.id": readWrite(long), "cmi.objectives.n.success_status": readWrite(words(...success)), "cmi.objectives.n.completion_status": readWrite(words(...completion)), "cmi.objectives.n.progress_measure": readWrite(share), "cmi.objectives.n.description": readWrite(told(250)),
  "cmi.interactions.n.id": readWrite(long), "cmi.interactions.n.objectives.n.id": readWrite(long), "cmi.interactions.n.type": readWrite(words(...TYPES, "long-fill-in", "other")),
  "cmi.interactions.n.timestamp": readWrite(stamp), "cmi.interactions.n.latency": readWrite(span), "cmi.interactions.n.description": readWrite(told(250)), "cmi.interactions.n.weighting": readWrite(real),
  "cmi.interactions.n.learner_response": readWrite(answer(responses)), "cmi.interactions.n.correct_responses.n.pattern": readWrite(answer(patterns)),
  "cmi.interactions.n.result": readWrite((value) => words("correct", "incorrect", "unanticipated", "neutral")(value) && (real(value) || (/^-?\d{5}/.test(value) ? new Doubt("has more than four digits before the point: Moodle says 406") : ""))),
  "adl.nav.request": readWrite(like(/^(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_|\{target=\S+\}(choice|jump))$/, "request for navigation")),
  "adl.nav.request_valid.continue": read, "adl.nav.request_valid.previous": read,
};
