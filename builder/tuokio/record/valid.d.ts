import type { Backup } from "./backup.d.ts";

/** Whether something that was unpacked is a copy of a record, every event of it: own keys only, no field too many, no number beyond its bounds. */
export function isBackup(content: unknown): content is Backup;
