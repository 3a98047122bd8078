"""The clause model: claims of clauses for which there is no rule of wording."""

from datetime import date

import pytest

from eastflank.intake.article import framing
from eastflank.intake.article.cue_weights import ALONE, WEIGHTS, weight
from eastflank.intake.article.cues_beside import words_as_cues
from eastflank.intake.article.predicates import CLASSES, classes_of
from eastflank.intake.article.proposals import Proposal, Surety
from eastflank.intake.article.reader import read
from eastflank.intake.article.sentence_parts import parts
from eastflank.intake.article.sentences import sentences_of
from tests.articles.fitting import Example, fit, fitted, written
from tests.unit.article_tables import small_tables

SAID = date(2022, 3, 1)
SENT = "Denmark has sent 200 soldiers to Estonia. "
"""A deployment to which later sentences refer."""
NO_RULE = (
    ("Another 150 will swap places with them in May.", {"troops_low": "150", "counts": "increment"}),
    ("Another 80 will trade places with them in June.", {"troops_low": "80", "status": "pledged"}),
)
IRRELEVANT = (
    "The choir sang for 200 pupils in May.",
    "A baker from Tapa sells 400 loaves a day to the soldiers.",
    "Two of the soldiers were hurt in an accident in May.",
    "The programme came to 41 million euros.",
)


def _later(text: str) -> list[Proposal]:
    return [one for one in read(SENT + text, small_tables(), SAID).proposals if one.quote.start >= len(SENT)]


@pytest.mark.parametrize(("text", "fields"), NO_RULE)
def test_a_frame_that_weighs_enough_is_filled_from_its_clause(
    text: str, fields: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(framing, "LEAST", -3.0)
    (found,) = _later(text)
    values = {name: field.value for name, field in found.fields.items()}
    assert {name: values.get(name) for name in fields} == fields
    assert found.surety is not Surety.PLAIN, "what is read by weight alone is never called plain"
    assert all(field.spans or field.origin for field in found.fields.values())


@pytest.mark.parametrize("text", IRRELEVANT)
def test_what_weighs_too_little_is_no_claim(text: str) -> None:
    assert _later(text) == []


@pytest.mark.parametrize("text", [text for text, _ in NO_RULE])
def test_without_the_clause_model_such_a_sentence_is_not_read(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(framing, "LEAST", 99.0)
    assert _later(text) == []


def test_a_clause_with_a_claim_already_gets_no_second_one(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Canada will send 450 soldiers to Latvia."
    ruled = [one.fields for one in _later(text)]
    monkeypatch.setattr(framing, "LEAST", -99.0)
    assert [one.fields for one in _later(text)] == ruled


def test_the_weight_of_cues_is_their_sum_and_unknown_cues_weigh_nothing() -> None:
    one, other = list(WEIGHTS)[:2]
    assert weight([]) == ALONE
    assert weight([one, other, "no such cue"]) == pytest.approx(ALONE + WEIGHTS[one] + WEIGHTS[other])


def test_a_verb_may_be_of_several_classes_and_an_unknown_one_is_of_none() -> None:
    assert {"leads", "relieves"} <= set(classes_of("take"))
    assert classes_of("bake") == ("unknown",)
    assert all(name in classes_of(lemma) for name, lemmas in CLASSES.items() for lemma in lemmas)


def test_fitting_gives_weight_to_what_tells_claims_apart_and_none_to_what_does_not() -> None:
    rows = [frozenset(("force", "day")), frozenset(("choir", "day"))] * 40
    weights, alone = fit(rows, [True, False] * 40)
    assert weights["force"] > 0 > weights["choir"]
    assert abs(weights.get("day", 0.0)) < 0.1
    lines = list(written(weights, alone))
    assert lines[0] == f"ALONE = {alone}"
    assert any('"force": ' in line for line in lines)


def test_of_the_clauses_of_a_quote_the_one_that_weighs_most_becomes_the_example() -> None:
    def clause(cue: str, *quote: int) -> Example:
        return Example(
            frozenset((cue,)), told=False, quotes=frozenset([("one", number, 9) for number in quote])
        )

    alone = [clause("sends", number) for number in range(20)] + [clause("thanks") for _ in range(20)]
    both = [clause(cue, number) for number in range(20, 40) for cue in ("sends", "greets")]
    weights, _ = fitted(alone + both)
    assert weights["sends"] > 0 > weights["greets"]


def test_the_words_beside_a_verb_are_cues_and_names_and_numbers_only_by_their_sort() -> None:
    text = "Last year there were 300 Danes in Tapa."
    first = next(sentences_of(text))
    one = parts(text, first, first.start, small_tables().nations, small_tables().places)
    found = set(words_as_cues(one, one.clauses[0]))
    assert {"before there", "beyond a figure", "beyond a nation", "beyond a place"} <= found
    assert not any("300" in cue or "dane" in cue or "tapa" in cue for cue in found)
