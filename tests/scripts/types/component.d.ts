/* What the scripts of the page find around them: Streamlit hands each component these values, and the map's frame
 * has Leaflet and its map as globals. */

interface Component<Data> {
  data: Data;
  parentElement: Document | ShadowRoot | HTMLElement;
  setTriggerValue: (name: string, value: unknown) => void;
  setStateValue: (name: string, value: unknown) => void;
}

/** What the page looks for by a selector is HTML, never SVG; and what ends in “iframe” is a frame. */
interface ParentNode {
  querySelector<Name extends keyof HTMLElementTagNameMap>(selectors: Name): HTMLElementTagNameMap[Name] | null;
  querySelector(selectors: `${string} iframe`): HTMLIFrameElement | null;
  querySelector(selectors: string): HTMLElement | null;
  querySelectorAll<Name extends keyof HTMLElementTagNameMap>(selectors: Name): NodeListOf<HTMLElementTagNameMap[Name]>;
  querySelectorAll(selectors: `${string} iframe`): NodeListOf<HTMLIFrameElement>;
  querySelectorAll(selectors: string): NodeListOf<HTMLElement>;
}

/** What slider.py hands the slider. Days are written as 2016-06-14. */
interface SliderData {
  /** The day shown, the newest on which somebody speaks, and the first and last that may be typed. */
  day: string;
  newest: string;
  earliest: string;
  latest: string;
  /** The ends of the rail, and what stands there. */
  first: string;
  last: string;
  begins: string;
  ends: string;
  /** How a day is written, by month: “{day} July {year}”. Name and tip of the button that plays: at rest, in play. */
  days: string[];
  play: [string, string][];
  theme: string;
  /** Whether it is not yet known on which days the view changes. */
  incomplete: boolean;
  /** A name of the view without its day. */
  view: string;
  ahead: SentAhead[];
  stops: { day: string; words: string; caption: string; turn: boolean }[];
}

/** What article.py hands the box in which passages are chosen. Places are code points of the text. */
interface PassageData {
  text: string;
  /** The quote of the claim in the form; null: there is none yet. */
  quote: { start: number; stop: number } | null;
  /** Whether to bring it into sight. */
  show: boolean;
  /** The quotes of claims that are there. */
  quotes: { start: number; stop: number; label: string }[];
  /** The characters on which fields of the form stand. */
  marks: { field: string; start: number; stop: number; label: string }[];
  /** The fields that a passage can be said to state; empty: none yet. */
  fields: { name: string; label: string }[];
  words: { article: string; quote: string; mark: string; choice: string; hint: string; chosen: string; forget: string };
}

/** What review_text.py hands the text of an article that is reviewed. Places are code points of the text. */
interface ReviewTextData {
  text: string;
  label: string;
  /** The number of the proposal before the person. */
  at: number;
  proposals: { start: number; stop: number; number: number; state: string; label: string }[];
  /** The characters on which the fields of that proposal stand. */
  fields: { start: number; stop: number; field: string; label: string }[];
}

/** What told.py hands what brings a message into view. */
interface ToldData {
  /** The message, with a number that tells it from the same words said before. */
  told: string;
}

/** What into_view.py hands what brings a form into view. */
interface IntoViewData {
  /** What was begun; empty: nothing. With another one the form comes into view. */
  begun: string;
}

/** What review_keys.py hands the keys of a review. */
interface ReviewKeysData {
  /** What a screen reader says. */
  said: string;
  /** The keys that mean something, now or after others. */
  keys: string[];
  /** The last press that the server has carried out: of which page, and its number there. */
  heard: [string, number];
  /** What gets the keyboard; `once` is another one each time that it shall. */
  focus: { selector: string; once: string } | null;
}

/** A day that the browser can show by itself, as slider.py sends it ahead. */
interface SentAhead {
  day: string;
  title: string;
  rest: string;
  scene: string;
}

/** The window of the map's frame, once its map is there. */
interface MapWindow extends Window {
  L: {
    eastflank: {
      onPaper?: (paper: boolean) => void;
      pass: (map: unknown, scene: unknown) => void;
      drawn: (map: unknown) => unknown;
    };
  };
}

interface Window {
  /** In the map's frame: Leaflet, with what this project adds to it (see map.d.ts). */
  L?: { eastflank?: { onPaper?: (paper: boolean) => void; pass?: (map: unknown, scene: unknown) => void } };
  /** In the map's frame: the map, as streamlit-folium names it. */
  map?: unknown;
  /** How often the reader went Back or Forward since the page was loaded. */
  eastflankWent?: number;
}

interface DocumentEventMap {
  "eastflank-tell": CustomEvent<string>;
}
