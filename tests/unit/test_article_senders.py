"""Who sends a force, where the claim's own words name no nation."""

from datetime import date

import pytest

from eastflank.intake.article.bodies import Bodies
from eastflank.intake.article.proposals import Proposal, ProposalKind
from eastflank.intake.article.reader import read
from tests.unit.article_tables import small_tables

SAID = date(2022, 3, 1)


def _found(text: str) -> list[Proposal]:
    return [one for one in read(text, small_tables(), SAID).proposals if one.kind is ProposalKind.DEPLOYMENT]


def _who(one: Proposal) -> tuple[str, str]:
    """Who leads and who contributes; empty where the reader proposes nobody."""
    lead, others = one.fields.get("lead"), one.fields.get("contributors")
    return lead.value if lead else "", others.value if others else ""


@pytest.mark.parametrize(
    ("claim", "lead"),
    [
        ("About 200 soldiers of the 82nd Airborne Division arrived in Rukla on Monday.", "USA"),
        ("Some 90 paratroopers out of Fort Bragg landed in Rukla on Monday.", "USA"),
        ("A company from Vilseck has been stationed in Rukla since May.", "USA"),
        ("Panzergrenadierbataillon 411 will be stationed in Rukla from May.", "DEU"),
        ("A company of chasseurs alpins has been stationed in Tapa since May.", "FRA"),
    ],
)
def test_a_unit_or_a_garrison_names_its_nation_by_itself(claim: str, lead: str) -> None:
    (one,) = _found(claim)
    assert _who(one) == (lead, "")


def test_a_garrison_abroad_sends_nobody_who_only_stays_there() -> None:
    (one,) = _found("Some 300 soldiers have been stationed in Vicenza since May.")
    assert _who(one) == ("", "")


def test_the_longest_name_of_a_unit_counts_and_only_whole_words() -> None:
    bodies = Bodies([("Panzer Battalion", "DEU", "unit"), ("Panzer Battalion 14", "AUT", "unit")])
    text = "Panzer Battalion 14, Panzer Battalion 203 and Panzer Battalions"
    assert [one.code for one in bodies.named_in(text)] == ["AUT", "DEU"]
