"use strict";
/* For a map with crowds the server sends only one frame's contents: when the reader moves it, this requests others. */
(() => {
  const ASKED_AFTER = 250; // milliseconds without a move after which the contents are requested

  class Closer {
    /** `now` gives the layer with the scene that is shown. */
    constructor(map, view, now) {
      this.map = map;
      this.view = view;
      this.now = now;
      /** @type {number | undefined} */ this.asking = undefined;
      this.askedFor = "";
    }

    /** From now on the map shows the opening view of the next scene. */
    followAgain() {
      this.view.touched = false;
      this.askedFor = "";
    }

    /** The reader has moved a map with crowds, or one that was zoomed in: ask the server for the contents there. The
     * request is sent like a click, through an invisible layer. */
    ask() {
      clearTimeout(this.asking);
      if (!this.now() || !this.now().anchor) return;
      this.asking = setTimeout(() => {
        const { asks, anchor } = this.now();
        if (!asks || !anchor._map) return;
        const bounds = this.map.getBounds();
        const sides = !this.view.touched ? "" : [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()].map((side) => side.toFixed(3)).join(",");
        if (sides === this.askedFor) return;
        this.askedFor = sides;
        anchor.feature = { type: "Feature", properties: { id: `frame:${sides}` }, geometry: null };
        anchor.fire("click", { latlng: this.map.getCenter() }, true);
      }, ASKED_AFTER);
    }
  }

  L.eastflank.Closer = Closer;
})();
