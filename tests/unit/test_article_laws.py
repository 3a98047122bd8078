"""Laws of the reader that hold for any text."""

import itertools
from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.dates import bounds
from eastflank.intake.article.answer import answer_of
from eastflank.intake.article.folding import folded
from eastflank.intake.article.language import reads_like_english
from eastflank.intake.article.proposals import ArticleReading
from eastflank.intake.article.reader import read
from eastflank.intake.article.sentences import sentences_of
from tests.representatives import examples
from tests.unit.article_tables import small_tables

SAID = date(2022, 3, 1)
CLAIMS = (
    "Canada will send 450 soldiers to Latvia.",
    "Denmark is considering sending up to 200 soldiers to Estonia.",
    "About 800 German soldiers are stationed in Lithuania.",
    "France has withdrawn its 400 soldiers from Niger.",
    "Italy has agreed to lead the battlegroup in Bulgaria.",
    "Some 3,500 American troops will be spread out over sites in Poland.",
    "British soldiers could be quartered in Estonia.",
    "Italy has no plans to send soldiers to Niger.",
    "Germany took its last 300 soldiers home from Mali.",
)
IRRELEVANT = (
    "The weather was fine.",
    "Bread became dearer in spring.",
    "A choir sang in the old church.",
    "Nobody knows who painted the picture.",
    "Tickets cost 40 euros in the first week.",
    "The new bridge will be opened by the mayor.",
    "About 1,200 pupils attend the school.",
)
MARKS = st.sampled_from(["", "\ufeff", "🙂 ", "e\u0301 ", "\u200f", "שלום ", "\r\n\r\n", "\x07", "\u00a0"])
NUMBERS = st.integers(2, 9_999).map(lambda value: f"{value:,}")


def _read(text: str) -> ArticleReading:
    return read(text, small_tables(), SAID)


@given(st.text(max_size=400))
def test_any_text_is_read_and_every_span_lies_in_it(text: str) -> None:
    for proposal in _read(text).proposals:
        for span in [proposal.quote, *(span for field in proposal.fields.values() for span in field.spans)]:
            assert 0 <= span.start < span.stop <= len(text)


@given(st.text(max_size=400))
def test_folding_keeps_the_place_of_every_character(text: str) -> None:
    assert len(folded(text)) == len(text)


@given(st.text(alphabet="ab .!?\n\"'—", max_size=300))
def test_sentences_follow_each_other_and_lose_no_letter(text: str) -> None:
    found = list(sentences_of(text))
    assert all(one.stop <= other.start for one, other in itertools.pairwise(found))
    inside = {at for one in found for at in range(one.start, one.stop)}
    assert all(at in inside for at, letter in enumerate(text) if not letter.isspace())


@given(marks=st.lists(MARKS, max_size=4), claim=st.sampled_from(CLAIMS))
def test_offsets_point_at_the_same_characters_whatever_stands_before(marks: list[str], claim: str) -> None:
    before = "".join(marks) + "\r\n\r\n"
    plain, shifted = answer_of(_read(claim)), answer_of(_read(before + claim))
    assert len(plain) == len(shifted) == 1
    for name, field in plain[0]["fields"].items():
        words = [claim[start:stop] for start, stop in field["spans"]]
        moved = [(before + claim)[start:stop] for start, stop in shifted[0]["fields"][name]["spans"]]
        assert words == moved


@given(claim=st.sampled_from(CLAIMS), first=st.sampled_from(IRRELEVANT), last=st.sampled_from(IRRELEVANT))
def test_an_irrelevant_sentence_changes_no_proposal(claim: str, first: str, last: str) -> None:
    def told(text: str) -> list[dict[str, str]]:
        return [{name: one.value for name, one in found.fields.items()} for found in _read(text).proposals]

    assert told(f"{first} {claim} {last}") == told(f"{first}\n\n{claim}\n\n{last}") == told(claim)


@given(
    verb=st.sampled_from(["pitch their tents", "do duty", "shiver through a second winter", "man the gates"]),
    helps=st.sampled_from([("will ", "pledged"), ("may ", "considered"), ("", "deployed")]),
)
def test_soldiers_in_a_place_are_told_of_whatever_their_verb(verb: str, helps: tuple[str, str]) -> None:
    (found,) = _read(f"Some 450 Canadian soldiers {helps[0]}{verb} in Latvia.").proposals
    values = {name: field.value for name, field in found.fields.items()}
    assert (values["lead"], values["host"], values["troops_low"]) == ("CAN", "LVA", "450")
    assert values.get("status", helps[1]) == helps[1]


@pytest.mark.parametrize("past", ["pitched their tents", "danced a waltz", "packed their rucksacks"])
def test_a_verb_that_no_rule_knows_gives_no_status_in_the_past(past: str) -> None:
    (found,) = _read(f"Some 450 Canadian soldiers {past} in Latvia.").proposals
    assert "status" not in found.fields


@given(
    claim=st.sampled_from(CLAIMS[:3]),
    goes_on=st.sampled_from(
        ["They will stay until June.", "The contingent will leave in May.", "The soldiers arrived in March."]
    ),
)
def test_what_goes_on_about_a_force_takes_its_nation_and_host_from_the_claim_before(
    claim: str, goes_on: str
) -> None:
    first, second = _read(f"{claim} {goes_on}").proposals
    for name in ("lead", "host"):
        assert second.fields[name] == first.fields[name]
        assert second.fields[name].spans[0].stop <= second.quote.start
        assert any(reading.startswith(f"{name} (told before)") for reading in second.readings)


@given(
    claim=st.sampled_from(CLAIMS), goes_on=st.sampled_from(["They like it.", "It rained.", "The choir left."])
)
def test_a_sentence_that_tells_nothing_of_a_force_resumes_none(claim: str, goes_on: str) -> None:
    assert len(_read(f"{claim} {goes_on}").proposals) == 1


@given(one=NUMBERS, other=NUMBERS)
def test_another_figure_changes_only_fields_that_hold_it(one: str, other: str) -> None:
    _only_these_differ(
        lambda figure: f"Canada will send {figure} soldiers to Latvia in June.",
        one,
        other,
        {"troops_low", "troops_high"},
    )


@given(
    one=st.sampled_from(["Latvia", "Poland", "Mali", "Iraq"]),
    other=st.sampled_from(["Romania", "Kosovo", "Niger"]),
)
def test_another_host_changes_only_the_host(one: str, other: str) -> None:
    _only_these_differ(lambda host: f"Canada will send 450 soldiers to {host} in June.", one, other, {"host"})


@given(
    one=st.sampled_from(["will send", "has agreed to send", "may send"]),
    other=st.sampled_from(["plans to send", "has offered to send", "has decided to send"]),
)
def test_another_verb_changes_only_the_status(one: str, other: str) -> None:
    _only_these_differ(lambda verb: f"Canada {verb} 450 soldiers to Latvia.", one, other, {"status"})


@given(
    one=st.sampled_from(["Canada", "Denmark", "Italy"]),
    other=st.sampled_from(["Spain", "the United Kingdom", "Germany"]),
)
def test_another_nation_changes_only_who_sends(one: str, other: str) -> None:
    _only_these_differ(lambda lead: f"In June {lead} will send 450 soldiers to Latvia.", one, other, {"lead"})


@given(claim=st.sampled_from(CLAIMS), one=NUMBERS, other=NUMBERS, host=st.sampled_from(["Iraq", "Kosovo"]))
def test_what_changes_in_one_sentence_changes_nothing_in_another(
    claim: str, one: str, other: str, host: str
) -> None:
    def others(figure: str) -> list[dict[str, str]]:
        text = f"{claim}\n\nSpain will send {figure} soldiers to {host}."
        found = _read(text).proposals
        return [
            {name: field.value for name, field in one.fields.items()}
            for one in found
            if one.quote.stop <= len(claim)
        ]

    assert others(one) == others(other)


def _only_these_differ(text: Callable[[str], str], one: str, other: str, names: set[str]) -> None:
    (before,), (after,) = _read(text(one)).proposals, _read(text(other)).proposals
    values = [{name: field.value for name, field in found.fields.items()} for found in (before, after)]
    assert set(values[0]) == set(values[1])
    assert {name for name in values[0] if values[0][name] != values[1][name]} <= names


@given(st.sampled_from(CLAIMS))
def test_every_field_has_its_characters_or_says_what_it_comes_from(claim: str) -> None:
    for proposal in _read(claim).proposals:
        assert all(field.spans or field.origin for field in proposal.fields.values())


@examples(20)
@given(said=st.dates(date(1950, 1, 1), date(2090, 12, 31)), claim=st.sampled_from(CLAIMS))
def test_every_day_proposed_is_edtf(said: date, claim: str) -> None:
    for proposal in read(claim.replace(".", " by next June."), small_tables(), said).proposals:
        for name in ("starts", "ends", "said_on"):
            if name in proposal.fields:
                bounds(proposal.fields[name].value)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 50_000,
        "Canada will send " + "450 " * 10_000 + "soldiers to Latvia.",
        ("Canada will send 450 soldiers to Latvia and " * 500).strip(),
        "\x00\x01\x02" * 5_000,
        "Канада отправит солдат в Латвию. " * 300,
        "'" * 3_000 + '"' * 3_000,
        "- " * 5_000,
        "(" * 5_000,
    ],
    ids=["one word", "numbers", "one line", "controls", "Russian", "quotes", "hyphens", "brackets"],
)
def test_a_strange_text_is_read_to_its_end(text: str) -> None:
    _read(text)


def test_only_english_reads_like_english() -> None:
    assert reads_like_english(
        "The minister said that the troops will be sent to the east of the country. " * 4
    )
    assert not reads_like_english(
        "Die Ministerin sagte, dass die Truppen in den Osten des Landes verlegt werden. " * 6
    )
    assert not reads_like_english("Канада отправит солдат в Латвию на следующей неделе. " * 9)
