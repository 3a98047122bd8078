"""What the network of claims is shown of a text, and what it says of plain sentences."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.intake.article.proposals import ArticleSpan, CandidateName, Proposal, ProposalKind, Surety
from eastflank.intake.second_opinion.claim_windows import AFTER, BEFORE, ClaimWindows
from eastflank.intake.second_opinion.network import opinion_on
from eastflank.intake.second_opinion.windows import title_of
from eastflank.intake.second_opinion.wordpieces import UNKNOWN, words_of

PIECES = (UNKNOWN, "[CLS]", "[SEP]", "[unused1]", "[unused2]", "troop", "##s", "land", "##ed", ".")
VOCABULARY = {piece: number for number, piece in enumerate(PIECES)}


def _windows(text: str) -> ClaimWindows:
    words = list(words_of(text, VOCABULARY))
    return ClaimWindows(words, title_of(text, words), VOCABULARY)


def test_a_claim_stands_between_two_marks_with_the_words_around_it() -> None:
    text = "Landed. Troops landed. Troops."
    start = text.index("Troops landed")
    window = _windows(text).around(start, start + len("Troops landed"))
    assert window is not None
    told = " ".join(PIECES[piece] for piece in window.pieces)
    assert told == ("[CLS] [SEP] land ##ed . [unused1] troop ##s land ##ed [unused2] . troop ##s . [SEP]")
    own = [PIECES[piece] for piece, kind in zip(window.pieces, window.kinds, strict=True) if kind]
    assert own == ["troop", "##s", "land", "##ed"]


def test_far_from_the_title_the_title_stands_before_the_words_around_a_claim() -> None:
    text = "Troops. " + "Landed. " * 200
    window = _windows(text).around(len(text) - 8, len(text) - 2)
    assert window is not None
    assert [PIECES[piece] for piece in window.pieces[:5]] == ["[CLS]", "troop", "##s", ".", "[SEP]"]
    assert max(window.places) == 401
    assert min(window.places) > 200


def test_words_that_are_no_words_have_no_window() -> None:
    assert _windows("Troops  landed.").around(6, 8) is None


@given(before=st.integers(0, 300), size=st.integers(1, 500), after=st.integers(0, 100))
def test_a_window_holds_the_claim_and_never_too_much(before: int, size: int, after: int) -> None:
    text = "troops " * (before + size + after)
    window = _windows(text).around(7 * before, 7 * (before + size) - 1)
    assert window is not None
    assert len(window.pieces) <= 400 + 5
    assert 0 < window.opens < window.closes < len(window.pieces)
    pieces = [piece for places in window.places.values() for piece in places]
    assert pieces == sorted(set(pieces))
    assert sum(window.kinds) == window.closes - window.opens - 1
    assert sum(word < before for word in window.places) <= BEFORE
    assert sum(word >= before + size for word in window.places) <= AFTER


def test_the_mean_of_words_counts_each_of_their_pieces_alike() -> None:
    window = _windows("Troops landed.").around(0, 13)
    assert window is not None
    (row,) = window.means([[0, 1]])
    assert np.count_nonzero(row) == 4
    assert row.sum() == pytest.approx(1)
    assert window.of_the_claim().sum(axis=1) == pytest.approx([1, 1])


CLAIM = "Canada has sent 450 soldiers to Latvia"
TEXT = f"Allies in the Baltics\n\n{CLAIM}, the ministry said. The talks went on in Brussels.\n"


def _span(words: str) -> ArticleSpan:
    start = TEXT.index(words)
    return ArticleSpan(start, start + len(words))


def test_the_network_tells_the_nation_that_sends_from_the_one_that_receives() -> None:
    opinion = opinion_on(TEXT)
    assert opinion is not None
    proposal = Proposal(ProposalKind.DEPLOYMENT, _span(CLAIM), {}, Surety.LIKELY)
    names = [CandidateName(_span("Canada"), ("CAN",)), CandidateName(_span("Latvia"), ("LVA",))]
    said = opinion.of_the_claim(proposal, names)
    assert said is not None
    lead, host = said.nations["lead"], said.nations["host"]
    assert lead["CAN"].odds > lead["LVA"].odds
    assert host["LVA"].odds > host["CAN"].odds
    assert lead["CAN"].span == _span("Canada")
    assert max(said.statuses, key=lambda status: said.statuses[status].odds) == "deployed"
    assert sum(np.exp(odds) for odds in said.counts.values()) == pytest.approx(1, abs=1e-4)


def test_a_claim_without_any_name_around_it_is_read_too() -> None:
    opinion = opinion_on("Soldiers came.")
    assert opinion is not None
    said = opinion.of_the_claim(Proposal(ProposalKind.DEPLOYMENT, ArticleSpan(0, 14), {}, Surety.LIKELY), [])
    assert said is not None
    assert said.nations == {"lead": {}, "contributors": {}, "host": {}}
    assert said.places == {}
