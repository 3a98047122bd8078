"use strict";
/* The locator: a small map of the whole theatre with a rectangle for the map's extent. It is in the key's column, so
 * that it covers no part of the map, and is shown while the map is fitted to a part of the theatre. */
(() => {
  L.eastflank = L.eastflank || {};

  const { shape } = L.eastflank;
  const FINEST = 0.7; // in these units: points that are nearer to each other are left out

  /** A place on the whole earth, in the map's own projection. */
  const flat = (lat, lon) => L.CRS.EPSG3857.latLngToPoint(L.latLng(lat, lon), 0);

  class Locator {
    constructor(map, key) {
      this.width = L.eastflank.look.size.locator; // of the drawing, in its own units
      this.map = map;
      this.key = key;
      this.extent = "";
      this.height = 0; // of the drawing, in its own units, once it is drawn
      /** @type {(lat: number, lon: number) => [number, number]} */ this.at = () => [0, 0]; // a place in it, likewise
      this.countries = new Map(); // the drawn outlines by iso3
      this.view = shape("rect", { class: "eastflank-locator-view" });
      this.element = shape("svg", { class: "eastflank-locator", role: "img", "aria-label": L.eastflank.words.locator });
      this.element.style.display = "none";
      key.column.prepend(this.element);
    }

    /** Show the map's extent, if the map is fitted to less than the theatre. Returns whether it is shown. */
    show(scene) {
      const { opening, whole } = scene;
      const fitted = JSON.stringify(opening) !== JSON.stringify(whole);
      const shown = fitted && this.map.getZoom() >= this.map.getBoundsZoom(whole, false, this._padding()) + L.eastflank.look.closer;
      this.element.style.display = shown ? "" : "none";
      if (!shown) return false;
      this._draw(whole);
      const hosts = new Set(scene.areas.map(({ iso3 }) => iso3));
      for (const [iso3, outline] of this.countries) outline.classList.toggle("eastflank-locator-host", hosts.has(iso3));
      this._look();
      return true;
    }

    /** The width of the column, beside which the theatre must be visible. */
    _padding() {
      const { side, take } = this.key.space();
      return L.point(side === "right" ? [take, 0] : [0, take]);
    }

    /** The outlines, once for each theatre and base map. */
    _draw(whole) {
      const { eastflankBasemap: basemap } = this.map;
      const files = basemap && basemap._files;
      const extent = JSON.stringify([whole, Boolean(files)]);
      if (extent === this.extent) return;
      this.extent = extent;
      const [[south, west], [north, east]] = whole;
      const corner = flat(north, west);
      const scale = this.width / (flat(south, east).x - corner.x);
      this.at = (lat, lon) => {
        const { x, y } = flat(lat, lon);
        return [(x - corner.x) * scale, (y - corner.y) * scale];
      };
      this.height = this.at(south, west)[1];
      this.element.setAttribute("viewBox", `0 0 ${this.width} ${this.height.toFixed(2)}`);
      this.countries = new Map(files ? files.countries.features.map((country) => [country.properties.iso3, this._outline(country.geometry)]).filter(([, outline]) => outline) : []);
      this.element.replaceChildren(...this.countries.values(), this.view);
    }

    /** A country as a path; null if it lies outside. */
    _outline({ type, coordinates }) {
      const rings = (type === "Polygon" ? [coordinates] : coordinates).map(([shell]) => this._ring(shell)).filter(Boolean);
      return rings.length ? shape("path", { d: rings.join(""), class: "eastflank-locator-land" }) : null;
    }

    _ring(shell) {
      const points = [];
      let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
      for (const [lon, lat] of shell) {
        const [x, y] = this.at(lat, lon);
        const last = points[points.length - 1];
        if (last && Math.abs(x - last[0]) + Math.abs(y - last[1]) < FINEST) continue;
        points.push([x, y]);
        [left, top, right, bottom] = [Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y)];
      }
      const inside = right > 0 && left < this.width && bottom > 0 && top < this.height;
      return inside && points.length > 2 ? `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}Z` : "";
    }

    /** The rectangle: the part of the map that the column leaves free. */
    _look() {
      const { w, h } = this.key.free(true);
      const [from, to] = [[0, 0], [w, h]].map((corner) => this.map.containerPointToLatLng(corner));
      const clamp = ([x, y]) => [Math.max(0, Math.min(this.width, x)), Math.max(0, Math.min(this.height, y))];
      const [[left, top], [right, bottom]] = [from, to].map(({ lat, lng }) => clamp(this.at(lat, lng)));
      for (const [name, value] of Object.entries({ x: left, y: top, width: right - left, height: bottom - top })) this.view.setAttribute(name, value.toFixed(2));
    }
  }

  L.eastflank.Locator = Locator;
})();
