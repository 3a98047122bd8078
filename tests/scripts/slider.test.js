/* The slider's states: idle, playing, waiting for an answer, stopped at the end, dragging. */
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { event, page } from "./page.js";
import { declared } from "./scripts.js";

const { Slider, show, toNumber } = await declared("ui", ["slider_scale.js", "slider_rail.js", "slider_requests.js", "slider.js"],
  ["Slider", "show", "toNumber"]);

const PARTS = ["slider", "rail", "past", "ticks", "captions", "years", "thumb", "words", "tip",
  "play", "earlier", "later", "speed", "exact", "newest", "in-words", "stopped"];
const DAYS = ["2016-06-14", "2016-07-08", "2017-01-10", "2017-08-28"];
const BEAT = 500; // milliseconds between two days in play

let around;
let slider;
let told; // the moves that the server received

/** The server's data when it shows a day. */
const data = (day, more = {}) => ({
  day, newest: "2017-08-28", earliest: "1949-04-04", latest: "2100-12-31", first: "2016-06-01", last: "2017-08-28",
  begins: "June 2016", ends: "today", theme: "light", incomplete: false, view: "all", ahead: [],
  days: Array.from({ length: 12 }, (_, month) => `{day} of month ${month + 1}, {year}`), play: [["Play", "Play (space)"], ["Pause", "Pause (space)"]],
  stops: DAYS.map((one) => ({ day: one, words: `said on ${one}`, caption: "", turn: true })), ...more,
});
const says = (day, more = {}) => slider.show(data(day, more));
const sent = (days) => days.map((day) => ({ day, title: `On ${day}`, rest: "", scene: JSON.stringify({ day }) }));
const click = (part) => around.elements[part].dispatchEvent(event("click"));
const key = (name, more = {}) => around.elements.thumb.dispatchEvent(event("keydown", { key: name, ...more }));
const hand = (kind, x) => around.elements.rail.dispatchEvent(event(kind, { button: 0, clientX: x, pointerId: 1 }));
const shown = () => new Date(slider.day * 86_400_000).toISOString().slice(0, 10);
const lags = () => around.document.documentElement.attributes["data-eastflank-passing"] === true;
const x_of = (day) => 10 + slider.rail.scale.share(toNumber(day)) * 800;

beforeEach(() => {
  around = page(PARTS);
  slider = new Slider(around.root);
  told = [];
  slider.tell = (move) => told.push(move);
  slider.ask = () => {};
  says("2016-06-14");
});
afterEach(() => {
  slider.leave();
  around.close();
});

test("idle: it shows the server's day, and follows another one", () => {
  assert.equal(shown(), "2016-06-14");
  says("2017-01-10");
  assert.equal(shown(), "2017-01-10");
  assert.equal(slider.play.disabled, false, "its buttons wait for a day to be shown");
  assert.deepEqual([told, slider.playing, lags()], [[], false, false]);
});

test("at its ends there is no button that leads on", () => {
  const disabled = () => ["earlier", "later", "newest"].map((part) => around.elements[part].disabled);
  assert.deepEqual(disabled(), [true, false, false]);
  says("2017-08-28");
  assert.deepEqual(disabled(), [false, true, true]);
  says("2017-01-11"); // nobody spoke on it
  assert.deepEqual(disabled(), [false, false, false]);
});

test("a step is told at once, and comes to rest", () => {
  click("later");
  assert.deepEqual(told, [{ day: "2016-07-08", passing: false }]);
  assert.deepEqual([shown(), lags()], ["2016-07-08", false]);
});

test("while an answer is on its way, the server's older day does not move it back", () => {
  click("later");
  says("2016-06-14");
  assert.equal(shown(), "2016-07-08");
  says("2016-07-08");
  says("2017-01-10");
  assert.equal(shown(), "2017-01-10");
});

test("playing: each day waits for the answer to the one before, and for its beat", () => {
  click("play");
  assert.deepEqual([told, slider.playing, lags()], [[{ day: "2016-07-08", passing: true }], true, true]);
  around.lets(3 * BEAT);
  assert.equal(told.length, 1); // no answer, no next day
  says("2016-07-08");
  around.lets(0);
  assert.deepEqual(told.at(-1), { day: "2017-01-10", passing: true });
  says("2017-01-10");
  around.lets(BEAT - 1);
  assert.equal(told.length, 2);
  around.lets(1);
  assert.equal(told.length, 3);
});

test("playing: days sent ahead go to the map alone, a beat each, and the server hears of none", () => {
  says("2016-06-14", { ahead: sent(DAYS) });
  click("play");
  assert.deepEqual(around.passed, ["2016-07-08"]);
  around.lets(BEAT);
  assert.deepEqual([around.passed, around.sentence.textContent], [["2016-07-08", "2017-01-10"], "On 2017-01-10"]);
  assert.deepEqual([told, lags()], [[], true]);
});

test("paused: it rests on the day that it had come to", () => {
  says("2016-06-14", { ahead: sent(DAYS) });
  click("play");
  click("play");
  assert.deepEqual([told, slider.playing, lags()], [[{ day: "2016-07-08", passing: false }], false, false]);
  around.lets(10 * BEAT);
  assert.deepEqual(around.passed, ["2016-07-08"]);
});

test("stopped at the end: it rests on the last day, and play begins with the first again", () => {
  says("2017-01-10", { ahead: sent(DAYS) });
  click("play");
  around.lets(BEAT);
  assert.deepEqual([told, slider.playing], [[{ day: "2017-08-28", passing: false }], false]);
  says("2017-08-28", { ahead: sent(DAYS) });
  click("play");
  assert.equal(around.passed.at(-1), "2016-06-14");
});

test("a press on the map ends play", () => {
  says("2016-06-14", { ahead: sent(DAYS) });
  click("play");
  around.map.dispatchEvent(event("pointerdown"));
  assert.equal(slider.playing, false);
});

test("another view ends play, rests on the day shown, and says so", () => {
  let heard = "";
  around.document.addEventListener("eastflank-tell", ({ detail }) => { heard = detail; });
  around.elements.stopped.textContent = "Play stopped: the view has changed.";
  says("2016-06-14", { ahead: sent(DAYS) });
  click("play");
  says("2016-06-14", { view: "Canada" });
  assert.deepEqual([slider.playing, shown(), told], [false, "2016-07-08", [{ day: "2016-07-08", passing: false }]]);
  assert.deepEqual([heard, around.elements.stopped.hidden], ["Play stopped: the view has changed.", false]);
  around.lets(6000);
  assert.equal(around.elements.stopped.hidden, true);
});

test("asked to rest in play: it stops at the day on the map, tells the server, and gives that day back", () => {
  const rest = () => {
    const detail = {};
    around.window.dispatchEvent(event("eastflank-rest", { detail }));
    return detail.day;
  };
  assert.equal(rest(), undefined);
  says("2016-06-14", { ahead: sent(DAYS) });
  click("play");
  around.lets(BEAT);
  assert.equal(rest(), "2017-01-10");
  assert.deepEqual([told, slider.playing, lags()], [[{ day: "2017-01-10", passing: false }], false, false]);
});

test("Back in play: it stops, tells nothing, and shows again what the server last sent", () => {
  around.sentence.textContent = "As the server has it";
  says("2016-06-14", { ahead: sent(DAYS) });
  click("play");
  around.lets(BEAT);
  around.window.dispatchEvent(event("eastflank-went"));
  assert.deepEqual([told, slider.playing, lags()], [[], false, false]);
  assert.deepEqual([around.passed.at(-1), around.sentence.textContent], ["the server's", "As the server has it"]);
  says("2016-06-14");
  assert.equal(shown(), "2016-06-14");
});

test("Back while an answer is on its way: the server's day counts", () => {
  click("later");
  around.window.dispatchEvent(event("eastflank-went"));
  says("2017-01-10");
  assert.equal(shown(), "2017-01-10");
});

test("dragging: days are passed, the last one when the answer comes, and it rests where it is let go", () => {
  hand("pointerdown", x_of("2016-07-08"));
  assert.deepEqual(told, [{ day: "2016-07-08", passing: true }]);
  hand("pointermove", x_of("2017-01-10"));
  hand("pointermove", x_of("2017-08-28"));
  assert.deepEqual([shown(), told.length], ["2017-08-28", 1]);
  says("2016-07-08");
  assert.deepEqual(told.at(-1), { day: "2017-08-28", passing: true });
  hand("pointerup", x_of("2017-08-28"));
  assert.deepEqual([told.at(-1), lags()], [{ day: "2017-08-28", passing: false }, false]);
  hand("pointermove", x_of("2016-07-08")); // only passes over it
  assert.equal(shown(), "2017-08-28");
});

test("dragging ends play, and another button than the first does not drag", () => {
  click("play");
  around.elements.rail.dispatchEvent(event("pointerdown", { button: 2, clientX: x_of("2017-08-28"), pointerId: 1 }));
  assert.deepEqual([slider.playing, shown()], [true, "2016-07-08"]);
  hand("pointerdown", x_of("2017-08-28"));
  assert.equal(slider.playing, false);
});

test("by key: from day to day, to both ends, and a key that is held only passes", () => {
  key("End");
  assert.equal(shown(), "2017-08-28");
  says("2017-08-28");
  key("ArrowLeft", { repeat: true });
  assert.deepEqual(told.at(-1), { day: "2017-01-10", passing: true });
  key("ArrowLeft", { repeat: true }); // before the answer
  assert.equal(shown(), "2017-01-10");
  around.elements.thumb.dispatchEvent(event("keyup"));
  assert.deepEqual(told.at(-1), { day: "2017-01-10", passing: false });
  key("ArrowRight", { ctrlKey: true }); // the browser's own
  assert.equal(shown(), "2017-01-10");
});

test("an exact day that is none moves nothing", () => {
  around.elements.exact.validity.valid = false;
  around.elements.exact.value = "";
  around.elements.exact.dispatchEvent(event("change"));
  assert.deepEqual([shown(), told], ["2016-06-14", []]);
});

test("what was not yet known is asked for again, ever more rarely, and not once it is there", () => {
  const asked = [];
  slider.ask = (days) => asked.push(days);
  says("2016-06-14", { incomplete: true });
  around.lets(1499);
  assert.equal(asked.length, 0);
  around.lets(1);
  assert.deepEqual(asked, [[]]);
  says("2016-06-14", { incomplete: true });
  around.lets(1500);
  assert.equal(asked.length, 1);
  around.lets(1500);
  assert.equal(asked.length, 2);
  says("2016-06-14");
  around.lets(60_000);
  assert.equal(asked.length, 2);
});

test("while a day that was asked for is not answered, nothing else is asked for that would take its place", () => {
  const asked = [];
  slider.ask = (days) => asked.push(days);
  says("2016-06-14", { incomplete: true });
  click("later");
  around.lets(1500);
  around.elements.play.dispatchEvent(event("focus"));
  assert.deepEqual([told.map((move) => move.day), asked], [["2016-07-08"], []]);
  says("2016-07-08", { incomplete: true });
  around.lets(1500);
  assert.deepEqual(asked, [[]]);
});

test("a slider that left hears nothing any more, and the next one in its place has each speed once", () => {
  slider.leave();
  slider = new Slider(around.root);
  slider.tell = (move) => told.push(move);
  says("2016-06-14");
  click("play");
  assert.equal(slider.playing, true);
  assert.equal(around.elements.speed.children.length, 4);
});

test("a slider that is ended and shown again at once plays on; ended for good, it leaves", () => {
  slider.leave();
  const heard = [];
  const component = () => show({
    data: [data("2016-06-14")], parentElement: around.root, setTriggerValue: (name, value) => heard.push([name, value]),
  });
  const playing = () => around.elements.slider.classList.contains("playing");
  const end = component();
  click("play");
  end();
  const endAgain = component();
  around.lets(1);
  assert.equal(playing(), true);
  click("play"); // pause
  assert.deepEqual(heard.at(-1), ["moved", { day: "2016-07-08", passing: false }]);
  endAgain();
  around.lets(1);
  click("play");
  assert.equal(playing(), false);
});
