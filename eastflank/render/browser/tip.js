"use strict";
/* The tooltip: the details of a mark, while it is hovered or focused. */
(() => {
  const { element: made, Cards } = L.eastflank;

  class Tip {
    constructor(map) {
      this.map = map;
      this.shown = null;
    }

    /** Set the tooltip of an element that is new or has changed. */
    listen(element) {
      if (element.onfocus || !element.dataset.id) return;
      element.onmouseenter = element.onfocus = () => this.tell(element);
      element.onmouseleave = element.onblur = () => this.hide();
    }

    tell(element) {
      const frame = this.map.getContainer().getBoundingClientRect();
      const at = element.getBoundingClientRect();
      const { details } = Cards.shownBy(element);
      this.show(details, L.point(at.left - frame.left, at.bottom - frame.top + 4), at.height + 8);
    }

    /** Show lines below a point of the map, or `above` pixels higher if there is no room. */
    show(details, point, above = 0) {
      this.hide();
      const tip = made("div", "eastflank-tip", ...details.map((line, index) => made(index ? "span" : "b", "", line)));
      tip.setAttribute("role", "tooltip");
      this.map.getContainer().append(tip);
      const { x: width, y: height } = this.map.getSize();
      const left = Math.max(4, Math.min(point.x, width - tip.offsetWidth - 4));
      const below = point.y + tip.offsetHeight + 4 <= height;
      tip.style.left = `${left}px`;
      tip.style.top = `${below ? point.y : Math.max(4, point.y - above - tip.offsetHeight)}px`;
      this.shown = tip;
    }

    hide() {
      if (this.shown) this.shown.remove();
      this.shown = null;
    }
  }

  L.eastflank.Tip = Tip;
})();
