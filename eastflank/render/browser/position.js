"use strict";
/* Where the map looks, in the page's address: `at=lat,lon,zoom` once the reader has moved the map.
 *
 * The map writes it itself, and the server only keeps it: so a pan or zoom runs no script there. The page
 * writes the rest of the address and knows nothing of a move since; each time it has, this puts `at` right.
 */
(() => {
  const PAGE = window.parent; // of the same origin: the frame is served by the dashboard
  const AFTER = 150; // milliseconds of rest after a move; browsers refuse an address that changes all the time
  const MOVED = "eastflank-moved"; // the event by which two maps of one page follow each other
  const AROUND = /^[^0-9-]+|[^0-9]+$/g; // what a mail program leaves around a link
  const DECIMAL = /^-?[0-9]{1,3}(\.[0-9]{1,9})?$/;

  /** What the address says of it; empty when it says nothing. */
  function written() {
    return new URLSearchParams(PAGE.location.search).get("at") || "";
  }

  /** Latitude, longitude and zoom as the address has them; null when it has none. */
  function asked() {
    const parts = written().replace(AROUND, "").split(/ *[;,] */);
    return parts.length === 3 && parts.every((part) => DECIMAL.test(part)) ? parts.map(Number) : null;
  }

  class Position {
    constructor(map, stage) {
      this.map = map;
      this.stage = stage;
      this.path = PAGE.location.pathname;
      this.at = ""; // as the address says it; empty until the reader moves the map
      this.seen = ""; // as the map says it: whole pixels, so a little beside what it was asked for
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

    /** Look where the address says, or where the reader looked before going to another page; else at everything. */
    open() {
      this._look(asked() || (PAGE.eastflankAt && PAGE.eastflankAt.split(",").map(Number)));
      this._write();
    }

    _look(at) {
      this.stage.view.touched = Boolean(at);
      if (at) this.map.setView([at[0], at[1]], at[2], { animate: false });
      else this.stage.view.fit();
      this._stand(at ? at.join(",") : "");
      this.stage.place(); // a map that looked there already has not moved, but its buttons say otherwise
    }

    /** Where the map is, and what the address says of it. */
    _stand(at) {
      this.seen = this._text();
      this.at = at;
      this._remember();
    }

    /** Back and Forward bring back where the map looked, too. */
    _follow() {
      const at = asked();
      if (PAGE.location.pathname === this.path && (at ? at.join(",") : "") !== this.at) this._look(at);
    }

    _note() {
      const text = this._text();
      if (text === this.seen) return; // a window that grows moves nothing
      this.seen = text;
      if (!this.stage.view.touched) return; // not the reader: the opening view, or what a link selects
      this.at = text;
      this._remember();
      this._tell();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this._write(), AFTER);
    }

    /** A second map beside this one, of another day, looks where this one looks. */
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
      if (!this.at && written() && !asked()) return; // it cannot be read: the page asks what it means
      const parts = search.slice(1).split("&").filter((part) => part && !part.startsWith("at="));
      if (this.at) parts.push(`at=${this.at}`);
      const query = parts.length ? `?${parts.join("&")}` : "";
      if (query !== search) PAGE.history.replaceState(PAGE.history.state, "", `${pathname}${query}${hash}`);
    }
  }

  /** How wide the window is in which the dashboard stands, in pixels. */
  L.eastflank.widthAround = () => PAGE.innerWidth;

  L.eastflank.position = (map, stage) => new Position(map, stage);
})();
