"""Answers that the record must give on the days that matter to an analyst. Claims are found by their words."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest

from eastflank.model import Deployment, Figure
from eastflank.record.as_of import known_as_of
from eastflank.record.disagreements import disagreements_in
from eastflank.scene.composition import compose
from eastflank.scene.drawn import Scene
from eastflank.view.comparison import compare
from eastflank.view.filters import Filters
from eastflank.view.programmes import name_on
from eastflank.view.selection import View, view_of
from eastflank.view.totals import Total
from eastflank.view.totals_difference import totals_of_both
from tests.data.live import ANCHORS as POINTS
from tests.data.live import DATASET as RECORD

EIGHT = {
    "eva-bgr": 968, "efp-est": 1430, "eva-hun": 900, "efp-lva": 1887,
    "efp-ltu": 1632, "efp-pol": 1033, "eva-rou": 1148, "eva-svk": 643,
}  # fmt: skip
"""NATO's figures of 28 June 2022."""
BRIGADE_OF_2017 = ("ar", "ar-bgr", "ar-est", "ar-hun", "ar-ltu", "ar-lva", "ar-rou")

with Path(__file__).with_name("answers.csv").open(encoding="utf-8", newline="") as table:
    ANSWERS: list[Mapping[str, str]] = list(csv.DictReader(table))


def view(day: str, **chosen: object) -> View:
    return view_of(RECORD, Filters(**chosen), date.fromisoformat(day))  # type: ignore[arg-type]


def known(day: str, deployment: str) -> Deployment:
    return view(day).known.deployments[deployment]


def scene(day: str, **chosen: object) -> Scene:
    return compose(view(day, **chosen), RECORD, POINTS)


def saying(words: str) -> str:
    """The id of the one claim whose quote holds these words."""
    (found,) = RECORD.claims.loc[RECORD.claims["quote"].str.contains(words, regex=False, na=False), "id"]
    return str(found)


def total(day: str, kind: str) -> Total:
    (found,) = [one for one in view(day).totals if one.kind.id == kind]
    return found


def before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def bounds(figure: Figure | None) -> tuple[str, str]:
    if figure is None:
        return "", ""
    return str(figure.low or ""), str(figure.high or "")


# --- the answers of a careful expert ----------------------------------------------------------------


@pytest.mark.parametrize("answer", ANSWERS, ids=lambda row: f"{row['day']}-{row['deployment']}")
def test_what_is_known_on_a_day(answer: Mapping[str, str]) -> None:
    """low, high, hedge: people who are there; planned: a plan, beside them or instead. Empty: not stated."""
    one = known(answer["day"], answer["deployment"])
    assert one.status == answer["status"]
    if one.over:
        return
    assert (";".join(one.lead), ";".join(one.host)) == (answer["lead"], answer["host"])
    there = one.figure if one.present and not one.announced else None
    assert (*bounds(there), (there.hedge if there else None) or "") == (
        answer["low"], answer["high"], answer["hedge"],
    )  # fmt: skip
    if answer["planned_low"] or answer["planned_high"]:
        beside = next((plan.figure for plan in one.plans if plan.field == "strength"), None)
        plan = one.figure if one.planned or one.announced else beside
        assert bounds(plan) == (answer["planned_low"], answer["planned_high"])


# --- June 2016 --------------------------------------------------------------------------------------


def test_in_june_canada_considers_the_fourth_battalion_without_a_host() -> None:
    fourth = known("2016-06-14", "fourth-battalion")
    assert fourth.status_claim == saying("A senior U.S. official said Canadian leaders are currently meeting")
    assert (fourth.host, fourth.place, fourth.figure) == ((), None, None)


def test_canadas_spokeswoman_names_no_battalion() -> None:
    claim = RECORD.claims.set_index("id").loc[saying("Canada is actively considering options")]
    assert claim[["deployment", "lead", "host", "place"]].isna().all()


def test_the_united_states_have_committed_to_a_battalion_of_800_to_1000() -> None:
    battalion = known("2016-06-14", "us-battalion")
    assert battalion.status_claim == "A1-15b"
    assert battalion.figure is not None
    assert battalion.figure.claim == saying("most or all of the 800-1,000 troops needed for the unit")
    assert (battalion.host, [part.figure for part in battalion.contingents]) == ((), [None])
    holding = [one.id for one in view("2016-06-14").deployments if bounds(one.figure) == ("800", "1000")]
    assert holding == ["us-battalion"]


def test_four_battalions_are_four_however_they_are_spoken_of() -> None:
    four = known("2016-06-14", "efp")
    assert (four.unit_count, four.missing, four.lead) == (4, 4, ("DEU", "GBR", "USA"))
    expected = ("efp-est", "efp-lva", "efp-ltu", "efp-pol", "us-battalion", "fourth-battalion")
    assert {known("2016-06-14", one).counted_with for one in expected} == {"efp"}
    assert "four battlegroups agreed" in view("2016-06-14").title


def test_about_4000_is_a_plan_for_the_four_together_and_in_no_total() -> None:
    four = known("2016-06-14", "efp")
    assert (bounds(four.figure), four.present) == (("4000", "4000"), False)
    for day in ("2016-06-14", "2016-07-09", "2016-10-27"):
        assert all("battlegroup" not in one.kind.id for one in view(day).totals)


def test_in_june_the_pairing_is_only_what_diplomats_expect() -> None:
    for one in ("efp-est", "efp-lva", "efp-ltu", "efp-pol"):
        assert known("2016-07-07", one).status == "considered"
        found = known("2016-07-08", one)
        assert found.status == "decided"
        assert RECORD.claims.set_index("id").loc[found.lead_claim, "publisher"] == "NATO"


def test_the_tailored_measures_are_nobodys_country_in_june() -> None:
    measures = known("2016-06-14", "tfp")
    assert (measures.status, measures.host, measures.lead, measures.figure) == ("agreed", (), (), None)
    assert measures.status_claim == "A1-04"


# --- what must not be drawn -------------------------------------------------------------------------


def test_article_2_puts_nothing_on_any_country() -> None:
    alone = view("2016-10-27", source=("cctv-2016-10-27",))
    assert alone.claims
    assert not compose(alone, RECORD, POINTS).areas
    assert [one.host for one in alone.deployments] == [()] * len(alone.deployments)


def test_the_undated_article_counts_from_the_second_day_of_the_meeting() -> None:
    total_of_the_four = saying("a rotation of four-thousand troops by 2017")
    assert total_of_the_four not in {row.id for row in view("2016-10-26").claims}
    assert total_of_the_four in {row.id for row in view("2016-10-27").claims}


def test_the_spanish_port_gets_no_point() -> None:
    spain = view("2016-10-27", nation=("ESP",), source=("cctv-2016-10-27",))
    assert spain.deployments == ()
    refuelling = [row for row in spain.claims if row.id in {"A2-03", "A2-09", "A2-13"}]
    assert len(refuelling) == 3
    assert not any(row.place for row in spain.claims)


def test_article_1_alone_is_one_set_without_a_pairing() -> None:
    alone = scene("2016-06-14", source=("ap-2016-06-14",))
    whole = next(mark for mark in alone.marks if mark.id == "efp")
    assert (whole.anchor, len(whole.ties)) == ("set", 4)
    assert {area.iso3 for area in alone.areas} == {"EST", "LVA", "LTU", "POL"}
    hosts = {POINTS[code] for code in ("EST", "LVA", "LTU", "POL")}
    assert not [arc for arc in alone.arcs if arc.path[-1] in hosts]


def test_only_a_claim_that_names_a_place_gets_a_symbol_on_the_map() -> None:
    for day in ("2016-07-09", "2016-10-27"):
        assert all(mark.anchor != "place" for mark in scene(day).marks if mark.id.startswith("efp"))
    june = {mark.id: mark.heading for mark in scene("2017-06-01").marks if mark.anchor == "place"}
    assert [june[part] for part in ("efp-est", "efp-lva", "efp-ltu", "efp-pol")] == [
        "Tapa", "Ādaži", "Rukla", "Orzysz",
    ]  # fmt: skip


@pytest.mark.parametrize("day", ["2022-11-30", "2023-01-30", "2024-03-01", "2025-06-01", "2026-11-25"])
def test_the_base_in_bulgaria_is_never_the_encyclopedias(day: str) -> None:
    assert known(day, "eva-bgr").place == "novo-selo"


@pytest.mark.parametrize("day", ["2022-12-01", "2024-02-29", "2025-06-01", "2026-11-25"])
def test_an_encyclopedias_totals_of_countries_are_no_battlegroups_strength(day: str) -> None:
    wrong = {"efp-est": 2200, "eva-bgr": 1650, "eva-hun": 1054}
    for one, figure in wrong.items():
        found = known(day, one).figure
        assert found is None or figure not in (found.low, found.high)


# --- 2017 and 2018 ----------------------------------------------------------------------------------


def test_natos_whole_of_its_own_day_is_the_total_of_the_four() -> None:
    four = total("2017-08-28", "battlegroup")
    assert (four.units, four.low, four.high, four.hedge, four.group) == (4, 4500, 4500, "about", "efp")
    four = total("2018-07-11", "battlegroup")
    assert (four.units, four.low, four.high, four.hedge) == (4, 4500, None, "more than")


def test_what_was_told_in_2024_was_not_known_in_2017() -> None:
    assert "R033" not in {row.id for row in view("2017-08-28").claims}
    assert "R033" in {row.id for row in view("2024-03-11").claims}


def test_the_battlegroup_in_poland_is_not_read_as_1000_to_1350() -> None:
    for day in ("2017-02-21", "2017-03-19", "2017-06-01", "2018-07-11"):
        assert bounds(known(day, "efp-pol").figure) not in [("1000", "1350"), ("800", "1000")]


def test_each_battlegroup_of_2017_has_the_nations_that_nato_names() -> None:
    nations = {
        "efp-est": {"FRA", "GBR"},
        "efp-ltu": {"BEL", "DEU", "LUX", "NLD", "NOR"},
        "efp-lva": {"ALB", "CAN", "ESP", "ITA", "POL", "SVN"},
        "efp-pol": {"GBR", "ROU", "USA"},
    }
    for one, codes in nations.items():
        assert {part.nation for part in known("2017-08-28", one).contingents} == codes


def test_the_battlegroup_in_latvia_came_as_announced_nation_by_nation() -> None:
    latvia = known("2017-08-28", "efp-lva")
    assert (bounds(latvia.figure), latvia.announced) == (("1138", "1138"), True)
    assert sum((part.figure.low or 0) for part in latvia.contingents if part.figure) == 1138


def test_the_american_brigade_of_2017_ends_as_announced_with_all_its_parts() -> None:
    assert known("2017-09-30", "ar").status == "leaving"
    for one in BRIGADE_OF_2017:
        assert known("2017-10-01", one).over
    next_one = known("2018-07-11", "ar-next")
    assert (next_one.status, bounds(next_one.figure)) == ("decided", ("3300", "3300"))
    assert known("2021-08-14", "ar-next").status == "deployed"


def test_the_romanian_brigade_has_no_strength_and_the_americans_are_apart() -> None:
    assert known("2018-07-11", "tfp-brigade").figure is None
    assert bounds(known("2018-07-11", "us-rou").figure) == ("900", "900")


# --- 2022 -------------------------------------------------------------------------------------------


def test_the_eight_battlegroups_of_june_2022_add_up_to_natos_total() -> None:
    found = view("2022-06-28").known.deployments
    assert {one: found[one].figure.low for one in EIGHT} == EIGHT  # type: ignore[union-attr]
    eight = total("2022-06-28", "battlegroup")
    assert (eight.units, eight.low, eight.high, eight.hedge) == (8, 9641, 9641, None)
    assert sum(EIGHT.values()) == 9641
    assert "Eight battlegroups" in view("2022-06-28").title


def test_a_programme_bears_the_name_of_its_day() -> None:
    names = {
        (programme, day): name_on(RECORD, programme, date.fromisoformat(day)).short
        for programme, day in [("eFP", "2016-06-14"), ("eFP", "2022-06-28"), ("eVA", "2022-06-28"),
                               ("FLF", "2022-06-28"), ("eFP", "2025-06-01"), ("eVA", "2025-06-01")]
    }  # fmt: skip
    assert list(names.values()) == ["multinational battalions", "eFP", "eVA", "eFP and eVA", "FLF", "FLF"]


@pytest.mark.parametrize(("nation", "people"), [("DEU", 1315), ("USA", 1165), ("GBR", 1122)])
def test_a_nations_view_begins_with_what_nato_states_of_that_nation(nation: str, people: int) -> None:
    stated = view("2022-06-28", nation=(nation,)).nations
    together = [one for one in stated if one.deployment == "battlegroups"]
    assert [bounds(one.figure) for one in together] == [(str(people), str(people))]


def test_1600_british_of_two_units_stand_in_no_battlegroup() -> None:
    for part in known("2022-06-28", "efp-est").contingents:
        assert part.figure is None or (part.figure.high or part.figure.low or 0) < 1430
    assert bounds(known("2022-06-28", "gbr-est-total").figure) == ("1600", "1600")


def test_ceilings_of_a_plan_are_nobodys_presence() -> None:
    for part in known("2022-06-28", "eva-svk").contingents:
        assert part.figure is None or part.figure.low is not None


def test_a_total_of_a_country_leaves_the_map_when_a_battlegroup_exceeds_it_or_with_age() -> None:
    assert known("2022-06-28", "total-lva").off_map == "exceeded"
    assert known("2025-06-01", "total-ltu").off_map == "old"
    assert [known("2022-06-28", one).off_map for one in ("total-est", "total-ltu", "total-pol")] == [""] * 3


@pytest.mark.parametrize(
    ("identifier", "day", "predecessor", "lead"),
    [("eva-bgr", "2022-10-17", "BGR", "ITA"), ("eva-svk", "2024-07-01", "CZE", "ESP")],
)
def test_a_battlegroup_changes_hands_on_the_day_of_the_handover(
    identifier: str, day: str, predecessor: str, lead: str
) -> None:
    assert known(before(day), identifier).lead == (predecessor,)
    assert known(day, identifier).lead == (lead,)


# --- 2025 and 2026 ----------------------------------------------------------------------------------


def test_a_target_is_not_the_strength_of_what_is_there() -> None:
    found = known("2025-06-01", "brigade-ltu")
    assert bounds(found.figure) == ("400", "400")
    assert not found.starts


@pytest.mark.parametrize(
    ("nation", "day"),
    [("MNE", "2017-06-05"), ("MKD", "2020-03-27"), ("FIN", "2023-04-04"), ("SWE", "2024-03-07")],
)
def test_a_country_is_tinted_as_natos_from_the_day_it_joined(nation: str, day: str) -> None:
    assert (nation in scene(before(day)).members, nation in scene(day).members) == (False, True)


@pytest.mark.parametrize(
    ("identifier", "nation", "figures"),
    [
        ("efp-lva", "CAN", {400, 450, 455}),
        ("efp-ltu", "NLD", {205, 250}),
        ("eva-svk", "ESP", {700, 770, 800}),
    ],
)
def test_sources_that_count_a_contingent_differently_all_stay(
    identifier: str, nation: str, figures: set[int]
) -> None:
    about = RECORD.claims.set_index("id")["deployment"]
    sent = RECORD.contributions[RECORD.contributions["nation"] == nation]
    assert figures <= set(sent.loc[sent["claim"].map(about) == identifier, "troops_high"])


def test_nobody_took_away_the_six_headquarters_that_were_not_reported_after_2015() -> None:
    compared = compare(view("2022-06-28"), view("2017-08-28"), RECORD)
    (pair,) = [pair for pair in totals_of_both(compared) if pair.kind.id == "headquarters"]
    assert pair.earlier
    assert (pair.earlier.units, pair.later, pair.units) == (6, None, None)
    (reason,) = [one.reason for one in compared.view.not_drawn if one.id == "nfiu"]
    assert reason.startswith("A group, not reported since 2015")


@pytest.mark.parametrize("day", ["2016-10-27", "2016-12-01", "2017-01-31"])
def test_400_canadians_for_latvia_stand_beside_the_455_of_six_weeks_before(day: str) -> None:
    known = known_as_of(RECORD, date.fromisoformat(day))
    (open_one,) = [
        one
        for one in disagreements_in(RECORD, known, ["efp-lva"])
        if (one.nation, one.stands) == ("CAN", True)
    ]
    assert [(side.low, side.high) for side in open_one.statements] == [(400, 400), (455, 455)]


def test_the_company_in_poland_in_2014_is_one_disagreement_though_it_is_all_american() -> None:
    known = known_as_of(RECORD, date(2014, 5, 1))
    assert [one.field for one in disagreements_in(RECORD, known, ["ar-2014-pol"])] == ["strength"]
