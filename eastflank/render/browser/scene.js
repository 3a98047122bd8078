"use strict";
/* The filtered part of the map: one layer for everything that a filter changes.
 * It receives plain values (see eastflank/scene/composition.py), never HTML. Each mark and arc is a Leaflet layer
 * with a feature that carries its deployment's id, so that a click on it comes back to Python as
 * `last_active_drawing`. The visible part of a mark is the card that the stage keeps for it. */
(() => {
  L.eastflank = L.eastflank || {};

  /** @type {(id: string) => any} */ // not strictly GeoJSON: only the id goes back to Python
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

  /** The panes of arcs, of lines from words to their places, and of marks and names: hidden until the stage has
   * placed their contents. */
  L.eastflank.panes = (map) => {
    for (const [name, zIndex] of [["eastflank-arcs", 410], ["eastflank-leaders", 605], ["eastflank-labels", 610]]) {
      if (!map.getPane(name)) Object.assign(map.createPane(name).style, { zIndex, visibility: "hidden" });
    }
  };

  L.eastflank.Scene = L.FeatureGroup.extend({
    initialize(scene, { brief = false } = {}) {
      L.FeatureGroup.prototype.initialize.call(this, []);
      this.brief = brief;
      this._fill(scene);
    },

    /** Replace this scene with another one; clicks on it are handled like clicks on this one. */
    become(scene) {
      this.clearLayers();
      this._fill(scene);
      L.eastflank.stage(this._map).show(this);
    },

    _fill(scene) {
      this.scene = scene;
      this.marks = scene.marks.map((mark) => this._mark(mark));
      this.arcs = scene.arcs.map((arc) => this._arc(arc));
      for (const mark of this.marks) mark.tieLines = mark.ties.map((tie) => this._tie(mark, tie));
      this.lines = [...this.arcs, ...this.marks.flatMap((mark) => mark.tieLines)];
      this.asks = Boolean(scene.asks);
      if (this.asks) { // through it the map requests the contents of a crowded scene after a move
        this.anchor = L.marker([0, 0], { icon: L.divIcon({ className: "eastflank-anchor", iconSize: [0, 0] }), interactive: false, keyboard: false });
        this.addLayer(this.anchor);
      }
    },

    onAdd(map) {
      this._forgetEarlier();
      this._panes(map);
      L.FeatureGroup.prototype.onAdd.call(this, map);
      const stage = L.eastflank.stage(map);
      stage.show(this);
    },

    /** streamlit-folium keeps every layer that it ever received. */
    _forgetEarlier() {
      if (window.feature_group) window.feature_group.length = 0;
    },

    _panes(map) {
      L.eastflank.panes(map);
      // Arcs change with filters; with their own renderer the base map's paths are not touched.
      map.eastflankRenderer = map.eastflankRenderer || L.svg({ pane: "eastflank-arcs", padding: 0.5 });
      this.eachLayer((layer) => { if (layer.setStyle) layer.options.renderer = map.eastflankRenderer; });
    },

    /** The renderer of lines; it is not known before the layer is on a map, so `_panes` sets it later. */
    _drawing() {
      return this._map ? { renderer: this._map.eastflankRenderer } : {};
    },

    /** An anchor without size: its visible part is the card that the stage places. */
    _mark(mark) {
      const anchor = L.marker(latLng(mark.at), {
        icon: L.divIcon({ className: "eastflank-anchor", iconSize: [0, 0] }),
        interactive: false,
        keyboard: false,
      });
      anchor.feature = feature(mark.id);
      if (mark.crowd) anchor.on("click", () => L.eastflank.stage(this._map).closer.followAgain()); // it is opened in the browser
      this.addLayer(anchor);
      return { ...mark, anchorLayer: anchor, look: JSON.stringify({ ...mark, at: null, ties: null }) };
    },

    _arc(arc) {
      const line = L.polyline(arc.path.map(latLng), {
        pane: "eastflank-arcs", ...this._drawing(), color: arc.colour, weight: L.eastflank.look.line.arc.width, dashArray: arc.dash || null,
        lineCap: arc.standing === "considered" ? "round" : "butt", className: `eastflank-arc eastflank-${arc.standing}`,
        bubblingMouseEvents: false, smoothFactor: 0.5,
      });
      line.feature = feature(arc.deployment);
      this.addLayer(line);
      return { ...arc, line, look: `${arc.colour} ${arc.name}` };
    },

    _tie(mark, tie) {
      const path = [mark.at, tie];
      const line = L.polyline(path.map(latLng), {
        pane: "eastflank-arcs", ...this._drawing(), weight: L.eastflank.look.line.tie.width, className: "eastflank-tie", interactive: false,
      });
      this.addLayer(line);
      return { path, line, tie: latLng(tie) };
    },
  });

  L.eastflank.scene = (scene, look) => new L.eastflank.Scene(scene, look);

  /** Draw a scene that the page passes directly, until the server sends the next. */
  L.eastflank.pass = (map, scene) => L.eastflank.stage(map).scene.become(scene);

  /** The scene on the map, as `pass` takes it. */
  L.eastflank.drawn = (map) => L.eastflank.stage(map).scene.scene;
})();
