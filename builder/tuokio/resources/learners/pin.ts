/**
 * What is kept of a PIN. A curtain and no lock: ten thousand PINs are tried in a moment, and the record lies beside it for who knows where to look.
 * It is only not to be read by chance, since people use one PIN for many things.
 */
export function cover(id: string, pin: string): string {
  let sum = 0x811c9dc5; // FNV-1a
  for (const sign of `${id} ${pin}`) sum = Math.imul(sum ^ sign.codePointAt(0)!, 0x01000193);
  return (sum >>> 0).toString(36);
}

export const isPin = (text: string) => /^[0-9]{4}$/.test(text);
