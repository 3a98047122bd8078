/* The rail of the as-of slider: its thumb, ticks and labels, and which day is under the pointer. The positions of
 * days are in slider_scale.js, which is loaded before it. All content is inserted as text. */

const INSET = 10; // pixels from the rail's ends to its first and last day, as in slider.css

/** @type {(one: HTMLElement) => HTMLElement[]} */
const childrenOf = (one) => /** @type {any[]} */ ([...one.children]);

class Rail {
  /** @param {ParentNode} root */
  constructor(root) {
    /** @type {(name: string) => any} */ // as slider.html has it
    const find = (name) => root.querySelector(`.${name}`);
    /** @type {HTMLElement} */ this.root = find("slider");
    /** @type {HTMLElement} */ this.rail = find("rail");
    /** @type {HTMLElement} */ this.past = find("past");
    /** @type {HTMLElement} */ this.ticks = find("ticks");
    /** @type {HTMLElement} */ this.captions = find("captions");
    /** @type {HTMLElement} */ this.years = find("years");
    /** @type {HTMLElement} */ this.thumb = find("thumb");
    /** @type {HTMLElement} */ this.words = find("words");
    /** @type {HTMLElement} */ this.tip = find("tip");
    this.day = NaN; // the day it shows, once there is one
    /** @type {number[]} */ this.stops = []; // the days on which somebody speaks, and today
    this.width = 0; // pixels
    this.scale = new Scale(0, 1, []); // until a record of days is laid out
    /** @type {Map<number, string>} */ this.said = new Map(); // who speaks, by day
    this.font = "";
    this.pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d")); // measures words without a page layout
    this.watcher = new ResizeObserver(([{ contentRect }]) => {
      this.width = contentRect.width;
      this._thin();
    });
    this.watcher.observe(this.rail);
  }

  leave() {
    this.watcher.disconnect();
  }

  /** Show a day: thumb and words.
   * @param {number} day */
  draw(day) {
    this.day = day;
    const words = inWords(day);
    const { first, last } = this.scale;
    this.thumb.style.left = `calc(${INSET}px + ${this.scale.share(day)} * (100% - ${2 * INSET}px))`;
    this.past.style.width = this._percent(day);
    this.thumb.setAttribute("aria-valuemin", String(first));
    this.thumb.setAttribute("aria-valuemax", String(last));
    this.thumb.setAttribute("aria-valuenow", String(Math.min(Math.max(day, first), last)));
    this.thumb.setAttribute("aria-valuetext", words);
    this.words.textContent = words;
    this._thin();
  }

  /** The next stop later (1) or earlier (-1), or null.
   * @param {1 | -1} direction */
  nextStop(direction) {
    return stopBeside(this.stops, this.day, direction);
  }

  /** The day under the pointer; a tick attracts it.
   * @param {PointerEvent} event */
  dayAt(event) {
    const length = this.width - 2 * INSET;
    const x = Math.min(Math.max(this._x(event), 0), length);
    const stop = this._nearest(x);
    return stop === null ? this.scale.day(x / length) : stop;
  }

  /** How far along the rail the pointer is, in pixels.
   * @param {PointerEvent} event */
  _x(event) {
    return event.clientX - this.rail.getBoundingClientRect().left - INSET;
  }

  /** @param {number} x */
  _nearest(x) {
    return this.scale.nearest(this.stops, x, this.width - 2 * INSET);
  }

  /** Who speaks at the tick under the pointer.
   * @param {PointerEvent} event */
  tell(event) {
    const stop = this._nearest(this._x(event));
    this.tip.hidden = stop === null;
    if (stop === null) return;
    this.tip.textContent = this.said.get(stop) || inWords(stop);
    const at = INSET + this.scale.share(stop) * (this.width - 2 * INSET);
    const own = this.tip.offsetWidth;
    this.tip.style.left = `${Math.min(Math.max(at - own / 2, 0), this.width - own)}px`;
  }

  quiet() {
    this.tip.hidden = true;
  }

  // --- drawing ------------------------------------------------------------------------------------

  /** Lay out a record of days.
   * @param {SliderData} data */
  lay(data) {
    const last = toNumber(data.last);
    this.stops = data.stops.map((stop) => toNumber(stop.day));
    const newest = this.stops.at(-1);
    if (newest !== undefined && newest < last) this.stops.push(last);
    this.scale = new Scale(toNumber(data.first), last, this.stops);
    this.root.classList.toggle("dark", data.theme === "dark");
    this.font = getComputedStyle(this.root).fontFamily;
    this.said = new Map(data.stops.map((stop) => [toNumber(stop.day), stop.words]));
    this.ticks.replaceChildren(...data.stops.map((stop) => {
      const tick = document.createElement("i");
      tick.dataset.day = stop.day;
      tick.classList.toggle("turn", Boolean(stop.turn));
      tick.style.left = this._percent(toNumber(stop.day));
      return tick;
    }));
    /** @type {(day: number, text: string) => HTMLElement} */
    const label = (day, text) => {
      const span = document.createElement("span");
      span.textContent = text;
      span.style.left = this._percent(day);
      span.dataset.share = String(this.scale.share(day));
      return span;
    };
    this.captions.replaceChildren(...data.stops.filter((stop) => stop.caption).map((stop) => label(toNumber(stop.day), stop.caption)));
    const [from, to] = [data.first, data.last].map((iso) => Number(iso.slice(0, 4)));
    const years = Array.from({ length: to - from }, (_, index) => from + 1 + index);
    this.years.replaceChildren(label(toNumber(data.first), data.begins), ...years.map((year) => label(toNumber(`${year}-01-01`), String(year))),
      label(last, data.ends));
    this._thin();
  }

  /** @param {number} day */
  _percent(day) {
    return `${100 * this.scale.share(day)}%`;
  }

  /** Keep the date in words inside the rail, and hide labels that would overlap. */
  _thin() {
    if (!this.width || Number.isNaN(this.day)) return;
    const length = this.width - 2 * INSET;
    const middle = INSET + this.scale.share(this.day) * length;
    const own = this._widthOf(this.words, 700) + 10;
    const left = Math.min(Math.max(middle - own / 2, 0), this.width - own);
    this.words.style.left = `${left}px`;
    /** @type {(labels: HTMLElement[], taken: [number, number][]) => void} */
    const place = (labels, taken) => {
      const wanted = labels.map((label) => {
        const half = this._widthOf(label, 400) / 2;
        const at = INSET + Number(label.dataset.share) * length;
        return { at, half, centre: within(at, half, this.width) };
      });
      withRoom(wanted, taken).forEach((free, index) => {
        const { at, centre } = wanted[index];
        labels[index].style.marginLeft = `${centre - at}px`;
        labels[index].style.visibility = free ? "" : "hidden";
      });
    };
    const years = childrenOf(this.years);
    place([years[0], years[years.length - 1], ...years.slice(1, -1)], [[left, left + own]]);
    place(childrenOf(this.captions), []);
  }

  /** @param {HTMLElement} label @param {number} weight */
  _widthOf(label, weight) {
    const rem = parseFloat(getComputedStyle(document.documentElement).fontSize) / 15; // as --px in slider.css
    this.pen.font = `${weight} ${(weight > 400 ? 13.5 : 12) * rem}px ${this.font}`;
    return this.pen.measureText(label.textContent || "").width;
  }
}
