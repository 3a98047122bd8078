/* A page tells its server once that the record has another version than the one it shows. */
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { declared } from "./scripts.js";

const { Following } = await declared("ui", ["following.js"], ["Following"]);

let answers; // what the server answers next: a version, or an error
let told;
let one;

beforeEach(() => {
  answers = [];
  told = [];
  one = new Following(async () => {
    const next = await answers.shift();
    if (next instanceof Error) throw next;
    return next;
  }, (version) => told.push(version));
  one.show("a");
});

const look = async (...given) => {
  answers.push(...given);
  for (const _ of given) await one.look();
};

test("the version that the page shows is no news", async () => {
  await look("a", "a");
  assert.deepEqual(told, []);
});

test("another version is told once, and again if the page is then drawn with an older one", async () => {
  await look("b", "b");
  assert.deepEqual(told, ["b"]);
  one.show("b");
  await look("b");
  assert.deepEqual(told, ["b"]);
  one.show("a");
  await look("b");
  assert.deepEqual(told, ["b", "b"]);
});

test("a server that does not answer is asked again", async () => {
  await look(new Error("away"), "b");
  assert.deepEqual(told, ["b"]);
});

test("while an answer is on its way there is no other question", async () => {
  let answer;
  answers.push(new Promise((done) => { answer = done; }), "c");
  const first = one.look();
  await one.look();
  assert.equal(answers.length, 1);
  answer("b");
  await first;
  assert.deepEqual(told, ["b"]);
});

test("an answer from before the page was drawn counts as nothing", async () => {
  let answer;
  answers.push(new Promise((done) => { answer = done; }));
  const first = one.look();
  one.show("b");
  answer("a");
  await first;
  assert.deepEqual(told, []);
});
