"use strict";
/* The positions of symbols: on their places, or a little beside them. Part of the placement. */
const NAILED = 12; // how far a symbol's centre may be from its place
const FAN = 40; // the same, if places are nearer to each other than a symbol's width

/** @type {(step: number, most: number) => { dx: number, dy: number, far: number }[]} */
const offsets = (step, most) => {
  const all = [];
  for (let dy = -most; dy <= most; dy += step) for (let dx = -most; dx <= most; dx += step) {
    const far = length(dx, dy);
    if (far <= most) all.push({ dx, dy, far });
  }
  return all.map((one, index) => ({ ...one, index })).sort((a, b) => a.far - b.far || a.index - b.index);
};
const NEAR = offsets(3, FAN);
const FEW = offsets(6, NAILED);

/** Each mark's symbol of one size on its place, or a little beside it. `good`: all keep the rules.
 * With many marks each symbol has its number beside it, and one without room at its place shares another's.
 * @param {Placement.Mark[]} marks @param {number} size @param {Placement.Box} frame @param {Placement.Box[]} blocked
 * @param {boolean} many
 */
function symbolsOf(marks, size, frame, blocked, many) {
  const items = marks.map((mark) => {
    const { w, h } = mark.symbols[size];
    return { mark, w, h, x: mark.x, y: mark.y, more: many && !mark.crowd ? mark.labels.number.w + GAP : 0 };
  });
  if (!many) apart(items);
  const taken = new Taken();
  blocked.forEach((at) => taken.add({ box: at, line: null, owner: "furniture" }));
  const crowd = many ? [] : neighbours(items);
  const tried = many ? FEW : NEAR;
  let good = true;
  const found = items.map(({ mark, w, h, x, y, more }, index) => {
    const most = crowd[index] || mark.crowd ? FAN : NAILED;
    /** @type {(cx: number, cy: number) => (Placement.Thing & { symbol: Placement.Box }) | null} */
    const fits = (cx, cy) => {
      if (length(cx - mark.x, cy - mark.y) > most + 1e-9) return null;
      const whole = box(cx - w / 2, cy - h / 2, w + more, h);
      const thing = { box: whole, line: null, owner: `symbol ${mark.id}`, symbol: box(whole.x, whole.y, w, h) };
      return inside(whole, frame) && taken.free(thing) ? thing : null;
    };
    let thing = fits(x, y);
    const around = mark.crowd ? NEAR : tried;
    for (let k = 0; !thing && k < around.length; k += 1) thing = fits(mark.x + around[k].dx, mark.y + around[k].dy);
    if (!thing && mark.crowd) thing = atEdge(mark, w, h, frame); // it represents many: it may cover another
    else if (!thing) good = false;
    if (thing) taken.add(thing);
    return thing;
  });
  return { found, good, taken };
}

/** A circle at its place, moved as far as it must be to lie in the frame.
 * @param {Placement.Mark} mark @param {number} w @param {number} h @param {Placement.Box} frame */
function atEdge(mark, w, h, frame) {
  const x = Math.max(frame.x, Math.min(mark.x - w / 2, frame.x + frame.w - w));
  const y = Math.max(frame.y, Math.min(mark.y - h / 2, frame.y + frame.h - h));
  const at = box(x, y, w, h);
  return { box: at, line: null, owner: `symbol ${mark.id}`, symbol: at };
}

/** Which items have another place nearer than a symbol's width.
 * @param {Placement.SymbolItem[]} items */
function neighbours(items) {
  /** @type {Map<number, number[]>} */
  const cells = new Map();
  /** @type {(x: number, y: number) => number} */
  const key = (x, y) => Math.floor(y / BUCKET) * 4096 + Math.floor(x / BUCKET);
  items.forEach(({ mark }, index) => {
    const at = key(mark.x, mark.y);
    cells.set(at, [...(cells.get(at) || []), index]);
  });
  return items.map(({ mark, w }, index) => {
    for (let dy = -1; dy <= 1; dy += 1) for (let dx = -1; dx <= 1; dx += 1) {
      for (const other of cells.get(key(mark.x, mark.y) + dy * 4096 + dx) || []) {
        if (other !== index && length(items[other].mark.x - mark.x, items[other].mark.y - mark.y) <= w + GAP) return true;
      }
    }
    return false;
  });
}

/** Push overlapping symbols apart, each by half, along the shorter way.
 * @param {Placement.SymbolItem[]} items */
function apart(items) {
  const order = items.map((_, index) => index).sort((a, b) => items[a].y - items[b].y || items[a].x - items[b].x || a - b);
  for (let round = 0; round < 40; round += 1) {
    let moved = false;
    for (let i = 0; i < order.length; i += 1) {
      for (let j = i + 1; j < order.length; j += 1) {
        const [one, other] = [items[order[i]], items[order[j]]];
        const wide = (one.w + other.w) / 2 + GAP + 0.02 - Math.abs(one.x - other.x);
        const high = (one.h + other.h) / 2 + GAP + 0.02 - Math.abs(one.y - other.y);
        if (wide <= 0 || high <= 0) continue;
        moved = true;
        if (wide < high) {
          const way = one.x <= other.x ? -wide / 2 : wide / 2;
          one.x += way;
          other.x -= way;
        } else {
          const way = one.y <= other.y ? -high / 2 : high / 2;
          one.y += way;
          other.y -= way;
        }
      }
    }
    if (!moved) return;
  }
}
