"""A press on a filter that is drawn again at the same moment is made once more, on the new control."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from eastflank import ui

SCRIPT = (Path(ui.__file__).parent / "presses.js").read_text(encoding="utf-8")
PAGE = """
<div class="st-key-status"><div data-testid="stButtonGroup">
  <button aria-pressed="false">agreed</button><button aria-pressed="false">offered</button>
</div></div>
<div class="st-key-role"><div data-testid="stButtonGroup">
  <button role="radio" aria-checked="true">sends</button><button role="radio" aria-checked="false">hosts</button>
</div></div>
<button class="reset">Reset</button>
<script>
window.heard = [];
const control = (label) => [...document.querySelectorAll("button")].find((one) => one.textContent === label);
const hear = () => {
  for (const one of document.querySelectorAll("button")) {
    one.onclick = () => heard.push(`${one.textContent}${one.dataset.drawn || ""}`);
  }
};
/** Press a control, and do something before the next task. */
const press = (label, meanwhile) => { hear(); control(label).click(); meanwhile(); };
/** Draw a control again, with another attribute if one is given. */
const draw = (label, name, value) => {
  const again = control(label).cloneNode(true);
  again.dataset.drawn = " again";
  if (name) again.setAttribute(name, value);
  control(label).replaceWith(again);
  hear();
};
const settled = () => new Promise((done) => setTimeout(() => setTimeout(() => setTimeout(done))));
</script>
"""


@pytest.fixture
def controls(browser: Browser) -> Page:
    page = browser.new_page()
    page.set_content(PAGE)
    page.add_script_tag(content=f"{SCRIPT}\nnew Presses(new AbortController().signal);")
    return page


@pytest.mark.parametrize(
    ("script", "heard"),
    [
        ("press('offered', () => draw('offered'))", ["offered", "offered again"]),
        ("press('hosts', () => draw('hosts'))", ["hosts", "hosts again"]),
        ("press('offered', () => {})", ["offered"]),
        ("press('offered', () => draw('agreed'))", ["offered"]),
        ("press('offered', () => draw('offered', 'aria-pressed', 'true'))", ["offered"]),
        ("press('hosts', () => draw('hosts', 'aria-checked', 'true'))", ["hosts"]),
        ("press('offered', () => { draw('offered'); control('Reset').click(); })", ["offered", "Reset"]),
        ("press('Reset', () => draw('Reset'))", ["Reset"]),
    ],
)
def test_a_press_is_made_again_where_the_new_control_does_not_show_it(
    controls: Page, script: str, heard: list[str]
) -> None:
    found = controls.evaluate(f"async () => {{ {script}; await settled(); return heard; }}")
    controls.close()
    assert found == heard
