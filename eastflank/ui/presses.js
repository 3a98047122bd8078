/* Presses on filters that are drawn again at the same moment. Streamlit collects values until the next task, and
 * forgets those of controls that were replaced before it. Such a press is made once more, on the new control. */

/** Streamlit's controls in which one press is a choice. Its other buttons are not forgotten. */
const CHOSEN_BY_A_PRESS = "[data-testid=stButtonGroup] button, [data-testid=stCheckbox] input";

class Presses {
  constructor(signal) {
    this.number = 0; // of presses on anything else: after Reset an earlier press does not count
    this.again = false; // whether a press is one that is made once more
    document.addEventListener("click", (event) => this._press(event), { signal, capture: true });
  }

  _press(event) {
    const one = event.target instanceof Element ? event.target.closest(CHOSEN_BY_A_PRESS) : null;
    if (this.again) return;
    if (!one) this.number += 1;
    else this._follow(one, wantedOf(one), labelOf(one), keysOf(one), this.number);
  }

  /** Look for the control when Streamlit has sent what it collected: its own timer begins one microtask earlier. */
  _follow(one, wanted, label, keys, number) {
    const look = () => {
      if (one.isConnected || this.number !== number) return;
      const twin = keys.map((key) => sameAs(key, label)).find(Boolean);
      if (!twin || shownBy(twin) === wanted) return;
      this.again = true;
      twin.click();
      this.again = false;
    };
    queueMicrotask(() => queueMicrotask(() => setTimeout(look)));
  }
}

/** What a control shows as chosen. */
const shownBy = (one) =>
  one.type === "checkbox" ? one.checked : [one.getAttribute("aria-pressed"), one.getAttribute("aria-checked")].includes("true");

/** What it will show after a press. A box is ticked already when its press is reported. */
const wantedOf = (one) => (one.type === "checkbox" ? one.checked : one.hasAttribute("aria-checked") || !shownBy(one));

const labelOf = (one) => (one.closest("[data-testid=stCheckbox]") || one).textContent;

/** The keys of the parts of the page that hold a control, the nearest first. */
const keysOf = (one) => {
  const keys = [];
  for (let part = one.parentElement; part; part = part.parentElement) {
    keys.push(...[...part.classList].filter((name) => name.startsWith("st-key-")));
  }
  return keys;
};

/** The control with this label in the part with this key. */
const sameAs = (key, label) => {
  const parts = [...document.querySelectorAll(`.${CSS.escape(key)}`)];
  return parts
    .flatMap((part) => [...part.querySelectorAll(CHOSEN_BY_A_PRESS)])
    .find((one) => labelOf(one) === label);
};
