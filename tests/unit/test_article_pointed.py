"""Words that the second opinion points at become proposals, also where no rule reads them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from eastflank.intake.article.opinion import ClaimOpinion, LikelyClaim
from eastflank.intake.article.proposals import (
    ArticleReading,
    ArticleSpan,
    CandidateName,
    Proposal,
    ProposalKind,
    Reason,
)
from eastflank.intake.article.reader import read
from tests.unit.article_tables import small_tables

REST = "The bakery sold out. The queue went home. The market closed. The rain came. The town slept."
DAY = date(2016, 6, 14)


class PointsAt:
    """A second opinion that finds these words to be claims, and says nothing of their fields."""

    def __init__(self, text: str, words: Sequence[str], chance: float = 0.99) -> None:
        starts = [text.index(one) for one in words]
        self._claims = tuple(
            LikelyClaim(ArticleSpan(start, start + len(one)), len(one.split()), chance, chance)
            for start, one in zip(starts, words, strict=True)
        )

    def weigh(self, told: object) -> None:
        """It knows at once."""

    def claims(self) -> Sequence[LikelyClaim]:
        return self._claims

    def highest(self, start: int, stop: int) -> float:
        return max(
            (one.clearest for one in self._claims if one.span.start < stop and start < one.span.stop),
            default=0.0,
        )

    def of_the_article(self) -> float:
        return 0.99

    def of_the_claim(self, _: Proposal, __: Sequence[CandidateName]) -> ClaimOpinion | None:
        return None


def _read(sentence: str, *words: str) -> list[tuple[str, dict[str, str]]]:
    """The quote and the fields of each deployment that is proposed, if these words are pointed at."""
    text = f"{sentence} {REST}"
    tables = replace(small_tables(), adviser=lambda asked: PointsAt(asked, words))
    return [
        (text[slice(*one.quote)], {name: field.value for name, field in one.fields.items()})
        for one in read(text, tables, DAY).proposals
        if one.kind is ProposalKind.DEPLOYMENT
    ]


def test_words_without_a_verb_give_their_figure_their_nation_and_their_place() -> None:
    words = "a Canadian company of 150 soldiers in Latvia"
    ((quote, fields),) = _read(f"Among the news of the week: {words}, and little else.", words)
    assert words in quote
    assert fields["lead"] == "CAN"
    assert fields["host"] == "LVA"
    assert (fields["troops_low"], fields["troops_high"]) == ("150", "150")


def test_a_figure_outside_these_words_is_not_theirs() -> None:
    words = "the Canadians in Latvia"
    found = _read(f"Of the 5,000 guests at the fair, {words} danced longest.", words)
    assert all("troops_high" not in fields for _, fields in found)


def test_two_claims_in_one_sentence_are_two_proposals_with_their_own_nations() -> None:
    one, other = "200 Danish soldiers for Estonia", "300 German soldiers for Lithuania"
    found = _read(f"The list of the week: {one}; {other}.", one, other)
    assert [(fields.get("lead"), fields.get("troops_high")) for _, fields in found] == [
        ("DNK", "200"),
        ("DEU", "300"),
    ]


def test_what_a_rule_reads_is_not_read_a_second_time() -> None:
    sentence = "Canada will send 450 soldiers to Latvia."
    ((quote, fields),) = _read(sentence, sentence.rstrip("."))
    assert quote == sentence
    assert fields["status"] == "pledged"


def test_an_exercise_is_none_even_if_it_is_pointed_at() -> None:
    words = "exercise with 200 Danish soldiers"
    assert _read(f"Of the year in Estonia people will remember an {words} there.", words) == []


def test_where_the_second_opinion_points_at_nothing_nothing_is_proposed() -> None:
    assert _read("Canada will send 450 soldiers to Latvia.") == []


def _reading(sentence: str, *words: str) -> ArticleReading:
    tables = replace(small_tables(), adviser=lambda asked: PointsAt(asked, words))
    return read(f"{sentence} {REST}", tables, DAY)


def test_who_says_a_claim_is_no_claim() -> None:
    said = "A senior Danish officer said"
    found = _reading(f"{said} that the harvest was good.", said)
    assert found.proposals == ()
    assert Reason.DOUBTFUL not in {one.reason for one in found.passed_over}


def test_words_about_an_adversary_are_left_to_the_rules() -> None:
    words = "the Russian company in Latvia"
    found = _reading(f"Few spoke of {words}, and little else.", words)
    assert found.proposals == ()


def test_an_end_is_read_where_no_status_is() -> None:
    first, second = (
        "The company of 180 Canadian soldiers is due to arrive in Latvia in June",
        "to stay until the end of August",
    )
    found = dict(_read(f"{first} and {second}.", first, second))
    assert "status" not in found[second]
    assert found[second]["ends"] == "2016-08"


def test_what_is_proposed_is_not_passed_over_too() -> None:
    words = "Denmark will send 200 soldiers to Estonia"
    text = f"{words}, but 12 Danish soldiers were wounded in an accident at home. {REST}"
    tables = replace(small_tables(), adviser=lambda asked: PointsAt(asked, [words]))
    found = read(text, tables, DAY)
    quotes = [one.quote for one in found.proposals]
    assert quotes
    assert all(
        one.quote.stop <= quote.start or quote.stop <= one.quote.start
        for one in found.passed_over
        for quote in quotes
    )
