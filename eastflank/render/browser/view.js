"use strict";
/* The map's position: the opening view until the reader moves the map, then the reader's position. */
(() => {
  const COMFORTABLE = 40; // least distance of a selected mark from the map's edge, in pixels

  class View {
    constructor(map, key) {
      this.map = map;
      this.key = key;
      this.scene = null; // as passed by the page
      this.handled = false; // whether the reader has touched the map since it last moved by itself
      this.touched = false; // whether the reader has moved the map
      this.wholeAt = ""; // the map's position when it last showed the whole theatre
      /** @type {number} */ this.leastZoom = map.options.minZoom;
      // A click on a mark is not a move: only a move after the reader touched the map is the reader's.
      for (const event of ["pointerdown", "wheel", "keydown"]) {
        map.getContainer().addEventListener(event, () => { this.handled = true; }, { passive: true, capture: true });
      }
      map.on("moveend", () => { this.touched = this.touched || this.handled; });
    }

    /** From now on it follows this scene's opening view. */
    show(scene) {
      this.scene = scene;
      this.frames = this.frames || new L.eastflank.Frames(this.map, { words: scene.buttons, fit: () => this.fitAgain(), whole: () => this.showWhole() });
      const opening = JSON.stringify(scene.opening);
      if (this.opening !== undefined && opening !== this.opening) {
        if (!this.touched) this.fit();
        else if (!this._isFitted() && this._where() === this.wholeAt) this.fitAgain(); // it already shows this
      }
      this.opening = opening;
    }

    /** The opening view. */
    fit() {
      if (!this.scene) return;
      this._lookAt(this.scene.opening);
      if (!this._isFitted()) this.wholeAt = this._where();
    }

    /** The opening view again: from now on the map is fitted to each scene. */
    fitAgain() {
      this.touched = false;
      this.fit();
      this.map.fire("eastflankfit");
    }

    /** The whole theatre. In a view fitted to less than it, this is the reader's choice, which filters keep. */
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

    /** Allow zooming out as far as a box needs: for example two distant theatres on a phone. */
    _allowWhole(box, padding) {
      const { map } = this;
      map.options.minZoom = 0; // otherwise Leaflet would report that the box fits
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

    /** Enable each button that would do something. */
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
