/* The as-of slider: play, step, drag. Loaded after slider_scale.js, slider_rail.js (its rail) and slider_requests.js
 * (its requests to the server). It sends the server `{ day, passing }`: a day that it only passes, in play or while
 * dragging, changes only the map; the day at which it stops changes the whole page. A passed day is requested only
 * when the one before has been answered, so that each reaches the map even on a slow machine. In play the server
 * sends the scenes of the next days in advance, and they are passed to the map here: the server only receives the
 * day at the stop. */

const STEP = 500; // milliseconds between two days in play at speed 1
const SPEEDS = [0.5, 1, 2, 4];
const ASK_AFTER = 1500; // milliseconds after which the slider asks again for unknown values
const SAID_FOR = 6000; // milliseconds for which it shows why play stopped

/** The window of the map's frame, once the map is in it.
 * @type {() => MapWindow | undefined} */
const mapFrame = () => /** @type {any[]} */ ([...document.querySelectorAll("iframe")]
  .filter((frame) => frame.contentDocument && !frame.closest(".st-key-earlier")) // the same origin, and the same day
  .map((frame) => frame.contentWindow))
  .find((one) => one && one.L && one.L.eastflank && one.map);

class Slider {
  /** @param {ParentNode} root */
  constructor(root) {
    /** @type {(name: string) => any} */ // as slider.html has it
    const find = (name) => root.querySelector(`.${name}`);
    /** @type {HTMLElement} */ this.root = find("slider");
    /** @type {HTMLButtonElement} */ this.play = find("play");
    /** @type {HTMLButtonElement} */ this.earlier = find("earlier");
    /** @type {HTMLButtonElement} */ this.later = find("later");
    /** @type {HTMLElement} */ this.thumb = find("thumb");
    /** @type {HTMLSelectElement} */ this.speed = find("speed");
    /** @type {HTMLInputElement} */ this.exact = find("exact");
    /** @type {HTMLButtonElement} */ this.newest = find("newest");
    /** @type {HTMLElement} */ this.inWords = find("in-words");
    /** @type {HTMLElement} */ this.stopped = find("stopped");
    this.rail = new Rail(root);
    const now = () => performance.now();
    this.requests = new Requests(now);
    this.ahead = new Ahead(now);
    this.passing = false; // whether the page, except the map, still shows another day
    this.dragging = false;
    this.steppedAt = 0; // when the last step of play began
    this.newestDay = NaN;
    this.look = ""; // what the rail was laid out for
    /** @type {[string, string][]} */ this.played = []; // name and tip of the button that plays: at rest, in play
    /** @type {number | undefined} */ this.timer = undefined; // of the next step of play
    /** @type {number | undefined} */ this.asking = undefined; // for unknown values
    /** @type {number | undefined} */ this.saying = undefined; // for the message why play stopped
    /** @type {(move: { day: string, passing: boolean }) => void} */ this.tell = () => {};
    /** @type {(days: string[]) => void} */ this.ask = () => {};
    this.askAfter = ASK_AFTER;
    /** @type {{ title: string, rest: string, scene: unknown } | null} */ this.replaced = null; // by a day sent in advance
    this.shown = ""; // the view and the day that the server last showed
    this.leaving = new AbortController(); // ends its listeners: the page may reuse its elements for another slider
    this._listen(this.leaving.signal);
  }

  /** Show the server's data.
   * @param {SliderData} data */
  show(data) {
    const look = JSON.stringify([data.first, data.last, data.stops, data.theme]);
    this.played = data.play;
    writeDays(data.days);
    if (look !== this.look) this.rail.lay(data);
    this.look = look;
    this.exact.min = data.earliest;
    this.exact.max = data.latest;
    this.newestDay = toNumber(data.newest);
    this._keepAhead(data);
    const day = toNumber(data.day);
    const shown = `${data.view} ${data.day}`;
    if (shown !== this.shown) this.replaced = null;
    this.shown = shown;
    const answered = this.requests.answer(day);
    const kept = answered ? this.requests.kept() : null;
    if (kept) this.go(kept.day, kept.passing);
    else if (!this.requests.waiting && !this.passing) this._draw(day);
    if (answered && this.playing && !this.requests.waiting) this._schedule();
    clearTimeout(this.asking);
    if (!data.incomplete) this.askAfter = ASK_AFTER;
    else if (!this.playing) this.asking = setTimeout(() => this._askAgain(), this.askAfter);
  }

  /** Ask again for unknown values, with growing intervals. */
  _askAgain() {
    if (this.requests.unread) {
      this.asking = setTimeout(() => this._askAgain(), this.askAfter);
      return;
    }
    this.askAfter *= 2;
    this.ask([]);
  }

  leave() {
    this._halt();
    clearTimeout(this.asking);
    clearTimeout(this.saying);
    this._pass(false);
    this.leaving.abort();
    this.rail.leave();
  }

  /** The day shown. */
  get day() {
    return this.rail.day;
  }

  // --- days ---------------------------------------------------------------------------------------

  /** Go to a day, and stop there unless only passing. Returns whether the map already shows it.
   * @param {number | null} day */
  go(day, passing = false) {
    if (day === null || !Number.isFinite(day)) return false;
    this._draw(day);
    if (passing && this._showAhead(day)) return true;
    this._ask({ day, passing });
    return false;
  }

  // --- days that the server sent in advance ----------------------------------------------------------

  /** Store the days sent in advance. With another view they are invalid, and a delayed page is updated.
   * @param {SliderData} data */
  _keepAhead({ view, ahead }) {
    if (!this.ahead.keep(view, ahead) || !this.passing) return;
    if (this.playing) this._sayStopped();
    this._halt();
    this.go(this.day);
  }

  /** Show a day that was sent in advance, without the server; false if that is not possible.
   * @param {number} day */
  _showAhead(day) {
    const one = this.ahead.days.get(day);
    const map = mapFrame();
    const title = document.querySelector(".ef-title");
    if (!one || !map || !title || this.requests.waiting) return false;
    this.requests.kept(); // it is invalid now
    this._pass(true);
    const [sentence, rest] = title.childNodes;
    const before = { title: sentence.textContent || "", rest: rest.textContent || "", scene: map.L.eastflank.drawn(map.map) };
    this.replaced ||= before;
    map.L.eastflank.pass(map.map, JSON.parse(one.scene));
    sentence.textContent = one.title;
    rest.textContent = one.rest;
    return true;
  }

  /** Show again what the server last showed. The page does not draw it if the server sends the same once more. */
  _putBack() {
    const { replaced } = this;
    const map = mapFrame();
    const title = document.querySelector(".ef-title");
    this.replaced = null;
    if (!replaced || !map || !title) return;
    const [sentence, rest] = title.childNodes;
    map.L.eastflank.pass(map.map, replaced.scene);
    sentence.textContent = replaced.title;
    rest.textContent = replaced.rest;
  }

  /** Request the next days before play reaches them. */
  _fetchAhead() {
    if (this.requests.unread && !this.playing) return; // in play the day asked for is only passed
    const wanted = this.ahead.wanted(this.rail.stops, this.day);
    if (wanted.length) this.ask(wanted.map(toIso));
  }

  // --- requested days --------------------------------------------------------------------------------

  /** @param {{ day: number, passing: boolean }} move */
  _ask(move) {
    if (!this.requests.take(move)) return;
    this._pass(move.passing);
    this.tell({ day: toIso(move.day), passing: move.passing });
  }

  /** Mark whether the page around the map is delayed; the style sheet shows it.
   * @param {boolean} on */
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

  /** Stop at the day shown, before the page shows something else for it. The event takes that day back.
   * @param {CustomEvent<{ day?: string }>} event */
  _rest(event) {
    if (!this.playing && !this.passing) return;
    this._halt();
    this._letGo();
    event.detail.day = toIso(this.day);
    this.go(this.day);
  }

  /** The reader went Back or Forward: play ends, and the server shows the day of that address. */
  _yield() {
    this._halt();
    this._letGo();
    this.requests.forget();
    this._putBack();
    this._pass(false);
  }

  _start() {
    this.stopped.hidden = true;
    this._setPlaying(true);
    const map = mapFrame();
    if (map) map.addEventListener("pointerdown", () => this.pause(), { once: true, capture: true });
    this._step(this.rail.nextStop(1) === null ? this.rail.stops[0] : undefined);
  }

  _halt() {
    clearTimeout(this.timer);
    this._setPlaying(false);
  }

  /** @param {boolean} on */
  _setPlaying(on) {
    this.root.classList.toggle("playing", on);
    const [name, help] = this.played[on ? 1 : 0];
    this.play.setAttribute("aria-label", name);
    this.play.title = help;
  }

  /** Say that another choice has stopped play: visible for a while, and announced once. */
  _sayStopped() {
    this.stopped.hidden = false;
    clearTimeout(this.saying);
    this.saying = setTimeout(() => { this.stopped.hidden = true; }, SAID_FOR);
    document.dispatchEvent(new CustomEvent("eastflank-tell", { detail: this.stopped.textContent }));
  }

  /** @param {number | null} [day] */
  _step(day = this.rail.nextStop(1)) {
    if (day === null) {
      this.pause();
      return;
    }
    this.steppedAt = performance.now();
    if (this.go(day, true)) this._schedule();
    this._fetchAhead();
  }

  /** The next step of play, one interval after the last one began. */
  _schedule() {
    const beat = STEP / Number(this.speed.value);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this._step(), Math.max(0, beat - (performance.now() - this.steppedAt)));
  }

  /** Show a day on the slider.
   * @param {number} day */
  _draw(day) {
    const moved = day !== this.day;
    this.rail.draw(day);
    if (moved) {
      this.exact.value = toIso(day);
      this.inWords.textContent = inWords(day);
    }
    this.play.disabled = false; // until a day is shown, a press would be lost
    this.earlier.disabled = this.rail.nextStop(-1) === null;
    this.later.disabled = this.rail.nextStop(1) === null;
    this.newest.disabled = day === this.newestDay;
  }

  // --- keyboard and pointer -----------------------------------------------------------------------

  /** @param {AbortSignal} signal */
  _listen(signal) {
    this.speed.replaceChildren(...SPEEDS.map((speed) => {
      const option = document.createElement("option");
      option.value = String(speed);
      option.textContent = `${speed}×`;
      return option;
    }));
    this.speed.value = "1";
    /** @type {(part: HTMLElement, names: string[], does: (event: any) => void) => void} */
    const on = (part, names, does) => names.forEach((name) => part.addEventListener(name, does, { signal }));
    on(this.play, ["click"], () => this.toggle());
    on(this.play, ["pointerenter", "focus"], () => this._fetchAhead()); // it may be pressed
    /** @type {(day: () => number | null) => void} */
    const rest = (day) => {
      this._halt();
      this.go(day());
    };
    on(this.earlier, ["click"], () => rest(() => this.rail.nextStop(-1)));
    on(this.later, ["click"], () => rest(() => this.rail.nextStop(1)));
    on(this.newest, ["click"], () => rest(() => this.newestDay));
    on(this.exact, ["change"], () => {
      if (this.exact.validity.valid) rest(() => toNumber(this.exact.value));
    });
    on(this.thumb, ["keydown"], (event) => this._key(event));
    on(this.thumb, ["keyup"], () => {
      if (this.passing && !this.playing && !this.dragging) this.go(this.day);
    });
    const { rail } = this.rail;
    on(rail, ["pointerdown"], (event) => this._grab(event));
    on(rail, ["pointermove"], (event) => (this.dragging ? this._drag(event) : this.rail.tell(event)));
    on(rail, ["pointerleave"], () => this.rail.quiet());
    on(rail, ["pointerup", "pointercancel"], () => this._drop());
    window.addEventListener("eastflank-rest", (event) => this._rest(/** @type {any} */ (event)), { signal });
    window.addEventListener("eastflank-went", () => this._yield(), { signal });
  }

  /** @param {KeyboardEvent} event */
  _key(event) {
    /** @type {Record<string, () => number | null>} */
    const ways = {
      ArrowRight: () => this.rail.nextStop(1),
      ArrowUp: () => this.rail.nextStop(1),
      ArrowLeft: () => this.rail.nextStop(-1),
      ArrowDown: () => this.rail.nextStop(-1),
      Home: () => this.rail.stops[0],
      End: () => this.rail.stops[this.rail.stops.length - 1],
    };
    const to = ways[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey || !(to || event.key === " ")) return;
    event.preventDefault();
    if (!to) {
      if (!event.repeat) this.toggle();
      return;
    }
    this._halt();
    // A held key passes one day after the other, each when the one before has been drawn.
    if (!event.repeat) this.go(to());
    else if (!this.requests.waiting) this.go(to(), true);
  }

  /** @param {PointerEvent} event */
  _grab(event) {
    if (event.button !== 0) return;
    this._halt();
    this.dragging = true;
    this.rail.quiet();
    this.root.classList.add("dragging");
    this.rail.rail.setPointerCapture(event.pointerId);
    event.preventDefault();
    this.thumb.focus({ preventScroll: true, focusVisible: false });
    this._drag(event);
  }

  /** @param {PointerEvent} event */
  _drag(event) {
    const day = this.rail.dayAt(event);
    if (day !== this.day) this.go(day, true);
  }

  _drop() {
    if (!this.dragging) return;
    this._letGo();
    this.go(this.day);
  }

  _letGo() {
    this.dragging = false;
    this.root.classList.remove("dragging");
  }
}

/** The slider in each place, and whether it is shown there. @type {WeakMap<object, { slider: Slider, shown: boolean }>} */
const sliders = new WeakMap();

/** Streamlit calls this when the slider is added to the page, and again whenever its data changes. It sometimes
 * calls the old clean-up after that: the slider is removed only if it is not shown again at once.
 * @type {(component: Component<[SliderData]>) => () => void} */
export default function show({ data: [data], parentElement, setTriggerValue }) {
  const place = sliders.get(parentElement) || { slider: new Slider(parentElement), shown: true };
  sliders.set(parentElement, place);
  place.shown = true;
  place.slider.tell = (move) => setTriggerValue("moved", move);
  place.slider.ask = (days) => setTriggerValue("asked", days);
  place.slider.show(data);
  return () => {
    place.shown = false;
    setTimeout(() => {
      if (place.shown || sliders.get(parentElement) !== place) return;
      place.slider.leave();
      sliders.delete(parentElement);
    });
  };
}
