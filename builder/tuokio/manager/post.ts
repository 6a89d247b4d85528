/** What is dropped, as texts: plain ones, mails with all that hangs on them, and what Outlook makes of a mail. `post.py` reads the same. */
import PostalMime from "postal-mime";

const OUTLOOK = [0xd0, 0xcf, 0x11, 0xe0]; // how a .msg begins
const MAIL = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?(?:mime-version|received|content-type|content-transfer-encoding):/i;
const LARGEST = 40 << 20; // bytes of a file

/** The text of a file; none where it is too large to be read here, or cannot be read: a folder, or what another program holds. The others that came with it count. */
export async function readFile(file: Blob): Promise<string> {
  if (file.size > LARGEST) return "";
  try {
    return await readBytes(new Uint8Array(await file.arrayBuffer()));
  } catch {
    return "";
  }
}

/** All text that can be found in some bytes. */
export async function readBytes(bytes: Uint8Array): Promise<string> {
  if (OUTLOOK.every((byte, at) => bytes[at] === byte)) return [decode(bytes, "utf-16le"), decode(bytes, "latin1")].join("\n");
  const text = decodeMarked(bytes);
  if (!MAIL.test(text.slice(0, 20000).replace(/\r\n/g, "\n"))) return text;
  try {
    const mail = await PostalMime.parse(bytes);
    const attached = await Promise.all(mail.attachments.map(({ content }) => (typeof content === "string" ? content : readBytes(new Uint8Array(content as ArrayBuffer)))));
    return [mail.text ?? strip(mail.html ?? ""), ...attached].join("\n");
  } catch {
    return text;
  }
}

function decodeMarked(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decode(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decode(bytes, "utf-16be");
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return decode(bytes, "windows-1252"); // as older spreadsheets save a table
  }
}

const decode = (bytes: Uint8Array, encoding: string) => new TextDecoder(encoding).decode(bytes);

/** The text of a mail that is written in HTML alone. */
const strip = (html: string) => html.replace(/<[^>]*>/g, " ");
