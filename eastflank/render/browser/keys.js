"use strict";
/* The page's shortcuts, also while the map has the focus: it passes on each key that it does not use. In a briefing
 * it also reports that the pointer moves: the page then shows the exit button. */
(() => {
  if (window.parent === window) return; // no page around the map
  const OURS = /^[bB?]$|^Escape$/;

  document.addEventListener("pointermove", () => {
    if (document.querySelector(".eastflank-brief")) window.parent.document.dispatchEvent(new Event("pointermove"));
  }, { passive: true });

  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, defaultPrevented } = event;
    const { document: page, KeyboardEvent } = window.parent;
    const paper = (key === "p" || key === "P") && ctrlKey !== metaKey && !altKey; // print the page, not only the map
    if (paper && !page.dispatchEvent(new KeyboardEvent("keydown", { key, ctrlKey, metaKey, bubbles: true, cancelable: true }))) event.preventDefault();
    if (!OURS.test(key) || ctrlKey || metaKey || altKey || defaultPrevented) return;
    page.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
  });
})();
