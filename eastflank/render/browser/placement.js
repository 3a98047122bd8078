"use strict";
/* Where labels go: boxes in pixels, nothing of Leaflet or the page.
 *
 * A greedy placer. Things are placed in the order of their importance; each offers candidate boxes,
 * best first, and takes the first that lies inside the frame and touches nothing placed before it.
 * What finds no room is left out, and whoever asked is told.
 */
(() => {
  L.eastflank = L.eastflank || {};

  const GAP = 3; // pixels kept free between any two boxes

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

  L.eastflank.placement = { Placer, around, box, touches, inside };
})();
