"use strict";
/* The page of one view: it contains the outlines, and a click on a mark shows its evidence. */
(() => {
  const parts = [...document.querySelectorAll("script[data-outlines]")];
  L.eastflank.outlines = Object.fromEntries(parts.map((part) => [part.dataset.outlines, JSON.parse(part.textContent)]));

  const evidence = /** @type {HTMLElement} */ (document.querySelector(".evidence"));
  const everything = /** @type {HTMLElement} */ (document.querySelector(".whole button"));

  /** Show the evidence of only one deployment; of all if the id is empty. */
  function choose(id) {
    const known = id && [...evidence.querySelectorAll(".about")].some((one) => one.dataset.deployment === id);
    const chosen = known ? id : "";
    everything.hidden = !chosen;
    /** @type {HTMLElement} */ (evidence.querySelector(".totals")).hidden = Boolean(chosen);
    for (const about of evidence.querySelectorAll(".about")) about.hidden = Boolean(chosen) && about.dataset.deployment !== chosen;
    for (const row of document.querySelectorAll("tr[data-deployment]")) row.classList.toggle("chosen", Boolean(chosen) && row.dataset.deployment === chosen);
    for (const mark of document.querySelectorAll(".eastflank-mark")) {
      const is = Boolean(chosen) && mark.dataset.id === chosen;
      mark.classList.toggle("eastflank-selected", is);
      mark.setAttribute("aria-pressed", String(is));
    }
    for (const row of document.querySelectorAll(".eastflank-key-row")) {
      const is = Boolean(chosen) && row.dataset.row === chosen;
      row.classList.toggle("eastflank-selected", is);
      row.setAttribute("aria-pressed", String(is));
    }
    evidence.scrollTop = 0;
  }

  L.eastflank.page = () => {
    for (const scene of [L.eastflank.shown, L.eastflank.earlier].filter(Boolean)) {
      scene.on("click", (event) => {
        const layer = event.propagatedFrom || event.layer;
        if (layer && layer.feature) choose(layer.feature.properties.id);
      });
    }
    everything.addEventListener("click", () => choose(""));
    for (const row of document.querySelectorAll("tr[data-deployment]")) {
      row.querySelector("button")?.addEventListener("click", () => {
        choose(row.dataset.deployment);
        document.querySelector("main")?.scrollIntoView();
      });
    }
    document.addEventListener("keydown", (event) => { if (event.key === "Escape") choose(""); });
    const selected = L.eastflank.shown.scene.marks.find((mark) => mark.selected);
    choose(selected ? selected.id : "");
  };
})();
