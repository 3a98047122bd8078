"""Who sends a force, where the claim's own words name no nation."""

import csv
from datetime import date
from importlib import resources

import pytest

from eastflank.intake import article
from eastflank.intake.article.bodies import Bodies
from eastflank.intake.article.proposals import Proposal, ProposalKind
from eastflank.intake.article.reader import read
from tests.unit.article_tables import small_tables

SAID = date(2022, 3, 1)


def _found(text: str) -> list[Proposal]:
    return [one for one in read(text, small_tables(), SAID).proposals if one.kind is ProposalKind.DEPLOYMENT]


def _who(one: Proposal) -> tuple[str, str]:
    """Who leads and who contributes; empty if the reader names no nation."""
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


_CLAIM = "Up to 120 soldiers will be sent to Mali in May."


@pytest.mark.parametrize(
    ("head", "lead"),
    [
        ("COMMONWEALTH OF AUSTRALIA\nSENATE", "AUS"),
        ("House of Lords", "GBR"),
        ("WEEKLY BRIEFING OF THE GENERAL STAFF\nParis, Thursday 2 December", "FRA"),
        ("A first step\n\nPrague — At its session the Cabinet met for an hour.", "CZE"),
        ("SEOUL, Nov. 29 (Agency) — The National Assembly met.", "KOR"),
        ("A first step\n\nPrague — The Danish Cabinet met for an hour.", "DNK"),
        ("A first step\n\nBy our correspondent.", ""),
    ],
)
def test_the_head_of_an_article_tells_whose_soldiers_they_are(head: str, lead: str) -> None:
    assert _who(_found(f"{head}\n\n{_CLAIM}")[-1]) == (lead, "")


def test_who_says_we_at_home_means_the_own_force_and_not_the_last_one() -> None:
    text = "House of Lords\n\nThe Danes sent 90 soldiers to Mali in May. We have 200 soldiers in Rukla."
    assert _who(_found(text)[-1])[0] == "GBR"
    assert _who(_found(text.replace("We have", "There are"))[-1])[0] != "GBR"


@pytest.mark.parametrize(
    ("claim", "who"),
    [
        ("It is quiet, KFOR says. Hungary has 300 soldiers in Kosovo.", ("", "HUN")),
        ("Resolute Support is shrinking. Mongolia has 230 soldiers in Afghanistan.", ("", "MNG")),
        ("Mongolia has 230 soldiers in Afghanistan.", ("MNG", "")),
        ("The coalition of the willing met. Sweden will send 200 soldiers to Ukraine.", ("", "SWE")),
        ("The coalition of the willing met. Sweden will send no soldiers to Ukraine.", ("SWE", "")),
    ],
)
def test_a_nation_contributes_to_a_mission_that_was_named(claim: str, who: tuple[str, str]) -> None:
    assert _who(_found(claim)[-1]) == who


def test_the_units_that_an_article_names_count_for_whose_forces_it_is_about() -> None:
    text = (
        "Soldiers of the 173rd Airborne came to Rukla. So did others of the 82nd Airborne.\n\nA band played.\n\n"
        "In total 600 soldiers will be stationed in Tapa."
    )
    assert _who(_found(text)[-1]) == ("USA", "")


@pytest.mark.parametrize(
    ("after", "lead"),
    [
        ("The battalion will remain in Rukla until June.", "NOR"),
        ("Lithuania is grateful.\n\nA band played.\n\nThe battalion will remain in Rukla until June.", ""),
        ("Danish soldiers sang.\n\nThe battalion will remain in Rukla until June.", ""),
    ],
)
def test_the_next_paragraph_goes_on_about_the_force_before(after: str, lead: str) -> None:
    assert _who(_found(f"Norway has sent a battalion to Rukla.\n\n{after}")[-1])[0] == lead


def test_an_article_with_units_of_one_nation_alone_speaks_of_its_soldiers() -> None:
    text = "A bus left Fort Riley. It met another from Fort Hood.\n\nAbout 300 soldiers will leave for Mali in May."
    assert _who(_found(text)[-1]) == ("USA", "")
    assert _who(_found(text.replace("Fort Hood", "45 Commando"))[-1]) == ("", "")


def test_a_figure_that_a_nation_owns_counts_its_soldiers() -> None:
    text = "There are 900 Danish soldiers in Mali. Oslo's 200 will remain in Mali until June."
    assert _who(_found(text)[-1])[0] == "NOR"


@pytest.mark.parametrize(
    ("claim", "who"),
    [
        ("France has 2,000 soldiers in Mali under Operation Barkhane.", ("FRA", "")),
        ("Germany will add 350 soldiers to its own battlegroup in Mali.", ("DEU", "")),
        ("Germany will add 350 soldiers in Mali.", ("", "DEU")),
    ],
)
def test_a_nation_leads_its_own_operation_even_beside_a_mission(claim: str, who: tuple[str, str]) -> None:
    assert _who(_found(f"MINUSMA is in Mali.\n\n{claim}")[-1]) == who


def test_what_counts_all_nations_has_no_sender_from_before() -> None:
    text = "Romania will send 130 soldiers to Mali in May. With them the strength of the force will grow to 4,800."
    assert _who(_found(text)[-1]) == ("", "")
    assert _who(_found(text.replace("strength of the force", "contingent"))[-1]) != ("", "")


@pytest.mark.parametrize(
    ("opening", "lead"),
    [("The Danes sang.", "DNK"), ("The Danes sang. Spanish soldiers danced.", ""), ("It rained.", "")],
)
def test_the_nation_that_a_paragraph_is_about_sends(opening: str, lead: str) -> None:
    assert _who(_found(f"{opening} About 90 soldiers will be stationed in Rukla in May.")[-1]) == (lead, "")


@pytest.mark.parametrize(
    ("claim", "who"),
    [
        ("They will serve under the Canadian-led brigade in Mali.", ("CAN", "SWE")),
        ("In Mali 90 soldiers are attached to the French-led Task Force Takuba.", ("FRA", "SWE")),
        ("Rome will send 140 soldiers to Mali to join the Canadians.", ("CAN", "ITA")),
        ("Rome will send 140 soldiers to Mali to join the Canadian medics.", ("ITA", "")),
    ],
)
def test_who_joins_the_unit_of_another_nation_has_it_as_lead(claim: str, who: tuple[str, str]) -> None:
    text = f"Swedish soldiers sang. Swedish soldiers danced.\n\nSo did Swedish soldiers in May.\n\n{claim}"
    assert _who(_found(text)[-1]) == who


@pytest.mark.parametrize(
    ("claim", "lead"),
    [
        ("A squadron from Rukla will be stationed in Tapa in May.", "LTU"),
        ("A squadron will be moved from Rukla to Tapa in May.", ""),
        ("A squadron will be stationed in Rukla in May.", ""),
    ],
)
def test_the_town_from_which_a_force_comes_tells_its_nation(claim: str, lead: str) -> None:
    assert _who(_found(f"Lithuania is proud.\n\nA band played.\n\n{claim}")[-1])[0] == lead
    assert _who(_found(claim)[-1])[0] == ""


def test_each_name_of_a_body_is_told_once_and_of_a_nation_that_is_known() -> None:
    def rows(name: str) -> list[dict[str, str]]:
        lines = resources.files(article).joinpath(name).read_text(encoding="utf-8").splitlines()
        return list(csv.DictReader(lines))

    forms = [row["form"] for row in rows("bodies.csv")]
    assert len(forms) == len(set(forms))
    assert {row["nation"] for row in rows("bodies.csv")} <= {row["nation"] for row in rows("nations.csv")}


def test_who_says_we_under_a_nation_of_its_own_line_speaks_for_it() -> None:
    text = "CANADA\n\nWe will send 90 soldiers to Mali.\n\nDENMARK\n\nWe will send 40 soldiers to Mali."
    assert [_who(one)[0] for one in _found(text)] == ["CAN", "DNK"]
