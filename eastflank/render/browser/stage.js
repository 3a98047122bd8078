"use strict";
/* The stage: everything on the map that has words. It lives as long as the map, while scenes come
 * and go, and after each move, zoom or change it places cards, lead names and the basemap's labels so
 * that none overlaps another, none is cut off, and the legend and scale stay free.
 */
(() => {
  const { Placer, arrange, around, box } = L.eastflank.placement;
  const MARGIN = 6; // pixels between a label and the edge of the map
  const MOST_ARRANGEMENTS = 60; // kept for when the same cards are shown again
  const STILL_THERE = [0, 6, -6, 12, -12]; // how far a symbol may be moved up or down and still covers its place
  const FROM_ZOOM = { 1: 0, 2: 4.5, 3: 5.25, 4: 6 }; // by rank: smaller places appear later

  const { isGone, letGo, Cards } = L.eastflank;

  class Stage {
    constructor(map) {
      this.map = map;
      this.scene = null;
      this.lines = []; // the arcs and ties shown
      this.chosen = undefined; // the id of the selected deployment
      this.base = { countries: [], seas: [], capitals: [], parts: [] };
      this.baseElements = new Map();
      this._forgetSizes();
      this.arrangements = new Map();
      this.touched = false;
      this.measuredAt = null; // the map's size at the last placing
      this.placements = 0;
      this.tip = null;
      this.cards = new Cards(map.getPane("eastflank-labels"), (element) => this._changed(element));
      map.on("movestart zoomstart resize", () => this.cards.rest());
      map.on("moveend zoomend resize", () => this.place());
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
      const focused = document.hasFocus() && document.activeElement.dataset.id; // or the keyboard would lose its place
      this.cards.show(layer.marks, layer.arcs);
      if (this.lines !== layer.lines) this._showLines(layer);
      L.eastflank.legend(this.map, scene);
      if (this.map.eastflankBasemap) {
        this.map.eastflankBasemap.setMembers(scene.members);
        this.map.eastflankBasemap.setAreas(scene.areas);
      }
      const chosen = layer.marks.find((mark) => mark.selected);
      this.place();
      const again = focused && layer.marks.find((mark) => mark.id === focused);
      if (again && document.activeElement === again.element) this._tell(again.element);
      else if (again) again.element.focus({ preventScroll: true });
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
      const make = (kind, name) => {
        const element = document.createElement("span");
        element.className = `eastflank-name eastflank-${kind}`;
        element.textContent = name;
        element.setAttribute("aria-hidden", "true");
        this.baseElements.set(`${kind} ${name}`, element);
        const pane = this.map.getPane("eastflank-labels");
        if (pane) pane.prepend(element);
      };
      for (const one of base.countries) make("country-name", one.name);
      for (const one of base.seas) make("sea-name", one.name);
      for (const one of base.capitals) make("capital-name", one.name);
      for (const one of base.parts) make("region-name", one.name);
      if (this.scene) this.show(this.scene);
    }

    place() {
      if (!this.scene) return;
      const size = this.map.getSize();
      if (!size.x || !size.y) return;
      if (!this.measuredAt || !size.equals(this.measuredAt)) { // on a small map cards are smaller, and the legend is folded
        this._forgetSizes();
        this.map.eastflankLegend.unfold(this.map);
      }
      this.measuredAt = size;
      this._measure();
      this._hideTip();
      this.map.eastflankCrowded.say(0);
      let { placer, leaders, hidden } = this._withMarks(size);
      if (hidden) { // what says so takes some room itself
        this.map.eastflankCrowded.say(hidden);
        ({ placer, leaders, hidden } = this._withMarks(size));
        this.map.eastflankCrowded.say(hidden);
      }
      this._placeLeads(placer);
      this._placeBase(placer);
      this._drawLeaders(leaders);
      this.map.getContainer().dataset.hiddenMarks = String(hidden);
      this.map.getContainer().dataset.scene = this.scene.scene.id;
      this.placements += 1;
      if (this.baseElements.size) window.eastflankReady = true;
    }

    // --- marks ------------------------------------------------------------------------------------

    /** The marks placed on a map that holds nothing but its furniture; how many of them found no room. */
    _withMarks(size) {
      const placer = new Placer(box(MARGIN, MARGIN, size.x - 2 * MARGIN, size.y - 2 * MARGIN));
      this._furniture().forEach((taken) => placer.block(taken));
      const leaders = [];
      return { placer, leaders, hidden: this._placeMarks(placer, leaders) };
    }

    _placeMarks(placer, leaders) {
      const order = { place: 0, set: 1, country: 2, beside: 3, sea: 4 };
      const marks = [...this.scene.marks].sort(
        (a, b) => Number(b.selected) - Number(a.selected) || order[a.anchor] - order[b.anchor] || b.at[0] - a.at[0],
      );
      const { x: width, y: height } = this.map.getSize();
      const items = marks
        .map((mark) => ({ mark, point: this.map.latLngToContainerPoint(mark.anchorLayer.getLatLng()) }))
        .filter(({ point }) => point.x > 0 && point.y > 0 && point.x < width && point.y < height)
        .map(({ mark, point }) => ({ mark, point, weight: this._weight(mark) }));
      const found = new Map(this._arranged(placer, items).map((at, index) => [items[index].mark, { at, point: items[index].point }]));
      for (const mark of marks) {
        const { at, point } = found.get(mark) || {};
        this._put(mark.element, at);
        mark.element.classList.toggle("eastflank-mirrored", Boolean(at && at.mirrored));
        if (at && (!at.home || mark.anchor === "place")) leaders.push({ from: point, to: at.home ? null : at, mark });
      }
      return [...found.values()].filter(({ at }) => !at).length;
    }

    /** How much it matters that a card stands where it belongs: a symbol away from its place misleads most. */
    _weight(mark) {
      if (mark.selected) return 5;
      if (isGone(mark)) return 0.5;
      return mark.anchor === "place" ? 3 : 1;
    }

    /** Boxes for the items. What was arranged before is not arranged again: filters come and go. */
    _arranged(placer, items) {
      const task = JSON.stringify([placer.frame, placer.taken, items.map(({ mark, point, weight }) => [mark.anchor, point, weight, this.sizes.get(mark.element)])]);
      const known = this.arrangements.get(task);
      if (known) {
        for (const at of known) if (at) placer.block(at);
        return known;
      }
      if (this.arrangements.size === MOST_ARRANGEMENTS) this.arrangements.delete(this.arrangements.keys().next().value);
      const found = arrange(placer, items.map((item) => ({ ...item, boxes: this._markBoxes(item.mark, item.point) })));
      this.arrangements.set(task, found);
      return found;
    }

    *_markBoxes(mark, point) {
      const { w, h, symbol } = this.sizes.get(mark.element);
      if (mark.anchor === "place") {
        const half = symbol / 2;
        for (const dy of STILL_THERE) {
          yield { ...box(point.x - half, point.y - h / 2 + dy, w, h), home: true };
          yield { ...box(point.x - w + half, point.y - h / 2 + dy, w, h), home: true, mirrored: true };
        }
      } else {
        yield { ...box(point.x - w / 2, point.y - h / 2, w, h), home: true };
        for (const dy of [-0.6, 0.6, -1.1, 1.1]) yield { ...box(point.x - w / 2, point.y - h / 2 + dy * h, w, h), home: mark.anchor !== "set" };
      }
      // Away from its place, a symbol stands at the end that is nearer to it.
      for (const at of around(point, w, h, { near: 16 })) yield { ...at, mirrored: mark.anchor === "place" && at.x + w / 2 < point.x };
    }

    // --- lead names ---------------------------------------------------------------------------------

    _placeLeads(placer) {
      const named = [];
      for (const arc of this.scene.arcs) {
        const path = arc.line.getLatLngs().map((at) => this.map.latLngToContainerPoint(at));
        const { w, h } = this.sizes.get(arc.element);
        const visible = this._visible(path);
        const start = visible[0];
        const again = start && named.some((one) => one.lead === arc.lead && start.distanceTo(one.at) < 220);
        const at = start && !again ? placer.place(this._leadBoxes(visible, w, h)) : null;
        if (at) named.push({ lead: arc.lead, at: start });
        this._put(arc.element, at);
      }
    }

    /** The points of a path inside the frame, from where it enters it, about every twelve pixels. */
    _visible(path) {
      const { x: width, y: height } = this.map.getSize();
      const points = [];
      for (let i = 1; i < path.length; i += 1) {
        const steps = Math.max(1, Math.ceil(path[i - 1].distanceTo(path[i]) / 12));
        for (let k = 0; k < steps; k += 1) {
          const at = path[i - 1].add(path[i].subtract(path[i - 1]).multiplyBy(k / steps));
          if (at.x >= 0 && at.y >= 0 && at.x <= width && at.y <= height) points.push(at);
        }
      }
      return points;
    }

    *_leadBoxes(points, w, h) {
      // Along the line from where it enters: a little above it, then a little below it.
      for (const point of points.slice(0, Math.max(6, Math.floor(points.length * 0.6)))) {
        const x = Math.max(point.x - 4, MARGIN);
        yield box(x, point.y - h - 5, w, h);
        yield box(x, point.y + 5, w, h);
        yield box(point.x + 8, point.y - h / 2, w, h);
      }
    }

    // --- the basemap's own labels ---------------------------------------------------------------------

    _placeBase(placer) {
      const zoom = this.map.getZoom();
      const headed = new Set(this.scene.scene.marks.filter((mark) => mark.anchor === "country").map((mark) => mark.heading));
      const hosts = new Set(this.scene.scene.areas.map((area) => area.iso3));
      const point = ([lat, lon]) => this.map.latLngToContainerPoint([lat, lon]);
      const centred = (element, anchors) => {
        const { w, h } = this.sizes.get(element);
        return anchors.map(point).map((at) => box(at.x - w / 2, at.y - h / 2, w, h));
      };
      const put = (kind, one, boxes) => {
        const element = this.baseElements.get(`${kind} ${one.name}`);
        this._put(element, boxes ? placer.place(boxes(element)) : null);
      };
      const countries = [...this.base.countries].sort(
        (a, b) => Number(hosts.has(b.iso3)) - Number(hosts.has(a.iso3)) || a.rank - b.rank,
      );
      const [first, rest] = [countries.filter((one) => hosts.has(one.iso3)), countries.filter((one) => !hosts.has(one.iso3))];
      const country = (one) => put("country-name", one,
        !headed.has(one.name) && zoom >= FROM_ZOOM[one.rank] && ((element) => centred(element, one.points)));
      const sea = (one) => put("sea-name", one, zoom >= FROM_ZOOM[one.rank] && ((element) => centred(element, one.points)));
      first.forEach(country);
      this.base.seas.filter((one) => one.rank <= 1).forEach(sea);
      rest.forEach(country);
      this._placeCapitals(placer, zoom);
      this.base.seas.filter((one) => one.rank > 1).forEach(sea);
      for (const one of this.base.parts) {
        put("region-name", one, zoom >= FROM_ZOOM[one.rank] && ((element) => centred(element, one.points)));
      }
    }

    _placeCapitals(placer, zoom) {
      for (const one of this.base.capitals) {
        const element = this.baseElements.get(`capital-name ${one.name}`);
        const at = this.map.latLngToContainerPoint([one.lat, one.lon]);
        const { w, h } = this.sizes.get(element);
        const dot = 7; // the dot is part of the label, at its near end
        const right = box(at.x - dot / 2, at.y - h / 2, w, h);
        const left = { ...box(at.x + dot / 2 - w, at.y - h / 2, w, h), mirrored: true };
        const found = zoom >= FROM_ZOOM[one.rank] ? placer.place([right, left]) : null;
        this._put(element, found);
        element.classList.toggle("eastflank-mirrored", Boolean(found && found.mirrored));
      }
    }

    // --- pixels -------------------------------------------------------------------------------------

    _forgetSizes() {
      this.sizes = new WeakMap(); // by element
      this.sizesByLook = new Map(); // by what an element looks like: the same card comes and goes with filters
      this.furniture = new Map();
      if (this.map.eastflankLegend) this.map.eastflankLegend.forget();
    }

    /** Measure what has not been measured. All are shown first and read afterwards: to read one after
     * changing another would make the browser lay out the map again for each. And what looked the same
     * before is not read at all: reading makes the browser lay out the whole page around the map first. */
    _measure() {
      const { marks, arcs } = this.scene;
      const elements = [...[...marks, ...arcs].map((one) => one.element), ...this.baseElements.values()];
      const looks = new Map(elements.filter((element) => !(this.sizes.get(element) || {}).w)
        .map((element) => [element, `${element.className} ${element.innerHTML}`]));
      const fresh = [...looks.keys()].filter((element) => !this.sizesByLook.has(looks.get(element)));
      for (const { style } of fresh) {
        style.visibility = "hidden";
        style.display = "";
      }
      for (const element of fresh) {
        const { width, height } = element.getBoundingClientRect();
        const symbol = element.querySelector(".eastflank-symbol");
        const size = { w: Math.ceil(width), h: Math.ceil(height), symbol: symbol ? symbol.offsetWidth : 0 };
        // Without a width it is not shown at all, as in a hidden tab: measured again when it is.
        if (size.w) this.sizesByLook.set(looks.get(element), size);
        else this.sizes.set(element, size);
      }
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

    /** The boxes of the legend, the scale, the credit and the buttons. */
    _furniture() {
      const { x, y } = this.map.getSize();
      const { w, h } = this.map.eastflankLegend.size();
      const { left, bottom, others } = this._fixedFurniture();
      return [box(left, y - bottom - h, w, h), ...others].filter((taken) => taken.w && taken.h);
    }

    /** What no scene changes: the legend's corner, and the boxes of the others. Read once for each look of them. */
    _fixedFurniture() {
      const container = this.map.getContainer();
      const { details: legend } = this.map.eastflankLegend;
      const controls = [...container.querySelectorAll(".leaflet-control")].filter((control) => control !== legend);
      const { x, y } = this.map.getSize();
      const look = `${x} ${y} ${controls.map((control) => control.outerHTML).join(" ")}`;
      if (!this.furniture.has(look)) {
        const frame = container.getBoundingClientRect();
        const corner = legend.getBoundingClientRect();
        this.furniture.set(look, {
          left: corner.left - frame.left,
          bottom: frame.bottom - corner.bottom,
          others: controls.map((control) => control.getBoundingClientRect())
            .map((at) => box(at.left - frame.left, at.top - frame.top, at.width, at.height)),
        });
      }
      return this.furniture.get(look);
    }

    /** A dot at each place, and a thin line from it to a card that had to move away. */
    _drawLeaders(leaders) {
      const pane = this.map.getPane("eastflank-leaders");
      const NS = "http://www.w3.org/2000/svg";
      const svg = document.createElementNS(NS, "svg");
      const { x: width, y: height } = this.map.getSize();
      svg.setAttribute("width", width);
      svg.setAttribute("height", height);
      svg.setAttribute("aria-hidden", "true");
      svg.classList.toggle("eastflank-coming", this.cards.moving);
      for (const { from, to, mark } of leaders) {
        if (to) {
          const line = document.createElementNS(NS, "line");
          const x = Math.min(Math.max(from.x, to.x), to.x + to.w);
          const y = Math.min(Math.max(from.y, to.y), to.y + to.h);
          for (const [name, value] of [["x1", from.x], ["y1", from.y], ["x2", x], ["y2", y]]) line.setAttribute(name, value);
          line.setAttribute("class", isGone(mark) ? "eastflank-leader eastflank-gone" : "eastflank-leader");
          svg.append(line);
        }
        if (mark.anchor === "place") {
          const dot = document.createElementNS(NS, "circle");
          for (const [name, value] of [["cx", from.x], ["cy", from.y], ["r", 3]]) dot.setAttribute(name, value);
          dot.setAttribute("class", "eastflank-dot");
          svg.append(dot);
        }
      }
      L.DomUtil.setPosition(svg, this.map.containerPointToLayerPoint([0, 0]));
      pane.replaceChildren(svg);
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
      for (const event of ["pointerdown", "wheel", "keydown"]) {
        container.addEventListener(event, () => { this.touched = true; }, { passive: true, capture: true });
      }
      new ResizeObserver(() => {
        map.invalidateSize({ animate: false });
        if (this._isBrief()) this._forgetSizes(); // a briefing's words grow with it
        if (!this.touched) this.fit();
        this.place();
      }).observe(container);
    }

    /** Whether the map is part of a briefing: without controls, in larger type. */
    _isBrief() {
      return this.map.getContainer().classList.contains("eastflank-brief");
    }

    fit() {
      if (this.scene) this.map.fitBounds(this.scene.scene.opening, { animate: false, reset: true });
    }

    _bringIntoView(mark) {
      const at = this.map.latLngToContainerPoint(mark.anchorLayer.getLatLng());
      const { x, y } = this.map.getSize();
      const comfortable = at.x > 40 && at.y > 40 && at.x < x - 40 && at.y < y - 40;
      if (!comfortable) this.map.panTo(mark.anchorLayer.getLatLng());
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
      const tip = document.createElement("div");
      tip.className = "eastflank-tip";
      tip.setAttribute("role", "tooltip");
      details.forEach((line, index) => {
        const row = document.createElement(index ? "span" : "b");
        row.textContent = line;
        tip.append(row);
      });
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
