"use strict";
/* Two buttons under those of the zoom: *Fit* shows what the view shows, *Whole …* the whole theatre, by its
 * short name. */
(() => {
  L.eastflank = L.eastflank || {};

  class Frames {
    constructor(map, { called, fit, whole }) {
      this.fit = this._button("Fit", "Fit the map to what is shown", fit);
      this.whole = this._button(`Whole ${called}`, `Show the whole ${called}`, whole);
      const Bar = L.Control.extend({
        options: { position: "topright" },
        onAdd: () => {
          const bar = document.createElement("div");
          bar.className = "leaflet-bar leaflet-control eastflank-frames";
          bar.append(this.fit, this.whole);
          L.DomEvent.disableClickPropagation(bar);
          return bar;
        },
      });
      new Bar().addTo(map);
    }

    /** Say which of them would do something. One that would not keeps the keyboard's focus, if it has it. */
    able({ fit, whole, fitted }) {
      this.fit.hidden = !fitted; // else both would do the same
      this.fit.setAttribute("aria-disabled", String(!fit));
      this.whole.setAttribute("aria-disabled", String(!whole));
    }

    _button(name, title, press) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "eastflank-frame";
      button.textContent = name;
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
