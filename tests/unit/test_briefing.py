"""What every product of a view says: figures in words, sources numbered, quotes that matter."""

from datetime import date

import pytest

from eastflank.report.contents import MOST_QUOTES
from eastflank.view.names import names_by_code
from eastflank.words.chosen import values as words
from tests.briefings import briefing, of_the_record
from tests.builders import DEPLOYMENTS, SOURCES, claim, dataset
from tests.frozen import RECORD

VIEWS = (
    "",
    "nation=CAN&asof=2016-10-26",
    "nation=CAN&asof=2016-06-14",
    "host=LVA;LTU",
    "asof=2022-06-28",
    "asof=2010-01-01",
)
every_view = pytest.mark.parametrize("query", VIEWS)


def test_it_says_what_when_by_which_filters_and_how_many() -> None:
    found = of_the_record("nation=CAN&asof=2016-10-26")
    assert found.title == "One battlegroup decided involving Canada, as known on 26 October 2016"
    assert found.asof == "As known on 26 October 2016"
    assert found.filters == "Involving Canada"
    assert found.counts == "One unit"
    assert found.version == RECORD.version
    assert found.credit == found.scene.credit


def test_what_states_no_figure_agrees_with_the_totals_beside_it() -> None:
    found = of_the_record("asof=2022-06-28")
    # The one without a figure was not reported for two years, so that it is in no total.
    assert sum(total.units - total.stating for total in found.view.totals) == 0
    assert found.counts == (
        "Last reported in 2017: Multinational framework brigade in Romania · "
        "16 units, seven of them over, one of them there without a figure; four groups; three statistics"
    )


def test_without_a_filter_it_says_so() -> None:
    assert of_the_record().filters == "No filter: everything known"


def test_an_empty_view_counts_nothing_and_quotes_nothing() -> None:
    empty = of_the_record("asof=2010-01-01")
    assert empty.counts == "No units"
    assert (empty.entries, empty.evidence, empty.quotes, empty.footnotes, empty.totals) == (
        (),
        (),
        (),
        (),
        (),
    )


@pytest.mark.parametrize(
    ("figures", "counts"),
    [
        ((800, 800), "Two units"),
        ((None, 800), "Two units, one of them there without a figure"),
        ((None, None), "Two units, two of them there without a figure"),
    ],
)
def test_a_ceiling_is_a_figure_and_silence_is_none(figures: tuple[int | None, ...], counts: str) -> None:
    said = [
        claim(f"c{at}", "2016-07-08", deployment=name, status="deployed", troops_high=figure)
        for at, (name, figure) in enumerate(zip(("latvia", "lithuania"), figures, strict=True))
    ]
    assert briefing("", dataset(*said)).counts == counts


@every_view
def test_every_claim_knows_its_footnote_and_every_footnote_is_named(query: str) -> None:
    found = of_the_record(query)
    numbered = {note.number: note.source for note in found.footnotes}
    assert list(numbered) == list(range(1, len(numbered) + 1))
    of_claims = {row.id: row.source for row in found.view.claims}
    assert {item.claim: numbered[item.footnote] for item in found.evidence} == of_claims
    first_named = list(dict.fromkeys(item.footnote for item in found.evidence))
    assert first_named == sorted(first_named)
    for entry in found.entries:
        theirs = {item.footnote for item in found.evidence if item.deployment == entry.id}
        assert entry.footnotes == tuple(sorted(theirs))


@every_view
def test_its_table_holds_the_view(query: str) -> None:
    found = of_the_record(query)
    assert [entry.id for entry in found.entries] == list(found.view.by_id)
    for entry, one in zip(found.entries, found.view.deployments, strict=True):
        figure = one.figure
        assert (entry.low, entry.high) == ((figure.low, figure.high) if figure else (None, None))
        assert entry.strength == words.strength_on(one, found.view.day, names_by_code(found.dataset))
    drawn = {mark.id for mark in found.scene.marks}
    units = {entry.id for entry in found.entries if not entry.not_drawn and entry.sort != "statistic"}
    assert units == drawn


@every_view
def test_its_quotes_are_verbatim_few_and_of_the_view(query: str) -> None:
    found = of_the_record(query)
    quoted = RECORD.claims.dropna(subset="quote").set_index("id")["quote"]
    assert len(found.quotes) <= MOST_QUOTES
    for item in found.quotes:
        assert item.quote == quoted[item.claim]
        assert item.deployment in found.view.by_id
    about = {item.deployment for item in found.evidence if item.quote and item.carries}
    assert len({item.deployment for item in found.quotes}) == min(len(about), MOST_QUOTES)


def test_only_a_quote_on_which_a_value_shown_rests_is_evidence() -> None:
    said = (
        claim("newer", "2016-07-09", quote="Nothing much.", citation=None),
        claim("resting", "2016-07-08", quote="Canada sends 450.", citation=None, status="decided", lead="CAN", troops_low=450, troops_high=450),
        claim("graded", "2016-07-07", quote="Perhaps.", citation=None, source="ministry"),
        claim("older", "2016-07-06", quote="Perhaps not.", citation=None),
    )  # fmt: skip
    assert [item.claim for item in briefing("", dataset(*said)).quotes] == ["resting"]


def test_the_selected_deployment_speaks_first() -> None:
    said = [
        claim(f"{name}-{at}", f"2016-07-0{at + 1}", deployment=name, status="agreed", quote=f"{name} {at}.", citation=None)
        for name in ("latvia", "lithuania")
        for at in range(4)
    ]  # fmt: skip
    both = briefing("", dataset(*said)).quotes
    assert [item.deployment for item in both] == ["latvia", "lithuania"]
    chosen = briefing("deployment=lithuania", dataset(*said)).quotes
    assert [item.deployment for item in chosen] == ["lithuania", "latvia"]


def test_a_cited_claim_is_no_quote() -> None:
    found = briefing("", dataset(claim("cited", "2016-07-08", status="agreed")))
    assert found.quotes == ()
    assert (found.evidence[0].quote, found.evidence[0].citation) == ("", "page 1")


def test_a_footnote_names_publisher_medium_title_date_and_grade() -> None:
    sources = [{**SOURCES[0], "via": "Copier", "reliability": "C"}]
    found = briefing("", dataset(claim("one", "2016-06-14"), sources=sources))
    assert (
        str(found.footnotes[0])
        == "Agency via Copier, Report, 15 June 2016. Source graded C, fairly reliable."
    )


def test_evidence_says_who_where_and_when() -> None:
    found = briefing(
        "", dataset(claim("one", "2016-06-14", speaker="Ann Lee", speaker_role="minister", deployment=None, kind="meeting"))
    )  # fmt: skip
    assert found.evidence[0].said == "Ann Lee, minister, Agency, 14 June 2016"
    assert found.evidence[0].day == date(2016, 6, 14)
    assert (found.evidence[0].deployment, found.evidence[0].about) == ("", "Meetings")


def test_it_says_where_sources_differ_and_which_the_map_follows() -> None:
    said = of_the_record("asof=2017-06-30")
    ours = next(one for one in said.differences if one.subject == "contingent of Canada")
    assert (ours.deployment, ours.name, ours.spread) == ("efp-lva", "Battlegroup Latvia", "400–455 persons")
    assert dict(ours.values) == {"R021": "400", "R023": "455"}
    assert (ours.rule, ours.stands) == (
        "Overtaken by LSM, April 2017 to 10 June 2017 (R032), which tells of a later day.",
        False,
    )
    assert str(ours).startswith("Contingent of Canada: 400–455 persons. 400 [R021]; ")
    assert {one.deployment for one in said.differences} <= set(said.view.by_id)


def test_a_curator_s_reason_stands_with_the_rule() -> None:
    ruled = [one.rule for one in of_the_record("asof=2023-01-31").differences]
    (rule,) = [rule for rule in ruled if rule.startswith("A curator decided for ") and "(R077). " in rule]
    assert rule.partition("(R077). ")[2]


def test_its_link_always_names_the_day() -> None:
    assert briefing("nation=CAN").link == f"?nation=CAN&asof={of_the_record().view.day}"
    known = briefing("nation=CAN&asof=2016-10-26", base_url="https://briefing.example/flank/")
    assert known.link == "https://briefing.example/flank/?nation=CAN&asof=2016-10-26"


def test_the_marking_is_kept_as_typed() -> None:
    assert briefing(marking="NATO <b>RESTRICTED").marking == "NATO <b>RESTRICTED"


def test_parts_name_their_whole() -> None:
    found = briefing("", dataset(claim("one", "2016-07-08", status="agreed")))
    assert found.entries[0].part_of == DEPLOYMENTS[0]["name"]
