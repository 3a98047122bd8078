"""The time from a click to its effect, measured inside the browser by its own clock."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from playwright.sync_api import Browser, Page

from tests.browser.server import Server
from tests.browser.visit import settle

PATIENCE = 300_000
"""Milliseconds after which an answer counts as missing: the usual way takes half a minute at 10,000 claims."""
_PAUSE = 200
"""Milliseconds between an answer and the next click, so that nothing of the one before is still at work."""

_WATCH = """(shown) => {
  // What is shown now: a string that changes when the answer to a click is there; empty while there is none.
  const signature = new Function(`return ${shown}`);
  const watched = new WeakSet();
  const bench = window.bench = {};
  let armed = null;
  const look = () => {
    for (const frame of document.querySelectorAll("iframe")) watch(frame);
    if (!armed) return;
    const now = signature();
    if (now && now !== armed.before) {
      armed.answer(performance.now() - armed.at);
      armed = null;
    }
  };
  const observer = new MutationObserver(look);
  const observe = (root) => {
    if (!root || watched.has(root)) return;
    watched.add(root);
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true,
      attributeFilter: ["data-scene", "src"] });
  };
  const watch = (frame) => {
    if (!watched.has(frame)) {
      watched.add(frame);
      frame.addEventListener("load", () => { observe(frame.contentDocument); look(); });
    }
    observe(frame.contentDocument);
  };
  observe(document);
  look();
  addEventListener("click", (event) => {
    bench.answered = new Promise((answer) => { armed = { at: event.timeStamp, before: signature(), answer }; });
  }, { capture: true });
}"""


@dataclass(frozen=True)
class Subject:
    """A page to be timed."""

    name: str
    script: str
    """What `streamlit run` is given."""
    shown: str
    """JavaScript: a string that changes when the answer to a click has come; empty while there is none."""
    ready: str
    """JavaScript: whether the page can be used."""


_FRAME = "[...document.querySelectorAll('iframe')].at(-1)?.contentDocument"
_MARKERS = f"({_FRAME}?.querySelectorAll('.leaflet-marker-icon').length || 0)"
OURS = Subject(
    "Eastflank", "dashboard.py", f"{_FRAME}?.querySelector('[data-scene]')?.dataset.scene || ''",
    "[...document.querySelectorAll('iframe')].at(-1)?.contentWindow.eastflankReady === true",
)  # fmt: skip
USUAL = Subject("the usual way", "tests/bench/usual.py", f"String({_MARKERS} || '')", f"{_MARKERS} > 0")
NOTHING = Subject(
    "do nothing", "tests/bench/nothing.py", "document.querySelector('.st-key-answer')?.innerText || ''",
    "Boolean(document.querySelector('.st-key-answer')?.innerText)",
)  # fmt: skip


@contextmanager
def opened(browser: Browser, server: Server, subject: Subject) -> Iterator[tuple[Page, float]]:
    """The page in a fresh profile, with the milliseconds from asking for it until it could be used."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    start = time.perf_counter()
    page.goto(server.url, wait_until="commit")
    page.wait_for_function(subject.ready)
    took = 1000 * (time.perf_counter() - start)
    settle(page, has_map=False)
    page.evaluate(_WATCH, subject.shown)
    yield page, took
    context.close()


def answer_times(page: Page, clicks: int, first: int = 0) -> list[float]:
    """Milliseconds from each click to its answer: a status on, the same one off, the next one on, and so on.

    `first` is the number of clicks that came before, so that rounds go on where the last one stopped.
    """
    times = []
    for click in range(first, first + clicks):
        pills = page.locator("[class*=' st-key-status'] button")  # ours has more after it
        pills.nth(click // 2 % pills.count()).click()
        times.append(float(page.evaluate("bench.answered")))
        settle(page, has_map=False)
        page.wait_for_timeout(_PAUSE)
    return times
