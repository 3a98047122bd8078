"""What the record must answer, on the days on which an analyst will ask. Claims are found by their words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from eastflank.commands.show import values
from eastflank.model import stated
from eastflank.record.as_of import as_of
from eastflank.scene.composition import Scene, compose
from eastflank.store import DATA, SEEDS, label_points
from eastflank.store.tables import read
from eastflank.view.filters import Filters
from eastflank.view.selection import View, view_of

RECORD = read(DATA, SEEDS)
POINTS = label_points.read(DATA)
EIGHT = {
    "eva-bgr": 968, "efp-est": 1430, "eva-hun": 900, "efp-lva": 1887,
    "efp-ltu": 1632, "efp-pol": 1033, "eva-rou": 1148, "eva-svk": 643,
}  # fmt: skip
"""NATO's figures of 28 June 2022."""


def view(day: str, **chosen: object) -> View:
    return view_of(RECORD, Filters(**chosen), date.fromisoformat(day))  # type: ignore[arg-type]


def answer(day: str, **chosen: object) -> dict[str, Any]:
    return values(view(day, **chosen), RECORD)


def scene(day: str, **chosen: object) -> Scene:
    return compose(view(day, **chosen), RECORD, POINTS)


def deployment(found: dict[str, Any], identifier: str) -> dict[str, Any]:
    return next(item for item in found["deployments"] if item["id"] == identifier)


def claims_of(found: dict[str, Any], identifier: str) -> list[dict[str, Any]]:
    """The claims that a deployment rests on."""
    ids = deployment(found, identifier)["claims"]
    return [claim for claim in found["claims"] if claim["id"] in ids]


def saying(found: dict[str, Any], words: str) -> list[dict[str, Any]]:
    """The claims whose quote holds these words."""
    return [claim for claim in found["claims"] if words in (claim["quote"] or "")]


def field(day: str, identifier: str, column: str) -> object:
    return stated(as_of(RECORD, date.fromisoformat(day)).deployments.loc[identifier, column])


# --- Canada, 14 June 2016 ---------------------------------------------------------------------------


def test_in_june_canada_considers_the_fourth_battalion_in_two_quotes() -> None:
    found = answer("2016-06-14", nation=("CAN",))
    fourth = deployment(found, "fourth-battalion")
    assert (fourth["status"], fourth["lead"]) == ("considered", ["CAN"])
    for words in (
        "A senior U.S. official said Canadian leaders are currently meeting",
        "Canada is actively considering options",
    ):
        (claim,) = saying(found, words)
        assert claim["id"] in fourth["claims"]


def test_in_june_no_article_pairs_canada_with_a_host() -> None:
    found = answer("2016-06-14", nation=("CAN",))
    fourth = deployment(found, "fourth-battalion")
    assert (fourth["host"], fourth["place"], fourth["lat"]) == ([], None, None)
    latvia = deployment(found, "efp-lva")
    assert (latvia["status"], latvia["host"]) == ("considered", ["LVA"])
    sources = {claim["source"] for claim in claims_of(found, "efp-lva")}
    assert sources
    assert "ap-2016-06-14" not in sources


def test_on_9_july_canada_leads_in_latvia_as_nato_decided_the_day_before() -> None:
    latvia = deployment(answer("2016-07-09", nation=("CAN",)), "efp-lva")
    assert (latvia["status"], latvia["lead"], latvia["host"]) == ("decided", ["CAN"], ["LVA"])
    claims = RECORD.claims.set_index("id").loc[latvia["claims"]]
    assert ((claims["publisher"] == "NATO") & (claims["said_on"] == "2016-07-08")).any()


# --- 4,000, 26 October 2016 -------------------------------------------------------------------------


def test_4000_is_a_total_for_the_whole_and_appears_once() -> None:
    found = answer("2016-10-26")
    assert [
        item["id"] for item in found["deployments"] if 4000 in (item["troops_low"], item["troops_high"])
    ] == ["efp"]
    assert [(total["low"], total["high"]) for total in found["totals"] if total["low"]] == [(4000, 4000)]


def test_ceilings_of_1000_are_never_added_up_to_4000() -> None:
    totals = view("2016-07-09").totals
    assert totals
    assert all(4000 not in (total.low, total.high) for total in totals)


def test_800_to_1000_is_the_size_of_one_unit_and_the_us_share_is_unstated() -> None:
    (carter,) = saying(answer("2016-06-14"), "most or all of the 800-1,000 troops needed for the unit")
    assert (carter["troops_low"], carter["troops_high"], carter["counts"]) == (800, 1000, "unit")
    assert RECORD.contributions[RECORD.contributions["claim"] == carter["id"]]["troops_low"].isna().all()
    holding = [item["id"] for item in answer("2016-06-14")["deployments"] if item["troops_low"] == 800]
    assert holding == ["us-battalion"]


# --- what must not be drawn -------------------------------------------------------------------------


def test_article_2_puts_nothing_on_any_country() -> None:
    alone = view("2016-10-26", source=("cctv-2016-10-27",))
    assert not alone.claims.empty
    assert not compose(alone, RECORD, POINTS).areas
    assert alone.deployments["host"].isna().all()


def test_the_spanish_port_gets_no_point() -> None:
    spain = answer("2016-10-26", nation=("ESP",), source=("cctv-2016-10-27",))
    assert spain["deployments"] == []
    claims = {claim["id"]: claim["place"] for claim in spain["claims"]}
    assert claims
    assert set(claims.values()) == {None}
    assert set(claims) <= {item["id"] for item in spain["not_drawn"]}


def test_article_1_alone_is_one_set_without_a_pairing() -> None:
    alone = scene("2016-06-14", source=("ap-2016-06-14",))
    whole = next(mark for mark in alone.marks if mark.id == "efp")
    assert (whole.anchor, len(whole.ties)) == ("set", 4)
    assert {area.iso3 for area in alone.areas} == {"EST", "LVA", "LTU", "POL"}
    hosts = {POINTS[code] for code in ("EST", "LVA", "LTU", "POL")}
    assert not [arc for arc in alone.arcs if arc.path[-1] in hosts]


def test_only_a_claim_that_names_a_place_gets_a_symbol_on_the_map() -> None:
    for day in ("2016-07-09", "2016-10-26"):
        assert all(mark.anchor != "place" for mark in scene(day).marks if mark.id.startswith("efp"))
    june = {mark.id: mark.heading for mark in scene("2017-06-01").marks if mark.anchor == "place"}
    assert [june[part] for part in ("efp-est", "efp-lva", "efp-ltu", "efp-pol")] == [
        "Tapa", "Ādaži", "Rukla", "Orzysz",
    ]  # fmt: skip


# --- the years after --------------------------------------------------------------------------------


def test_from_may_to_august_2017_natos_two_totals_speak_for_the_four_together() -> None:
    for day, total in (("2017-05-31", 4530), ("2017-08-28", 4500)):
        (together,) = [one for one in view(day).totals if (one.programme, one.status) == ("eFP", "deployed")]
        assert (together.low, together.high) == (total, total)


def test_the_eight_battlegroups_of_june_2022_are_natos_and_add_up_to_its_total() -> None:
    known = as_of(RECORD, date(2022, 6, 28)).deployments
    for bound in ("troops_low", "troops_high"):
        assert known.loc[list(EIGHT), bound].to_dict() == EIGHT
        assert known.loc["battlegroups", bound] == sum(EIGHT.values()) == 9641
    assert set(known.loc[list(EIGHT), "status"]) == {"deployed"}


@pytest.mark.parametrize(("identifier", "lead"), [("eva-hun", "HUN"), ("eva-rou", "FRA"), ("eva-svk", "CZE")])
def test_who_led_the_battlegroups_of_2022_in_their_first_summer(identifier: str, lead: str) -> None:
    assert field("2022-06-28", identifier, "lead") == lead


@pytest.mark.parametrize(
    ("identifier", "day", "before", "after"),
    [("eva-bgr", "2022-10-17", "BGR", "ITA"), ("eva-svk", "2024-07-01", "CZE", "ESP")],
)
def test_a_battlegroup_changes_hands_on_the_day_of_the_handover(
    identifier: str, day: str, before: str, after: str
) -> None:
    eve = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    assert (field(eve, identifier, "lead"), field(day, identifier, "lead")) == (before, after)


@pytest.mark.parametrize(
    ("nation", "day"),
    [("MNE", "2017-06-05"), ("MKD", "2020-03-27"), ("FIN", "2023-04-04"), ("SWE", "2024-03-07")],
)
def test_a_country_is_tinted_as_natos_from_the_day_it_joined(nation: str, day: str) -> None:
    eve = (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    assert (nation in scene(eve).members, nation in scene(day).members) == (False, True)


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


def test_the_base_in_bulgaria_is_natos_from_the_day_on_which_its_word_counts() -> None:
    assert field("2023-01-30", "eva-bgr", "place") == "kabile"
    assert field("2023-01-31", "eva-bgr", "place") == "novo-selo"


def test_a_target_is_not_shown_as_the_strength_of_what_is_there() -> None:
    assert field("2025-06-30", "brigade-ltu", "troops_high") == 500


def test_the_american_brigade_of_2017_is_gone_when_its_successors_are_there() -> None:
    brigade = ["ar", "ar-bgr", "ar-est", "ar-hun", "ar-ltu", "ar-lva", "ar-rou"]
    assert set(as_of(RECORD, date(2021, 8, 13)).deployments.loc[brigade, "status"]) == {"ended"}
