"use strict";
/* Puts what was placed onto the map: marks and names at their boxes, ties, and lines from words to their places. */
(() => {
  const { shape, isGone, letGo, TEXTS } = L.eastflank;

  class Put {
    constructor(map) {
      this.map = map;
    }

    /** Arcs and ties: a new one fades in; an old one stays for a moment and fades out. */
    lines(layer, before, tip) {
      const key = ({ path, dash, colour }) => JSON.stringify([path, dash, colour]);
      const [now, then] = [new Set(layer.lines.map(key)), new Set(before.map(key))];
      for (const one of layer.lines) if (!then.has(key(one))) one.line.getElement().classList.add("eastflank-coming");
      for (const one of before) {
        if (now.has(key(one))) continue;
        const path = one.line.getElement();
        path.classList.remove("leaflet-interactive");
        this.map.eastflankRenderer._rootGroup.append(path);
        letGo(path);
      }
      for (const arc of layer.arcs) {
        const mark = layer.marks.find((one) => one.id === arc.deployment);
        arc.line.on("mouseover", (event) => tip.show(mark ? mark.details : [arc.name], event.containerPoint));
        arc.line.on("mouseout", () => tip.hide());
      }
    }

    /** Put an element at a box of the frame, or hide it. */
    at(element, at) {
      if (!at) {
        element.style.display = "none";
        return;
      }
      element.style.display = "";
      element.style.visibility = "";
      L.DomUtil.setPosition(element, this.map.containerPointToLayerPoint([at.x, at.y]).round());
    }

    /** A mark's button is at its symbol, or at its words; its text is beside it. */
    mark(mark, at, dots) {
      const { element } = mark;
      const home = at && (at.symbol || at.label);
      this.at(element, home);
      if (!home) return;
      element.style.width = `${home.w}px`;
      element.style.height = `${home.h}px`;
      element.classList.toggle("eastflank-dotted", dots);
      element.dataset.level = at.level;
      element.dataset.moved = at.moved;
      for (const number of element.querySelectorAll(".eastflank-number")) number.textContent = at.number || "";
      const symbol = element.querySelector(":scope > .eastflank-symbol:not(.eastflank-small) > svg");
      if (symbol) Object.assign(symbol.style, { width: `${home.w}px`, height: `${home.h}px` });
      if (!at.label) return;
      const text = element.querySelector(TEXTS[at.level]);
      text.style.transform = `translate(${Math.round(at.label.x - home.x)}px, ${Math.round(at.label.y - home.y)}px)`;
    }

    /** The ties of a set, if it has words on the map. */
    ties(mark, ties) {
      (mark.tieLines || []).forEach(({ line, tie }, index) => {
        line.setLatLngs(index < ties.length ? [this.map.containerPointToLatLng(ties[index].slice(0, 2)), tie] : []);
      });
    }

    /** A dot at each place whose symbol was moved, tied to it; and a thin line from a symbol to words at a distance. */
    leaders(marked, moving) {
      const pane = this.map.getPane("eastflank-leaders");
      const { x: width, y: height } = this.map.getSize();
      const svg = shape("svg", { width, height, "aria-hidden": "true" });
      svg.classList.toggle("eastflank-coming", moving);
      for (const { mark, at } of marked) {
        const className = isGone(mark) ? "eastflank-leader eastflank-gone" : "eastflank-leader";
        for (const line of [at.leader, at.tie]) {
          if (line) svg.append(shape("line", { x1: line[0], y1: line[1], x2: line[2], y2: line[3], class: className }));
        }
        if (at.dot) {
          const { x, y } = this.map.latLngToContainerPoint(mark.at);
          svg.append(shape("circle", { cx: x, cy: y, r: L.eastflank.look.size.place, class: "eastflank-dot" }));
        }
      }
      L.DomUtil.setPosition(/** @type {any} */ (svg), this.map.containerPointToLayerPoint([0, 0]));
      pane.replaceChildren(svg);
    }
  }

  L.eastflank.Put = Put;
})();
