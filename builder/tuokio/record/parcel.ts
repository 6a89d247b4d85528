/**
 * How a record leaves the page and arrives elsewhere: one line of text that fits a chat, a mail or a file.
 * `parcel.py` says what it is made of, and `parcels.json` holds both to the same.
 */
import { sha256 } from "@noble/hashes/sha2.js";
import { deflateSync, Inflate, strFromU8, strToU8 } from "fflate";

/** What we write. A parcel of a later one is refused and nothing is guessed. */
export const SCHEMA = 1;
const MOST = 64 << 20; // bytes unpacked
const PIECE = 1 << 16; // bytes made text at a time
const SIP = 1 << 12; // bytes inflated at a time, so that what swells is noticed: each may become a thousand
/** A parcel wherever it stands in a text. */
export const FOUND = /TUOKIO-([A-Z]+)-([0-9]{1,4})\.([A-Za-z0-9+/\s>]*)(?:\.\s*([0-9A-HJKMNP-TV-Z]{4}[\s-]*[0-9A-HJKMNP-TV-Z]{4}))?/g;
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Something that was packed. */
export interface Parcel {
  /** What it is: `backup`, `completion`, `statistics`. */
  kind: string;
  schema: number;
  /** The check code as it was written, eight signs; empty where it was cut off. */
  check: string;
  /** Whether the check fits and it could be unpacked. If not, `content` is what could still be read, or undefined. */
  intact: boolean;
  content: unknown;
}

/** Return `content`, which JSON can hold, as a parcel's text. */
export function pack(kind: string, content: unknown): string {
  const data = deflateSync(strToU8(JSON.stringify(content)), { level: 9 });
  const head = `TUOKIO-${kind.toUpperCase()}-${SCHEMA}.${toBase64(data)}`;
  return `${head}.${checkOf(head)}`;
}

/** The parcels in a text: a file, or a mail with whatever stands around them, wrapped and quoted. What unpacks to more than `most` bytes is damaged. */
export function unpack(text: string, most = MOST): Parcel[] {
  return [...text.matchAll(FOUND)].map(([, kind = "", schema, spaced = "", written = ""]) => {
    const payload = spaced.replace(/[\s>]/g, "");
    const check = written.replace(/[\s-]/g, "");
    const content = open(payload, most);
    return { kind: kind.toLowerCase(), schema: Number(schema), check, intact: content !== undefined && check === checkOf(`TUOKIO-${kind}-${schema}.${payload}`), content };
  });
}

/** A check code as people read it: `K3F9-X2QT`. */
export const spell = (check: string): string => `${check.slice(0, 4)}-${check.slice(4)}`;

function open(payload: string, most: number): unknown {
  try {
    const data = fromBase64(payload);
    const pieces: Uint8Array[] = [];
    let [size, ended] = [0, false];
    const inflate = new Inflate((piece, last) => {
      if ((size += piece.length) > most) throw new RangeError("too large");
      pieces.push(piece);
      ended = last;
    });
    for (let at = 0; at < data.length; at += SIP) inflate.push(data.subarray(at, at + SIP), at + SIP >= data.length);
    if (!ended) return undefined;
    const whole = new Uint8Array(size);
    let at = 0;
    for (const piece of pieces) whole.set(piece, (at += piece.length) - piece.length);
    return JSON.parse(strFromU8(whole)) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Eight signs that tell a text from others. */
export function checkOf(text: string): string {
  const bytes = sha256(strToU8(text)).subarray(0, 5);
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{5}/g) ?? []).map((five) => SIGNS[parseInt(five, 2)]).join("");
}

function toBase64(data: Uint8Array): string {
  let text = "";
  for (let at = 0; at < data.length; at += PIECE) text += strFromU8(data.subarray(at, at + PIECE), true);
  return btoa(text).replace(/=+$/, "");
}

const fromBase64 = (text: string): Uint8Array => strToU8(atob(text), true);
