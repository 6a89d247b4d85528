/** A course in a folder or on a plain web server keeps its record in the browser. */
import { openCabinet } from "../../record/local/cabinet.ts";

tuokio.store(openCabinet);
