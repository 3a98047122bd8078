"""The selectors in our styles and scripts for Streamlit's elements, and which of them match on a page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from playwright.sync_api import Page

UI = Path(__file__).parents[2] / "eastflank" / "ui"
_ALONE = {"matrix", "slider", "strength", "timeline", "what_changed"}
"""Styles that stay inside a component of ours."""
_HOOK = r"data-test|\.st-key-|\.st[A-Z]"
_QUOTED = re.compile(rf"""(?P<mark>["`])(?P<text>[^"`\n]*?(?:{_HOOK})[^"`\n]*?)(?P=mark)""")
_BY_TEST_ID = re.compile(r"\[data-testid=[^]]+]")

_OF_STYLES = """([sheets, told]) => {
  const found = [];
  const parted = (selectors) => { // at its commas, but not at those in parentheses
    let [depth, part, parts] = [0, "", []];
    for (const letter of selectors) {
      depth += { "(": 1, ")": -1 }[letter] || 0;
      if (letter === "," && !depth) [part, parts] = ["", [...parts, part]];
      else part += letter;
    }
    return [...parts, part].map((one) => one.trim());
  };
  const walk = (rules) => [...rules].forEach((rule) => {
    if (rule.selectorText) found.push(...parted(rule.selectorText));
    if (rule.cssRules) walk(rule.cssRules);
  });
  for (const text of [...sheets, ...told.map((selectors) => `${selectors} {}`)]) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    if (!sheet.cssRules.length) throw new Error(`no rule in ${text}`);
    walk(sheet.cssRules);
  }
  return found;
}"""

# States that exist only while pointing, typing or running a script are left out: the rest must always match.
_THERE = r"""(selectors) => {
  const moment = /:not\(:focus(-within)?\)|::?(after|before|backdrop)|:(hover|active|focus(-within|-visible)?)(?![\w-])/g;
  const ours = /(html)?\[data-eastflank-\w+\] ?/g;
  return selectors.filter((one) => document.querySelector(one.replace(moment, "").replace(ours, "") || "html"));
}"""


def reaching(page: Page) -> set[str]:
    """Every selector of the page's styles and scripts that names something of Streamlit's; the browser reads them."""
    sheets = [
        file.read_text(encoding="utf-8") for file in sorted(UI.glob("*.css")) if file.stem not in _ALONE
    ]
    told = [
        f"[{text}]" if text.startswith("data-") else text
        for file in sorted(UI.glob("*.js"))
        for text in (match["text"] for match in _QUOTED.finditer(file.read_text(encoding="utf-8")))
    ]
    told += [
        found[0]
        for file in UI.glob("*.py")
        for found in _BY_TEST_ID.finditer(file.read_text(encoding="utf-8"))
    ]
    found: list[str] = page.evaluate(_OF_STYLES, [sheets, told])
    foreign = re.compile(rf"{_HOOK}|\[role|\[aria-|\[data-(?!eastflank|does|skip|copy)|\blabel\b|\biframe\b")
    return {one for one in found if foreign.search(one)}


def there(page: Page, selectors: Iterable[str]) -> set[str]:
    """Those of the selectors that match something on the current page."""
    found: list[str] = page.evaluate(_THERE, sorted(selectors))
    return set(found)
