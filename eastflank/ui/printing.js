/* Before the browser prints, the map is laid out as large as it will be on paper, and what is folded is opened;
 * afterwards all is as it was. Both happen at once: the browser waits for no answer, and draws no frame.
 * Where the reader presses Ctrl+P there is time for more: the server makes a whole document of the view.
 */
const PATIENCE = 20000; // milliseconds for which the document is waited for; then the page itself is printed

class Printing {
  constructor(signal) {
    this.folded = [];
    window.addEventListener("beforeprint", () => this._on(true), { signal });
    window.addEventListener("afterprint", () => this._on(false), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.waiting));
  }

  /** Print the document; or the page as it is, where no document comes. */
  ask(trigger) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => window.print(), PATIENCE);
    document.addEventListener("eastflank-printed", () => clearTimeout(this.waiting), { once: true });
    trigger("print", true);
  }

  _on(paper) {
    if (paper) this.folded = [...document.querySelectorAll(".ef-older:not([open])")];
    for (const one of this.folded) one.open = paper;
    document.documentElement.toggleAttribute("data-eastflank-printing", paper);
    const map = document.querySelector(".st-key-stage iframe");
    map?.contentWindow?.L?.eastflank?.onPaper?.(paper);
  }
}

