/* Our own notice while the server does not answer, instead of Streamlit's, which is for developers. */

const AWAY_FOR = 1500; // milliseconds without the server, after which the notice is shown

class Connection {
  constructor(words, signal) {
    this.words = words;
    /** @type {HTMLElement | null} */ this.notice = null;
    /** @type {number | undefined} */ this.timer = undefined;
    signal.addEventListener("abort", () => this._back());
  }

  /** Check whether Streamlit is connected to its server. */
  follow() {
    const app = document.querySelector("[data-testid=stApp]");
    const here = !app || app.dataset.testConnectionState === "CONNECTED";
    if (here) this._back();
    else if (!this.timer && !this.notice) this.timer = setTimeout(() => this._tell(), AWAY_FOR);
  }

  _tell() {
    this.notice = document.createElement("section");
    this.notice.className = "ef-away";
    this.notice.setAttribute("role", "alert");
    this.notice.dataset.reactAriaTopLayer = "true"; // otherwise Streamlit's dialog would hide it from screen readers
    for (const [tag, text] of [["strong", this.words[0]], ["p", this.words[1]]]) {
      this.notice.append(Object.assign(document.createElement(tag), { textContent: text }));
    }
    document.body.append(this.notice);
    document.documentElement.toggleAttribute("data-eastflank-away", true);
  }

  _back() {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.notice) this.notice.remove();
    this.notice = null;
    document.documentElement.toggleAttribute("data-eastflank-away", false);
  }
}
