"use strict";
/* The base map's own names, in the room that the words of deployments leave. Part of the placement. */
/** How far the name of a sea may be moved from its point so that no arc runs through it, in its widths and heights.
 * @type {Placement.Point[]} */
const NUDGED = [[0, 0.9], [0, -0.9], [0.35, 0], [-0.35, 0], [0.35, 0.9], [-0.35, 0.9], [0.35, -0.9], [-0.35, -0.9], [0, 1.5], [0, -1.5]];
/** Names of the base map, each at the first of its points that is free; a country's statistic is with its name.
 * @param {Placement.Task} task @param {Ground} ground @param {Taken} fixed @param {Taken} lines
 * @param {Placement.InFrame} result */
function names(task, ground, fixed, lines, result) {
  const { frame } = result;
  const leads = new Set(task.arcs.filter(({ id }) => result.arcs[id]).map(({ lead }) => lead));
  /** @typedef {(...lists: (() => Placement.Box[])[]) => Placement.Box | null} Put */
  /** @type {(boxes: Placement.Box[]) => Placement.Thing[]} */
  const freeOf = (boxes) => boxes.map((at) => ({ box: at, line: null, owner: null })).filter((thing) => inside(thing.box, frame) && fixed.free(thing));
  /** The first box that is free, and without an arc behind it.
   * @type {Put} */
  const putClear = (...lists) => {
    for (const list of lists) {
      const thing = freeOf(list()).find(({ box: at }) => at && onArcs(at, lines) === 0);
      if (!thing) continue;
      fixed.add(thing);
      return thing.box;
    }
    return null;
  };
  /** The same; if there is none, the first that is free.
   * @type {Put} */
  const put = (...lists) => {
    const clear = putClear(...lists);
    if (clear) return clear;
    for (const list of lists) {
      const [thing] = freeOf(list());
      if (!thing) continue;
      fixed.add(thing);
      return thing.box;
    }
    return null;
  };
  for (const name of task.names) {
    const told = (name.headed || []).some((id) => result.marks[id] && ["full", "name"].includes(result.marks[id].level));
    if (told && !name.note) continue;
    /** @type {["note" | "name", Placement.Size][]} */
    const sizes = name.note ? [["note", name.note], ["name", name]] : [["name", name]];
    let found = null;
    let level = "none";
    for (const [as, { w, h }] of sizes) {
      if (name.kind === "capital") {
        const [[x, y]] = name.points;
        found = put(() => [box(x - name.dot / 2, y - h / 2, w, h), box(x + name.dot / 2 - w, y - h / 2, w, h)]);
        if (found && found.x < x - name.dot) level = "mirrored";
      } else {
        const centred = name.points.map(([x, y]) => box(x - w / 2, y - h / 2, w, h));
        const host = name.iso3 && task.lands.some(({ id, host: hosts }) => hosts && id === name.iso3);
        if (host || as === "note") {
          const own = name.iso3 ? [name.iso3] : [];
          const over = ground.around(own);
          /** @type {(at: Placement.Box) => boolean} */
          const isInside = (at) => inside(at, frame) && over.own(at) > 0.55 && !over.overOthers(at);
          const [x, y] = name.points[0] || [frame.x, frame.y];
          found = put(
            () => centred.filter(isInside),
            () => anywhere({ anchor: "country", hosts: own, x, y, points: [] }, { w, h }, ground, true).map(({ box: at }) => at).filter(isInside));
        } else {
          const own = name.iso3 ? [name.iso3] : [];
          const [x, y] = name.points[0] || [frame.x, frame.y];
          const tell = name.country && leads.has(name.iso3 || "") ? putClear : put; // a lead is named in its country already
          found = tell(
            () => centred,
            () => (name.country
              ? anywhere({ anchor: "country", hosts: own, x, y, points: [] }, { w, h }, ground, true).map(({ box: at }) => at)
                .filter((at) => ground.around(own).own(at) > 0.8)
              : name.iso3 ? [] : centred.flatMap((at) => NUDGED.map(([dx, dy]) => box(at.x + dx * w, at.y + dy * h, w, h)))
                .filter((at) => ground.around([]).land(at) === 0)));
        }
      }
      if (found) {
        if (level === "none") level = as;
        break;
      }
    }
    if (found) result.names[name.id] = { ...rounded(found), level };
    if (name.note && (!found || level !== "note")) result.key.push({ id: name.id, group: name.note.group, y: name.points[0] ? name.points[0][1] : 0, number: null });
  }
}
