"""The same text and its corrected versions: recognised, compared, and never confused with a similar text."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.intake.versions.difference import Piece, TextSpan, changes_between, paragraphs, parted, pieces
from eastflank.intake.versions.moving import moved, nearest
from eastflank.intake.versions.recognising import Held, recognised
from eastflank.model import Dataset
from eastflank.store import tables

SECOND = Path(__file__).parents[1] / "second_theatre"
PARAGRAPHS = st.lists(
    st.sampled_from(["Canada sends 450.", "Canada sends 550.", "It said so. It said so.", "שלום 🙂 e\u0301", "Riga\u00a0waits."]),
    max_size=7,
)  # fmt: skip
GAPS = st.sampled_from(["\n\n", "\r\n\r\n", "\n \n", "\n\n\n"])


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return tables.read(SECOND)


def text_of(dataset: Dataset, source: str = "post-2019-09-19") -> str:
    return dataset.articles[dataset.sources_by_id[source].file or ""]


@given(PARAGRAPHS, PARAGRAPHS, GAPS, GAPS)
def test_a_difference_holds_every_paragraph_of_both_texts(
    first: list[str], second: list[str], gap: str, other: str
) -> None:
    old, new = gap.join(first), other.join(second)
    found = changes_between(old, new)
    assert [one.old for one in found if one.old] == list(paragraphs(old))
    assert [one.new for one in found if one.new] == list(paragraphs(new))
    for one in found:
        assert one.how == ("removed" if not one.new else "added" if not one.old else one.how)
        if one.how == "changed" and one.old and one.new:
            told = {
                how: "".join(p.text for p in one.pieces if p.how in ("same", how))
                for how in ("removed", "added")
            }
            assert told == {"removed": old[slice(*one.old)], "added": new[slice(*one.new)]}


@given(PARAGRAPHS, GAPS)
def test_a_text_does_not_differ_from_itself(lines: list[str], gap: str) -> None:
    text = gap.join(lines)
    assert {one.how for one in changes_between(text, text)} <= {"same"}
    if len(lines) > 1:
        typeset = text.replace("\u00a0", " ")
        assert {one.how for one in changes_between(text, typeset)} <= {"same"}


@given(st.text(max_size=60), st.text(max_size=60))
def test_words_side_by_side_are_the_words_of_both(old: str, new: str) -> None:
    found = pieces(old, new)
    assert "".join(one.text for one in found if one.how != "added") == old
    assert "".join(one.text for one in found if one.how != "removed") == new


@given(PARAGRAPHS, PARAGRAPHS, st.data())
def test_a_passage_is_moved_to_its_very_characters_or_nowhere(
    first: list[str], second: list[str], data: st.DataObject
) -> None:
    old, new = "\n\n".join(first), "\n\n".join(second)
    start = data.draw(st.integers(0, len(old)))
    at = TextSpan(start, data.draw(st.integers(start, len(old))))
    found = moved(old, new, at, changes_between(old, new))
    assert found is None or new[slice(*found)] == old[slice(*at)] != ""
    if old[slice(*at)] not in new:
        assert found is None


@given(PARAGRAPHS.filter(bool), st.data())
def test_what_comes_before_shifts_a_passage_and_does_nothing_else(
    lines: list[str], data: st.DataObject
) -> None:
    old = "\n\n".join(lines)
    before = "🙂 A note of the editors: this text was corrected.\n\n"
    start = data.draw(st.integers(0, len(old) - 1))
    at = TextSpan(start, data.draw(st.integers(start + 1, len(old))))
    found = moved(old, before + old, at, changes_between(old, before + old))
    assert found in (None, TextSpan(at.start + len(before), at.stop + len(before)))
    if old.count(old[slice(*at)]) == 1 and old[slice(*at)] not in before:
        assert found is not None


def test_of_two_same_sentences_none_is_taken_for_the_other() -> None:
    old = "Latvia: about 450 troops came.\n\nEstonia: about 450 troops came, and then nobody."
    new = "Latvia: nobody came at all.\n\nEstonia: about 450 troops came, and then nobody."
    latvia, estonia = (
        TextSpan(old.index(f"{word}: about") + len(word) + 2, 0) for word in ("Latvia", "Estonia")
    )
    size = len("about 450 troops came")
    changes = changes_between(old, new)
    assert moved(old, new, TextSpan(latvia.start, latvia.start + size), changes) is None
    assert moved(old, new, TextSpan(estonia.start, estonia.start + size), changes) == TextSpan(38, 38 + size)


def test_the_nearest_paragraph_is_only_shown() -> None:
    text = "It rained.\n\nCanada will send 550 soldiers to Latvia.\n\nThe end."
    found = nearest("Canada will send 450 soldiers to Latvia.", text)
    assert found and text[slice(*found)] == "Canada will send 550 soldiers to Latvia."
    assert nearest("###", text) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text,
        lambda text: text.replace("\n\n", "\r\n \r\n").replace(" ", "\u00a0"),
        lambda text: text.replace("“", '"').replace("”", '"').replace("’", "'"),
        lambda text: f"\ufeff  {text}\n\n",
        lambda text: text.replace("troops", "tro\u00adops"),
    ],
)
def test_the_same_text_is_known_whatever_its_spaces_and_quotation_marks(
    dataset: Dataset, change: object
) -> None:
    text = text_of(dataset, "dispatch-2019-03-05")
    assert recognised(change(text), dataset) == (Held("dispatch-2019-03-05", same=True, share=1.0),)  # type: ignore[operator]


def test_a_corrected_text_is_known_by_what_stayed(dataset: Dataset) -> None:
    text = text_of(dataset).replace("118 troops", "128 troops").replace("60 trainers", "65 trainers")
    (found,) = recognised(text + "\n\nThis text was corrected on Friday.", dataset)
    assert (found.source, found.same) == ("post-2019-09-19", False)
    assert 0.3 < found.share < 1


@pytest.mark.parametrize(
    "text", ["", "?", "Brazil sends 60 trainers.", "Canada will send 450 soldiers to Latvia. " * 9]
)
def test_another_text_is_not_taken_for_one_that_is_there(dataset: Dataset, text: str) -> None:
    assert recognised(text, dataset) == ()


def test_a_paragraph_is_near_if_it_has_most_words_of_the_passage() -> None:
    """A few usual words in common are no likeness: the page would show a paragraph about something else."""
    passage = "“NATO is an alliance that delivers,” Stoltenberg said, according to AP."
    other = "Jens Stoltenberg, of the alliance, told reporters that NATO ministers agreed to send four battalions."
    said_again = (
        "“NATO is the alliance that delivers,” Stoltenberg said on Tuesday, and went on to speak of Warsaw."
    )
    assert nearest(passage, other) is None
    text = f"{other}\n\n{said_again}"
    found = nearest(passage, text)
    assert found is not None and text[slice(*found)] == said_again


@given(
    st.lists(st.builds(Piece, st.sampled_from(["same", "removed"]), st.text())),
    st.integers(0, 60),
    st.integers(0, 60),
)
def test_the_pieces_before_in_and_after_some_characters_are_the_text_again(
    found: list[Piece], one: int, other: int
) -> None:
    text = "".join(piece.text for piece in found)
    at = TextSpan(min(one, other), max(one, other))
    before, inside, after = ("".join(piece.text for piece in part) for part in parted(found, at))
    assert (before, inside, after) == (text[: at.start], text[slice(*at)], text[at.stop :])
    hows = {(piece.how, letter) for piece in found for letter in piece.text}
    assert {(each.how, letter) for part in parted(found, at) for each in part for letter in each.text} <= hows
