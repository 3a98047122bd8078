"use strict";
/* Positions of days on the as-of slider's rail, and which of its labels fit. Independent of the page. *
 * Days are whole numbers, counted from 1 January 1970.
 */

const MAGNET = 6; // pixels within which a tick attracts the pointer
const BY_TIME = 0.5; // the share of the rail that is proportional to time; the rest is shared equally by the days spoken
const MS_A_DAY = 86_400_000;
const APART = 5; // pixels at least between two labels

/** @type {(iso: string) => number} */
const toNumber = (iso) => Date.parse(iso) / MS_A_DAY;
/** @type {(day: number) => string} */
const toIso = (number) => new Date(number * MS_A_DAY).toISOString().slice(0, 10);

/** @type {string[]} */ let written = []; // by month, how a day is written
/** Set the format of days, by month: “{day} July {year}”.
 * @type {(days: string[]) => void} */
const writeDays = (days) => { written = days; };
/** @type {(day: number) => string} */
const inWords = (number) => {
  const day = new Date(number * MS_A_DAY);
  return written[day.getUTCMonth()].replace("{day}", String(day.getUTCDate())).replace("{year}", String(day.getUTCFullYear()));
};

/** Positions of days on the rail, as shares of its length; piecewise linear, so that it can be inverted. */
class Scale {
  /**
   * @param {number} first
   * @param {number} last
   * @param {number[]} stops The days that get room of their own, in their order; days off the rail get none. */
  constructor(first, last, stops) {
    this.first = first;
    this.last = last;
    const inside = stops.filter((stop) => stop > first && stop < last);
    this.days = [first, ...inside, last];
    const [length, steps] = [last - first || 1, this.days.length - 1]; // a record may begin today
    this.shares = this.days.map((day, index) => BY_TIME * ((day - first) / length) + (1 - BY_TIME) * (index / steps));
  }

  /** The share of a day; a day off the rail stands at its end.
   * @param {number} day */
  share(day) {
    return this._between(day, this.days, this.shares);
  }

  /** The day at a share, whole.
   * @param {number} share */
  day(share) {
    return Math.round(this._between(share, this.shares, this.days));
  }

  /** The one of `stops` that attracts a pointer `x` pixels along a rail of `length` pixels, or null.
   * @param {number[]} stops @param {number} x @param {number} length */
  nearest(stops, x, length) {
    let best = null;
    let reach = MAGNET;
    for (const stop of stops) {
      const away = Math.abs(this.share(stop) * length - x);
      if (away < reach) [best, reach] = [stop, away];
    }
    return best;
  }

  /** @param {number} value @param {number[]} from @param {number[]} to */
  _between(value, from, to) {
    if (value <= from[0]) return to[0];
    const after = from.findIndex((one) => one >= value);
    if (after < 0) return to[to.length - 1];
    const [a, b] = [from[after - 1], from[after]];
    return to[after - 1] + ((value - a) / (b - a)) * (to[after] - to[after - 1]);
  }
}

/** The next stop later (1) or earlier (-1) than a day, or null.
 * @type {(stops: number[], day: number, direction: 1 | -1) => number | null} */
const stopBeside = (stops, day, direction) => {
  const found = direction > 0 ? stops.find((stop) => stop > day) : stops.findLast((stop) => stop < day);
  return found === undefined ? null : found;
};

/** The middle of a label at `at`, moved as far as necessary to fit within `width`.
 * @type {(at: number, half: number, width: number) => number} */
const within = (at, half, width) => Math.min(Math.max(at, half), width - half);

/** Which labels fit beside `taken`, ranges of a line, and beside earlier labels.
 * @type {(labels: { centre: number, half: number }[], taken: [number, number][]) => boolean[]} */
const withRoom = (labels, taken) => {
  const all = [...taken];
  return labels.map(({ centre, half }) => {
    const free = all.every(([from, to]) => centre + half + APART < from || centre - half - APART > to);
    if (free) all.push([centre - half, centre + half]);
    return free;
  });
};
