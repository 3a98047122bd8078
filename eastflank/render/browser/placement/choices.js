"use strict";
/* The possible positions of a text, and the cost of each. Part of the placement. */
const TIED = 6; // at this distance or more, words without a place are tied to their point
const ABROAD = 0.45; // at most this share of a text lies over land that is not its host's
const ASHORE = 0.15; // the same, for deployments at sea
const BEST = 90; // choices kept for a text that may be anywhere in an area
const STEP = 12; // along an arc
const CROSSED = 1.2; // the cost of a pixel of an arc behind words without a card
// Sixteen directions, right first, then left, then the others by turns.
const AROUND = [
  [1, 0], [-1, 0], [0.924, 0.383], [-0.924, 0.383], [0.924, -0.383], [-0.924, -0.383], [0.707, 0.707], [-0.707, 0.707],
  [0.707, -0.707], [-0.707, -0.707], [0, -1], [0, 1], [0.383, 0.924], [-0.383, 0.924], [0.383, -0.924], [-0.383, -0.924],
];
const AWAY = [12, 24, 38, 54, 72];

/** Boxes of w × h beside a symbol, each with its cost and, if it is at a distance, a leader line.
 * @param {Placement.Box} symbol @param {Placement.Size} size @param {boolean} away */
function beside(symbol, { w, h }, away) {
  /** @type {Placement.Choice[]} */
  const found = [];
  const [cx, cy] = middle(symbol);
  const [right, left] = [symbol.x + symbol.w + GAP, symbol.x - GAP - w];
  const [above, below] = [symbol.y - GAP - h, symbol.y + symbol.h + GAP];
  /** @type {(x: number, y: number, cost: number, where: string) => void} */
  const add = (x, y, cost, where) => found.push({ box: box(x, y, w, h), line: null, cost, side: where });
  const slide = Math.max(0, (h + symbol.h) / 2 - 6);
  for (const share of [0, 0.35, -0.35, 0.7, -0.7, 1, -1]) {
    const cost = Math.abs(share) * 9;
    add(right, cy - h / 2 + share * slide, cost, "right");
    add(left, cy - h / 2 + share * slide, cost + 1, "left");
  }
  const across = Math.max(0, (w + symbol.w) / 2 - 6);
  for (const share of [0, 0.4, -0.4, 0.8, -0.8]) {
    add(cx - w / 2 + share * across, above, 10 + Math.abs(share) * 5, "above");
    add(cx - w / 2 + share * across, below, 9 + Math.abs(share) * 5, "below");
  }
  if (away) AWAY.forEach((far) => AROUND.forEach(([dx, dy], turn) => {
    const x = dx > 0.3 ? symbol.x + symbol.w + far * dx : dx < -0.3 ? symbol.x - w + far * dx : cx - w / 2 + far * dx;
    const y = dy > 0.3 ? symbol.y + symbol.h + far * dy : dy < -0.3 ? symbol.y - h + far * dy : cy - h / 2 + far * dy;
    const at = box(x, y, w, h);
    found.push({ box: at, line: leader(symbol, at), cost: 18 + far * 0.75 + turn * 0.1, side: x + w / 2 < cx ? "left" : "right" });
  }));
  return found;
}

/** From the edge of a symbol to the nearest point of a box.
 * @param {Placement.Box} symbol @param {Placement.Box} at
 * @returns {Placement.Line} */
function leader(symbol, at) {
  const [cx, cy] = middle(symbol);
  const [x2, y2] = nearest(at, cx, cy);
  const part = within([cx, cy, x2, y2], symbol);
  const t = part ? part[1] : 0;
  return [cx + (x2 - cx) * t, cy + (y2 - cy) * t, x2, y2];
}

/** Boxes of w × h inside and at the edge of a mark's own host, or around a point if it has none. `short`: mostly
 * inside.
 * @param {Pick<Placement.Mark, "anchor" | "hosts" | "x" | "y" | "points">} mark @param {Placement.Size} size
 * @param {Ground} ground @param {boolean} short */
function anywhere(mark, { w, h }, ground, short) {
  /** @type {Placement.Choice[]} */
  const found = [];
  const own = mark.anchor === "country" ? mark.hosts : [];
  const area = own.length ? ground.bounds(own[0]) : box(mark.x - 170, mark.y - 130, 340, 260);
  if (!area) return found;
  const over = ground.around(own);
  const least = short ? 0.35 : Math.min(0.12 * w * h, 150) / (w * h); // the share of it that touches its host
  /** @type {(cx: number, cy: number) => void} */
  const add = (cx, cy) => {
    const at = box(cx - w / 2, cy - h / 2, w, h);
    if (!inside(at, ground.frame)) return;
    const share = own.length ? over.own(at) : 0;
    if ((own.length && share < least) || over.overOthers(at) || ground.isForbidden(at)) return;
    const away = length(cx - mark.x, cy - mark.y);
    const land = over.land(at);
    if (own.length ? land - share > ABROAD : mark.anchor === "sea" && land > ASHORE) return;
    const cost = own.length ? 0.12 * away + (short ? 130 : 26) * (1 - share) + 90 * Math.max(0, land - share) : (mark.anchor === "sea" ? 0.3 : 0.8) * away + 60 * land;
    // Arcs and ties of a set meet at its point: words beside it are tied to it.
    const tied = (mark.anchor === "set" || mark.anchor === "beside") && distance(at, mark.x, mark.y) > TIED;
    found.push({ box: at, line: tied ? [mark.x, mark.y, ...nearest(at, mark.x, mark.y)] : null, cost, side: "over", share });
  };
  add(mark.x, mark.y);
  for (const [x, y] of mark.points || []) add(x, y);
  const step = Math.max(6, Math.sqrt(((area.w + w) * (area.h + h)) / 500));
  for (let cy = area.y - h / 3; cy <= area.y + area.h + h / 3; cy += step) {
    for (let cx = area.x - w / 2; cx <= area.x + area.w + w / 2; cx += step) add(cx, cy);
  }
  return cheapest(found).slice(0, BEST);
}

/** @type {(choices: Placement.Choice[]) => Placement.Choice[]} */
const cheapest = (choices) =>
  choices.map((choice, index) => ({ choice, index })).sort((a, b) => a.choice.cost - b.choice.cost || a.index - b.index).map(({ choice }) => choice);

/** Points of a path inside the frame from where it enters it, about every STEP pixels.
 * @param {Placement.Point[]} path @param {Placement.Box} frame */
function visible(path, frame) {
  /** @type {Placement.Point[]} */
  const points = [];
  for (let i = 1; i < path.length; i += 1) {
    const [[x1, y1], [x2, y2]] = [path[i - 1], path[i]];
    const steps = Math.max(1, Math.ceil(length(x2 - x1, y2 - y1) / STEP));
    for (let k = 0; k < steps; k += 1) {
      const [x, y] = [x1 + ((x2 - x1) * k) / steps, y1 + ((y2 - y1) * k) / steps];
      if (x >= frame.x && y >= frame.y && x <= frame.x + frame.w && y <= frame.y + frame.h) points.push([x, y]);
    }
  }
  return points;
}

/** Boxes for the name of an arc, near a point of it; another arc behind the name costs more than a place further on.
 * @param {Placement.Point[]} points @param {Placement.Size} size @param {Placement.Box} frame @param {Taken} arcs */
function along(points, { w, h }, frame, arcs) {
  /** @type {Placement.Choice[]} */
  const found = [];
  const [[sx, sy]] = points;
  found.push({ box: box(sx - w - 5, sy - h / 2, w, h), line: null, cost: 4, side: "over" }); // before its start
  points.forEach(([px, py], index) => {
    const x = Math.max(px - 4, frame.x);
    const cost = index * 2;
    found.push({ box: box(x, py - h - 4, w, h), line: null, cost, side: "over" });
    found.push({ box: box(x, py + 4, w, h), line: null, cost: cost + 1, side: "over" });
    found.push({ box: box(px + 7, py - h / 2, w, h), line: null, cost: cost + 3, side: "over" });
    found.push({ box: box(px - w / 2, py - h - 9, w, h), line: null, cost: cost + 5, side: "over" });
    found.push({ box: box(px - w / 2, py + 9, w, h), line: null, cost: cost + 6, side: "over" });
    for (const far of [22, 36, 52]) { // if arcs are close together
      found.push({ box: box(x, py - h - far, w, h), line: null, cost: cost + 8 + far, side: "over" });
      found.push({ box: box(x, py + far, w, h), line: null, cost: cost + 9 + far, side: "over" });
    }
  });
  for (const choice of found) choice.cost += CROSSED * onArcs(choice.box, arcs);
  return cheapest(found);
}

/** The cost of a text on arcs: it hides them, or they run behind it.
 * @param {Placement.Box} at @param {Taken} arcs @param {string | null} owner */
function onArcs(at, arcs, owner = null) {
  let sum = 0;
  for (const { line } of arcs.against({ box: at, line: null, owner }, 12)) {
    const part = line && within(line, at);
    if (part) sum += (part[1] - part[0]) * length(line[2] - line[0], line[3] - line[1]);
  }
  return sum;
}
