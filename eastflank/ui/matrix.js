"use strict";
/* Nations against hosts as a table of buttons. It receives texts, never HTML, and sends the server `{ nation, host
 * }`, the reader's choice; one is empty if a whole row or column is chosen. */

const element = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};

/** Lines of a figure and, smaller, what it is of. */
const lined = (lines) => lines.flatMap(([text, of]) => [...(text ? [element("span", "", text)] : []), ...(of ? [element("small", "", of)] : [])]);

function choice(tag, scope, className, lines, label, chosen, choose) {
  const cell = element(tag);
  if (scope) cell.scope = scope;
  const button = element("button", className);
  button.type = "button";
  button.title = label;
  button.setAttribute("aria-label", label);
  button.setAttribute("aria-pressed", String(chosen));
  button.append(...lined(lines));
  button.onclick = choose;
  cell.append(button);
  return cell;
}

function totals(tag, lines) {
  const cell = element(tag, "total");
  cell.append(...lined(lines));
  return cell;
}

/** Makes each message different: an equal one would be dropped while the first is still being answered. */
let presses = 0;

export default function ({ parentElement, data, setTriggerValue }) {
  const box = parentElement.querySelector(".matrix");
  const pick = (nation, host) => () => setTriggerValue("picked", { nation, host, press: (presses += 1) });
  const focused = parentElement.activeElement && parentElement.activeElement.getAttribute("aria-label");
  const table = element("table");
  table.append(element("caption", "", data.caption));

  const head = element("tr");
  head.append(element("th", "corner", data.corner));
  data.hosts.forEach((host) => head.append(
    choice("th", "col", "", [[host.name]], host.label, host.chosen, pick("", host.code))));
  head.append(element("th", "total", data.total));
  const top = element("thead");
  top.append(head);

  const body = element("tbody");
  for (const nation of data.nations) {
    const row = element("tr");
    row.append(choice("th", "row", "", [[nation.name]], nation.label, nation.chosen, pick(nation.code, "")));
    nation.cells.forEach((cell, index) => row.append(cell
      ? choice("td", "", cell.form, cell.lines, cell.label, cell.chosen, pick(nation.code, data.hosts[index].code))
      : element("td")));
    row.append(totals("td", nation.totals));
    body.append(row);
  }

  const last = element("tr");
  last.append(element("th", "total", data.there));
  data.hosts.forEach((host) => last.append(totals("td", host.totals)));
  last.append(element("td", "total"));
  const foot = element("tfoot");
  foot.append(last);

  table.append(top, body, foot);
  box.replaceChildren(table);
  // Drawn again after a choice: restore the focus.
  const again = focused && [...box.querySelectorAll("button")].find((one) => one.getAttribute("aria-label") === focused);
  if (again) again.focus({ preventScroll: true });
}
