"""Answers of the frozen record, claim by claim, on the days that matter to an analyst."""

from datetime import date

import pytest

from eastflank.commands.show_values import values
from eastflank.report.totals_in_words import total_sentence
from eastflank.scene.composition import compose
from eastflank.scene.drawn import Scene
from eastflank.store import DATA, label_points
from eastflank.view.filters import Filters
from eastflank.view.selection import View, view_of
from tests.frozen import RECORD

POINTS = label_points.read(DATA)


def view(day: str, **chosen: object) -> View:
    return view_of(RECORD, Filters(**chosen), date.fromisoformat(day))  # type: ignore[arg-type]


def answer(day: str, **chosen: object) -> dict:
    return values(view(day, **chosen), RECORD)


def scene(day: str, **chosen: object) -> Scene:
    return compose(view(day, **chosen), RECORD, POINTS)


def deployment(found: dict, identifier: str) -> dict:
    return next(item for item in found["deployments"] if item["id"] == identifier)


# --- Canada, 14 June 2016 ---------------------------------------------------------------------------


def test_in_june_canada_considers_the_fourth_battalion_in_two_quotes() -> None:
    found = answer("2016-06-14", nation=("CAN",))
    fourth = deployment(found, "fourth-battalion")
    assert (fourth["status"], fourth["lead"]) == ("considered", ["CAN"])
    quotes = {claim["id"]: claim["quote"] for claim in found["claims"]}
    assert set(fourth["claims"]) == {"A1-16", "A1-17"}
    assert quotes["A1-16"].startswith("A senior U.S. official said Canadian leaders are currently meeting")
    assert "Canada is actively considering options" in quotes["A1-17"]


def test_in_june_no_article_pairs_canada_with_a_host() -> None:
    found = answer("2016-06-14", nation=("CAN",))
    fourth = deployment(found, "fourth-battalion")
    assert (fourth["host"], fourth["place"], fourth["lat"]) == ([], None, None)
    latvia = deployment(found, "efp-lva")
    assert (latvia["status"], latvia["host"]) == ("considered", ["LVA"])
    sources = {claim["id"]: claim["source"] for claim in found["claims"]}
    assert all(sources[claim].startswith("reuters") for claim in latvia["claims"])


def test_on_9_july_canada_leads_in_latvia_as_nato_decided_the_day_before() -> None:
    latvia = deployment(answer("2016-07-09", nation=("CAN",)), "efp-lva")
    assert (latvia["status"], latvia["lead"], latvia["host"]) == ("decided", ["CAN"], ["LVA"])
    row = view("2016-07-09").by_id["efp-lva"]
    host_claim = RECORD.claims.set_index("id").loc["R006"]
    assert row.status_claim in {"R006", "R011"}
    assert (host_claim["publisher"], host_claim["said_on"]) == ("NATO", "2016-07-08")
    assert {"A1-16", "A1-17", "R006"} <= set(latvia["claims"])


# --- 4,000, 26 October 2016 -------------------------------------------------------------------------


def test_4000_is_planned_for_the_four_together_and_in_no_total() -> None:
    found = answer("2016-10-26")
    planned = {item["id"]: item["planned"] for item in found["deployments"] if item["planned"]}
    assert [one for one, figure in planned.items() if 4000 in (figure["low"], figure["high"])] == ["efp"]
    assert all(item["troops_low"] is item["troops_high"] is None for item in found["deployments"])
    assert [item["id"] for item in found["claims"] if 4000 in (item["troops_low"], item["troops_high"])] == [
        "A2-06"
    ]
    assert found["totals"] == []


def test_ceilings_of_1000_are_never_added_up_to_4000() -> None:
    assert view("2016-07-09").totals == ()
    assert view("2016-07-09").title == (
        "Four battlegroups decided and one brigade agreed, as known on 9 July 2016"
    )


def test_in_august_2017_the_four_are_there_and_about_4500_is_said_of_them_together() -> None:
    found = view("2017-08-28")
    assert [total_sentence(total, found.known) for total in found.totals] == [
        "about 4,500 persons in four battlegroups, said of “Four multinational battalions” together",
        "3,500 persons in one brigade",
    ]


def test_in_june_2022_eight_battlegroups_add_up_to_what_the_source_adds_up() -> None:
    found = view("2022-06-28")
    assert found.title == "Eight battlegroups, as known on 28 June 2022"
    assert found.notes == ("last reported in 2017: Multinational framework brigade in Romania",)
    assert [total_sentence(total, found.known) for total in found.totals] == [
        "9,641 persons in eight battlegroups",
    ]


def test_800_to_1000_is_the_size_of_one_unit_and_the_us_share_is_unstated() -> None:
    carter = RECORD.claims.set_index("id").loc["A1-19"]
    assert (carter["troops_low"], carter["troops_high"], carter["counts"]) == (800, 1000, "unit")
    assert RECORD.contributions[RECORD.contributions["claim"] == "A1-19"]["troops_low"].isna().all()
    for day in ("2016-06-14", "2016-10-26"):
        planned = [item for item in answer(day)["deployments"] if (item["planned"] or {}).get("low") == 800]
        assert [item["id"] for item in planned] in (["us-battalion"], ["efp-pol"])


# --- what must not be drawn -------------------------------------------------------------------------


def test_article_2_puts_nothing_on_any_country() -> None:
    alone = view("2016-10-26", source=("cctv-2016-10-27",))
    assert not compose(alone, RECORD, POINTS).areas
    assert all(not one.host for one in alone.deployments)
    missiles = RECORD.claims.set_index("id").loc["A2-05"]
    assert missiles[["host", "place", "deployment"]].isna().all()


def test_the_spanish_port_gets_no_point() -> None:
    spain = answer("2016-10-26", nation=("ESP",))
    assert spain["deployments"] == []
    assert {"A2-03", "A2-09", "A2-13"} <= {claim["id"] for claim in spain["claims"]}
    assert all(claim["place"] is None for claim in spain["claims"])
    assert {"A2-03", "A2-09", "A2-13"} <= {item["id"] for item in spain["not_drawn"]}


def test_article_1_alone_is_one_set_without_a_pairing() -> None:
    alone = scene("2016-06-14", source=("ap-2016-06-14",))
    whole = next(mark for mark in alone.marks if mark.id == "efp")
    assert (whole.anchor, len(whole.ties)) == ("set", 4)
    assert {area.iso3 for area in alone.areas} == {"EST", "LVA", "LTU", "POL"}
    hosts = {POINTS[code] for code in ("EST", "LVA", "LTU", "POL")}
    assert not [arc for arc in alone.arcs if arc.path[-1] in hosts]
    assert {(arc.lead, arc.deployment) for arc in alone.arcs} == {
        ("DEU", "efp"), ("GBR", "efp"), ("USA", "efp"), ("CAN", "fourth-battalion"), ("USA", "us-battalion"),
    }  # fmt: skip


def test_the_brigade_for_the_black_sea_is_drawn_when_it_is_decided() -> None:
    assert "tfp-brigade" in {mark.id for mark in scene("2016-10-26").marks}


def test_only_a_claim_that_names_a_place_gets_a_symbol_on_the_map() -> None:
    for day in ("2016-07-09", "2016-10-26"):
        assert all(mark.anchor != "place" for mark in scene(day).marks if mark.id.startswith("efp"))
    june = {mark.id: mark.heading for mark in scene("2017-06-01").marks if mark.anchor == "place"}
    assert {june[part] for part in ("efp-est", "efp-lva", "efp-ltu", "efp-pol")} == {
        "Tapa",
        "Ādaži",
        "Rukla",
        "Orzysz",
    }


@pytest.mark.parametrize("day", sorted(set(RECORD.claims["known_on"].dt.date)), ids=str)
def test_every_deployment_of_a_view_is_drawn_or_said_not_to_be(day: date) -> None:
    found = view_of(RECORD, day=day)
    composed = compose(found, RECORD, POINTS)
    noted = {note.iso3 for note in composed.statistics}
    drawn = {mark.id for mark in composed.marks}
    drawn |= {one.id for one in found.deployments if one.sort == "statistic" and noted.issuperset(one.host)}
    named = {item.id for item in found.not_drawn if item.kind == "deployment"}
    assert set(found.by_id) == drawn | named
    assert not {mark.id for mark in composed.marks} & named


@pytest.mark.parametrize("day", sorted(set(RECORD.claims["known_on"].dt.date)), ids=str)
def test_every_claim_of_a_day_is_with_its_deployment_or_named_as_not_drawn(day: date) -> None:
    found = view_of(RECORD, day=day)
    loose = {item.id for item in found.not_drawn if item.kind == "claim"}
    assert loose == {row.id for row in found.claims if not found.known.shown_in(row)}
    assert {row.id for row in found.claims} == {row.id for row in RECORD.claim_rows if row.known_on <= day}
