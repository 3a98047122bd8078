/* For screen readers: names for elements that Streamlit leaves without one, and one polite live region that
 * announces once what a choice has changed. */

const SETTLED = 400; // milliseconds without another change, after which a sentence is announced

class Announcer {
  constructor(region, signal) {
    this.region = region;
    /** @type {number | undefined} */ this.waiting = undefined;
    this.noted = "";
    document.addEventListener("eastflank-tell", (event) => this.note(event.detail), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.waiting));
  }

  /** Announce a sentence; of several in quick succession only the last. */
  tell(sentence) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.region.textContent = [this.noted, sentence].filter(Boolean).join(" ");
      this.noted = "";
    }, SETTLED);
  }

  /** Announce something more with the next sentence, or alone if none follows. */
  note(sentence) {
    this.noted = sentence;
    this.tell("");
  }

  /** Announce the current view, unless it was announced already or is the page's first one. */
  view(sentence) {
    if (this.said !== undefined && this.said !== sentence && sentence) this.tell(sentence);
    this.said = sentence;
  }

  /** Name the map's iframe after the view; name the map in it, and the filters. */
  name({ map, filters }) {
    const frames = [...document.querySelectorAll(".st-key-stage iframe")];
    const insides = frames.map((frame) => {
      const day = frame.closest(".st-key-earlier, .st-key-later"); // of two maps, each is named after its own day
      const title = (day && day.querySelector(".ef-day")) || document.querySelector(".ef-title");
      if (title && title.firstChild) setAttribute(frame, "title", title.firstChild.textContent);
      return frame.contentDocument && frame.contentDocument.querySelector("#map_div");
    });
    for (const inside of insides.filter(Boolean)) {
      setAttribute(inside, "role", "region");
      setAttribute(inside, "aria-label", map);
    }
    const sidebar = document.querySelector("[data-testid=stSidebar]");
    if (sidebar) {
      setAttribute(sidebar, "role", "search");
      setAttribute(sidebar, "aria-label", filters);
    }
    return insides.every(Boolean);
  }
}

const setAttribute = (element, name, value) => {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
};
