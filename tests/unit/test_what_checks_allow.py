"""What is near a breach of a law of the data and is none; and what the laws do with many findings."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from eastflank import checks
from eastflank.checks import (
    answers,
    dates,
    decisions,
    figures,
    judgements,
    sources,
    spans,
    strengths,
    structure,
    versions,
    wholes,
    wording,
)
from eastflank.model import Dataset, Finding
from eastflank.record.account import ROTATION
from tests.builders import DEPLOYMENTS, claim, dataset, deployment
from tests.unit.small_data import ARTICLE, SmallData


@pytest.fixture
def small(tmp_path: Path) -> SmallData:
    return SmallData(tmp_path)


def rows(law: checks.Law, small: SmallData) -> list[str]:
    return [finding.key for finding in law(small.values())]


def marked(small: SmallData, claim: str, field: str, words: str) -> None:
    """A mark of a field on these words of the article."""
    start = ARTICLE.index(words)
    end = start + len(words)
    small.tables["claim_spans"].append({"claim": claim, "field": field, "start": str(start), "end": str(end)})


# Marks


def test_a_mark_of_what_is_no_figure_may_lie_on_words_with_a_number(small: SmallData) -> None:
    small.row("claims", "A3").update(contributors_complete="yes")
    marked(small, "A3", "contributors_complete", "send four-thousand")
    assert rows(spans.spans_lie_where_they_say, small) == []


def test_a_mark_of_who_spoke_may_lie_outside_of_the_quote_and_one_of_a_value_may_not(
    small: SmallData,
) -> None:
    small.row("claims", "A3").update(speaker="Ann Lee", note="To send is read as leading.")
    marked(small, "A3", "speaker", "Ann Lee")
    assert rows(spans.spans_lie_where_they_say, small) == []
    marked(small, "A3", "contribution:CAN", "1,000")
    assert [one.partition(", ")[0] for one in rows(spans.spans_lie_where_they_say, small)] == ["A3"] * 2


def test_a_mark_of_a_contingent_may_lie_on_words_without_a_number(small: SmallData) -> None:
    marked(small, "A3", "contribution:CAN", "Canadians")
    assert rows(spans.spans_lie_where_they_say, small) == []


def test_a_mark_of_a_figure_lies_on_words_with_a_number(small: SmallData) -> None:
    marked(small, "A3", "troops_high", "Canadians")
    (finding,) = spans.spans_lie_where_they_say(small.values())
    assert "“Canadians” does not state 4,000." in finding.problem


def test_a_mark_may_reach_from_the_first_character_of_the_quote_to_its_last(small: SmallData) -> None:
    quote = small.row("claims", "A1")["quote"]
    marked(small, "A1", "host", quote)
    assert rows(spans.spans_lie_where_they_say, small) == []
    marked(small, "A1", "status", f"{quote},")
    assert rows(spans.spans_lie_where_they_say, small) == ["A1, status, 0"]


def test_a_mark_ends_in_the_article_and_holds_a_character(small: SmallData) -> None:
    mark = small.row("claim_spans", "A1 speaker")
    mark.update(end=str(len(ARTICLE)))
    assert rows(spans.spans_lie_where_they_say, small) == []
    for end in (len(ARTICLE) + 1, int(mark["start"])):
        mark.update(end=str(end))
        assert rows(spans.spans_lie_where_they_say, small) == ["A1, speaker, 100"]


# Judgements


def test_judgements_that_rest_on_each_other_are_both_found_and_each_names_the_other(small: SmallData) -> None:
    small.row("claims", "A3").update(basis="judged", rests_on="S1", judged_on="2026-11-25")
    small.row("claims", "S1").update(rests_on="A3;R1")
    found = [*judgements.a_judgement_says_what_it_rests_on(small.values())]
    assert [(one.key, one.problem) for one in found] == [
        ("A3", "It rests on S1, which rests on it."),
        ("S1", "It rests on A3, which rests on it."),
    ]


# Days


def test_what_is_on_the_same_day_is_neither_before_nor_after(small: SmallData) -> None:
    day = "2016-06-14"
    small.row("sources", "ap").update(accessed=day)
    small.row("claims", "A1").update(starts=day, ends=day, as_at=day)
    small.row("claims", "S1").update(judged_on="2017-06-30")  # R1 counts from this day
    small.row("memberships", "M1").update(starts=day, ends=day)
    data = small.values()
    for law in (*DATES, judgements.a_judgement_says_what_it_rests_on):
        assert [*law(data)] == [], law


DATES = (
    dates.nothing_is_said_after_it_was_published,
    dates.nothing_ends_before_it_starts,
    dates.nothing_is_told_of_a_day_to_come,
    dates.nothing_is_read_before_it_was_published,
    structure.a_membership_has_days_of_its_own,
)


def test_a_part_may_leave_its_whole_and_come_back_later(small: SmallData) -> None:
    small.row("memberships", "M1").update(starts="2017-01-01", ends="2017-12-31")
    again = {"id": "M4", "member": "est", "whole": "all", "relation": "part", "note": "Again."}
    small.tables["memberships"].append({**again, "starts": "2018-01-01"})
    assert rows(structure.a_membership_has_days_of_its_own, small) == []
    small.tables["memberships"][-1].update(starts="2017-12-30")
    assert rows(structure.a_membership_has_days_of_its_own, small) == ["M4"]


# Rows


def test_what_became_another_may_have_been_in_no_whole(small: SmallData) -> None:
    us = small.row("memberships", "M2")
    small.tables["memberships"].remove(us)
    assert rows(structure.what_became_another_stays_in_its_whole, small) == []


def test_a_held_text_may_wait_for_its_first_claim(small: SmallData) -> None:
    small.tables["sources"].insert(1, {**small.row("sources", "ap"), "id": "ap2"})
    assert rows(structure.every_row_is_used, small) == []


def test_a_name_has_at_most_three_hundred_characters_and_joiners_and_soft_hyphens_of_a_quote_stay(
    small: SmallData,
) -> None:
    small.row("places", "tapa").update(name="T" * 300)
    small.row("claims", "A1").update(note="میخواهم".replace("میخ", "می\u200cخ"))
    small.row("claims", "A4").update(quote="Ministers\u00ad met", quote_prefix=" ")
    data = small.values()
    for law in (
        structure.names_are_short_enough_to_be_drawn,
        structure.nothing_unseen_stands_in_a_cell,
        structure.cells_are_trimmed,
    ):
        assert [*law(data)] == [], law


# Sources and their texts


def test_only_the_claim_that_is_dated_closer_than_its_source_is_found(small: SmallData) -> None:
    small.row("claims", "R1").update(said_on="2017-06-05")
    assert rows(sources.a_claim_is_dated_no_closer_than_its_source, small) == ["R1"]
    small.row("claims", "R1").update(note="The day is the archive’s.")
    assert rows(sources.a_claim_is_dated_no_closer_than_its_source, small) == []


def test_each_held_text_is_looked_through_for_its_date(small: SmallData) -> None:
    small.tables["sources"].insert(
        1, {**small.row("sources", "ap"), "id": "ap2", "note": "", "published": "2016-06-15"}
    )
    small.row("sources", "ap").update(note="")
    assert rows(sources.a_held_text_bears_its_date, small) == ["ap", "ap2"]
    small.article = b"On 14 June 2016. " + small.article
    assert rows(sources.a_held_text_bears_its_date, small) == ["ap2"]
    small.article = b"Printed on 2016-06-15. " + small.article
    assert rows(sources.a_held_text_bears_its_date, small) == []


def test_a_text_may_be_corrected_and_its_correction_too(small: SmallData) -> None:
    ap = small.row("sources", "ap")
    small.tables["sources"] += [{**ap, "id": "ap2", "replaces": "ap"}, {**ap, "id": "ap3", "replaces": "ap2"}]
    assert rows(versions.a_text_is_corrected_by_one_other, small) == []
    assert versions.newest_version("ap", small.values()) == "ap3"
    ap["replaces"] = "ap3"
    assert set(rows(versions.a_text_is_corrected_by_one_other, small)) == {"ap", "ap2", "ap3"}


def test_a_claim_without_a_quote_and_one_that_counts_no_more_are_not_orphaned(small: SmallData) -> None:
    small.tables["sources"].append({**small.row("sources", "ap"), "id": "ap2", "replaces": "ap"})
    small.row("claims", "A2").update(quote="", quote_prefix="", citation="Page 1")
    small.row("claims", "A3").update(review="retracted")
    small.row("claims", "A4").update(source="ap2")
    assert rows(versions.no_quote_is_left_with_a_corrected_text, small) == ["A1"]


def test_the_short_words_of_a_places_name_need_not_be_in_the_quote(small: SmallData) -> None:
    small.row("places", "riga").update(name="Rīga by the sea")
    assert rows(wording.a_quote_carries_what_is_read_in_it, small) == []
    small.row("places", "riga").update(name="Rīga by the lake")
    assert rows(wording.a_quote_carries_what_is_read_in_it, small) == ["A4"]


# Figures and wholes


def test_a_figure_in_the_words_of_a_draft_is_left_to_its_reviewer(small: SmallData) -> None:
    small.row("claims", "R1").update(citation="Sends 300 British soldiers")
    assert rows(figures.a_figure_in_words_stands_in_a_cell, small) == ["R1"]
    small.row("claims", "R1").update(review="draft")
    assert rows(figures.a_figure_in_words_stands_in_a_cell, small) == []


COUNTRY = deployment("total", sort="statistic", kind="statistic", programme=None)


def persons(identifier: str, day: str, number: int, **cells: object) -> dict:
    there = {"status": "deployed", "host": "LVA", "counts": "whole"}
    return claim(identifier, day, troops_low=number, troops_high=number, **there | cells)


def test_a_statistic_counts_in_each_part_whatever_another_part_is() -> None:
    """A part without a figure, a doubtful one and an old one do not end the search."""
    small = dataset(
        persons("t", "2018-01-01", 900, deployment="total"),
        claim("none", "2018-01-01", deployment="early", status="deployed", host="LVA"),
        persons("doubtful", "2018-02-01", 950, deployment="latvia", credibility=5),
        persons("sound", "2018-02-01", 950, deployment="lithuania"),
        deployments=[*DEPLOYMENTS, COUNTRY],
        memberships=[],
    )
    (finding,) = wholes.a_statistic_is_no_smaller_than_its_parts(small)
    assert (finding.key, "lithuania, 950 (sound)" in finding.problem) == ("t", True)


def test_a_group_is_no_part_of_a_statistic_and_only_the_first_larger_part_is_named() -> None:
    data = dataset(
        persons("t", "2018-01-01", 900, deployment="total"),
        persons("g", "2018-02-01", 990, deployment="whole", lead="CAN"),
        persons("l", "2018-02-01", 950),
        persons("m", "2018-02-01", 960, deployment="lithuania"),
        deployments=[*DEPLOYMENTS, COUNTRY],
        memberships=[],
    )
    (finding,) = wholes.a_statistic_is_no_smaller_than_its_parts(data)
    assert "latvia, 950 (l)" in finding.problem


@pytest.mark.parametrize(("lead", "found"), [("DEU", []), ("CAN", ["t"])])
def test_a_statistic_of_a_nation_counts_in_no_other_nations(lead: str, found: list[str]) -> None:
    data = dataset(
        persons("t", "2018-01-01", 400, deployment="total", lead="CAN", host="LVA;LTU"),
        persons("n", "2018-02-01", 450, deployment="narrower", lead=lead),
        deployments=[COUNTRY, deployment("narrower", sort="statistic", kind="statistic", programme=None)],
    )
    assert [one.key for one in wholes.a_statistic_is_no_smaller_than_its_parts(data)] == found


@pytest.mark.parametrize("by", ["w", "later"])
def test_one_contingent_alone_is_no_sum(by: str) -> None:
    """Another law finds that it is too large."""
    later = claim("later", "2018-02-01", status="deployed")
    sent = {"claim": by, "nation": "CAN", "troops_low": 1200, "troops_high": 1200}
    data = dataset(persons("w", "2018-01-01", 1000), later, contributions=[sent])
    assert [*wholes.contingents_add_up_to_no_more_than_their_whole(data)] == []
    assert [one.key for one in wholes.a_contingent_is_no_larger_than_its_whole(data)] == [f"{by}, CAN"]


# Answers and decisions


def test_a_finding_is_about_the_newest_claim_that_counts_else_about_its_own(small: SmallData) -> None:
    def matter(table: str, key: str) -> tuple[str, str]:
        return answers.matter_of(data, Finding(f"{table}.csv", "", "", "", "", key=key))

    row = {"id": "D001", "deployment": "us", "field": "place", "claim": "A3", "decided_on": "2026-11-25"}
    small.tables["decisions"] = [{**row, "reason": "It is there."}]
    data = small.values()
    assert matter("claims", "A3") == ("us", "S1")  # it became est
    assert matter("contributions", "R1, CAN") == ("est", "S1")
    assert matter("deployments", "all") == ("all", "A1")
    assert matter("memberships", "M1") == ("est", "S1")
    assert matter("decisions", "D001") == ("us", "S1")
    assert matter("places", "tapa") == matter("claims", "A2") == ("", "")
    for one in ("A3", "R1", "S1"):
        small.row("claims", one).update(review="draft")
    data = small.values()
    assert matter("claims", "A3") == ("us", "A3")
    assert matter("contributions", "A3, CAN") == ("us", "A3")
    assert matter("deployments", "us") == ("us", "")


def overtaken(days: int) -> list[str]:
    """The decisions that no longer apply when the other source names another place so many days later."""
    told = date(2020, 1, 1)
    places = [
        {"id": name, "name": name, "country": "LVA", "lat": 57.0, "lon": 24.0, "precision": "town", "geocoder": "curated"}
        for name in ("adazi", "riga", "tapa")
    ]  # fmt: skip
    old = claim("old", f"{told}", status="deployed", place="adazi")
    of_another = {"source": "ministry", "status": "deployed"}
    other = claim("other", f"{told}", place="riga", **of_another)
    newer = claim("newer", f"{told + timedelta(days=days)}", place="tapa", **of_another)
    row = {"id": "D001", "deployment": "latvia", "field": "place", "claim": "old", "decided_on": "2023-01-01"}
    small = dataset(old, other, newer, places=places, decisions=[{**row, "reason": "It was there."}])
    return [finding.key for finding in decisions.decisions_still_apply(small)]


def test_a_decision_on_a_place_holds_as_long_as_one_rotation() -> None:
    assert overtaken(ROTATION) == []
    assert overtaken(ROTATION + 1) == ["D001"]


# Many findings


def many(number: int) -> Dataset:
    """So many places whose names are too long, and one such nation."""
    place = {"country": "LVA", "lat": 57.0, "lon": 24.0, "precision": "town", "geocoder": "curated"}
    long = [{"id": f"p{at:03}", "name": "P" * 301, **place} for at in range(number)]
    return dataset(claim("a", "2018-01-01"), places=long, deployments=[deployment("latvia", name="L" * 301)])


def test_of_many_findings_of_one_kind_the_first_are_listed_and_the_others_counted() -> None:
    found = checks.errors(many(checks.MOST + 20))
    assert [one.table for one in found] == ["deployments.csv", *["places.csv"] * (checks.MOST + 1)]
    assert [one.key for one in found[1:-1]] == [f"p{at:03}" for at in range(checks.MOST)]
    assert (found[-1].line, found[-1].more) == (None, 20)
    assert checks.count(found) == checks.MOST + 21


def test_findings_that_are_few_enough_are_all_listed() -> None:
    found = checks.errors(many(checks.MOST))
    assert len(found) == checks.count(found) == checks.MOST + 1
    assert all(one.more is None for one in found)


# Nobody


@pytest.mark.parametrize(
    "cells",
    [
        {"status": "ended"},
        {"status": "withdrawn"},
        {"status": "denied"},
        {"counts": "increment"},
        {"counts": "contingent"},
        {"troops_low": "1"},
    ],
)
def test_0_may_be_the_strength_of_what_is_over_and_is_no_level_of_what_joins(
    small: SmallData, cells: dict[str, str]
) -> None:
    nobody = {"troops_low": "0", "troops_high": "0", "counts": "whole"}
    law = strengths.nobody_is_there_only_where_it_is_over
    small.row("claims", "A1").update(nobody)
    assert rows(law, small) == ["A1"]
    small.row("claims", "A1").update({**cells, **({"troops_high": "1"} if "troops_low" in cells else {})})
    assert rows(law, small) == []


def test_a_row_with_0_can_be_imported_and_is_left_to_a_person() -> None:
    law = strengths.nobody_is_there_only_where_it_is_over
    assert law in checks.LEFT_TO_DO
    assert law in checks.JUDGED
