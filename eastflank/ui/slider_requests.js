/* The as-of slider's requests to the server: the day that it waits for, and the days that are sent in advance for
 * play. Independent of the page. Days are whole numbers, as in slider_scale.js; times are milliseconds of the given
 * clock. */

const PATIENCE = 4000; // milliseconds after which it no longer waits for an answer
const LOST_AFTER = 20000; // milliseconds after which a requested day is considered lost
const FETCH_PATIENCE = 2000; // milliseconds after which missing days are requested again
const AHEAD = 16; // days in stock for play
const AT_ONCE = 12; // days requested at once, as in slider.py; fewer at first, since play waits for them
const AT_FIRST = 6;

/** The requested day. A passed day is requested only when the one before has been answered. */
class Requests {
  /** @param {() => number} now */
  constructor(now) {
    this.now = now;
    /** @type {number | null} */ this.answered = null; // the day that the server last showed
    /** @type {number | null} */ this.asked = null; // the requested day that the server has not answered
    this.askedAt = -Infinity;
    /** @type {{ day: number, passing: boolean } | null} */ this.next = null; // the next request
  }

  /** Whether an answer is expected, with a time limit. */
  get waiting() {
    return this.asked !== null && this.now() - this.askedAt < PATIENCE;
  }

  /** Whether the server may not have read the request yet. If two messages of one component wait, Streamlit keeps
   * only the newer one, so nothing else may be sent meanwhile. */
  get unread() {
    return this.asked !== null && this.now() - this.askedAt < LOST_AFTER;
  }

  /** Whether to send a move now. A passing one is kept until the expected answer has come.
   * @param {{ day: number, passing: boolean }} move */
  take(move) {
    if (move.passing && this.waiting) {
      this.next = move;
      return false;
    }
    this.next = null;
    this.asked = move.day === this.answered ? null : move.day;
    this.askedAt = this.now();
    return true;
  }

  /** The server shows a day. Returns whether that answers the request.
   * @param {number} day */
  answer(day) {
    this.answered = day;
    if (this.asked !== day) return false;
    this.asked = null;
    return true;
  }

  /** Expect no answer any more. */
  forget() {
    this.asked = null;
    this.next = null;
  }

  /** Take the kept move; null if there is none. */
  kept() {
    const { next } = this;
    this.next = null;
    return next;
  }
}

/** The days that the server sent in advance, which the browser can show itself. */
class Ahead {
  /** @param {() => number} now */
  constructor(now) {
    this.now = now;
    this.view = ""; // the view's name, which is another with other filters
    /** @type {Map<number, SentAhead>} */ this.days = new Map();
    this.fetchedAt = -Infinity; // the time of the last request that is not answered
  }

  /** Store days sent in advance; those of another view are invalid. Returns whether the view has changed.
   * @param {string} view @param {SentAhead[]} sent */
  keep(view, sent) {
    const another = view !== this.view;
    if (another) {
      this.days.clear();
      this.fetchedAt = -Infinity;
      this.view = view;
    }
    for (const one of sent) this.days.set(toNumber(one.day), one);
    if (sent.length) this.fetchedAt = -Infinity;
    return another;
  }

  /** The days to request now for play at `day`; none while enough are in stock or requested.
   * @param {number[]} stops @param {number} day */
  wanted(stops, day) {
    const from = stopBeside(stops, day, 1) === null ? -Infinity : day; // from the end play begins again
    const coming = stops.filter((stop) => stop > from).slice(0, AHEAD);
    const missing = coming.filter((stop) => !this.days.has(stop));
    if (this.now() - this.fetchedAt < FETCH_PATIENCE || !missing.length || coming.indexOf(missing[0]) > AHEAD / 2) return [];
    this.fetchedAt = this.now();
    return missing.slice(0, this.days.size ? AT_ONCE : AT_FIRST);
  }
}
