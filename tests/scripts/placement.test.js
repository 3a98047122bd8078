/* The laws of the placement on random maps: fewer marks and many, with arcs, names, countries and hatches. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { chance } from "./chance.js";
import { declared } from "./scripts.js";

await declared("render/browser", ["boxes", "ground", "symbols", "choices", "arrange", "names", "task", "placement"].map((name) => `placement/${name}.js`), []);
const { placed, GAP, NAILED, FAN } = globalThis.eastflankPlacement;
const ROUNDED = 0.02; // pixels by which figures rounded to hundredths may be off

const FRAME = { x: 6, y: 6, w: 700, h: 440 };
const BESIDE_KEY = { x: 6, y: 6, w: 520, h: 440 };
const grown = ({ x, y, w, h }) => ({ x: x - 6, y: y - 6, w: w + 12, h: h + 12 });
const square = (x, y, w, h) => [[x, y], [x + w, y], [x + w, y + h], [x, y + h]];
const LANDS = [
  { id: "W", host: true, rings: [square(40, 40, 260, 380)] },
  { id: "E", host: true, rings: [square(300, 40, 220, 380)] },
  { id: "N", host: false, rings: [square(520, 40, 150, 380)] },
];

/** A random map. */
function task(seed, { marks: many = 12, ...other } = {}) {
  const next = chance(seed);
  const between = (low, high) => Math.round(low + next() * (high - low));
  const marks = Array.from({ length: many }, (_, number) => {
    const anchor = ["place", "place", "place", "country", "sea"][between(0, 4)];
    const host = next() < 0.5 ? "W" : "E";
    const words = between(50, 130);
    return {
      id: `m${number}`, anchor, x: between(50, 510), y: between(50, 410), hosts: anchor === "sea" ? [] : [host],
      heading: `M${number}`, symbol: { w: 39, h: 32 }, dot: { w: 12, h: 15 }, crowd: false, ties: [],
      labels: { full: { w: words, h: 33 }, name: { w: words / 2, h: 15 }, number: { w: 15, h: 15 } },
      group: between(0, 2), selected: number === 3, gone: number === 4,
    };
  });
  const arcs = marks.slice(0, 4).map((mark, number) => ({
    id: `L${number} ${mark.id}`, lead: `L${number}`, mark: mark.id, path: [[-40, between(20, 420)], [mark.x, mark.y]], w: 60, h: 15,
  }));
  const names = ["W", "E", "N"].map((iso3, number) => ({
    id: `country ${iso3}`, role: "country", name: iso3, iso3, rank: 1, w: 70, h: 13, points: [[[170, 410, 595][number], 230]],
    note: number === 1 ? { w: 110, h: 28 } : null,
  }));
  return {
    frames: [{ free: grown(FRAME), blocked: [] }, { free: grown(BESIDE_KEY), blocked: [{ x: 470, y: 10, w: 50, h: 60 }] }],
    brief: true, zoom: 5, capital: 7, hosts: ["W", "E"], countries: 3, marks, arcs, names, lands: LANDS, forbidden: [{ rings: [square(420, 300, 90, 60)] }], ...other,
  };
}

const TASKS = [0, 1, 2, 5, 9, 14, 20].flatMap((marks) => [1, 2, 3].map((seed) => task(100 * marks + seed, { marks }))).concat(task(7, { marks: 90 }));

const FOUND = TASKS.map(placed);

const each = (law) => TASKS.forEach((one, index) => law(one, FOUND[index], `map ${index} of ${one.marks.length} marks`));
const centre = ({ x, y, w, h }) => [x + w / 2, y + h / 2];
const apart = ([x1, y1], [x2, y2]) => Math.hypot(x1 - x2, y1 - y2);

/** Each box with whose it is. */
const boxes = (found) => [
  ...Object.entries(found.marks).flatMap(([id, { symbol, label }]) => [symbol, label].filter(Boolean).map((at) => [id, at])),
  ...Object.entries(found.arcs).filter(([, at]) => at),
  ...Object.entries(found.names),
];

test("a symbol stands within 12 pixels of its place, or 40 where another place is near", () => {
  assert.deepEqual([NAILED, FAN], [12, 40]);
  each(({ marks }, found, which) => {
    for (const mark of marks.filter(({ id }) => found.marks[id]?.symbol)) {
      const { symbol } = found.marks[mark.id];
      const crowded = marks.some((other) => other !== mark && other.anchor === "place"
        && apart([other.x, other.y], [mark.x, mark.y]) <= symbol.w + GAP);
      const middle = centre(symbol);
      const off = apart([mark.x, mark.y], middle);
      assert.ok(off <= (crowded ? FAN : NAILED) + ROUNDED, `${which}: ${mark.id} is ${off} off its place`);
    }
  });
});

test("no two boxes overlap, and all lie in the frame", () => {
  each((_, found, which) => {
    const all = boxes(found);
    const { frame } = found;
    all.forEach(([one, a], index) => {
      assert.ok(a.x >= frame.x - ROUNDED && a.y >= frame.y - ROUNDED && a.x + a.w <= frame.x + frame.w + ROUNDED && a.y + a.h <= frame.y + frame.h + ROUNDED,
        `${which}: ${one} leaves the frame`);
      for (const [other, b] of all.slice(index + 1)) {
        if (one === other) continue;
        const meet = a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
        assert.ok(!meet, `${which}: ${one} overlaps ${other}`);
      }
    });
  });
});

test("each mark in the frame has its whole words on the map, or a row of the key", () => {
  each(({ marks }, found, which) => {
    const rows = new Map(found.key.map((row) => [row.id, row]));
    assert.equal(rows.size, found.key.length, `${which}: a row stands twice`);
    for (const { id } of marks) {
      const at = found.marks[id];
      assert.ok(at, `${which}: ${id} is lost`);
      assert.equal(at.level === "full", !rows.has(id), `${which}: ${id} is ${at.level}`);
      assert.equal(at.label === null, at.level === "key", `${which}: ${id} is ${at.level}`);
      if (["name", "number"].includes(at.level)) assert.equal(at.number, rows.get(id).number);
    }
    const numbers = found.key.map(({ id, number }) => !found.marks[id]?.joined && number).filter(Boolean);
    assert.deepEqual(numbers, numbers.map((_, index) => index + 1), `${which}: the key is not numbered in its order`);
  });
});

test("each arc is named once, unless an arc of the same lead begins beside it", () => {
  each(({ arcs }, found, which) => {
    const missing = arcs.filter(({ id }) => !found.arcs[id]);
    assert.deepEqual(missing.map(({ id }) => id), [], which);
  });
});

test("the same map is placed the same way, whatever was placed before, and the task is left as it was", () => {
  TASKS.forEach((one, index) => {
    const before = JSON.stringify(one);
    assert.deepEqual(placed(one), FOUND[index]);
    assert.equal(JSON.stringify(one), before);
  });
});

test("without a need for a key its room is the map's", () => {
  const none = placed(task(1, { marks: 0, names: [] }));
  assert.deepEqual([none.column, none.key, none.frame], [false, [], FRAME]);
  const crowded = placed(task(7, { marks: 90 }));
  assert.equal(crowded.column, true);
  assert.deepEqual(crowded.frame, BESIDE_KEY);
});
