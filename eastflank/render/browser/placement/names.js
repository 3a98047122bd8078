"use strict";
/* The base map's own names, in the room that the words of deployments leave. Part of the placement. */
/** Names of the base map, each at the first of its points that is free; a country's statistic is with its name.
 * @param {Placement.Task} task @param {Ground} ground @param {Taken} fixed @param {Taken} lines
 * @param {Placement.InFrame} result */
function names(task, ground, fixed, lines, result) {
  const { frame } = result;
  /** @type {(boxes: Placement.Box[]) => Placement.Box | null} */
  const put = (boxes) => {
    const free = boxes.map((at) => ({ box: at, line: null, owner: null })).filter((thing) => inside(thing.box, frame) && fixed.free(thing));
    const thing = free.find(({ box: at }) => onArcs(at, lines) === 0) || free[0];
    if (!thing) return null;
    fixed.add(thing);
    return thing.box;
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
        found = put([box(x - name.dot / 2, y - h / 2, w, h), box(x + name.dot / 2 - w, y - h / 2, w, h)]);
        if (found && found.x < x - name.dot) level = "mirrored";
      } else {
        const centred = name.points.map(([x, y]) => box(x - w / 2, y - h / 2, w, h));
        const host = name.iso3 && task.lands.some(({ id, host: hosts }) => hosts && id === name.iso3);
        if (host || as === "note") {
          const own = name.iso3 ? [name.iso3] : [];
          const over = ground.around(own);
          /** @type {(at: Placement.Box) => boolean} */
          const isInside = (at) => inside(at, frame) && over.own(at) > 0.55 && !over.overOthers(at);
          found = put(centred.filter(isInside));
          if (!found) {
            const [x, y] = name.points[0] || [frame.x, frame.y];
            found = put(anywhere({ anchor: "country", hosts: own, x, y, points: [] }, { w, h }, ground, true).map(({ box: at }) => at).filter(isInside));
          }
        } else {
          found = put(centred);
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
