/* What goes into the placement and what comes out of it, as the words at `placed` there describe it. All lengths
 * are pixels. */

declare namespace Placement {
  interface Size { w: number; h: number }
  interface Box extends Size { x: number; y: number }
  type Point = [number, number];
  /** From x1, y1 to x2, y2. */
  type Line = [number, number, number, number];
  type Ring = Point[];
  type Level = "full" | "name" | "number";

  interface SeenMark {
    id: string;
    anchor: "place" | "country" | "sea" | "set" | "beside";
    heading: string;
    x: number;
    y: number;
    hosts: string[];
    symbol: Size;
    /** The symbol where a map is too small for it. */
    dot: Size;
    labels: { full: Size; name: Size | null; number: Size };
    group: number;
    selected: boolean;
    gone: boolean;
    /** Whether it stands for several. */
    crowd: boolean;
    /** The points to which the words of a set are tied. */
    ties: Point[];
  }
  interface Arc extends Size { id: string; lead: string; mark: string; path: Point[] }
  /** A name of the base map. */
  interface SeenName extends Size {
    id: string;
    role: "country" | "sea" | "capital" | "region";
    name: string;
    iso3: string | null;
    rank: number;
    points: Point[];
    /** How large it is with what is said of the country; null where nothing is. */
    note: Size | null;
  }
  interface Seen {
    /** The part of the map that is free, without and with the key beside it. */
    frames: { free: Box; blocked: Box[] }[];
    brief: boolean;
    zoom: number;
    marks: SeenMark[];
    arcs: Arc[];
    names: SeenName[];
    capital: number;
    hosts: string[];
    countries: number;
    lands: Land[];
    forbidden: { rings: Ring[] }[];
  }

  // Inside.

  interface Mark extends Omit<SeenMark, "symbol" | "dot"> {
    /** Large to small. */
    symbols: Size[];
    points: Point[];
  }
  interface Name extends Size {
    id: string;
    kind: "name" | "capital";
    iso3: string | null;
    points: Point[];
    dot: number;
    country: boolean;
    headed: string[];
    note: (Size & { group: number }) | null;
  }
  interface Land { id: string; host: boolean; rings: Ring[] }
  interface Frame { frame: Box; blocked: Box[] }
  interface Task {
    frames: Frame[];
    size: number;
    sizes: number;
    marks: Mark[];
    arcs: Arc[];
    names: Name[];
    lands: Land[];
    forbidden: { rings: Ring[] }[];
  }

  interface PlacedMark {
    symbol: Box | null;
    /** Whether a dot marks the place, and the line from the symbol to it. */
    dot: boolean;
    tie: number[] | null;
    /** From the middle of its words to what they are tied to; none where it has no words on the map. */
    ties: number[][];
    moved: number;
    level: Level | "key";
    label: Box | null;
    side: string;
    leader: number[] | null;
    /** Whose symbol it shares. */
    joined: string | null;
    number: number | null;
  }
  interface Row { id: string; group: number; number: number | null; y?: number }
  interface InFrame {
    /** Whether symbols are dots. */
    dots: boolean;
    frame: Box;
    marks: Record<string, PlacedMark>;
    arcs: Record<string, Box | null>;
    names: Record<string, Box & { level: string }>;
    key: Row[];
  }
  interface Placed extends InFrame { column: boolean }

  /** What takes room. What has the same owner is not in its own way. */
  interface Thing {
    box: Box | null;
    line: Line | null;
    owner: string | null;
    symbol?: Box;
    cells?: number[];
  }
  /** A place that a text may take. */
  interface Choice {
    box: Box;
    line: Line | null;
    cost: number;
    side: string;
    level?: Level;
    share?: number;
  }
  type Owned = Choice & Thing & { owner: string; box: Box };
  interface Item { owner: string; weight: number; choices: Choice[] }
  interface SymbolItem extends Size { mark: Mark; x: number; y: number; more: number }
}

declare var eastflankPlacement: {
  placed(seen: Placement.Seen): Placement.Placed;
  CELL: number;
  FAN: number;
  GAP: number;
  NAILED: number;
};
