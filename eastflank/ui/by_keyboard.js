/* Keyboard navigation: skip links past the filters, the map and the evidence, and moving into and out of the export
 * menu, which Streamlit draws at the end of the document, a hundred tab stops from its button. */

const TABBABLE = "a[href], button, input, select, textarea, summary, [tabindex]";
const MENU = ".st-key-export-menu";
const FIELD = "[role=combobox]"; // the required field of the menu: the format
const OVERLAY = "[data-testid=stPopoverBody], [role=listbox], dialog[open]"; // elements that close themselves on Escape

/** The target of a skip link by its name: the element to focus, or nothing while it is not drawn. */
const PLACES = {
  actions: () => document.querySelector(".ef-actions button"),
  export: () => document.querySelector(".st-key-export button"),
  map: () => mapOfPage() || document.querySelector(".st-key-stage iframe"),
  evidence: () => document.querySelector(".st-key-evidence .ef-part"),
  table: () => document.querySelector(".st-key-tab [role=tab][aria-selected=true]"),
};

/** The map itself, inside its frame. */
const mapOfPage = () => {
  const frame = document.querySelector(".st-key-stage iframe");
  return frame && frame.contentDocument && frame.contentDocument.querySelector("#map_div");
};

/** The element with the focus, also where it is inside a frame.
 * @type {() => HTMLElement | null} */
const focused = () => {
  const one = /** @type {HTMLIFrameElement | null} */ (document.activeElement); // other elements have no document
  return (one && one.contentDocument && /** @type {HTMLElement | null} */ (one.contentDocument.activeElement)) || one;
};

class Keyboard {
  constructor(signal) {
    this.entering = false; // whether the export menu was opened by keyboard and is not drawn yet
    this.awaited = ""; // the target of a skip link that is not drawn yet
    this.inside = false; // whether it has had the focus since it was opened
    // Before Streamlit's handler, which opens and closes the menu on the same click.
    document.addEventListener("click", (event) => this._click(event), { signal, capture: true });
    document.addEventListener("keydown", (event) => this._key(event), { signal, capture: true });
    signal.addEventListener("abort", () => this.links && this.links.remove());
  }

  /** Draw the links, the first stop on the page; none of them on a page without a view. */
  show(places, what) {
    if (this.links) this.links.remove();
    this.links = null;
    if (!places.length) return;
    this.links = document.createElement("nav");
    this.links.className = "ef-skips";
    this.links.setAttribute("aria-label", what);
    this.links.append(...places.map(([place, text]) => {
      const link = document.createElement("button"); // do not change the address: it belongs to the view
      link.type = "button";
      link.dataset.skip = place;
      link.textContent = text;
      return link;
    }));
    document.body.prepend(this.links);
  }

  /** The page has changed: focus a menu that was opened by keyboard; return the focus from a closed one. */
  follow() {
    const nowhere = !document.activeElement || document.activeElement === document.body || document.activeElement.closest(".ef-skips");
    if (this.awaited && nowhere) this.go(this.awaited);
    else this.awaited = "";
    const menu = document.querySelector(MENU);
    if (this.entering && menu && menu.querySelector(FIELD)) {
      this.entering = false;
      this._enter(menu);
    }
    if (this.inside && !menu) {
      this.inside = false;
      const lost = !document.activeElement || document.activeElement === document.body;
      const button = PLACES.export();
      if (lost && button) button.focus();
    }
  }

  _click(event) {
    const skip = event.target.closest("[data-skip]");
    if (skip) {
      event.preventDefault();
      this.go(skip.dataset.skip);
    }
    const button = event.target.closest(".st-key-export button");
    if (button) this.entering = event.detail === 0 && button.getAttribute("aria-expanded") !== "true"; // 0: by keyboard
  }

  /** Open the export menu, or go into it where it is open. */
  openMenu() {
    const [menu, button] = [document.querySelector(MENU), PLACES.export()];
    if (menu && menu.querySelector(FIELD)) this._enter(menu);
    else if (button) button.click();
  }

  /** Focus a target, and scroll it into view. */
  go(name) {
    const place = PLACES[name] && PLACES[name]();
    this.awaited = place ? "" : name; // not drawn yet: focus it later
    if (!place) return;
    place.focus({ focusVisible: true });
    place.scrollIntoView({ block: "nearest" });
  }

  /** From its button, Tab leads into the open menu, and from its ends back to the button. */
  _key(event) {
    if (event.key !== "Tab" || event.altKey || event.ctrlKey || event.metaKey) return;
    const menu = document.querySelector(MENU);
    const button = PLACES.export();
    if (!menu || !button) return;
    const stops = this._stops(menu);
    const at = document.activeElement;
    if (at === button && !event.shiftKey && menu.querySelector(FIELD)) {
      event.preventDefault();
      this._enter(menu);
    } else if (at === stops[0] && event.shiftKey) {
      event.preventDefault();
      button.focus();
    } else if (at === stops.at(-1) && !event.shiftKey) {
      button.focus(); // and the browser continues from there, to the element after the button
    }
  }

  _enter(menu) {
    this.inside = true;
    menu.querySelector(FIELD).focus();
  }

  _stops(within) {
    return [...within.querySelectorAll(TABBABLE)].filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility());
  }
}
