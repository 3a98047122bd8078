"use strict";
/* The ground under the words: what is land, its country, and where no text may be. Part of the placement. */
const CELL = 4; // a cell of the ground's raster

/** Which cells of the frame are land, which belong to a host, which are forbidden. */
class Ground {
  /** @param {Placement.Box} frame @param {Placement.Land[]} lands @param {{ rings: Placement.Ring[] }[]} forbidden */
  constructor(frame, lands, forbidden) {
    this.frame = frame;
    this.columns = Math.ceil(frame.w / CELL);
    this.rows = Math.ceil(frame.h / CELL);
    const size = this.columns * this.rows;
    this.owner = new Int16Array(size); // 0: the sea
    /** @type {Map<string, number>} */ this.numbers = new Map(lands.map(({ id }, index) => [id, index + 1]));
    /** @type {Map<string, number>} */ this.bits = new Map(); // by host: its bit in `hosts`; those after the thirtieth share one bit
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

  /** For each cell the number of cells above and to the left with `has(cell)`; computed once for each name.
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

  /** How many cells of a box have it.
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

  /** The shares of a box over each kind of ground, for a text that belongs to the countries `own`.
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

  /** The bounds of a country's cells; null if none is in the frame.
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
