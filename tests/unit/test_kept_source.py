"""What was entered for a source comes back as it was; no other text is taken for it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.curation.incoming import Given
from eastflank.curation.kept_source import KeptSource, checksum, number_of_files, read, written

FILES = (
    Given("a.html", b"<p>Ten</p>", "https://example.org/a", "utf-8", stays=True),
    Given("b.txt", b"Ten", stays=True),
)
SOURCE = KeptSource({"title": "“Ten” men", "cited": True}, FILES, 1)
NOTHING = (KeptSource(), {}, ())


def test_a_source_and_the_reasons_come_back() -> None:
    text = written(SOURCE, {"A1": "Read wrongly.", "A2": ""})
    assert number_of_files(text) == 2
    assert read(text, [one.content for one in FILES]) == (SOURCE, {"A1": "Read wrongly."}, ())


def test_where_nothing_was_entered_there_is_no_text() -> None:
    assert written(KeptSource(), {"A1": ""}) == ""
    assert read("", []) == NOTHING


def test_a_file_that_is_gone_or_another_is_told_and_the_rest_comes_back() -> None:
    found, _, lost = read(written(SOURCE, {}), [b"another", FILES[1].content])
    assert (found.entered, found.given, found.which, lost) == (SOURCE.entered, FILES[1:], 0, ("a.html",))


@pytest.mark.parametrize(
    "text",
    [
        "[]", "{}", "null", "1", '{"entered": []}', "\ud800", "[" * 100_000,
        written(SOURCE, {}).replace('"cited": true', '"cited": 1'),
        written(SOURCE, {}).replace('"which": 1', '"which": null'),
        written(SOURCE, {}).replace(checksum(b"Ten"), "") + "}",
    ],
)  # fmt: skip
def test_any_other_text_is_no_source(text: str) -> None:
    assert read(text, [one.content for one in FILES]) == NOTHING


@given(st.text())
def test_no_text_is_an_error(text: str) -> None:
    assert read(text, []) == NOTHING or number_of_files(text) >= 0
