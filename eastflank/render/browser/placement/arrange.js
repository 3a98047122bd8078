"use strict";
/* Finds a position for each of many texts, with the least total cost. Part of the placement. */
const MANY = 60; // with more marks than this, all are numbers, and symbols are small
const NO_ROOM = 2000; // the cost of finding no room, in pixels of distance
const ORDERS = 14; // how many orders are tried
const ROUNDS = 8; // how many more passes over all items
const TRIES = 60; // how many better choices each tries in a pass
const SENT_AWAY = 2; // how many others it may displace

/** A choice for each item, or null, without overlaps.
 *
 * An item is `{ owner, choices, weight }`; its choices do not overlap fixed things, and the cheapest is first. The
 * item with the largest loss in one order is placed first in the next. Then each item takes a better choice and
 * displaces what is there, if this reduces the total cost.
 * @param {Placement.Item[]} items @param {Taken} fixed */
function arrange(items, fixed) {
  /** @type {Placement.Owned[][]} */
  const choices = items.map(({ owner, choices: all }) =>
    all.map((choice) => ({ ...choice, owner })).filter((choice) => fixed.free(choice)));
  /** @type {(index: number, choice: Placement.Owned | null) => number} */
  const cost = (index, choice) => items[index].weight * (choice ? choice.cost : NO_ROOM);
  /** @type {(found: (Placement.Owned | null)[]) => number} */
  const total = (found) => found.reduce((sum, choice, index) => sum + cost(index, choice), 0);
  /** @type {(order: number[], found: (Placement.Owned | null)[], taken: Taken) => (Placement.Owned | null)[]} */
  const put = (order, found, taken) => {
    for (const index of order) {
      const choice = choices[index].find((one) => taken.free(one)) || null;
      found[index] = choice;
      if (choice) taken.add(choice);
    }
    return found;
  };
  const many = items.length > 2 * MANY;
  let order = items.map((_, index) => index);
  let last = put(order, [], new Taken());
  let best = last;
  /** @type {(index: number) => number} */
  const lost = (index) => cost(index, last[index]) - (choices[index].length ? cost(index, choices[index][0]) : cost(index, null));
  for (let tried = 1; tried < (many ? 1 : ORDERS); tried += 1) {
    const worst = order.reduce((one, other) => (lost(other) > lost(one) + 1e-9 ? other : one), order[0]);
    if (worst === undefined || lost(worst) <= 0) break;
    order = [worst, ...order.filter((index) => index !== worst)];
    last = put(order, [], new Taken());
    if (total(last) < total(best) - 1e-9) best = last;
  }
  for (let round = 0; round < (many ? 0 : ROUNDS); round += 1) {
    const before = total(best);
    const dearest = items.map((_, index) => index).sort((a, b) => cost(b, best[b]) - cost(a, best[a]) || a - b);
    const taken = new Taken();
    for (const choice of best) if (choice) taken.add(choice);
    for (const index of dearest) best = bettered(index, best, choices, { cost, total, put, taken }) || best;
    if (total(best) >= before - 1e-9) break;
  }
  return best;
}

/** The result if one item takes a better choice from at most two others, if the total improves; otherwise null.
 * `taken` holds the current result, before and after.
 * @param {number} index @param {(Placement.Owned | null)[]} found @param {Placement.Owned[][]} choices
 * @param {{ cost: (index: number, choice: Placement.Owned | null) => number, total: (found: (Placement.Owned |
 * null)[]) => number, put: (order: number[], found: (Placement.Owned | null)[], taken: Taken) => unknown, taken:
 * Taken }} by */
function bettered(index, found, choices, { cost, total, put, taken }) {
  const mine = found[index];
  const before = total(found);
  if (mine) taken.remove(mine);
  for (const choice of choices[index].slice(0, TRIES)) {
    if (cost(index, choice) >= cost(index, mine) - 1e-9) break;
    const against = taken.against(choice, SENT_AWAY + 1);
    if (against.length > SENT_AWAY) continue;
    const sent = against.map((thing) => found.indexOf(/** @type {Placement.Owned} */ (thing)));
    for (const order of sent.length > 1 ? [sent, [...sent].reverse()] : [sent]) {
      const trial = [...found];
      trial[index] = choice;
      against.forEach((thing) => taken.remove(thing));
      taken.add(choice);
      put(order, trial, taken);
      if (total(trial) < before - 1e-6) return trial;
      for (const other of order) {
        const choice = trial[other];
        if (choice) taken.remove(choice);
      }
      taken.remove(choice);
      against.forEach((thing) => taken.add(thing));
    }
  }
  if (mine) taken.add(mine);
  return null;
}
