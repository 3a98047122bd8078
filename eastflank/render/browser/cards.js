"use strict";
/* The cards and lead names of a scene, kept from one scene to the next: what stays moves and changes in
 * place, what is new fades in, what is gone fades out (see eastflank.css). Everything goes in as text.
 */
(() => {
  const MOTION = 180; // milliseconds, as in eastflank.css
  const HURRY = 200; // milliseconds between two scenes: below this no motion is shown
  const STILL = matchMedia("(prefers-reduced-motion: reduce)");

  /** Whether this scene is shown without motion: the reader's setting, or scenes follow too fast. */
  const still = () => document.body.classList.contains("eastflank-still");

  const { element: made } = L.eastflank;

  /** The sign of a change, in a box. */
  L.eastflank.sign = ({ form, sign }) => {
    const box = made("span", `eastflank-sign eastflank-sign-${form}`, sign);
    box.setAttribute("aria-hidden", "true");
    return box;
  };

  const isGone = (mark) => Boolean(mark.change && mark.change.form === "gone");

  /** A line, with its status as a separate element if the card's style shows it too: a small map hides it. */
  function parted(text, told) {
    if (!told || told.join("") !== text) return [text];
    const [before, status, after] = told;
    return [before, made("span", "eastflank-told", status), after];
  }

  const picture = (svg) => {
    const symbol = made("span", "eastflank-symbol", L.eastflank.picture(svg));
    symbol.setAttribute("aria-hidden", "true");
    return symbol;
  };

  /** The short label of a mark if its card has no room on the map: its number in the key, and a name. */
  const short = (className, ...content) => made("span", `eastflank-short ${className}`, made("b", "eastflank-number"), ...content);

  /** Fill and style a button for a mark. The stage shows one of its texts: card, name or number. */
  function fillCard(element, mark) {
    element.className = `eastflank-mark eastflank-${mark.anchor} eastflank-${mark.standing}`;
    element.classList.toggle("eastflank-selected", mark.selected);
    element.classList.toggle("eastflank-gone", isGone(mark));
    element.style.setProperty("--lead", mark.colour);
    element.dataset.id = mark.id;
    element.setAttribute("aria-pressed", String(mark.selected));
    // The accessible name begins with the visible text, so that voice control works.
    const heads = mark.change && mark.change.heads; // it is in the line of the heading
    const changed = mark.change ? [mark.change.words] : [];
    const seen = heads ? [mark.heading, ...changed, ...mark.lines] : [mark.heading, ...mark.lines, ...changed];
    element.setAttribute("aria-label", [...seen, ...mark.details].join(". "));
    const heading = made("b", "", mark.heading);
    const words = made("span", "eastflank-words", heading);
    for (const text of mark.lines) words.append(" ", made("span", "", ...parted(text, mark.told)));
    if (mark.change) {
      const change = made("span", "eastflank-change", L.eastflank.sign(mark.change), mark.change.words);
      (heads ? heading : words).append(" ", change);
    }
    const card = made("span", "eastflank-card", words);
    const nailed = mark.anchor === "place";
    if (mark.svg && !nailed) card.append(picture(mark.svg));
    const name = made("span", "", mark.heading);
    const inside = () => (mark.svg && !nailed ? [picture(mark.svg)] : []);
    element.replaceChildren(card, short("eastflank-with-name", name, ...inside()), short("eastflank-with-number", ...inside()));
    if (mark.svg && nailed) {
      element.prepend(picture(mark.svg));
      const small = picture(mark.dot);
      small.classList.add("eastflank-small");
      element.append(small);
    }
  }

  function fillLead(element, arc) {
    element.className = "eastflank-lead";
    element.style.color = arc.colour;
    element.textContent = arc.name;
  }

  class Cards {
    /** `changed` is called with each element whose size may have changed. */
    constructor(pane, changed) {
      this.pane = pane;
      this.changed = changed;
      this.kept = new Map(); // by key: { element, look, shown }
      /** @type {number | undefined} */ this.timer = undefined;
      this.shownAt = -Infinity;
    }

    /** Give each mark and arc its element, in order, and remove the elements of others. */
    show(marks, arcs) {
      const now = performance.now();
      document.body.classList.toggle("eastflank-still", STILL.matches || now - this.shownAt < HURRY);
      this.shownAt = now;
      const before = this.kept;
      this.kept = new Map();
      for (const mark of marks) {
        mark.element = this._keep(before, `card ${mark.id} ${isGone(mark)}`, mark, mark.look, this._button, fillCard);
      }
      for (const arc of arcs) {
        arc.element = this._keep(before, `lead ${arc.lead} ${arc.deployment}`, arc, arc.look, () => made("span", ""), fillLead);
      }
      for (const [key, { element }] of before) if (!this.kept.has(key)) this._letGo(element);
      this._order([...this.kept.values()].map(({ element }) => element));
      this._move();
    }

    /** The mark that an element now shows. */
    static shownBy(element) {
      return element.eastflankShown;
    }

    _keep(before, key, shown, look, make, fill) {
      const entry = before.get(key) || { element: make(), look: null };
      if (entry.look !== look) {
        fill(entry.element, shown);
        this.changed(entry.element);
      }
      entry.element.eastflankShown = shown;
      // An element that was hidden has no position to move from.
      if (entry.look === null || entry.element.style.display === "none") entry.element.style.transition = "none";
      this.kept.set(key, { element: entry.element, look });
      return entry.element;
    }

    _button() {
      const element = made("button", "");
      element.type = "button";
      L.DomEvent.on(element, "click", (event) => {
        L.DomEvent.stop(event);
        const { anchorLayer } = Cards.shownBy(element);
        anchorLayer.fire("click", { latlng: anchorLayer.getLatLng() }, true);
      });
      L.DomEvent.disableClickPropagation(element);
      return element;
    }

    /** Sort the elements; those in the right order are not touched, so that they continue moving. */
    _order(elements) {
      const following = (element) => {
        let next = element.nextElementSibling;
        while (next && next.inert) next = next.nextElementSibling;
        return next;
      };
      let next = null;
      for (const element of elements.reverse()) {
        if (element.parentNode !== this.pane || following(element) !== next) this.pane.insertBefore(element, next);
        next = element;
      }
    }

    /** For a moment, changes of position are animated. */
    _move() {
      if (still()) {
        this.rest();
        return;
      }
      this.pane.classList.add("eastflank-moving");
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.rest(), MOTION);
    }

    get moving() {
      return this.pane.classList.contains("eastflank-moving");
    }

    /** From now on changes of position are immediate. */
    rest() {
      clearTimeout(this.timer);
      this.pane.classList.remove("eastflank-moving");
      for (const { element } of this.kept.values()) element.style.transition = "";
    }

    _letGo(element) {
      delete element.dataset.id;
      L.eastflank.letGo(element);
    }
  }

  /** Fade an element out and remove it; at once if there is no motion. */
  L.eastflank.letGo = (element) => {
    if (still()) {
      element.remove();
      return;
    }
    element.inert = true;
    element.setAttribute("aria-hidden", "true");
    element.classList.add("eastflank-leaving");
    setTimeout(() => element.remove(), MOTION);
  };

  L.eastflank.Cards = Cards;
  L.eastflank.isGone = isGone;
})();
