/** The record of whoever learns in a package: the platform knows who that is, so nobody is asked, whatever other courses of this origin keep. */
import { openCabinet } from "../record/local/cabinet.ts";
import { GUEST, type OpenCabinet } from "../record/store.ts";

/** A learner whom the platform has no name for: a guest. */
export const NOBODY = "@";

/** Have the record kept in the browser, for one learner. Guests are not told apart, so of them nothing stays here: the next must not see it. */
export function keepAlone(): void {
  const alone = (openAny: OpenCabinet): OpenCabinet => async (...given) => {
    const { sole, open } = await openAny(...given);
    return { sole: sole ?? (await open!("", true)) };
  };
  const { fallback } = tuokio;
  tuokio.store(async (course) => (course.endsWith(`@${NOBODY}`) ? Promise.reject(new DOMException(course, GUEST)) : alone(openCabinet)(course)));
  tuokio.fallback = (open) => fallback(alone(open));
}
