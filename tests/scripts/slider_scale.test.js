/* Days and places on the slider's rail. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { declared } from "./scripts.js";

const { Scale, toNumber, toIso, stopBeside, within, withRoom } = await declared("ui", ["slider_scale.js"],
  ["Scale", "toNumber", "toIso", "stopBeside", "within", "withRoom"]);

const [FIRST, LAST] = [toNumber("2016-06-01"), toNumber("2024-02-29")];
const STOPS = ["2016-06-13", "2016-06-14", "2016-07-08", "2017-08-28", "2022-02-24", "2022-02-25", "2024-02-01"].map(toNumber);
const scale = new Scale(FIRST, LAST, STOPS);

test("a day is counted from 1 January 1970, and written as it was read", () => {
  assert.equal(toNumber("1970-01-01"), 0);
  for (const day of ["1969-12-31", "2000-02-29", "2016-03-27", "2038-01-19"]) assert.equal(toIso(toNumber(day)), day);
});

test("the rail begins with its first day and ends with its last", () => {
  assert.deepEqual([scale.share(FIRST), scale.share(LAST), scale.day(0), scale.day(1)], [0, 1, FIRST, LAST]);
});

test("a day off the rail stands at its end, and so does a pointer", () => {
  assert.deepEqual([scale.share(FIRST - 1), scale.share(LAST + 4000)], [0, 1]);
  assert.deepEqual([scale.day(-0.2), scale.day(1.3)], [FIRST, LAST]);
});

test("later days stand further right, and the day at a day's place is that day", () => {
  let before = -1;
  for (let day = FIRST; day <= LAST; day += 1) {
    const share = scale.share(day);
    assert.ok(share > before, `${toIso(day)} stands at ${share}, the day before at ${before}`);
    assert.equal(scale.day(share), day);
    before = share;
  }
});

test("each day spoken has room of its own, also beside the next day", () => {
  const shares = [FIRST, ...STOPS, LAST].map((day) => scale.share(day));
  const least = 0.5 / (STOPS.length + 1);
  shares.slice(1).forEach((share, index) => assert.ok(share - shares[index] >= least));
});

test("stops off the rail, or at its ends, get no room of their own", () => {
  const wider = new Scale(FIRST, LAST, [FIRST - 30, FIRST, ...STOPS, LAST, LAST + 1]);
  assert.deepEqual(wider.days, scale.days);
});

test("a rail of a single day shows that day", () => {
  const single = new Scale(FIRST, FIRST, [FIRST]);
  assert.deepEqual([single.share(FIRST), single.day(0), single.day(0.5), single.day(1)], [0, FIRST, FIRST, FIRST]);
});

test("a tick attracts a pointer that is less than six pixels away, the nearest of several", () => {
  const long = 900;
  for (const stop of STOPS) {
    const x = scale.share(stop) * long;
    assert.equal(scale.nearest(STOPS, x, long), stop);
    assert.equal(scale.nearest([stop], x + 5.9, long), stop);
    assert.equal(scale.nearest([stop], x - 6, long), null);
  }
  const short = 40; // all ticks lie within reach of each other
  const [one, other] = [scale.share(STOPS[1]) * short, scale.share(STOPS[2]) * short];
  assert.equal(scale.nearest(STOPS, one + 0.4 * (other - one), short), STOPS[1]);
  assert.equal(scale.nearest(STOPS, one + 0.6 * (other - one), short), STOPS[2]);
});

test("from stop to stop, and at the ends no further", () => {
  assert.equal(stopBeside(STOPS, STOPS[0], 1), STOPS[1]);
  assert.equal(stopBeside(STOPS, STOPS[1] + 3, 1), STOPS[2]);
  assert.equal(stopBeside(STOPS, STOPS[2], -1), STOPS[1]);
  assert.equal(stopBeside(STOPS, STOPS[0], -1), null);
  assert.equal(stopBeside(STOPS, STOPS.at(-1), 1), null);
  assert.equal(stopBeside([], FIRST, 1), null);
});

test("a label at an end of the rail moves inside", () => {
  assert.deepEqual([within(0, 20, 300), within(150, 20, 300), within(300, 20, 300)], [20, 150, 280]);
});

test("a label that would touch what stands there is hidden, and takes no room from the next", () => {
  const at = (...centres) => centres.map((centre) => ({ centre, half: 10 }));
  assert.deepEqual(withRoom(at(10, 30, 60), []), [true, false, true]);
  assert.deepEqual(withRoom(at(10, 34, 58), []), [true, false, true]);
  assert.deepEqual(withRoom(at(10, 36, 62), []), [true, true, true]);
  assert.deepEqual(withRoom(at(50, 80), [[30, 60]]), [false, true]);
});
