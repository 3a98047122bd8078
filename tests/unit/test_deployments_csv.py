"""The view's deployments as CSV: for spreadsheets, which run what looks like a formula."""

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.render import deployments_csv
from eastflank.render.cells import neutral
from tests.briefings import HOSTILE, briefing, of_the_record
from tests.builders import claim, dataset
from tests.representatives import examples

SMALL = briefing("", dataset(claim("one", "2016-07-08")))


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@x",
        "\t=1",
        "\tx",
        "\rx",
        "\nx",
        " =1",
        "\u00a0=1",
        "＝1+1",
        "=cmd|' /C calc'!A0",
        "\u200b=1",
        "\ufeff=1",
        "\u200b \u2060+1",
        "\u202e-1",
        "\x07@x",
        "\u00ad=1",
        "\U000e0020=1",
        "﹦1",
        "﹣1",
        "﹫x",
    ],
)
def test_what_would_begin_a_formula_gets_an_apostrophe(text: str) -> None:
    assert neutral(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Ādaži", "800–1,000", "about 1,100", "a=1", "'", "–1"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert neutral(text) == text


@given(st.text())
def test_no_text_begins_a_formula(text: str) -> None:
    assert not neutral(text).strip().startswith(("=", "+", "-", "@"))
    assert neutral(text).removeprefix("'") in (text, text.removeprefix("'"))


@examples(20)
@given(st.text(st.characters(codec="utf-8"), min_size=1) | st.just(HOSTILE))
def test_any_name_comes_back_letter_by_letter(name: str) -> None:
    said = replace(SMALL, entries=(replace(SMALL.entries[0], name=name),))
    assert [row["Deployment"] for row in rows(deployments_csv.write(said))] == [neutral(name)]


def test_a_row_says_by_itself_where_it_comes_from() -> None:
    found = briefing("nation=CAN&asof=2016-10-26", marking="=For training")
    row = rows(deployments_csv.write(found))[0]
    assert (row["Deployment"], row["Strength"], row["Fewest persons"]) == (
        "Battlegroup Latvia",
        "planned: about 1,000",
        "1000",
    )
    assert (row["Title"], row["As of"], row["Found"]) == (found.title, "2016-10-26", found.counts)
    assert (row["Data version"], row["Link"], row["Marking"]) == (found.version, found.link, "'=For training")
    assert row["Sources"].startswith("[1] Sputnik")
    assert "R016" in row["Claims"]


def test_what_is_not_stated_is_never_nought() -> None:
    row = rows(deployments_csv.write(of_the_record("asof=2016-07-09&host=ROU")))[0]
    assert (row["Strength"], row["Fewest persons"], row["Most persons"]) == ("not stated", "", "")


def test_an_empty_view_is_a_header() -> None:
    content = deployments_csv.write(of_the_record("asof=2010-01-01"))
    assert content.startswith(b"\xef\xbb\xbfId,Deployment,Sort,Kind,Status")
    assert rows(content) == []
