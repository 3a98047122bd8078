/* As much of a page as the slider needs: elements that store properties and receive events, a clock that stands
 * still until a test moves it, and a map that records its scenes. */
import { mock } from "node:test";

const WIDTH = 820; // pixels of the rail

export class Element extends EventTarget {
  constructor(name = "div") {
    super();
    this.name = name;
    this.attributes = {};
    this.children = [];
    this.style = {};
    this.dataset = {};
    this.validity = { valid: true };
    this.textContent = "";
    this.hidden = false;
    this.offsetWidth = 60;
    const classes = new Set();
    this.classList = {
      contains: (one) => classes.has(one),
      add: (one) => classes.add(one),
      remove: (one) => classes.delete(one),
      toggle: (one, on) => (on ? classes.add(one) : classes.delete(one)),
    };
  }

  append(...children) { this.children.push(...children); }
  replaceChildren(...children) { this.children = children; }
  setAttribute(name, value) { this.attributes[name] = value; }
  toggleAttribute(name, on) { this.attributes[name] = on; }
  getBoundingClientRect() { return { left: 0 }; }
  getContext() { return { measureText: (text) => ({ width: 6 * text.length }) }; }
  setPointerCapture() {}
  focus() {}
}

/** An event with more on it than its kind. */
export const event = (kind, more = {}) => Object.assign(new Event(kind, { cancelable: true }), more);

/** Put a page into the globals. `parts` are the classes of the component's elements. The result gives a test the
 * map's scenes, and a way to move the clock. */
export function page(parts) {
  mock.timers.enable({ apis: ["setTimeout"] });
  let ms = 0;
  mock.method(performance, "now", () => ms);
  const elements = Object.fromEntries(parts.map((part) => [part, new Element()]));
  const root = { querySelector: (selector) => elements[selector.slice(1)] };
  const passed = []; // the scenes that the map received
  const eastflank = {
    drawn: () => ({ day: passed.at(-1) ?? "the server's" }),
    pass: (_, scene) => passed.push(scene.day),
  };
  const map = Object.assign(new EventTarget(), { map: {}, L: { eastflank } });
  const [sentence, rest] = [{ textContent: "" }, { textContent: "" }];
  const document = Object.assign(new EventTarget(), {
    documentElement: new Element("html"),
    createElement: (name) => new Element(name),
    querySelector: () => ({ childNodes: [sentence, rest] }),
    querySelectorAll: () => [{ contentDocument: {}, contentWindow: map, closest: () => null }],
  });
  class ResizeObserver {
    constructor(told) { this.told = told; }
    observe() { this.told([{ contentRect: { width: WIDTH } }]); }
    disconnect() {}
  }
  const window = new EventTarget();
  Object.assign(globalThis, { document, window, ResizeObserver, getComputedStyle: () => ({ fontSize: "15px", fontFamily: "serif" }) });
  return {
    root, elements, map, passed, sentence, document, window,
    lets: (time) => {
      ms += time;
      mock.timers.tick(time);
    },
    close: () => mock.reset(),
  };
}
