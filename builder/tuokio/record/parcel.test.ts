import { deepEqual, equal, ok } from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { pack, spell, unpack } from "./parcel.ts";
import cases from "./parcels.json";

for (const { what, text, found } of cases) {
  test(`what Python reads is read alike: ${what}`, () => {
    deepEqual(
      unpack(text).map((parcel) => ({ ...parcel, content: parcel.content ?? null })),
      found,
    );
  });
}

test("whatever JSON can hold arrives as it was, however the text is wrapped", () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.integer({ min: 1, max: 80 }), (content, width) => {
      const [parcel] = unpack(`Hei!\n> ${pack("backup", content).match(new RegExp(`.{1,${width}}`, "g"))!.join("\n> ").replace(/^TUOKIO-BACKUP-1\./, "")}`);
      if (parcel) deepEqual(parcel.content ?? null, content); // where the beginning itself was parted, nothing is found
      const whole = unpack(pack("backup", content))[0]!;
      ok(whole.intact || content === null);
      equal(JSON.stringify(whole.content ?? null), JSON.stringify(content));
    }),
  );
});

test("a check is spelt in two halves", () => equal(spell("K3F9X2QT"), "K3F9-X2QT"));
