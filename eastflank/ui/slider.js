"use strict";
/* The as-of slider: a rail of days, with a tick wherever a source speaks.
 *
 * It tells the server `{ day, passing }`: a day it only passes, in play or while it is dragged, changes the map
 * alone; the day it comes to rest on changes the whole page. A day passed is asked for only when the one before
 * has been answered, so that each reaches the map however slow the machine is. In play the server sends the
 * scenes of the coming days ahead, and the map is handed them here: the server hears of the day it rests on.
 */

const STEP = 500; // milliseconds between two days in play at speed 1
const SPEEDS = [0.5, 1, 2, 4];
const INSET = 10; // pixels from the rail's ends to its first and last day, as in slider.css
const MAGNET = 6; // pixels within which a tick attracts the pointer
const PATIENCE = 4000; // milliseconds after which an answer is no longer waited for
const BY_TIME = 0.5; // the share of the rail that is laid out by time; the rest gives each day spoken the same room
const ASK_AFTER = 1500; // milliseconds after which the slider asks for what was not yet known
const AHEAD = 10; // days that play has at hand
const MS_A_DAY = 86_400_000;

const toNumber = (iso) => Date.parse(iso) / MS_A_DAY;
const toIso = (number) => new Date(number * MS_A_DAY).toISOString().slice(0, 10);
const inWords = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** The window of the map's frame, once the map is in it. */
const mapFrame = () => [...document.querySelectorAll("iframe")]
  .filter((frame) => frame.contentDocument) // of the same origin
  .map((frame) => frame.contentWindow)
  .find((one) => one.L && one.L.eastflank && one.map);

/** Where days stand on the rail, as a share of its length; piecewise linear, so that it can be turned round. */
class Scale {
  constructor(first, last, stops) {
    const inside = stops.filter((stop) => stop > first && stop < last);
    this.days = [first, ...inside, last];
    const [length, steps] = [last - first, this.days.length - 1];
    this.shares = this.days.map((day, index) => BY_TIME * ((day - first) / length) + (1 - BY_TIME) * (index / steps));
  }

  /** The share of a day; a day off the rail stands at its end. */
  share(day) {
    return this._between(day, this.days, this.shares);
  }

  /** The day at a share, whole. */
  day(share) {
    return Math.round(this._between(share, this.shares, this.days));
  }

  _between(value, from, to) {
    if (value <= from[0]) return to[0];
    const after = from.findIndex((one) => one >= value);
    if (after < 0) return to[to.length - 1];
    const [a, b] = [from[after - 1], from[after]];
    return to[after - 1] + ((value - a) / (b - a)) * (to[after] - to[after - 1]);
  }
}

class Slider {
  constructor(root) {
    const find = (name) => root.querySelector(`.${name}`);
    this.root = find("slider");
    for (const name of ["play", "earlier", "later", "rail", "past", "ticks", "captions", "years", "thumb", "words", "tip", "speed", "exact", "newest"]) {
      this[name] = find(name);
    }
    this.day = null; // the day shown, as a number of days
    this.answered = null; // the day that the server last showed
    this.asked = null; // the day that the server was asked for and has not answered
    this.next = null; // what to ask for after that
    this.view = ""; // the view's name, which is another with other filters
    this.ahead = new Map(); // by day, what the server sent ahead
    this.fetching = false; // whether it was asked for more
    this.passing = false; // whether the page, but for the map, still shows another day
    this.width = 0; // of the rail, in pixels
    this.pen = document.createElement("canvas").getContext("2d"); // measures words without a layout of the page
    this.timer = null;
    this.asking = null;
    this.askAfter = ASK_AFTER;
    this._listen();
  }

  /** Show what the server says. */
  show(data) {
    const look = JSON.stringify([data.first, data.last, data.stops, data.theme]);
    if (look !== this.look) this._lay(data);
    this.look = look;
    this.newestDay = toNumber(data.newest);
    this._keepAhead(data);
    const day = toNumber(data.day);
    this.answered = day;
    const answered = this.asked === day;
    if (answered) this.asked = null;
    const { next } = this;
    if (answered && next) {
      this.next = null;
      this.go(next.day, next.passing);
    } else if (!this._waiting() && !this.passing) {
      this._draw(day);
    }
    if (answered && this.playing && !this._waiting()) this._schedule();
    clearTimeout(this.asking);
    if (!data.incomplete) this.askAfter = ASK_AFTER;
    else if (!this.playing) this.asking = setTimeout(() => this._askAgain(), this.askAfter);
  }

  /** Ask for what was not yet known, ever more rarely. */
  _askAgain() {
    this.askAfter *= 2;
    this.ask([]);
  }

  leave() {
    this._halt();
    clearTimeout(this.asking);
    this._pass(false);
    this.watcher.disconnect();
  }

  // --- days ---------------------------------------------------------------------------------------

  /** The next stop later (1) or earlier (-1), or null. */
  _nextStop(direction) {
    const found = direction > 0
      ? this.stops.find((stop) => stop > this.day)
      : this.stops.findLast((stop) => stop < this.day);
    return found === undefined ? null : found;
  }

  /** Go to a day, and come to rest there unless only passing. Whether the map shows it already. */
  go(day, passing = false) {
    if (day === null || !Number.isFinite(day)) return false;
    this._draw(day);
    if (passing && this._showAhead(day)) return true;
    this._ask({ day, passing });
    return false;
  }

  // --- days that the server sent ahead ---------------------------------------------------------------

  /** Keep the days sent ahead. With another view they are void, and a page that lags behind it follows. */
  _keepAhead({ view, ahead }) {
    if (view !== this.view) {
      this.ahead.clear();
      this.fetching = false;
      this.view = view;
      if (this.passing) {
        this._halt();
        this.go(this.day);
      }
    }
    for (const one of ahead) this.ahead.set(toNumber(one.day), one);
    if (ahead.length) this.fetching = false;
  }

  /** Show a day that was sent ahead, without the server; false where that cannot be. */
  _showAhead(day) {
    const one = this.ahead.get(day);
    const map = mapFrame();
    const title = document.querySelector(".ef-title");
    if (!one || !map || !title || this._waiting()) return false;
    this.next = null;
    this._pass(true);
    map.L.eastflank.pass(map.map, JSON.parse(one.scene));
    const [sentence, rest] = title.childNodes;
    sentence.textContent = one.title;
    rest.textContent = one.rest;
    return true;
  }

  /** Ask for the coming days before play comes to them. */
  _fetchAhead() {
    const coming = this.stops.filter((stop) => stop > this.day).slice(0, AHEAD);
    const missing = coming.filter((stop) => !this.ahead.has(stop));
    if (this.fetching || !missing.length || coming.indexOf(missing[0]) > AHEAD / 2) return;
    this.fetching = true;
    this.ask(missing.map(toIso));
  }

  // --- days asked for --------------------------------------------------------------------------------

  _ask(move) {
    if (move.passing && this._waiting()) {
      this.next = move;
      return;
    }
    this.next = null;
    this._pass(move.passing);
    this.asked = move.day === this.answered ? null : move.day;
    this.askedAt = performance.now();
    this.tell({ day: toIso(move.day), passing: move.passing });
  }

  _waiting() {
    return this.asked !== null && performance.now() - this.askedAt < PATIENCE;
  }

  /** Whether the page around the map lags behind, which its style sheet shows. */
  _pass(on) {
    this.passing = on;
    document.documentElement.toggleAttribute("data-eastflank-passing", on);
  }

  // --- play ---------------------------------------------------------------------------------------

  get playing() {
    return this.root.classList.contains("playing");
  }

  toggle() {
    if (this.playing) this.pause();
    else this._start();
  }

  pause() {
    if (!this.playing) return;
    this._halt();
    this.go(this.day);
  }

  _start() {
    this._setPlaying(true);
    const map = mapFrame();
    if (map) map.addEventListener("pointerdown", () => this.pause(), { once: true, capture: true });
    this._step(this._nextStop(1) === null ? this.stops[0] : undefined);
  }

  _halt() {
    clearTimeout(this.timer);
    this._setPlaying(false);
  }

  _setPlaying(on) {
    this.root.classList.toggle("playing", on);
    this.play.setAttribute("aria-label", on ? "Pause" : "Play");
    this.play.title = on ? "Pause (space)" : "Play (space)";
  }

  _step(day = this._nextStop(1)) {
    if (day === null) {
      this.pause();
      return;
    }
    this.steppedAt = performance.now();
    if (this.go(day, true)) this._schedule();
    this._fetchAhead();
  }

  /** The next step of play, a beat after the last one began. */
  _schedule() {
    const beat = STEP / Number(this.speed.value);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this._step(), Math.max(0, beat - (performance.now() - this.steppedAt)));
  }

  // --- what it looks like -------------------------------------------------------------------------

  _lay(data) {
    const last = toNumber(data.last);
    this.stops = data.stops.map((stop) => toNumber(stop.day));
    if (this.stops.at(-1) < last) this.stops.push(last);
    this.scale = new Scale(toNumber(data.first), last, this.stops);
    this.root.classList.toggle("dark", data.theme === "dark");
    this.font = getComputedStyle(this.root).fontFamily;
    this.exact.min = data.earliest;
    this.exact.max = data.last;
    this.said = new Map(data.stops.map((stop) => [toNumber(stop.day), stop.words]));
    this.ticks.replaceChildren(...data.stops.map((stop) => {
      const tick = document.createElement("i");
      tick.dataset.day = stop.day;
      tick.classList.toggle("turn", Boolean(stop.turn));
      tick.style.left = this._percent(toNumber(stop.day));
      return tick;
    }));
    const label = (day, text) => {
      const span = document.createElement("span");
      span.textContent = text;
      span.style.left = this._percent(day);
      span.dataset.share = this.scale.share(day);
      return span;
    };
    this.captions.replaceChildren(...data.stops.filter((stop) => stop.caption).map((stop) => label(toNumber(stop.day), stop.caption)));
    const [from, to] = [data.first, data.last].map((iso) => Number(iso.slice(0, 4)));
    const years = Array.from({ length: to - from }, (_, index) => from + 1 + index);
    this.years.replaceChildren(label(toNumber(data.first), data.begins), ...years.map((year) => label(toNumber(`${year}-01-01`), String(year))),
      label(last, data.ends));
    this._thin();
  }

  _percent(day) {
    return `${100 * this.scale.share(day)}%`;
  }

  /** Show a day: thumb, words, the date field. */
  _draw(day) {
    const moved = day !== this.day;
    this.day = day;
    const words = inWords.format(day * MS_A_DAY);
    const left = `calc(${INSET}px + ${this.scale.share(day)} * (100% - ${2 * INSET}px))`;
    this.thumb.style.left = left;
    this.past.style.width = this._percent(day);
    this.thumb.setAttribute("aria-valuemin", this.scale.days[0]);
    this.thumb.setAttribute("aria-valuemax", this.scale.days.at(-1));
    this.thumb.setAttribute("aria-valuenow", Math.min(Math.max(day, this.scale.days[0]), this.scale.days.at(-1)));
    this.thumb.setAttribute("aria-valuetext", words);
    this.words.textContent = words;
    if (moved) this.exact.value = toIso(day);
    this.earlier.disabled = this._nextStop(-1) === null;
    this.later.disabled = this._nextStop(1) === null;
    this.newest.disabled = day === this.newestDay;
    this._thin();
  }

  /** Keep the date in words inside the rail, and hide the labels that it or another would touch. */
  _thin() {
    if (!this.width || this.day === null) return;
    const length = this.width - 2 * INSET;
    const middle = INSET + this.scale.share(this.day) * length;
    const own = this._widthOf(this.words, 700) + 10;
    const left = Math.min(Math.max(middle - own / 2, 0), this.width - own);
    this.words.style.left = `${left}px`;
    const place = (labels, taken) => {
      for (const label of labels) {
        const half = this._widthOf(label, 400) / 2;
        const at = INSET + label.dataset.share * length;
        const centre = Math.min(Math.max(at, half), this.width - half);
        const free = taken.every(([from, to]) => centre + half + 5 < from || centre - half - 5 > to);
        label.style.marginLeft = `${centre - at}px`;
        label.style.visibility = free ? "" : "hidden";
        if (free) taken.push([centre - half, centre + half]);
      }
    };
    const years = [...this.years.children];
    place([years[0], years.at(-1), ...years.slice(1, -1)], [[left, left + own]]);
    place(this.captions.children, []);
  }

  _widthOf(label, weight) {
    this.pen.font = `${weight} ${weight > 400 ? 13.5 : 12}px ${this.font}`;
    return this.pen.measureText(label.textContent).width;
  }

  // --- the reader's hand --------------------------------------------------------------------------

  _listen() {
    for (const speed of SPEEDS) {
      const option = document.createElement("option");
      option.value = String(speed);
      option.textContent = `${speed}×`;
      this.speed.append(option);
    }
    this.speed.value = "1";
    this.play.addEventListener("click", () => this.toggle());
    const rest = (day) => {
      this._halt();
      this.go(day());
    };
    this.earlier.addEventListener("click", () => rest(() => this._nextStop(-1)));
    this.later.addEventListener("click", () => rest(() => this._nextStop(1)));
    this.newest.addEventListener("click", () => rest(() => this.newestDay));
    this.exact.addEventListener("change", () => {
      if (this.exact.validity.valid) rest(() => toNumber(this.exact.value));
    });
    this.thumb.addEventListener("keydown", (event) => this._key(event));
    this.thumb.addEventListener("keyup", () => {
      if (this.passing && !this.playing && !this.dragging) this.go(this.day);
    });
    this.rail.addEventListener("pointerdown", (event) => this._grab(event));
    this.rail.addEventListener("pointermove", (event) => (this.dragging ? this._drag(event) : this._hover(event)));
    this.rail.addEventListener("pointerleave", () => { this.tip.hidden = true; });
    for (const name of ["pointerup", "pointercancel"]) this.rail.addEventListener(name, () => this._drop());
    this.watcher = new ResizeObserver(([{ contentRect }]) => {
      this.width = contentRect.width;
      this._thin();
    });
    this.watcher.observe(this.rail);
  }

  _key(event) {
    const to = {
      ArrowRight: () => this._nextStop(1),
      ArrowUp: () => this._nextStop(1),
      ArrowLeft: () => this._nextStop(-1),
      ArrowDown: () => this._nextStop(-1),
      Home: () => this.stops[0],
      End: () => this.stops.at(-1),
    }[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey || !(to || event.key === " ")) return;
    event.preventDefault();
    if (!to) {
      if (!event.repeat) this.toggle();
      return;
    }
    this._halt();
    // A key that is held passes day after day, each when the one before has been drawn.
    if (!event.repeat) this.go(to());
    else if (!this._waiting()) this.go(to(), true);
  }

  _grab(event) {
    if (event.button !== 0) return;
    this._halt();
    this.dragging = true;
    this.tip.hidden = true;
    this.root.classList.add("dragging");
    this.rail.setPointerCapture(event.pointerId);
    event.preventDefault();
    this.thumb.focus({ preventScroll: true, focusVisible: false });
    this._drag(event);
  }

  _drag(event) {
    const day = this._dayAt(event);
    if (day !== this.day) this.go(day, true);
  }

  _drop() {
    if (!this.dragging) return;
    this.dragging = false;
    this.root.classList.remove("dragging");
    this.go(this.day);
  }

  /** The day under the pointer; a tick attracts it. */
  _dayAt(event) {
    const length = this.width - 2 * INSET;
    const x = Math.min(Math.max(this._x(event), 0), length);
    const stop = this._nearest(x);
    return stop === null ? this.scale.day(x / length) : stop;
  }

  /** How far along the rail the pointer is, in pixels. */
  _x(event) {
    return event.clientX - this.rail.getBoundingClientRect().left - INSET;
  }

  _nearest(x) {
    const length = this.width - 2 * INSET;
    let best = null;
    let reach = MAGNET;
    for (const stop of this.stops) {
      const away = Math.abs(this.scale.share(stop) * length - x);
      if (away < reach) [best, reach] = [stop, away];
    }
    return best;
  }

  /** Who speaks at the tick under the pointer. */
  _hover(event) {
    const stop = this._nearest(this._x(event));
    this.tip.hidden = stop === null;
    if (stop === null) return;
    this.tip.textContent = this.said.get(stop) || inWords.format(stop * MS_A_DAY);
    const at = INSET + this.scale.share(stop) * (this.width - 2 * INSET);
    const own = this.tip.offsetWidth;
    this.tip.style.left = `${Math.min(Math.max(at - own / 2, 0), this.width - own)}px`;
  }
}

const sliders = new WeakMap();

/** Streamlit calls this when the slider comes onto the page, and again whenever what it is given changes. */
export default function show({ data, parentElement, setTriggerValue }) {
  if (!sliders.has(parentElement)) sliders.set(parentElement, new Slider(parentElement));
  const slider = sliders.get(parentElement);
  slider.tell = (move) => setTriggerValue("moved", move);
  slider.ask = (days) => setTriggerValue("asked", days);
  slider.show(data);
  return () => {
    slider.leave();
    sliders.delete(parentElement);
  };
}
