/** The table as a sheet that spreadsheet programs open. `sheet.py` writes the same bytes. */
import type { Say } from "../player/say.ts";
import { spell } from "../record/parcel.ts";
import type { Row } from "./roster.ts";

const COLUMNS = ["name", "called", "state", "day", "version", "passed", "asked", "again", "check", "notes"];
const BOM = "\ufeff"; // by which Excel knows UTF-8

/** The table as CSV with `;` between columns, as Excel in the north has it. `titles` are those of modules, by id. */
export function writeSheet(rows: Row[], say: Say, titles: Map<string, string>): string {
  const lines = [COLUMNS.map((column) => say(`manager-column-${column}`)), ...rows.map((row) => listCells(row, say, titles))];
  return BOM + lines.map((line) => `${line.map(quote).join(";")}\r\n`).join("");
}

function listCells(row: Row, say: Say, titles: Map<string, string>): string[] {
  const sent = row.state !== "nothing";
  const figures = sent ? [String(row.version || ""), String(row.passed), String(row.asked)] : ["", "", String(row.asked || "")];
  const again = row.again.map((module) => titles.get(module) ?? module).join(", ");
  return [row.name, row.called, say(`manager-state-${row.state}`), row.day, ...figures, again, row.check && spell(row.check), row.notes.map((note) => say(`manager-note-${note}`)).join(" ")];
}

/** A cell so that no program takes it for a formula, nor its signs for the end of it. */
function quote(cell: string): string {
  const safe = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[;"\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
