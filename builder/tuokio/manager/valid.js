/* Generated from completion.py by `make types`. Do not edit. */
export const isCompletion = (function() {
'use strict'
const hasOwn = Function.prototype.call.bind(Object.prototype.hasOwnProperty);
const pattern0 = new RegExp("^[a-z0-9][a-z0-9-]{0,63}$", "u");
const pattern1 = new RegExp("^[0-9a-f]{12}$", "u");
const stringLength = (string) =>
  /[\uD800-\uDFFF]/.test(string) ? [...string].length : string.length;
const pattern2 = new RegExp("^\\d{4}-\\d\\d-\\d\\d$", "u");
const ref0 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("course" in data && hasOwn(data, "course"))) return false
  if (!("version" in data && hasOwn(data, "version"))) return false
  if (!("content" in data && hasOwn(data, "content"))) return false
  if (!("title" in data && hasOwn(data, "title"))) return false
  if (!("name" in data && hasOwn(data, "name"))) return false
  if (!("met" in data && hasOwn(data, "met"))) return false
  if (!("asked" in data && hasOwn(data, "asked"))) return false
  if (!("passed" in data && hasOwn(data, "passed"))) return false
  if (!("made" in data && hasOwn(data, "made"))) return false
  if (!("tool" in data && hasOwn(data, "tool"))) return false
  if (!(typeof data.course === "string")) return false
  if (!pattern0.test(data.course)) return false
  if (!Number.isInteger(data.version)) return false
  if (!(0 <= data.version)) return false
  if (!(typeof data.content === "string")) return false
  if (!pattern1.test(data.content)) return false
  if (!(typeof data.title === "string")) return false
  if (data.title.length > 200 && stringLength(data.title) > 200) return false
  if (!(typeof data.name === "string")) return false
  if (data.name.length > 80 && stringLength(data.name) > 80) return false
  if (data.name.length < 1 || stringLength(data.name) < 1) return false
  if ("role" in data && hasOwn(data, "role")) {
    const sub0 = (() => {
      if (!(typeof data.role === "string")) return false
      if (!pattern0.test(data.role)) return false
      return true
    })()
    const sub1 = (() => {
      if (!(data.role === null)) return false
      return true
    })()
    if (!(sub0 || sub1)) return false
  }
  if (!(typeof data.met === "boolean")) return false
  if ("on" in data && hasOwn(data, "on")) {
    const sub2 = (() => {
      if (!(typeof data.on === "string")) return false
      if (!pattern2.test(data.on)) return false
      return true
    })()
    const sub3 = (() => {
      if (!(data.on === null)) return false
      return true
    })()
    if (!(sub2 || sub3)) return false
  }
  if ("until" in data && hasOwn(data, "until")) {
    const sub4 = (() => {
      if (!(typeof data.until === "string")) return false
      if (!pattern2.test(data.until)) return false
      return true
    })()
    const sub5 = (() => {
      if (!(data.until === null)) return false
      return true
    })()
    if (!(sub4 || sub5)) return false
  }
  if ("mastery" in data && hasOwn(data, "mastery")) {
    const sub6 = (() => {
      if (!(typeof data.mastery === "number")) return false
      if (!(0 <= data.mastery)) return false
      if (!(1 >= data.mastery)) return false
      return true
    })()
    const sub7 = (() => {
      if (!(data.mastery === null)) return false
      return true
    })()
    if (!(sub6 || sub7)) return false
  }
  if (!Number.isInteger(data.asked)) return false
  if (!(0 <= data.asked)) return false
  if (!(typeof data.passed === "object" && data.passed && !Array.isArray(data.passed))) return false
  for (const key0 of Object.keys(data.passed)) {
    if (pattern2.test(key0)) {
      if (data.passed[key0] !== undefined) {
        if (!(Array.isArray(data.passed[key0]))) return false
        for (let i = 0; i < data.passed[key0].length; i++) {
          if (i in data.passed[key0] && hasOwn(data.passed[key0], i)) {
            if (!(typeof data.passed[key0][i] === "string")) return false
            if (!(pattern0.test(data.passed[key0][i]))) return false
          }
        }
      }
    }
  }
  for (const key1 of Object.keys(data.passed)) {
    if (!pattern2.test(key1)) return false
  }
  if ("again" in data && hasOwn(data, "again")) {
    if (!Array.isArray(data.again)) return false
    for (let j = 0; j < data.again.length; j++) {
      if (j in data.again && hasOwn(data.again, j)) {
        if (!(typeof data.again[j] === "string")) return false
        if (!(pattern0.test(data.again[j]))) return false
      }
    }
  }
  if ("rest" in data && hasOwn(data, "rest")) {
    const sub8 = (() => {
      if (!(typeof data.rest === "string")) return false
      if (!pattern2.test(data.rest)) return false
      return true
    })()
    const sub9 = (() => {
      if (!(data.rest === null)) return false
      return true
    })()
    if (!(sub8 || sub9)) return false
  }
  if ("open" in data && hasOwn(data, "open")) {
    if (!Array.isArray(data.open)) return false
    for (let k = 0; k < data.open.length; k++) {
      if (k in data.open && hasOwn(data.open, k)) {
        if (!(typeof data.open[k] === "string")) return false
        if (!(pattern0.test(data.open[k]))) return false
      }
    }
  }
  if (!(typeof data.made === "string")) return false
  if (!pattern2.test(data.made)) return false
  if ("reported" in data && hasOwn(data, "reported")) {
    if (!(typeof data.reported === "string")) return false
    if (!(data.reported === "self")) return false
  }
  if (!(typeof data.tool === "string")) return false
  if (data.tool.length > 40 && stringLength(data.tool) > 40) return false
  for (const key2 of Object.keys(data)) {
    if (key2 !== "course" && key2 !== "version" && key2 !== "content" && key2 !== "title" && key2 !== "name" && key2 !== "role" && key2 !== "met" && key2 !== "on" && key2 !== "until" && key2 !== "mastery" && key2 !== "asked" && key2 !== "passed" && key2 !== "again" && key2 !== "rest" && key2 !== "open" && key2 !== "made" && key2 !== "reported" && key2 !== "tool") return false
  }
  return true
};
return ref0})();

export const isStatistics = (function() {
'use strict'
const hasOwn = Function.prototype.call.bind(Object.prototype.hasOwnProperty);
const pattern0 = new RegExp("^[a-z0-9][a-z0-9-]{0,63}$", "u");
const pattern1 = new RegExp("^[0-9a-f]{12}$", "u");
const pattern2 = new RegExp("^[a-z0-9]{8,16}$", "u");
const ref1 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("rev" in data && hasOwn(data, "rev"))) return false
  if (!("score" in data && hasOwn(data, "score"))) return false
  if (!(typeof data.rev === "string")) return false
  if (!(typeof data.score === "number")) return false
  if (!(0 <= data.score)) return false
  if (!(1 >= data.score)) return false
  if ("options" in data && hasOwn(data, "options")) {
    if (!Array.isArray(data.options)) return false
    for (let i = 0; i < data.options.length; i++) {
      if (i in data.options && hasOwn(data.options, i)) {
        if (!(typeof data.options[i] === "string")) return false
      }
    }
  }
  for (const key1 of Object.keys(data)) {
    if (key1 !== "rev" && key1 !== "score" && key1 !== "options") return false
  }
  return true
};
const ref0 = function validate(data) {
  if (!(typeof data === "object" && data && !Array.isArray(data))) return false
  if (!("course" in data && hasOwn(data, "course"))) return false
  if (!("version" in data && hasOwn(data, "version"))) return false
  if (!("content" in data && hasOwn(data, "content"))) return false
  if (!("sheet" in data && hasOwn(data, "sheet"))) return false
  if (!("items" in data && hasOwn(data, "items"))) return false
  if (!(typeof data.course === "string")) return false
  if (!pattern0.test(data.course)) return false
  if (!Number.isInteger(data.version)) return false
  if (!(0 <= data.version)) return false
  if (!(typeof data.content === "string")) return false
  if (!pattern1.test(data.content)) return false
  if (!(typeof data.sheet === "string")) return false
  if (!pattern2.test(data.sheet)) return false
  if (!(typeof data.items === "object" && data.items && !Array.isArray(data.items))) return false
  for (const key0 of Object.keys(data.items)) {
    if (data.items[key0] !== undefined) {
      if (!ref1(data.items[key0])) return false
    }
  }
  for (const key2 of Object.keys(data)) {
    if (key2 !== "course" && key2 !== "version" && key2 !== "content" && key2 !== "sheet" && key2 !== "items") return false
  }
  return true
};
return ref0})();
