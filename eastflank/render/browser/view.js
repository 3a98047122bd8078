"use strict";
/* Where the map looks: the opening view until the reader moves it, then wherever the reader has gone. */
(() => {
  const COMFORTABLE = 40; // pixels from the edge of the map up to which a selected mark is brought into view

  class View {
    constructor(map, key) {
      this.map = map;
      this.key = key;
      this.scene = null; // as the page was given it
      this.handled = false; // whether the reader has put a hand on the map since it last moved by itself
      this.touched = false; // whether the reader has moved the map
      this.wholeAt = ""; // where the map looked when it last showed the whole theatre
      /** @type {number} */ this.leastZoom = map.options.minZoom;
      // A click on a mark moves nothing: only a move that follows the reader's hand is the reader's.
      for (const event of ["pointerdown", "wheel", "keydown"]) {
        map.getContainer().addEventListener(event, () => { this.handled = true; }, { passive: true, capture: true });
      }
      map.on("moveend", () => { this.touched = this.touched || this.handled; });
    }

    /** From now on it follows what this scene opens with. */
    show(scene) {
      this.scene = scene;
      this.frames = this.frames || new L.eastflank.Frames(this.map, { words: scene.buttons, fit: () => this.fitAgain(), whole: () => this.showWhole() });
      const opening = JSON.stringify(scene.opening);
      if (this.opening !== undefined && opening !== this.opening) {
        if (!this.touched) this.fit();
        else if (!this._isFitted() && this._where() === this.wholeAt) this.fitAgain(); // it shows what it would show
      }
      this.opening = opening;
    }

    /** The opening view. */
    fit() {
      if (!this.scene) return;
      this._lookAt(this.scene.opening);
      if (!this._isFitted()) this.wholeAt = this._where();
    }

    /** The opening view again: from now on the map follows what is shown. */
    fitAgain() {
      this.touched = false;
      this.fit();
      this.map.fire("eastflankfit");
    }

    /** The whole theatre: in a view that is fitted to less of it the reader's own choice, which filters keep. */
    showWhole() {
      if (!this._isFitted()) {
        this.fitAgain();
        return;
      }
      this.touched = true;
      this._lookAt(this.scene.whole);
      this.wholeAt = this._where();
      this.offerFrames();
    }

    /** The window has another size: as long as the reader has not moved the map, it shows the whole opening view. */
    refit() {
      if (!this.touched) this.fit();
    }

    /** A part of the earth, clear of the column beside the map, whether or not it is there now. */
    _lookAt(box) {
      const { side, take } = this.key.space();
      /** @type {[number, number]} */ const paddingBottomRight = side === "right" ? [take, 0] : [0, take];
      this.handled = false;
      this._allowWhole(box, L.point(paddingBottomRight));
      this.map.fitBounds(box, { animate: false, reset: true, paddingBottomRight });
    }

    /** Let the map go as far out as a box needs: two theatres that lie far apart, on a telephone. */
    _allowWhole(box, padding) {
      const { map } = this;
      map.options.minZoom = 0; // or it would be told that the box fits
      map.options.minZoom = Math.min(this.leastZoom, map.getBoundsZoom(box, false, padding));
    }

    /** Whether the view opens with a part of the theatre. */
    _isFitted() {
      const { opening, whole } = this.scene;
      return JSON.stringify(opening) !== JSON.stringify(whole);
    }

    _where() {
      const { lat, lng } = this.map.getCenter();
      return [lat, lng, this.map.getZoom()].map((value) => value.toFixed(3)).join(",");
    }

    /** The buttons, each as far as it would do something. */
    offerFrames() {
      const fitted = this._isFitted();
      const whole = fitted ? this._where() !== this.wholeAt : this.touched;
      this.frames.able({ fitted, fit: this.touched, whole });
    }

    bringIntoView(mark) {
      const at = this.map.latLngToContainerPoint(mark.anchorLayer.getLatLng());
      const { w, h } = this.key.free(!this.key.column.hidden);
      const comfortable = at.x > COMFORTABLE && at.y > COMFORTABLE && at.x < w - COMFORTABLE && at.y < h - COMFORTABLE;
      if (comfortable) return;
      this.handled = false;
      this.map.panTo(mark.anchorLayer.getLatLng());
    }
  }

  L.eastflank.View = View;
})();
