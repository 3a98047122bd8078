"use strict";
/* An article's text, in which a curator chooses passages with the mouse or the keyboard. It receives text, never
 * HTML. The text is shown unchanged: the characters of the box are those of the article, no more and no fewer. It
 * sends the server `picked` { start, stop }, `marked` { field, start, stop } and `unmarked`, the same; positions are
 * counted in code points. `press` makes each message different. */

const BOX = ".ef-text";
let presses = 0;
/** The clean-up of the last drawn box, and the selection in it before the focus moved to a button.
 * @type {WeakMap<Element, { leave: () => void, held: { start: number, stop: number } | null }>} */
const boxes = new WeakMap();

/** @param {string} tag @param {string} className @param {string} [text] */
const element = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};

/** UTF-16 units of the box before a place in it.
 * @param {Element} box @param {Node} node @param {number} offset */
function unitsBefore(box, node, offset) {
  const range = document.createRange();
  range.selectNodeContents(box);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** The place in the box after so many UTF-16 units.
 * @param {Element} box @param {number} units
 * @returns {[Node, number]} */
function placeAfter(box, units) {
  const walker = document.createTreeWalker(box, NodeFilter.SHOW_TEXT);
  let left = units;
  let last = /** @type {Node} */ (box);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const length = (node.nodeValue ?? "").length;
    if (left <= length) return [node, left];
    left -= length;
    last = node;
  }
  return [last, (last.nodeValue ?? "").length];
}

/** The selection in the box, in UTF-16 units; null if there is none.
 * @param {Element} box */
function chosenIn(box) {
  const selection = document.getSelection();
  if (!selection || !selection.rangeCount) return null;
  const range = selection.getRangeAt(0);
  if (range.collapsed || !box.contains(range.startContainer) || !box.contains(range.endContainer)) return null;
  return {
    start: unitsBefore(box, range.startContainer, range.startOffset),
    stop: unitsBefore(box, range.endContainer, range.endOffset),
  };
}

/** @param {Element} box @param {{ start: number, stop: number }} chosen */
function choose(box, { start, stop }) {
  const selection = document.getSelection();
  if (selection) selection.setBaseAndExtent(...placeAfter(box, start), ...placeAfter(box, stop));
}

/** Draw the text, cut where a quote or a mark begins or ends.
 * @param {HTMLElement} box @param {PassageData} data */
function draw(box, data) {
  const units = (/** @type {number} */ points) => toUnits(data.text, points);
  const ranges = [
    ...data.quotes.map(({ start, stop, label }) => ({ start: units(start), stop: units(stop), label, field: "", form: "quoted" })),
    ...data.marks.map(({ start, stop, field, label }) => ({ start: units(start), stop: units(stop), label, field, form: "marked" })),
    ...(data.quote ? [{ start: units(data.quote.start), stop: units(data.quote.stop), label: "", field: "", form: "chosen" }] : []),
  ];
  box.replaceChildren(...pieces(data.text, ranges).map(({ text, inside }) => {
    if (!inside.length) return document.createTextNode(text);
    const piece = element("span", [...new Set(inside.map(({ form }) => form))].join(" "), text);
    piece.title = inside.map(({ label }) => label).filter(Boolean).join("; ");
    piece.dataset.fields = inside.map(({ field }) => field).filter(Boolean).join(" ");
    return piece;
  }));
}

/** Highlight the characters of a field.
 * @param {HTMLElement} box @param {string} field */
function light(box, field) {
  for (const piece of box.querySelectorAll("span")) {
    piece.classList.toggle("lit", field !== "" && (piece.dataset.fields ?? "").split(" ").includes(field));
  }
}

/** The field of the focused element; empty if none.
 * @param {EventTarget | null} target */
function fieldOf(target) {
  const widget = target instanceof Element ? target.closest("[class*='st-key-field-']") : null;
  const found = /st-key-field-([\w-]+?)-\d+(?:\s|$)/.exec(widget ? widget.className : "");
  return found ? found[1].replace(/^contribution-([A-Z]{3}).*/, "contribution:$1") : "";
}

/** @param {Component<PassageData>} component */
export default function ({ parentElement, data, setTriggerValue }) {
  const found = parentElement.querySelector(BOX);
  const bar = parentElement.querySelector(".ef-text-bar");
  const list = parentElement.querySelector(".ef-text-marks");
  if (!found || !bar || !list) return undefined;
  const box = found;
  const { words } = data;
  const before = boxes.get(box);
  if (before) before.leave();

  // Editable only for the caret and keys: all changes of the text are prevented.
  const signature = JSON.stringify([data.text, data.quotes, data.marks, data.quote]);
  if (box.dataset.signature !== signature) {
    const kept = document.activeElement === box ? chosenIn(box) : null;
    draw(box, data);
    box.dataset.signature = signature;
    if (kept) choose(box, kept);
    if (data.show) box.querySelector(".chosen")?.scrollIntoView({ block: "nearest" });
  }
  box.setAttribute("aria-label", words.article);
  let held = before ? before.held : null;
  const state = { leave: () => {}, held };
  boxes.set(box, state);
  const chosen = () => {
    const units = chosenIn(box) ?? held;
    return units && { start: toPoints(data.text, units.start, false), stop: toPoints(data.text, units.stop, true) };
  };
  const pick = () => {
    const passage = chosen();
    if (passage) setTriggerValue("picked", { ...passage, press: (presses += 1) });
  };
  const mark = (/** @type {string} */ field) => {
    const passage = chosen();
    if (passage && field) setTriggerValue("marked", { field, ...passage, press: (presses += 1) });
  };

  const quote = /** @type {HTMLButtonElement} */ (element("button", "ef-text-quote", words.quote));
  quote.type = "button";
  quote.onclick = pick;
  const parts = [quote];
  /** @type {HTMLButtonElement | null} */
  let say = null;
  if (data.fields.length) {
    const select = /** @type {HTMLSelectElement} */ (element("select", ""));
    select.setAttribute("aria-label", words.choice);
    select.append(...data.fields.map(({ name, label }) => {
      const option = /** @type {HTMLOptionElement} */ (element("option", "", label));
      option.value = name;
      return option;
    }));
    const other = bar.querySelector("select");
    if (other && data.fields.some(({ name }) => name === other.value)) select.value = other.value;
    say = /** @type {HTMLButtonElement} */ (element("button", "", words.mark));
    say.type = "button";
    say.onclick = () => mark(select.value);
    parts.push(say, /** @type {HTMLButtonElement} */ (/** @type {unknown} */ (select)));
  }
  const told = element("span", "ef-text-told", words.hint);
  told.setAttribute("aria-live", "polite");
  const again = bar.contains(document.activeElement) && document.activeElement instanceof HTMLElement ? document.activeElement.className : null;
  bar.replaceChildren(...parts, told);
  if (again === "ef-text-quote") quote.focus({ preventScroll: true });

  list.replaceChildren(...data.marks.map(({ field, start, stop, label }) => {
    const chip = element("span", "ef-text-mark", label);
    const gone = /** @type {HTMLButtonElement} */ (element("button", "", "×"));
    gone.type = "button";
    gone.title = words.forget;
    gone.setAttribute("aria-label", `${words.forget}: ${label}`);
    gone.onclick = () => setTriggerValue("unmarked", { field, start, stop, press: (presses += 1) });
    chip.append(gone);
    return chip;
  }));

  const choosing = () => {
    const units = chosenIn(box);
    if (units) held = units;
    else if (document.activeElement === box) held = null;
    state.held = held;
    quote.disabled = !held;
    if (say) say.disabled = !held;
    const text = held ? data.text.slice(held.start, held.stop).replace(/\s+/g, " ") : "";
    told.textContent = held ? `${words.chosen} “${text.length > 70 ? `${text.slice(0, 40)} … ${text.slice(-25)}` : text}”` : words.hint;
  };
  choosing();
  const keys = (/** @type {KeyboardEvent} */ event) => {
    event.stopPropagation(); // do not trigger the page's shortcuts
    if (event.key === "Enter") {
      event.preventDefault();
      pick();
    }
  };
  const refuse = (/** @type {Event} */ event) => event.preventDefault();
  const mend = () => { // input from an input method cannot be prevented
    draw(box, data);
  };
  const focused = (/** @type {FocusEvent} */ event) => light(box, fieldOf(event.target));
  box.addEventListener("keydown", keys);
  for (const kind of ["beforeinput", "drop", "paste", "cut"]) box.addEventListener(kind, refuse);
  box.addEventListener("input", mend);
  document.addEventListener("selectionchange", choosing);
  document.addEventListener("focusin", focused);
  light(box, fieldOf(document.activeElement));
  state.leave = () => {
    box.removeEventListener("keydown", keys);
    for (const kind of ["beforeinput", "drop", "paste", "cut"]) box.removeEventListener(kind, refuse);
    box.removeEventListener("input", mend);
    document.removeEventListener("selectionchange", choosing);
    document.removeEventListener("focusin", focused);
  };
  return state.leave;
}
