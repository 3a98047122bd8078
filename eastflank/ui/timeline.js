"use strict";
/* The timeline: a row for each deployment. It receives texts and shares of the width, never HTML, and sends the
 * server `{ deployment, claim }`: the row that was chosen, and the claim if a dot was.
 *
 * Up and down go from row to row, left and right from claim to claim, Enter chooses. */

const element = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};

/**
 * @template {HTMLElement} Made
 * @param {Made} made
 * @param {{ x: number, w?: number }} at
 */
const placed = (made, { x, w }) => {
  made.style.left = `${x}%`;
  if (w !== undefined) made.style.width = `${w}%`;
  return made;
};

export default function ({ parentElement, data, setTriggerValue }) {
  const box = parentElement.querySelector(".timeline");
  const focused = parentElement.activeElement && parentElement.activeElement.dataset.key;
  const told = element("p", "told", data.hint);
  told.setAttribute("aria-hidden", "true"); // its text is also the label of its element
  const tell = (made, text) => {
    made.title = text;
    made.onmouseenter = made.onfocus = () => { told.textContent = text; };
    made.onmouseleave = made.onblur = () => { told.textContent = data.hint; };
  };

  function row(one) {
    const made = element("div", one.selected ? "row selected" : "row");
    made.setAttribute("role", "listitem");
    const name = element("button", "name");
    name.append(element("span", "", one.name));
    if (one.now) name.append(element("small", "", one.now));
    name.type = "button";
    name.dataset.key = `row ${one.name}`;
    name.setAttribute("aria-pressed", String(one.selected));
    const summary = [one.name, one.known, ...one.bands.map((band) => band.label), one.when].filter(Boolean).join(". ");
    name.setAttribute("aria-label", summary);
    tell(name, summary);
    const choose = (claim) => setTriggerValue("picked", { deployment: one.id, claim });
    name.onclick = () => choose("");
    const strip = element("div", "strip");
    strip.onclick = () => choose("");
    for (const band of one.bands) {
      const bar = placed(element("span", `band ${band.form}`), band);
      bar.append(element("span", "", band.text));
      bar.title = `${one.name}: ${band.label}`;
      bar.onmouseenter = () => { told.textContent = bar.title; };
      bar.onmouseleave = () => { told.textContent = data.hint; };
      strip.append(bar);
    }
    for (const stretch of one.period) {
      const line = placed(element("span", `stretch ${stretch.form}`), stretch);
      line.title = one.when;
      line.onmouseenter = () => { told.textContent = `${one.name}. ${one.when}`; };
      line.onmouseleave = () => { told.textContent = data.hint; };
      strip.append(line);
    }
    for (const dot of one.dots) {
      const button = placed(element("button", dot.many ? "dot many" : "dot"), { x: dot.x });
      button.type = "button";
      button.tabIndex = -1;
      button.dataset.key = `dot ${dot.claim}`;
      button.setAttribute("aria-label", dot.label);
      tell(button, `${one.name}, ${dot.label}`);
      button.onclick = (event) => { event.stopPropagation(); choose(dot.claim); };
      strip.append(button);
    }
    made.append(name, strip);
    return made;
  }

  const axis = element("div", "axis");
  const scale = element("div", "strip");
  for (const tick of data.ticks) scale.append(placed(element("span", "tick", tick.text), tick));
  axis.append(element("span", "name"), scale);
  const lines = element("div", "lines");
  const ruled = element("div", "strip");
  for (const tick of data.ticks) ruled.append(placed(element("span", "grid"), tick));
  const asof = placed(element("span", "asof"), data.asof);
  asof.append(element("b", "", data.asof.text));
  ruled.append(asof);
  lines.append(element("span", "name"), ruled);

  const list = element("div", "rows");
  list.setAttribute("role", "list");
  let group = "";
  for (const one of data.rows) {
    if (one.group !== group) {
      const heading = element("div", "group", one.group);
      heading.setAttribute("role", "listitem");
      list.append(heading);
    }
    group = one.group;
    list.append(row(one));
  }
  const chart = element("div", "chart");
  chart.append(lines, axis, list);

  const legend = element("div", "legend");
  for (const entry of data.legend) {
    const item = element("span", "entry");
    item.append(element("span", `${entry.row === "bands" ? "band" : "stretch"} ${entry.form}`), entry.text);
    legend.append(item);
  }
  const claims = element("span", "entry");
  claims.append(element("span", "dot"), data.claims);
  legend.append(claims);

  box.onkeydown = (event) => {
    const here = event.target.closest(".row");
    if (!here || !event.key.startsWith("Arrow")) return;
    const rows = [...box.querySelectorAll(".row")];
    const stops = [...here.querySelectorAll("button")];
    const [list, at, step] = event.key === "ArrowUp" || event.key === "ArrowDown"
      ? [rows.map((one) => one.querySelector(".name")), rows.indexOf(here), event.key === "ArrowDown" ? 1 : -1]
      : [stops, stops.indexOf(event.target), event.key === "ArrowRight" ? 1 : -1];
    const next = list[at + step];
    if (next) next.focus();
    event.preventDefault();
  };

  box.replaceChildren(legend, chart, told);
  // Drawn again after a choice: restore the focus.
  const again = focused && [...box.querySelectorAll("button")].find((one) => one.dataset.key === focused);
  if (again) again.focus({ preventScroll: true });
}
