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
  const BESIDE = 26; // so near to somebody else's place, a card that had to move would seem to speak of it
  const NO_ROOM = 2000;
  const ORDERS = 16; // how many orders are tried
  // How often all are gone through again; how many better boxes each tries; how many it may send away.
  const ROUNDS = 12;
  const TRIES = 80;
  const SENT_AWAY = 2;

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
   * lost most in one order is placed first in the next. Then each, where it helps all together, takes a
   * better box and sends away whoever stands there. (eastflank/render/picture/placement.py does the same.)
   */
  function arrange(placer, items) {
    if (!items.length) return [];
    const covered = (at, point) =>
      items.filter((other) => distance(other.point, at) <= (at.home ? 0 : BESIDE) && point.distanceTo(other.point) > 1).length;
    const choices = items.map(({ point, boxes, weight }) => [...boxes]
      .filter((at) => placer.free(at))
      .map((at) => ({ at, cost: weight * (distance(point, at) + (at.home ? 0 : AWAY) + COVERS * covered(at, point)) }))
      .sort((one, other) => one.cost - other.cost));
    const none = items.map(({ weight }) => ({ at: null, cost: NO_ROOM * weight }));

    /** `found` with the items of `order` put, one after another, each at the cheapest box that is free in `trial`. */
    const placed = (trial, found, order) => {
      const next = [...found];
      for (const index of order) {
        next[index] = choices[index].find(({ at }) => trial.free(at)) || none[index];
        if (next[index].at) trial.block(next[index].at);
      }
      return next;
    };
    const total = (found) => found.reduce((sum, { cost }) => sum + cost, 0);

    let order = items.map((_, index) => index);
    let last = placed(new Placer(placer.frame), [], order);
    let best = last;
    const lost = (index) => last[index].cost - (choices[index].length ? choices[index][0].cost : last[index].cost);
    for (let tried = 1; tried < ORDERS; tried += 1) {
      const worst = order.reduce((one, other) => (lost(other) > lost(one) ? other : one));
      if (lost(worst) === 0) break;
      order = [worst, ...order.filter((index) => index !== worst)];
      last = placed(new Placer(placer.frame), [], order);
      if (total(last) < total(best)) best = last;
    }
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = total(best);
      const dearest = items.map((_, index) => index).sort((one, other) => best[other].cost - best[one].cost);
      for (const index of dearest) best = taken(placer, choices, placed, best, index) || best;
      if (total(best) >= before) break;
    }
    const found = best.map(({ at }) => at);
    for (const at of found) if (at) placer.block(at);
    return found;
  }

  /** What is found when one item takes a better box from at most two others, if that is better for all; or null. */
  function taken(placer, choices, placed, found, index) {
    const total = (all) => all.reduce((sum, { cost }) => sum + cost, 0);
    for (const choice of choices[index].slice(0, TRIES)) {
      if (choice.cost >= found[index].cost) return null;
      const sent = [...found.keys()].filter((other) => other !== index && found[other].at && touches(found[other].at, choice.at));
      if (sent.length > SENT_AWAY) continue;
      for (const order of sent.length > 1 ? [sent, [...sent].reverse()] : [sent]) {
        const trial = new Placer(placer.frame);
        found.forEach(({ at }, other) => at && other !== index && !sent.includes(other) && trial.block(at));
        trial.block(choice.at);
        const moved = placed(trial, found.map((one, other) => (other === index ? choice : one)), order);
        if (total(moved) < total(found) - 1e-6) return moved;
      }
    }
    return null;
  }

  L.eastflank.placement = { Placer, arrange, around, box, touches, inside };
})();
