"""What the frozen record tells of the years after the articles, and what it keeps apart."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest

from eastflank.model import Deployment
from eastflank.record.as_of import known_as_of
from eastflank.record.disagreements import disagreements_in
from eastflank.scene.composition import compose
from eastflank.store import DATA, label_points
from eastflank.view.selection import view_of
from tests.frozen import RECORD

CLAIMS = RECORD.claims.set_index("id")
POINTS = label_points.read(DATA)
EIGHT = {
    "eva-bgr": 968, "efp-est": 1430, "eva-hun": 900, "efp-lva": 1887,
    "efp-ltu": 1632, "efp-pol": 1033, "eva-rou": 1148, "eva-svk": 643,
}  # fmt: skip
"""NATO's figures of 28 June 2022."""


def on(day: str, deployment: str) -> Deployment:
    return known_as_of(RECORD, date.fromisoformat(day)).deployments[deployment]


def figure(day: str, deployment: str) -> tuple[int | None, int | None, str | None]:
    """Its strength in force; nothing but None where there is none."""
    found = on(day, deployment).figure
    return (found.low, found.high, found.hedge) if found else (None, None, None)


def test_the_eight_battlegroups_of_june_2022_are_natos_and_add_up_to_its_total() -> None:
    known = known_as_of(RECORD, date(2022, 6, 28)).deployments
    for name, persons in {**EIGHT, "battlegroups": sum(EIGHT.values())}.items():
        assert figure("2022-06-28", name) == (persons, persons, None)
    assert sum(EIGHT.values()) == 9641
    assert {known[name].status for name in EIGHT} == {"deployed"}
    assert {known[name].missing for name in ("battlegroups", "efp", "eva")} == {0}


def test_from_may_to_august_2017_natos_two_totals_are_readable_and_the_second_speaks_for_the_four() -> None:
    assert figure("2017-05-31", "efp") == (4530, 4530, None)
    assert figure("2017-08-28", "efp") == (4500, 4500, "about")
    # In May one of the four is only arriving: what is said of all four is no figure of what is there.
    assert on("2017-05-31", "efp").status == "arriving"
    may = view_of(RECORD, day=date(2017, 5, 31))
    assert {total.group for total in may.totals} == {""}
    view = view_of(RECORD, day=date(2017, 8, 28))
    (together,) = [one for one in view.totals if one.kind.id == "battlegroup"]
    assert (together.group, together.units, together.low, together.high) == ("efp", 4, 4500, 4500)
    claims = {row.id: row.high for row in view.claims if view.known.shown_in(row) == "efp"}
    assert (claims["R033"], claims["R034"]) == (4530, 4500)


@pytest.mark.parametrize(
    ("nation", "day"),
    [("MNE", "2017-06-05"), ("MKD", "2020-03-27"), ("FIN", "2023-04-04"), ("SWE", "2024-03-07")],
)
def test_a_country_is_tinted_as_natos_from_the_day_it_joined(nation: str, day: str) -> None:
    joined = date.fromisoformat(day)
    eve, then = (
        compose(view_of(RECORD, day=one), RECORD, POINTS).members
        for one in (joined - timedelta(days=1), joined)
    )
    assert (nation in eve, nation in then) == (False, True)


@pytest.mark.parametrize(
    ("claim", "column", "first", "last"),
    [
        ("A2-06", "starts", None, "2017-12-31"),
        ("R027", "starts", "2017-04-01", "2017-04-30"),
        ("R039", "said", "2017-08-01", "2017-08-31"),
        ("R028", "said", "2017-04-20", "2017-04-20"),
        ("R032", "said", "2017-04-01", "2017-06-10"),
        ("R041", "starts", "2017-01-29", "2017-02-05"),
        ("S024", "starts", None, "2027-12-31"),
    ],
)
def test_an_uncertain_date_of_the_record_has_the_bounds_it_allows(
    claim: str, column: str, first: str | None, last: str
) -> None:
    bounds = [CLAIMS.loc[claim, f"{column}_{end}"] for end in ("first", "last")]
    assert [None if pd.isna(day) else day for day in bounds] == [
        first and pd.Timestamp(first),
        pd.Timestamp(last),
    ]


@pytest.mark.parametrize(
    ("deployment", "eve", "day", "before", "after"),
    [
        ("eva-bgr", "2022-10-16", "2022-10-17", "BGR", "ITA"),
        ("eva-svk", "2024-06-30", "2024-07-01", "CZE", "ESP"),
    ],
)
def test_a_battlegroup_changes_hands_on_the_day_of_the_handover(
    deployment: str, eve: str, day: str, before: str, after: str
) -> None:
    assert (on(eve, deployment).lead, on(day, deployment).lead) == ((before,), (after,))


@pytest.mark.parametrize(("deployment", "lead"), [("eva-hun", "HUN"), ("eva-rou", "FRA"), ("eva-svk", "CZE")])
def test_who_led_the_battlegroups_of_2022_in_their_first_summer(deployment: str, lead: str) -> None:
    assert on("2022-06-28", deployment).lead == (lead,)


@pytest.mark.parametrize(
    ("deployment", "nation", "figures"),
    [
        ("efp-lva", "CAN", {400, 450, 455}),
        ("efp-ltu", "NLD", {205, 250}),
        ("eva-svk", "ESP", {700, 770, 800}),
    ],
)
def test_sources_that_count_a_contingent_differently_all_stay(
    deployment: str, nation: str, figures: set[int]
) -> None:
    sent = RECORD.contributions[RECORD.contributions["nation"] == nation]
    assert figures <= set(sent.loc[sent["claim"].map(CLAIMS["deployment"]) == deployment, "troops_high"])


@pytest.mark.parametrize(
    ("deployment", "subject", "values"),
    [
        # “About 450” and 455 can both be true.
        ("efp-lva", ("contingent", "CAN"), {"R023": 455, "R021": 400}),
        # What is weak disagrees with nobody.
        ("eva-svk", ("contingent", "ESP"), {"R087": 700, "R088": 800}),
        (
            "eva-bgr",
            ("place", ""),
            {"R077": "novo-selo", "S017": "novo-selo", "S018": "kabile"},
        ),
    ],
)
def test_sources_that_differ_stand_side_by_side(
    deployment: str, subject: tuple[str, str], values: dict[str, object]
) -> None:
    found = [
        {side.claim: side.value or side.low for side in one.statements}
        for one in disagreements_in(RECORD, known_as_of(RECORD, date(2025, 6, 30)))
        if (one.deployment, one.field, one.nation) == (deployment, *subject)
    ]
    assert values in found


def test_a_change_of_lead_is_no_disagreement() -> None:
    for day in sorted(set(RECORD.claims["known_on"].dt.date)):
        assert not [
            one for one in disagreements_in(RECORD, known_as_of(RECORD, day)) if one.field in ("lead", "host")
        ]


def test_the_base_in_bulgaria_is_decided_from_the_day_on_which_natos_word_counts() -> None:
    (decided,) = disagreements_in(RECORD, known_as_of(RECORD, date(2023, 1, 31)), ["eva-bgr"])
    assert (decided.field, decided.shown, decided.decision) == ("place", "R077", "D001")
    assert on("2023-01-30", "eva-bgr").place == "kabile"
    assert on("2023-01-31", "eva-bgr").place == "novo-selo"


def test_sources_that_place_or_count_a_battlegroup_differently_all_stay() -> None:
    places = CLAIMS.loc[CLAIMS["deployment"] == "eva-bgr", "place"].dropna()
    assert set(places) == {"novo-selo", "kabile"}
    estonia = CLAIMS.loc[CLAIMS["deployment"] == "efp-est", "troops_high"].dropna()
    assert {1430, 2200} <= set(estonia)


def test_what_must_not_be_added_has_no_whole_in_common() -> None:
    sorts = RECORD.deployments.set_index("id")["sort"]
    parts = RECORD.memberships[RECORD.memberships["relation"] == "part"]
    apart = {
        name for name in sorts.index if name.startswith(("ar-", "brigade-")) or sorts[name] == "statistic"
    }
    assert set(parts.loc[parts["member"].isin(apart), "whole"]) == {"ar"}


def test_a_country_total_has_no_place_and_no_lead() -> None:
    totals = CLAIMS[CLAIMS["deployment"].isin(["total-est", "total-ltu", "total-lva"])]
    assert len(totals) == 3
    assert totals[["place", "lead"]].isna().all(axis=None)


def test_ceilings_and_targets_are_not_shown_as_strengths_of_what_is_there() -> None:
    ceiling = CLAIMS.loc["R064"]
    assert (ceiling["troops_high"], ceiling["hedge"]) == (2100, "up to")
    assert pd.isna(ceiling["troops_low"])
    assert figure("2025-06-30", "brigade-ltu")[1] == 500
    target = CLAIMS.loc["S024"]
    assert (target["status"], target["troops_high"]) == ("decided", 4800)


def test_the_american_brigade_of_2017_is_gone_when_its_successors_are_there() -> None:
    brigade = ["ar", "ar-bgr", "ar-est", "ar-hun", "ar-ltu", "ar-lva", "ar-rou"]
    assert {on("2021-08-13", name).status for name in brigade} == {"ended"}
