"""Text from files and from the address is text: it never runs, loads or changes anything."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page, expect

from tests.browser.on_the_map import mark
from tests.browser.on_the_page import claim, evidence, notices, table, title
from tests.browser.server import Server, serving
from tests.browser.tables import copied, write
from tests.browser.visit import Visits, map_of

HOSTILE = (
    "<img src=x onerror=window.pwn=1> </script><script>window.pwn=1</script> `${window.pwn=1}` "
    "{{ 7*7 }} {% raw %} ' \" \\ ![x](http://192.0.2.1/x.png) :red[x] **x** %s"
)


def untouched(page: Page) -> bool:
    """Whether nothing of the hostile text ran, on the page or in the map's frame."""
    return not any(frame.evaluate("'pwn' in window") for frame in page.frames)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One dashboard for all tests here: none of them changes its tables."""
    folder = tmp_path_factory.mktemp("hostile")
    data = copied(folder / "data")
    write(data, "deployments", "efp-lva", name=f"deployment {HOSTILE}", note=HOSTILE)
    write(data, "places", "adazi", name=f"place {HOSTILE}")
    write(data, "nations", "CAN", name=f"nation {HOSTILE}")
    write(data, "nations", "LVA", name=f"host {HOSTILE}")
    write(
        data, "claims", "R006",
        note=f"note {HOSTILE}", citation=f"citation {HOSTILE}", speaker=f"speaker {HOSTILE}",
    )  # fmt: skip
    write(data, "claims", "A1-16", note=f"note {HOSTILE}", speaker=f"speaker {HOSTILE}")
    write(
        data,
        "sources",
        "ap-2016-06-14",
        publisher=f"publisher {HOSTILE}",
        title=f"title {HOSTILE}",
        note=HOSTILE,
    )
    write(data, "decisions", "D001", reason=f"reason {HOSTILE}")
    with serving(folder, data=data) as server:
        yield server


def test_hostile_tables_are_shown_letter_by_letter(hostile: Server, visits: Visits) -> None:
    page = visits.open("?nation=CAN&asof=2017-06-30&deployment=efp-lva", server=hostile)
    frame = map_of(page)
    card = mark(frame, "efp-lva")
    expect(card).to_contain_text(f"place {HOSTILE}")
    expect(frame.locator(".eastflank-lead").first).to_have_text(f"nation {HOSTILE}")
    card.focus()
    expect(frame.get_by_role("tooltip")).to_contain_text(f"deployment {HOSTILE}")
    expect(title(page)).to_contain_text(f"involving nation {HOSTILE}")
    expect(evidence(page).locator(".ef-head")).to_contain_text(f"deployment {HOSTILE}")
    for text in ("note", "citation", "speaker"):
        expect(claim(page, "R006")).to_contain_text(f"{text} {HOSTILE}")
    expect(table(page)).to_contain_text(f"deployment {HOSTILE}")
    page.get_by_role("combobox", name="Nation").click()
    expect(page.get_by_role("option").filter(has_text="Germany")).to_be_visible()
    assert untouched(page)


@pytest.mark.soak  # the other tabs are
def test_hostile_disagreements_are_shown_letter_by_letter(hostile: Server, visits: Visits) -> None:
    page = visits.open("?tab=disagreements&deployment=eva-bgr", server=hostile)
    for where in (evidence(page), page.get_by_role("region", name="Disagreements")):
        expect(where).to_contain_text(f"Decision D001: reason {HOSTILE}")
    expect(page.get_by_role("region", name="Disagreements")).to_contain_text(
        f"deployment {HOSTILE}: contingent of nation {HOSTILE}"
    )
    assert untouched(page)


@pytest.mark.soak  # the first tab is tried above
def test_hostile_tables_stay_text_in_every_tab(hostile: Server, visits: Visits) -> None:
    page = visits.open("?asof=2017-06-30&since=2016-06-14&deployment=efp-lva&tab=timeline", server=hostile)
    panel = page.get_by_role("tabpanel").filter(visible=True)
    for tab, shown in {
        "Timeline": ("deployment", "nation"),
        "Nation × host": ("nation", "host"),
        "What changed": ("deployment", "host"),
    }.items():
        page.get_by_role("tab", name=tab).click()
        for text in shown:
            expect(panel).to_contain_text(f"{text} {HOSTILE}")
    assert untouched(page)


def test_a_hostile_source_is_shown_letter_by_letter(hostile: Server, visits: Visits) -> None:
    page = visits.open("sources?claim=A1-16", server=hostile, has_map=False)
    expect(claim(page, "A1-16")).to_contain_text(f"note {HOSTILE}")
    expect(claim(page, "A1-16")).to_contain_text(f"speaker {HOSTILE}")
    expect(page.get_by_role("combobox", name="Source")).to_have_value(
        re.compile(re.escape(f"publisher {HOSTILE}"))
    )
    assert untouched(page)


def test_a_hostile_address_is_told_letter_by_letter(open_page: Callable[..., Page]) -> None:
    parts = [HOSTILE[start : start + 55].strip() for start in range(0, len(HOSTILE), 55)]
    page = open_page("?" + urlencode(dict.fromkeys(parts, "x")))
    for part in parts:
        expect(notices(page)).to_contain_text(part)
    expect(notices(page).locator("img, strong, code, script")).to_have_count(0)
    assert untouched(page)
    names = ("nation", "host", "status", "asof", "deployment", "claim", "strength", "unstated", "marking")
    strange = open_page("?" + urlencode(dict.fromkeys(names, HOSTILE)))
    expect(notices(strange)).to_contain_text("img src=x onerror=window.pwn=1")
    expect(notices(strange).locator("img, strong, code, script")).to_have_count(0)
    assert untouched(strange)
