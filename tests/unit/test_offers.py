"""What a passage offers for the fields of a claim is in its words."""

from __future__ import annotations

from datetime import date

import pytest

from eastflank.curation.form import ContributionCells
from eastflank.curation.objections import Objection
from eastflank.curation.offers import Offer, offer
from eastflank.reading.statuses import speaks_of_leading
from eastflank.words.chosen import findings_in_files, saving_changes
from tests.frozen import RECORD
from tests.unit.article_tables import small_tables

SENT = "France will send 300 soldiers to Estonia."
LED = "Germany will lead a battalion of 800 soldiers in Lithuania."
OTHER = "Canada has deployed 450 troops to Latvia."


def offered(text: str, passage: str) -> Offer:
    """What a passage of a text offers."""
    start = text.index(passage)
    return offer(text, start, start + len(passage), small_tables(), RECORD, date(2017, 5, 1))


@pytest.mark.parametrize("passage", [SENT, LED, OTHER])
def test_a_lead_is_offered_only_if_a_word_of_the_passage_speaks_of_leading(passage: str) -> None:
    found = offered(f"{SENT} {LED} {OTHER}", passage)
    assert found.kind == "deployment"
    assert ("lead" in found.cells) is speaks_of_leading(passage)
    assert any(mark.field == "lead" for mark in found.marks) is speaks_of_leading(passage)


def test_the_nation_that_sends_is_offered_as_a_contributor_with_its_words() -> None:
    found = offered(SENT, SENT)
    assert [one.nation for one in found.sent] == ["FRA"]
    joins = "Canada will take part in the 4,000-strong brigade in Latvia."
    (mark,) = [mark for mark in offered(joins, joins).marks if mark.field == "contribution:CAN"]
    assert joins[mark.start : mark.stop] == "Canada"
    assert not [one for one in offered(LED, LED).sent if one.nation == "DEU"]


@pytest.mark.parametrize(
    ("passage", "sent", "marked"),
    [
        (SENT, ContributionCells("FRA", "300", "300"), "300"),
        ("Croatia has deployed 80 soldiers.", ContributionCells("HRV", "80", "80"), "80"),
        ("France sends up to 300 soldiers to Estonia.", ContributionCells("FRA", "", "300", "up to"), "300"),
    ],
)
def test_the_figure_of_the_only_nation_that_sends_is_its_contingents_too(
    passage: str, sent: ContributionCells, marked: str
) -> None:
    found = offered(passage, passage)
    assert found.sent == (sent,)
    assert (found.cells.get("troops_low", ""), found.cells["troops_high"]) == sent[1:3]
    assert [
        passage[one.start : one.stop] for one in found.marks if one.field == f"contribution:{sent.nation}"
    ] == [marked]


@pytest.mark.parametrize(
    "passage",
    [
        "Canada will take part in the 4,000-strong brigade in Latvia.",
        "Canada sends troops to the battalion of 1,000 in Latvia.",
    ],
)
def test_a_figure_of_what_a_nation_takes_part_in_is_not_its_contingents(passage: str) -> None:
    found = offered(passage, passage)
    assert found.sent == (ContributionCells("CAN"),)
    assert found.cells["troops_high"] in {"4000", "1000"}


def test_an_objection_of_a_form_has_no_code_and_no_description_of_a_column() -> None:
    empty = Objection("deployment", findings_in_files.CELL_EMPTY, "Needed: A `detachment` is a part.")
    assert str(empty) == saving_changes.FIELD_EMPTY
    other = Objection("deployment", "“x” is no kind.", "Needed: A `detachment` is a part.")
    assert str(other) == "“x” is no kind. Needed: A “detachment” is a part."


def test_a_reason_that_is_missing_is_asked_for_by_the_name_of_its_field() -> None:
    assert saving_changes.REASON in saving_changes.NO_REASON


def test_an_empty_field_of_a_new_deployment_is_named() -> None:
    empty = Objection("deployment", findings_in_files.CELL_EMPTY, "", label="Its name")
    assert str(empty) == "The field “Its name” is empty. Fill it in."
