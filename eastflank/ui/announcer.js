/* What a screen reader hears of the page: names for what Streamlit leaves nameless, and one place that tells,
 * politely and once, what a choice has changed.
 */

const SETTLED = 400; // milliseconds without another change, after which a sentence is told

class Announcer {
  constructor(region, signal) {
    this.region = region;
    /** @type {number | undefined} */ this.waiting = undefined;
    this.noted = "";
    document.addEventListener("eastflank-tell", (event) => this.note(event.detail), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.waiting));
  }

  /** Tell a sentence; of several in quick succession only the last. */
  tell(sentence) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.region.textContent = [this.noted, sentence].filter(Boolean).join(" ");
      this.noted = "";
    }, SETTLED);
  }

  /** Tell something else with the next sentence, or alone where none comes. */
  note(sentence) {
    this.noted = sentence;
    this.tell("");
  }

  /** Tell what the view now is, unless it has been told or is what the page opened with. */
  view(sentence) {
    if (this.said !== undefined && this.said !== sentence && sentence) this.tell(sentence);
    this.said = sentence;
  }

  /** Name the map's frame after the view, the map in it, and the filters. */
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
