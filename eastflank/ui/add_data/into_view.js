"use strict";
/* What was begun in a list below comes into view and gets the keyboard: the heading of the column that this stands in.
 */

let begun = "";

/** @param {Component<IntoViewData>} component */
export default function ({ parentElement, data }) {
  if (data.begun === begun) return;
  begun = data.begun;
  if (!begun) return;
  requestAnimationFrame(() => { // the heading is drawn with the component
    const heading = parentElement.querySelector("span")?.closest("[data-testid=stColumn]")?.querySelector(".ef-form-head");
    if (!(heading instanceof HTMLElement)) return;
    heading.tabIndex = -1;
    heading.focus();
  });
}
