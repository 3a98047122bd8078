"""The page draws what is recorded; the picture is compared with the same record in `tests/unit`."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from eastflank.render.page import document
from eastflank.render.web_map import scene_values
from tests.briefings import of_the_record
from tests.browser.visit import PATIENCE
from tests.golden import Golden
from tests.what_is_drawn import cases, differences, scene_of, write

CASES = cases()


@pytest.fixture(scope="module")
def page(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """A page of one file: its map shows any scene that it is given."""
    file = tmp_path_factory.mktemp("drawn") / "view.html"
    file.write_bytes(document.write(of_the_record("asof=2016-06-14")))
    context = browser.new_context(viewport={"width": 1440, "height": 1000}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    opened.goto(file.as_uri())
    opened.wait_for_function("window.eastflankReady === true")
    yield opened
    context.close()


@pytest.mark.parametrize("name", CASES)
def test_the_page_draws_what_is_recorded(golden: Golden, page: Page, name: str) -> None:
    scene = json.loads(json.dumps(scene_values(scene_of(CASES[name]), "light")))
    found = _in_hex(json.loads(page.evaluate(_SHOWN, {"scene": scene, "view": CASES[name]["view"]})))
    recorded = CASES[name]["drawn"]
    if golden.update:  # a name of the base map for which the page has no room is not recorded
        for role, names in recorded["names"].items():
            recorded["names"][role] = [one for one in names if one in found["names"][role]]
        write(CASES)
    assert list(differences(recorded, found)) == []


def _in_hex(found: Any) -> Any:
    """Colours as CSS writes them, and sorted lists: the browser tells colours in decimals."""
    text = re.sub(
        r"rgb\((\d+), (\d+), (\d+)\)",
        lambda match: "#" + "".join(f"{int(part):02x}" for part in match.groups()),
        json.dumps(found),
    )
    return json.loads(text)


_SHOWN = """({ scene, view }) => {
  const map = L.eastflank.shown._map;
  const stage = map.eastflankStage;
  const container = map.getContainer();
  // The map of a picture, in the part that the key leaves free; and nothing in its way but the scale.
  Object.assign(container.style, { position: "fixed", left: 0, top: 0, width: `${view.width}px`, height: `${view.height}px`, zIndex: 9999 });
  for (const bar of document.querySelectorAll(".leaflet-control-zoom, .eastflank-frames, .leaflet-control-attribution, .leaflet-control-scale")) bar.style.display = "none";
  map.invalidateSize({ animate: false });
  const { take } = stage.key.space();
  container.style.width = `${view.width + take}px`;
  for (let k = 0; k < 9; k += 1) { // the wider the map, the wider its key
    map.invalidateSize({ animate: false });
    container.style.width = `${view.width + stage.key.space().take}px`;
  }
  map.invalidateSize({ animate: false });
  map.options.zoomSnap = 0;
  map.options.minZoom = 0;
  stage.view.touched = true;
  map.eastflankLegend.asked = true;
  map.eastflankLegend.details.open = true;
  const middle = map.project(view.centre, view.zoom);
  const size = map.getSize();
  const shift = L.point((size.x - view.width) / 2, 0);
  map.setView(map.unproject(middle.add(shift), view.zoom), view.zoom, { animate: false });
  L.eastflank.shown.become(scene);
  stage.place();

  const frame = container.getBoundingClientRect();
  const seen = (one) => one.checkVisibility({ visibilityProperty: true });
  const text = (one) => one.innerText.trim().replace(/\\s+/g, " ");
  const parts = (one) => [...one.childNodes].map((node) => node.nodeType === 3 ? node.textContent.trim() : parts(node)).filter(Boolean).join(" ").replaceAll(" ,", ",");
  const near = (x, y) => [Math.round(x - frame.left), Math.round(y - frame.top)];
  const centre = (one) => { const at = one.getBoundingClientRect(); return near(at.left + at.width / 2, at.top + at.height / 2); };
  const end = (path, share) => { const { x, y } = path.getPointAtLength(path.getTotalLength() * share).matrixTransform(path.getScreenCTM()); return near(x, y); };
  const sees = (one) => {
    const at = one.getBoundingClientRect();
    return at.width && at.right > frame.left && at.bottom > frame.top && at.left < frame.left + view.width && at.top < frame.top + view.height;
  };
  const style = (one) => getComputedStyle(one);
  const fill = (one) => { const { fill: all } = style(one); const url = /eastflank-(\\w+)/.exec(all); return url ? url[1] : all; };
  const dash = (all) => all && all !== "none" ? all.replaceAll("px", "").replaceAll(",", "") : "solid";
  const sorted = (all) => all.map((one) => JSON.stringify(one)).sort().map((one) => JSON.parse(one));

  const marks = {};
  for (const one of container.querySelectorAll(".eastflank-mark")) {
    if (!seen(one) || one.style.display === "none") continue;
    const symbol = [...one.querySelectorAll(":scope > .eastflank-symbol")].find(seen);
    const card = [...one.querySelectorAll(":scope > .eastflank-card")].find(seen);
    const short = [...one.querySelectorAll(":scope > .eastflank-short")].find(seen);
    const number = short && short.querySelector(".eastflank-number").textContent;
    const gone = one.classList.contains("eastflank-gone");
    marks[`${gone ? "gone " : ""}${one.dataset.id}`] = {
      symbol: symbol ? centre(symbol) : null,
      says: card ? [...card.querySelectorAll(".eastflank-words > *")].map(parts) : short ? [[...short.children].filter((part) => !part.matches(".eastflank-symbol")).map(parts).filter(Boolean).join(" ")] : [],
      number: number ? Number(number) : null,
      colour: card ? (gone ? null : style(card).borderLeftColor) : null,
      selected: one.getAttribute("aria-pressed") === "true",
    };
  }
  const legend = map.eastflankLegend.details;
  const sample = (row) => {
    const sign = row.querySelector(".eastflank-sign, .eastflank-example");
    const swatch = row.querySelector(".eastflank-swatch");
    if (sign) return sign.textContent;
    if (!swatch) return "symbol";
    const stroke = row.querySelector(".eastflank-stroke");
    return `${fill(swatch)}${stroke ? ` ${dash(stroke.getAttribute("stroke-dasharray"))}` : ""}`;
  };
  const base = map.eastflankBasemap;
  const fills = (layers) => [...new Set(layers.map((layer) => fill(layer.getElement())))].sort();
  const lands = base._land.getLayers();
  const member = ({ feature }) => scene.members.includes(feature.properties.iso3);
  const roles = ["country", "sea", "capital", "region"];
  const named = (role) => [...container.querySelectorAll(`.eastflank-${role}-name`)].filter(seen);
  const plain = (one) => one.querySelector(".eastflank-plain") || one;
  const notes = [...container.querySelectorAll(".eastflank-note")].filter(seen);
  return JSON.stringify({
    marks,
    ties: sorted(stage.scene.marks.flatMap((mark) => mark.tieLines.map(({ line }) => line.getElement()).filter((path) => path.getTotalLength() > 0).map((path) => [mark.id, ...end(path, 1)]))),
    dots: sorted([...container.querySelectorAll(".eastflank-dot")].map(centre)),
    arcs: sorted(stage.scene.arcs.map(({ lead, deployment, line }) => [lead, deployment, style(line.getElement()).stroke, dash(line.getElement().getAttribute("stroke-dasharray"))])),
    leads: sorted([...container.querySelectorAll(".eastflank-lead")].filter(seen).map((one) => [text(one), style(one).color])),
    hosts: Object.fromEntries([...base._drawn].filter(([, layer]) => !layer.getElement().classList.contains("eastflank-away") && sees(layer.getElement())).map(([iso3, layer]) => [iso3, fill(layer.getElement())])),
    ground: { land: fills(lands.filter((layer) => !member(layer))), member: fills(lands.filter(member)), lake: fills(base._over[1].getLayers()) },
    names: { ...Object.fromEntries(roles.map((role) => [role, named(role).map((one) => text(plain(one))).sort()])), note: notes.map(text).sort() },
    colours: { ...Object.fromEntries(roles.map((role) => [role, [...new Set(named(role).map((one) => style(one).color))].sort()])), note: [...new Set(notes.map((one) => style(one).color))] },
    legend: legend.hidden ? [] : [["", text(legend.querySelector("summary"))], ...[...legend.querySelectorAll(".eastflank-row")].map((row) => [sample(row), text(row.lastElementChild)])],
    key: [...container.querySelectorAll(".eastflank-key-heading, .eastflank-key-row > *, .eastflank-key-text")].filter(seen).map((one) => one.matches(".eastflank-key-heading") ? text(one) : parts(one)),
  });
}"""
