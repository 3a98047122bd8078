"use strict";
/* What changed, one sentence per line. It receives texts, never HTML, and sends the server `{ deployment, claim }`:
 * whose evidence to show, and which claim if one was chosen. */

const element = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};

export default function ({ parentElement, data, setTriggerValue }) {
  const list = parentElement.querySelector(".changes");
  const focused = parentElement.activeElement && parentElement.activeElement.dataset.key;
  const lines = data.changes.map((change, index) => {
    const line = element("li", change.selected ? "selected" : "");
    const sign = element("span", `sign ${change.form}`, change.sign);
    sign.setAttribute("aria-hidden", "true");
    const text = element("span", "text");
    const button = (className, words, label, claim) => {
      const made = element("button", className, words);
      made.type = "button";
      made.title = label;
      made.setAttribute("aria-label", label);
      made.dataset.key = `${index} ${claim}`;
      made.onclick = () => setTriggerValue("picked", { deployment: change.deployment, claim });
      return made;
    };
    text.append(change.before, button("name", change.name, change.label, ""), change.rest);
    for (const claim of change.claims) {
      text.append(" ", button("claim", claim.id, claim.label, claim.id));
    }
    line.append(sign, text);
    return line;
  });
  list.replaceChildren(...lines);
  // Drawn again after a choice: restore the focus.
  const again = focused && [...list.querySelectorAll("button")].find((one) => one.dataset.key === focused);
  if (again) again.focus({ preventScroll: true });
}
