"use strict";
/* The filtered part of the map: one layer for everything that a filter changes.
 *
 * It is handed plain values (see eastflank/scene.py) and never HTML: text goes in as text. Each mark
 * and arc is a Leaflet layer with a feature that carries its deployment's id, so that a click on it
 * comes back to Python as `last_active_drawing`.
 */
(() => {
  L.eastflank = L.eastflank || {};

  const feature = (id) => ({ type: "Feature", properties: { id }, geometry: null });
  const latLng = ([lat, lon]) => L.latLng(lat, lon);

  const pictures = new Map();

  /** An SVG drawn by Python from a fixed list of symbols, as an element; parsed once. */
  L.eastflank.picture = (svg) => {
    if (!pictures.has(svg)) {
      pictures.set(svg, document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true));
    }
    return pictures.get(svg).cloneNode(true);
  };

  /** The sign of a change, in a box. */
  L.eastflank.sign = ({ form, sign }) => {
    const box = document.createElement("span");
    box.className = `eastflank-sign eastflank-sign-${form}`;
    box.setAttribute("aria-hidden", "true");
    box.textContent = sign;
    return box;
  };

  /** What a card says of a change: its sign and words. */
  const changeLine = (change) => {
    const line = document.createElement("span");
    line.className = "eastflank-change";
    line.append(L.eastflank.sign(change), change.words);
    return line;
  };

  L.eastflank.Scene = L.FeatureGroup.extend({
    initialize(scene) {
      L.FeatureGroup.prototype.initialize.call(this, []);
      this.scene = scene;
      this.marks = scene.marks.map((mark) => this._mark(mark));
      this.arcs = scene.arcs.map((arc) => this._arc(arc));
      this.ties = scene.marks.flatMap((mark) => mark.ties.map((tie) => this._tie(mark, tie)));
    },

    onAdd(map) {
      this._panes(map);
      L.FeatureGroup.prototype.onAdd.call(this, map);
      const stage = L.eastflank.stage(map);
      stage.show(this);
    },

    onRemove(map) {
      L.FeatureGroup.prototype.onRemove.call(this, map);
    },

    _panes(map) {
      for (const [name, zIndex] of [["eastflank-arcs", 410], ["eastflank-leaders", 605], ["eastflank-labels", 610]]) {
        if (!map.getPane(name)) map.createPane(name).style.zIndex = zIndex;
      }
      // Arcs come and go with filters; a renderer of their own keeps the basemap's paths untouched.
      map.eastflankRenderer = map.eastflankRenderer || L.svg({ pane: "eastflank-arcs", padding: 0.5 });
      this.eachLayer((layer) => { if (layer.setStyle) layer.options.renderer = map.eastflankRenderer; });
    },

    /** An anchor without size: what is seen of it is the card that the stage places. */
    _mark(mark) {
      const anchor = L.marker(latLng(mark.at), {
        icon: L.divIcon({ className: "eastflank-anchor", iconSize: [0, 0] }),
        interactive: false,
        keyboard: false,
      });
      anchor.feature = feature(mark.id);
      this.addLayer(anchor);

      const element = document.createElement("button");
      element.type = "button";
      element.className = `eastflank-mark eastflank-${mark.anchor} eastflank-${mark.standing}`;
      element.classList.toggle("eastflank-selected", mark.selected);
      element.classList.toggle("eastflank-gone", Boolean(mark.change && mark.change.form === "gone"));
      element.style.setProperty("--lead", mark.colour);
      element.dataset.id = mark.id;
      element.setAttribute("aria-pressed", String(mark.selected));
      // What is read aloud begins with what is seen, so that it can also be called by voice.
      element.setAttribute("aria-label", [mark.heading, ...mark.lines, ...(mark.change ? [mark.change.words] : []), ...mark.details].join(". "));
      if (mark.svg) {
        const symbol = document.createElement("span");
        symbol.className = "eastflank-symbol";
        symbol.setAttribute("aria-hidden", "true");
        symbol.append(L.eastflank.picture(mark.svg));
        element.append(symbol);
      }
      const card = document.createElement("span");
      card.className = "eastflank-card";
      const heading = document.createElement("b");
      heading.textContent = mark.heading;
      card.append(heading);
      for (const line of mark.lines) {
        const text = document.createElement("span");
        text.textContent = line;
        card.append(" ", text);
      }
      if (mark.change) card.append(" ", changeLine(mark.change));
      element.append(card);
      const click = (event) => {
        L.DomEvent.stop(event);
        anchor.fire("click", { latlng: anchor.getLatLng() }, true);
      };
      L.DomEvent.on(element, "click", click);
      L.DomEvent.disableClickPropagation(element);
      return { ...mark, anchorLayer: anchor, element };
    },

    _arc(arc) {
      const line = L.polyline(arc.path.map(latLng), {
        pane: "eastflank-arcs", color: arc.colour, weight: 2, opacity: 0.95, dashArray: arc.dash || null,
        lineCap: arc.standing === "considered" ? "round" : "butt", className: `eastflank-arc eastflank-${arc.standing}`,
        bubblingMouseEvents: false, smoothFactor: 0.5,
      });
      line.feature = feature(arc.deployment);
      this.addLayer(line);
      const label = document.createElement("span");
      label.className = "eastflank-lead";
      label.style.color = arc.colour;
      label.textContent = arc.name;
      return { ...arc, line, element: label };
    },

    _tie(mark, tie) {
      const line = L.polyline([latLng(mark.at), latLng(tie)], {
        pane: "eastflank-arcs", weight: 1.2, className: "eastflank-tie", interactive: false,
      });
      this.addLayer(line);
      return line;
    },
  });

  L.eastflank.scene = (scene) => new L.eastflank.Scene(scene);
})();
