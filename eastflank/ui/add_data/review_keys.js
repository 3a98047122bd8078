"use strict";
/* The keys of a review. Each key press has a number, and all that the server has not confirmed are sent, so that
 * none is lost while it is busy. In a text field keys are letters. */

const TAKES_TEXT = "input, textarea, select, [contenteditable=true], [role=combobox], [role=listbox]";
const OVER = "[role=listbox], dialog[open], [data-testid=stPopoverBody]";
const REPEATED = ["j", "k"];
const PAGE = Math.random().toString(36).slice(2);
let presses = 0;
/** @type {{ number: number, key: string }[]} */
let waiting = [];
/** The clean-up of the last drawn component. @type {WeakMap<Element, () => void>} */
const drawn = new WeakMap();

/** @param {Component<ReviewKeysData>} component */
export default function ({ parentElement, data, setStateValue }) {
  const told = parentElement.querySelector(".ef-review-told");
  if (!told) return undefined;
  const before = drawn.get(told);
  if (before) before();
  if (told.textContent !== data.said) told.textContent = data.said;
  const [page, heard] = data.heard;
  if (!before && page !== PAGE) waiting = []; // from a review that has ended
  waiting = waiting.filter(({ number }) => page !== PAGE || number > heard);
  if (data.focus && told.dataset.focused !== data.focus.once) {
    const field = document.querySelector(data.focus.selector);
    if (field instanceof HTMLElement) {
      told.dataset.focused = data.focus.once;
      field.focus();
    }
  }

  let covered = false; // whether a dialog was open when the key was pressed: then the key is for the dialog
  const going = (/** @type {KeyboardEvent} */ event) => {
    covered = document.querySelector(OVER) !== null;
    const field = event.target instanceof HTMLElement ? event.target.closest(TAKES_TEXT) : null;
    if (event.key === "Escape" && field instanceof HTMLElement && !covered) {
      field.blur();
      event.stopPropagation();
    }
  };
  const pressed = (/** @type {KeyboardEvent} */ event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented || covered) return;
    if (event.target instanceof Element && event.target.closest(TAKES_TEXT)) return;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (!data.keys.includes(key) || (event.repeat && !REPEATED.includes(key))) return;
    event.preventDefault();
    waiting = [...waiting, { number: (presses += 1), key }];
    setStateValue("pressed", { page: PAGE, keys: waiting });
  };
  document.addEventListener("keydown", going, { capture: true });
  document.addEventListener("keydown", pressed);
  document.documentElement.dataset.reviewKeys = "work"; // shows the line that explains the keys
  const leave = () => {
    delete document.documentElement.dataset.reviewKeys;
    document.removeEventListener("keydown", going, { capture: true });
    document.removeEventListener("keydown", pressed);
  };
  drawn.set(told, leave);
  return leave;
}
