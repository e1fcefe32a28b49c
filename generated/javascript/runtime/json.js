/** Strict reading of JSON.
 *
 * `JSON.parse` accepts duplicate keys and rounds numbers. Messages name the problem and never the text, which may
 * identify a patient.
 */

const MOST_BYTES = 1_000_000;
const MOST_DIGITS = 4300; // of a whole number
const DEEPEST = 1000;

/** The text is not strict JSON. `code` is that of the problem. */
export class NotJson extends Error {
  /** @param {string} message
   * @param {import("../types.d.ts").ProblemCode} code
   */
  constructor(message, code = "not-json") {
    super(message);
    this.name = "NotJson";
    this.code = code;
  }
}

/** The value of a JSON document, of text or of bytes in UTF-8. Throws NotJson, and TypeError for what is no document.
 * @param {unknown} data
 */
export function readJson(data) {
  const text = textOfDocument(data);
  if (text.startsWith("\ufeff")) {
    throw new NotJson("the document begins with a byte-order mark; save it as UTF-8 without one");
  }
  return new Reader(text).document();
}

/** @param {unknown} data */
function textOfDocument(data) {
  if (typeof data === "string") {
    if (data.length > MOST_BYTES || bytesIn(data) > MOST_BYTES) throw tooLarge();
    return data;
  }
  const isBytes = ArrayBuffer.isView(data) || Object.prototype.toString.call(data) === "[object ArrayBuffer]";
  if (!isBytes) {
    throw new TypeError(
      "the text or bytes of a JSON document are read here; what a JSON reader returned goes to `check`",
    );
  }
  const bytes = /** @type {ArrayBuffer | ArrayBufferView} */ (data);
  if (bytes.byteLength > MOST_BYTES) throw tooLarge();
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new NotJson("the document is not UTF-8 text");
  }
}

function tooLarge() {
  return new NotJson("the document is larger than 1,000,000 bytes", "too-large");
}

/** How many bytes text takes in UTF-8.
 * @param {string} text
 */
function bytesIn(text) {
  if (text.length * 3 <= MOST_BYTES) return text.length;
  let bytes = 0;
  for (const character of text) {
    const point = /** @type {number} */ (character.codePointAt(0));
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}

const SPACE = /[ \t\n\r]*/y;
const QUOTES = /['‘’“”„«»]/; // that people and their programs write, and JSON does not know
const LAST_SPACE = 32;
const NUMBER = /(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?/y;
const PLAIN = /[^"\\\u0000-\u001f]*/y; // text of a string up to its end, an escape or a control character
const NOT_PLAIN = /[\\\u0000-\u001f]/;
const CONSTANT = /NaN|-?Infinity/y;
const HEX = /[0-9a-fA-F]{4}/y;

/** @type {ReadonlyMap<string, string>} */
const ESCAPES = new Map([
  ['"', '"'], ["\\", "\\"], ["/", "/"], ["b", "\b"], ["f", "\f"], ["n", "\n"], ["r", "\r"], ["t", "\t"],
]);

/** The words of JSON by their first letters. @type {ReadonlyMap<string, {written: string, value: boolean | null}>} */
const WORDS = new Map([
  ["n", { written: "null", value: null }],
  ["t", { written: "true", value: true }],
  ["f", { written: "false", value: false }],
]);

class Reader {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    this.at = 0;
    this.depth = 0;
  }

  document() {
    this.skipSpace();
    const value = this.value();
    this.skipSpace();
    if (this.at < this.text.length) throw this.wrong(this.at);
    return value;
  }

  /** @returns {unknown} */
  value() {
    switch (this.text[this.at]) {
      case '"':
        return this.string();
      case "{":
      case "[": {
        this.depth += 1;
        if (this.depth > DEEPEST) throw new NotJson("the document is nested too deeply", "too-large");
        const value = this.text[this.at] === "{" ? this.object() : this.array();
        this.depth -= 1;
        return value;
      }
    }
    const word = WORDS.get(this.text[this.at]);
    if (word !== undefined && this.text.startsWith(word.written, this.at)) {
      this.at += word.written.length;
      return word.value;
    }
    return this.number();
  }

  object() {
    /** @type {Record<string, unknown>} */
    const found = {};
    let repeats = false;
    this.at += 1;
    this.skipSpace();
    if (this.text[this.at] === "}") {
      this.at += 1;
      return found;
    }
    for (;;) {
      if (this.text[this.at] !== '"') throw this.wrong(this.at);
      const key = this.string();
      this.skipSpace();
      this.expect(":");
      this.skipSpace();
      const value = this.value();
      repeats ||= Object.hasOwn(found, key);
      put(found, key, value);
      this.skipSpace();
      if (this.text[this.at] === "}") break;
      this.comma("}");
    }
    this.at += 1;
    if (repeats) throw new NotJson("a key stands twice in one object", "duplicate-key");
    return found;
  }

  array() {
    /** @type {unknown[]} */
    const found = [];
    this.at += 1;
    this.skipSpace();
    if (this.text[this.at] === "]") {
      this.at += 1;
      return found;
    }
    for (;;) {
      found.push(this.value());
      this.skipSpace();
      if (this.text[this.at] === "]") break;
      this.comma("]");
    }
    this.at += 1;
    return found;
  }

  string() {
    const start = this.at;
    const end = this.text.indexOf('"', start + 1);
    const whole = this.text.slice(start + 1, end === -1 ? undefined : end);
    if (end !== -1 && !NOT_PLAIN.test(whole)) {
      this.at = end + 1;
      return whole;
    }
    this.at += 1;
    let found = "";
    for (;;) {
      found += this.match(PLAIN);
      const character = this.text[this.at];
      if (character === undefined) throw this.wrong(start);
      if (character === '"') break;
      if (character !== "\\") throw this.wrong(this.at);
      found += this.escape(start);
    }
    this.at += 1;
    return found;
  }

  /** @param {number} start */
  escape(start) {
    const named = this.text[this.at + 1];
    if (named === undefined) throw this.wrong(start);
    const character = ESCAPES.get(named);
    if (character !== undefined) {
      this.at += 2;
      return character;
    }
    if (named !== "u") throw this.wrong(this.at);
    this.at += 2;
    const hex = this.match(HEX);
    if (hex === "") throw this.wrong(this.at - 1);
    return String.fromCharCode(parseInt(hex, 16));
  }

  number() {
    if (this.match(CONSTANT) !== "") throw new NotJson("NaN and Infinity are not JSON");
    NUMBER.lastIndex = this.at;
    const found = NUMBER.exec(this.text);
    if (found === null) throw this.wrong(this.at);
    this.at = NUMBER.lastIndex;
    const [written, whole, fraction, exponent] = found;
    const value = Number(written);
    if (fraction === undefined && exponent === undefined) {
      if (whole.replace("-", "").length > MOST_DIGITS) {
        throw new NotJson("a number in the document has too many digits", "inexact-number");
      }
    } else if (!isExact(written, value)) {
      throw new NotJson("a number in the document cannot be read exactly", "inexact-number");
    }
    return value;
  }

  skipSpace() {
    if (this.text.charCodeAt(this.at) <= LAST_SPACE) this.match(SPACE);
  }

  /** What a pattern matches here, which is passed over.
   * @param {RegExp} pattern
   */
  match(pattern) {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (found === null) return "";
    this.at = pattern.lastIndex;
    return found[0];
  }

  /** @param {string} character */
  expect(character) {
    if (this.text[this.at] !== character) throw this.wrong(this.at);
    this.at += 1;
  }

  /** A comma, with something behind it before the end.
   * @param {string} end
   */
  comma(end) {
    const start = this.at;
    this.expect(",");
    this.skipSpace();
    if (this.text[this.at] === end) throw this.wrong(start);
  }

  /** @param {number} at */
  wrong(at) {
    const before = this.text.slice(0, at).split("\n");
    const column = [...before[before.length - 1]].length + 1;
    const curly = QUOTES.test(this.text.charAt(at)) ? "; the quotation marks of JSON are straight and double" : "";
    return new NotJson(`the document is not JSON: line ${before.length}, column ${column}${curly}`);
  }
}

/** Set a key of an object, `__proto__` like any other.
 * @param {Record<string, unknown>} record
 * @param {string} key
 * @param {unknown} value
 */
function put(record, key, value) {
  if (key !== "__proto__") record[key] = value;
  else Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Whether no digit of a written number is lost in its value.
 * @param {string} written
 * @param {number} value
 */
function isExact(written, value) {
  return Number.isFinite(value) && significant(written) === significant(String(value));
}

const LARGEST_EXPONENT = 1_000_000_000_000_000_000n; // Python's decimals go no further

/** The digits of a number without zeros at either end, and the power of ten of the last one; two numbers that are
 * written differently are equal if these are.
 * @param {string} written
 */
function significant(written) {
  const [mantissa, exponent = "0"] = written.replace(/^-/, "").toLowerCase().split("e");
  const [whole, fraction = ""] = mantissa.split(".");
  const power = BigInt(exponent) - BigInt(fraction.length);
  if (power >= LARGEST_EXPONENT || power <= -LARGEST_EXPONENT) return "too large or too small";
  const digits = (whole + fraction).replace(/^0+/, "");
  const kept = digits.replace(/0+$/, "");
  return kept === "" ? "0" : `${kept}e${power + BigInt(digits.length - kept.length)}`;
}
