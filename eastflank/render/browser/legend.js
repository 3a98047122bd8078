"use strict";
/* The legend: what is drawn, and only that. */
(() => {
  const NS = "http://www.w3.org/2000/svg";
  const SMALL = { width: 640, height: 440 }; // pixels of a map up to which it has no room for a legend

  function shape(name, attributes) {
    const element = document.createElementNS(NS, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  }

  /** A swatch and a stroke in the form of a standing: filled, hatched or dotted. */
  function sample(entry) {
    const svg = shape("svg", { width: 52, height: 13, viewBox: "0 0 52 13", "aria-hidden": "true" });
    svg.append(shape("rect", { x: 1, y: 1, width: 18, height: 11, class: `eastflank-swatch eastflank-${entry.swatch}` }));
    if (entry.line) {
      svg.append(shape("line", { x1: 25, y1: 6.5, x2: 51, y2: 6.5, class: "eastflank-stroke", "stroke-dasharray": entry.dash || "none",
        "stroke-linecap": entry.swatch === "considered" ? "round" : "butt" }));
    }
    return svg;
  }

  /** The sign of a change, in the column of the swatches. */
  function signed(entry) {
    const cell = document.createElement("span");
    cell.className = "eastflank-sign-cell";
    cell.append(L.eastflank.sign(entry));
    return cell;
  }

  /** What stands behind a figure, as on a card. */
  function example(entry) {
    const cell = document.createElement("span");
    cell.className = "eastflank-example";
    cell.textContent = entry.example;
    return cell;
  }

  function row(visual, words) {
    const element = document.createElement("div");
    element.className = "eastflank-row";
    const label = document.createElement("span");
    label.textContent = words;
    element.append(visual, label);
    return element;
  }

  const Legend = L.Control.extend({
    options: { position: "bottomleft" },
    onAdd(map) {
      const details = document.createElement("details");
      details.className = "eastflank-legend leaflet-control";
      L.DomEvent.disableClickPropagation(details);
      details.addEventListener("toggle", () => L.eastflank.stage(map).place());
      details.addEventListener("click", (event) => { if (event.target.closest("summary")) this.asked = true; });
      this.details = details;
      this.unfold(map);
      this.heights = new Map(); // by row, as written in `fill`
      return details;
    },
    /** Open, but on a small map, which matters more: until the reader asks otherwise. A briefing has no clicks. */
    unfold(map) {
      const { x, y } = map.getSize();
      const brief = map.getContainer().classList.contains("eastflank-brief");
      if (brief || !this.asked) this.details.open = brief || (x > SMALL.width && y > SMALL.height);
    },
    /** Width and height. Known rows are added up: to read the page would make the browser lay it out first. */
    size() {
      const { details, rows, heights } = this;
      if (!details.open || !this.around || rows.some(([key]) => !heights.has(key))) {
        const { width: w, height: h } = details.getBoundingClientRect();
        if (!details.open || !h) return { w, h };
        for (const [key, element] of rows) heights.set(key, element.getBoundingClientRect().height);
        this.around = { w, h: h - this._rowsHeight() };
      }
      return { w: this.around.w, h: this.around.h + this._rowsHeight() };
    },
    /** Nothing that was read holds any more. */
    forget() {
      this.around = null;
      this.heights.clear();
    },
    _rowsHeight() {
      return this.rows.reduce((sum, [key]) => sum + this.heights.get(key), 0);
    },
    fill(legend) {
      const content = JSON.stringify(legend);
      if (content === this.content) return;
      this.content = content;
      const summary = document.createElement("summary");
      summary.textContent = legend.heading;
      this.details.hidden = !legend.heading; // of a map that shows no view
      const symbol = (svg) => {
        const visual = document.createElement("span");
        visual.className = "eastflank-symbol";
        visual.append(L.eastflank.picture(svg));
        return visual;
      };
      this.rows = [
        ...legend.standings.map((entry) => [entry, sample({ swatch: entry.standing, line: true, dash: entry.dash })]),
        ...legend.symbols.map((entry) => [entry, symbol(entry.svg)]),
        ...legend.changes.map((entry) => [entry, signed(entry)]),
        ...legend.figures.map((entry) => [entry, example(entry)]),
        ...legend.notes.map((entry) => [entry, sample({ swatch: entry.swatch })]),
      ].map(([entry, visual]) => [JSON.stringify(entry), row(visual, entry.words)]);
      this.details.replaceChildren(summary, ...this.rows.map(([, element]) => element));
    },
  });

  /** Says that the map has no room for some of its cards: none may be missing without a word. */
  const Crowded = L.Control.extend({
    options: { position: "topleft" },
    onAdd() {
      this.note = document.createElement("div");
      this.note.className = "eastflank-crowded leaflet-control";
      this.note.setAttribute("role", "status");
      this.note.hidden = true;
      return this.note;
    },
    say(cards) {
      this.note.hidden = !cards;
      this.note.textContent = cards ? `No room for ${cards} ${cards === 1 ? "card" : "cards"}: zoom in, or see the table` : "";
    },
  });

  L.eastflank.legend = (map, scene) => {
    if (!map.eastflankLegend) {
      map.eastflankCrowded = new Crowded().addTo(map);
      map.zoomControl && map.zoomControl.setPosition("topright");
      map.eastflankScale = L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
      map.eastflankLegend = new Legend().addTo(map);
    }
    map.eastflankLegend.fill(scene.legend);
    if (map.attributionControl && map.eastflankCredit !== scene.credit) {
      const safe = document.createElement("span");
      safe.textContent = scene.credit;
      map.attributionControl.setPrefix(false);
      map.attributionControl.removeAttribution(map.eastflankCreditHtml || "");
      map.eastflankCreditHtml = safe.innerHTML;
      map.attributionControl.addAttribution(safe.innerHTML);
      map.eastflankCredit = scene.credit;
    }
  };
})();
