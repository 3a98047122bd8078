"use strict";
/* Decisions before placing: the sizes of symbols, which names may be on a map of this scale, and their order. Part
 * of the placement. */
const MARGIN = 6; // pixels between words and the edge of the map
const SMALL_MAP = 520; // pixels of its shorter side up to which a map has smaller symbols
const SMALLER = 0.72; // a symbol's second size; its third is a dot
/** By rank: smaller places appear where the map is larger.
 * @type {Record<number, number>} */
const FROM_ZOOM = { 1: 0, 2: 4.5, 3: 5.25, 4: 6 };

/** The task of placing, from the things on the map and their sizes.
 * @param {Placement.Seen} seen
 * @returns {Placement.Task} */
function taskOf(seen) {
  const { frames, arcs, lands, forbidden } = seen;
  const { free } = frames[frames.length - 1];
  const countries = new Map(seen.names.filter(({ role }) => role === "country").map((name) => [name.iso3, name.points]));
  return {
    frames: frames.map(({ free: at, blocked }) => ({ frame: box(at.x + MARGIN, at.y + MARGIN, at.w - 2 * MARGIN, at.h - 2 * MARGIN), blocked })),
    size: Math.min(free.w, free.h) < SMALL_MAP && !seen.brief ? 1 : 0,
    sizes: 3,
    marks: seen.marks.map(({ symbol, dot, ...mark }) => ({
      ...mark,
      symbols: [symbol, { w: SMALLER * symbol.w, h: SMALLER * symbol.h }, dot],
      crowd: mark.crowd && mark.anchor === "place",
      points: mark.anchor === "country" ? countries.get(mark.hosts[0]) || [] : [],
    })),
    arcs,
    names: namesOf(seen),
    lands,
    forbidden,
  };
}

/** The base map's names that may be on a map of this scale, in the order in which they get room: countries with a
 * deployment or a statistic, oceans, other countries, capitals, seas and gulfs, parts of countries.
 * @param {Placement.Seen} seen
 * @returns {Placement.Name[]} */
function namesOf(seen) {
  const hosts = new Set(seen.hosts);
  /** @type {(name: Placement.SeenName) => boolean} */
  const first = ({ iso3, note }) => Boolean(note) || (iso3 !== null && hosts.has(iso3));
  /** @type {(role: string, test?: (name: Placement.SeenName) => boolean) => Placement.SeenName[]} */
  const those = (role, test = () => true) => seen.names.filter((name) => name.role === role && test(name));
  const countries = those("country").map((name, index) => ({ name, index })).sort((a, b) => a.name.rank - b.name.rank || a.index - b.index).map(({ name }) => name);
  const ordered = [
    ...countries.filter(first), ...those("sea", ({ rank }) => rank <= 1), ...countries.filter((name) => !first(name)), ...those("capital"),
    ...those("sea", ({ rank }) => rank > 1), ...those("region"),
  ];
  return ordered.filter(({ rank, note }) => note || seen.zoom >= FROM_ZOOM[rank]).map(({ id, role, name, iso3, w, h, points, note }) => ({
    id, kind: role === "capital" ? "capital" : "name", country: role === "country", iso3, w, h, points, dot: seen.capital,
    headed: role === "country" ? seen.marks.filter(({ anchor, heading }) => anchor === "country" && heading === name).map((mark) => mark.id) : [],
    note: note && { ...note, group: seen.countries },
  }));
}
