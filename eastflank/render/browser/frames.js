"use strict";
/* Two buttons under those of the zoom: *Fit* shows what the view shows, *Whole …* the whole theatre, by its
 * short name. */
(() => {
  const { element } = L.eastflank;

  class Frames {
    /** `words` are the names and titles of both: see words/en/map_controls.py. */
    constructor(map, { words, fit, whole }) {
      this.fit = this._button(words.fit, fit);
      this.whole = this._button(words.whole, whole);
      const Bar = L.Control.extend({
        options: { position: "topright" },
        onAdd: () => {
          const bar = element("div", "leaflet-bar leaflet-control eastflank-frames", this.fit, this.whole);
          L.DomEvent.disableClickPropagation(bar);
          return bar;
        },
      });
      new Bar().addTo(map);
    }

    /** Disable buttons that would do nothing. A disabled one keeps the focus if it has it. */
    able({ fit, whole, fitted }) {
      this.fit.hidden = !fitted; // otherwise both would do the same
      this.fit.setAttribute("aria-disabled", String(!fit));
      this.whole.setAttribute("aria-disabled", String(!whole));
    }

    _button({ name, title }, press) {
      const button = element("button", "eastflank-frame", name);
      button.type = "button";
      button.title = title;
      button.setAttribute("aria-disabled", "true");
      button.addEventListener("click", () => {
        if (button.getAttribute("aria-disabled") === "false") press();
      });
      return button;
    }
  }

  L.eastflank.Frames = Frames;
})();
