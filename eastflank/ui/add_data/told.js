"use strict";
/* A message about what was done comes into view: the reader may have pressed a button far from it. The keyboard stays
 * where it is; a screen reader reads the message by its role. */

const FOLLOWED = 1500; // milliseconds: the page below and above may still change its height
let told = "";

/** @param {Component<ToldData>} component */
export default function ({ parentElement, data }) {
  if (data.told === told) return undefined;
  told = data.told;
  const box = parentElement.querySelector("span")?.closest(".st-key-told");
  if (!(box instanceof HTMLElement)) return undefined;
  const seen = () => box.scrollIntoView({ block: "nearest" });
  const sizes = new ResizeObserver(seen);
  const leave = () => {
    sizes.disconnect();
    for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"]) document.removeEventListener(kind, leave);
  };
  for (const one of document.querySelectorAll("[data-testid=stMainBlockContainer]")) sizes.observe(one);
  for (const kind of ["wheel", "touchstart", "keydown", "pointerdown"]) document.addEventListener(kind, leave, { passive: true });
  setTimeout(leave, FOLLOWED);
  requestAnimationFrame(seen);
  return leave;
}
