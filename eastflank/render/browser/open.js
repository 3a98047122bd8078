"use strict";
/* Opens the map: styles and fonts first, since nothing can be measured before them, then the basemap
 * with its labels, then everything is placed. `window.eastflankReady` says that this has been done.
 */
(() => {
  const PATIENCE = 4000; // milliseconds that marks wait for the base map

  function loadStyle(href) {
    return new Promise((resolve, reject) => {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = href;
      link.onload = resolve;
      link.onerror = () => reject(new Error(`The map's style ${href} could not be read.`));
      // Not in the head: streamlit-folium rewrites it after the scripts have run.
      document.body.append(link);
    });
  }

  /** Streamlit adds its theme to the iframe with each message, as one more style: only the last is needed. */
  function keepLastTheme() {
    const themes = [...document.head.querySelectorAll("style")].filter((style) => style.textContent.includes("--primary-color"));
    for (const style of themes.slice(0, -1)) style.remove();
  }

  /** The map's styles as CSS custom properties: sizes of letters and things, widths and dashes of lines. */
  function measures({ type, size, line }) {
    const named = (kind, all, value) => Object.entries(all).map(([name, one]) => [`${kind}-${name.replaceAll("_", "-")}`, value(one)]);
    return Object.fromEntries([
      ...named("type", type, (px) => `${px}px`),
      ...named("size", size, (px) => `${px}px`),
      ...named("width", line, ({ width }) => width),
      ...named("dash", line, ({ dash }) => dash.join(" ") || "none"),
    ]);
  }

  L.eastflank.open = async (map, { styles, dataUrl, theme, palette, look, words }) => {
    Object.assign(L.eastflank, { words, look });
    const container = map.getContainer();
    container.classList.add("eastflank", `eastflank-theme-${theme}`);
    for (const [name, value] of Object.entries({ ...palette, ...measures(look) })) container.style.setProperty(`--${name}`, value);
    L.eastflank.panes(map);
    new MutationObserver(keepLastTheme).observe(document.head, { childList: true });
    await Promise.all(styles.map(loadStyle));
    await Promise.all(["400", "600", "700", "italic 400"].map((face) => document.fonts.load(`${face} 13px "Source Sans 3"`, "aā")));
    map.invalidateSize({ animate: false });
    const basemap = L.eastflank.basemap({ dataUrl, palette });
    const drawn = new Promise((resolve) => basemap.once("ready", resolve));
    basemap.addTo(map);
    map.eastflankBasemap = basemap;
    const stage = L.eastflank.stage(map);
    if (L.eastflank.position) L.eastflank.position(map, stage).open();
    else stage.view.fit(); // a page without a server has no address to update
    const late = setTimeout(() => stage.waitNoLonger(), PATIENCE);
    const [labels] = await Promise.all([basemap.labels(), drawn]);
    clearTimeout(late);
    stage.setBase(labels);
  };
})();
