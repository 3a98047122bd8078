"use strict";
/* The stage: everything on the map that has words. It lives as long as the map, while scenes come and go, and after
 * each move, zoom or change everything is placed again. The placement decides the positions; the stage gives it the
 * sizes, and moves everything there. */
(() => {
  const MOST_ARRANGEMENTS = 60; // cached for when the same cards are shown again

  const { isGone, Cards } = L.eastflank;

  class Stage {
    constructor(map) {
      this.map = map;
      this.scene = null;
      this.lines = []; // the arcs and ties shown
      this.chosen = undefined; // the id of the selected deployment
      this.waiting = true; // the base map is loaded: place everything again at once
      this.sizes = new L.eastflank.Sizes();
      this.names = new L.eastflank.BaseNames(map, this.sizes);
      this.furniture = new Map();
      this.arrangements = new Map();
      this.measuredAt = null; // the map's size at the last placing
      this.placements = 0;
      this.key = new L.eastflank.Key(map, (mark) => mark.anchorLayer.fire("click", { latlng: mark.anchorLayer.getLatLng() }, true));
      this.locator = new L.eastflank.Locator(map, this.key);
      this.view = new L.eastflank.View(map, this.key);
      this.tip = new L.eastflank.Tip(map);
      this.put = new L.eastflank.Put(map);
      this.closer = new L.eastflank.Closer(map, this.view, () => this.scene);
      this.cards = new Cards(map.getPane("eastflank-labels"), (element) => { // it is new, or has changed
        this.sizes.forget(element);
        this.tip.listen(element);
      });
      map.on("movestart zoomstart resize", () => this.cards.rest());
      map.on("moveend zoomend resize", () => this.place());
      map.on("moveend", () => this.closer.ask());
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
      const { id, row } = (document.hasFocus() && /** @type {HTMLElement | null} */ (document.activeElement)?.dataset) || {}; // otherwise the focus would be lost
      this.cards.show(layer.marks, layer.arcs);
      if (this.lines !== layer.lines) {
        this.put.lines(layer, this.lines, this.tip);
        this.lines = layer.lines;
      }
      L.eastflank.legend(this.map, scene);
      if (this.map.eastflankBasemap) {
        this.map.eastflankBasemap.setMembers(scene.members);
        this.map.eastflankBasemap.setAreas(scene.areas);
      }
      this.names.note(scene.statistics);
      const chosen = layer.marks.find((mark) => mark.selected);
      this.view.show(scene);
      this.place();
      const again = layer.marks.find((mark) => mark.id === (id || row));
      const rowAgain = row && this.key.buttons.get(row);
      if (again && document.activeElement === again.element) this.tip.tell(again.element);
      else if (rowAgain) rowAgain.focus({ preventScroll: true });
      else if (again) again.element.focus({ preventScroll: true }); // a row is removed once its words are on the map
      if (chosen && chosen.id !== this.chosen) this.view.bringIntoView(chosen);
      this.chosen = chosen && chosen.id;
    }

    /** The base map's names are set once, after their file has been read. */
    setBase(base) {
      this._forgetSizes(); // measurements from before the styles were loaded are invalid
      this.names.set(base);
      this.waiting = false;
      if (this.scene) this.show(this.scene);
    }

    /** Marks without land are better than none. */
    waitNoLonger() {
      this.waiting = false;
      this.place();
    }

    place() {
      if (!this.scene || this.waiting) return;
      const size = this.map.getSize();
      if (!size.x || !size.y) return;
      const { eastflankLegend: legend } = this.map;
      if (!this.measuredAt || !size.equals(this.measuredAt)) { // on a small map words are smaller, and the legend is collapsed
        this._forgetSizes();
        this._grow(this.key.growth);
        legend.unfold();
      }
      this.measuredAt = size;
      this._measure();
      this.tip.hide();
      const located = this.locator.show(this.scene.scene);
      this.view.offerFrames();
      this.key.widen(false);
      this._showKey([], true);
      let placed = this._placed(legend.isOpen || located);
      this._showKey(placed.key, legend.isOpen || located || placed.column);
      if (legend.isOpen && !legend.asked && !this._isBrief() && this._overflows()) { // the key is more important
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
      for (const name of ["arcs", "leaders", "labels"]) this.map.getPane(`eastflank-${name}`).style.visibility = "";
      const container = this.map.getContainer();
      container.dataset.scene = this.scene.scene.id;
      this.placements += 1;
      if (this.names.elements.size) window.eastflankReady = true;
    }

    /** Scale words, signs and the longest scale bar to the window. */
    _grow(growth) {
      this.map.getContainer().style.setProperty("--grow", growth.toFixed(3));
      const { eastflankScale: scale } = this.map;
      const longest = Math.round(100 * growth);
      if (longest === scale.options.maxWidth) return;
      scale.options.maxWidth = longest;
      scale.remove().addTo(this.map);
    }

    // --- placing ----------------------------------------------------------------------------------

    /** The positions of everything. `open`: the column beside the map is shown even if the key has no rows. Earlier
     * results are cached: filters come and go. */
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

    /** The part of the map for words, with or without the column, and the areas kept free in it. */
    _frame(column) {
      return { free: this.key.free(column), blocked: this._furniture(column) };
    }

    /** The input of the placement, with sizes: see placement.js. */
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
          labels: this.sizes.of(mark.element).labels, group: mark.group, selected: mark.selected, gone: isGone(mark), crowd: Boolean(mark.crowd),
          ties: mark.ties.map(point),
        };
      });
      const arcs = this.scene.arcs.map((arc) => ({
        id: `${arc.lead} ${arc.deployment}`, lead: arc.lead, mark: arc.deployment, path: arc.line.getLatLngs().map(point), ...this._size(arc.element),
      }));
      const hosts = scene.areas.map(({ iso3 }) => iso3);
      const { countries, statistics } = scene;
      const { size } = L.eastflank.look;
      return { frames, brief: this._isBrief(), zoom: this.map.getZoom(), marks, arcs, names: this.names.seen(point, statistics), capital: size.capital + 2 * size.capital_apart, hosts, countries };
    }

    /** A ghost may have the same id as a current mark. */
    _keyOf(mark) {
      return isGone(mark) ? `gone ${mark.id}` : mark.id;
    }

    /** The size of a mark's symbol in pixels, and its size as a dot. */
    _symbol(mark) {
      const read = (svg, by) => {
        const [, width, height] = /** @type {string[]} */ (/width="([\d.]+)" height="([\d.]+)"/.exec(svg));
        return { w: Number(width) * by, h: Number(height) * by };
      };
      if (!mark.svg || !mark.dot) return { symbol: { w: 8, h: 8 }, dot: { w: 8, h: 8 } };
      return { symbol: read(mark.svg, this.key.scale * (this._isBrief() ? 1.1 : 1)), dot: read(mark.dot, 1) };
    }

    // --- showing ----------------------------------------------------------------------------------

    /** Show the key's rows, and the column beside the map if there are rows or `column` is true. */
    _showKey(rows, column) {
      const marks = new Map(this.scene.marks.map((mark) => [this._keyOf(mark), mark]));
      const told = this.names.rows(this.scene.scene.statistics);
      this.key.fill(rows.map(({ id, group, number }) =>
        marks.has(id) ? { number, group, mark: marks.get(id) } : { group, text: told.get(id) }), this.scene.scene.groups);
      const open = rows.length > 0 || column;
      this.key.open(open);
      this.map.eastflankLegend.stand(open ? this.key.column : null);
    }

    /** A briefing does not scroll: the column's words become smaller until all are visible. */
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
        this.put.mark(mark, at || null, placed.dots);
        if (at) marked.push({ mark, at });
        this.put.ties(mark, at ? at.ties : []);
      }
      for (const arc of this.scene.arcs) this.put.at(arc.element, placed.arcs[`${arc.lead} ${arc.deployment}`]);
      for (const [id, element] of this.names.elements) {
        const at = placed.names[id];
        this.put.at(element, at);
        element.classList.toggle("eastflank-mirrored", Boolean(at && at.level === "mirrored"));
        element.classList.toggle("eastflank-noted", Boolean(at && at.level === "note"));
      }
      this.put.leaders(marked, this.cards.moving);
    }

    // --- pixels -------------------------------------------------------------------------------------

    _forgetSizes() {
      this.sizes.forgetAll();
      this.furniture = new Map();
    }

    _size(element) {
      const { w, h } = this.sizes.of(element);
      return { w, h };
    }

    _measure() {
      const { marks, arcs } = this.scene;
      const elements = [...[...marks, ...arcs].map((one) => one.element), ...this.names.elements.values()];
      this.sizes.measure(elements, marks.length > 9 ? "88" : "8");
    }

    /** The boxes of the scale, credit, buttons and collapsed legend, with or without the column. Measured once for
     * each state. */
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

    _veil(on) {
      for (const name of ["eastflank-labels", "eastflank-leaders"]) {
        const pane = this.map.getPane(name);
        if (pane) pane.classList.toggle("eastflank-veiled", on);
      }
    }

    // --- the view -----------------------------------------------------------------------------------

    /** Until the reader moves the map, it shows the whole opening view, whatever the window's size. */
    _keepFitting() {
      const { map } = this;
      const container = map.getContainer();
      const refit = () => {
        this.view.handled = false;
        map.invalidateSize({ animate: false });
        if (this._isBrief()) this._forgetSizes(); // a briefing's words grow with it
        this.view.refit();
        this.place();
      };
      new ResizeObserver(refit).observe(container);
      // For a page that is about to print and cannot wait: on paper the map is as in a briefing.
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
  }

  /** The map's only stage, made at first use. */
  L.eastflank.stage = (map) => {
    if (!map.eastflankStage) map.eastflankStage = new Stage(map);
    return map.eastflankStage;
  };
})();
