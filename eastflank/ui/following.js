/* Asks the server for the record's version, and tells it once if the page shows another one. */

class Following {
  constructor(ask, tell) {
    this.ask = ask; // returns the version that the server has; rejects if it does not answer
    this.tell = tell;
    this.shown = "";
    this.asking = false;
    this.told = "";
  }

  /** The page shows this version. */
  show(version) {
    this.shown = version;
    this.told = version;
  }

  /** Ask once, unless an answer is still on its way. */
  async look() {
    if (this.asking) return;
    this.asking = true;
    const shown = this.shown;
    try {
      const version = await this.ask();
      // If the page was drawn meanwhile, the answer may be older than it: the next one counts.
      if (shown === this.shown && version !== this.told) {
        this.told = version;
        this.tell(version);
      }
    } catch {
      // The server does not answer: connection.js says so to the reader, and the next question may succeed.
    } finally {
      this.asking = false;
    }
  }
}

/** Ask the server that sent Streamlit's own scripts, also under a base path. */
const asking = (asks) => {
  const script = /** @type {HTMLScriptElement} */ (document.querySelector("script[src*='static/js/']"));
  const address = new URL(asks.path, script.src.split("static/js/")[0]);
  for (const name of asks.names) address.searchParams.append(asks.parameter, name);
  return async () => {
    const answer = await fetch(address, { cache: "no-store" });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.text();
  };
};

const followers = new WeakMap();

export default function following({ data, parentElement, setTriggerValue }) {
  let one = followers.get(parentElement);
  if (!one) {
    one = new Following(asking(data), (version) => one.send(version));
    followers.set(parentElement, one);
    const look = () => document.hidden || one.look();
    const timer = setInterval(look, data.every);
    document.addEventListener("visibilitychange", look);
    one.leave = () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
      followers.delete(parentElement);
    };
  }
  one.ask = asking(data);
  one.send = (version) => setTriggerValue("changed", version);
  one.show(data.version);
  return one.leave;
}
