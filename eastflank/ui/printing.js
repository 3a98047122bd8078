/* Before the browser prints, the map is laid out as large as it will be on paper, and what is folded is opened;
 * afterwards all is as it was. Both happen at once: the browser waits for no answer, and draws no frame.
 */
class Printing {
  constructor(signal) {
    this.folded = [];
    window.addEventListener("beforeprint", () => this._on(true), { signal });
    window.addEventListener("afterprint", () => this._on(false), { signal });
  }

  _on(paper) {
    if (paper) this.folded = [...document.querySelectorAll(".ef-older:not([open])")];
    for (const one of this.folded) one.open = paper;
    document.documentElement.toggleAttribute("data-eastflank-printing", paper);
    const map = document.querySelector(".st-key-stage iframe");
    const files = map && map.contentWindow.L;
    if (files && files.eastflank && files.eastflank.refit) files.eastflank.refit();
  }
}

