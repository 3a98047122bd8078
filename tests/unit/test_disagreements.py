"""Disagreements of sources: which claims contradict each other, and which one the map follows."""

from datetime import date
from typing import Any

import pytest

from eastflank.model import Dataset
from eastflank.record.as_of import known_as_of
from eastflank.record.disagreements import Disagreement, disagreements_in
from eastflank.report.differences import spread, subject, value_of
from eastflank.words.chosen import imported_claims
from tests.builders import SOURCES, claim, dataset
from tests.frozen import RECORD

DAYS = sorted(set(RECORD.claims["known_on"].dt.date))
WHOLE = {"status": "deployed", "counts": "whole"}
MORE_PLACES = [
    {"id": "adazi", "name": "Ādaži", "country": "LVA", "lat": 57.07, "lon": 24.34, "precision": "town", "geocoder": "curated"},
    {"id": "riga", "name": "Rīga", "country": "LVA", "lat": 56.95, "lon": 24.1, "precision": "town", "geocoder": "curated"},
    {"id": "sea", "name": "The sea", "lat": 43.4, "lon": 34.3, "precision": "sea", "geocoder": "curated"},
]  # fmt: skip
NAMES = {"CAN": "Canada", "USA": "United States", "agency": "Agency"}


def on(day: str, small: Dataset) -> tuple[Disagreement, ...]:
    return disagreements_in(small, known_as_of(small, date.fromisoformat(day)))


def found(*claims: dict, day: str = "2030-01-01", **tables: list) -> tuple[Disagreement, ...]:
    return on(day, dataset(*claims, **tables))


def sides(one: Disagreement) -> list[tuple[str, object]]:
    return [(side.claim, side.value or side.low) for side in one.statements]


def base(identifier: str, said_on: str, place: str, **cells: str) -> dict:
    return claim(identifier, said_on, **{"source": "ministry", "status": "deployed", "place": place, **cells})


def sent(identifier: str, said_on: str, source: str, **cells: str) -> dict:
    return claim(identifier, said_on, source=source, **{"status": "decided", **cells})


def contingent(identifier: str, low: int | None, high: int | None, nation: str = "CAN") -> dict:
    return {"claim": identifier, "nation": nation, "troops_low": low, "troops_high": high}


def test_strengths_of_one_time_stand_side_by_side_and_the_newest_is_shown() -> None:
    (one,) = found(
        claim("a", "2022-11", troops_low=1430, troops_high=1430, **WHOLE),
        claim(
            "b", "2022-11-15", source="ministry", troops_low=2200, troops_high=2200, hedge="about", **WHOLE
        ),
    )
    assert (one.deployment, one.field, one.nation, one.stands) == ("latvia", "strength", "", True)
    assert sides(one) == [("a", 1430), ("b", 2200)]
    assert [(side.source, side.grade, side.day) for side in one.statements] == [
        ("agency", "B2", date(2022, 11, 30)),
        ("ministry", "A2", date(2022, 11, 15)),
    ]
    assert (one.low, one.high, one.apart) == (1430, 2200, 15)
    assert one.rule == "The newest claim counts: a."


@pytest.mark.parametrize(
    ("one", "other", "days"),
    [
        ("2022-11-15", "2022-11-15", 0),
        ("2022-05-31", "2022-06-01", 1),
        ("2022-05", "2022-06", 60),
        ("2022-06", "2022-06", 29),
    ],
)
def test_it_tells_the_most_days_that_may_lie_between(one: str, other: str, days: int) -> None:
    (differing,) = found(
        claim("a", one, troops_low=1430, troops_high=1430, **WHOLE),
        claim("b", other, source="ministry", troops_low=2200, troops_high=2200, **WHOLE),
    )
    assert differing.apart == days


# --- files of one table --------------------------------------------------------------------------------------


def file_of(table: str, checksum: str) -> dict[str, str]:
    """The source of a file of an imported table."""
    note = imported_claims.note_of_source(f"{table}.csv", checksum * 64, ["Nation"])
    identifier = f"{table}-{checksum * 8}"
    return {
        "id": identifier,
        "publisher": "Own",
        "title": "T",
        "published": "2022",
        "reliability": "B",
        "note": note,
    }


FILES = {"sources": [*SOURCES, file_of("list", "a"), file_of("list", "b"), file_of("other", "c")]}


def row(identifier: str, said_on: str, source: str, number: int, lead: str = "CAN") -> dict[str, Any]:
    """A row of an imported table about Battlegroup Latvia."""
    figure = {"troops_low": number, "troops_high": number}
    return claim(identifier, said_on, source=source, lead=lead, **figure, **WHOLE)


MAY, JUNE = row("may", "2022-05-31", "list-aaaaaaaa", 1000), row("june", "2022-06-30", "list-bbbbbbbb", 1200)


def test_a_later_file_of_a_table_updates_a_row_and_does_not_disagree_with_it() -> None:
    assert not found(MAY, JUNE, **FILES)
    assert not found(
        {**MAY, "counts": "contingent"},
        {**JUNE, "counts": "contingent"},
        contributions=[contingent("may", 1000, 1000), contingent("june", 1200, 1200)],
        **FILES,
    )


@pytest.mark.parametrize(
    "later",
    [
        {"source": "other-cccccccc"},
        {"source": "ministry"},
        {"lead": "USA"},
        {"said_on": "2022-05-31"},
    ],
    ids=["another table", "no table", "another nation", "the same day"],
)
def test_what_is_no_later_file_or_another_row_still_disagrees(later: dict[str, str]) -> None:
    assert "strength" in {one.field for one in found(MAY, {**JUNE, **later}, **FILES)}


def test_another_source_differs_from_the_later_file_alone() -> None:
    ministry = row("m", "2022-06-15", "ministry", 1500)
    (one,) = found(MAY, JUNE, ministry, **FILES)
    assert sides(one) == [("june", 1200), ("m", 1500)]
    assert not found(MAY, JUNE, {**ministry, "troops_low": 1200, "troops_high": 1200}, **FILES)
    (before,) = found(MAY, ministry, **FILES)
    assert sides(before) == [("m", 1500), ("may", 1000)]


# --- which values can both be true ---------------------------------------------------------------------------


def test_where_nothing_puts_one_strength_before_the_other_the_figure_shown_spans_them() -> None:
    (one,) = found(
        claim("a", "2022-11-15", troops_low=1430, troops_high=1430, **WHOLE),
        claim("b", "2022-11-15", source="like", troops_low=2200, troops_high=2200, **WHOLE),
        sources=[
            {"id": name, "publisher": name, "title": name, "published": "2022", "reliability": "B"}
            for name in ("agency", "like")
        ],
    )
    assert one.rule == "No rule prefers one of them, so the figure shown covers them all."


@pytest.mark.parametrize(("second", "disagree"), [("2022-09-26", True), ("2022-09-27", False)])
def test_strengths_are_of_one_time_within_ninety_days(second: str, disagree: object) -> None:
    claims = (
        claim("a", "2022-06-28", troops_low=1430, troops_high=1430, **WHOLE),
        claim("b", second, source="ministry", troops_low=2200, troops_high=2200, **WHOLE),
    )
    assert bool(found(*claims)) is disagree


def test_figures_that_can_both_be_true_do_not_disagree() -> None:
    assert not found(
        claim("a", "2022-06-28", troops_low=450, troops_high=450, hedge="about", **WHOLE),
        claim("b", "2022-06-28", source="ministry", troops_low=455, troops_high=455, **WHOLE),
    )


def test_a_weak_claim_disagrees_with_nobody() -> None:
    assert not found(
        claim("a", "2022-06-28", troops_low=1430, troops_high=1430, **WHOLE),
        claim(
            "b", "2022-06-28", source="ministry", credibility=4, troops_low=2200, troops_high=2200, **WHOLE
        ),
    )


def test_one_source_does_not_disagree_with_itself() -> None:
    assert not found(base("a", "2022-10-17", "adazi"), base("b", "2022-11-17", "riga"), places=MORE_PLACES)


@pytest.mark.parametrize(
    ("field", "one", "other"),
    [
        ("strength", {"troops_low": 900, "troops_high": 900, **WHOLE}, {"troops_low": 7777, "troops_high": 7777, **WHOLE}),
        ("lead", {"lead": "CAN", "status": "deployed"}, {"lead": "DEU", "status": "deployed"}),
        ("host", {"host": "LVA", "status": "deployed"}, {"host": "LTU", "status": "deployed"}),
        ("place", {"place": "adazi", "status": "deployed"}, {"place": "riga", "status": "deployed"}),
        ("status", {"status": "deployed"}, {"status": "ended"}),
        ("starts", {"status": "agreed", "starts": "2023-01"}, {"status": "agreed", "starts": "2023-05"}),
    ],
)  # fmt: skip
def test_one_source_that_states_two_values_of_the_same_day_disagrees_with_itself(
    field: str, one: dict[str, Any], other: dict[str, Any]
) -> None:
    (differs,) = found(claim("a", "2022-02-15", **one), claim("b", "2022-02-15", **other), places=MORE_PLACES)
    assert (differs.field, [side.claim for side in differs.statements]) == (field, ["b", "a"])
    assert {side.source for side in differs.statements} == {"agency"}
    for cells in ({"said_on": "2022-02-16"}, one):  # another day; the same value
        assert not found(claim("a", "2022-02-15", **one), {**claim("b", "2022-02-15", **other), **cells}, places=MORE_PLACES)  # fmt: skip


@pytest.mark.parametrize(
    "other",
    [
        {**WHOLE, "counts": "increment"},
        {**WHOLE, "counts": "authorisation"},
        {**WHOLE, "status": "agreed"},
        {**WHOLE, "starts": "2023"},
        {**WHOLE, "ends": "2023"},
        {**WHOLE, "credibility": 5},
        {**WHOLE, "review": "draft"},
        {**WHOLE, "review": "retracted"},
        {**WHOLE, "hedge": "about", "troops_low": 1000, "troops_high": 1000},
    ],
    ids=str,
)
def test_one_source_may_say_several_things_of_a_day(other: dict[str, Any]) -> None:
    first = claim("a", "2022-02-15", troops_low=900, troops_high=1000, **WHOLE)
    assert not found(first, claim("b", "2022-02-15", **{"troops_low": 500, "troops_high": 500, **other}))


def test_one_source_names_the_nations_of_a_group_in_several_sentences() -> None:
    claims = [claim(nation, "2022-02-15", deployment="whole", status="agreed", lead=nation) for nation in ("CAN", "DEU")]  # fmt: skip
    assert not found(*claims)


def test_contingents_of_two_nations_by_one_source_do_not_disagree_but_two_of_one_nation_do() -> None:
    def nations(*sending: str) -> list[str]:
        claims = [sent(name, "2016-07-08", "agency") for name in ("a", "b")]
        parts = [contingent("a", 450, 450, sending[0]), contingent("b", 300, 300, sending[1])]
        return [one.nation for one in found(*claims, contributions=parts, day="2016-10-01")]

    assert nations("CAN", "DEU") == []
    assert nations("CAN", "CAN") == ["CAN"]


def test_what_a_source_said_twice_of_one_day_stays_listed_beside_others_and_after_a_newer_word() -> None:
    figures = {"a": 900, "b": 7777, "c": 1200, "d": 1200}
    said = {
        name: claim(name, "2022-02-15", troops_low=figure, troops_high=figure, **WHOLE)
        for name, figure in figures.items()
    }
    (one,) = found(said["a"], said["b"], {**said["c"], "said_on": "2022-02-04", "source": "ministry"})
    assert sides(one) == [("b", 7777), ("a", 900), ("c", 1200)]
    (past,) = found(said["a"], said["b"], {**said["d"], "said_on": "2022-03-15"})
    assert (sides(past), past.stands, past.shown) == ([("b", 7777), ("a", 900)], False, "d")


def test_a_strength_and_a_ceiling_that_fits_or_a_plan_of_the_same_day_do_not_disagree() -> None:
    there = claim("a", "2022-11-15", troops_low=1430, troops_high=1430, **WHOLE)
    other = {"source": "ministry", "counts": "whole"}
    assert not found(
        there, claim("b", "2022-11-15", status="deployed", troops_high=2000, hedge="up to", **other)
    )
    plan = claim("b", "2022-11-15", status="agreed", troops_low=5000, troops_high=5000, **other)
    assert not found(there, plan)


@pytest.mark.parametrize(("second", "expected"), [("2016-10-06", 90), ("2016-10-07", None)])
def test_contingents_are_of_one_time_within_ninety_days(second: str, expected: int | None) -> None:
    differing = found(
        sent("a", "2016-07-08", "agency"),
        sent("b", second, "ministry"),
        contributions=[contingent("a", 450, 450), contingent("b", 400, 400)],
        day="2017-01-01",
    )
    assert [one.apart for one in differing] == ([] if expected is None else [expected])
    for one in differing:
        assert (one.field, one.nation, sides(one)) == ("contingent", "CAN", [("b", 400), ("a", 450)])
        assert one.rule == "The newest claim counts: b."


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((450, 450), (450, 450)),
        ((450, None), (400, None)),
        ((None, 200), (186, 186)),
        ((100, 150), (150, 150)),
    ],
)
def test_contingents_that_one_number_fits_agree(one: tuple[int, int], other: tuple[int, int]) -> None:
    assert not found(
        sent("a", "2016-07-08", "agency"),
        sent("b", "2016-07-08", "ministry"),
        contributions=[contingent("a", *one), contingent("b", *other)],
    )


@pytest.mark.parametrize(
    ("figures", "fields"),
    [
        ([(455, 1000), (400, None)], ["contingent"]),  # the whole is stated apart
        ([(455, None), (400, None)], ["contingent"]),  # nothing is said of the whole
        ([(455, 455), (400, None)], ["contingent"]),
        ([(455, 455), (400, 400)], ["strength"]),  # it is the whole: one disagreement and not two
    ],
)
def test_the_leads_contingent_is_compared_though_no_other_nation_has_a_figure_unless_it_is_the_whole(
    figures: list[tuple[int, int | None]], fields: list[str]
) -> None:
    names = [("a", "2016-09-16", "agency"), ("b", "2016-10-26", "ministry")]
    claims = [
        sent(
            *name,
            lead="CAN",
            **({"troops_low": whole, "troops_high": whole, "counts": "whole"} if whole else {}),
        )
        for name, (_, whole) in zip(names, figures, strict=True)
    ]
    parts = [contingent(name[0], part, part) for name, (part, _) in zip(names, figures, strict=True)]
    differing = found(*claims, contributions=parts, day="2016-10-27")
    assert [one.field for one in differing] == fields
    assert all(one.stands for one in differing)


def test_a_contingent_that_has_arrived_is_no_other_account_of_the_plan() -> None:
    assert not found(
        sent("a", "2016-07-08", "agency"),
        sent("b", "2016-09-08", "ministry", status="deployed"),
        contributions=[contingent("a", 450, 450), contingent("b", 400, 400)],
    )


def test_two_bases_are_shown_until_a_claim_of_another_time_overtakes_them() -> None:
    claims = base("a", "2022-10-17", "adazi"), base("b", "2022-11-30", "riga", source="agency")
    (one,) = found(*claims, places=MORE_PLACES)
    assert (one.field, sides(one), one.stands) == ("place", [("b", "riga"), ("a", "adazi")], True)
    later = base("c", "2024-01-01", "adazi", source="third")
    sources = [{"id": name, "publisher": name, "title": name, "published": "2025-01-01", "reliability": "B"} for name in ("agency", "ministry", "third")]  # fmt: skip
    (past,) = found(*claims, later, places=MORE_PLACES, sources=sources)
    assert (sides(past), past.stands, past.shown) == (sides(one), False, "c")
    assert past.rule == "Overtaken by c, which tells of a later day."


def test_a_sea_does_not_contradict_a_town() -> None:
    assert not found(base("a", "2022-10-17", "adazi"), base("b", "2022-10-17", "sea", source="agency"), places=MORE_PLACES)  # fmt: skip


def test_of_one_day_the_rule_names_what_decided() -> None:
    def rule(**cells: str) -> str:
        claims = base("a", "2022-10-17", "adazi"), base("b", "2022-10-17", "riga", **cells)
        return found(*claims, places=MORE_PLACES, sources=[
            {"id": name, "publisher": name, "title": name, "published": "2025-01-01", "reliability": letter}
            for name, letter in (("ministry", "B"), ("best", "A"), ("alike", "B"))
        ])[0].rule  # fmt: skip

    assert rule(source="best") == "Of claims of one day, the one of the more reliable source: b."
    assert rule(source="alike", status="leaving") == "Of claims of one day, the one with the more advanced status: b."  # fmt: skip
    assert rule(source="alike") == "Of equal claims of one day, the last by id: b."


def test_sets_of_leads_disagree_where_neither_holds_the_other() -> None:
    def fields(lead: str) -> list[str]:
        claims = (
            sent("a", "2016-07-08", "agency", lead="CAN;USA"),
            sent("b", "2016-07-08", "ministry", lead=lead),
        )
        return [one.field for one in found(*claims)]

    assert fields("USA;CAN") == fields("CAN") == []
    assert fields("CAN;DEU") == ["lead"]


def test_starts_disagree_where_no_day_fits_both() -> None:
    def fields(starts: str) -> list[str]:
        claims = (
            sent("a", "2016-07-08", "agency", starts="2017"),
            sent("b", "2016-07-08", "ministry", starts=starts),
        )
        return [one.field for one in found(*claims)]

    assert fields("2017-04~") == fields("../2017") == []
    assert fields("2018") == ["starts"]


def test_statuses_disagree_where_one_source_ends_what_another_has() -> None:
    def fields(status: str, **cells: str) -> list[str]:
        claims = (
            sent("a", "2016-07-08", "agency", status="deployed"),
            claim("b", "2016-07-08", source="ministry", status=status, **cells),
        )
        return [one.field for one in found(*claims)]

    assert fields("agreed") == fields("considered") == []  # it moves forward
    assert fields("ended") == ["status"]
    assert fields("ended", starts="2017") == []  # what is to come is no other account of now


def test_a_curators_decision_settles_a_disagreement_with_its_reason() -> None:
    decided = [
        {"id": "D1", "deployment": "latvia", "field": "place", "claim": "a", "reason": "It is on the sign."}
    ]
    claims = base("a", "2022-10-17", "adazi"), base("b", "2022-11-30", "riga", source="agency")
    (one,) = found(*claims, places=MORE_PLACES, decisions=decided)
    assert (one.shown, one.decision, one.reason) == ("a", "D1", "It is on the sign.")
    assert one.rule == "A curator decided for a."


def test_values_in_words() -> None:
    (one,) = found(
        sent("a", "2016-07-08", "agency"),
        sent("b", "2016-09-08", "ministry"),
        contributions=[contingent("a", 450, 450), contingent("b", 400, 400)],
    )
    assert subject(one, NAMES) == "contingent of Canada"
    assert spread(one, NAMES, {}) == "400–450 persons"
    assert [value_of(side, one.field, NAMES, {}) for side in one.statements] == ["400", "450"]
    (bases,) = found(base("a", "2022-10-17", "adazi"), base("b", "2022-10-17", "riga", source="agency"), places=MORE_PLACES)  # fmt: skip
    assert (subject(bases, NAMES), spread(bases, NAMES, {"adazi": "Ādaži", "riga": "Rīga"})) == (
        "base",
        "Rīga or Ādaži",
    )


@pytest.mark.parametrize("day", DAYS[::3], ids=str)
def test_on_days_of_the_record_the_claims_of_a_disagreement_had_been_said(day: date) -> None:
    known = known_as_of(RECORD, day)
    said = {row.id for row in known.claims}
    for one in disagreements_in(RECORD, known):
        assert {side.claim for side in one.statements} <= said
        assert one.shown in said | {""}
        assert len({side.source for side in one.statements}) > 1
        assert one.stands == (one.shown in {side.claim for side in one.statements})


@pytest.mark.parametrize("day", DAYS[::3], ids=str)
def test_on_days_of_the_record_a_figure_that_spans_several_is_that_of_a_disagreement(day: date) -> None:
    known = known_as_of(RECORD, day)
    spans = {
        one.id: (one.figure.low, one.figure.high)
        for one in known.deployments.values()
        if one.disputed and one.figure
    }
    told = {
        one.deployment: (one.low, one.high)
        for one in disagreements_in(RECORD, known)
        if one.field == "strength" and one.stands
    }
    assert spans.items() <= told.items()


def test_what_stands_comes_before_what_is_past_then_by_deployment_then_strengths_before_places() -> None:
    sources = [
        {"id": name, "publisher": name, "title": name, "published": "2025-01-01", "reliability": "B"}
        for name in ("agency", "ministry", "third")
    ]
    strengths = ({**WHOLE, "troops_low": number, "troops_high": number} for number in (450, 900, 450, 900))
    pairs = [
        base("a", "2022-10-17", "adazi", **next(strengths)),
        base("b", "2022-10-17", "riga", source="agency", **next(strengths)),
        claim("c", "2022-10-17", deployment="lithuania", **next(strengths)),
        claim("d", "2022-10-17", deployment="lithuania", source="ministry", **next(strengths)),
    ]
    later = base("e", "2024-01-01", "adazi", source="third")
    differing = found(*pairs, later, places=MORE_PLACES, sources=sources)
    assert [(one.stands, one.deployment, one.field) for one in differing] == [
        (True, "latvia", "strength"),
        (True, "lithuania", "strength"),
        (False, "latvia", "place"),
    ]


def test_the_only_contingent_of_a_unit_that_is_its_leads_is_no_second_disagreement() -> None:
    def fields(first: dict[str, Any], second: dict[str, Any], *more: dict[str, Any]) -> list[str]:
        claims = (
            claim("a", "2016-07-08", troops_low=450, troops_high=450, **{**WHOLE, **first}),
            claim(
                "b", "2016-07-08", source="ministry", troops_low=400, troops_high=400, **{**WHOLE, **second}
            ),
        )
        listed = [contingent("a", 450, 450), contingent("b", 400, 400), *more]
        return [one.field for one in found(*claims, contributions=listed)]

    led = {"lead": "CAN"}
    assert fields(led, led) == ["strength"]
    assert fields({}, {}) == ["strength", "contingent"]
    assert fields(led, {**led, "lead": "CAN;USA"}) == ["strength", "contingent"]
    another = {"claim": "a", "nation": "USA", "troops_low": 5, "troops_high": 5}
    assert fields(led, led, another) == ["strength", "contingent"]
    group = {**led, "deployment": "whole"}
    assert fields(group, group) == ["strength", "contingent"]


@pytest.mark.parametrize(
    ("first", "second", "span"),
    [
        (None, None, None),
        ("about", "about", "about"),
        ("about", None, "about"),
        ("just under", "about", "about"),
        ("just under", None, None),
    ],
)
def test_the_span_of_figures_is_rounded_where_one_of_them_is(
    first: str | None, second: str | None, span: str | None
) -> None:
    said = {"status": "deployed", "counts": "whole"}
    (one,) = found(
        claim("a", "2022-11-15", troops_low=1430, troops_high=1430, hedge=first, **said),
        claim("b", "2022-11-15", source="ministry", troops_low=2200, troops_high=2200, hedge=second, **said),
    )
    assert one.hedge == span
