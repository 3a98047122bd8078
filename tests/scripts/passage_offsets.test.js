/* Places in a text: a browser's units and the record's code points name the same character, whatever stands before. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { declared } from "./scripts.js";

const { toPoints, toUnits, pieces } = await declared("ui", ["add_data/passage_offsets.js"], ["toPoints", "toUnits", "pieces"]);
const SIGNS = ["a", "é", "e\u0301", "\r\n", "\u00a0", "😀", "👩‍👩‍👧", "𝔄", "\u2028", "ё", " "];

/** Texts of every kind, the same each time. */
function* texts() {
  for (let seed = 1; seed <= 300; seed += 1) {
    let state = seed;
    const next = () => (state = (state * 48271) % 2147483647);
    yield Array.from({ length: next() % 12 }, () => SIGNS[next() % SIGNS.length]).join("");
  }
}

test("a code point is found at its unit, and back", () => {
  for (const text of texts()) {
    const points = [...text];
    for (let at = 0; at <= points.length; at += 1) {
      const unit = toUnits(text, at);
      assert.equal(text.slice(0, unit), points.slice(0, at).join(""));
      assert.equal(toPoints(text, unit, false), at);
      assert.equal(toPoints(text, unit, true), at);
    }
  }
});

test("a place inside a character takes in the whole of it", () => {
  assert.deepEqual([toPoints("a😀b", 2, false), toPoints("a😀b", 2, true)], [1, 2]);
});

test("the pieces of a text are the text", () => {
  for (const text of texts()) {
    const ranges = [{ start: 0, stop: Math.floor(text.length / 2) }, { start: Math.floor(text.length / 3), stop: text.length }];
    assert.equal(pieces(text, ranges).map((piece) => piece.text).join(""), text);
  }
});
