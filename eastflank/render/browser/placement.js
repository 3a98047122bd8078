"use strict";
/* Where everything with words stands on the map. One module for the page and for pictures.
 *
 * It knows no page, no map library and no file: `placed(task)` takes plain values and returns plain
 * values. The browser calls it as it stands; pictures call it from Python through an embedded engine
 * (eastflank/render/picture/placement.py). Only +, -, *, / and square roots are used, so that two
 * engines give the same bits. All lengths are pixels of a screen's map; x runs right, y down.
 *
 * The rules:
 * - a symbol stands on its place; symbols nearer to each other than their width step apart, at most FAN;
 * - only text moves: beside the symbol, then a little away with a leader, then shorter as a number and a
 *   name, then as a number alone. What is shortened gets a row in the key;
 * - text of a deployment without a base lies in or over the edge of its own host, never over another host
 *   and never over a forbidden area;
 * - the name of each arc is placed at every size;
 * - names of countries, capitals and seas take what room is left;
 * - a crowd's circle holds its own number: it has no words and no row in the key, and comes before other symbols.
 */
globalThis.eastflankPlacement = (() => {
  const GAP = 3; // kept free between any two boxes
  const NAILED = 12; // how far a symbol's centre may be from its place
  const FAN = 40; // the same, where places are nearer to each other than a symbol's width
  const SHOWN = 4; // from so far away on, a dot marks the place itself
  const TIED = 6; // from so far away on, words without a place are tied to their point
  const CELL = 4; // a cell of the ground's raster
  const BUCKET = 40; // a cell of the index of boxes
  const MANY = 60; // with more marks than this all are numbers, and symbols are small
  const ABROAD = 0.45; // at most this share of a text lies over land that is not its host's
  const ASHORE = 0.15; // the same, of what stands at sea
  const BESIDE = 16; // so near to another's symbol a text would seem to speak of it
  const KEYED = 0.55; // if more than this share of the units needs the key, all of them go there
  const FEW_UNITS = 6; // but not of so few
  const NO_ROOM = 2000; // what it costs to find no room, in pixels of distance
  const LEVELS = { full: 0, name: 70, number: 115 }; // what a shorter text costs
  const ORDERS = 14; // how many orders are tried
  const ROUNDS = 8; // how often all are gone through again
  const TRIES = 60; // how many better choices each tries then
  const SENT_AWAY = 2; // how many others it may send away
  const BEST = 90; // choices kept for a text that may stand anywhere in an area
  const SAME_LEAD = 220; // a lead is named again only if its arc enters the map so far away
  const STEP = 12; // along an arc
  // Sixteen directions, right first, then left, then the others by turns.
  const AROUND = [
    [1, 0], [-1, 0], [0.924, 0.383], [-0.924, 0.383], [0.924, -0.383], [-0.924, -0.383], [0.707, 0.707], [-0.707, 0.707],
    [0.707, -0.707], [-0.707, -0.707], [0, -1], [0, 1], [0.383, 0.924], [-0.383, 0.924], [0.383, -0.924], [-0.383, -0.924],
  ];
  const AWAY = [12, 24, 38, 54, 72];

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

  /** The part of the line x1, y1, x2, y2 that lies in a box, as two shares of it; null where none does.
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

  /** The keys of the cells of the index that a thing touches; found once.
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
   * A thing is `{ box, line, owner }`: either of the first two may be null. What has the same owner is not in its own way.
   */
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

    /** Things in the way of `thing`, up to `most` of them.
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

  // --- the ground ------------------------------------------------------------------------------------

  /** Which cells of the frame are land, which a host's, which are forbidden. */
  class Ground {
    /** @param {Placement.Box} frame @param {Placement.Land[]} lands @param {{ rings: Placement.Ring[] }[]} forbidden */
    constructor(frame, lands, forbidden) {
      this.frame = frame;
      this.columns = Math.ceil(frame.w / CELL);
      this.rows = Math.ceil(frame.h / CELL);
      const size = this.columns * this.rows;
      this.owner = new Int16Array(size); // 0: the sea
      /** @type {Map<string, number>} */ this.numbers = new Map(lands.map(({ id }, index) => [id, index + 1]));
      /** @type {Map<string, number>} */ this.bits = new Map(); // by host: its bit in `hosts`; those beyond the thirtieth share one that is nobody's own
      this.hosts = new Int32Array(size); // by cell: the hosts that it touches
      lands.forEach(({ id, rings, host }) => {
        const number = this.numbers.get(id) ?? -1;
        this._fill(rings, (cell) => { this.owner[cell] = number; });
        if (!host) return;
        const alone = this.bits.size < 29;
        if (alone) this.bits.set(id, 1 << this.bits.size);
        const bit = (alone && this.bits.get(id)) || 1 << 29;
        this._touched(rings).forEach((touched, cell) => { if (touched) this.hosts[cell] |= bit; });
      });
      this.forbidden = this._touched(forbidden.flatMap(({ rings }) => rings));
      /** @type {Map<string, Int32Array>} */ this.sums = new Map();
      /** @type {Map<number, Placement.Line> | null} */ this.extents = null; // by number: left, top, right, bottom, in cells
    }

    /** @param {Placement.Ring[]} rings @param {(cell: number) => void} mark */
    _fill(rings, mark) {
      const { frame, columns, rows } = this;
      /** @type {(number[] | null)[]} */
      const crossings = Array.from({ length: rows }, () => null);
      for (const ring of rings) {
        for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
          let [[x1, y1], [x2, y2]] = [ring[j], ring[i]];
          if (y1 === y2) continue;
          if (y1 > y2) [x1, y1, x2, y2] = [x2, y2, x1, y1];
          const first = Math.max(0, Math.ceil((y1 - frame.y) / CELL - 0.5));
          const last = Math.min(rows - 1, Math.ceil((y2 - frame.y) / CELL - 0.5) - 1);
          for (let row = first; row <= last; row += 1) {
            const y = frame.y + (row + 0.5) * CELL;
            (crossings[row] = crossings[row] || []).push(x1 + ((y - y1) * (x2 - x1)) / (y2 - y1));
          }
        }
      }
      crossings.forEach((list, row) => {
        if (!list) return;
        list.sort((one, other) => one - other);
        for (let k = 0; k + 1 < list.length; k += 2) {
          const from = Math.max(0, Math.ceil((list[k] - frame.x) / CELL - 0.5));
          const to = Math.min(columns - 1, Math.ceil((list[k + 1] - frame.x) / CELL - 0.5) - 1);
          for (let column = from; column <= to; column += 1) mark(row * columns + column);
        }
      });
    }

    /** @param {Placement.Ring[]} rings */
    _touched(rings) {
      const { frame, columns, rows } = this;
      const cells = new Uint8Array(columns * rows);
      this._fill(rings, (cell) => { cells[cell] = 1; });
      for (const ring of rings) {
        for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
          const line = /** @type {Placement.Line} */ ([ring[j][0], ring[j][1], ring[i][0], ring[i][1]]);
          const part = within(line, frame);
          if (!part) continue;
          const [dx, dy] = [line[2] - line[0], line[3] - line[1]];
          const steps = Math.max(1, Math.ceil((length(dx, dy) * (part[1] - part[0]) * 2) / CELL));
          for (let k = 0; k <= steps; k += 1) {
            const t = part[0] + ((part[1] - part[0]) * k) / steps;
            const column = Math.floor((line[0] + dx * t - frame.x) / CELL);
            const row = Math.floor((line[1] + dy * t - frame.y) / CELL);
            if (column >= 0 && row >= 0 && column < columns && row < rows) cells[row * columns + column] = 1;
          }
        }
      }
      return cells;
    }

    /** Sums over all cells above and left, of what `has(cell)` says; made once for each name.
     * @param {string} name @param {(cell: number) => unknown} has */
    _sums(name, has) {
      const known = this.sums.get(name);
      if (known) return known;
      const { columns, rows } = this;
      const sums = new Int32Array((columns + 1) * (rows + 1));
      for (let row = 0; row < rows; row += 1) {
        let line = 0;
        for (let column = 0; column < columns; column += 1) {
          line += has(row * columns + column) ? 1 : 0;
          sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + line;
        }
      }
      this.sums.set(name, sums);
      return sums;
    }

    /** How many cells of a box are such.
     * @param {Int32Array} sums @param {Placement.Box} at */
    _count(sums, at) {
      const { frame, columns, rows } = this;
      /** @type {(value: number, most: number) => number} */
      const clamp = (value, most) => Math.max(0, Math.min(most, value));
      const left = clamp(Math.floor((at.x - frame.x) / CELL), columns);
      const top = clamp(Math.floor((at.y - frame.y) / CELL), rows);
      const right = clamp(Math.ceil((at.x + at.w - frame.x) / CELL), columns);
      const bottom = clamp(Math.ceil((at.y + at.h - frame.y) / CELL), rows);
      const wide = columns + 1;
      return sums[bottom * wide + right] - sums[top * wide + right] - sums[bottom * wide + left] + sums[top * wide + left];
    }

    /** How much of a box lies where, for a text that belongs to the countries `own`.
     * @param {string[]} own */
    around(own) {
      const others = ~own.reduce((bits, id) => bits | (this.bits.get(id) || 0), 0);
      const numbers = own.map((id) => this.numbers.get(id) ?? -1); // no cell has that
      const hosts = this._sums(`hosts but ${own.join(" ")}`, (cell) => this.hosts[cell] & others);
      const lands = this._sums("land", (cell) => this.owner[cell] > 0);
      const mine = this._sums(`land of ${own.join(" ")}`, (cell) => numbers.includes(this.owner[cell]));
      /** @type {(at: Placement.Box) => number} */
      const cells = (at) => Math.max(1, Math.ceil(at.w / CELL) * Math.ceil(at.h / CELL));
      return {
        /** @type {(at: Placement.Box) => boolean} */
        overOthers: (at) => this._count(hosts, at) > 0,
        /** @type {(at: Placement.Box) => number} */
        own: (at) => this._count(mine, at) / cells(at),
        /** @type {(at: Placement.Box) => number} */
        land: (at) => this._count(lands, at) / cells(at),
      };
    }

    /** Whether a box lies over a forbidden area.
     * @param {Placement.Box} at */
    isForbidden(at) {
      return this._count(this._sums("forbidden", (cell) => this.forbidden[cell]), at) > 0;
    }

    /** The bounds of a country's cells; null where none is in the frame.
     * @param {string} id */
    bounds(id) {
      if (!this.extents) this.extents = this._extents();
      const found = this.extents.get(this.numbers.get(id) ?? -1);
      if (!found) return null;
      const [left, top, right, bottom] = found;
      return box(this.frame.x + left * CELL, this.frame.y + top * CELL, (right - left) * CELL, (bottom - top) * CELL);
    }

    _extents() {
      /** @type {Map<number, Placement.Line>} */
      const found = new Map();
      for (let row = 0; row < this.rows; row += 1) {
        for (let column = 0; column < this.columns; column += 1) {
          const number = this.owner[row * this.columns + column];
          if (!number) continue;
          const at = found.get(number);
          if (!at) found.set(number, [column, row, column + 1, row + 1]);
          else {
            if (column < at[0]) at[0] = column;
            if (column >= at[2]) at[2] = column + 1;
            at[3] = row + 1;
          }
        }
      }
      return found;
    }
  }

  // --- symbols -----------------------------------------------------------------------------------------

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
   *
   * Of many marks each symbol comes with its number, and who has no room next to its place shares another's.
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
      if (!thing && mark.crowd) thing = atEdge(mark, w, h, frame); // it speaks for many: it may cover another
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

  // --- choices -------------------------------------------------------------------------------------------

  /** Boxes of w × h beside a symbol, each with what it costs and, if it is away from it, a leader.
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

  /** Boxes of w × h in and at the edge of a mark's own host, or around a point for what has none.
   * `short`: mostly inside.
   * @param {Pick<Placement.Mark, "anchor" | "hosts" | "x" | "y" | "points">} mark @param {Placement.Size} size
   * @param {Ground} ground @param {boolean} short */
  function anywhere(mark, { w, h }, ground, short) {
    /** @type {Placement.Choice[]} */
    const found = [];
    const own = mark.anchor === "country" ? mark.hosts : [];
    const area = own.length ? ground.bounds(own[0]) : box(mark.x - 170, mark.y - 130, 340, 260);
    if (!area) return found;
    const over = ground.around(own);
    const least = short ? 0.35 : Math.min(0.12 * w * h, 150) / (w * h); // so much of it touches its host
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

  /** @param {Placement.Point[]} points @param {Placement.Size} size @param {Placement.Box} frame */
  function along(points, { w, h }, frame) {
    /** @type {Placement.Choice[]} */
    const found = [];
    points.forEach(([px, py], index) => {
      const x = Math.max(px - 4, frame.x);
      const cost = index * 2;
      found.push({ box: box(x, py - h - 4, w, h), line: null, cost, side: "over" });
      found.push({ box: box(x, py + 4, w, h), line: null, cost: cost + 1, side: "over" });
      found.push({ box: box(px + 7, py - h / 2, w, h), line: null, cost: cost + 3, side: "over" });
      found.push({ box: box(px - w / 2, py - h - 9, w, h), line: null, cost: cost + 5, side: "over" });
      found.push({ box: box(px - w / 2, py + 9, w, h), line: null, cost: cost + 6, side: "over" });
      for (const far of [22, 36, 52]) { // where arcs lie close together
        found.push({ box: box(x, py - h - far, w, h), line: null, cost: cost + 8 + far, side: "over" });
        found.push({ box: box(x, py + far, w, h), line: null, cost: cost + 9 + far, side: "over" });
      }
    });
    return cheapest(found);
  }

  // --- all together --------------------------------------------------------------------------------------

  /** A choice for each item, or null; none is in another's way.
   *
   * An item is `{ owner, choices, weight }`, its choices free of what is fixed, the cheapest first. The item that lost
   * most in one order is placed first in the next. Then each, where it helps all together, takes a better choice
   * and sends away what stands there.
   * @param {Placement.Item[]} items @param {Taken} fixed
   */
  function arrange(items, fixed) {
    /** @type {Placement.Owned[][]} */
    const choices = items.map(({ owner, choices: all }) =>
      all.map((choice) => ({ ...choice, owner })).filter((choice) => fixed.free(choice)));
    /** @type {(index: number, choice: Placement.Owned | null) => number} */
    const cost = (index, choice) => items[index].weight * (choice ? choice.cost : NO_ROOM);
    /** @type {(found: (Placement.Owned | null)[]) => number} */
    const total = (found) => found.reduce((sum, choice, index) => sum + cost(index, choice), 0);
    /** @type {(order: number[], found: (Placement.Owned | null)[], taken: Taken) => (Placement.Owned | null)[]} */
    const put = (order, found, taken) => {
      for (const index of order) {
        const choice = choices[index].find((one) => taken.free(one)) || null;
        found[index] = choice;
        if (choice) taken.add(choice);
      }
      return found;
    };
    const many = items.length > 2 * MANY;
    let order = items.map((_, index) => index);
    let last = put(order, [], new Taken());
    let best = last;
    /** @type {(index: number) => number} */
    const lost = (index) => cost(index, last[index]) - (choices[index].length ? cost(index, choices[index][0]) : cost(index, null));
    for (let tried = 1; tried < (many ? 1 : ORDERS); tried += 1) {
      const worst = order.reduce((one, other) => (lost(other) > lost(one) + 1e-9 ? other : one), order[0]);
      if (worst === undefined || lost(worst) <= 0) break;
      order = [worst, ...order.filter((index) => index !== worst)];
      last = put(order, [], new Taken());
      if (total(last) < total(best) - 1e-9) best = last;
    }
    for (let round = 0; round < (many ? 0 : ROUNDS); round += 1) {
      const before = total(best);
      const dearest = items.map((_, index) => index).sort((a, b) => cost(b, best[b]) - cost(a, best[a]) || a - b);
      const taken = new Taken();
      for (const choice of best) if (choice) taken.add(choice);
      for (const index of dearest) best = bettered(index, best, choices, { cost, total, put, taken }) || best;
      if (total(best) >= before - 1e-9) break;
    }
    return best;
  }

  /** What is found when one item takes a better choice from at most two others, if it is better for all; or null.
   * `taken` holds what is found, before and after.
   * @param {number} index @param {(Placement.Owned | null)[]} found @param {Placement.Owned[][]} choices
   * @param {{ cost: (index: number, choice: Placement.Owned | null) => number,
   *   total: (found: (Placement.Owned | null)[]) => number,
   *   put: (order: number[], found: (Placement.Owned | null)[], taken: Taken) => unknown, taken: Taken }} by */
  function bettered(index, found, choices, { cost, total, put, taken }) {
    const mine = found[index];
    const before = total(found);
    if (mine) taken.remove(mine);
    for (const choice of choices[index].slice(0, TRIES)) {
      if (cost(index, choice) >= cost(index, mine) - 1e-9) break;
      const against = taken.against(choice, SENT_AWAY + 1);
      if (against.length > SENT_AWAY) continue;
      const sent = against.map((thing) => found.indexOf(/** @type {Placement.Owned} */ (thing)));
      for (const order of sent.length > 1 ? [sent, [...sent].reverse()] : [sent]) {
        const trial = [...found];
        trial[index] = choice;
        against.forEach((thing) => taken.remove(thing));
        taken.add(choice);
        put(order, trial, taken);
        if (total(trial) < before - 1e-6) return trial;
        for (const other of order) {
          const choice = trial[other];
          if (choice) taken.remove(choice);
        }
        taken.remove(choice);
        against.forEach((thing) => taken.add(thing));
      }
    }
    if (mine) taken.add(mine);
    return null;
  }

  /** What it costs a text to lie on arcs: it hides them, or they run behind it.
   * @param {Placement.Box} at @param {Taken} arcs @param {string | null} owner */
  function onArcs(at, arcs, owner = null) {
    let sum = 0;
    for (const { line } of arcs.against({ box: at, line: null, owner }, 12)) {
      const part = line && within(line, at);
      if (part) sum += (part[1] - part[0]) * length(line[2] - line[0], line[3] - line[1]);
    }
    return sum;
  }

  // --- the whole --------------------------------------------------------------------------------------------

  /** The arrangement in one frame. `short`: no text of a unit is whole, all stand in the key.
   * @param {Placement.Task} task @param {Placement.Frame} room @param {Ground} ground @param {boolean} short */
  function inFrame(task, { frame, blocked }, ground, short) {
    const seen = task.marks.filter(({ anchor, x, y, hosts }) =>
      (anchor === "country" && ground.bounds(hosts[0])) || distance(frame, x, y) === 0);
    const places = seen.filter(({ anchor }) => anchor === "place");
    const nailed = [...places.filter(({ crowd }) => crowd), ...places.filter(({ crowd }) => !crowd)];
    const many = seen.length > MANY;
    let size = many ? task.sizes - 1 : task.size;
    let symbols = symbolsOf(nailed, size, frame, blocked, many);
    while (!symbols.good && size < task.sizes - 1) {
      size += 1;
      symbols = symbolsOf(nailed, size, frame, blocked, many);
    }
    const fixed = symbols.taken;
    /** @type {Placement.InFrame} */
    const result = { size, frame, marks: {}, arcs: {}, names: {}, key: [] };
    /** @type {Map<string, Placement.Box>} */
    const symbolOf = new Map();
    /** @type {Placement.Mark[]} */
    const crowded = [];
    nailed.forEach((mark, index) => {
      const thing = symbols.found[index];
      if (!thing) { // even the smallest symbol has no room: it shares its neighbour's
        crowded.push(mark);
        return;
      }
      symbolOf.set(mark.id, thing.symbol);
      const [cx, cy] = middle(thing.symbol);
      const moved = length(cx - mark.x, cy - mark.y);
      const tie = moved > SHOWN && distance(thing.symbol, mark.x, mark.y) > 0 ? leader(thing.symbol, box(mark.x, mark.y, 0, 0)) : null;
      result.marks[mark.id] = /** @type {any} */ ({ // its words follow
        symbol: rounded(thing.symbol), dot: moved > SHOWN && !many, tie: many ? null : tie && tie.map(round), moved: round(moved),
      });
      // The dot and its tie are kept free, of its own words too; its own symbol may cover half of it.
      if (moved > SHOWN && !many) fixed.add({ box: box(mark.x - 3, mark.y - 3, 6, 6), line: tie, owner: `dot ${mark.id}` });
    });
    const drawn = nailed.filter(({ id, crowd }) => symbolOf.has(id) && !crowd);
    const joined = new Map(crowded.map((mark) => [mark.id, nearestOf(mark, drawn)]));

    const lines = new Taken();
    /** @type {{ arc: Placement.Arc, at: Placement.Point, points: Placement.Point[] }[]} */
    const arcs = [];
    for (const arc of task.arcs) {
      const points = visible(arc.path, frame);
      for (let i = 1; i < points.length; i += 1) {
        lines.add({ box: null, line: [...points[i - 1], ...points[i]], owner: `symbol ${arc.mark}` });
      }
      const again = points.length && arcs.some((one) => one.arc.lead === arc.lead && length(one.at[0] - points[0][0], one.at[1] - points[0][1]) < SAME_LEAD);
      if (points.length && !again) arcs.push({ arc, at: points[0], points });
    }

    /** @type {Placement.Item[]} */
    const items = arcs.map(({ arc, points }) => ({
      owner: `arc ${arc.id}`, weight: 8, choices: along(points, arc, frame).filter((choice) => inside(choice.box, frame) && !ground.isForbidden(choice.box)),
    }));
    const ordered = [...seen].filter(({ id, crowd }) => !joined.has(id) && !crowd).sort((a, b) =>
      Number(b.selected) - Number(a.selected) || Number(a.anchor !== "place") - Number(b.anchor !== "place") || a.y - b.y || (a.id < b.id ? -1 : 1));
    /** What it costs a text to lie on arcs or forbidden areas, or beside another's symbol.
     * @type {(at: Placement.Box, id: string) => number} */
    const disturbs = (at, id) => {
      let cost = 0.4 * onArcs(at, lines, `symbol ${id}`) + (ground.isForbidden(at) ? 25 : 0);
      const near = { box: box(at.x - BESIDE, at.y - BESIDE, at.w + 2 * BESIDE, at.h + 2 * BESIDE), line: null, owner: `symbol ${id}` };
      for (const { symbol } of fixed.against(near, 12)) if (symbol) cost += 2.5 * Math.max(0, BESIDE - apartFrom(at, symbol));
      return cost;
    };
    for (const mark of ordered) {
      const { w, h } = mark.labels.number;
      const at = symbolOf.get(mark.id);
      if (many && at) {
        const beside = box(at.x + at.w + GAP, at.y + (at.h - h) / 2, w, h);
        items.push({ owner: `symbol ${mark.id}`, weight: 1, choices: [{ box: beside, line: null, cost: LEVELS.number, side: "right", level: "number" }] });
        continue;
      }
      /** @type {Placement.Level[]} */
      const levels = short || many ? ["name", "number"] : ["full", "name", "number"];
      const choices = levels.flatMap((level) => {
        const wanted = mark.labels[level];
        if (!wanted || (level === "name" && many)) return [];
        const boxes = at
          ? beside(at, wanted, level === "full").filter((choice) => inside(choice.box, frame))
          : anywhere(mark, wanted, ground, level !== "full");
        return boxes.map((choice) => ({ ...choice, level, cost: choice.cost + LEVELS[level] + (many ? 0 : disturbs(choice.box, mark.id)) }));
      });
      items.push({ owner: `symbol ${mark.id}`, weight: mark.selected ? 4 : mark.gone ? 0.5 : 1, choices: cheapest(choices) });
    }
    const found = arrange(items, fixed);
    found.forEach((choice, index) => {
      if (choice) fixed.add(choice);
      if (index < arcs.length) result.arcs[arcs[index].arc.id] = choice && rounded(choice.box);
    });
    ordered.forEach((mark, index) => {
      const choice = found[arcs.length + index];
      result.marks[mark.id] = {
        ...(result.marks[mark.id] || { symbol: null, dot: false, tie: null, moved: 0 }),
        level: choice ? /** @type {Placement.Level} */ (choice.level) : "key",
        label: choice && rounded(choice.box),
        side: choice ? choice.side : "over",
        leader: choice && choice.line ? choice.line.map(round) : null,
        joined: null,
        number: null,
      };
    });
    for (const { id } of nailed.filter(({ crowd }) => crowd)) {
      Object.assign(result.marks[id], { level: "key", label: null, side: "over", leader: null, joined: null, number: null, dot: false, tie: null });
    }
    for (const [id, other] of joined) {
      result.marks[id] = { symbol: null, dot: false, tie: null, moved: 0, level: "key", label: null, side: "over", leader: null, joined: other, number: null };
    }
    names(task, ground, fixed, lines, result);
    key(task, result);
    return result;
  }

  /** The id of the nearest of `drawn`, marks that have a symbol.
   * @param {Placement.Mark} mark @param {Placement.Mark[]} drawn */
  function nearestOf(mark, drawn) {
    let [best, least] = /** @type {[string | null, number]} */ ([null, Infinity]);
    for (const { id, x, y } of drawn) {
      const far = (x - mark.x) * (x - mark.x) + (y - mark.y) * (y - mark.y);
      if (far < least) [best, least] = [id, far];
    }
    return best;
  }

  /** Names of the base map, each at the first of its points that is free; what is said of a country with its name.
   * @param {Placement.Task} task @param {Ground} ground @param {Taken} fixed @param {Taken} lines
   * @param {Placement.InFrame} result */
  function names(task, ground, fixed, lines, result) {
    const { frame } = result;
    /** @type {(boxes: Placement.Box[]) => Placement.Box | null} */
    const put = (boxes) => {
      const free = boxes.map((at) => ({ box: at, line: null, owner: null })).filter((thing) => inside(thing.box, frame) && fixed.free(thing));
      const thing = free.find(({ box: at }) => onArcs(at, lines) === 0) || free[0];
      if (!thing) return null;
      fixed.add(thing);
      return thing.box;
    };
    for (const name of task.names) {
      const told = (name.headed || []).some((id) => result.marks[id] && ["full", "name"].includes(result.marks[id].level));
      if (told && !name.note) continue;
      /** @type {["note" | "name", Placement.Size][]} */
      const sizes = name.note ? [["note", name.note], ["name", name]] : [["name", name]];
      let found = null;
      let level = "none";
      for (const [as, { w, h }] of sizes) {
        if (name.kind === "capital") {
          const [[x, y]] = name.points;
          found = put([box(x - name.dot / 2, y - h / 2, w, h), box(x + name.dot / 2 - w, y - h / 2, w, h)]);
          if (found && found.x < x - name.dot) level = "mirrored";
        } else {
          const centred = name.points.map(([x, y]) => box(x - w / 2, y - h / 2, w, h));
          const host = name.iso3 && task.lands.some(({ id, host: hosts }) => hosts && id === name.iso3);
          if (host || as === "note") {
            const own = name.iso3 ? [name.iso3] : [];
            const over = ground.around(own);
            /** @type {(at: Placement.Box) => boolean} */
            const isInside = (at) => inside(at, frame) && over.own(at) > 0.55 && !over.overOthers(at);
            found = put(centred.filter(isInside));
            if (!found) {
              const [x, y] = name.points[0] || [frame.x, frame.y];
              found = put(anywhere({ anchor: "country", hosts: own, x, y, points: [] }, { w, h }, ground, true).map(({ box: at }) => at).filter(isInside));
            }
          } else {
            found = put(centred);
          }
        }
        if (found) {
          if (level === "none") level = as;
          break;
        }
      }
      if (found) result.names[name.id] = { ...rounded(found), level };
      if (name.note && (!found || level !== "note")) result.key.push({ id: name.id, group: name.note.group, y: name.points[0] ? name.points[0][1] : 0, number: null });
    }
  }

  /** The rows of the key, by group and from north to south, and the numbers in it.
   * @param {Placement.Task} task @param {Placement.InFrame} result */
  function key(task, result) {
    for (const mark of task.marks) {
      const at = result.marks[mark.id];
      if (at && at.level !== "full" && !mark.crowd) result.key.push({ id: mark.id, group: mark.group, y: mark.y, number: null });
    }
    result.key.sort((a, b) => a.group - b.group || (a.y || 0) - (b.y || 0) || (a.id < b.id ? -1 : 1));
    let number = 0;
    for (const row of result.key) {
      const at = result.marks[row.id];
      if (at && !at.joined && at.level !== "key") {
        number += 1;
        row.number = number;
        at.number = number;
      }
    }
    for (const row of result.key) {
      const at = result.marks[row.id];
      if (at && at.joined) row.number = at.number = result.marks[at.joined].number;
    }
    for (const row of result.key) delete row.y;
  }

  /** Where everything stands.
   *
   * `task`:
   * - `frames`: one or two `{ frame, blocked }`: the last has the key beside it; the first, without, is used where no key is needed;
   * - `size`, `sizes`: the first size of symbols that is tried, and how many there are, large to small;
   * - `marks`: `{ id, anchor, x, y, hosts, symbols: [{ w, h }…], labels: { full, name, number }, group, selected, gone, points, crowd }`;
   * - `arcs`: `{ id, lead, mark, path: [[x, y]…], w, h }`;
   * - `names`: `{ id, kind, iso3, w, h, points, dot, headed, note: { w, h, group } }` in the order of their importance;
   *   `headed`: marks whose words begin with the same name, which then need not stand there twice;
   * - `lands`: `{ id, host, rings }`; `forbidden`: `{ rings }`: no text lies there.
   *
   * The result: `size`, `frame`; by id `marks`, `arcs`, `names`; `key`, the rows of the key in their order; `column`:
   * whether everything stands beside the key's column, or in the whole map.
   * @param {Placement.Task} task
   * @returns {Placement.Placed}
   */
  function placed(task) {
    const beside = task.frames[task.frames.length - 1];
    const ground = new Ground(beside.frame, task.lands, task.forbidden);
    const result = inFrame(task, beside, ground, false);
    if (!result.key.length) {
      if (task.frames.length === 1) return { ...result, column: true };
      const whole = inFrame(task, task.frames[0], new Ground(task.frames[0].frame, task.lands, task.forbidden), false);
      // With the column's room there are more deployments to place: if they need a key, it takes that room again.
      return whole.key.length ? { ...result, column: true } : { ...whole, column: false };
    }
    const units = task.marks.filter(({ id, gone, crowd }) => result.marks[id] && !gone && !crowd);
    const keyed = units.filter(({ id }) => result.marks[id].level !== "full").length;
    const crowded = keyed > KEYED * units.length && units.length > FEW_UNITS;
    return { ...(crowded ? inFrame(task, beside, ground, true) : result), column: true };
  }

  return { placed, CELL, FAN, GAP, NAILED };
})();
