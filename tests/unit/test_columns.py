"""The columns of every table: their headings, their widths, and their cells."""

import functools
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.model import ClaimRow
from eastflank.report.columns import Column, Field, field, fields, in_words, without
from eastflank.report.contents import Footnote
from eastflank.report.deployment_columns import DEPLOYMENT, fields_of, named
from eastflank.report.differences import differences_of
from eastflank.report.entries import DeploymentEntry
from eastflank.report.evidence import evidence_of
from eastflank.report.evidence_columns import (
    CLAIM,
    CONTRIBUTION,
    DIFFERENCE,
    SOURCE,
    ClaimedContingent,
    ClaimLine,
)
from eastflank.view.selection import view_of
from eastflank.words.chosen import columns
from eastflank.words.headings import Heading
from tests.builders import claim, dataset
from tests.folded import exactly, persons, sent, there
from tests.golden import Golden
from tests.unit.test_entries import rows

DAY = date(2018, 1, 1)
TABLES = {
    "Deployments": DEPLOYMENT,
    "Claims": CLAIM,
    "Contributions": CONTRIBUTION,
    "Sources": SOURCE,
    "Sources differ": DIFFERENCE,
}


def told(table: Iterable[Field[Any]], row: Any) -> dict[str, Any]:
    """What the cells of a row say to a reader, without those in which nothing is stated."""
    return {one.key: cell for one in table if (cell := one.told(row)) is not None}


def on_page(row: DeploymentEntry) -> dict[str, Any]:
    return {one.key: one.on_page(row) for one in DEPLOYMENT}


@functools.cache
def full() -> DeploymentEntry:
    found = rows(
        there(
            "a", "2017-05-01", lead="CAN;DEU", place="adazi", meant_for="LTU", starts="2017-06",
            **persons(400, 500, "about"),
        ),
        claim("b", "2017-05-02", source="ministry"),
        claim("w", "2016-06-14", deployment="whole", status="agreed", unit_count=3),
        claim("p", "2017-05-03", status="decided", lead="CAN", starts="2019", **exactly(900)),
        contributions=[sent("b", "CAN", 300)],
    )  # fmt: skip
    return found["latvia"]


@functools.cache
def bare(**cells: Any) -> DeploymentEntry:
    return rows(claim("a", "2017-05-01", **cells), memberships=[])["latvia"]


# --- all tables ----------------------------------------------------------------------------------------------


def test_the_tables_have_the_columns_that_are_recorded(golden: Golden) -> None:
    """Their order, their headings, their types and their widths are what spreadsheets rely on."""
    lines = []
    for title, table in TABLES.items():
        lines += [title, *(f"  {one.key} | {one.heading} | {one.type} | {one.width}" for one in table)]
    golden("columns.txt", "\n".join(lines) + "\n")


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_key_and_a_heading_stand_once_in_a_table_and_each_column_says_what_it_holds(
    table: tuple[Column, ...],
) -> None:
    assert len({one.key for one in table}) == len({one.heading for one in table}) == len(table)
    assert all(one.meaning for one in table)


# --- how a column is made ------------------------------------------------------------------------------------

HEADINGS = {"a": Heading("A", "It is a."), "b": Heading("B", "It is b.", "short b", "help for b")}


def test_a_column_says_on_the_page_and_to_programs_what_it_says_elsewhere_unless_it_is_told_otherwise() -> (
    None
):
    plain: Field[Any] = field("a", HEADINGS, lambda row: row)
    assert (plain.told(None), plain.on_page(None), plain.data(None)) == (None, "", None)
    assert (plain.told("x"), plain.on_page("x"), plain.data("x"), plain.codes("x")) == ("x", "x", "x", "x")
    assert (plain.key, plain.heading, plain.type, plain.width, plain.meaning) == (
        "a",
        "A",
        "string",
        18,
        "It is a.",
    )
    assert (plain.heading_on_page, plain.help) == ("A", "It is a.")
    own: Field[Any] = field(
        "b", HEADINGS, lambda _: "x", "date", width=7, on_page=lambda _: "page", data=lambda _: ["data"]
    )
    assert (own.told(1), own.on_page(1), own.data(1), own.codes(1)) == ("x", "page", ["data"], ["data"])
    coded: Field[Any] = field("b", HEADINGS, lambda _: "x", codes=lambda _: ["code"])
    assert (coded.data(1), coded.codes(1)) == ("x", ["code"])
    assert (own.type, own.width, own.heading_on_page, own.help) == ("date", 7, "short b", "help for b")


def test_a_figure_or_a_day_that_is_not_stated_is_empty_on_the_page_and_a_day_is_iso_for_programs() -> None:
    (number, day) = fields(HEADINGS, ("a", lambda row: row, "integer", 5), ("b", lambda row: row, "date", 6))
    assert (number.on_page(None), day.on_page(None), number.on_page(0)) == (None, None, 0)
    assert (day.data(DAY), day.on_page(DAY), number.data(7)) == ("2018-01-01", DAY, 7)
    assert (number.width, day.width) == (5, 6)


@given(st.sets(st.sampled_from([one.key for one in DEPLOYMENT])))
def test_what_is_left_out_leaves_the_others_in_their_order(keys: set[str]) -> None:
    assert [one.key for one in without(DEPLOYMENT, keys)] == [
        one.key for one in DEPLOYMENT if one.key not in keys
    ]


def test_a_column_may_be_moved_behind_another_and_none_is_moved_that_is_left_out() -> None:
    small = DEPLOYMENT[:4]
    assert [one.key for one in without(small, ())] == ["id", "name", "sort", "kind"]
    assert [one.key for one in without(small, (), {"id": "sort"})] == ["name", "sort", "id", "kind"]
    assert [one.key for one in without(small, ("name",), {"kind": "id"})] == ["id", "kind", "sort"]
    assert [one.key for one in without(small, ("kind",), {"kind": "id"})] == ["id", "name", "sort"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [(None, ""), ("", ""), ("x", "x"), (0, "0"), (4000, "4,000"), (date(2016, 6, 14), "14 June 2016")],
)
def test_a_cell_in_words(value: Any, expected: str) -> None:
    assert in_words(value) == expected


# --- deployments ---------------------------------------------------------------------------------------------


def test_the_cells_of_a_deployment_of_which_everything_is_stated() -> None:
    assert told(DEPLOYMENT, full()) == {
        "id": "latvia",
        "name": "Battlegroup Latvia",
        "sort": "unit",
        "kind": "battlegroup",
        "status": "deployed",
        "lead": "Canada and Germany",
        "host": "Latvia",
        "meant_for": "Lithuania",
        "place": "Ādaži",
        "precision": "town",
        "strength": "about 400–500 (2017)",
        "troops_low": 400,
        "troops_high": 500,
        "hedge": "about",
        "strength_stated_on": "1 May 2017",
        "counts": "the whole deployment",
        "planned": "900 persons (2017); led by Canada (2017)",
        "contingents": "Canada 300 (2017)",
        "begins": "June 2017",
        "programme": "enhanced Forward Presence",
        "part_of": "The whole",
        "claims": "p; b; a",
        "sources": "[1] Agency. [2] Ministry.",
    }


def test_the_cells_of_a_deployment_of_which_nothing_is_stated() -> None:
    assert told(DEPLOYMENT, bare()) == {
        "id": "latvia",
        "name": "Battlegroup Latvia",
        "sort": "unit",
        "kind": "battlegroup",
        "status": "not stated",
        "lead": "not stated",
        "host": "not stated",
        "strength": "not stated",
        "programme": "enhanced Forward Presence",
        "not_drawn": "No status is stated.",
        "claims": "a",
        "sources": "[1] Agency.",
    }


def test_on_the_page_a_list_is_a_number_and_what_is_not_stated_an_empty_cell() -> None:
    page, elsewhere = on_page(full()), told(DEPLOYMENT, full())
    assert {key: page[key] for key in page if page[key] != elsewhere.get(key, "")} == {
        "sort": "Unit",
        "host": "Latvia; meant for Lithuania",
        "programme": "eFP",
        "strength_stated_on": "2017-05-01",
        "claims": 3,
    }
    page = on_page(bare())
    assert (page["status"], page["lead"], page["host"]) == ("status not stated", "", "")
    assert (page["place"], page["hedge"], page["troops_low"], page["part_of"]) == ("", "", None, "")
    plain = on_page(bare(status="agreed", host="LVA"))
    assert (plain["host"], plain["status"]) == ("Latvia", "agreed")
    unknown_whole = rows(there("a", "2017-05-01"))["latvia"]
    assert (unknown_whole.part_of, on_page(unknown_whole)["part_of"]) == ("The whole", "")
    assert on_page(full())["part_of"] == "The whole"


def test_programs_get_lists_codes_and_nothing_for_what_is_not_stated() -> None:
    data = {one.key: one.data(full()) for one in DEPLOYMENT}
    assert (data["claims"], data["sources"], data["status"]) == (["p", "b", "a"], [1, 2], "deployed")
    assert (data["strength_stated_on"], data["troops_low"]) == ("2017-05-01", 400)
    data = {one.key: one.data(bare()) for one in DEPLOYMENT}
    assert (data["status"], data["place"], data["troops_low"], data["sources"]) == (None, None, None, [1])


def codes(row: DeploymentEntry) -> dict[str, Any]:
    """What programs read that ask for codes, without what is nothing."""
    return {one.key: value for one in DEPLOYMENT if (value := one.codes(row))}


def test_programs_that_read_codes_get_those_of_nations_places_kinds_and_wholes() -> None:
    found = codes(full())
    assert (found["lead"], found["host"], found["meant_for"], found["place"]) == (
        ["CAN", "DEU"],
        ["LVA"],
        ["LTU"],
        "adazi",
    )
    assert (found["kind"], found["part_of"], found["programme"], found["counts"]) == (
        "battlegroup",
        "whole",
        "eFP",
        "whole",
    )
    assert (found["status"], found["claims"], found["sources"]) == ("deployed", ["p", "b", "a"], [1, 2])
    names = {"id", "name", "sort", "kind", "programme", "not_drawn", "claims", "sources", "strength"}
    assert codes(bare()).keys() == names, "what is not stated is nothing"


def test_their_figures_are_of_what_is_there_and_those_of_plans_stand_by_themselves() -> None:
    found = codes(full())
    assert (found["troops_low"], found["troops_high"], found["hedge"], found["strength_stated_on"]) == (
        400,
        500,
        "about",
        "2017-05-01",
    )
    assert found["planned"] == {
        "low": 900,
        "high": 900,
        "hedge": None,
        "stated_on": "2017-05-03",
        "figure_claim": "p",
        "grade": "B2",
    }
    planned = codes(bare(status="agreed", host="LVA", troops_low=30, troops_high=40, hedge="about"))
    assert {"troops_low", "troops_high", "hedge", "strength_stated_on"}.isdisjoint(planned)
    assert (planned["planned"]["low"], planned["planned"]["high"], planned["planned"]["hedge"]) == (
        30,
        40,
        "about",
    )


def test_their_contingents_have_a_figure_each_or_none_and_say_how_it_stands_with_it() -> None:
    (canada,) = codes(full())["contingents"]
    assert canada == {
        "nation": "CAN",
        "claim": "b",
        "planned": False,
        "announced": False,
        "old": False,
        "low": 300,
        "high": 300,
        "hedge": None,
        "stated_on": "2017-05-02",
        "figure_claim": "b",
        "grade": "A2",
    }
    nothing = rows(there("a", "2017-05-01"), contributions=[sent("a", "CAN")])["latvia"]
    (canada,) = codes(nothing)["contingents"]
    assert {key for key, value in canada.items() if value} == {"nation", "claim"}


def test_the_column_of_the_dataset_is_there_only_where_there_are_several() -> None:
    assert fields_of(several=True) == DEPLOYMENT
    assert [one.key for one in fields_of(several=False)] == [one.key for one in DEPLOYMENT][:-1]
    assert DEPLOYMENT[-1].key == "dataset"


def test_columns_for_little_room_are_named_by_their_keys_in_any_order() -> None:
    keys = ("where", "persons", "name", "place_and_host", "place_or_none", "numbers", "bare_numbers")
    found = named(keys)
    assert tuple(one.key for one in found) == keys
    assert [one.told(full()) for one in found] == [
        "Ādaži, Latvia",
        "about 400–500 (2017)",
        "Battlegroup Latvia",
        "Ādaži, Latvia",
        "Ādaži",
        "[1], [2]",
        "1, 2",
    ]
    assert [one.told(bare()) for one in found] == [
        "not stated. Not drawn: no status is stated.",
        "not stated",
        "Battlegroup Latvia",
        "not stated",
        "not stated",
        "[1]",
        "1",
    ]
    with pytest.raises(KeyError):
        named(["nothing"])


# --- claims, contingents, sources and disagreements ----------------------------------------------------------


def line(*, contributions: list[dict[str, Any]] | None = None, **cells: Any) -> ClaimLine:
    data = dataset(claim("a", "2017-06-01", **cells), contributions=contributions or [])
    view = view_of(data, day=DAY)
    (item,) = evidence_of(view, data, {"agency": 3})
    row: ClaimRow = data.claims_by_id["a"]
    names = {"CAN": "Canada", "DEU": "Germany", "LVA": "Latvia"}
    return ClaimLine(row, item, names, data.places_by_id[row.place].name if row.place else "")


def test_the_cells_of_a_claim_that_states_everything() -> None:
    said = line(
        status="arriving", lead="CAN;DEU", host="LVA", place="adazi", unit_count=2, starts="2017-06", ends="2018",
        quote="Canada sends 450.", timing_words="in June", speaker="Ann Lee", speaker_role="minister",
        note="Read so.", **persons(400, 500, "about"),
    )  # fmt: skip
    assert told(CLAIM, said) == {
        "claim": "a",
        "deployment": "latvia",
        "about": "Battlegroup Latvia",
        "basis": "quoted",
        "quote": "Canada sends 450.",
        "citation": "page 1",
        "states": "Arriving; led by Canada and Germany, in Latvia, at Ādaži; about 400–500 persons; units: 2; "
        "begins June 2017; ends 2018",
        "status": "arriving",
        "lead": "Canada and Germany",
        "host": "Latvia",
        "place": "Ādaži",
        "troops_low": 400,
        "troops_high": 500,
        "hedge": "about",
        "counts": "the whole deployment",
        "units": 2,
        "begins": "2017-06",
        "ends": "2018",
        "timing_words": "in June",
        "day": date(2017, 6, 1),
        "speaker": "Ann Lee, minister",
        "publisher": "Agency",
        "footnote": 3,
        "grade": "B2",
        "note": "Read so.",
    }


def test_the_cells_of_a_claim_that_states_nothing_are_empty() -> None:
    assert told(CLAIM, line(deployment=None, kind="meeting", citation=None)) == {
        "claim": "a",
        "about": "Meetings",
        "basis": "cited",
        "day": date(2017, 6, 1),
        "publisher": "Agency",
        "footnote": 3,
        "grade": "B2",
    }


def test_a_judged_claim_has_no_source_no_grade_and_no_quote() -> None:
    data = dataset(
        there("a", "2017-06-01"),
        claim("j", "2017-07-01", source=None, rests_on="a", status="ended", judged_on="2026-01-01"),
    )
    view = view_of(data, day=DAY)
    judged = next(one for one in evidence_of(view, data, {"agency": 3}) if one.claim == "j")
    cells = told(CLAIM, ClaimLine(data.claims_by_id["j"], judged, {}, ""))
    assert {"footnote", "grade", "quote", "speaker"}.isdisjoint(cells)
    assert cells["citation"] == "A curator’s judgement, from a"


def test_the_cells_of_a_contingent() -> None:
    row = dataset(claim("a", "2017-06-01"), contributions=[sent("a", "CAN", 450, hedge="about")])
    (one,) = row.claims_by_id["a"].contributions
    assert told(CONTRIBUTION, ClaimedContingent("a", "Battlegroup Latvia", "Canada", one)) == {
        "claim": "a",
        "deployment": "Battlegroup Latvia",
        "nation": "Canada",
        "strength": "about 450",
        "troops_low": 450,
        "troops_high": 450,
    }


def test_the_cells_of_a_source() -> None:
    note = Footnote(1, "agency", "Agency", "Report", "15 June 2016", "B, usually reliable", "")
    cells = {
        "number": 1,
        "id": "agency",
        "publisher": "Agency",
        "title": "Report",
        "published": "15 June 2016",
        "grade": "B, usually reliable",
    }
    assert told(SOURCE, note) == cells
    address = "https://example.org/report"
    assert told(SOURCE, Footnote(*list(cells.values()), address)) == {**cells, "url": address}  # type: ignore[arg-type]


def test_the_cells_of_a_disagreement() -> None:
    data = dataset(
        there("a", "2017-06-01", **exactly(450)), there("b", "2017-06-10", source="ministry", **exactly(600))
    )
    (found,) = differences_of(view_of(data, day=DAY), data)
    assert told(DIFFERENCE, found) == {
        "deployment": "latvia",
        "name": "Battlegroup Latvia",
        "subject": "strength",
        "spread": "450–600 persons",
        "values": "600 [b]; 450 [a]",
        "rule": "The newest claim counts: Ministry, 10 June 2017 (b).",
        "stands": columns.YES_NO[True],
    }
