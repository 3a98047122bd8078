"use strict";
/* The page's shortcuts, also while the map has the keyboard: it passes on each key that it has no use for.
 * And in a briefing, that the pointer moves: the page then shows the way out.
 */
(() => {
  if (window.parent === window) return; // no page around the map
  const OURS = /^[bB?]$|^Escape$/;

  document.addEventListener("pointermove", () => {
    if (document.querySelector(".eastflank-brief")) window.parent.document.dispatchEvent(new Event("pointermove"));
  }, { passive: true });

  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
    const { document: page, KeyboardEvent } = window.parent;
    const paper = (key === "p" || key === "P") && ctrlKey !== metaKey && !altKey; // to be printed is the page, not the map alone
    if (paper && !page.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, metaKey, bubbles: true, cancelable: true }))) event.preventDefault();
    if (!OURS.test(key) || ctrlKey || metaKey || altKey || defaultPrevented) return;
    page.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
})();
