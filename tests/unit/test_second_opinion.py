"""The second opinion: how a text is cut for the network, what the network says, and what the reader makes of it."""

import itertools
from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.intake.article.opinion import Told
from eastflank.intake.article.proposals import Proposal, Reason
from eastflank.intake.article.reader import read
from eastflank.intake.second_opinion.chances import Chances
from eastflank.intake.second_opinion.network import LONGEST, opinion_on
from eastflank.intake.second_opinion.windows import ROOM, title_of, windows_of
from eastflank.intake.second_opinion.wordpieces import UNKNOWN, words_of
from tests.unit.article_tables import small_tables

PIECES = (UNKNOWN, "troop", "##s", "land", "##ed", ".", '"', "cafe")
VOCABULARY = {piece: number for number, piece in enumerate(PIECES)}
LETTERS = st.text(alphabet="ab1 .!?\n\"'—é\u0301😀\r\t\u200b\u05d0", max_size=200)


def _pieces(text: str) -> list[list[str]]:
    return [[PIECES[number] for number in word.pieces] for word in words_of(text, VOCABULARY)]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Troops landed.", [["troop", "##s"], ["land", "##ed"], ["."]]),
        ("“TROOPS”", [['"'], ["troop", "##s"], ['"']]),
        ("Café", [["cafe"]]),
        ("landfall", [[UNKNOWN]]),
        ("troop" * 13, [[UNKNOWN]]),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces_that_are_known(text: str, pieces: list[list[str]]) -> None:
    assert _pieces(text) == pieces


@given(LETTERS)
def test_words_hold_every_letter_and_follow_each_other(text: str) -> None:
    words = list(words_of(text, VOCABULARY))
    assert all(one.stop <= other.start for one, other in itertools.pairwise(words))
    assert all(word.start < word.stop and word.pieces for word in words)
    inside = {at for word in words for at in range(word.start, word.stop)}
    assert all(at in inside for at, letter in enumerate(text) if letter.isalnum() or letter in ".!?\"'—")


@given(sentences=st.lists(st.integers(1, 400), max_size=12), marks=st.sampled_from([". ", "\n", " "]))
def test_each_word_counts_in_one_window_and_a_window_never_holds_too_much(
    sentences: list[int], marks: str
) -> None:
    text = marks.join("troops " * size for size in sentences)
    words = list(words_of(text, VOCABULARY))
    found = list(windows_of(text, words))
    assert [at for one in found for at in range(one.own, one.own_stop)] == list(range(len(words)))
    title = len(title_of(text, words))
    for one in found:
        assert one.first <= one.own < one.own_stop <= one.stop
        assert sum(len(word.pieces) for word in words[one.first : one.stop]) + title + 3 <= ROOM


def test_a_word_counts_where_words_stand_on_both_sides_of_it() -> None:
    text = "troops landed. " * 300
    words = list(words_of(text, VOCABULARY))
    found = list(windows_of(text, words))
    assert all(one.own - one.first > 15 for one in found[1:])
    assert all(one.stop - one.own_stop > 15 for one in found[:-1])


def _chances(
    values: Sequence[float],
    begins: Collection[int] = (),
    lines: Collection[int] = (),
    starts: Sequence[int] | None = None,
    stops: Sequence[int] | None = None,
) -> Chances:
    """Words of one letter, unless their places are given; `begins` and `lines` are indices of words."""
    places = np.arange(len(values))
    told = np.array(values, dtype=float)
    first, opens = np.isin(places, [*begins]), np.isin(places, [*lines])
    return Chances(
        places if starts is None else np.array(starts),
        places + 1 if stops is None else np.array(stops),
        told,
        np.where(first, told, 0.0),
        opens,
    )


def test_the_highest_chance_is_that_of_the_words_between_two_characters() -> None:
    chances = _chances([0.2, 0.9, 0.4], starts=[0, 5, 9], stops=[4, 8, 12])
    assert chances.highest(0, 5) == 0.2
    assert chances.highest(3, 6) == 0.9
    assert chances.highest(8, 20) == 0.4
    assert chances.highest(4, 5) == 0.0


def test_an_article_is_judged_by_its_clearest_words() -> None:
    def of(values: list[float]) -> float:
        return _chances(values).of_the_article()

    assert of([]) == 0.0
    assert of([0.8, 0.4]) == pytest.approx(0.6)
    assert of([1.0] * 20 + [0.0] * 100) == 1.0


def _claims(chances: Chances) -> list[tuple[int, int]]:
    return [(one.span.start, one.span.stop) for one in chances.claims()]


def test_likely_words_are_a_claim_up_to_the_next_one_or_the_end_of_the_line() -> None:
    likely = [0.9] * 8
    assert _claims(_chances([0.1, *likely, 0.1])) == [(1, 9)]
    assert _claims(_chances([0.1, *likely, 0.1], begins=[1, 5])) == [(1, 5), (5, 9)]
    assert _claims(_chances([0.1, *likely, 0.1], lines=[4])) == [(1, 4), (4, 9)]
    assert _claims(_chances([])) == []


def test_a_few_likely_words_are_no_claim() -> None:
    assert _claims(_chances([0.1, 0.9, 0.9, 0.1, 0.9, 0.9, 0.9])) == [(4, 7)]


def test_a_claim_is_as_likely_as_its_words() -> None:
    (one,) = _chances([0.1, 0.6, 0.9, 0.9, 0.9, 0.9, 0.9, 0.1]).claims()
    assert one.words == 6
    assert one.mean == pytest.approx((0.6 + 5 * 0.9) / 6)
    assert one.clearest == pytest.approx(0.9)


@given(
    values=st.lists(st.floats(0, 1), max_size=30),
    begins=st.sets(st.integers(0, 29)),
    lines=st.sets(st.integers(0, 29)),
)
def test_claims_are_in_the_order_of_the_text_and_share_no_word(
    values: list[float], begins: set[int], lines: set[int]
) -> None:
    found = _claims(_chances(values, begins, lines))
    assert found == sorted(found)
    assert all(one[1] <= other[0] for one, other in itertools.pairwise(found))
    assert all(not any(start < line < stop for line in lines) for start, stop in found)


FORCE = "Some 450 Canadian soldiers have been stationed in Latvia since 2017 as part of a NATO battlegroup."
BAKERY = "The bakery in the old town sold out of cinnamon buns before noon, and the queue went home."


def test_words_about_a_deployment_are_more_likely_than_others() -> None:
    text = f"Notes from the north\n\n{BAKERY}\n\n{FORCE}\n\n{BAKERY}\n"
    opinion = opinion_on(text)
    assert opinion is not None
    start = text.index(FORCE)
    assert opinion.highest(start, start + len(FORCE)) > 0.8
    assert opinion.highest(text.index(BAKERY), text.index(BAKERY) + len(BAKERY)) < 0.2


@pytest.mark.parametrize("text", ["", " \n", "\x00\x01", "😀" * 50, "שלום עולם", "a" * 5_000, "1 " * 2_000])
def test_any_text_is_read(text: str) -> None:
    opinion = opinion_on(text)
    assert opinion is not None
    assert np.all((opinion.chances.values >= 0) & (opinion.chances.values <= 1))


def test_it_tells_how_far_it_is_and_weighs_a_text_once() -> None:
    opinion = opinion_on("Troops landed in the north today. " * 100)
    assert opinion is not None
    told: list[tuple[int, int]] = []
    opinion.weigh(lambda done, every: told.append((done, every)))
    opinion.weigh(lambda done, every: told.append((done, every)))
    assert told == [(number, len(told)) for number in range(len(told))]
    assert len(told) > 1


def test_reading_tells_how_far_it_is_and_never_goes_back() -> None:
    told: list[float] = []
    tables = replace(small_tables(), adviser=opinion_on)
    read(f"{' '.join(PLAIN)} {OTHERS}", tables, told=lambda done, every: told.append(done / every))
    assert told == sorted(told)
    assert told[0] == 0
    assert told[-1] < 1


def test_there_is_no_opinion_on_a_very_long_text() -> None:
    assert opinion_on("a" * (LONGEST + 1)) is None


PLAIN = (
    "Canada will keep its 450 soldiers in Latvia until 2023.",
    "Denmark has agreed to send 200 soldiers to Estonia.",
    "About 800 German soldiers are stationed in Lithuania.",
)
UNSURE = "The Danes packed up in Latvia."
OTHERS = " ".join([BAKERY] * 6)


class OnWords:
    """An opinion on words that has none on the fields of a claim."""

    def __init__(self, chances: Chances) -> None:
        self.highest, self.of_the_article = chances.highest, chances.of_the_article
        self.claims = lambda: tuple(chances.claims())

    def weigh(self, told: Told) -> None:
        told(0, 1)

    def of_the_claim(self, _: Proposal, __: object) -> None:
        return None


def _read(claims: tuple[str, ...], chance: float) -> tuple[list[str], list[Reason]]:
    """The quotes that are proposed of an article whose claims have that chance, and why others are passed over.

    Every character counts as a word here; those of other sentences have hardly a chance.
    """
    text = " ".join([*claims, OTHERS])

    def adviser(asked: str) -> OnWords:
        values = [0.01] * len(asked)
        for one in claims:
            start = asked.index(one)
            values[start : start + len(one)] = [chance] * len(one)
        return OnWords(_chances(values, [asked.index(one) for one in claims]))

    found = read(text, replace(small_tables(), adviser=adviser))
    quotes = [text[one.quote.start : one.quote.stop] for one in found.proposals]
    return quotes, [one.reason for one in found.passed_over]


def test_a_claim_that_says_little_needs_a_second_opinion_that_is_for_it() -> None:
    assert _read((UNSURE,), 0.99)[0] == [UNSURE]
    assert _read((UNSURE,), 0.5)[0] == []


def test_what_states_more_needs_less_of_the_second_opinion() -> None:
    assert _read((*PLAIN, UNSURE), 0.95)[0] == list(PLAIN)


def test_what_the_second_opinion_is_against_is_passed_over_with_its_reason() -> None:
    assert _read(PLAIN, 0.01) == ([], [Reason.DOUBTFUL] * 3)


def test_a_few_claims_in_a_whole_article_must_be_clear() -> None:
    assert _read(PLAIN, 0.96)[0] == list(PLAIN)
    assert _read(PLAIN[:1], 0.96)[0] == []
    assert _read(PLAIN[:1], 0.99)[0] == [PLAIN[0]]


def test_two_proposals_about_the_words_of_one_claim_are_one_that_has_all_of_its_words() -> None:
    two = "Canada has 450 soldiers in Latvia, and will keep the 450 soldiers in Latvia until 2023."
    assert _read((two, *PLAIN), 0.99)[0] == [two, *PLAIN]


def test_words_that_no_rule_reads_are_proposed_if_they_are_likely_a_claim() -> None:
    unread = "In all, 450 of them, from Canada, in the woods of Latvia."
    assert unread in _read((unread, *PLAIN), 0.99)[0]


def test_words_that_name_no_nation_place_or_number_are_no_claim_whatever_the_second_opinion() -> None:
    assert _read(("The soldiers will stay.",), 0.99) == ([], [Reason.DOUBTFUL])


def test_an_excerpt_is_read_by_the_rules_alone() -> None:
    def never(_: str) -> OnWords:
        raise AssertionError

    tables = replace(small_tables(), adviser=never)
    found, alone = (read(f"{PLAIN[0]} {BAKERY}", one) for one in (tables, small_tables()))
    assert found.proposals == alone.proposals
    assert (found.by_rules_alone, alone.by_rules_alone) == (True, False)  # no opinion was asked for


def test_without_an_opinion_the_rules_decide_alone() -> None:
    silent = replace(small_tables(), adviser=lambda _: None)
    found, alone = (read(f"{PLAIN[0]} {OTHERS}", one) for one in (silent, small_tables()))
    assert found.proposals == alone.proposals
    assert found.by_rules_alone
