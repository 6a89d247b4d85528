/** A course in one file keeps its record in the browser, and finds in itself what others load. */
import { openCabinet } from "../../record/local/cabinet.ts";
import { bring, handOut, reached, read } from "./pieces.ts";

tuokio.pieces = bring;
tuokio.store((course) => (reached("text") ? openCabinet(course) : tellOfDamage()));
document.addEventListener("click", handOut, true);
document.addEventListener("auxclick", handOut, true);

// The words stand in the page, for whoever never gets this far.
const stuck = document.querySelector(".stuck")!;
void read.then(() => reached("end") || tellOfDamage());

/** Say that the file is not whole. Without all of its text the course stays shut; without its last pictures it opens all the same. */
function tellOfDamage(): Promise<never> {
  stuck.className = "notice";
  document.querySelector(".loading")?.remove();
  document.getElementById("main")!.before(stuck);
  return new Promise(() => undefined);
}
