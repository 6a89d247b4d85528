/** Routes are hashes, because on file:// a second page would have a storage of its own. */

export type Route =
  | { view: "home" }
  | { view: "step"; module: string; step: string; place?: string }
  | { view: "module-end"; module: string }
  | { view: "course-end" }
  | { view: "resource"; name: string; rest: string };

const END = "-end"; // ids begin with a letter or digit, so no step can be called this

/** `#/` home, `#/module/step`, `#/module/step/place` (a heading, note or question), `#/module/-end`, `#/-end`, `#/-rules/receipt` (a resource and what is wanted of it). */
export function parse(hash: string): Route {
  const [module, step, place, ...more] = decode(hash.replace(/^#\/?/, "")).split("/");
  if (!module) return { view: "home" };
  if (module === END) return { view: "course-end" };
  if (module.startsWith("-")) return { view: "resource", name: module.slice(1), rest: [step, place, ...more].filter((part) => part !== undefined).join("/") };
  if (step === END) return { view: "module-end", module };
  return { view: "step", module, step: step ?? "", ...(place && { place }) };
}

/** A mangled address must not stop the course. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

export const toHome = "#/";
export const toCourseEnd = `#/${END}`;
export const toStep = (module: string, step: string, place?: string) => `#/${module}/${step}${place ? `/${place}` : ""}`;
export const toResource = (name: string, rest = "") => `#/-${name}${rest && "/"}${rest}`;
export const toModuleEnd = (module: string) => `#/${module}/${END}`;
