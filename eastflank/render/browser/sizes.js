"use strict";
/* The sizes of everything with words on the page: measured once for each style. */
(() => {
  /** A mark's texts, of which it shows one: their selectors in its element. */
  const TEXTS = { full: ".eastflank-card", name: ".eastflank-with-name", number: ".eastflank-with-number" };

  class Sizes {
    constructor() {
      this.forgetAll();
    }

    forgetAll() {
      /** @type {WeakMap<HTMLElement, any>} */ this.sizes = new WeakMap(); // by element
      /** @type {Map<string | undefined, any>} */ this.sizesByLook = new Map(); // by an element's content and style: the same card comes and goes with filters
    }

    /** An element has changed. */
    forget(element) {
      this.sizes.delete(element);
    }

    /** Width and height of an element in pixels; for a mark, `labels`: those of its texts; for a country, `note`:
     * with its statistic. */
    of(element) {
      return this.sizes.get(element);
    }

    /** Measure what has not been measured. All are shown first and measured afterwards: measuring one after changing
     * another would force a new layout for each. An element with a known content and style is not measured at all,
     * because measuring forces a layout of the whole page around the map. `digits` is how many digits the key's
     * numbers have. */
    measure(elements, digits) {
      const looks = new Map(elements.filter((element) => !(this.sizes.get(element) || {}).w)
        .map((element) => [element, `${digits} ${element.className} ${element.dataset.look || element.textContent}`]));
      const fresh = [...looks.keys()].filter((element) => !this.sizesByLook.has(looks.get(element)));
      for (const element of fresh) {
        element.style.visibility = "hidden";
        element.style.display = "";
        element.classList.add("eastflank-measured");
        for (const number of element.querySelectorAll(".eastflank-number")) number.textContent = digits;
      }
      const box = (element) => {
        const { width, height } = element.getBoundingClientRect();
        return { w: Math.ceil(width), h: Math.ceil(height) };
      };
      for (const element of fresh) {
        const size = box(element);
        if (element.classList.contains("eastflank-mark")) {
          size.labels = Object.fromEntries(Object.entries(TEXTS).map(([level, text]) => [level, box(element.querySelector(text))]));
          size.w = size.labels.full.w;
        }
        const note = element.querySelector(".eastflank-note");
        if (note) {
          size.note = size.h ? { w: size.w, h: size.h } : null;
          Object.assign(size, box(element.querySelector(".eastflank-plain")));
        }
        // Without a width it is not shown, as in a hidden tab: measure it again when it is shown.
        if (size.w) this.sizesByLook.set(looks.get(element), size);
        else this.sizes.set(element, size);
      }
      for (const element of fresh) element.classList.remove("eastflank-measured");
      for (const [element, look] of looks) {
        if (this.sizesByLook.has(look)) this.sizes.set(element, this.sizesByLook.get(look));
      }
    }
  }

  Object.assign(L.eastflank, { TEXTS, Sizes });
})();
