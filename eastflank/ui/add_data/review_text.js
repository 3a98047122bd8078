"use strict";
/* The text of an article with its proposals marked in it. It receives text, never HTML; positions are code points.
 * It sends the server `turned` { number } when the reader clicks a mark. `press` makes each message different. */

const BOX = ".ef-review-text";
let presses = 0;

/** UTF-16 units before each of these places, which are code points: one pass over the text for all of them.
 * @param {string} text @param {number[]} points
 * @returns {Map<number, number>} */
function unitsOf(text, points) {
  const found = new Map();
  let [passed, unit] = [0, 0];
  for (const point of [...new Set(points)].sort((one, other) => one - other)) {
    unit += toUnits(text.slice(unit), point - passed);
    passed = point;
    found.set(point, unit);
  }
  return found;
}

/** Draw the text, cut where a proposal or a field of the present one begins or ends.
 * @param {HTMLElement} box @param {ReviewTextData} data */
function draw(box, data) {
  const places = unitsOf(data.text, [...data.proposals, ...data.fields].flatMap(({ start, stop }) => [start, stop]));
  const units = (/** @type {number} */ points) => places.get(points) ?? data.text.length;
  const ranges = [
    ...data.proposals.map(({ start, stop, number, state, label }) => ({ start: units(start), stop: units(stop), number, state, label, field: "" })),
    ...data.fields.map(({ start, stop, field, label }) => ({ start: units(start), stop: units(stop), number: 0, state: "", label, field })),
  ];
  const begun = new Set();
  box.replaceChildren(...pieces(data.text, ranges).map(({ text, inside }) => {
    if (!inside.length) return document.createTextNode(text);
    const piece = document.createElement("span");
    piece.textContent = text;
    piece.title = inside.map(({ label }) => label).filter(Boolean).join("; ");
    piece.dataset.fields = inside.map(({ field }) => field).filter(Boolean).join(" ");
    const proposals = inside.filter(({ number }) => number);
    const shown = proposals.find(({ number }) => number === data.at) || proposals.at(-1);
    if (inside.some(({ field }) => field)) piece.classList.add("field");
    if (!shown) return piece;
    piece.classList.add("proposal", shown.state);
    piece.dataset.number = String(shown.number);
    if (proposals.some(({ number }) => number === data.at)) piece.classList.add("current");
    if (!begun.has(shown.number)) piece.classList.add("first");
    begun.add(shown.number);
    return piece;
  }));
}

/** Scroll the current proposal into view, only inside the box.
 * @param {HTMLElement} box */
function reveal(box) {
  const marks = [...box.querySelectorAll(".current")];
  if (!marks.length) return;
  const [frame, from, to] = [box, marks[0], marks.at(-1) ?? marks[0]].map((one) => one.getBoundingClientRect());
  if (from.top < frame.top + 8 || to.bottom > frame.bottom - 8) box.scrollTop += from.top - frame.top - frame.height / 4;
}

/** Highlight the characters of one field; none: of all fields equally.
 * @param {Element} box @param {string} field */
function light(box, field) {
  for (const piece of box.querySelectorAll(".field")) {
    piece.classList.toggle("lit", field !== "" && (piece.dataset.fields ?? "").split(" ").includes(field));
  }
}

/** @param {Component<ReviewTextData>} component */
export default function ({ parentElement, data, setTriggerValue }) {
  const box = parentElement.querySelector(BOX);
  if (!box) return undefined;
  box.setAttribute("aria-label", data.label);
  const signature = JSON.stringify([data.text, data.proposals, data.fields, data.at]);
  if (box.dataset.signature !== signature) {
    const moved = box.dataset.at !== String(data.at);
    draw(box, data);
    box.dataset.signature = signature;
    box.dataset.at = String(data.at);
    if (moved) reveal(box);
  }
  box.onclick = (event) => {
    const mark = event.target instanceof Element ? event.target.closest("[data-number]") : null;
    if (mark instanceof HTMLElement) setTriggerValue("turned", { number: Number(mark.dataset.number), press: (presses += 1) });
  };
  const over = (/** @type {Event} */ event) => {
    const row = event.target instanceof Element ? event.target.closest("[data-review-field]") : null;
    light(box, row instanceof HTMLElement ? row.dataset.reviewField ?? "" : "");
  };
  document.addEventListener("pointerover", over);
  document.addEventListener("focusin", over);
  return () => {
    document.removeEventListener("pointerover", over);
    document.removeEventListener("focusin", over);
  };
}
