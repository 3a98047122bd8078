/* Places in a text, counted as a browser counts (UTF-16 units) and as the record does (code points). */

/** Whether a place lies between the two halves of one character.
 * @param {string} text @param {number} unit */
function splits(text, unit) {
  return unit > 0 && unit < text.length && (text.codePointAt(unit - 1) ?? 0) > 0xffff;
}

/** Code points before a place. A place inside a character counts as before it, or with `after` as after it.
 * @param {string} text @param {number} unit @param {boolean} after */
function toPoints(text, unit, after) {
  const end = splits(text, unit) ? unit + (after ? 1 : -1) : unit;
  let points = 0;
  for (let at = 0; at < end; points += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return points;
}

/** UTF-16 units before so many code points.
 * @param {string} text @param {number} points */
function toUnits(text, points) {
  let at = 0;
  for (let passed = 0; passed < points && at < text.length; passed += 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
  return at;
}

/** The pieces of a text between all edges of ranges, each with the ranges that contain it. Together they are the text.
 * @template {{ start: number, stop: number }} Range
 * @param {string} text @param {Range[]} ranges in UTF-16 units
 * @returns {{ text: string, inside: Range[] }[]} */
function pieces(text, ranges) {
  const edges = [...new Set([0, text.length, ...ranges.flatMap(({ start, stop }) => [start, stop])])]
    .filter((edge) => edge >= 0 && edge <= text.length)
    .sort((one, other) => one - other);
  return edges.slice(1).map((stop, at) => ({
    text: text.slice(edges[at], stop),
    inside: ranges.filter((range) => range.start <= edges[at] && stop <= range.stop),
  }));
}
