"""Random journeys over the page, and a model of the choices made on them.

Each step uses what the browser shows at that moment, old or new, in one turn of its script: the page cannot
change between reading and clicking. The model records what was seen and clicked.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Page, expect

from eastflank.ui.choices import Choices, address_of, choices_of
from eastflank.ui.tabs import NAMES
from eastflank.view.address import TABS
from eastflank.view.request import request_of
from eastflank.view.selection import View, known_by, select
from tests.browser.visit import PATIENCE, map_of, settle
from tests.frozen import RECORD

expect.set_options(timeout=PATIENCE)  # a busy machine must not fail the test
START = "?asof=2017-08-28"
Change = Callable[[Choices], Choices]
PAUSES = (0, 50, 150, 400, 900)
"""Milliseconds between two steps: less and more than an answer needs."""
_ADDRESS = "new URLSearchParams(location.search).toString().replace(/&?at=[^&]*/, '')"
"""The page's address as a script reads it, without the map's position."""
_FIND = """const all = (selector) => [...document.querySelectorAll(selector)].filter((one) => !one.disabled);
const within = (key, selector) => all(key).flatMap((box) => [box, ...box.querySelectorAll('*')])
  .flatMap((one) => (one.shadowRoot ? [...one.shadowRoot.querySelectorAll(selector)] : []));
const any = (found) => found[Math.floor(chance * found.length)];
const brief = () => { const leave = document.querySelector('.ef-leave'); return leave && !leave.hidden; };"""


def view_of(choices: Choices) -> View:
    """What the page shows for the choices."""
    return select(RECORD, choices.filters, known_by(RECORD, choices.filters, choices.asof))


@dataclass
class Journey:
    """A reader whose next steps are random."""

    page: Page
    chance: random.Random
    chosen: Choices = field(
        default_factory=lambda: choices_of(request_of(parse_qs(START[1:]), RECORD), RECORD)
    )
    lost: bool = False
    """Whether a later view did not have the selected deployment: the page may have dropped it already or
    not."""
    told: list[str] = field(default_factory=list)
    pressed: list[Change] = field(default_factory=list)
    """Clicks that do not affect other choices, since the page was last settled."""
    instead: list[Choices] = field(default_factory=list)
    """Other possible results: a click just before Back may count after it."""

    def press(self, change: Change) -> None:
        """Choose something that does not affect the other choices."""
        self.change(change)
        self.pressed.append(change)

    def change(self, change: Change) -> None:
        """Choose something."""
        self.chosen, self.instead = change(self.chosen), [change(one) for one in self.instead]

    def go(self, steps: int) -> None:
        """Make some steps, without waiting for answers."""
        for _ in range(steps):
            step = self.chance.choice(STEPS)
            seen = step(self)
            self.told.append(f"{step.__name__[1:]} {seen}")
            if self.chosen.deployment:
                self.lost = self.lost or self.chosen.deployment not in view_of(self.chosen).by_id
            else:
                self.lost = False
            self.page.wait_for_timeout(self.chance.choice(PAUSES))

    def arrive(self) -> None:
        """Wait until nothing moves; then address, title and controls must say what was chosen."""
        page = self.page
        until = time.monotonic() + 3 * PATIENCE / 1000
        while True:
            try:
                page.wait_for_function(
                    f"(asked) => asked.includes({_ADDRESS})",
                    arg=self._addresses(),
                    timeout=PATIENCE,
                )
            finally:
                self.told.append(f"address {urlsplit(page.url).query}; asked for {self._addresses()[:3]}")
            settle(page)
            reached = page.url
            if not self._asked_for(reached) and time.monotonic() < until:
                continue  # the answer to an earlier step wrote its address after Back
            assert self._asked_for(reached), f"the page went on to {reached}"
            shown = choices_of(request_of(parse_qs(urlsplit(reached).query), RECORD), RECORD)
            try:
                self._compare(shown)
            except AssertionError:
                # Back shows its address at once, before the server has answered what was pressed before it.
                if page.url == reached or time.monotonic() > until:
                    raise
            else:
                break
        self.chosen, self.pressed, self.instead = shown, [], []

    def _asked_for(self, reached: str) -> bool:
        """Whether the page is still at an address that was asked for."""
        return self.page.url == reached and self.page.evaluate(_ADDRESS) in self._addresses()

    def _compare(self, chosen: Choices) -> None:
        """The page must show what its address says."""
        page = self.page
        expect(page.locator(".ef-title")).to_contain_text(view_of(chosen).title)
        if chosen.brief:
            return
        filters = chosen.filters
        pressed = page.locator(
            "[class*=' st-key-status-'] [aria-pressed=true], [class*=' st-key-role-'] [aria-checked=true]"
        )
        role = {"contributor": "sends"}.get(filters.role, filters.role)
        expect(pressed).to_have_text([role, *_in_order(page, filters.status)])
        expect(page.locator("[class*=' st-key-nation-'] [data-tag]")).to_have_count(len(filters.nation))
        expect(page.locator("[class*=' st-key-host-'] [data-tag]")).to_have_count(len(filters.host))
        expect(page.get_by_role("tab", selected=True)).to_have_text(NAMES[TABS.index(chosen.tab)])
        expect(page.locator(".ef-head")).to_have_count(1 if chosen.deployment else 0)

    def _addresses(self) -> list[str]:
        """The addresses at which the page may arrive."""
        from eastflank.view.address import link_of  # noqa: PLC0415

        found = [self.chosen, *self.instead]
        if self.lost:
            found += [one.selecting(lost) for one in [*found] for lost in ("", *RECORD.deployments["id"])]
        return list({link_of(address_of(one, RECORD))[1:] for one in found})

    def see(self, script: str) -> list[str] | None:
        """Do this on the page; None if its element is not there at the moment."""
        found: list[str] | None = self.page.evaluate(
            f"(chance) => {{ {_FIND} {script} }}", self.chance.random()
        )
        return found


def _in_order(page: Page, values: tuple[str, ...]) -> list[str]:
    buttons = page.locator("[class*=' st-key-status-'] button")
    expect(buttons.first).to_be_visible()  # the briefing has none, and may just have been left
    shown = buttons.all_inner_texts()
    return [one for one in shown if one in values]


def _status(journey: Journey) -> object:
    seen = journey.see(
        "const one = any(all('[class*=\" st-key-status-\"] button')); if (!one || brief()) return null;"
        "const was = one.getAttribute('aria-pressed'); one.click(); return [one.innerText, was];"
    )
    if seen:
        pressed, off = seen[0], seen[1] == "true"

        def taken(chosen: Choices) -> Choices:
            status = chosen.filters.status
            others = tuple(one for one in status if one != pressed)
            now = others if off else status if pressed in status else (*status, pressed)
            return replace(chosen, filters=replace(chosen.filters, status=now))

        journey.press(taken)
    return seen


def _all(changes: list[Change], chosen: Choices) -> Choices:
    for change in changes:
        chosen = change(chosen)
    return chosen


def _role(journey: Journey) -> object:
    seen = journey.see(
        "const one = any(all('[class*=\" st-key-role-\"] [aria-checked=false]')); if (!one || brief()) return null;"
        "one.click(); return [one.innerText];"
    )
    if seen:
        role = {"sends": "contributor"}.get(seen[0], seen[0])
        journey.press(lambda chosen: replace(chosen, filters=replace(chosen.filters, role=role)))
    return seen


def _reset(journey: Journey) -> object:
    seen = journey.see(
        "const one = any(all('.st-key-reset button')); if (!one || brief()) return null; one.click(); return [''];"
    )
    if seen:
        journey.change(Choices.without_filters)
        journey.lost = False
        journey.pressed.clear()
    return seen


def _tab(journey: Journey) -> object:
    seen = journey.see(
        "const one = any(all('.st-key-tab [role=tab]')); if (!one || brief()) return null; one.click(); return [one.innerText];"
    )
    if seen:
        tab = TABS[NAMES.index(seen[0])]
        journey.change(lambda chosen: replace(chosen, tab=tab))
    return seen


def _cell(journey: Journey) -> object:
    seen = journey.see(
        "const one = any(within('.st-key-matrix', 'tbody th button')); if (!one || brief()) return null; one.click(); return [one.innerText];"
    )
    if seen:
        names = RECORD.nations.set_index("name")["iso3"]
        nation = str(names[seen[0]])
        journey.change(lambda chosen: chosen.narrowed((nation,), ()))
    return seen


def _mark(journey: Journey) -> object:
    if journey.page.locator(".st-key-stage iframe").count() == 0:
        return None
    seen: str | None = map_of(journey.page).evaluate(
        "(chance) => { const all = [...document.querySelectorAll('.eastflank-mark[data-id]')];"
        " const one = all[Math.floor(chance * all.length)]; if (!one) return null; one.click(); return one.dataset.id; }",
        journey.chance.random(),
    )
    if seen:
        deployment = seen
        journey.press(lambda chosen: chosen.selecting(deployment))
        journey.lost = False
    return seen


def _later(journey: Journey) -> object:
    return _on_the_slider(journey, "later")


def _earlier(journey: Journey) -> object:
    return _on_the_slider(journey, "earlier")


def _on_the_slider(journey: Journey, button: str) -> object:
    seen = journey.see(
        f"const one = any(within('.st-key-slider', '.{button}')); if (!one || one.disabled || brief()) return null; one.click();"
        "return [one.getRootNode().querySelector('.thumb').getAttribute('aria-valuenow')];"
    )
    return _rest(journey, seen)


def _play(journey: Journey) -> object:
    begun = journey.see(
        "const one = any(within('.st-key-slider', '.play')); if (!one || one.disabled || brief()) return null; one.click();"
        "window.playing = { button: one, thumb: one.getRootNode().querySelector('.thumb') }; return [''];"
    )
    if not begun:
        return None
    journey.page.wait_for_timeout(700)
    # An earlier choice may have taken the slider off the page for a moment: the day that it reached then counts.
    seen = journey.see(
        "const { button, thumb } = window.playing;"
        "if (button.isConnected && button.getAttribute('aria-label') === 'Pause') button.click();"
        "return [thumb.getAttribute('aria-valuenow')];"
    )
    return _rest(journey, seen)


def _rest(journey: Journey, seen: list[str] | None) -> object:
    if seen:
        day = date(1970, 1, 1) + timedelta(days=int(seen[0]))
        journey.change(lambda chosen: replace(chosen, asof=day))
    return seen and journey.chosen.asof


def _brief(journey: Journey) -> object:
    seen = journey.see(
        "if (!document.querySelector('.ef-leave')) return null; const was = brief();"
        "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'b', bubbles: true, cancelable: true })); return [String(was)];"
    )
    if seen:
        brief = seen[0] == "false"
        journey.change(lambda chosen: replace(chosen, brief=brief))
    return seen


def _back(journey: Journey) -> object:
    seen = journey.see(
        "if (navigation.currentEntry.index <= (window.journeyFrom ??= navigation.currentEntry.index)) return null;"
        "return navigation.back().committed.then(() => [location.search]);"
    )
    if seen:
        query = parse_qs(seen[0].removeprefix("?"))
        journey.chosen, journey.lost = choices_of(request_of(query, RECORD), RECORD), False
        pressed = journey.pressed
        journey.instead = [_all(pressed[first:], journey.chosen) for first in range(len(pressed))]
        journey.pressed = []
    return seen


STEPS: tuple[Callable[[Journey], object], ...] = (
    _status, _status, _role, _reset, _tab, _cell, _cell, _mark, _later, _earlier, _play, _brief, _back, _back,
)  # fmt: skip
