/* Generated from backup.py by `make types`. Do not edit. */
export const isBackup = (function() {
'use strict'
const hasOwn = Function.prototype.call.bind(Object.prototype.hasOwnProperty);
const stringLength = (string) =>
  /[\uD800-\uDFFF]/.test(string) ? [...string].length : string.length;
const format0 = (input) => {
    if (input.length > 10 + 1 + 9 + 12 + 6) return false
    const full = /^\d\d\d\d-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])[t\s](?:2[0-3]|[0-1]\d):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:z|[+-](?:2[0-3]|[0-1]\d)(?::?[0-5]\d)?)$/i
    const feb = input[5] === '0' && input[6] === '2'
    if ((feb && input[8] === '3') || !full.test(input)) return false
    if (input[17] === '6') {
      const p = input.slice(11).match(/([0-9.]+|[^0-9.])/g)
      let hm = Number(p[0]) * 60 + Number(p[2])
      if (p[5] === '+') hm += 24 * 60 - Number(p[6] || 0) * 60 - Number(p[8] || 0)
      else if (p[5] === '-') hm += Number(p[6] || 0) * 60 + Number(p[8] || 0)
      if (hm % (24 * 60) !== 23 * 60 + 59) return false
    }
    if (feb) {
      if (/^\d\d\d\d-02-(?:[012][1-8]|[12]0|[01]9)/.test(input)) return true
      const matches = input.match(/^(\d\d\d\d)-02-29/)
      if (!matches) return false
      const year = matches[1] | 0
      return year % 16 === 0 || (year % 4 === 0 && year % 25 !== 0)
    }
    if (input[8] === '3' && input[9] === '1') return /^\d\d\d\d-(?:0[13578]|1[02])-31/.test(input)
    return /^\d\d\d\d-(?:0[13-9]|1[012])-(?:[012][1-9]|[123]0)/.test(input)
  };
const pattern0 = new RegExp("^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])T([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,3})?Z$", "u");
const pattern1 = new RegExp("^[a-z0-9]{1,16}-[0-9]{1,9}$", "u");
const ref2 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("id" in data && hasOwn(data, "id"))) return false
  if (!("n" in data && hasOwn(data, "n"))) return false
  if (!("at" in data && hasOwn(data, "at"))) return false
  if (!("tz" in data && hasOwn(data, "tz"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!(typeof data.id === "string")) return false
  if (!pattern1.test(data.id)) return false
  if (!Number.isInteger(data.n)) return false
  if (!(1 <= data.n)) return false
  if (!(1000000000 >= data.n)) return false
  if (!(typeof data.at === "string")) return false
  if (!format0(data.at)) return false
  if (!pattern0.test(data.at)) return false
  if (!Number.isInteger(data.tz)) return false
  if (!(-1440 <= data.tz)) return false
  if (!(1440 >= data.tz)) return false
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "opened")) return false
  if (!(typeof data.of === "string")) return false
  for (const key0 of Object.keys(data)) {
    if (key0 !== "id" && key0 !== "n" && key0 !== "at" && key0 !== "tz" && key0 !== "kind" && key0 !== "of") return false
  }
  return true
};
const ref3 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("id" in data && hasOwn(data, "id"))) return false
  if (!("n" in data && hasOwn(data, "n"))) return false
  if (!("at" in data && hasOwn(data, "at"))) return false
  if (!("tz" in data && hasOwn(data, "tz"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!(typeof data.id === "string")) return false
  if (!pattern1.test(data.id)) return false
  if (!Number.isInteger(data.n)) return false
  if (!(1 <= data.n)) return false
  if (!(1000000000 >= data.n)) return false
  if (!(typeof data.at === "string")) return false
  if (!format0(data.at)) return false
  if (!pattern0.test(data.at)) return false
  if (!Number.isInteger(data.tz)) return false
  if (!(-1440 <= data.tz)) return false
  if (!(1440 >= data.tz)) return false
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "finished")) return false
  if (!(typeof data.of === "string")) return false
  if ("version" in data && hasOwn(data, "version")) {
    const sub0 = (() => {
      if (!Number.isInteger(data.version)) return false
      if (!(1 <= data.version)) return false
      if (!(1000000 >= data.version)) return false
      return true
    })()
    const sub1 = (() => {
      if (!(data.version === null)) return false
      return true
    })()
    if (!(sub0 || sub1)) return false
  }
  for (const key1 of Object.keys(data)) {
    if (key1 !== "id" && key1 !== "n" && key1 !== "at" && key1 !== "tz" && key1 !== "kind" && key1 !== "of" && key1 !== "version") return false
  }
  return true
};
const ref4 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("id" in data && hasOwn(data, "id"))) return false
  if (!("n" in data && hasOwn(data, "n"))) return false
  if (!("at" in data && hasOwn(data, "at"))) return false
  if (!("tz" in data && hasOwn(data, "tz"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("items" in data && hasOwn(data, "items"))) return false
  if (!(typeof data.id === "string")) return false
  if (!pattern1.test(data.id)) return false
  if (!Number.isInteger(data.n)) return false
  if (!(1 <= data.n)) return false
  if (!(1000000000 >= data.n)) return false
  if (!(typeof data.at === "string")) return false
  if (!format0(data.at)) return false
  if (!pattern0.test(data.at)) return false
  if (!Number.isInteger(data.tz)) return false
  if (!(-1440 <= data.tz)) return false
  if (!(1440 >= data.tz)) return false
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "reopened")) return false
  if (!(typeof data.of === "string")) return false
  if (!Array.isArray(data.items)) return false
  for (let j = 0; j < data.items.length; j++) {
    if (j in data.items && hasOwn(data.items, j)) {
      if (!(typeof data.items[j] === "string")) return false
    }
  }
  for (const key2 of Object.keys(data)) {
    if (key2 !== "id" && key2 !== "n" && key2 !== "at" && key2 !== "tz" && key2 !== "kind" && key2 !== "of" && key2 !== "items") return false
  }
  return true
};
const ref5 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("id" in data && hasOwn(data, "id"))) return false
  if (!("n" in data && hasOwn(data, "n"))) return false
  if (!("at" in data && hasOwn(data, "at"))) return false
  if (!("tz" in data && hasOwn(data, "tz"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!(typeof data.id === "string")) return false
  if (!pattern1.test(data.id)) return false
  if (!Number.isInteger(data.n)) return false
  if (!(1 <= data.n)) return false
  if (!(1000000000 >= data.n)) return false
  if (!(typeof data.at === "string")) return false
  if (!format0(data.at)) return false
  if (!pattern0.test(data.at)) return false
  if (!Number.isInteger(data.tz)) return false
  if (!(-1440 <= data.tz)) return false
  if (!(1440 >= data.tz)) return false
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "completed")) return false
  if (!(typeof data.of === "string")) return false
  if ("version" in data && hasOwn(data, "version")) {
    const sub2 = (() => {
      if (!Number.isInteger(data.version)) return false
      if (!(1 <= data.version)) return false
      if (!(1000000 >= data.version)) return false
      return true
    })()
    const sub3 = (() => {
      if (!(data.version === null)) return false
      return true
    })()
    if (!(sub2 || sub3)) return false
  }
  for (const key3 of Object.keys(data)) {
    if (key3 !== "id" && key3 !== "n" && key3 !== "at" && key3 !== "tz" && key3 !== "kind" && key3 !== "of" && key3 !== "version") return false
  }
  return true
};
const ref6 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("id" in data && hasOwn(data, "id"))) return false
  if (!("n" in data && hasOwn(data, "n"))) return false
  if (!("at" in data && hasOwn(data, "at"))) return false
  if (!("tz" in data && hasOwn(data, "tz"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!(typeof data.id === "string")) return false
  if (!pattern1.test(data.id)) return false
  if (!Number.isInteger(data.n)) return false
  if (!(1 <= data.n)) return false
  if (!(1000000000 >= data.n)) return false
  if (!(typeof data.at === "string")) return false
  if (!format0(data.at)) return false
  if (!pattern0.test(data.at)) return false
  if (!Number.isInteger(data.tz)) return false
  if (!(-1440 <= data.tz)) return false
  if (!(1440 >= data.tz)) return false
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "copied")) return false
  if (!(typeof data.of === "string")) return false
  if (!(data.of === "file" || data.of === "text")) return false
  for (const key4 of Object.keys(data)) {
    if (key4 !== "id" && key4 !== "n" && key4 !== "at" && key4 !== "tz" && key4 !== "kind" && key4 !== "of") return false
  }
  return true
};
const pattern2 = new RegExp("^[a-z0-9-]+#[0-9]+$", "u");
const ref7 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("id" in data && hasOwn(data, "id"))) return false
  if (!("n" in data && hasOwn(data, "n"))) return false
  if (!("at" in data && hasOwn(data, "at"))) return false
  if (!("tz" in data && hasOwn(data, "tz"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("rev" in data && hasOwn(data, "rev"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("response" in data && hasOwn(data, "response"))) return false
  if (!(typeof data.id === "string")) return false
  if (!pattern1.test(data.id)) return false
  if (!Number.isInteger(data.n)) return false
  if (!(1 <= data.n)) return false
  if (!(1000000000 >= data.n)) return false
  if (!(typeof data.at === "string")) return false
  if (!format0(data.at)) return false
  if (!pattern0.test(data.at)) return false
  if (!Number.isInteger(data.tz)) return false
  if (!(-1440 <= data.tz)) return false
  if (!(1440 >= data.tz)) return false
  if (!(typeof data.of === "string")) return false
  if (!(typeof data.rev === "string")) return false
  if ("round" in data && hasOwn(data, "round")) {
    const sub4 = (() => {
      if (!(typeof data.round === "string")) return false
      if (!pattern2.test(data.round)) return false
      return true
    })()
    const sub5 = (() => {
      if (!(data.round === null)) return false
      return true
    })()
    if (!(sub4 || sub5)) return false
  }
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "drafted")) return false
  if (!Array.isArray(data.response)) return false
  for (let k = 0; k < data.response.length; k++) {
    if (k in data.response && hasOwn(data.response, k)) {
      if (!(typeof data.response[k] === "string")) return false
    }
  }
  if ("sure" in data && hasOwn(data, "sure")) {
    const sub6 = (() => {
      if (!Number.isInteger(data.sure)) return false
      if (!(0 <= data.sure)) return false
      if (!(2 >= data.sure)) return false
      return true
    })()
    const sub7 = (() => {
      if (!(data.sure === null)) return false
      return true
    })()
    if (!(sub6 || sub7)) return false
  }
  for (const key5 of Object.keys(data)) {
    if (key5 !== "id" && key5 !== "n" && key5 !== "at" && key5 !== "tz" && key5 !== "of" && key5 !== "rev" && key5 !== "round" && key5 !== "kind" && key5 !== "response" && key5 !== "sure") return false
  }
  return true
};
const ref8 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("id" in data && hasOwn(data, "id"))) return false
  if (!("n" in data && hasOwn(data, "n"))) return false
  if (!("at" in data && hasOwn(data, "at"))) return false
  if (!("tz" in data && hasOwn(data, "tz"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("rev" in data && hasOwn(data, "rev"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("response" in data && hasOwn(data, "response"))) return false
  if (!("score" in data && hasOwn(data, "score"))) return false
  if (!("points" in data && hasOwn(data, "points"))) return false
  if (!("attempt" in data && hasOwn(data, "attempt"))) return false
  if (!(typeof data.id === "string")) return false
  if (!pattern1.test(data.id)) return false
  if (!Number.isInteger(data.n)) return false
  if (!(1 <= data.n)) return false
  if (!(1000000000 >= data.n)) return false
  if (!(typeof data.at === "string")) return false
  if (!format0(data.at)) return false
  if (!pattern0.test(data.at)) return false
  if (!Number.isInteger(data.tz)) return false
  if (!(-1440 <= data.tz)) return false
  if (!(1440 >= data.tz)) return false
  if (!(typeof data.of === "string")) return false
  if (!(typeof data.rev === "string")) return false
  if ("round" in data && hasOwn(data, "round")) {
    const sub8 = (() => {
      if (!(typeof data.round === "string")) return false
      if (!pattern2.test(data.round)) return false
      return true
    })()
    const sub9 = (() => {
      if (!(data.round === null)) return false
      return true
    })()
    if (!(sub8 || sub9)) return false
  }
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "answered")) return false
  if (!Array.isArray(data.response)) return false
  for (let l = 0; l < data.response.length; l++) {
    if (l in data.response && hasOwn(data.response, l)) {
      if (!(typeof data.response[l] === "string")) return false
    }
  }
  if ("sure" in data && hasOwn(data, "sure")) {
    const sub10 = (() => {
      if (!Number.isInteger(data.sure)) return false
      if (!(0 <= data.sure)) return false
      if (!(2 >= data.sure)) return false
      return true
    })()
    const sub11 = (() => {
      if (!(data.sure === null)) return false
      return true
    })()
    if (!(sub10 || sub11)) return false
  }
  if (!(typeof data.score === "number")) return false
  if (!(0 <= data.score)) return false
  if (!(1 >= data.score)) return false
  if (!(typeof data.points === "number")) return false
  if (!(0 <= data.points)) return false
  if (!(1000000 >= data.points)) return false
  if (!Number.isInteger(data.attempt)) return false
  if (!(1 <= data.attempt)) return false
  if (!(1000000 >= data.attempt)) return false
  for (const key6 of Object.keys(data)) {
    if (key6 !== "id" && key6 !== "n" && key6 !== "at" && key6 !== "tz" && key6 !== "of" && key6 !== "rev" && key6 !== "round" && key6 !== "kind" && key6 !== "response" && key6 !== "sure" && key6 !== "score" && key6 !== "points" && key6 !== "attempt") return false
  }
  return true
};
const ref9 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("id" in data && hasOwn(data, "id"))) return false
  if (!("n" in data && hasOwn(data, "n"))) return false
  if (!("at" in data && hasOwn(data, "at"))) return false
  if (!("tz" in data && hasOwn(data, "tz"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("rev" in data && hasOwn(data, "rev"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("hint" in data && hasOwn(data, "hint"))) return false
  if (!(typeof data.id === "string")) return false
  if (!pattern1.test(data.id)) return false
  if (!Number.isInteger(data.n)) return false
  if (!(1 <= data.n)) return false
  if (!(1000000000 >= data.n)) return false
  if (!(typeof data.at === "string")) return false
  if (!format0(data.at)) return false
  if (!pattern0.test(data.at)) return false
  if (!Number.isInteger(data.tz)) return false
  if (!(-1440 <= data.tz)) return false
  if (!(1440 >= data.tz)) return false
  if (!(typeof data.of === "string")) return false
  if (!(typeof data.rev === "string")) return false
  if ("round" in data && hasOwn(data, "round")) {
    const sub12 = (() => {
      if (!(typeof data.round === "string")) return false
      if (!pattern2.test(data.round)) return false
      return true
    })()
    const sub13 = (() => {
      if (!(data.round === null)) return false
      return true
    })()
    if (!(sub12 || sub13)) return false
  }
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "hinted")) return false
  if (!Number.isInteger(data.hint)) return false
  if (!(0 <= data.hint)) return false
  if (!(1000 >= data.hint)) return false
  for (const key7 of Object.keys(data)) {
    if (key7 !== "id" && key7 !== "n" && key7 !== "at" && key7 !== "tz" && key7 !== "of" && key7 !== "rev" && key7 !== "round" && key7 !== "kind" && key7 !== "hint") return false
  }
  return true
};
const ref10 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("id" in data && hasOwn(data, "id"))) return false
  if (!("n" in data && hasOwn(data, "n"))) return false
  if (!("at" in data && hasOwn(data, "at"))) return false
  if (!("tz" in data && hasOwn(data, "tz"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("rev" in data && hasOwn(data, "rev"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("response" in data && hasOwn(data, "response"))) return false
  if (!(typeof data.id === "string")) return false
  if (!pattern1.test(data.id)) return false
  if (!Number.isInteger(data.n)) return false
  if (!(1 <= data.n)) return false
  if (!(1000000000 >= data.n)) return false
  if (!(typeof data.at === "string")) return false
  if (!format0(data.at)) return false
  if (!pattern0.test(data.at)) return false
  if (!Number.isInteger(data.tz)) return false
  if (!(-1440 <= data.tz)) return false
  if (!(1440 >= data.tz)) return false
  if (!(typeof data.of === "string")) return false
  if (!(typeof data.rev === "string")) return false
  if ("round" in data && hasOwn(data, "round")) {
    const sub14 = (() => {
      if (!(typeof data.round === "string")) return false
      if (!pattern2.test(data.round)) return false
      return true
    })()
    const sub15 = (() => {
      if (!(data.round === null)) return false
      return true
    })()
    if (!(sub14 || sub15)) return false
  }
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "played")) return false
  if (!Array.isArray(data.response)) return false
  for (let m = 0; m < data.response.length; m++) {
    if (m in data.response && hasOwn(data.response, m)) {
      if (!(typeof data.response[m] === "string")) return false
    }
  }
  for (const key8 of Object.keys(data)) {
    if (key8 !== "id" && key8 !== "n" && key8 !== "at" && key8 !== "tz" && key8 !== "of" && key8 !== "rev" && key8 !== "round" && key8 !== "kind" && key8 !== "response") return false
  }
  return true
};
const pattern3 = new RegExp("^([a-z0-9]{1,16}-[0-9]{1,9}|[a-z0-9-]{1,64})?$", "u");
const pattern4 = new RegExp("^[^_]", "u");
const ref11 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("id" in data && hasOwn(data, "id"))) return false
  if (!("n" in data && hasOwn(data, "n"))) return false
  if (!("at" in data && hasOwn(data, "at"))) return false
  if (!("tz" in data && hasOwn(data, "tz"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("rev" in data && hasOwn(data, "rev"))) return false
  if (!("entry" in data && hasOwn(data, "entry"))) return false
  if (!("fields" in data && hasOwn(data, "fields"))) return false
  if (!(typeof data.id === "string")) return false
  if (!pattern1.test(data.id)) return false
  if (!Number.isInteger(data.n)) return false
  if (!(1 <= data.n)) return false
  if (!(1000000000 >= data.n)) return false
  if (!(typeof data.at === "string")) return false
  if (!format0(data.at)) return false
  if (!pattern0.test(data.at)) return false
  if (!Number.isInteger(data.tz)) return false
  if (!(-1440 <= data.tz)) return false
  if (!(1440 >= data.tz)) return false
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "wrote")) return false
  if (!(typeof data.of === "string")) return false
  if (!(typeof data.rev === "string")) return false
  if (!(typeof data.entry === "string")) return false
  if (!pattern3.test(data.entry)) return false
  if ("since" in data && hasOwn(data, "since")) {
    const sub16 = (() => {
      if (!(typeof data.since === "string")) return false
      if (!format0(data.since)) return false
      if (!pattern0.test(data.since)) return false
      return true
    })()
    const sub17 = (() => {
      if (!(data.since === null)) return false
      return true
    })()
    if (!(sub16 || sub17)) return false
  }
  if (!(typeof data.fields === "object" && data.fields && !Array.isArray(data.fields))) return false
  for (const key9 of Object.keys(data.fields)) {
    if (pattern4.test(key9)) {
      if (data.fields[key9] !== undefined) {
        if (!(typeof data.fields[key9] === "string")) return false
      }
    }
  }
  for (const key10 of Object.keys(data.fields)) {
    if (!pattern4.test(key10)) return false
  }
  for (const key11 of Object.keys(data)) {
    if (key11 !== "id" && key11 !== "n" && key11 !== "at" && key11 !== "tz" && key11 !== "kind" && key11 !== "of" && key11 !== "rev" && key11 !== "entry" && key11 !== "since" && key11 !== "fields") return false
  }
  return true
};
const ref12 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("id" in data && hasOwn(data, "id"))) return false
  if (!("n" in data && hasOwn(data, "n"))) return false
  if (!("at" in data && hasOwn(data, "at"))) return false
  if (!("tz" in data && hasOwn(data, "tz"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("entry" in data && hasOwn(data, "entry"))) return false
  if (!(typeof data.id === "string")) return false
  if (!pattern1.test(data.id)) return false
  if (!Number.isInteger(data.n)) return false
  if (!(1 <= data.n)) return false
  if (!(1000000000 >= data.n)) return false
  if (!(typeof data.at === "string")) return false
  if (!format0(data.at)) return false
  if (!pattern0.test(data.at)) return false
  if (!Number.isInteger(data.tz)) return false
  if (!(-1440 <= data.tz)) return false
  if (!(1440 >= data.tz)) return false
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "erased")) return false
  if (!(typeof data.of === "string")) return false
  if (!(typeof data.entry === "string")) return false
  for (const key12 of Object.keys(data)) {
    if (key12 !== "id" && key12 !== "n" && key12 !== "at" && key12 !== "tz" && key12 !== "kind" && key12 !== "of" && key12 !== "entry") return false
  }
  return true
};
const ref13 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("id" in data && hasOwn(data, "id"))) return false
  if (!("n" in data && hasOwn(data, "n"))) return false
  if (!("at" in data && hasOwn(data, "at"))) return false
  if (!("tz" in data && hasOwn(data, "tz"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("attempt" in data && hasOwn(data, "attempt"))) return false
  if (!("items" in data && hasOwn(data, "items"))) return false
  if (!("points" in data && hasOwn(data, "points"))) return false
  if (!(typeof data.id === "string")) return false
  if (!pattern1.test(data.id)) return false
  if (!Number.isInteger(data.n)) return false
  if (!(1 <= data.n)) return false
  if (!(1000000000 >= data.n)) return false
  if (!(typeof data.at === "string")) return false
  if (!format0(data.at)) return false
  if (!pattern0.test(data.at)) return false
  if (!Number.isInteger(data.tz)) return false
  if (!(-1440 <= data.tz)) return false
  if (!(1440 >= data.tz)) return false
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "drawn")) return false
  if (!(typeof data.of === "string")) return false
  if (!Number.isInteger(data.attempt)) return false
  if (!(1 <= data.attempt)) return false
  if (!(1000000 >= data.attempt)) return false
  if (!Array.isArray(data.items)) return false
  for (let n = 0; n < data.items.length; n++) {
    if (n in data.items && hasOwn(data.items, n)) {
      if (!(typeof data.items[n] === "string")) return false
    }
  }
  if (!(typeof data.points === "number")) return false
  if (!(0 <= data.points)) return false
  if (!(1000000 >= data.points)) return false
  for (const key13 of Object.keys(data)) {
    if (key13 !== "id" && key13 !== "n" && key13 !== "at" && key13 !== "tz" && key13 !== "kind" && key13 !== "of" && key13 !== "attempt" && key13 !== "items" && key13 !== "points") return false
  }
  return true
};
const ref14 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("id" in data && hasOwn(data, "id"))) return false
  if (!("n" in data && hasOwn(data, "n"))) return false
  if (!("at" in data && hasOwn(data, "at"))) return false
  if (!("tz" in data && hasOwn(data, "tz"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("attempt" in data && hasOwn(data, "attempt"))) return false
  if (!("minutes" in data && hasOwn(data, "minutes"))) return false
  if (!(typeof data.id === "string")) return false
  if (!pattern1.test(data.id)) return false
  if (!Number.isInteger(data.n)) return false
  if (!(1 <= data.n)) return false
  if (!(1000000000 >= data.n)) return false
  if (!(typeof data.at === "string")) return false
  if (!format0(data.at)) return false
  if (!pattern0.test(data.at)) return false
  if (!Number.isInteger(data.tz)) return false
  if (!(-1440 <= data.tz)) return false
  if (!(1440 >= data.tz)) return false
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "exam-timed")) return false
  if (!(typeof data.of === "string")) return false
  if (!Number.isInteger(data.attempt)) return false
  if (!(1 <= data.attempt)) return false
  if (!(1000000 >= data.attempt)) return false
  if (!(typeof data.minutes === "number")) return false
  if (!(0 <= data.minutes)) return false
  if (!(1000000 >= data.minutes)) return false
  for (const key14 of Object.keys(data)) {
    if (key14 !== "id" && key14 !== "n" && key14 !== "at" && key14 !== "tz" && key14 !== "kind" && key14 !== "of" && key14 !== "attempt" && key14 !== "minutes") return false
  }
  return true
};
const ref15 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("id" in data && hasOwn(data, "id"))) return false
  if (!("n" in data && hasOwn(data, "n"))) return false
  if (!("at" in data && hasOwn(data, "at"))) return false
  if (!("tz" in data && hasOwn(data, "tz"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("attempt" in data && hasOwn(data, "attempt"))) return false
  if (!("score" in data && hasOwn(data, "score"))) return false
  if (!("passed" in data && hasOwn(data, "passed"))) return false
  if (!(typeof data.id === "string")) return false
  if (!pattern1.test(data.id)) return false
  if (!Number.isInteger(data.n)) return false
  if (!(1 <= data.n)) return false
  if (!(1000000000 >= data.n)) return false
  if (!(typeof data.at === "string")) return false
  if (!format0(data.at)) return false
  if (!pattern0.test(data.at)) return false
  if (!Number.isInteger(data.tz)) return false
  if (!(-1440 <= data.tz)) return false
  if (!(1440 >= data.tz)) return false
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "exam-finished")) return false
  if (!(typeof data.of === "string")) return false
  if (!Number.isInteger(data.attempt)) return false
  if (!(1 <= data.attempt)) return false
  if (!(1000000 >= data.attempt)) return false
  if (!(typeof data.score === "number")) return false
  if (!(0 <= data.score)) return false
  if (!(1 >= data.score)) return false
  if (!(typeof data.passed === "boolean")) return false
  for (const key15 of Object.keys(data)) {
    if (key15 !== "id" && key15 !== "n" && key15 !== "at" && key15 !== "tz" && key15 !== "kind" && key15 !== "of" && key15 !== "attempt" && key15 !== "score" && key15 !== "passed") return false
  }
  return true
};
const ref16 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("id" in data && hasOwn(data, "id"))) return false
  if (!("n" in data && hasOwn(data, "n"))) return false
  if (!("at" in data && hasOwn(data, "at"))) return false
  if (!("tz" in data && hasOwn(data, "tz"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("value" in data && hasOwn(data, "value"))) return false
  if (!(typeof data.id === "string")) return false
  if (!pattern1.test(data.id)) return false
  if (!Number.isInteger(data.n)) return false
  if (!(1 <= data.n)) return false
  if (!(1000000000 >= data.n)) return false
  if (!(typeof data.at === "string")) return false
  if (!format0(data.at)) return false
  if (!pattern0.test(data.at)) return false
  if (!Number.isInteger(data.tz)) return false
  if (!(-1440 <= data.tz)) return false
  if (!(1440 >= data.tz)) return false
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "preferred")) return false
  if (!(typeof data.of === "string")) return false
  if (!(data.of === "language" || data.of === "role" || data.of === "name")) return false
  if (!(typeof data.value === "string")) return false
  for (const key16 of Object.keys(data)) {
    if (key16 !== "id" && key16 !== "n" && key16 !== "at" && key16 !== "tz" && key16 !== "kind" && key16 !== "of" && key16 !== "value") return false
  }
  return true
};
const pattern5 = new RegExp("^[a-z0-9]{1,16}$", "u");
const ref18 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("step" in data && hasOwn(data, "step"))) return false
  if (!(typeof data.step === "string")) return false
  if ("item" in data && hasOwn(data, "item")) {
    const sub21 = (() => {
      if (!(typeof data.item === "string")) return false
      return true
    })()
    const sub22 = (() => {
      if (!(data.item === null)) return false
      return true
    })()
    if (!(sub21 || sub22)) return false
  }
  for (const key17 of Object.keys(data)) {
    if (key17 !== "step" && key17 !== "item") return false
  }
  return true
};
const ref19 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if ("at" in data && hasOwn(data, "at")) {
    const sub24 = (() => {
      if (!(typeof data.at === "string")) return false
      if (!format0(data.at)) return false
      if (!pattern0.test(data.at)) return false
      return true
    })()
    const sub25 = (() => {
      if (!(data.at === null)) return false
      return true
    })()
    if (!(sub24 || sub25)) return false
  }
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "finished")) return false
  if (!(typeof data.of === "string")) return false
  if ("version" in data && hasOwn(data, "version")) {
    const sub26 = (() => {
      if (!Number.isInteger(data.version)) return false
      if (!(1 <= data.version)) return false
      if (!(1000000 >= data.version)) return false
      return true
    })()
    const sub27 = (() => {
      if (!(data.version === null)) return false
      return true
    })()
    if (!(sub26 || sub27)) return false
  }
  for (const key18 of Object.keys(data)) {
    if (key18 !== "at" && key18 !== "kind" && key18 !== "of" && key18 !== "version") return false
  }
  return true
};
const ref20 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if ("at" in data && hasOwn(data, "at")) {
    const sub28 = (() => {
      if (!(typeof data.at === "string")) return false
      if (!format0(data.at)) return false
      if (!pattern0.test(data.at)) return false
      return true
    })()
    const sub29 = (() => {
      if (!(data.at === null)) return false
      return true
    })()
    if (!(sub28 || sub29)) return false
  }
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "completed")) return false
  if (!(typeof data.of === "string")) return false
  if ("version" in data && hasOwn(data, "version")) {
    const sub30 = (() => {
      if (!Number.isInteger(data.version)) return false
      if (!(1 <= data.version)) return false
      if (!(1000000 >= data.version)) return false
      return true
    })()
    const sub31 = (() => {
      if (!(data.version === null)) return false
      return true
    })()
    if (!(sub30 || sub31)) return false
  }
  for (const key19 of Object.keys(data)) {
    if (key19 !== "at" && key19 !== "kind" && key19 !== "of" && key19 !== "version") return false
  }
  return true
};
const ref21 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("rev" in data && hasOwn(data, "rev"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("response" in data && hasOwn(data, "response"))) return false
  if ("at" in data && hasOwn(data, "at")) {
    const sub32 = (() => {
      if (!(typeof data.at === "string")) return false
      if (!format0(data.at)) return false
      if (!pattern0.test(data.at)) return false
      return true
    })()
    const sub33 = (() => {
      if (!(data.at === null)) return false
      return true
    })()
    if (!(sub32 || sub33)) return false
  }
  if (!(typeof data.of === "string")) return false
  if (!(typeof data.rev === "string")) return false
  if ("round" in data && hasOwn(data, "round")) {
    const sub34 = (() => {
      if (!(typeof data.round === "string")) return false
      if (!pattern2.test(data.round)) return false
      return true
    })()
    const sub35 = (() => {
      if (!(data.round === null)) return false
      return true
    })()
    if (!(sub34 || sub35)) return false
  }
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "drafted")) return false
  if (!Array.isArray(data.response)) return false
  for (let p = 0; p < data.response.length; p++) {
    if (p in data.response && hasOwn(data.response, p)) {
      if (!(typeof data.response[p] === "string")) return false
    }
  }
  for (const key20 of Object.keys(data)) {
    if (key20 !== "at" && key20 !== "of" && key20 !== "rev" && key20 !== "round" && key20 !== "kind" && key20 !== "response") return false
  }
  return true
};
const ref22 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("rev" in data && hasOwn(data, "rev"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("response" in data && hasOwn(data, "response"))) return false
  if (!("score" in data && hasOwn(data, "score"))) return false
  if (!("points" in data && hasOwn(data, "points"))) return false
  if (!("attempt" in data && hasOwn(data, "attempt"))) return false
  if ("at" in data && hasOwn(data, "at")) {
    const sub36 = (() => {
      if (!(typeof data.at === "string")) return false
      if (!format0(data.at)) return false
      if (!pattern0.test(data.at)) return false
      return true
    })()
    const sub37 = (() => {
      if (!(data.at === null)) return false
      return true
    })()
    if (!(sub36 || sub37)) return false
  }
  if (!(typeof data.of === "string")) return false
  if (!(typeof data.rev === "string")) return false
  if ("round" in data && hasOwn(data, "round")) {
    const sub38 = (() => {
      if (!(typeof data.round === "string")) return false
      if (!pattern2.test(data.round)) return false
      return true
    })()
    const sub39 = (() => {
      if (!(data.round === null)) return false
      return true
    })()
    if (!(sub38 || sub39)) return false
  }
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "answered")) return false
  if (!Array.isArray(data.response)) return false
  for (let q = 0; q < data.response.length; q++) {
    if (q in data.response && hasOwn(data.response, q)) {
      if (!(typeof data.response[q] === "string")) return false
    }
  }
  if (!(typeof data.score === "number")) return false
  if (!(0 <= data.score)) return false
  if (!(1 >= data.score)) return false
  if (!(typeof data.points === "number")) return false
  if (!(0 <= data.points)) return false
  if (!(1000000 >= data.points)) return false
  if (!Number.isInteger(data.attempt)) return false
  if (!(1 <= data.attempt)) return false
  if (!(1000000 >= data.attempt)) return false
  for (const key21 of Object.keys(data)) {
    if (key21 !== "at" && key21 !== "of" && key21 !== "rev" && key21 !== "round" && key21 !== "kind" && key21 !== "response" && key21 !== "score" && key21 !== "points" && key21 !== "attempt") return false
  }
  return true
};
const ref23 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("rev" in data && hasOwn(data, "rev"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("hint" in data && hasOwn(data, "hint"))) return false
  if ("at" in data && hasOwn(data, "at")) {
    const sub40 = (() => {
      if (!(typeof data.at === "string")) return false
      if (!format0(data.at)) return false
      if (!pattern0.test(data.at)) return false
      return true
    })()
    const sub41 = (() => {
      if (!(data.at === null)) return false
      return true
    })()
    if (!(sub40 || sub41)) return false
  }
  if (!(typeof data.of === "string")) return false
  if (!(typeof data.rev === "string")) return false
  if ("round" in data && hasOwn(data, "round")) {
    const sub42 = (() => {
      if (!(typeof data.round === "string")) return false
      if (!pattern2.test(data.round)) return false
      return true
    })()
    const sub43 = (() => {
      if (!(data.round === null)) return false
      return true
    })()
    if (!(sub42 || sub43)) return false
  }
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "hinted")) return false
  if (!Number.isInteger(data.hint)) return false
  if (!(0 <= data.hint)) return false
  if (!(1000 >= data.hint)) return false
  for (const key22 of Object.keys(data)) {
    if (key22 !== "at" && key22 !== "of" && key22 !== "rev" && key22 !== "round" && key22 !== "kind" && key22 !== "hint") return false
  }
  return true
};
const ref24 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("attempt" in data && hasOwn(data, "attempt"))) return false
  if (!("items" in data && hasOwn(data, "items"))) return false
  if (!("points" in data && hasOwn(data, "points"))) return false
  if ("at" in data && hasOwn(data, "at")) {
    const sub44 = (() => {
      if (!(typeof data.at === "string")) return false
      if (!format0(data.at)) return false
      if (!pattern0.test(data.at)) return false
      return true
    })()
    const sub45 = (() => {
      if (!(data.at === null)) return false
      return true
    })()
    if (!(sub44 || sub45)) return false
  }
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "drawn")) return false
  if (!(typeof data.of === "string")) return false
  if (!Number.isInteger(data.attempt)) return false
  if (!(1 <= data.attempt)) return false
  if (!(1000000 >= data.attempt)) return false
  if (!Array.isArray(data.items)) return false
  for (let r = 0; r < data.items.length; r++) {
    if (r in data.items && hasOwn(data.items, r)) {
      if (!(typeof data.items[r] === "string")) return false
    }
  }
  if (!(typeof data.points === "number")) return false
  if (!(0 <= data.points)) return false
  if (!(1000000 >= data.points)) return false
  for (const key23 of Object.keys(data)) {
    if (key23 !== "at" && key23 !== "kind" && key23 !== "of" && key23 !== "attempt" && key23 !== "items" && key23 !== "points") return false
  }
  return true
};
const ref25 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("attempt" in data && hasOwn(data, "attempt"))) return false
  if (!("score" in data && hasOwn(data, "score"))) return false
  if (!("passed" in data && hasOwn(data, "passed"))) return false
  if ("at" in data && hasOwn(data, "at")) {
    const sub46 = (() => {
      if (!(typeof data.at === "string")) return false
      if (!format0(data.at)) return false
      if (!pattern0.test(data.at)) return false
      return true
    })()
    const sub47 = (() => {
      if (!(data.at === null)) return false
      return true
    })()
    if (!(sub46 || sub47)) return false
  }
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "exam-finished")) return false
  if (!(typeof data.of === "string")) return false
  if (!Number.isInteger(data.attempt)) return false
  if (!(1 <= data.attempt)) return false
  if (!(1000000 >= data.attempt)) return false
  if (!(typeof data.score === "number")) return false
  if (!(0 <= data.score)) return false
  if (!(1 >= data.score)) return false
  if (!(typeof data.passed === "boolean")) return false
  for (const key24 of Object.keys(data)) {
    if (key24 !== "at" && key24 !== "kind" && key24 !== "of" && key24 !== "attempt" && key24 !== "score" && key24 !== "passed") return false
  }
  return true
};
const ref26 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("value" in data && hasOwn(data, "value"))) return false
  if ("at" in data && hasOwn(data, "at")) {
    const sub48 = (() => {
      if (!(typeof data.at === "string")) return false
      if (!format0(data.at)) return false
      if (!pattern0.test(data.at)) return false
      return true
    })()
    const sub49 = (() => {
      if (!(data.at === null)) return false
      return true
    })()
    if (!(sub48 || sub49)) return false
  }
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "preferred")) return false
  if (!(typeof data.of === "string")) return false
  if (!(data.of === "language" || data.of === "role")) return false
  if (!(typeof data.value === "string")) return false
  for (const key25 of Object.keys(data)) {
    if (key25 !== "at" && key25 !== "kind" && key25 !== "of" && key25 !== "value") return false
  }
  return true
};
const ref17 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("id" in data && hasOwn(data, "id"))) return false
  if (!("n" in data && hasOwn(data, "n"))) return false
  if (!("at" in data && hasOwn(data, "at"))) return false
  if (!("tz" in data && hasOwn(data, "tz"))) return false
  if (!("kind" in data && hasOwn(data, "kind"))) return false
  if (!("of" in data && hasOwn(data, "of"))) return false
  if (!("results" in data && hasOwn(data, "results"))) return false
  if (!(typeof data.id === "string")) return false
  if (!pattern1.test(data.id)) return false
  if (!Number.isInteger(data.n)) return false
  if (!(1 <= data.n)) return false
  if (!(1000000000 >= data.n)) return false
  if (!(typeof data.at === "string")) return false
  if (!format0(data.at)) return false
  if (!pattern0.test(data.at)) return false
  if (!Number.isInteger(data.tz)) return false
  if (!(-1440 <= data.tz)) return false
  if (!(1440 >= data.tz)) return false
  if (!(typeof data.kind === "string")) return false
  if (!(data.kind === "carried")) return false
  if (!(typeof data.of === "string")) return false
  if ("seed" in data && hasOwn(data, "seed")) {
    const sub18 = (() => {
      if (!(typeof data.seed === "string")) return false
      if (!pattern5.test(data.seed)) return false
      return true
    })()
    const sub19 = (() => {
      if (!(data.seed === null)) return false
      return true
    })()
    if (!(sub18 || sub19)) return false
  }
  if ("place" in data && hasOwn(data, "place")) {
    const sub20 = (() => {
      if (!ref18(data.place)) return false
      return true
    })()
    const sub23 = (() => {
      if (!(data.place === null)) return false
      return true
    })()
    if (!(sub20 || sub23)) return false
  }
  if (!Array.isArray(data.results)) return false
  if (data.results.length > 100000) return false
  for (let o = 0; o < data.results.length; o++) {
    if (o in data.results && hasOwn(data.results, o)) {
      if (typeof data.results[o] === "object" && data.results[o] && !Array.isArray(data.results[o])) {
        if ("kind" in data.results[o] && hasOwn(data.results[o], "kind")) {
          switch (data.results[o].kind) {
            case "finished":
            if (!ref19(data.results[o])) return false
            break
            case "completed":
            if (!ref20(data.results[o])) return false
            break
            case "drafted":
            if (!ref21(data.results[o])) return false
            break
            case "answered":
            if (!ref22(data.results[o])) return false
            break
            case "hinted":
            if (!ref23(data.results[o])) return false
            break
            case "drawn":
            if (!ref24(data.results[o])) return false
            break
            case "exam-finished":
            if (!ref25(data.results[o])) return false
            break
            case "preferred":
            if (!ref26(data.results[o])) return false
            break
            default:
            return false
          }
        }
        else return false
      }
      else return false
    }
  }
  for (const key26 of Object.keys(data)) {
    if (key26 !== "id" && key26 !== "n" && key26 !== "at" && key26 !== "tz" && key26 !== "kind" && key26 !== "of" && key26 !== "seed" && key26 !== "place" && key26 !== "results") return false
  }
  return true
};
const ref1 = function validate(data) {
  if (typeof data === "object" && data && !Array.isArray(data)) {
    if ("kind" in data && hasOwn(data, "kind")) {
      switch (data.kind) {
        case "opened":
        if (!ref2(data)) return false
        break
        case "finished":
        if (!ref3(data)) return false
        break
        case "reopened":
        if (!ref4(data)) return false
        break
        case "completed":
        if (!ref5(data)) return false
        break
        case "copied":
        if (!ref6(data)) return false
        break
        case "drafted":
        if (!ref7(data)) return false
        break
        case "answered":
        if (!ref8(data)) return false
        break
        case "hinted":
        if (!ref9(data)) return false
        break
        case "played":
        if (!ref10(data)) return false
        break
        case "wrote":
        if (!ref11(data)) return false
        break
        case "erased":
        if (!ref12(data)) return false
        break
        case "drawn":
        if (!ref13(data)) return false
        break
        case "exam-timed":
        if (!ref14(data)) return false
        break
        case "exam-finished":
        if (!ref15(data)) return false
        break
        case "preferred":
        if (!ref16(data)) return false
        break
        case "carried":
        if (!ref17(data)) return false
        break
        default:
        return false
      }
    }
    else return false
  }
  else return false
  return true
};
const ref0 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("course" in data && hasOwn(data, "course"))) return false
  if (!("title" in data && hasOwn(data, "title"))) return false
  if (!("made" in data && hasOwn(data, "made"))) return false
  if (!("events" in data && hasOwn(data, "events"))) return false
  if (!(typeof data.course === "string")) return false
  if (data.course.length > 200 && stringLength(data.course) > 200) return false
  if (!(typeof data.title === "string")) return false
  if (data.title.length > 2000 && stringLength(data.title) > 2000) return false
  if (!(typeof data.made === "string")) return false
  if (!format0(data.made)) return false
  if (!pattern0.test(data.made)) return false
  if (!Array.isArray(data.events)) return false
  if (data.events.length > 1000000) return false
  for (let i = 0; i < data.events.length; i++) {
    if (i in data.events && hasOwn(data.events, i)) {
      if (!ref1(data.events[i])) return false
    }
  }
  if ("damaged" in data && hasOwn(data, "damaged")) {
    if (!Array.isArray(data.damaged)) return false
  }
  for (const key27 of Object.keys(data)) {
    if (key27 !== "course" && key27 !== "title" && key27 !== "made" && key27 !== "events" && key27 !== "damaged") return false
  }
  return true
};
return ref0})();
