"use strict";
/* The column beside the map, or below it: the key, with a row for each deployment whose words do not fit on the map,
 * and the legend. A row is a button that selects its deployment; its symbol is highlighted. */
(() => {
  L.eastflank = L.eastflank || {};

  const WIDE = 480; // pixels: the key is below a map up to this width
  const SHARE = 0.27; // share of the width
  const WIDE_SHARE = 0.42; // share of the width, for a key in two columns
  const [NARROWEST, WIDEST] = [176, 264];
  const LARGE = 1920; // pixels: from this window width on words and signs grow with it, three quarters as fast
  const MOST = 1.8; // times their size

  const { element } = L.eastflank;

  class Key {
    /** `chosen` is called with the mark of a clicked row.
     * @param {L.Map} map @param {(mark: MarkOfKey) => void} chosen */
    constructor(map, chosen) {
      this.map = map;
      this.chosen = chosen;
      this.rows = element("div", "eastflank-key-rows");
      this.column = element("div", "eastflank-column leaflet-control", this.rows);
      this.column.setAttribute("role", "group");
      this.column.setAttribute("aria-label", L.eastflank.words.key);
      this.column.hidden = true;
      L.DomEvent.disableClickPropagation(this.column);
      L.DomEvent.disableScrollPropagation(this.column);
      map.getContainer().append(this.column);
      this.content = "";
      this.wide = false;
      /** @type {Map<string, HTMLButtonElement>} */ this.buttons = new Map(); // by the mark's id
    }

    /** The side of the column, `right` or `below`, and how many pixels it takes.
     * @returns {{ side: "right" | "below", take: number }} */
    space() {
      const { x, y } = this.map.getSize();
      const usual = Math.round(Math.min(WIDEST * this.scale, Math.max(NARROWEST, SHARE * x)));
      if (x >= WIDE && x > 0.9 * y) return { side: "right", take: this.wide ? Math.round(WIDE_SHARE * x) : usual };
      return { side: "below", take: Math.round(Math.max(0.3 * y, y - 1.08 * x)) };
    }

    get scale() {
      const { x } = this.map.getSize();
      return this.map.getContainer().classList.contains("eastflank-brief") ? Math.max(1, x / 860) : this.growth;
    }

    /** How many times larger words and signs are in a large window: as on the dashboard around the map (page.css).
     * A page of one file does not grow. */
    get growth() {
      const width = L.eastflank.widthAround ? L.eastflank.widthAround() : 0;
      return Math.min(MOST, Math.max(1, 1 + (0.75 * (width - LARGE)) / LARGE));
    }

    /** In two columns, or in one as usual.
     * @param {boolean} wide */
    widen(wide) {
      this.wide = wide;
      this.column.classList.toggle("eastflank-wide", wide);
    }

    /** The part of the map that the column leaves free: left, top, width, height.
     * @param {boolean} open */
    free(open) {
      const { x, y } = this.map.getSize();
      const { side, take } = this.space();
      if (!open) return { x: 0, y: 0, w: x, h: y };
      return side === "right" ? { x: 0, y: 0, w: x - take, h: y } : { x: 0, y: 0, w: x, h: y - take };
    }

    /** Show the column, or hide it; the map's buttons and credit stay beside it.
     * @param {boolean} open */
    open(open) {
      const { side, take } = this.space();
      const container = this.map.getContainer();
      this.column.hidden = !open;
      this.column.classList.toggle("eastflank-below", side === "below");
      container.style.setProperty("--key-right", open && side === "right" ? `${take}px` : "0px");
      container.style.setProperty("--key-bottom", open && side === "below" ? `${take}px` : "0px");
      container.dataset.key = open ? side : "";
    }

    /** The rows of a placed scene: `{ number, group, mark }`, or `{ group, text }` if it is not a deployment.
     * @param {RowOfKey[]} rows @param {string[]} groups */
    fill(rows, groups) {
      const content = JSON.stringify(rows.map(({ number, group, mark, text }) => [number, group, text, mark && mark.look]));
      this.buttons = content === this.content ? this.buttons : new Map();
      if (content !== this.content) this._write(rows, groups);
      this.content = content;
      for (const { mark } of rows) if (mark) this._light(this.buttons.get(mark.id), mark);
    }

    /** @param {RowOfKey[]} rows @param {string[]} groups */
    _write(rows, groups) {
      /** @type {HTMLElement[]} */
      const parts = [];
      let list = element("ul", ""); // the first row begins a new one
      let last = NaN;
      for (const { number, group, mark, text } of rows) {
        if (group !== last) {
          const heading = element("p", "eastflank-key-heading", groups[group]);
          list = element("ul", "eastflank-key-list");
          list.setAttribute("aria-label", groups[group]);
          parts.push(heading, list);
          last = group;
        }
        const item = document.createElement("li");
        if (mark) {
          const button = this._row(number, mark);
          this.buttons.set(mark.id, button);
          item.append(button);
        } else {
          item.append(element("span", "eastflank-key-text", text || ""));
        }
        list.append(item);
      }
      this.rows.replaceChildren(...parts);
      this.rows.hidden = !parts.length;
    }

    /** @param {number | null | undefined} number @param {MarkOfKey} mark */
    _row(number, mark) {
      const button = element("button", `eastflank-key-row eastflank-${mark.standing}`);
      button.type = "button";
      button.dataset.row = mark.id;
      button.style.setProperty("--lead", mark.colour);
      button.setAttribute("aria-pressed", String(mark.selected));
      button.classList.toggle("eastflank-selected", mark.selected);
      button.classList.toggle("eastflank-gone", Boolean(mark.change && mark.change.form === "gone"));
      const heading = element("b", "", ...(number ? [element("span", "eastflank-number", String(number)), " "] : []), mark.heading);
      button.append(heading);
      for (const line of mark.lines) button.append(" ", element("span", "", line));
      if (mark.change) button.append(" ", element("span", "eastflank-change", L.eastflank.sign(mark.change), mark.change.words));
      return button;
    }

    /** A row highlights its symbol, and a click on it does the same as a click on the symbol.
     * @param {HTMLButtonElement | undefined} button @param {MarkOfKey} mark */
    _light(button, mark) {
      if (!button) return;
      /** @type {(on: boolean) => void} */
      const lit = (on) => mark.element.classList.toggle("eastflank-lit", on);
      button.onmouseenter = button.onfocus = () => lit(true);
      button.onmouseleave = button.onblur = () => lit(false);
      button.onclick = () => this.chosen(mark);
    }
  }

  L.eastflank.Key = Key;
})();
