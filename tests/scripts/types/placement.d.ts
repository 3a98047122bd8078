/* What goes into placement.js and what comes out of it, as the words at `placed` there describe it. All lengths are
 * pixels. */

declare namespace Placement {
  interface Size { w: number; h: number }
  interface Box extends Size { x: number; y: number }
  type Point = [number, number];
  /** From x1, y1 to x2, y2. */
  type Line = [number, number, number, number];
  type Ring = Point[];
  type Level = "full" | "name" | "number";

  interface Mark {
    id: string;
    anchor: "place" | "country" | "sea" | "set" | "beside";
    x: number;
    y: number;
    hosts: string[];
    /** Large to small. */
    symbols: Size[];
    labels: { full: Size; name: Size | null; number: Size };
    group: number;
    selected: boolean;
    gone: boolean;
    /** Whether it is a circle that stands for several. */
    crowd?: boolean;
    points: Point[];
  }
  interface Arc extends Size { id: string; lead: string; mark: string; path: Point[] }
  interface Name extends Size {
    id: string;
    kind: "name" | "capital";
    iso3: string | null;
    points: Point[];
    dot: number;
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
    size: number;
    frame: Box;
    marks: Record<string, PlacedMark>;
    arcs: Record<string, Box | null>;
    names: Record<string, Box & { level: string }>;
    key: Row[];
  }
  interface Placed extends InFrame { column: boolean }

  // Inside.

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
  placed(task: Placement.Task): Placement.Placed;
  CELL: number;
  FAN: number;
  GAP: number;
  NAILED: number;
};
