"use strict";
/* Of a map with crowds the server has sent what is seen in one frame: where the reader moves it, this asks for more. */
(() => {
  const ASKED_AFTER = 250; // milliseconds of rest after which what is seen is asked for

  class Closer {
    /** `now` gives the layer with the scene that is shown. */
    constructor(map, view, now) {
      this.map = map;
      this.view = view;
      this.now = now;
      /** @type {number | undefined} */ this.asking = undefined;
      this.askedFor = "";
    }

    /** From now on the map shows what the next scene opens with. */
    followAgain() {
      this.view.touched = false;
      this.askedFor = "";
    }

    /** The reader has moved a map with crowds, or one that was asked for closer: the server sends what is seen there.
     * It is told as of a click is, by a layer that nobody sees. */
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
