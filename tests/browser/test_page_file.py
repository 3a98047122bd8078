"""The exported page, opened from the disk: it works, makes no requests, and does not run its data."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from eastflank.render.page import document
from eastflank.report.contents import Briefing
from eastflank.words.chosen import values
from tests.briefings import briefing, of_the_record
from tests.browser.test_accessibility import grave
from tests.browser.visit import PATIENCE
from tests.builders import DEPLOYMENTS, NATIONS, SOURCES, claim, dataset

CANADA = "nation=CAN&asof=2016-10-26"
ROMANIA = "nation=ROU&asof=2016-10-26"
HOSTILE = (
    "<img src=x onerror=window.pwn=1> </script><script>window.pwn=1</script> `${window.pwn=1}` "
    "{{ 7*7 }} ]]> <!-- &lt; ' \" \\ \u2028"
)
Open = Callable[[bytes], Page]


@pytest.fixture
def asked() -> list[str]:
    """Every address that a page requested, except the file itself."""
    return []


@pytest.fixture
def refused() -> list[str]:
    """What the browser would not ask for, and why."""
    return []


@pytest.fixture
def open_file(browser: Browser, tmp_path: Path, asked: list[str], refused: list[str]) -> Iterator[Open]:
    """`open_file(content)`: the page, opened from the disk, its map drawn."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    errors: list[str] = []

    def opened(content: bytes) -> Page:
        file = tmp_path / "view.html"
        file.write_bytes(content)
        page = context.new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("requestfailed", lambda request: refused.append(f"{request.failure} {request.url}"))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(file.as_uri())
        page.wait_for_function("window.eastflankReady === true")
        asked.remove(file.as_uri())
        return page

    yield opened
    context.close()
    assert errors == []


def abroad(asked: list[str]) -> list[str]:
    return [url for url in asked if not url.startswith("data:")]


def shown(page: Page) -> list[str]:
    """The headings of the evidence that is to be seen."""
    return page.locator(".about:visible h2").all_inner_texts()


def test_it_opens_from_the_disk_and_asks_for_nothing(open_file: Open, asked: list[str]) -> None:
    page = open_file(document.write(of_the_record(CANADA)))
    assert page.evaluate("document.fonts.check('13px \"Source Sans 3\"', 'ā')")
    card = page.locator(".eastflank-mark[data-id=efp-lva]")
    expect(card).to_contain_text("planned: about 1,000, decided; base not stated")
    assert page.locator(".eastflank-land, .map path").count() > 50
    assert abroad(asked) == []


def test_a_card_a_row_and_escape_choose_what_evidence_is_shown(open_file: Open, asked: list[str]) -> None:
    page = open_file(document.write(of_the_record(ROMANIA)))
    both = ["Battlegroup Poland", "Multinational framework brigade in Romania Craiova"]
    assert shown(page) == both
    page.locator(".eastflank-mark[data-id=efp-pol]").click()
    assert shown(page) == both[:1]
    expect(page.locator(".about:visible blockquote").last).to_contain_text(
        "U.S. may well contribute most or all of the"
    )
    page.get_by_role("button", name="Show all").click()
    assert shown(page) == both
    page.get_by_role("row").filter(has_text="framework brigade").get_by_role("button").click()
    assert shown(page) == both[1:]
    expect(page.locator(".eastflank-mark[data-id=tfp-brigade]")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("Escape")
    assert shown(page) == both
    assert abroad(asked) == []


@pytest.mark.soak  # a card that is chosen in the file is tried above
def test_the_selected_deployment_is_selected(open_file: Open) -> None:
    page = open_file(document.write(briefing(f"{ROMANIA}&deployment=tfp-brigade")))
    assert shown(page) == ["Multinational framework brigade in Romania Craiova"]


def hostile() -> Briefing:
    said = claim(
        "one", "2016-07-08", status="decided", lead="CAN", host="LVA", place="adazi",
        quote=HOSTILE, citation=None, speaker=HOSTILE, note=HOSTILE,
    )  # fmt: skip
    nations = [{**row, "name": f"{row['name']} {HOSTILE}"} for row in NATIONS]
    sources = [{**SOURCES[0], "title": HOSTILE, "publisher": HOSTILE, "url": "javascript:window.pwn=1"}]
    deployments = [{**DEPLOYMENTS[1], "name": HOSTILE}]
    data = dataset(said, deployments=deployments, memberships=[], nations=nations, sources=sources)
    return briefing("nation=CAN", data, marking=HOSTILE)


def test_hostile_tables_are_shown_letter_by_letter(open_file: Open, asked: list[str]) -> None:
    page = open_file(document.write(hostile()))
    expect(page.locator(".marking").first).to_have_text(HOSTILE)
    expect(page.locator("h1")).to_contain_text(f"involving Canada {HOSTILE}")
    expect(page.locator("blockquote").first).to_have_text(values.quotation(HOSTILE))
    expect(page.locator("tbody button").first).to_have_text(HOSTILE)
    card = page.locator(".eastflank-mark")
    card.focus()
    expect(page.get_by_role("tooltip")).to_contain_text(HOSTILE)
    card.click()
    page.locator(".claim summary").click()
    expect(page.locator(".claim details")).to_contain_text(HOSTILE)
    assert page.locator("a[href^=javascript]").count() == 0
    assert not page.evaluate("'pwn' in window")
    assert abroad(asked) == []


@pytest.mark.soak  # the policy is in each file: tests/unit/test_page.py
def test_what_somebody_adds_to_the_file_neither_runs_nor_asks(
    open_file: Open, asked: list[str], refused: list[str]
) -> None:
    added = b"""<script>window.pwn=1</script><img src="http://192.0.2.1/x.png" onerror="window.pwn=1">
<link rel="stylesheet" href="http://192.0.2.1/x.css"><iframe src="http://192.0.2.1/"></iframe></body>"""
    content = document.write(of_the_record(CANADA))
    assert content.count(b"</body>") == 1
    page = open_file(content.replace(b"</body>", added))
    page.wait_for_load_state()
    assert not page.evaluate("'pwn' in window")
    assert {"http://192.0.2.1/x.png", "http://192.0.2.1/x.css"} <= set(asked)
    assert sorted(refused) == sorted(f"csp {url}" for url in abroad(asked))


@pytest.mark.soak
@pytest.mark.parametrize(
    "query", ["asof=2017-06-30&since=2016-07-09", "asof=2017-06-30&deployment=efp-lva", CANADA]
)
def test_no_rule_of_accessibility_is_gravely_broken(browser: Browser, tmp_path: Path, query: str) -> None:
    file = tmp_path / "view.html"
    file.write_bytes(document.write(of_the_record(query)))
    context = browser.new_context(bypass_csp=True)  # the rules are a script that the page would not allow
    page = context.new_page()
    page.goto(file.as_uri())
    page.wait_for_function("window.eastflankReady === true", timeout=PATIENCE)
    found = grave(page)
    context.close()
    assert found == []
