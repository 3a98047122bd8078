"use strict";
/* The names of the base map, and the statistics of its countries. */
(() => {
  const ROLES = { countries: "country", seas: "sea", capitals: "capital", parts: "region" };

  const { element: made } = L.eastflank;

  class BaseNames {
    /** `sizes`: how large everything is; see sizes.js. */
    constructor(map, sizes) {
      this.map = map;
      this.sizes = sizes;
      /** @type {Record<"countries" | "seas" | "capitals" | "parts", any[]>} */
      this.base = { countries: [], seas: [], capitals: [], parts: [] };
      /** @type {Map<string, HTMLElement>} */ this.elements = new Map(); // by role and name
    }

    /** The names are set once, after their file has been read. */
    set(base) {
      this.base = base;
      const pane = this.map.getPane("eastflank-labels");
      for (const [kind, role] of Object.entries(ROLES)) for (const { name } of base[kind]) {
        const element = made("span", `eastflank-name eastflank-${role}-name`, name);
        element.setAttribute("aria-hidden", "true");
        this.elements.set(`${role} ${name}`, element);
        if (pane) pane.prepend(element);
      }
    }

    /** A country's statistic is shown at its name. */
    note(statistics) {
      const notes = new Map(statistics.map((note) => [note.iso3, note.text]));
      for (const one of this.base.countries) {
        const element = /** @type {HTMLElement} */ (this.elements.get(`country ${one.name}`));
        const text = notes.get(one.iso3) || "";
        if (text === (element.dataset.note || "")) continue;
        element.dataset.note = text;
        element.replaceChildren(...(text ? [made("span", "eastflank-plain", one.name), made("span", "eastflank-note", text)] : [one.name]));
        this.sizes.forget(element);
      }
    }

    /** All names as input for the placement; `point` gives the pixels of a place. */
    seen(point, statistics) {
      const noted = new Set(statistics.map(({ iso3 }) => iso3));
      return Object.entries(ROLES).flatMap(([kind, role]) => this.base[kind].map((one) => {
        const id = `${role} ${one.name}`;
        const { w, h, note } = this.sizes.of(this.elements.get(id));
        return {
          id, role, name: one.name, iso3: one.iso3 || null, rank: one.rank, w, h,
          points: (one.points || [[one.lat, one.lon]]).map(point), note: (role === "country" && noted.has(one.iso3) && note) || null,
        };
      }));
    }

    /** The text of a country's row in the key, by the id of its name. */
    rows(statistics) {
      const told = new Map(statistics.map(({ iso3, row }) => [iso3, row]));
      return new Map(this.base.countries.map(({ name, iso3 }) => [`country ${name}`, told.get(iso3)]));
    }
  }

  L.eastflank.BaseNames = BaseNames;
})();
