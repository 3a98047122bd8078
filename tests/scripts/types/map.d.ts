/* What the scripts of the map's frame find around them: Leaflet as a global, and what each script hangs on it and
 * on the map for those that come after it. */

import "leaflet";

declare module "leaflet" {
  /** What the scripts share, by name; each says at its end what it gives. */
  let eastflank: {
    /** Of dom.js. */
    element: <Name extends keyof HTMLElementTagNameMap>(name: Name, className: string, ...content: (Node | string)[]) => HTMLElementTagNameMap[Name];
    shape: <Name extends keyof SVGElementTagNameMap>(name: Name, attributes: Record<string, string | number>, ...content: Node[]) => SVGElementTagNameMap[Name];
    [name: string]: any;
  };

  interface FeatureGroup {
    /** What a class that extends it calls in the place of a constructor. */
    initialize(layers: Layer[]): void;
  }

  interface Map {
    eastflankBasemap?: any;
    eastflankStage?: any;
    eastflankLegend?: any;
    eastflankScale?: Control.Scale;
    eastflankRenderer?: any;
    eastflankCredit?: string;
    eastflankCreditHtml?: string;
  }
}

declare global {
  /** A mark of the scene, as web_map.py writes it, as far as the key shows it, and the card that stands for it. */
  interface MarkOfKey {
    id: string;
    heading: string;
    lines: string[];
    standing: string;
    colour: string;
    selected: boolean;
    look: string;
    change: { form: string; sign: string; words: string } | null;
    element: HTMLElement;
  }

  /** A row of the key: of a deployment, or what is said of a country. */
  interface RowOfKey {
    group: number;
    number?: number | null;
    mark?: MarkOfKey;
    text?: string;
  }

  interface Window {
    /** For the tests and for pictures of the page: the base map is drawn; everything is placed. */
    eastflankBasemapReady?: boolean;
    eastflankReady?: boolean;
    /** Every layer that streamlit-folium was ever given. */
    feature_group?: unknown[];
    /** On the page around the frame: where the reader looked before going to another of its pages. */
    eastflankAt?: string;
    CustomEvent: typeof CustomEvent;
    KeyboardEvent: typeof KeyboardEvent;
  }

  interface WindowEventMap {
    "eastflank-moved": CustomEvent<{ position: any }>;
  }

  /** What the map looks for by a selector is HTML, unless the selector ends in “svg”. */
  interface ParentNode {
    querySelector<Name extends keyof HTMLElementTagNameMap>(selectors: Name): HTMLElementTagNameMap[Name] | null;
    querySelector(selectors: `${string}svg`): SVGSVGElement | null;
    querySelector(selectors: string): HTMLElement | null;
    querySelectorAll<Name extends keyof HTMLElementTagNameMap>(selectors: Name): NodeListOf<HTMLElementTagNameMap[Name]>;
    querySelectorAll(selectors: string): NodeListOf<HTMLElement>;
  }
}
