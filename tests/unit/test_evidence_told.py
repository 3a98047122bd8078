"""Evidence: the values that a claim gives, what overtook it, and which quotes a reader needs first."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.model import STATUSES
from eastflank.report.citation import citation_of, cited_sources
from eastflank.report.evidence import (
    MOST_QUOTES,
    Evidence,
    claim_called,
    evidence_of,
    marked_quote,
    overtaken_by,
    quotes_that_matter,
    told,
)
from eastflank.ui import evidence_panel
from eastflank.view.selection import view_of
from eastflank.words.chosen import evidence as said
from tests.builders import SOURCES, claim, dataset
from tests.folded import exactly, known, sent, there

DAY = date(2018, 1, 1)
ALIASES = {"CAN": ("Canada", "Canadian"), "LVA": ("Latvia",), "DEU": ("Germany",)}


def evidence(*claims: dict[str, Any], **tables: Any) -> dict[str, Evidence]:
    """The evidence of all claims, by id; the agency is source 1."""
    data = dataset(*claims, **tables)
    return {one.claim: one for one in evidence_of(view_of(data, day=DAY), data, {"agency": 1})}


# --- what a claim says ---------------------------------------------------------------------------------------


def test_a_claim_is_told_whatever_view_it_is_in() -> None:
    said = there(
        "a", "2017-06-01", lead="CAN", quote="Canada sends 450.", speaker="Ann Lee", note="Read so.",
        citation=None, **exactly(450),
    )  # fmt: skip
    data = dataset(said)
    assert told(data.claims_by_id["a"], data) == Evidence(
        claim="a",
        deployment="latvia",
        about="Battlegroup Latvia",
        quote="Canada sends 450.",
        marked=(("Canada", True), (" sends ", False), ("450", True), (".", False)),
        citation="",
        states="Deployed; led by Canada, in Latvia; 450 persons",
        speaker="Ann Lee",
        publisher="Agency",
        day=date(2017, 6, 1),
        grade="B2",
        footnote=0,
        note="Read so.",
        basis="quoted",
        carries=(),
        overtaken="",
        dataset="",
        dated="2017-06-01",
    )


def test_a_claim_is_called_by_its_source_and_its_day_before_its_id() -> None:
    judged = claim("j", None, source=None, basis="judged", rests_on="a", judged_on="2017-07-01")
    data = dataset(there("a", "2017-06"), judged)
    assert claim_called("a", data) == "Agency, June 2017 (a)"
    assert claim_called("j", data) == "Curator’s judgement, 30 June 2017 (j)"
    assert claim_called("nothing", data) == "nothing"


def test_a_claim_about_no_deployment_is_about_its_kind() -> None:
    data = dataset(claim("a", "2017-06-01", deployment=None, kind="logistics"))
    one = told(data.claims_by_id["a"], data)
    assert (one.deployment, one.about, one.basis, one.citation) == ("", "Logistics", "cited", "page 1")


def test_a_judged_claim_names_the_claims_from_which_it_is_inferred_and_cites_nothing() -> None:
    found = evidence(
        there("a", "2017-06-01"),
        claim("j", "2017-07-01", source=None, rests_on="a", status="ended", judged_on="2026-01-01"),
    )["j"]
    assert (found.basis, found.citation, found.grade, found.footnote) == (
        "judged",
        "A curator’s judgement, from a",
        "",
        0,
    )
    assert found.publisher == "Curator’s judgement"


def test_in_a_view_a_claim_of_what_became_another_is_about_that_one() -> None:
    found = evidence(
        claim("p", "2016-06-14", deployment="early", status="agreed", host="LVA"),
        there("a", "2017-06-01"),
    )
    assert [found["a"].about, found["a"].deployment] == ["Battlegroup Latvia", "latvia"]
    assert found["p"].about in ("Battlegroup Latvia", "The early one")
    assert (found["p"].footnote, found["a"].footnote) == (1, 1)


def test_a_source_without_a_number_has_no_footnote() -> None:
    assert evidence(there("a", "2017-06-01", source="ministry"))["a"].footnote == 0


def test_evidence_says_who_said_it_where_and_when_and_leaves_out_what_is_not_stated() -> None:
    found = evidence(
        there("a", "2017-06-01"), there("b", "2017-06-02", speaker="Ann Lee", speaker_role="minister")
    )
    assert found["a"].said == "Agency, 1 June 2017"
    assert found["b"].said == "Ann Lee, minister, Agency, 2 June 2017"


# --- what is marked in a quote -------------------------------------------------------------------------------


def pieces(quote: str | None, *sends: dict[str, Any], **cells: Any) -> list[str]:
    """The marked pieces of the quote of a claim."""
    data = dataset(
        claim("a", "2017-06-01", **{**({"quote": quote} if quote else {}), **cells}),
        contributions=list(sends),
    )
    found = marked_quote(data.claims_by_id["a"], ALIASES)
    assert "".join(piece for piece, _ in found) == (quote or "")
    return [piece for piece, is_marked in found if is_marked]


QUOTE = "Canada, Latvia and Germany name 300, 400, 500 and 6 units."


@pytest.mark.parametrize(
    ("cells", "sends", "expected"),
    [
        ({}, [], []),
        ({"lead": "CAN"}, [], ["Canada"]),
        ({"host": "LVA"}, [], ["Latvia"]),
        ({"troops_low": 300}, [], ["300"]),
        ({"troops_high": 400}, [], ["400"]),
        ({"unit_count": 6}, [], ["6"]),
        ({}, [sent("a", "DEU")], ["Germany"]),
        ({}, [sent("a", "DEU", troops_low=300, troops_high=500)], ["Germany", "300", "500"]),
        ({"lead": "XXX"}, [], []),
    ],
)
def test_a_quote_is_marked_where_its_claim_and_its_contingents_are_read_from(
    cells: dict[str, Any], sends: list[dict[str, Any]], expected: list[str]
) -> None:
    assert pieces(QUOTE, *sends, **cells) == expected


def test_a_claim_without_a_quote_has_no_pieces() -> None:
    assert pieces(None, lead="CAN") == []


# --- what it gives, and what overtook it ---------------------------------------------------------------------


def test_each_field_in_force_is_carried_by_the_claim_that_gives_it() -> None:
    found = evidence(there("a", "2017-06-01", lead="CAN", **exactly(450)))
    assert found["a"].carries == ("status", "lead", "host", "strength")


def test_claims_that_a_figure_spans_carry_it_all() -> None:
    found = evidence(
        there("a", "2017-06-01", host=None, **exactly(450)),
        there("b", "2017-06-01", source="other", host=None, **exactly(600)),
        sources=[*SOURCES, {**SOURCES[0], "id": "other"}],
    )
    carried = {one.claim for one in found.values() if "strength" in one.carries}
    assert carried == {"a", "b"}


def test_an_old_contingent_carries_nothing_and_a_current_one_its_claim() -> None:
    old = evidence(
        there("a", "2015-06-01", status=None, host=None),
        there("b", "2017-12-01"),
        contributions=[sent("a", "CAN", 450)],
    )
    assert old["a"].carries == ()
    new = evidence(
        there("a", "2017-06-01", status=None, host=None),
        there("b", "2017-12-01"),
        contributions=[sent("a", "CAN", 450)],
    )
    assert new["a"].carries == ("contingent",)


def test_a_plan_that_lapsed_is_carried_by_no_claim() -> None:
    found = evidence(claim("a", "2015-06-01", status="agreed", host="LVA", lead="CAN"))
    assert found["a"].carries == ()


def test_a_figure_is_overtaken_by_the_claim_that_gives_the_figure_now_else_the_status() -> None:
    found = evidence(
        there("a", "2017-01-01", host=None, **exactly(400)),
        there("b", "2017-06-01", host=None, **exactly(450)),
    )
    assert (found["a"].overtaken, found["b"].overtaken) == ("b", "")
    ended = evidence(
        there("a", "2017-01-01", **exactly(400)),
        claim("b", "2017-06-01", status="ended"),
    )
    assert ended["a"].overtaken in ("b", "")
    assert ended["b"].overtaken == ""


def test_a_claim_that_states_no_figure_is_overtaken_by_the_one_that_gives_the_status() -> None:
    found = evidence(
        there("a", "2017-01-01", host=None),
        there("b", "2017-06-01", host=None, **exactly(450)),
        there("c", "2017-07-01", host=None),
    )
    assert {one.claim: one.overtaken for one in found.values()} == {"a": "c", "b": "", "c": ""}


def test_where_no_claim_gives_a_status_nothing_is_overtaken() -> None:
    assert evidence(claim("a", "2017-01-01"))["a"].overtaken == ""
    figure = evidence(claim("a", "2017-01-01", **exactly(400)), claim("b", "2017-02-01", **exactly(450)))
    assert (figure["a"].overtaken, figure["b"].overtaken) == ("b", "")


@pytest.mark.parametrize("status", sorted(STATUSES))
@pytest.mark.parametrize("figure", [{}, exactly(400)], ids=["no figure", "a figure"])
@pytest.mark.parametrize("day", ["2014-01-01", "2017-06-01"], ids=["of old", "of late"])
@pytest.mark.parametrize("before", [[], [there("a", "2013-06-01", **exactly(300))]], ids=["alone", "second"])
def test_no_claim_is_overtaken_by_itself(
    status: str, figure: dict[str, Any], day: str, before: list[dict[str, Any]]
) -> None:
    found = evidence(*before, claim("z", day, status=status, host="LVA", **figure))
    assert "z" in found
    assert all(one.overtaken != one.claim for one in found.values())


def test_of_a_deployment_that_is_not_known_nothing_is_overtaken() -> None:
    data = dataset(there("a", "2017-01-01"))
    assert not overtaken_by(data.claims_by_id["a"], None)


# --- quotes --------------------------------------------------------------------------------------------------

PLAIN = told((_DATA := dataset(claim("a", "2017-06-01"))).claims_by_id["a"], _DATA)
QUOTED = st.builds(
    lambda number, deployment, carries, grade, days, text: replace(
        PLAIN,
        claim=f"c{number}",
        deployment=deployment,
        carries=carries,
        grade=grade,
        day=DAY - timedelta(days=days),
        quote=text,
    ),
    st.integers(0, 99),
    st.sampled_from("xyz"),
    st.sampled_from([(), ("status",), ("status", "lead")]),
    st.sampled_from(["A1", "B2", "C3"]),
    st.integers(0, 3),
    st.sampled_from(["", "one", "two", "three", "four", "five"]),
)


def rank(one: Evidence, selected: str) -> tuple[Any, ...]:
    """What a reader asks for first: the selected, then what gives most, the best graded, the newest."""
    return one.deployment != selected, -len(one.carries), one.grade, -one.day.toordinal(), one.claim


@given(st.lists(QUOTED, max_size=8, unique_by=lambda one: one.claim), st.sampled_from(["", "x"]))
def test_quotes_are_few_verbatim_each_told_once_and_begin_with_the_best(
    items: list[Evidence], selected: str
) -> None:
    found = quotes_that_matter(items, selected)
    useful = [one for one in items if one.quote and one.carries]
    assert all(one in useful for one in found)
    assert len(found) == min(MOST_QUOTES, len({one.quote for one in useful}))
    assert len({one.quote for one in found}) == len(found)
    if useful:
        assert found[0] == min(useful, key=lambda one: rank(one, selected))
    own = [one for one in found if one.deployment == selected]
    assert list(found[: len(own)]) == own
    others = [one.deployment for one in found[len(own) :]]
    assert others[: len(set(others))] == list(dict.fromkeys(others)), "each has one before any has a second"
    assert quotes_that_matter(reversed(items), selected) == found


# --- citations -----------------------------------------------------------------------------------------------


def test_a_claim_is_cited_with_its_speaker_its_source_and_its_grade() -> None:
    data = dataset(
        there("a", "2017-06-01", speaker="Ann Lee"),
        there("b", "2017-06-01"),
        claim("j", "2017-07-01", source=None, rests_on="a", judged_on="2026-01-01"),
        sources=[{**SOURCES[0], "title": "[Report on troops]"}, SOURCES[1]],
    )
    data = replace(data, sources=data.sources.assign(replaces=[None, "agency"]))
    sources = cited_sources(data)
    assert sources["agency"] == "Agency, [Report on troops], 15 June 2016, a text corrected since"
    assert sources["ministry"] == "Ministry, “Release”, 31 December 2017"
    claims = data.claims_by_id
    assert citation_of(claims["a"], "Agency") == "Ann Lee, in Agency; claim a (graded B2)"
    assert citation_of(claims["b"], "Agency") == "Agency; claim b (graded B2)"
    assert citation_of(claims["j"], sources[claims["j"].source]) == "Curator’s judgement; claim j (judged)"


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (("2017-06-03", "2017-06-02", "2017-06-01"), "And one older claim"),
        (("2017-06-03", "2017-06-03", "2017-06-03", "2017-06-03"), "And two more claims of the same day"),
        (
            ("2017-06-03", "2017-06-03", "2017-06-03", "2017-06-01"),
            "And two more claims, of the same day or older",
        ),
    ],
)
def test_the_rest_of_the_claims_is_called_older_only_if_it_is(days: tuple[str, ...], told: str) -> None:
    claims = known(*(there(f"c{at}", day, **exactly(450)) for at, day in enumerate(days))).claims
    rest = claims[2:]
    assert said.rest(len(rest), evidence_panel._age(claims[1], rest[0], rest[-1])) == told
