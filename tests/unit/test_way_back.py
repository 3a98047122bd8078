"""Positions of an article's text in its file: the same characters on both sides, in each kind of file."""

import html
import io
import zipfile
from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.intake.documents.opening import opened
from eastflank.intake.documents.way_back import (
    HEADER,
    FileWhereabouts,
    TextRun,
    UnreadableWay,
    parsed,
    whereabouts,
    written,
)
from eastflank.intake.documents.web_page import stripped

ODD = ["🙂", "é", "e\u0301", "\u00a0", "שלום", "\u202e", "a\r\nb", "\r", "\t", "Ⅷ", "\u2028", "x", " "]
"""Emoji, a mark that combines, a space that does not break, Hebrew, ends of lines of all sorts."""
PIECES = [*ODD, "<p>", "</p>", "<b>", "</b>", "<br>", "&amp;", "&#233;", "&eacute", "&NotEqualTilde;", "&#x1F642;",
          "<!-- no -->", "<script>no</script>", "&", "<td>", "&nbsp;"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_each_character_of_a_page_stands_at_its_place_in_the_source(pieces: list[str]) -> None:
    markup = "".join(pieces)
    page = stripped(markup)
    covered = 0
    for run in page.runs:
        covered += run.length
        kept = page.text[run.start : run.start + run.length]
        source = markup[run.at : run.at + run.width]
        if not run.width:
            assert kept == "\n", "only ends of paragraphs are made"
        elif run.width == run.length:
            assert all(
                one == other or (one == " " and other.isspace())
                for one, other in zip(kept, source, strict=True)
            )
        else:
            assert kept in html.unescape(source), "a reference stands for its character"
    assert covered == len(page.text), "no character is without its place"


@given(st.lists(st.sampled_from(PIECES), max_size=30), st.data())
def test_a_passage_of_a_page_is_found_in_its_source(pieces: list[str], data: st.DataObject) -> None:
    markup = "".join(pieces)
    page = stripped(markup)
    start = data.draw(st.integers(0, len(page.text)))
    stop = data.draw(st.integers(start, len(page.text)))
    passage = page.text[start:stop].strip()
    found = whereabouts(page.runs, start, stop)
    if not passage:
        return
    (place,) = found
    assert 0 <= place.start < place.stop <= len(markup)
    again = stripped(markup[place.start : place.stop]).text
    assert "".join(passage.split()) in "".join(again.split()) or "&" in markup[place.start : place.stop]


@given(
    st.lists(st.tuples(st.integers(1, 9), st.sampled_from(["", "page 1", "paragraph 2"]), st.integers(0, 99)))
)
def test_a_way_back_is_read_as_it_was_written(drawn: list[tuple[int, str, int]]) -> None:
    runs, start = [], 0
    for length, part, at in drawn:
        runs.append(TextRun(start, length, part, at, length))
        start += length
    assert parsed(written(runs)) == tuple(runs)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"start,length\n", b"start,length,part,at,width\n1,x,,0,1\n", b"start,length,part,at,width\n1\n",
     b"start,length,part,at,width\n5,2,,0,2\n6,1,,0,1\n", b"start,length,part,at,width\n0,0,,0,0\n"],
)  # fmt: skip
def test_what_is_no_way_back_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableWay):
        parsed(content)


def test_a_passage_names_its_pages() -> None:
    runs = (TextRun(0, 10, "page 1", 0, 10), TextRun(12, 5, "page 2", 0, 5))
    assert whereabouts(runs, 8, 14) == (FileWhereabouts("page 1", 8, 10), FileWhereabouts("page 2", 0, 2))
    assert whereabouts(runs, 10, 12) == (), "the line between the pages is in neither"
    assert HEADER[0] == "start"


@given(
    st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12), max_size=6)
)
def test_each_paragraph_of_a_word_file_keeps_its_number(paragraphs: list[str]) -> None:
    body = "".join(f"<w:p><w:r><w:t>{html.escape(one)}</w:t></w:r></w:p>" for one in paragraphs)
    if not "".join(paragraphs).strip():
        return
    document = opened(".docx", _word(body))
    for run in document.runs:
        number = int(run.part.removeprefix("paragraph "))
        kept = document.text[run.start : run.start + run.length]
        assert paragraphs[number - 1][run.at : run.at + run.width] == kept


def _word(body: str) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr(
            "word/document.xml",
            "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
            f"<w:body>{body}</w:body></w:document>",
        )
    return packed.getvalue()


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=80))
def test_the_body_of_a_message_keeps_its_part(words: str) -> None:
    if not words.strip():
        return
    message = EmailMessage()
    message["Subject"] = "News"
    message.set_content(words)
    message.add_alternative("<p>other</p>", subtype="html")
    document = opened(".eml", message.as_bytes())
    (run,) = document.runs
    assert (run.part, run.length, run.width) == ("part 1", len(document.text), len(document.text))
