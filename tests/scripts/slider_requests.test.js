/* The slider's requests to the server, and their times. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { declared } from "./scripts.js";

const { Requests, Ahead, toIso } = await declared("ui", ["slider_scale.js", "slider_requests.js"], ["Requests", "Ahead", "toIso"]);

const passing = (day) => ({ day, passing: true });
const resting = (day) => ({ day, passing: false });

/** Requests, or days in advance, with a clock that only the test moves. */
function at(Kind) {
  const clock = { ms: 0 };
  return { one: new Kind(() => clock.ms), later: (ms) => { clock.ms += ms; } };
}

test("idle: nothing is waited for, and an answer to nothing is none", () => {
  const { one } = at(Requests);
  assert.equal(one.waiting, false);
  assert.equal(one.answer(5), false);
  assert.equal(one.waiting, false);
});

test("a move is sent and waited for until its answer comes; another day's is not its answer", () => {
  const { one } = at(Requests);
  assert.equal(one.take(passing(7)), true);
  assert.equal(one.waiting, true);
  assert.equal(one.answer(6), false);
  assert.equal(one.waiting, true);
  assert.equal(one.answer(7), true);
  assert.equal(one.waiting, false);
});

test("while an answer is on its way, of the days passed the last is kept, once", () => {
  const { one } = at(Requests);
  one.take(passing(7));
  assert.deepEqual([one.take(passing(8)), one.take(passing(9))], [false, false]);
  assert.equal(one.answer(7), true);
  assert.deepEqual(one.kept(), passing(9));
  assert.equal(one.kept(), null);
});

test("a day to rest on is sent at once, and voids what was kept", () => {
  const { one } = at(Requests);
  one.take(passing(7));
  one.take(passing(8));
  assert.equal(one.take(resting(9)), true);
  assert.equal(one.kept(), null);
  assert.equal(one.answer(7), false);
  assert.equal(one.answer(9), true);
});

test("the day that the server shows already needs no answer", () => {
  const { one } = at(Requests);
  one.answer(7);
  assert.equal(one.take(resting(7)), true);
  assert.equal(one.waiting, false);
});

test("an answer that does not come within four seconds is waited for no longer", () => {
  const { one, later } = at(Requests);
  one.take(passing(7));
  later(3999);
  assert.equal(one.take(passing(8)), false);
  later(1);
  assert.equal(one.waiting, false);
  assert.equal(one.take(passing(8)), true);
});

const STOPS = Array.from({ length: 40 }, (_, index) => 100 + 10 * index);
const sent = (days) => days.map((day) => ({ day: toIso(day), title: "", rest: "", scene: "{}" }));

test("play asks for six days first, then for twelve at once, and no day twice", () => {
  const { one } = at(Ahead);
  const first = one.wanted(STOPS, 100);
  assert.deepEqual(first, STOPS.slice(1, 7));
  assert.deepEqual(one.wanted(STOPS, 100), []); // they are on their way
  one.keep("", sent(first));
  const next = one.wanted(STOPS, 100);
  assert.deepEqual(next, STOPS.slice(7, 17)); // up to sixteen ahead
  one.keep("", sent(next));
  assert.deepEqual(one.wanted(STOPS, 100), []);
  assert.deepEqual(one.wanted(STOPS, STOPS[7]), []); // more than half of them are at hand
  assert.deepEqual(one.wanted(STOPS, STOPS[8]), STOPS.slice(17, 25));
});

test("days that did not come within two seconds are asked for again", () => {
  const { one, later } = at(Ahead);
  const first = one.wanted(STOPS, 100);
  later(1999);
  assert.deepEqual(one.wanted(STOPS, 100), []);
  later(1);
  assert.deepEqual(one.wanted(STOPS, 100), first);
});

test("at the last day, the days that play begins with again are asked for", () => {
  const { one } = at(Ahead);
  assert.deepEqual(one.wanted(STOPS, STOPS.at(-1)), STOPS.slice(0, 6));
});

test("near the last day nothing is asked for beyond it", () => {
  const { one } = at(Ahead);
  assert.deepEqual(one.wanted(STOPS, STOPS.at(-3)), STOPS.slice(-2));
});

test("days of another view are void", () => {
  const { one } = at(Ahead);
  assert.equal(one.keep("Canada", sent([110])), true);
  assert.equal(one.keep("Canada", sent([120])), false);
  assert.deepEqual([...one.days.keys()], [110, 120]);
  one.wanted(STOPS, 100);
  assert.equal(one.keep("Latvia", sent([130])), true);
  assert.deepEqual([...one.days.keys()], [130]);
  assert.notDeepEqual(one.wanted(STOPS, 100), []); // what was on its way was another view's
});
