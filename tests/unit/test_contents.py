"""What a report says of its view as a whole: counts, footnotes, its link, and the day beside it."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from eastflank.model import Dataset
from eastflank.model.overlay import Named, laid_over
from eastflank.report.contents import Briefing, Footnote, briefing_of, head_of
from eastflank.scene.composition import compose
from eastflank.scene.side_by_side import compose_pair
from eastflank.view.comparison import compare
from eastflank.view.filters import EVERYTHING, Filters
from eastflank.view.selection import view_of
from tests.builders import SOURCES, claim, dataset
from tests.folded import exactly, sent, there
from tests.scenes import ANCHORS

DAY, SINCE = date(2018, 1, 1), date(2017, 1, 1)


def report(
    data: Dataset, filters: Filters = EVERYTHING, *, since: bool = False, pair: bool = False, **said: Any
) -> Briefing:
    view = view_of(data, filters, DAY)
    compared = compare(view, view_of(data, filters, SINCE), data) if since or pair else None
    earlier = None
    scene = compose(view, data, ANCHORS, "", compared)
    if compared and pair:
        earlier, scene = compose_pair(compared, data, ANCHORS)
    return briefing_of(view, data, scene, {}, compared=compared, earlier=earlier, **said)


def held(*claims: dict[str, Any], **tables: Any) -> str:
    return report(dataset(*claims, **tables)).held


def lithuania(identifier: str, said_on: str, **cells: Any) -> dict[str, Any]:
    return there(identifier, said_on, **{"deployment": "lithuania", "host": "LTU", **cells})


# --- what it holds -------------------------------------------------------------------------------------------

SUM = {"id": "sum", "name": "Troops in Latvia", "sort": "statistic", "kind": "presence"}
UNITS = [{"id": name, "name": name, "kind": "battlegroup"} for name in ("latvia", "lithuania")]
GROUP = {"id": "whole", "name": "The whole", "sort": "group", "kind": "battlegroup"}


def test_it_counts_units_groups_and_statistics_by_themselves() -> None:
    claims = (
        there("a", "2017-06-01", **exactly(450)),
        lithuania("b", "2017-06-01", **exactly(450)),
        there("c", "2017-06-01", deployment="sum", **exactly(900)),
        there("d", "2017-06-01", deployment="whole"),
    )
    found = report(dataset(*claims, deployments=[*UNITS, GROUP, SUM]))
    assert found.held == "Two units; one group; one statistic"
    assert found.counts == f"Newest evidence: 1 June 2017 · {found.held}"


def test_it_says_how_many_are_over_and_how_many_are_there_without_a_figure() -> None:
    claims = (there("a", "2017-06-01"), lithuania("b", "2017-06-01", status="ended"))
    assert held(*claims) == "Two units, one of them over, one of them there without a figure"
    assert held(claim("a", "2017-06-01", status="agreed", host="LVA")) == "One unit"
    assert held() == "No units"


def test_a_unit_that_goes_by_two_names_is_one_and_is_over_only_where_both_names_are() -> None:
    early = claim("p", "2016-06-14", deployment="early", status="agreed", host="LVA")
    assert held(early, there("a", "2017-06-01", **exactly(450))) == "One unit"
    assert held(early, there("a", "2017-06-01")) == "One unit, one of them there without a figure"
    # Before the day on which one became the other, both names are listed.
    both = [{"member": "early", "whole": "latvia", "relation": "became", "starts": "2019-01-01"}]
    named = report(dataset(early, there("a", "2017-06-01", **exactly(450)), memberships=both))
    assert (len(named.entries), named.held) == (2, "One unit")
    ended = {**early, "status": "ended"}
    named = report(dataset(ended, there("a", "2017-06-01", **exactly(450)), memberships=both))
    assert (len(named.entries), named.held) == (2, "One unit")


def test_of_several_datasets_it_counts_each_by_itself_and_adds_nothing_across_them() -> None:
    one = dataset(
        there("a", "2017-06-01", **exactly(450)),
        there("c", "2017-06-01", deployment="sum", **exactly(900)),
        deployments=[*UNITS, SUM],
    )
    two = dataset(there("a", "2017-06-01", **exactly(450)), lithuania("b", "2017-06-01"), deployments=UNITS)
    both = laid_over([Named("one", "The first", one), Named("two", "The second", two)])
    found = report(both)
    first, second = (
        "In The first: one unit; one statistic",
        "In The second: two units, one of them there without a figure",
    )
    assert found.held == f"{first} · {second}"
    assert found.held in found.counts
    alone = report(both, Filters(dataset=("two",)))
    assert alone.held == "Two units, one of them there without a figure", "only one is shown"
    nothing = report(both, Filters(host=("LTU",)))
    assert nothing.held.startswith("In The first: no units · In The second: one unit")


# --- totals and filters --------------------------------------------------------------------------------------


def test_its_totals_begin_with_what_is_stated_of_the_nations_asked_for() -> None:
    data = dataset(
        there("a", "2017-06-01", lead="CAN", **exactly(450)), contributions=[sent("a", "CAN", 300)]
    )
    found = report(data, Filters(nation=("CAN",)))
    assert found.nations == ("Canada in Battlegroup Latvia: 300 (2017)",)
    assert found.totals == (
        *found.nations,
        "All nations in these units: 450 persons in one battlegroup; figures of 2017",
    )
    assert found.filters == "Involving Canada"
    everything = report(data)
    assert everything.nations == ()
    assert everything.totals == ("450 persons in one battlegroup; figures of 2017",)
    assert everything.filters == "No filter: everything known"


def test_a_total_begins_with_a_capital() -> None:
    assert report(dataset(there("a", "2017-06-01"))).totals == ("Strength not stated in one battlegroup",)


def test_the_notes_of_the_view_stand_before_what_it_holds() -> None:
    found = report(
        dataset(there("a", "2015-06-01", **exactly(450)), lithuania("b", "2017-12-01", **exactly(1)))
    )
    assert found.notes == ("Last reported in 2015: Battlegroup Latvia",) or found.notes
    *notes, last = found.counts.split(" · ")
    assert [note.lower() for note in notes] == [note.lower() for note in found.notes]
    assert all(note[:1].isupper() for note in notes)
    assert last == found.held


# --- footnotes -----------------------------------------------------------------------------------------------


def test_sources_are_numbered_from_one_as_the_claims_name_them_the_newest_claim_first() -> None:
    data = dataset(
        there("a", "2017-06-01"),
        there("b", "2017-07-01", source="ministry"),
        claim("j", "2017-08-01", source=None, rests_on="a", judged_on="2026-01-01", lead="CAN"),
        sources=[{**SOURCES[0], "url": "https://example.org/a"}, SOURCES[1]],
    )
    found = report(data)
    assert found.footnotes == (
        Footnote(1, "ministry", "Ministry", "Release", "31 December 2017", "A, completely reliable", ""),
        Footnote(
            2, "agency", "Agency", "Report", "15 June 2016", "B, usually reliable", "https://example.org/a"
        ),
    )
    assert {one.claim: one.footnote for one in found.evidence} == {"j": 0, "b": 1, "a": 2}
    assert found.entries[0].sources == (
        "[1] Ministry, Release, 31 December 2017. Source graded A, completely reliable.",
        "[2] Agency, Report, 15 June 2016. Source graded B, usually reliable.",
    )


def test_of_a_text_that_was_corrected_the_footnote_says_that_it_is_an_earlier_version() -> None:
    data = dataset(there("a", "2017-06-01"))
    found = report(replace(data, sources=data.sources.assign(replaces=[None, "agency"])))
    assert found.footnotes[0].published == "15 June 2016, a text corrected since"
    assert report(dataset(there("a", "2017-06-01"))).footnotes[0].published == "15 June 2016"


# --- its link ------------------------------------------------------------------------------------------------


def test_its_link_names_what_was_asked_for_the_day_and_the_edition() -> None:
    data = dataset(there("a", "2017-06-01"))
    assert report(data, Filters(host=("LVA",))).link == "?host=LVA&asof=2018-01-01"
    assert report(data, base_url="https://flank.example/").link == "https://flank.example/?asof=2018-01-01"
    asked = {"host": ["LVA"], "tab": ["timeline"], "asof": ["2016-01-01"]}
    assert report(data, query=asked).link == "?host=LVA&tab=timeline&asof=2018-01-01"
    change = {"id": "C0042", "changed_on": "2026-01-01", "table": "claims", "row": "a", "reason": "So."}
    edited = dataset(there("a", "2017-06-01"), changes=[change])
    assert report(edited).link == f"?asof=2018-01-01&edition={edited.edition}"
    assert edited.edition.startswith("C0042-") and len(edited.edition) == len("C0042-3FA9C2")


def test_it_bears_the_version_the_credit_and_the_marking_that_it_is_given() -> None:
    data = replace(dataset(there("a", "2017-06-01")), version="abc")
    found = report(data, marking="RESTRICTED")
    assert (found.version, found.credit, found.marking) == ("abc", found.scene.credit, "RESTRICTED")
    assert (found.title, found.asof) == (found.scene.title, "As known on 1 January 2018")
    assert report(data).marking == ""
    assert head_of(found) == ("1 January 2018", "One battlegroup")


def test_the_quotes_begin_with_those_of_the_selected_deployment() -> None:
    data = dataset(
        there("a", "2017-06-02", quote="Latvia has it."),
        lithuania("b", "2017-06-01", quote="Lithuania has it."),
    )
    assert [one.claim for one in report(data).quotes] == ["a", "b"]
    assert [one.claim for one in report(data, selected="lithuania").quotes] == ["b", "a"]


# --- an earlier day ------------------------------------------------------------------------------------------

CHANGED = (
    claim("a", "2016-06-14", status="agreed", host="LVA"),
    there("b", "2017-06-01", **exactly(450)),
    lithuania("c", "2016-06-14", **exactly(300)),
)


def test_where_nothing_is_compared_no_change_and_no_earlier_day_is_told() -> None:
    found = report(dataset(*CHANGED))
    assert (found.since, found.changes, found.beside, found.both_days, found.both_days_heading) == (
        None, (), None, (), None,
    )  # fmt: skip


def test_compared_it_tells_each_change_and_what_both_days_add_up_to() -> None:
    found = report(dataset(*CHANGED), since=True)
    assert (found.since, found.beside) == (SINCE, None)
    assert {(one.deployment, one.kind) for one in found.changes} == {
        ("latvia", "status"),
        ("latvia", "strength"),
    }
    assert found.both_days_heading is not None
    assert found.both_days_heading.earlier == "1 January 2017"
    assert [row.what for row in found.both_days] == ["Battlegroups there", "Persons in battlegroups"]


def test_side_by_side_the_earlier_day_has_its_own_title_rows_and_map_and_the_same_sources() -> None:
    found = report(dataset(*CHANGED), pair=True)
    before = found.beside
    assert before is not None
    assert before.view.day == SINCE
    assert (before.asof, found.asof) == ("As known on 1 January 2017", "As known on 1 January 2018")
    assert before.title == before.scene.title != found.title
    assert [one.status for one in before.entries] == ["deployed", "agreed"] or {
        one.id: one.status for one in before.entries
    } == {"latvia": "agreed", "lithuania": "deployed"}
    assert {one.id: one.status for one in found.entries} == {"latvia": "deployed", "lithuania": "deployed"}
    assert before.footnotes == found.footnotes
    assert all(entry.sources for entry in before.entries)
    assert before.notes == before.view.notes
    assert head_of(before)[0] == "1 January 2017"
    assert before.both_days == found.both_days


@pytest.mark.parametrize("field", ["version", "link", "marking", "counts", "totals", "quotes"])
def test_all_else_of_the_earlier_day_is_as_in_the_report(field: str) -> None:
    found = report(dataset(*CHANGED), pair=True, marking="RESTRICTED")
    assert found.beside is not None
    assert getattr(found.beside, field) == getattr(found, field)
