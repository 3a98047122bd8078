"""Forms of sentences that journalists write, and what the reader makes of each."""

from datetime import date

import pytest

from eastflank.intake.article.proposals import Proposal, ProposalKind
from eastflank.intake.article.reader import read
from tests.unit.article_tables import small_tables

TUESDAY = date(2022, 3, 1)
SENT = "Denmark has sent 200 soldiers to Estonia. "
"""A deployment to which later sentences refer."""


def _proposals(text: str, said: date = TUESDAY) -> list[Proposal]:
    return [one for one in read(text, small_tables(), said).proposals if one.kind is ProposalKind.DEPLOYMENT]


def _last(text: str) -> dict[str, str]:
    found = _proposals(text)
    assert found, text
    return {name: field.value for name, field in found[-1].fields.items()}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        (
            "The minister visited the 200 Danish soldiers in Estonia.",
            {"lead": "DNK", "host": "EST", "troops_low": "200", "status": "deployed"},
        ),
        (
            "The arrival of 200 Danish troops in Estonia, due in January, will help.",
            {"lead": "DNK", "host": "EST", "troops_high": "200", "status": "pledged"},
        ),
        (
            "The soldiers of the Danish contingent who came in March will stay in Estonia until June.",
            {"host": "EST", "status": "deployed", "ends": "2022-06"},
        ),
        (
            "About 500 French soldiers left Istres on Monday for Romania.",
            {"lead": "FRA", "host": "ROU", "troops_low": "500", "status": "arriving"},
        ),
        (
            "A British company of 150 has been in Estonia since 2017.",
            {"lead": "GBR", "host": "EST", "troops_low": "150", "starts": "2017"},
        ),
        (
            "The multinational battlegroup in Latvia was on Tuesday placed under Italian command.",
            {"lead": "ITA"},
        ),
        (
            SENT + "They will be relieved by 300 French soldiers next year.",
            {"contributors": "", "lead": "FRA", "status": "pledged"},
        ),
        (SENT + "Britain and France have volunteered.", {"contributors": "FRA;GBR", "status": "offered"}),
        (SENT + "Denmark plans to double its contingent.", {"lead": "DNK", "status": "pledged"}),
        (SENT + "The battalion is to be in place early next year.", {"status": "pledged"}),
        (
            "In Latvia the multinational unit comprises personnel from Albania, Greece and Montenegro.",
            {"contributors": "ALB;GRC;MNE", "host": "LVA"},
        ),
    ],
)
def test_a_sentence_gives_these_fields(text: str, fields: dict[str, str]) -> None:
    found = _last(text)
    assert {name: found.get(name, "") for name in fields} == fields


@pytest.mark.parametrize(
    "text",
    [
        "Paratroopers of the American 173rd Brigade marched through Vicenza to mark 75 years of friendship.",
        "The director, who served with the Royal Engineers in Bosnia in the 1990s, thanked the workers.",
        SENT.replace("has sent", "had promised")
        + "100 soldiers of the brigade are on standby in Colchester.",
        "Forty-three Danes did not come home from Afghanistan.",
    ],
)
def test_soldiers_who_march_wait_or_are_remembered_are_no_new_claim(text: str) -> None:
    assert [one for one in _proposals(text) if "promised" not in text or one.quote.start > len(SENT)] == []


def test_the_number_of_a_regiment_is_no_number_of_units() -> None:
    found = _last("About 300 Danish soldiers from the 7th Brigade are stationed in Estonia.")
    assert (found["troops_low"], found.get("unit_count")) == ("300", None)


def test_an_answer_is_the_ministers_and_not_the_askers() -> None:
    text = (
        "Dame Harriet Pym (Lab): What is planned?\n\n"
        "The Secretary of State for Defence (Mr Giles Farrant): We have 830 British soldiers in Estonia.\n"
    )
    assert _last(text)["speaker"] == "Giles Farrant"


def test_where_soldiers_are_at_home_is_not_where_they_are_sent() -> None:
    found = _last(
        "About 170 Danish soldiers from the Guard Regiment in Slagelse are stationed at Tapa in Estonia."
    )
    assert (found["host"], found["place"]) == ("EST", "Tapa")
