"""What one sentence says twice about one force, and people who are no force."""

from datetime import date

import pytest

from eastflank.intake.article.proposals import Proposal, ProposalKind
from eastflank.intake.article.reader import read
from tests.unit.article_tables import small_tables

SAID = date(2022, 3, 1)


def _found(text: str) -> list[Proposal]:
    return [one for one in read(text, small_tables(), SAID).proposals if one.kind is ProposalKind.DEPLOYMENT]


def test_one_force_that_a_sentence_mentions_twice_is_one_claim_with_the_words_of_both() -> None:
    text = "Germany leads the battlegroup in Lithuania, where 800 soldiers are stationed."
    (one,) = _found(text)
    assert text[one.quote.start : one.quote.stop].startswith("Germany leads")
    assert "stationed" in text[one.quote.start : one.quote.stop]


@pytest.mark.parametrize(
    "text",
    [
        "Germany has 800 soldiers in Lithuania and 200 soldiers in Latvia.",
        "Germany will send 800 soldiers to Lithuania and will send a company to Lithuania later.",
        "Germany has 800 soldiers in Lithuania. They are stationed there.",
    ],
)
def test_two_hosts_two_pledges_and_two_sentences_stay_two_claims(text: str) -> None:
    assert len(_found(text)) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nearly 10,000 people arrived in Latvia on Tuesday.", 0),
        ("Nearly 100 people of the German battalion arrived in Latvia on Tuesday.", 1),
        ("Latvia has 20,000 reservists.", 0),
    ],
)
def test_fugitives_and_reservists_are_no_force(text: str, found: int) -> None:
    told = "Germany leads the multinational battlegroup in Lithuania. "
    assert len(_found(told + text)) == 1 + found
