import assert from "node:assert/strict";
import { test } from "node:test";
import { findName, linkMail, tell } from "./card.ts";

test("a text without what was left empty", () => {
  assert.equal(tell({ head: "Kiitos, Anna!", texts: ["Hoidit kassani. ", "", "Pääsin lepäämään."], from: " " }), "Kiitos, Anna!\n\nHoidit kassani.\n\nPääsin lepäämään.");
});

test("a mail draft is to nobody yet, keeps its letters and lines, and is not made where a mail program could cut it", () => {
  const link = linkMail({ head: "Kiitos & hyvää työtä?", texts: ["Äiti & lapsi\nsaivat #1 palvelun."], from: "Mika" });
  assert.ok(link.startsWith("mailto:?subject="));
  const [subject, body] = link.slice("mailto:?".length).split("&").map((part) => decodeURIComponent(part.split("=")[1]!));
  assert.equal(subject, "Kiitos & hyvää työtä?");
  assert.equal(body, "Äiti & lapsi\r\nsaivat #1 palvelun.\r\n\r\nMika");
  assert.equal(linkMail({ head: "Kiitos", texts: ["ä".repeat(400)], from: "" }), "");
});

test("a colleague's name is found in the forms it has in a sentence", () => {
  const named = { Matti: "Sain Matilta apua.", Anna: "Annan kanssa.", Pekka: "Kiitos Pekalle.", Markus: "Markuksen idea.", Virtanen: "Rouva Virtasen idea.", Sören: "Sörens idé.", Åsa: "Med Åsas hjälp." };
  for (const [name, text] of Object.entries(named)) assert.equal(findName(text, `kollega ${name}`), name);
});

test("and not in words that only look like it, nor where nobody was named", () => {
  assert.equal(findName("Annoin alennuksen, ja anna palautetta.", "Anna"), "");
  assert.equal(findName("Kysyin ensin, mitä hän toivoo.", "Matti ja Anna"), "");
  assert.equal(findName("Vuoropäällikkö auttoi.", "vuoropäällikkö"), "");
  assert.equal(findName("Anna auttoi.", ""), "");
});
