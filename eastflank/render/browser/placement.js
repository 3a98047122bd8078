"use strict";
/* Where labels go: boxes in pixels, nothing of Leaflet or the page.
 *
 * A greedy placer. Things are placed in the order of their importance; each offers candidate boxes,
 * best first, and takes the first that lies inside the frame and touches nothing placed before it.
 * What finds no room is left out, and whoever asked is told. Things that matter alike are arranged
 * together: of several orders the one that leaves them nearest to where they belong is taken.
 */
(() => {
  L.eastflank = L.eastflank || {};

  const GAP = 3; // pixels kept free between any two boxes
  // What it costs, in pixels of distance: to stand beside the place, on somebody else's, or nowhere.
  const AWAY = 60;
  const COVERS = 30;
  const NO_ROOM = 2000;
  const ORDERS = 16; // how many orders are tried; a layout takes about a millisecond

  /** A box: left, top, width, height. */
  const box = (x, y, w, h) => ({ x, y, w, h });

  const touches = (a, b) =>
    a.x < b.x + b.w + GAP && b.x < a.x + a.w + GAP && a.y < b.y + b.h + GAP && b.y < a.y + a.h + GAP;

  const inside = (a, frame) =>
    a.x >= frame.x && a.y >= frame.y && a.x + a.w <= frame.x + frame.w && a.y + a.h <= frame.y + frame.h;

  class Placer {
    constructor(frame) {
      this.frame = frame;
      this.taken = [];
    }

    /** Keep this box free of labels. */
    block(taken) {
      this.taken.push(taken);
    }

    free(candidate) {
      return inside(candidate, this.frame) && !this.taken.some((other) => touches(candidate, other));
    }

    /** The first candidate with room, now taken; or null. Candidates may be any iterable. */
    place(candidates) {
      for (const candidate of candidates) {
        if (this.free(candidate)) {
          this.block(candidate);
          return candidate;
        }
      }
      return null;
    }
  }

  /** Boxes of w × h around a point: beside, above, below, then ever further out. */
  function* around(point, w, h, { near = 6, far = 260, step = 14 } = {}) {
    for (let gap = near; gap <= far; gap += step) {
      // At small distances the four sides come first; further out the ring has more places.
      const places = Math.max(8, Math.round(gap / 7) * 2);
      for (let i = 0; i < places; i += 1) {
        // Right, left, below right, above right …: alternate sides so that cards stay near.
        const turn = (i % 2 ? -1 : 1) * Math.ceil(i / 2) * (Math.PI / (places / 2));
        const dx = Math.cos(turn);
        const dy = Math.sin(turn);
        // Push the box out along the direction until its border, not its middle, is `gap` away.
        const reach = Math.min(
          (w / 2) / Math.max(Math.abs(dx), 1e-6),
          (h / 2) / Math.max(Math.abs(dy), 1e-6),
        );
        const r = gap + reach;
        yield box(point.x + dx * r - w / 2, point.y + dy * r - h / 2, w, h);
      }
    }
  }

  /** How far a point is from a box; 0 inside it. */
  const distance = (point, at) =>
    Math.hypot(Math.max(at.x - point.x, point.x - at.x - at.w, 0), Math.max(at.y - point.y, point.y - at.y - at.h, 0));

  /** A box for each item, or null where there is no room; all are taken from `placer`.
   *
   * An item is `{ point, boxes, weight }`: where it belongs, where it may stand, how much it matters. Whoever
   * lost most in one order is placed first in the next.
   */
  function arrange(placer, items) {
    if (!items.length) return [];
    const covered = (at, point) =>
      items.filter((other) => distance(other.point, at) === 0 && point.distanceTo(other.point) > 1).length;
    const choices = items.map(({ point, boxes, weight }) => [...boxes]
      .filter((at) => placer.free(at))
      .map((at) => ({ at, cost: weight * (distance(point, at) + (at.home ? 0 : AWAY) + COVERS * covered(at, point)) }))
      .sort((one, other) => one.cost - other.cost));

    const layout = (order) => {
      const trial = new Placer(placer.frame);
      const costs = [];
      const found = [];
      for (const index of order) {
        const choice = choices[index].find(({ at }) => trial.free(at));
        if (choice) trial.block(choice.at);
        found[index] = choice ? choice.at : null;
        costs[index] = choice ? choice.cost : NO_ROOM * items[index].weight;
      }
      return { found, costs, total: costs.reduce((sum, cost) => sum + cost, 0) };
    };

    let order = items.map((_, index) => index);
    let last = layout(order);
    let best = last;
    const lost = (index) => last.costs[index] - (choices[index].length ? choices[index][0].cost : last.costs[index]);
    for (let tried = 1; tried < ORDERS; tried += 1) {
      const worst = order.reduce((one, other) => (lost(other) > lost(one) ? other : one));
      if (lost(worst) === 0) break;
      order = [worst, ...order.filter((index) => index !== worst)];
      last = layout(order);
      if (last.total < best.total) best = last;
    }
    for (const at of best.found) if (at) placer.block(at);
    return best.found;
  }

  L.eastflank.placement = { Placer, arrange, around, box, touches, inside };
})();
