"use strict";
/* The map's position in the page's address: `at=lat,lon,zoom` once the reader has moved the map.
 *
 * The map writes it itself, and the server only keeps it: so a pan or zoom runs no script there. The page writes the
 * rest of the address without knowing later moves; each time it does, this corrects `at`. */
(() => {
  const PAGE = window.parent; // same origin: the dashboard serves the iframe
  const AFTER = 150; // milliseconds without a move; browsers limit how often an address may change
  const MOVED = "eastflank-moved"; // the event by which two maps of one page follow each other
  const AROUND = /^[^0-9-]+|[^0-9]+$/g; // characters that a mail program leaves around a link
  const DECIMAL = /^-?[0-9]{1,3}(\.[0-9]{1,9})?$/;

  /** The address's text for it; empty if there is none. */
  function written() {
    return new URLSearchParams(PAGE.location.search).get("at") || "";
  }

  /** Latitude, longitude and zoom in the address; null if it has none. */
  function asked() {
    const parts = written().replace(AROUND, "").split(/ *[;,] */);
    return parts.length === 3 && parts.every((part) => DECIMAL.test(part)) ? parts.map(Number) : null;
  }

  class Position {
    constructor(map, stage) {
      this.map = map;
      this.stage = stage;
      this.path = PAGE.location.pathname;
      this.at = ""; // as in the address; empty until the reader moves the map
      this.seen = ""; // as reported by the map: rounded to pixels, so a little different from the requested position
      this.timer = 0;
      const leaving = new AbortController();
      const { signal } = leaving;
      window.addEventListener("pagehide", () => {
        leaving.abort();
        clearTimeout(this.timer);
      });
      for (const name of ["popstate", "eastflank-went"]) PAGE.addEventListener(name, () => this._follow(), { signal });
      if (PAGE.navigation) PAGE.navigation.addEventListener("currententrychange", (event) => {
        if (event.navigationType !== "traverse") this._write(); // Back and Forward come here first
      }, { signal });
      PAGE.addEventListener(MOVED, ({ detail }) => {
        if (detail.position !== this) this._look(detail.position.at ? detail.position.at.split(",").map(Number) : null);
      }, { signal });
      map.on("moveend", () => this._note());
      map.on("eastflankfit", () => {
        this._stand("");
        this._tell();
        this._write();
      });
    }

    /** Show the position in the address, or the one before the reader left the page; otherwise show everything. */
    open() {
      this._look(asked() || (PAGE.eastflankAt && PAGE.eastflankAt.split(",").map(Number)));
      this._write();
    }

    _look(at) {
      this.stage.view.touched = Boolean(at);
      if (at) this.map.setView([at[0], at[1]], at[2], { animate: false });
      else this.stage.view.fit();
      this._stand(at ? at.join(",") : "");
      this.stage.place(); // the map may already be there and so does not move, but its buttons must be updated
    }

    /** The map's position, and the address's text for it. */
    _stand(at) {
      this.seen = this._text();
      this.at = at;
      this._remember();
    }

    /** Back and Forward restore the map's position too. */
    _follow() {
      const at = asked();
      if (PAGE.location.pathname === this.path && (at ? at.join(",") : "") !== this.at) this._look(at);
    }

    _note() {
      const text = this._text();
      if (text === this.seen) return; // resizing the window is not a move
      this.seen = text;
      if (!this.stage.view.touched) return; // not by the reader: the opening view, or a link's selection
      this.at = text;
      this._remember();
      this._tell();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this._write(), AFTER);
    }

    /** A second map beside this one, for another day, follows this map's position. */
    _tell() {
      PAGE.dispatchEvent(new PAGE.CustomEvent(MOVED, { detail: { position: this } }));
    }

    _remember() {
      PAGE.eastflankAt = this.at;
    }

    _text() {
      const { lat, lng } = this.map.getCenter();
      return [lat, lng, this.map.getZoom()].map((value) => String(Number(value.toFixed(3)))).join(",");
    }

    _write() {
      const { pathname, search, hash } = PAGE.location;
      if (pathname !== this.path) return; // the reader has gone to another page
      if (!this.at && written() && !asked()) return; // it cannot be read: the page asks the reader
      const parts = search.slice(1).split("&").filter((part) => part && !part.startsWith("at="));
      if (this.at) parts.push(`at=${this.at}`);
      const query = parts.length ? `?${parts.join("&")}` : "";
      if (query !== search) PAGE.history.replaceState(PAGE.history.state, "", `${pathname}${query}${hash}`);
    }
  }

  /** The width of the dashboard's window, in pixels. */
  L.eastflank.widthAround = () => PAGE.innerWidth;

  L.eastflank.position = (map, stage) => new Position(map, stage);
})();
