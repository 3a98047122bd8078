"use strict";
/* The legend: only what is drawn. */
(() => {
  const { element, shape } = L.eastflank;
  const SMALL = 500; // pixels: a map up to this height has no room for an open legend

  /** A swatch and a stroke in the style of a standing: filled, hatched or dotted. */
  function sample(entry) {
    const { sample: wide, swatch: [width, height] } = L.eastflank.look.size;
    const high = height + 2;
    const svg = shape("svg", { width: wide, height: high, viewBox: `0 0 ${wide} ${high}`, "aria-hidden": "true" });
    svg.append(shape("rect", { x: 1, y: 1, width, height, class: `eastflank-swatch eastflank-${entry.swatch}` }));
    if (entry.line) {
      svg.append(shape("line", { x1: 25, y1: high / 2, x2: wide - 1, y2: high / 2, class: "eastflank-stroke", "stroke-dasharray": entry.dash || "none",
        "stroke-linecap": entry.swatch === "considered" ? "round" : "butt" }));
    }
    return svg;
  }

  /** The sign of a change, in the column of the swatches. */
  const signed = (entry) => element("span", "eastflank-sign-cell", L.eastflank.sign(entry));

  /** The note after a figure, as on a card. */
  const example = (entry) => element("span", "eastflank-example", entry.example);

  const row = (visual, words) => element("div", "eastflank-row", visual, element("span", "", words));

  /** The legend of what is drawn: it is in the column beside the map, or collapsed in the map's corner. */
  class Legend {
    constructor(map) {
      this.map = map;
      this.asked = false; // whether the reader has opened or closed it
      this.details = element("details", "eastflank-legend leaflet-control");
      L.DomEvent.disableClickPropagation(this.details);
      this.details.addEventListener("click", (event) => {
        if (!/** @type {Element} */ (event.target).closest("summary")) return;
        this.asked = true;
        setTimeout(() => L.eastflank.stage(map).place());
      });
      const Corner = L.Control.extend({ options: { position: "bottomleft" }, onAdd: () => document.createElement("div") });
      this.corner = /** @type {HTMLElement} */ (new Corner().addTo(map).getContainer());
      this.corner.className = "eastflank-corner leaflet-control";
      this.corner.append(this.details);
    }

    /** Open by default if the map is large, or in a briefing, where nothing can be clicked. */
    unfold() {
      const { y } = this.map.getSize();
      const brief = this.map.getContainer().classList.contains("eastflank-brief");
      if (brief || !this.asked) this.details.open = brief || y > SMALL;
    }

    /** Whether its rows are shown, and need the column. */
    get isOpen() {
      return this.details.open && !this.details.hidden;
    }

    /** In the column beside the map, or in the corner. */
    stand(column) {
      const parent = column || this.corner;
      if (this.details.parentNode !== parent) parent.append(this.details);
      this.corner.hidden = Boolean(column);
    }

    fill(legend) {
      const content = JSON.stringify(legend);
      if (content === this.content) return;
      this.content = content;
      const summary = element("summary", "", legend.heading);
      this.details.hidden = !legend.heading; // if the map shows no view
      const symbol = (svg) => element("span", "eastflank-symbol", L.eastflank.picture(svg));
      const rows = [
        ...legend.standings.map((entry) => row(sample({ swatch: entry.standing, line: true, dash: entry.dash }), entry.words)),
        ...legend.symbols.map((entry) => row(symbol(entry.svg), entry.words)),
        ...legend.changes.map((entry) => row(signed(entry), entry.words)),
        ...legend.figures.map((entry) => row(example(entry), entry.words)),
        ...legend.notes.map((entry) => row(sample({ swatch: entry.swatch }), entry.words)),
      ];
      this.details.replaceChildren(summary, ...rows);
    }
  }

  L.eastflank.legend = (map, scene) => {
    if (!map.eastflankLegend) {
      if (map.zoomControl) {
        const { zoomIn: zoomInTitle, zoomOut: zoomOutTitle } = L.eastflank.words;
        map.zoomControl.remove();
        map.zoomControl = L.control.zoom({ position: "topright", zoomInTitle, zoomOutTitle }).addTo(map);
      }
      map.eastflankScale = L.control.scale({ imperial: false, position: "bottomright" }).addTo(map);
      map.eastflankLegend = new Legend(map);
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
