"use strict";
/* The positions of everything with words on the map. One module for the page and for pictures.
 *
 * It consists of the files of this folder, which are joined in the order of eastflank/render/browser_files.py; this
 * one comes last. It knows no page, no map library and no file: `placed(seen)` takes plain values and returns plain
 * values. The browser calls it directly; pictures call it from Python through an embedded engine
 * (eastflank/render/picture/placement.py). Only +, -, *, / and square roots are used, so that two engines give the
 * same bits. All lengths are pixels of a screen's map; x runs right, y down.
 *
 * The rules:
 * - a symbol is on its place; symbols nearer to each other than their width are moved apart, at most FAN;
 * - only text moves: beside the symbol, then a little away with a leader, then shortened to a number and a name,
 *   then to a number only. A shortened text gets a row in the key;
 * - text of a deployment without a base is inside or over the edge of its own host, never over another host and
 *   never over a forbidden area;
 * - the name of each arc is placed at every size;
 * - names of countries, capitals and seas take the remaining room;
 * - a crowd's circle contains its own number: it has no words and no row in the key, and comes before other symbols. */
const SHOWN = 4; // at this distance or more, a dot marks the place itself
const BESIDE = 16; // this near to another's symbol a text would seem to belong to it
const KEYED = 0.55; // if more than this share of the units needs the key, all of them use it
const FEW_UNITS = 6; // but not for so few
const LEVELS = { full: 0, name: 70, number: 115 }; // the cost of a shorter text
const SAME_LEAD = 220; // a lead is named again only if its arc enters the map so far away

/** The arrangement in one frame. `short`: no text of a unit is complete, all are in the key.
 * @param {Placement.Task} task @param {Placement.Frame} room @param {Ground} ground @param {boolean} short */
function inFrame(task, { frame, blocked }, ground, short) {
  const seen = task.marks.filter(({ anchor, x, y, hosts }) =>
    (anchor === "country" && ground.bounds(hosts[0])) || distance(frame, x, y) === 0);
  const places = seen.filter(({ anchor }) => anchor === "place");
  const nailed = [...places.filter(({ crowd }) => crowd), ...places.filter(({ crowd }) => !crowd)];
  const many = seen.length > MANY;
  let size = many ? task.sizes - 1 : task.size;
  let symbols = symbolsOf(nailed, size, frame, blocked, many);
  while (!symbols.good && size < task.sizes - 1) {
    size += 1;
    symbols = symbolsOf(nailed, size, frame, blocked, many);
  }
  const fixed = symbols.taken;
  /** @type {Placement.InFrame} */
  const result = { dots: size === task.sizes - 1, frame, marks: {}, arcs: {}, names: {}, key: [] };
  /** @type {Map<string, Placement.Box>} */
  const symbolOf = new Map();
  /** @type {Placement.Mark[]} */
  const crowded = [];
  nailed.forEach((mark, index) => {
    const thing = symbols.found[index];
    if (!thing) { // no room even for the smallest symbol: it shares its neighbour's
      crowded.push(mark);
      return;
    }
    symbolOf.set(mark.id, thing.symbol);
    const [cx, cy] = middle(thing.symbol);
    const moved = length(cx - mark.x, cy - mark.y);
    const tie = moved > SHOWN && distance(thing.symbol, mark.x, mark.y) > 0 ? leader(thing.symbol, box(mark.x, mark.y, 0, 0)) : null;
    result.marks[mark.id] = /** @type {any} */ ({ // its words follow
      symbol: rounded(thing.symbol), dot: moved > SHOWN && !many, tie: many ? null : tie && tie.map(round), moved: round(moved),
    });
    // The dot and its tie are kept free, even of its own words; its own symbol may cover half of it.
    if (moved > SHOWN && !many) fixed.add({ box: box(mark.x - 3, mark.y - 3, 6, 6), line: tie, owner: `dot ${mark.id}` });
  });
  const drawn = nailed.filter(({ id, crowd }) => symbolOf.has(id) && !crowd);
  const joined = new Map(crowded.map((mark) => [mark.id, nearestOf(mark, drawn)]));

  const lines = new Taken();
  /** @type {{ arc: Placement.Arc, at: Placement.Point, points: Placement.Point[] }[]} */
  const arcs = [];
  for (const arc of task.arcs) {
    const points = visible(arc.path, frame);
    for (let i = 1; i < points.length; i += 1) {
      lines.add({ box: null, line: [...points[i - 1], ...points[i]], owner: `symbol ${arc.mark}` });
    }
    const again = points.length && arcs.some((one) => one.arc.lead === arc.lead && length(one.at[0] - points[0][0], one.at[1] - points[0][1]) < SAME_LEAD);
    if (points.length && !again) arcs.push({ arc, at: points[0], points });
  }

  /** @type {Placement.Item[]} */
  const items = arcs.map(({ arc, points }) => ({
    owner: `arc ${arc.id}`, weight: 8, choices: along(points, arc, frame, lines).filter((choice) => inside(choice.box, frame) && !ground.isForbidden(choice.box)),
  }));
  const ordered = [...seen].filter(({ id, crowd }) => !joined.has(id) && !crowd).sort((a, b) =>
    Number(b.selected) - Number(a.selected) || Number(a.anchor !== "place") - Number(b.anchor !== "place") || a.y - b.y || (a.id < b.id ? -1 : 1));
  /** The cost of a text on arcs or forbidden areas, or beside another's symbol. A card hides an arc, and may be at the
   * end of its own; any arc runs through other words.
   * @type {(at: Placement.Box, id: string, card: boolean) => number} */
  const disturbs = (at, id, card) => {
    let cost = (card ? 0.4 * onArcs(at, lines, `symbol ${id}`) : CROSSED * onArcs(at, lines)) + (ground.isForbidden(at) ? 25 : 0);
    const near = { box: box(at.x - BESIDE, at.y - BESIDE, at.w + 2 * BESIDE, at.h + 2 * BESIDE), line: null, owner: `symbol ${id}` };
    for (const { symbol } of fixed.against(near, 12)) if (symbol) cost += 2.5 * Math.max(0, BESIDE - apartFrom(at, symbol));
    return cost;
  };
  for (const mark of ordered) {
    const { w, h } = mark.labels.number;
    const at = symbolOf.get(mark.id);
    if (many && at) {
      const beside = box(at.x + at.w + GAP, at.y + (at.h - h) / 2, w, h);
      items.push({ owner: `symbol ${mark.id}`, weight: 1, choices: [{ box: beside, line: null, cost: LEVELS.number, side: "right", level: "number" }] });
      continue;
    }
    /** @type {Placement.Level[]} */
    const levels = short || many ? ["name", "number"] : ["full", "name", "number"];
    const choices = levels.flatMap((level) => {
      const wanted = mark.labels[level];
      if (!wanted || (level === "name" && many)) return [];
      const boxes = at
        ? beside(at, wanted, level === "full").filter((choice) => inside(choice.box, frame))
        : anywhere(mark, wanted, ground, level !== "full");
      return boxes.map((choice) => ({ ...choice, level, cost: choice.cost + LEVELS[level] + (many ? 0 : disturbs(choice.box, mark.id, level === "full")) }));
    });
    items.push({ owner: `symbol ${mark.id}`, weight: mark.selected ? 4 : mark.gone ? 0.5 : 1, choices: cheapest(choices) });
  }
  const found = arrange(items, fixed);
  found.forEach((choice, index) => {
    if (choice) fixed.add(choice);
    if (index < arcs.length) result.arcs[arcs[index].arc.id] = choice && rounded(choice.box);
  });
  ordered.forEach((mark, index) => {
    const choice = found[arcs.length + index];
    result.marks[mark.id] = {
      ...(result.marks[mark.id] || { symbol: null, dot: false, tie: null, moved: 0 }),
      ties: choice ? mark.ties.map((end) => [...middle(rounded(choice.box)), ...end]) : [],
      level: choice ? /** @type {Placement.Level} */ (choice.level) : "key",
      label: choice && rounded(choice.box),
      side: choice ? choice.side : "over",
      leader: choice && choice.line ? choice.line.map(round) : null,
      joined: null,
      number: null,
    };
  });
  for (const { id } of nailed.filter(({ crowd }) => crowd)) {
    Object.assign(result.marks[id], { ties: [], level: "key", label: null, side: "over", leader: null, joined: null, number: null, dot: false, tie: null });
  }
  for (const [id, other] of joined) {
    result.marks[id] = { symbol: null, dot: false, tie: null, moved: 0, ties: [], level: "key", label: null, side: "over", leader: null, joined: other, number: null };
  }
  names(task, ground, fixed, lines, result);
  key(task, result);
  return result;
}

/** The id of the nearest of `drawn`, marks that have a symbol.
 * @param {Placement.Mark} mark @param {Placement.Mark[]} drawn */
function nearestOf(mark, drawn) {
  let [best, least] = /** @type {[string | null, number]} */ ([null, Infinity]);
  for (const { id, x, y } of drawn) {
    const far = (x - mark.x) * (x - mark.x) + (y - mark.y) * (y - mark.y);
    if (far < least) [best, least] = [id, far];
  }
  return best;
}

/** The rows of the key, by group and from north to south, and the numbers in it.
 * @param {Placement.Task} task @param {Placement.InFrame} result */
function key(task, result) {
  for (const mark of task.marks) {
    const at = result.marks[mark.id];
    if (at && at.level !== "full" && !mark.crowd) result.key.push({ id: mark.id, group: mark.group, y: mark.y, number: null });
  }
  result.key.sort((a, b) => a.group - b.group || (a.y || 0) - (b.y || 0) || (a.id < b.id ? -1 : 1));
  let number = 0;
  for (const row of result.key) {
    const at = result.marks[row.id];
    if (at && !at.joined && at.level !== "key") {
      number += 1;
      row.number = number;
      at.number = number;
    }
  }
  for (const row of result.key) {
    const at = result.marks[row.id];
    if (at && at.joined) row.number = at.number = result.marks[at.joined].number;
  }
  for (const row of result.key) delete row.y;
}

/** The positions of everything. * `seen`:
 * - `frames`: one or two `{ free, blocked }`, the part of the map that is free and the obstacles in it: the last has
 *   the key beside it; the first, without it, is used if no key is needed;
 * - `zoom`: that of a screen's map; `brief`: whether it is part of a briefing, whose symbols are never smaller;
 * - `marks`: `{ id, anchor, heading, x, y, hosts, symbol: { w, h }, dot: { w, h }, labels: { full, name, number },
 *   group, selected, gone, crowd, ties: [[x, y]…] }`;
 * - `arcs`: `{ id, lead, mark, path: [[x, y]…], w, h }`;
 * - `names`: all of the base map, `{ id, role, name, iso3, rank, w, h, points, note: { w, h } }`; `capital`: how
 *   wide a capital's dot is, which is part of its name; `hosts`: the countries that host something; `countries`: the
 *   group of the countries' statistics;
 * - `lands`: `{ id, host, rings }`; `forbidden`: `{ rings }`: no text may be there.
 *
 * The result: `dots`, whether symbols are dots; `frame`; by id `marks`, `arcs`, `names`; `key`, the rows of the key
 * in their order; `column`: whether everything is placed beside the key's column, or in the whole map.
 * @param {Placement.Seen} seen
 * @returns {Placement.Placed} */
function placed(seen) {
  const task = taskOf(seen);
  const beside = task.frames[task.frames.length - 1];
  const ground = new Ground(beside.frame, task.lands, task.forbidden);
  const result = inFrame(task, beside, ground, false);
  if (!result.key.length) {
    if (task.frames.length === 1) return { ...result, column: true };
    const whole = inFrame(task, task.frames[0], new Ground(task.frames[0].frame, task.lands, task.forbidden), false);
    // With the column's room there are more deployments to place: if they need a key, it takes that room again.
    return whole.key.length ? { ...result, column: true } : { ...whole, column: false };
  }
  const units = task.marks.filter(({ id, gone, crowd }) => result.marks[id] && !gone && !crowd);
  const keyed = units.filter(({ id }) => result.marks[id].level !== "full").length;
  const crowded = keyed > KEYED * units.length && units.length > FEW_UNITS;
  return { ...(crowded ? inFrame(task, beside, ground, true) : result), column: true };
}

globalThis.eastflankPlacement = { placed, CELL, FAN, GAP, NAILED };
