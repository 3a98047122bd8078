/* Before the browser prints, the map is laid out as large as it will be on paper, and collapsed parts are opened;
 * afterwards everything is restored. Both are synchronous: the browser does not wait, and draws no frame between.
 * With Ctrl+P there is more time: the server makes a complete document of the view. */
const PATIENCE = 20000; // milliseconds to wait for the document; after that the page itself is printed

class Printing {
  constructor(signal) {
    this.folded = [];
    window.addEventListener("beforeprint", () => this._on(true), { signal });
    window.addEventListener("afterprint", () => this._on(false), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.waiting));
  }

  /** Print the document; or the page itself, if no document arrives. */
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

