"use strict";
/* The strength of a deployment over time. It receives texts and shares of width and height, never HTML, and sends
 * the server `{ claim }`: the claim whose dot or contingent was chosen. */

const HEIGHT = 230; // pixels, as in strength.css
const LEGIBLE = 12; // pixels of height that a line of words needs

const element = (tag, className, text) => {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
};

function placed(made, { x, w, y, h }) {
  made.style.left = `${x}%`;
  if (w !== undefined) made.style.width = `${w}%`;
  if (y !== undefined) made.style.bottom = `${y}%`;
  if (h !== undefined) made.style.height = `${h}%`;
  return made;
}

export default function ({ parentElement, data, setTriggerValue }) {
  const box = parentElement.querySelector(".strength");
  const focused = parentElement.activeElement && parentElement.activeElement.getAttribute("aria-label");
  const told = element("p", "told");
  told.setAttribute("aria-hidden", "true");
  const telling = (made, text) => {
    made.title = text;
    made.onmouseenter = made.onfocus = () => { told.textContent = text; };
    made.onmouseleave = made.onblur = () => { told.textContent = ""; };
    return made;
  };
  const choosing = (className, text, claim) => {
    const made = telling(element("button", className), text);
    made.type = "button";
    made.setAttribute("aria-label", text);
    made.onclick = () => setTriggerValue("picked", { claim });
    return made;
  };

  const plot = element("div", "plot");
  for (const tick of data.ticks) plot.append(placed(element("span", "grid"), tick));
  for (const line of data.lines) {
    const ruled = element("span", "level");
    ruled.style.bottom = `${line.y}%`;
    ruled.append(element("b", "", line.text));
    plot.append(ruled);
  }
  for (const stack of data.stacks) {
    for (const part of stack.parts) {
      const segment = placed(telling(element("span", "part"), part.label), { x: stack.x, w: stack.w, y: part.y, h: part.h });
      segment.style.setProperty("--nation", part.colour);
      if (part.h * HEIGHT / 100 >= LEGIBLE) segment.append(element("span", "", part.text));
      plot.append(segment);
      if (part.more) {
        const more = placed(telling(element("span", "part more"), part.label), { x: stack.x, w: stack.w, y: part.y + part.h, h: part.more });
        more.style.setProperty("--nation", part.colour);
        plot.append(more);
      }
    }
  }
  for (const whole of data.wholes) plot.append(placed(telling(element("span", `whole ${whole.form}`), whole.label), whole));
  for (const dot of data.dots) {
    plot.append(placed(choosing(dot.part ? "dot of-part" : "dot", dot.label, dot.claim), dot));
  }
  const asof = placed(element("span", "asof"), data.asof);
  asof.append(element("b", "", data.asof.text));
  plot.append(asof);

  const axis = element("div", "axis");
  for (const tick of data.ticks) axis.append(placed(element("span", "tick", tick.text), tick));

  const legend = element("div", "legend");
  for (const entry of data.legend) {
    const item = element("span", "entry");
    item.append(element("span", `sample ${entry.form}`), entry.text);
    legend.append(item);
  }
  const heading = element("h3", "", data.title);
  heading.append(" ", element("small", "", data.unit));
  const chart = element("div", "chart");
  chart.append(plot, axis);
  box.replaceChildren(heading, legend, chart, element("p", "sum", data.sum), told);
  // Drawn again after a choice: restore the focus.
  const again = focused && [...box.querySelectorAll("button")].find((one) => one.getAttribute("aria-label") === focused);
  if (again) again.focus({ preventScroll: true });
}
