"""The sentences around a quote, character for character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.reading.passages import passage_of
from tests.frozen import RECORD

TEXT = (
    "First things first. The U.S. may send more. Gen. Lee said “yes.” Then he left!\n\n\nA new paragraph begins. "
    "It ends."
)


@pytest.mark.parametrize(
    ("quote", "before", "after"),
    [
        ("may send more", "First things first. The U.S. ", ". Gen. Lee said “yes.”"),
        ("The U.S. may send more.", "First things first. ", " Gen. Lee said “yes.”"),
        ("First", "", " things first. The U.S. may send more."),
        ("Then he left!", "Gen. Lee said “yes.” ", "\n\n\nA new paragraph begins."),
        ("more. Gen. Lee", "First things first. The U.S. may send ", " said “yes.” Then he left!"),
        ("It ends.", "A new paragraph begins. ", ""),
        (TEXT, "", ""),
    ],
)
def test_it_gives_the_sentence_before_and_the_one_after(quote: str, before: str, after: str) -> None:
    assert passage_of(quote, "", TEXT) == (before, quote, after)


def test_of_a_quote_that_occurs_twice_it_gives_the_one_after_the_prefix() -> None:
    found = passage_of(
        "Canada waits.", "troops. ", "Canada waits. Spain sends troops. Canada waits. So it is."
    )
    assert found == ("Spain sends troops. ", "Canada waits.", " So it is.")


@pytest.mark.parametrize("quote", ["nowhere", ""])
def test_what_is_not_there_has_no_passage(quote: str) -> None:
    assert passage_of(quote, "", TEXT) is None


@given(st.text("ab.! \nU.S”", min_size=1), st.data())
def test_a_passage_is_a_piece_of_its_article(article: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(article) - 1))
    quote = article[start : data.draw(st.integers(start + 1, len(article)))]
    found = passage_of(quote, "", article)
    assert found is not None
    assert found.quote == quote
    assert "".join(found) in article


def test_every_quote_of_the_record_stands_between_its_sentences() -> None:
    files = RECORD.sources.set_index("id")["file"]
    quoted = RECORD.claims.dropna(subset="quote")
    for source, quote, prefix in zip(quoted["source"], quoted["quote"], quoted["quote_prefix"], strict=True):
        article = RECORD.articles[files[source]]
        found = passage_of(quote, prefix if isinstance(prefix, str) else "", article)
        assert found is not None
        assert "".join(found) in article
        assert len(found.before) + len(found.after) < 1_500
