"use strict";
/* The base map: land, borders, lakes, hatched areas, and the countries that host something.
 *
 * Its files are fetched once by the browser and never travel with the map's script. Everything is SVG,
 * because hatches are SVG patterns, in a pane below all others that ignores the pointer. Colours are
 * the custom properties of the map's container (--land, --member, --border, --sea, --present, --planned,
 * --secondary), so that changing the theme only changes these properties and needs no redrawing.
 */
(() => {
  L.eastflank = L.eastflank || {};

  const { shape } = L.eastflank;
  const files = new Map();

  /** A file's content, fetched once for all maps of the page; a failed fetch may be tried again. */
  function content(url) {
    if (!files.has(url)) {
      const fetched = fetch(url).then((answer) => {
        if (!answer.ok) throw new Error(`The base map's file ${url} could not be read: ${answer.status}.`);
        return answer.json();
      });
      fetched.catch(() => files.delete(url));
      files.set(url, fetched);
    }
    return files.get(url);
  }

  /** A pattern of square tiles, rotated by 45° so that it crosses most borders. */
  const pattern = (id, { tile, turn }, ...children) =>
    shape("pattern", { id: `eastflank-${id}`, width: tile, height: tile, patternUnits: "userSpaceOnUse",
      patternTransform: `rotate(${turn})` }, ...children);
  const ground = ({ tile }, fill) => shape("rect", { width: tile, height: tile, fill });
  const stripe = ({ tile, mark }, stroke, opacity) =>
    shape("line", { x1: tile / 2, y1: 0, x2: tile / 2, y2: tile, stroke, "stroke-width": mark, "stroke-opacity": opacity });

  /** Hatched in one direction for planned, in the other and in grey for disputed areas: legible in black and white. */
  function patterns({ ground: { hatch_planned: planned, hatch_considered: considered, hatch_disputed: disputed }, disputed: opacity }) {
    const middle = considered.tile / 2;
    return shape("svg", { width: 0, height: 0, "aria-hidden": "true", style: "position: absolute" }, shape("defs", {},
      pattern("planned", planned, ground(planned, "var(--planned)"), stripe(planned, "var(--present)", 1)),
      pattern("considered", considered, ground(considered, "var(--member)"),
        shape("circle", { cx: middle, cy: middle, r: considered.mark, fill: "var(--present)" })),
      pattern("disputed", disputed, stripe(disputed, "var(--secondary)", opacity)),
    ));
  }

  /** The styles of the parts of the base map; hosts by standing. */
  function styles({ ground: { land, lake, disputed, considered } }) {
    const pen = ({ width, dash }) => ({ fillOpacity: 1, weight: width, ...(dash.length ? { dashArray: dash.join(" ") } : {}) });
    const plain = { ...pen(land), color: "var(--border)", lineJoin: "round" };
    const host = { ...plain, className: "eastflank-host" };
    return {
      land: plain,
      lake: { ...pen(lake), fillColor: "var(--sea)", color: "var(--border)" },
      disputed: { ...pen(disputed), fillColor: "url(#eastflank-disputed)", color: "var(--secondary)", opacity: 0.55 },
      present: { ...host, fillColor: "var(--present)" },
      planned: { ...host, fillColor: "url(#eastflank-planned)" },
      considered: { ...host, ...pen(considered), fillColor: "url(#eastflank-considered)", color: "var(--secondary)", lineCap: "round" },
    };
  }
  const STRENGTH = ["considered", "planned", "present"];

  const Basemap = L.Layer.extend({
    initialize({ dataUrl }) {
      this._dataUrl = dataUrl;
      this._members = new Set();
      this._areas = new Map();
    },

    onAdd(map) {
      const pane = map.getPane("basemap") || map.createPane("basemap");
      pane.style.zIndex = 150;
      pane.style.pointerEvents = "none";
      this._patterns = patterns(L.eastflank.look);
      this._styles = styles(L.eastflank.look);
      pane.append(this._patterns);
      this._renderer = L.svg({ pane: "basemap", padding: 0.5 });
      const drawn = (features, style) => L.geoJSON(features, /** @type {L.GeoJSONOptions & L.PathOptions} */ ({
        pane: "basemap", renderer: this._renderer, interactive: false, style,
      }));
      const read = Promise.all(["countries", "disputed", "lakes"].map((name) => this._file(name)));
      read.then(([countries, disputed, lakes]) => {
        if (this._map !== map) return; // removed while its files were loading
        this._files = { countries, disputed };
        this._land = drawn(countries, (country) => this._landStyle(country));
        this._host = (country, standing) => drawn(country, () => this._styles[standing]);
        this._hosts = L.layerGroup();
        this._drawn = new Map();
        this._over = [drawn(disputed, () => this._styles.disputed), drawn(lakes, () => this._styles.lake)];
        this._countries = new Map(countries.features.map((country) => [country.properties.iso3, country]));
        this._parts = L.layerGroup([this._land, this._hosts, ...this._over]).addTo(map);
        this._drawHosts();
        window.eastflankBasemapReady = true;
        this.fire("ready");
      });
    },

    onRemove() {
      if (this._parts) this._parts.remove();
      this._renderer.remove();
      this._patterns.remove();
      this._countries = null;
    },

    /** The members of the alliance at the date shown, as ISO 3166-1 alpha-3 codes: a lighter background. */
    setMembers(codes) {
      const same = codes.length === this._members.size && codes.every((code) => this._members.has(code));
      this._members = new Set(codes);
      if (this._countries && !same) this._land.setStyle((country) => this._landStyle(country));
      return this;
    },

    /** The countries that host something: `{iso3, standing}`; of several standings the most certain is drawn. */
    setAreas(areas) {
      this._areas = new Map();
      for (const { iso3, standing } of areas) {
        const before = this._areas.get(iso3);
        if (STRENGTH.indexOf(standing) > STRENGTH.indexOf(before)) this._areas.set(iso3, standing);
      }
      if (this._countries) this._drawHosts();
      return this;
    },

    /** Names and their possible positions: see data/basemap/README.md. A promise. */
    labels() {
      return this._file("labels");
    },

    /** Outlines near the map as rings of pixels of its container: `{ lands, forbidden }` for the placement. */
    outlines() {
      const map = this._map;
      if (!this._countries) return { lands: [], forbidden: [] };
      const zoom = map.getZoom();
      if (!this._flat || this._flat.zoom !== zoom) {
        const flat = ({ features }) => features.map(({ properties, geometry }) => ({ id: properties.iso3, parts: this._rings(geometry, zoom) }));
        this._flat = { zoom, lands: flat(this._files.countries), forbidden: flat(this._files.disputed) };
      }
      const { min } = map.getPixelBounds();
      const { x: width, y: height } = map.getSize();
      const near = ({ bounds: [left, top, right, bottom] }) => right > min.x && left < min.x + width && bottom > min.y && top < min.y + height;
      const shown = (all) => all.map(({ id, parts }) => ({
        id, rings: parts.filter(near).map(({ points }) => points.map(([x, y]) => [x - min.x, y - min.y])),
      })).filter(({ rings }) => rings.length);
      return {
        lands: shown(this._flat.lands).map((land) => ({ ...land, host: this._areas.has(land.id) })),
        forbidden: shown(this._flat.forbidden),
      };
    },

    /** The rings of a geometry in pixels of a zoom, no finer than a pixel, each with its bounds. */
    _rings(geometry, zoom) {
      const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
      return polygons.flat().map((ring) => {
        const points = [];
        const bounds = [Infinity, Infinity, -Infinity, -Infinity];
        for (const [lon, lat] of ring) {
          const { x, y } = this._map.project([lat, lon], zoom);
          const last = points[points.length - 1];
          if (last && Math.abs(x - last[0]) + Math.abs(y - last[1]) < 1) continue;
          points.push([x, y]);
          bounds[0] = Math.min(bounds[0], x);
          bounds[1] = Math.min(bounds[1], y);
          bounds[2] = Math.max(bounds[2], x);
          bounds[3] = Math.max(bounds[3], y);
        }
        return { points, bounds };
      }).filter(({ points }) => points.length > 2);
    },

    /** A page that must not fetch anything contains the files. */
    _file(name) {
      const held = L.eastflank.outlines;
      return held ? Promise.resolve(held[name]) : content(`${this._dataUrl}/${name}.json`);
    },

    _landStyle(country) {
      const member = this._members.has(country.properties.iso3);
      return { ...this._styles.land, fillColor: member ? "var(--member)" : "var(--land)" };
    },

    /** A host is drawn once and then only restyled or hidden: projecting an outline's thousands of points is slow. */
    _drawHosts() {
      for (const [iso3, host] of this._drawn) host.getElement().classList.toggle("eastflank-away", !this._areas.has(iso3));
      let fresh = false;
      for (const [iso3, standing] of this._areas) {
        if (!this._countries.has(iso3)) continue;
        const host = this._drawn.get(iso3);
        if (host) {
          host.setStyle(this._styles[standing]);
        } else {
          const [outline] = this._host(this._countries.get(iso3), standing).getLayers();
          this._drawn.set(iso3, outline);
          this._hosts.addLayer(outline);
          fresh = true;
        }
      }
      // Hatches and lakes stay on top of what hosts.
      if (fresh) for (const layer of this._over) layer.bringToFront();
    },
  });

  L.eastflank.basemap = (options) => new (/** @type {any} */ (Basemap))(options);
})();
