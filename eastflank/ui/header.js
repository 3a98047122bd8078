/* The page's actions: copy a link, a quote or a citation, the briefing view, the keyboard's shortcuts.
 * by_keyboard.js, presses.js, announcer.js and connection.js, which it informs of changes of the page, and printing.js
 * are loaded before it.
 *
 * All that is copied or shown comes as data, or is read from the page as text; nothing is put in as HTML. The
 * evidence's own buttons (`data-copy`) are served from here too, so that hundreds of them cost nothing. */

const CONFIRMED = 1800; // milliseconds for which a button shows that it has copied
const MOST_PARTS = 1000; // parts of an address; if there are more, Streamlit's server reads none at all
const LOST_AFTER = 20000; // milliseconds after which a requested briefing is considered lost
const GOES_IN_A_BRIEFING = "[data-testid=stSidebar], .st-key-slider, .st-key-evidence, .st-key-tab";
const SMALLEST = 0.6; // least share of the size of words in a briefing
const SMALLEST_TITLE = 0.42; // the same for a title with many filters, which must be complete

/** Shortcuts do not work in text fields, or in elements with their own keys. */
const TAKES_TEXT = "input, textarea, select, [contenteditable], [role=listbox], [role=combobox]";

class Header {
  constructor(root) {
    this.root = root;
    this.find = (selector) => root.querySelector(selector);
    this.timers = new Map();
    /** @type {HTMLElement | null} */ this.before = null; // the element that had the focus before the list of shortcuts
    /** @type {boolean | null} */ this.briefAsked = null; // the request that the server has not answered yet
    this.asking = 0; // the timer after which the request is considered lost
    this.due = 0; // the frame in which changes are followed
    this.connection = null; // until the page has sent its texts
    const leaving = new AbortController();
    this.leave = () => {
      leaving.abort();
      this.changes.disconnect();
      cancelAnimationFrame(this.due);
      clearTimeout(this.later);
      clearTimeout(this.asking);
      if (this.watching) this.watching();
      for (const [, { timer }] of this.timers) clearTimeout(timer);
    };
    const { signal } = leaving;
    document.addEventListener("click", (event) => this._click(event), { signal });
    document.addEventListener("keydown", (event) => {
      this.overlaid = event.key === "Escape" && document.querySelector(OVERLAY) !== null; // before it is closed
    }, { signal, capture: true });
    document.addEventListener("keydown", (event) => this._key(event), { signal });
    document.addEventListener("pointermove", () => this._stir(), { signal, passive: true });
    this.find(".ef-keys").addEventListener("close", () => this._giveBack(), { signal });
    this.keyboard = new Keyboard(signal);
    this.presses = new Presses(signal);
    this.announcer = new Announcer(this.find(".ef-told"), signal);
    this.changes = new MutationObserver(() => this._changed());
    this.changes.observe(document.body, {
      childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ["data-test-connection-state"],
    });
    window.addEventListener("popstate", (event) => this._went(event), { signal, capture: true });
    window.addEventListener("resize", () => this._changed(), { signal });
    this.path = window.location.pathname;
    this.signal = signal;
    this.printing = new Printing(signal);
  }

  show(data, trigger, state) {
    this.data = data;
    this.trigger = trigger;
    this.state = state;
    document.documentElement.lang = data.language;
    this.find(".ef-actions").hidden = !data.view;
    this._turn(data.brief === this.briefAsked ? null : this.briefAsked);
    this.find("dl").replaceChildren(...data.keys.flatMap(([keys, does]) => {
      const [term, meaning] = [document.createElement("dt"), document.createElement("dd")];
      term.append(...keys.map((key) => Object.assign(document.createElement("kbd"), { textContent: key })));
      meaning.textContent = does;
      return [term, meaning];
    }));
    const other = data.themes[data.dark ? 0 : 1];
    const button = this.find(".ef-theme-button");
    button.title = other;
    button.setAttribute("aria-label", other);
    this._shorten();
    this._wear(data.theme);
    this._watch(data.brief);
    this._reveal(data.claim);
    this.connection ||= new Connection(data.away, this.signal);
    this.keyboard.show(data.view && !data.brief ? data.skips : [], data.skip_to);
    this.announcer.view(data.says);
    this._changed();
  }

  /** Update once for all changes of a moment. */
  _changed() {
    cancelAnimationFrame(this.due);
    this.due = requestAnimationFrame(() => {
      if (!this.data) return;
      this.keyboard.follow();
      this.connection.follow();
      this._makeRoom();
      // The map is loaded into its iframe later, and this page has no event for that.
      if (!this.announcer.name(this.data.names)) this._again();
    });
  }

  /** If the tabs and the compare switch do not fit beside each other, the switch is above (page.css). */
  _makeRoom() {
    const [compare, tabs] = [document.querySelector(".st-key-compare"), [...document.querySelectorAll(".st-key-tab [role=tab]")]];
    if (!compare || !compare.parentElement || !tabs.length) return;
    const [first, last] = [tabs[0], tabs[tabs.length - 1]];
    const needed = last.getBoundingClientRect().right - first.getBoundingClientRect().left + compare.offsetWidth;
    document.documentElement.toggleAttribute("data-eastflank-tabs-alone", needed > compare.parentElement.clientWidth);
  }

  _again() {
    clearTimeout(this.later);
    this.later = setTimeout(() => this._changed(), 250);
  }

  /** Scroll the requested claim's sentence into view; only once, because after that the reader scrolls. */
  _reveal(claim) {
    const sentence = document.querySelector(".ef-chosen");
    if (!claim || claim === this.revealed || !sentence) return;
    this.revealed = claim;
    sentence.scrollIntoView({ block: "center" });
  }

  // --- fitting the briefing -------------------------------------------------------------------------

  /** In a briefing, make all words fit, now and whenever they or the window change. */
  _watch(brief) {
    if (this.watching) this.watching();
    this.watching = null;
    if (!brief) return;
    const fit = () => document.querySelectorAll(".ef-title, .ef-fit").forEach((one) => this._fit(one));
    const changes = new MutationObserver(fit);
    changes.observe(document.querySelector("[data-testid=stMain]") || document.body, { childList: true, subtree: true });
    window.addEventListener("resize", fit);
    document.fonts.addEventListener("loadingdone", fit);
    this.watching = () => {
      changes.disconnect();
      window.removeEventListener("resize", fit);
      document.fonts.removeEventListener("loadingdone", fit);
    };
    fit();
  }

  /** Make the words of an element smaller until they fit; after that, leave out the last ones. */
  _fit(element) {
    element.querySelectorAll(".ef-link").forEach((one) => {
      const link = this._link({ brief: "" });
      if (one.textContent !== link) one.textContent = link;
    });
    const whole = [...element.querySelectorAll("figure")];
    for (const one of whole) one.hidden = false;
    const tooHigh = () => element.scrollHeight > element.clientHeight + 1;
    const smallest = element.matches(".ef-title") ? SMALLEST_TITLE : SMALLEST;
    let fit = 1;
    do element.style.setProperty("--fit", fit.toFixed(2)); while (tooHigh() && (fit -= 0.04) >= smallest);
    while (tooHigh() && whole.length > 1) whole.pop().hidden = true;
  }

  /** An address with too many parts is not read by the server: shorten it, so that the page can ask the reader. */
  _shorten() {
    const parts = window.location.search.slice(1).split("&");
    if (parts.length <= MOST_PARTS) return;
    const kept = parts.slice(0, MOST_PARTS - 1);
    window.location.replace(`${window.location.pathname}?${[...kept, `left_out=${parts.length - kept.length}`].join("&")}`);
  }

  /** Streamlit reads its theme from the address when a page is loaded, so a new theme needs a reload. */
  _wear(theme) {
    const asked = new URL(window.location.href);
    if (!theme || asked.searchParams.get("embed_options") === `${theme}_theme`) return;
    asked.searchParams.set("embed_options", `${theme}_theme`);
    window.location.replace(asked.href);
  }

  /** Switch the theme in the address: a reload or a link keeps it, and Back undoes it. */
  _change() {
    const theme = this.data.dark ? "light" : "dark";
    const asked = new URL(window.location.href);
    asked.searchParams.set("theme", theme);
    asked.searchParams.set("embed_options", `${theme}_theme`);
    window.location.assign(asked.href);
  }

  _click(event) {
    const button = event.target.closest("[data-copy], [data-does]");
    if (!button) return;
    const does = button.dataset.copy || (this.root.contains(button) && button.dataset.does);
    if (does === "link") this._copy(button, this._link(this._rest()), does);
    if (does === "quote") this._copy(button, this._quote(button.closest("article")), does);
    if (does === "citation") this._copy(button, this._citation(button.closest("article")), does);
    if (does === "brief") this._brief(!this.brief);
    if (does === "theme") this._change();
    if (does === "keys") this._help();
    if (does === "close") this._close();
  }

  _key(event) {
    if (this._asksForPaper(event)) {
      event.preventDefault();
      this.announcer.tell(this.data.being_written);
      this._rest();
      this.printing.ask(this.trigger);
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === "Escape" && this.overlaid) return; // it closed a dialog
    if (event.key === "Escape" && !this.find(".ef-by-hand").hidden) return void this._close();
    if (this.find("dialog").open || (event.target.closest && event.target.closest(TAKES_TEXT))) return;
    if (!this.data.view) return;
    if (event.key.toLowerCase() === "b") this._brief(!this.brief);
    else if (event.key.toLowerCase() === "e" && !this.brief) this.keyboard.openMenu();
    else if (event.key === "Escape" && this.brief) this._brief(false);
    else if (event.key === "Escape" && this.data.selected) this._deselect();
    else if (event.key === "?" && !this.brief) this._help();
    else return;
    event.preventDefault();
  }

  /** Ctrl+P, or ⌘P on a Mac, on a view while the server answers. */
  _asksForPaper(event) {
    const { key, ctrlKey, metaKey, altKey, shiftKey, defaultPrevented } = event;
    const away = document.documentElement.hasAttribute("data-eastflank-away");
    return key.toLowerCase() === "p" && ctrlKey !== metaKey && !altKey && !shiftKey && !defaultPrevented && this.data.view && !away;
  }

  /** Report that the reader went Back or Forward, how often so far, and the new address.
   *
   * Streamlit's own message can be lost when the next one follows, so it is not enough. It is stopped where the
   * browser allows it: Chromium calls the listeners of a window in the order in which they were added. */
  _went(event) {
    if (!this.data || !this.data.follows || window.location.pathname !== this.path) return;
    event.stopImmediatePropagation();
    const brief = new URLSearchParams(window.location.search).get("brief") === "1"; // as the server writes it
    this._turn(brief === Boolean(this.data.brief) ? null : brief);
    window.dispatchEvent(new CustomEvent("eastflank-went")); // the map follows too
    window.eastflankWent = (window.eastflankWent || 0) + 1;
    this.state("went", `${window.eastflankWent}${window.location.search || "?"}`);
  }

  /** Whether the page is a briefing, or about to be one. */
  get brief() {
    return this.briefAsked ?? Boolean(this.data.brief);
  }

  /** Show the exit button of a briefing. Controls that disappear with it accept no clicks meanwhile: the server
   * would no longer know them. */
  _turn(asked) {
    clearTimeout(this.asking);
    this.briefAsked = asked;
    if (asked !== null) this.asking = setTimeout(() => this._turn(null), LOST_AFTER);
    this.find(".ef-leave").hidden = !this.brief;
    for (const one of document.querySelectorAll(GOES_IN_A_BRIEFING)) one.inert = this.brief;
  }

  /** Stop play, so that the day on the map counts for what the reader does next. The result has that day; it is
   * empty if nothing played. */
  _rest() {
    /** @type {{ day?: string }} */ const detail = {};
    window.dispatchEvent(new CustomEvent("eastflank-rest", { detail }));
    return detail.day ? { asof: detail.day } : {};
  }

  _brief(on) {
    this._rest();
    this._turn(on);
    this.trigger("brief", on);
  }

  /** Clear the selection. The evidence is drawn again, so the focus moves to its beginning. */
  _deselect() {
    const panel = document.querySelector(".st-key-evidence");
    if (panel && panel.contains(document.activeElement)) this.keyboard.go("evidence");
    this.trigger("deselect", true);
  }

  _help() {
    this.before = focused();
    this.find("dialog").showModal();
  }

  /** Return the focus to where it was, also on the map. */
  _giveBack() {
    if (this.before && this.before.isConnected) this.before.focus({ preventScroll: true });
  }

  /** In the briefing, the exit button is visible only while the pointer or the keyboard is used. */
  _stir() {
    if (!this.data || !this.data.brief) return;
    this._for(this.find(".ef-leave"), () => this.find(".ef-leave").classList.add("ef-seen"),
      () => this.find(".ef-leave").classList.remove("ef-seen"));
  }

  // --- the copied texts -----------------------------------------------------------------------------

  /** The current address with the day, since without it a link would change with newer claims; and with the edition
   * of the record, so that later corrections can be listed. */
  _link(more = {}) {
    const url = new URL(window.location.href);
    const { searchParams } = url;
    searchParams.delete("embed_options");
    if (this.data.asof && !searchParams.has("asof")) searchParams.set("asof", this.data.asof);
    if (this.data.edition) searchParams.set("edition", this.data.edition);
    for (const [key, value] of Object.entries(more)) {
      if (value) searchParams.set(key, value);
      else searchParams.delete(key);
    }
    const query = searchParams.toString().replaceAll("%2C", ",");
    return `${this.data.base || url.origin + url.pathname}${query ? `?${query}` : ""}`;
  }

  _quote(claim) {
    // Its first and its last character are our own marks.
    return claim.querySelector("blockquote").textContent.slice(1, -1);
  }

  _citation(claim) {
    const { asof, base, edition } = this.data;
    const query = new URLSearchParams({ claim: claim.id.replace("claim-", ""), ...(asof && { asof }), ...(edition && { edition }) });
    const where = base || new URL("./", window.location.href).href;
    return `${claim.dataset.cite}, ${this.data.known} ${where}?${query}`;
  }

  // --- copying --------------------------------------------------------------------------------------

  async _copy(button, text, what) {
    if (await this._onto(text)) this._confirm(button, what);
    else this._byHand(button, text);
  }

  /** Whether the text is now on the clipboard. Over plain http only the second way works. */
  async _onto(text) {
    if (navigator.clipboard) {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch (refused) {
        if (!(refused instanceof DOMException)) throw refused;
      }
    }
    const carrier = document.createElement("textarea");
    carrier.value = text;
    carrier.readOnly = true;
    carrier.style.cssText = "position: fixed; opacity: 0";
    const focused = /** @type {HTMLElement | null} */ (document.activeElement);
    document.body.append(carrier);
    carrier.select();
    const done = document.execCommand("copy");
    carrier.remove();
    if (focused) focused.focus({ preventScroll: true });
    return done;
  }

  _confirm(button, what) {
    this.announcer.tell(this.data.copied_what[what]);
    const says = button.textContent;
    this._for(button, () => { button.textContent = this.data.copied; }, () => {
      button.textContent = says;
    });
  }

  _byHand(button, text) {
    this.asked = button;
    this.find(".ef-by-hand").hidden = false;
    const field = this.find("textarea");
    field.value = text;
    field.focus();
    field.select();
  }

  _close() {
    this.find(".ef-by-hand").hidden = true;
    if (this.asked) this.asked.focus();
  }

  /** Apply `begin` to `element` for a while; another call restarts the time. */
  _for(element, begin, end) {
    const running = this.timers.get(element);
    if (running) clearTimeout(running.timer);
    else begin();
    const finish = running ? running.finish : end;
    const timer = setTimeout(() => {
      this.timers.delete(element);
      finish();
    }, CONFIRMED);
    this.timers.set(element, { timer, finish });
  }
}

const headers = new WeakMap();

export default function header({ data: [data], parentElement, setTriggerValue, setStateValue }) {
  if (!headers.has(parentElement)) headers.set(parentElement, new Header(parentElement));
  const shown = headers.get(parentElement);
  shown.show(data, setTriggerValue, setStateValue);
  return () => {
    shown.leave();
    headers.delete(parentElement);
  };
}
