/* What the as-of slider has asked the server for: the day that it waits for, and the days that are sent ahead of
 * play. It knows no page. Days are whole numbers, as in slider_scale.js; times are milliseconds of the clock given.
 */

const PATIENCE = 4000; // milliseconds after which an answer is no longer waited for
const LOST_AFTER = 20000; // milliseconds after which a day asked for is taken to be lost
const FETCH_PATIENCE = 2000; // milliseconds after which days that did not come ahead are asked for again
const AHEAD = 16; // days that play has at hand
const AT_ONCE = 12; // days asked for at once, as in slider.py; at first fewer, since play waits for them
const AT_FIRST = 6;

/** The day that the server was asked for. A day only passed is asked for when the one before has been answered. */
class Requests {
  /** @param {() => number} now */
  constructor(now) {
    this.now = now;
    /** @type {number | null} */ this.answered = null; // the day that the server last showed
    /** @type {number | null} */ this.asked = null; // the day that the server was asked for and has not answered
    this.askedAt = -Infinity;
    /** @type {{ day: number, passing: boolean } | null} */ this.next = null; // what to ask for after that
  }

  /** Whether an answer is on its way; one that does not come is not waited for forever. */
  get waiting() {
    return this.asked !== null && this.now() - this.askedAt < PATIENCE;
  }

  /** Whether the server may still have to read the day asked for. Of two messages of one component that wait
   * together Streamlit keeps the newer one alone, so nothing else may be said meanwhile. */
  get unread() {
    return this.asked !== null && this.now() - this.askedAt < LOST_AFTER;
  }

  /** Whether a move is to be sent now. A passing one is kept until the answer on its way has come.
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

  /** The server shows a day. Whether that answers what it was asked for.
   * @param {number} day */
  answer(day) {
    this.answered = day;
    if (this.asked !== day) return false;
    this.asked = null;
    return true;
  }

  /** The move that was kept, once; null where there is none. */
  kept() {
    const { next } = this;
    this.next = null;
    return next;
  }
}

/** The days that the server sent ahead, which the browser can show by itself. */
class Ahead {
  /** @param {() => number} now */
  constructor(now) {
    this.now = now;
    this.view = ""; // the view's name, which is another with other filters
    /** @type {Map<number, SentAhead>} */ this.days = new Map();
    this.fetchedAt = -Infinity; // when more were last asked for and have not come
  }

  /** Keep days sent ahead; those of another view are void. Whether the view is another.
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

  /** The days to ask for now, before play that is at `day` comes to them; none while enough are at hand or on their way.
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
