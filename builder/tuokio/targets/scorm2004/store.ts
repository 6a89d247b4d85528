/** A course in a learning platform that speaks SCORM 2004 keeps its record in the browser, and tells the platform of it. */
import { connectBy } from "../../lms/session.ts";
import { keepAlone } from "../../lms/drawer.ts";
import { scorm2004 } from "./dialect.ts";

keepAlone();
tuokio.platform(connectBy(scorm2004));
