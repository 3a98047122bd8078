"use strict";
/* Boxes and lines of the map, and an index of occupied ones. Part of the placement: see placement.js. */
const GAP = 3; // kept free between any two boxes
const BUCKET = 40; // a cell of the index of boxes

/** @type {(x: number, y: number, w: number, h: number) => Placement.Box} */
const box = (x, y, w, h) => ({ x, y, w, h });
/** @type {(value: number) => number} */
const round = (value) => Math.round(value * 100) / 100;
/** @type {(at: Placement.Box) => Placement.Box} */
const rounded = ({ x, y, w, h }) => ({ x: round(x), y: round(y), w: round(w), h: round(h) });
/** @type {(at: Placement.Box) => Placement.Point} */
const middle = (at) => [at.x + at.w / 2, at.y + at.h / 2];
/** @type {(x: number, y: number) => number} */
const length = (x, y) => Math.sqrt(x * x + y * y);
/** @type {(a: Placement.Box, frame: Placement.Box) => boolean} */
const inside = (a, frame) =>
  a.x >= frame.x && a.y >= frame.y && a.x + a.w <= frame.x + frame.w && a.y + a.h <= frame.y + frame.h;
/** @type {(a: Placement.Box, b: Placement.Box, gap?: number) => boolean} */
const touches = (a, b, gap = GAP) =>
  a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
/** The point of a box that is nearest to x, y.
 * @type {(at: Placement.Box, x: number, y: number) => Placement.Point} */
const nearest = (at, x, y) => [Math.min(Math.max(x, at.x), at.x + at.w), Math.min(Math.max(y, at.y), at.y + at.h)];
/** @type {(at: Placement.Box, x: number, y: number) => number} */
const distance = (at, x, y) => {
  const [nx, ny] = nearest(at, x, y);
  return length(nx - x, ny - y);
};

/** How far two boxes are from each other.
 * @type {(a: Placement.Box, b: Placement.Box) => number} */
const apartFrom = (a, b) => length(Math.max(a.x - b.x - b.w, b.x - a.x - a.w, 0), Math.max(a.y - b.y - b.h, b.y - a.y - a.h, 0));

/** The part of the line x1, y1, x2, y2 that lies in a box, as two shares of it; null if none does.
 * @param {Placement.Line} line @param {Placement.Box} at
 * @returns {[number, number] | null} */
function within([x1, y1, x2, y2], at, by = 0) {
  let [from, to] = [0, 1];
  for (const [start, step, low, high] of [[x1, x2 - x1, at.x - by, at.x + at.w + by], [y1, y2 - y1, at.y - by, at.y + at.h + by]]) {
    if (step === 0) {
      if (start <= low || start >= high) return null;
      continue;
    }
    const [one, other] = [(low - start) / step, (high - start) / step];
    from = Math.max(from, Math.min(one, other));
    to = Math.min(to, Math.max(one, other));
  }
  return from < to ? [from, to] : null;
}

/** @type {(x1: number, y1: number, x2: number, y2: number, x: number, y: number) => number} */
const side = (x1, y1, x2, y2, x, y) => (x2 - x1) * (y - y1) - (y2 - y1) * (x - x1);
/** @type {(one: Placement.Line, other: Placement.Line) => boolean} */
const crosses = ([a, b, c, d], [e, f, g, h]) =>
  side(a, b, c, d, e, f) * side(a, b, c, d, g, h) < 0 && side(e, f, g, h, a, b) * side(e, f, g, h, c, d) < 0;

/** The keys of the index's cells that a thing touches; computed once.
 * @param {Placement.Thing} thing */
function cellsOf(thing) {
  if (thing.cells) return thing.cells;
  /** @type {number[]} */
  const cells = [];
  for (const at of [thing.box, thing.line && around(thing.line)]) {
    if (!at) continue;
    const [left, top] = [Math.floor((at.x - GAP) / BUCKET), Math.floor((at.y - GAP) / BUCKET)];
    const [right, bottom] = [Math.floor((at.x + at.w + GAP) / BUCKET), Math.floor((at.y + at.h + GAP) / BUCKET)];
    for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) cells.push(row * 4096 + column);
  }
  thing.cells = thing.line && thing.box ? [...new Set(cells)] : cells;
  return thing.cells;
}

/** Boxes and lines by where they are, so that only neighbours are compared.
 *
 * A thing is `{ box, line, owner }`: either of the first two may be null. Things with the same owner do not
 * conflict. */
class Taken {
  constructor() {
    /** @type {Map<number, Placement.Thing[]>} */ this.lists = new Map();
  }

  /** @param {Placement.Thing} thing */
  add(thing) {
    for (const cell of cellsOf(thing)) {
      const list = this.lists.get(cell);
      if (list) list.push(thing);
      else this.lists.set(cell, [thing]);
    }
  }

  /** @param {Placement.Thing} thing */
  remove(thing) {
    for (const cell of cellsOf(thing)) {
      const list = this.lists.get(cell) || [];
      const index = list.indexOf(thing);
      if (index >= 0) list.splice(index, 1);
    }
  }

  /** @param {Placement.Thing} thing */
  free(thing) {
    const { owner } = thing;
    for (const cell of cellsOf(thing)) {
      const list = this.lists.get(cell);
      if (!list) continue;
      for (let k = 0; k < list.length; k += 1) if ((owner === null || list[k].owner !== owner) && meet(thing, list[k])) return false;
    }
    return true;
  }

  /** Things that conflict with `thing`, up to `most` of them.
   * @param {Placement.Thing} thing @param {number} most */
  against(thing, most) {
    /** @type {Placement.Thing[]} */
    const found = [];
    for (const cell of cellsOf(thing)) {
      for (const other of this.lists.get(cell) || []) {
        if ((thing.owner !== null && other.owner === thing.owner) || found.includes(other) || !meet(thing, other)) continue;
        found.push(other);
        if (found.length >= most) return found;
      }
    }
    return found;
  }
}

/** @type {(line: Placement.Line) => Placement.Box} */
const around = ([x1, y1, x2, y2]) => box(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));

/** @param {Placement.Thing} one @param {Placement.Thing} other */
function meet(one, other) {
  if (one.box && other.box && touches(one.box, other.box)) return true;
  if (one.line && other.box && within(one.line, other.box, 1)) return true;
  if (one.box && other.line && within(other.line, one.box, 1)) return true;
  return Boolean(one.line && other.line && crosses(one.line, other.line));
}
