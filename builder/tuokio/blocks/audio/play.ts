import type { Wakeful } from "../block.ts";
import { wakeRecording, type RecordingData } from "../recording.ts";

export default { wake: wakeRecording } satisfies Wakeful<RecordingData>;
