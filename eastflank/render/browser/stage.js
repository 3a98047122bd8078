"use strict";
/* The stage: everything on the map that has words. It lives as long as the map, while scenes come
 * and go, and after each move, zoom or change everything is placed anew. Where, placement.js decides; the
 * stage measures what it needs to know, and puts everything there.
 */
(() => {
  const MOST_ARRANGEMENTS = 60; // kept for when the same cards are shown again
  const ASKED_AFTER = 250; // milliseconds of rest after which what is seen is asked for
  const TEXTS = { full: ".eastflank-card", name: ".eastflank-with-name", number: ".eastflank-with-number" };
  const ROLES = { countries: "country", seas: "sea", capitals: "capital", parts: "region" }; // of the base map's names

  const { element: made, shape, isGone, letGo, Cards } = L.eastflank;

  class Stage {
    constructor(map) {
      this.map = map;
      this.scene = null;
      this.lines = []; // the arcs and ties shown
      this.chosen = undefined; // the id of the selected deployment
      /** @type {Record<"countries" | "seas" | "capitals" | "parts", any[]>} */
      this.base = { countries: [], seas: [], capitals: [], parts: [] };
      /** @type {Map<string, HTMLElement>} */ this.baseElements = new Map();
      this.waiting = true; // for the basemap: what is placed before is placed again at once
      /** @type {WeakMap<HTMLElement, any>} */ this.sizes = new WeakMap(); // by element
      /** @type {Map<string | undefined, any>} */ this.sizesByLook = new Map(); // by what an element looks like: the same card comes and goes with filters
      this.furniture = new Map();
      this.arrangements = new Map();
      this.handled = false; // whether the reader has put a hand on the map since it last moved by itself
      this.touched = false; // whether the reader has moved the map
      this.wholeAt = ""; // where the map looked when it last showed the whole theatre
      this.measuredAt = null; // the map's size at the last placing
      this.placements = 0;
      /** @type {number} */ this.leastZoom = map.options.minZoom;
      this.tip = null;
      /** @type {number | undefined} */ this.asking = undefined;
      this.askedFor = "";
      this.key = new L.eastflank.Key(map, (mark) => mark.anchorLayer.fire("click", { latlng: mark.anchorLayer.getLatLng() }, true));
      this.locator = new L.eastflank.Locator(map, this.key);
      this.cards = new Cards(map.getPane("eastflank-labels"), (element) => this._changed(element));
      map.on("movestart zoomstart resize", () => this.cards.rest());
      map.on("moveend", () => { this.touched = this.touched || this.handled; });
      map.on("moveend zoomend resize", () => this.place());
      map.on("moveend", () => this._askForCloser());
      map.on("zoomstart", () => this._veil(true));
      map.on("zoomend", () => this._veil(false));
      this._keepFitting();
    }

    /** Show a scene, replacing the one before. */
    show(layer) {
      this.scene = layer;
      const { scene } = layer;
      if (layer.brief !== this._isBrief()) {
        this.map.getContainer().classList.toggle("eastflank-brief", layer.brief);
        this.measuredAt = null;
      }
      const { id, row } = (document.hasFocus() && /** @type {HTMLElement | null} */ (document.activeElement)?.dataset) || {}; // or the keyboard would lose its place
      this.cards.show(layer.marks, layer.arcs);
      if (this.lines !== layer.lines) this._showLines(layer);
      L.eastflank.legend(this.map, scene);
      this.frames = this.frames || new L.eastflank.Frames(this.map, { words: scene.buttons, fit: () => this.fitAgain(), whole: () => this.showWhole() });
      if (this.map.eastflankBasemap) {
        this.map.eastflankBasemap.setMembers(scene.members);
        this.map.eastflankBasemap.setAreas(scene.areas);
      }
      this._note(scene);
      const chosen = layer.marks.find((mark) => mark.selected);
      const opening = JSON.stringify(scene.opening);
      if (this.opening !== undefined && opening !== this.opening) {
        if (!this.touched) this.fit();
        else if (!this._isFitted() && this._where() === this.wholeAt) this.fitAgain(); // it shows what it would show
      }
      this.opening = opening;
      this.place();
      const again = layer.marks.find((mark) => mark.id === (id || row));
      const rowAgain = row && this.key.buttons.get(row);
      if (again && document.activeElement === again.element) this._tell(again.element);
      else if (rowAgain) rowAgain.focus({ preventScroll: true });
      else if (again) again.element.focus({ preventScroll: true }); // a row whose words stand on the map now is gone
      if (chosen && chosen.id !== this.chosen) this._bringIntoView(chosen);
      this.chosen = chosen && chosen.id;
    }

    /** Arcs and ties: a new one fades in; one that no longer holds is drawn for a moment longer, and fades out. */
    _showLines(layer) {
      const before = this.lines;
      this.lines = layer.lines;
      const key = ({ path, dash, colour }) => JSON.stringify([path, dash, colour]);
      const [now, then] = [new Set(this.lines.map(key)), new Set(before.map(key))];
      for (const one of this.lines) if (!then.has(key(one))) one.line.getElement().classList.add("eastflank-coming");
      for (const one of before) {
        if (now.has(key(one))) continue;
        const path = one.line.getElement();
        path.classList.remove("leaflet-interactive");
        this.map.eastflankRenderer._rootGroup.append(path);
        letGo(path);
      }
      for (const arc of layer.arcs) {
        const mark = layer.marks.find((one) => one.id === arc.deployment);
        arc.line.on("mouseover", (event) => this._showTip(mark ? mark.details : [arc.name], event.containerPoint));
        arc.line.on("mouseout", () => this._hideTip());
      }
    }

    /** The basemap's labels arrive once, after its file has been read. */
    setBase(base) {
      this.base = base;
      this._forgetSizes(); // what was measured before the styles had come is void
      const make = (role, name) => {
        const element = made("span", `eastflank-name eastflank-${role}-name`, name);
        element.setAttribute("aria-hidden", "true");
        this.baseElements.set(`${role} ${name}`, element);
        const pane = this.map.getPane("eastflank-labels");
        if (pane) pane.prepend(element);
      };
      for (const [kind, role] of Object.entries(ROLES)) for (const { name } of base[kind]) make(role, name);
      this.waiting = false;
      if (this.scene) this.show(this.scene);
    }

    /** Marks without land are better than none. */
    waitNoLonger() {
      this.waiting = false;
      this.place();
    }

    /** What is said of a country stands at its name. */
    _note(scene) {
      const notes = new Map(scene.statistics.map((note) => [note.iso3, note.text]));
      for (const one of this.base.countries) {
        const element = /** @type {HTMLElement} */ (this.baseElements.get(`country ${one.name}`));
        const text = notes.get(one.iso3) || "";
        if (text === (element.dataset.note || "")) continue;
        element.dataset.note = text;
        element.replaceChildren(...(text ? [made("span", "eastflank-plain", one.name), made("span", "eastflank-note", text)] : [one.name]));
        this.sizes.delete(element);
      }
    }

    place() {
      if (!this.scene || this.waiting) return;
      const size = this.map.getSize();
      if (!size.x || !size.y) return;
      const { eastflankLegend: legend } = this.map;
      if (!this.measuredAt || !size.equals(this.measuredAt)) { // on a small map words are smaller, and the legend is folded
        this._forgetSizes();
        this._grow(this.key.growth);
        legend.unfold();
      }
      this.measuredAt = size;
      this._measure();
      this._hideTip();
      const located = this.locator.show(this.scene.scene);
      this._offerFrames();
      this.key.widen(false);
      this._showKey([], true);
      let placed = this._placed(legend.isOpen || located);
      this._showKey(placed.key, legend.isOpen || located || placed.column);
      if (legend.isOpen && !legend.asked && !this._isBrief() && this._overflows()) { // the key matters more
        legend.details.open = false;
        placed = this._placed(located);
        this._showKey(placed.key, located || placed.column);
      }
      this._shrinkKey();
      if (this._isBrief() && this._overflows()) { // a second column of the key takes room from the map
        this.key.widen(true);
        this._showKey([], true);
        placed = this._placed(true);
        this._showKey(placed.key, true);
        this._shrinkKey();
      }
      this._show(placed);
      const container = this.map.getContainer();
      container.dataset.scene = this.scene.scene.id;
      this.placements += 1;
      if (this.baseElements.size) window.eastflankReady = true;
    }

    /** From now on the map shows what the next scene opens with. */
    followAgain() {
      this.touched = false;
      this.askedFor = "";
    }

    /** The reader has moved a map with crowds, or one that was asked for closer: the server sends what is seen there.
     * It is told as of a click is, by a layer that nobody sees. */
    _askForCloser() {
      clearTimeout(this.asking);
      if (!this.scene || !this.scene.anchor) return;
      this.asking = setTimeout(() => {
        const { asks, anchor } = this.scene;
        if (!asks || !anchor._map) return;
        const bounds = this.map.getBounds();
        const sides = !this.touched ? "" : [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()].map((side) => side.toFixed(3)).join(",");
        if (sides === this.askedFor) return;
        this.askedFor = sides;
        anchor.feature = { type: "Feature", properties: { id: `frame:${sides}` }, geometry: null };
        anchor.fire("click", { latlng: this.map.getCenter() }, true);
      }, ASKED_AFTER);
    }

    /** Words, signs and the longest scale as large as the window asks for. */
    _grow(growth) {
      this.map.getContainer().style.setProperty("--grow", growth.toFixed(3));
      const { eastflankScale: scale } = this.map;
      const longest = Math.round(100 * growth);
      if (longest === scale.options.maxWidth) return;
      scale.options.maxWidth = longest;
      scale.remove().addTo(this.map);
    }

    // --- placing ----------------------------------------------------------------------------------

    /** Where everything stands. `open`: the column beside the map is there whether or not the key has rows.
     * What was placed before is not placed again: filters come and go. */
    _placed(open) {
      const frames = (open ? [true] : [false, true]).map((column) => this._frame(column));
      const seen = this._seen(frames);
      const { min } = this.map.getPixelBounds();
      const basemap = this.map.eastflankBasemap;
      const known = JSON.stringify([seen, min, Boolean(basemap && basemap._countries)]);
      if (this.arrangements.has(known)) return this.arrangements.get(known);
      if (this.arrangements.size === MOST_ARRANGEMENTS) this.arrangements.delete(this.arrangements.keys().next().value);
      const ground = basemap ? basemap.outlines() : { lands: [], forbidden: [] };
      const placed = globalThis.eastflankPlacement.placed({ ...seen, ...ground });
      this.arrangements.set(known, placed);
      return placed;
    }

    /** The part of the map where words may stand, with or without the column, and what is kept free in it. */
    _frame(column) {
      return { free: this.key.free(column), blocked: this._furniture(column) };
    }

    /** What is to be placed, and how large it is: see placement.js. */
    _seen(frames) {
      const { scene } = this.scene;
      const point = (at) => {
        const { x, y } = this.map.latLngToContainerPoint(at);
        return [x, y];
      };
      const marks = this.scene.marks.map((mark) => {
        const [x, y] = point(mark.at);
        return {
          id: this._keyOf(mark), anchor: mark.anchor, heading: mark.heading, x, y, hosts: mark.hosts, ...this._symbol(mark),
          labels: this.sizes.get(mark.element).labels, group: mark.group, selected: mark.selected, gone: isGone(mark), crowd: Boolean(mark.crowd),
          ties: mark.ties.map(point),
        };
      });
      const arcs = this.scene.arcs.map((arc) => ({
        id: `${arc.lead} ${arc.deployment}`, lead: arc.lead, mark: arc.deployment, path: arc.line.getLatLngs().map(point), ...this._size(arc.element),
      }));
      const hosts = scene.areas.map(({ iso3 }) => iso3);
      const { countries, statistics } = scene;
      const { size } = L.eastflank.look;
      return { frames, brief: this._isBrief(), zoom: this.map.getZoom(), marks, arcs, names: this._names(point, statistics), capital: size.capital + 2 * size.capital_apart, hosts, countries };
    }

    /** A ghost may have the id of what is there now. */
    _keyOf(mark) {
      return isGone(mark) ? `gone ${mark.id}` : mark.id;
    }

    /** How large a mark's symbol is, in pixels, and how large as a dot. */
    _symbol(mark) {
      const read = (svg, by) => {
        const [, width, height] = /** @type {string[]} */ (/width="([\d.]+)" height="([\d.]+)"/.exec(svg));
        return { w: Number(width) * by, h: Number(height) * by };
      };
      if (!mark.svg || !mark.dot) return { symbol: { w: 8, h: 8 }, dot: { w: 8, h: 8 } };
      return { symbol: read(mark.svg, this.key.scale * (this._isBrief() ? 1.1 : 1)), dot: read(mark.dot, 1) };
    }

    /** The base map's own names. */
    _names(point, statistics) {
      const noted = new Set(statistics.map(({ iso3 }) => iso3));
      return Object.entries(ROLES).flatMap(([kind, role]) => this.base[kind].map((one) => {
        const id = `${role} ${one.name}`;
        const { w, h, note } = this.sizes.get(/** @type {HTMLElement} */ (this.baseElements.get(id)));
        return {
          id, role, name: one.name, iso3: one.iso3 || null, rank: one.rank, w, h,
          points: (one.points || [[one.lat, one.lon]]).map(point), note: (role === "country" && noted.has(one.iso3) && note) || null,
        };
      }));
    }

    // --- showing ----------------------------------------------------------------------------------

    /** The key's rows, and the column beside the map where it has rows or `column` asks for it. */
    _showKey(rows, column) {
      const marks = new Map(this.scene.marks.map((mark) => [this._keyOf(mark), mark]));
      const notes = new Map(this.scene.scene.statistics.map((note) => [note.iso3, note]));
      const codes = new Map(this.base.countries.map(({ name, iso3 }) => [`country ${name}`, iso3]));
      this.key.fill(rows.map(({ id, group, number }) =>
        marks.has(id) ? { number, group, mark: marks.get(id) } : { group, text: notes.get(codes.get(id)).row }), this.scene.scene.groups);
      const open = rows.length > 0 || column;
      this.key.open(open);
      this.map.eastflankLegend.stand(open ? this.key.column : null);
    }

    /** A briefing has no scrolling: the column's words become smaller until all are seen. */
    _shrinkKey() {
      const { style } = this.key.column;
      style.removeProperty("--key-scale");
      if (!this._isBrief()) return;
      for (let scale = 0.95; scale > 0.6 && this._overflows(); scale -= 0.05) style.setProperty("--key-scale", scale.toFixed(2));
    }

    _overflows() {
      const { column } = this.key;
      return column.scrollHeight > column.clientHeight + 1;
    }

    _show(placed) {
      const marked = [];
      for (const mark of this.scene.marks) {
        const at = placed.marks[this._keyOf(mark)];
        this._putMark(mark, at || null, placed.dots);
        if (at) marked.push({ mark, at });
        this._tie(mark, at ? at.ties : []);
      }
      for (const arc of this.scene.arcs) this._put(arc.element, placed.arcs[`${arc.lead} ${arc.deployment}`]);
      for (const [id, element] of this.baseElements) {
        const at = placed.names[id];
        this._put(element, at);
        element.classList.toggle("eastflank-mirrored", Boolean(at && at.level === "mirrored"));
        element.classList.toggle("eastflank-noted", Boolean(at && at.level === "note"));
      }
      this._drawLeaders(marked);
    }

    /** The ties of a set, where it has words on the map. */
    _tie(mark, ties) {
      (mark.tieLines || []).forEach(({ line, tie }, index) => {
        line.setLatLngs(index < ties.length ? [this.map.containerPointToLatLng(ties[index].slice(0, 2)), tie] : []);
      });
    }

    /** A mark's button stands at its symbol, or where its words are; its text beside it. */
    _putMark(mark, at, dots) {
      const { element } = mark;
      const home = at && (at.symbol || at.label);
      this._put(element, home);
      if (!home) return;
      element.style.width = `${home.w}px`;
      element.style.height = `${home.h}px`;
      element.classList.toggle("eastflank-dotted", dots);
      element.dataset.level = at.level;
      element.dataset.moved = at.moved;
      for (const number of element.querySelectorAll(".eastflank-number")) number.textContent = at.number || "";
      const symbol = element.querySelector(":scope > .eastflank-symbol:not(.eastflank-small) > svg");
      if (symbol) Object.assign(symbol.style, { width: `${home.w}px`, height: `${home.h}px` });
      if (!at.label) return;
      const text = element.querySelector(TEXTS[at.level]);
      text.style.transform = `translate(${Math.round(at.label.x - home.x)}px, ${Math.round(at.label.y - home.y)}px)`;
    }

    // --- pixels -------------------------------------------------------------------------------------

    _forgetSizes() {
      this.sizes = new WeakMap();
      this.sizesByLook = new Map();
      this.furniture = new Map();
    }

    _size(element) {
      const { w, h } = this.sizes.get(element);
      return { w, h };
    }

    /** Measure what has not been measured. All are shown first and read afterwards: to read one after
     * changing another would make the browser lay out the map again for each. And what looked the same
     * before is not read at all: reading makes the browser lay out the whole page around the map first. */
    _measure() {
      const { marks, arcs } = this.scene;
      const digits = marks.length > 9 ? "88" : "8";
      const elements = [...[...marks, ...arcs].map((one) => one.element), ...this.baseElements.values()];
      const looks = new Map(elements.filter((element) => !(this.sizes.get(element) || {}).w)
        .map((element) => [element, `${digits} ${element.className} ${element.dataset.look || element.textContent}`]));
      const fresh = [...looks.keys()].filter((element) => !this.sizesByLook.has(looks.get(element)));
      for (const element of fresh) {
        element.style.visibility = "hidden";
        element.style.display = "";
        element.classList.add("eastflank-measured");
        for (const number of element.querySelectorAll(".eastflank-number")) number.textContent = digits;
      }
      const box = (element) => {
        const { width, height } = element.getBoundingClientRect();
        return { w: Math.ceil(width), h: Math.ceil(height) };
      };
      for (const element of fresh) {
        const size = box(element);
        if (element.classList.contains("eastflank-mark")) {
          size.labels = Object.fromEntries(Object.entries(TEXTS).map(([level, text]) => [level, box(element.querySelector(text))]));
          size.w = size.labels.full.w;
        }
        const note = element.querySelector(".eastflank-note");
        if (note) {
          size.note = size.h ? { w: size.w, h: size.h } : null;
          Object.assign(size, box(element.querySelector(".eastflank-plain")));
        }
        // Without a width it is not shown at all, as in a hidden tab: measured again when it is.
        if (size.w) this.sizesByLook.set(looks.get(element), size);
        else this.sizes.set(element, size);
      }
      for (const element of fresh) element.classList.remove("eastflank-measured");
      for (const [element, look] of looks) {
        if (this.sizesByLook.has(look)) this.sizes.set(element, this.sizesByLook.get(look));
      }
    }

    /** Put an element at a box of the frame, or out of sight. */
    _put(element, at) {
      if (!at) {
        element.style.display = "none";
        return;
      }
      element.style.display = "";
      element.style.visibility = "";
      L.DomUtil.setPosition(element, this.map.containerPointToLayerPoint([at.x, at.y]).round());
    }

    /** The boxes of the scale, the credit, the buttons and the folded legend, with or without the column. Read once for each look of them. */
    _furniture(column) {
      const container = this.map.getContainer();
      this.key.open(column);
      this.map.eastflankLegend.stand(column ? this.key.column : null);
      const controls = [...container.querySelectorAll(".leaflet-control")].filter((control) => !control.closest(".eastflank-column"));
      const { x, y } = this.map.getSize();
      const look = `${x} ${y} ${column && this.key.space().take} ${controls.map((control) => control.outerHTML).join(" ")}`;
      if (!this.furniture.has(look)) {
        const frame = container.getBoundingClientRect();
        this.furniture.set(look, controls.map((control) => control.getBoundingClientRect())
          .filter((at) => at.width && at.height)
          .map((at) => ({ x: at.left - frame.left, y: at.top - frame.top, w: at.width, h: at.height })));
      }
      return this.furniture.get(look);
    }

    /** A dot at each place that its symbol had to leave, tied to it; and a thin line from a symbol to words that had to move away. */
    _drawLeaders(marked) {
      const pane = this.map.getPane("eastflank-leaders");
      const { x: width, y: height } = this.map.getSize();
      const svg = shape("svg", { width, height, "aria-hidden": "true" });
      svg.classList.toggle("eastflank-coming", this.cards.moving);
      for (const { mark, at } of marked) {
        const className = isGone(mark) ? "eastflank-leader eastflank-gone" : "eastflank-leader";
        for (const line of [at.leader, at.tie]) {
          if (line) svg.append(shape("line", { x1: line[0], y1: line[1], x2: line[2], y2: line[3], class: className }));
        }
        if (at.dot) {
          const { x, y } = this.map.latLngToContainerPoint(mark.at);
          svg.append(shape("circle", { cx: x, cy: y, r: L.eastflank.look.size.place, class: "eastflank-dot" }));
        }
      }
      L.DomUtil.setPosition(/** @type {any} */ (svg), this.map.containerPointToLayerPoint([0, 0]));
      pane.replaceChildren(svg);
    }

    _veil(on) {
      for (const name of ["eastflank-labels", "eastflank-leaders"]) {
        const pane = this.map.getPane(name);
        if (pane) pane.classList.toggle("eastflank-veiled", on);
      }
    }

    // --- the view -----------------------------------------------------------------------------------

    /** Until the reader moves the map, it shows the whole opening view, whatever the window's size.
     * A click on a mark moves nothing: only a move that follows the reader's hand is the reader's. */
    _keepFitting() {
      const { map } = this;
      const container = map.getContainer();
      for (const event of ["pointerdown", "wheel", "keydown"]) {
        container.addEventListener(event, () => { this.handled = true; }, { passive: true, capture: true });
      }
      const refit = () => {
        this.handled = false;
        map.invalidateSize({ animate: false });
        if (this._isBrief()) this._forgetSizes(); // a briefing's words grow with it
        if (!this.touched) this.fit();
        this.place();
      };
      new ResizeObserver(refit).observe(container);
      // For a page that is about to be printed, and cannot wait: on paper the map is as in a briefing.
      L.eastflank.onPaper = (paper) => {
        container.classList.toggle("eastflank-brief", paper || Boolean(this.scene && this.scene.brief));
        this.measuredAt = null;
        refit();
      };
    }

    /** Whether the map is part of a briefing: without controls, in larger type. */
    _isBrief() {
      return this.map.getContainer().classList.contains("eastflank-brief");
    }

    /** The opening view. */
    fit() {
      if (!this.scene) return;
      this._lookAt(this.scene.scene.opening);
      if (!this._isFitted()) this.wholeAt = this._where();
    }

    /** The opening view again: from now on the map follows what is shown. */
    fitAgain() {
      this.touched = false;
      this.fit();
      this.map.fire("eastflankfit");
    }

    /** The whole theatre: in a view that is fitted to less of it the reader's own choice, which filters keep. */
    showWhole() {
      if (!this._isFitted()) {
        this.fitAgain();
        return;
      }
      this.touched = true;
      this._lookAt(this.scene.scene.whole);
      this.wholeAt = this._where();
      this._offerFrames();
    }

    /** A part of the earth, clear of the column beside the map, whether or not it is there now. */
    _lookAt(box) {
      const { side, take } = this.key.space();
      /** @type {[number, number]} */ const paddingBottomRight = side === "right" ? [take, 0] : [0, take];
      this.handled = false;
      this._allowWhole(box, L.point(paddingBottomRight));
      this.map.fitBounds(box, { animate: false, reset: true, paddingBottomRight });
    }

    /** Let the map go as far out as a box needs: two theatres that lie far apart, on a telephone. */
    _allowWhole(box, padding) {
      const { map } = this;
      map.options.minZoom = 0; // or it would be told that the box fits
      map.options.minZoom = Math.min(this.leastZoom, map.getBoundsZoom(box, false, padding));
    }

    /** Whether the view opens with a part of the theatre. */
    _isFitted() {
      const { opening, whole } = this.scene.scene;
      return JSON.stringify(opening) !== JSON.stringify(whole);
    }

    _where() {
      const { lat, lng } = this.map.getCenter();
      return [lat, lng, this.map.getZoom()].map((value) => value.toFixed(3)).join(",");
    }

    _offerFrames() {
      const fitted = this._isFitted();
      const whole = fitted ? this._where() !== this.wholeAt : this.touched;
      this.frames.able({ fitted, fit: this.touched, whole });
    }

    _bringIntoView(mark) {
      const at = this.map.latLngToContainerPoint(mark.anchorLayer.getLatLng());
      const { w, h } = this.key.free(!this.key.column.hidden);
      const comfortable = at.x > 40 && at.y > 40 && at.x < w - 40 && at.y < h - 40;
      if (comfortable) return;
      this.handled = false;
      this.map.panTo(mark.anchorLayer.getLatLng());
    }

    // --- hover --------------------------------------------------------------------------------------

    /** An element has become another, or is new: it is measured again, and says what it shows now. */
    _changed(element) {
      this.sizes.delete(element);
      if (element.onfocus || !element.dataset.id) return;
      element.onmouseenter = element.onfocus = () => this._tell(element);
      element.onmouseleave = element.onblur = () => this._hideTip();
    }

    _tell(element) {
      const frame = this.map.getContainer().getBoundingClientRect();
      const at = element.getBoundingClientRect();
      const { details } = Cards.shownBy(element);
      this._showTip(details, L.point(at.left - frame.left, at.bottom - frame.top + 4), at.height + 8);
    }

    _showTip(details, point, above = 0) {
      this._hideTip();
      const tip = made("div", "eastflank-tip", ...details.map((line, index) => made(index ? "span" : "b", "", line)));
      tip.setAttribute("role", "tooltip");
      this.map.getContainer().append(tip);
      const { x: width, y: height } = this.map.getSize();
      const left = Math.max(4, Math.min(point.x, width - tip.offsetWidth - 4));
      const below = point.y + tip.offsetHeight + 4 <= height;
      tip.style.left = `${left}px`;
      tip.style.top = `${below ? point.y : Math.max(4, point.y - above - tip.offsetHeight)}px`;
      this.tip = tip;
    }

    _hideTip() {
      if (this.tip) this.tip.remove();
      this.tip = null;
    }
  }

  /** The map's one stage, made when first asked for. */
  L.eastflank.stage = (map) => {
    if (!map.eastflankStage) map.eastflankStage = new Stage(map);
    return map.eastflankStage;
  };
})();
