/** A course in a learning platform that speaks SCORM 1.2 keeps its record in the browser, and tells the platform of it. */
import { connectBy } from "../../lms/session.ts";
import { keepAlone } from "../../lms/drawer.ts";
import { scorm12 } from "./dialect.ts";

keepAlone();
tuokio.platform(connectBy(scorm12));
