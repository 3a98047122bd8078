"""The page of a view: one file that refers to no other, and contains everything that a briefing says."""

import base64
import hashlib
import html
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from eastflank.render.page import document, inlined
from tests.briefings import HOSTILE, briefing, of_the_record
from tests.builders import claim, dataset
from tests.representatives import examples

CANADA = "nation=CAN&asof=2016-10-26"
SMALL = briefing("", dataset(claim("one", "2016-07-08")))


def written(query: str = CANADA) -> str:
    return document.write(of_the_record(query)).decode("utf-8")


def test_it_says_what_a_briefing_says() -> None:
    said = briefing(CANADA, marking="Training only", base_url="https://briefing.example")
    page = html.unescape(document.write(said).decode("utf-8"))
    for text in (said.title, said.filters, said.counts, said.credit, said.version, said.link, *said.totals):
        assert text in page
    assert page.count("Training only") == 3  # above, below and in the description of the file
    for note in said.footnotes:
        assert f'<li id="source-{note.number}" value="{note.number}">{note}' in page
    for item in said.evidence:
        assert item.said in page
        assert f'<article class="claim" id="claim-{item.claim}">' in page


def test_figures_and_nations_are_marked_in_a_quote() -> None:
    page = written("asof=2016-06-14")
    assert "<mark>800</mark>-<mark>1,000</mark> troops" in page


def test_what_changed_stands_on_it_where_days_are_compared() -> None:
    query = "asof=2017-06-30&since=2016-07-09"
    page = html.unescape(written(query))
    assert "<h2>Changes since 9 July 2016</h2>" in page
    assert of_the_record(query).changes[0].sentence in page
    assert "Changes since" not in written()


def test_it_says_where_sources_differ_beside_the_deployment() -> None:
    said = of_the_record("asof=2017-06-30")
    page = html.unescape(written("asof=2017-06-30"))
    assert said.differences
    for one in said.differences:
        assert f'<p class="differ"><b>Sources differ.</b> {one}</p>' in page


def test_it_points_to_no_file() -> None:
    page = written()
    assert re.findall(r"<(?:link|img|iframe|object|embed|base|form)\b", page) == []
    assert re.findall(r"<script[^>]*\bsrc", page) == []
    addresses = re.findall(r"url\(\s*[\"']?([^\"')]+)", page)
    assert [one for one in addresses if not one.startswith(("data:", "#"))] == []
    assert "@import" not in page


def test_it_speaks_to_no_page_around_it() -> None:
    """There is none: its parent would be itself, and what is passed on would come back for ever."""
    assert not re.search(
        r"\b(?:window\.)?(?:parent|top)\.(?:location|document|postMessage|history)", written()
    )
    assert "window.parent" not in written()


def test_its_policy_allows_its_own_scripts_alone_and_no_request() -> None:
    page = written()
    policy = html.unescape(re.findall(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)[0])
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert rules.pop("default-src") == "'none'"
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digests = [base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts]
    assert rules.pop("script-src").split() == [f"'sha256-{digest}'" for digest in digests]
    assert rules == {
        "style-src": "'unsafe-inline'", "font-src": "data:", "img-src": "data:", "base-uri": "'none'", "form-action": "'none'",
    }  # fmt: skip
    assert page.index("Content-Security-Policy") < page.index("<style>") < page.index("<script")


@pytest.mark.parametrize(
    "address", ["javascript:pwn()", "data:text/html,x", "//a.example", "[", "file:///etc/passwd"]
)
def test_an_address_that_would_run_or_is_none_is_no_link(address: str) -> None:
    note = replace(SMALL.footnotes[0], url=address)
    page = document.write(replace(SMALL, footnotes=(note,))).decode("utf-8")
    assert f"{note} {address}</li>" in html.unescape(page)
    assert f'href="{address}' not in html.unescape(page)


@pytest.mark.parametrize("address", ["https://a.example/b?c=d&e", "HTTP://a.example", "http://["])
def test_an_address_of_a_page_is_a_link(address: str) -> None:
    note = replace(SMALL.footnotes[0], url=address)
    page = document.write(replace(SMALL, footnotes=(note,))).decode("utf-8")
    assert f'<a href="{address}" rel="noreferrer">{address}</a>' in html.unescape(page)


@pytest.mark.parametrize("text", ["</script>", "</SCRIPT ", "<!--"])
def test_a_script_that_would_end_its_element_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="would not end where it should"):
        inlined.script(f"var x = '{text}'")


def test_data_cannot_end_its_element() -> None:
    assert inlined.data('{"name":"</script><!--"}') == '{"name":"\\u003c/script>\\u003c!--"}'


@examples(5, soak=20)
@given(st.text(min_size=1) | st.just(HOSTILE))
def test_any_text_stays_text(text: str) -> None:
    entry = replace(SMALL.entries[0], name=text, lead=text)
    item = replace(SMALL.evidence[0], speaker=text, note=text, quote=text, marked=((text, True),))
    page = document.write(replace(SMALL, title=text, marking=text, entries=(entry,), evidence=(item,)))
    seen = str(escape(text)).encode("utf-8", "replace")
    assert page.count(b"<title>" + seen + b"</title>") == 1
    assert page.count(b"<mark>" + seen + b"</mark>") == 1
    plain = document.write(SMALL)
    assert re.findall(rb"<script\b[^>]*>", page) == re.findall(rb"<script\b[^>]*>", plain)
