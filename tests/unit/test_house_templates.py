"""A team's own template: filled with its own master or styles, checked like any file from outside."""

import contextlib
import functools
import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Emu, Inches, Pt

from eastflank.render import memo_document, template
from eastflank.render.slides import deck
from eastflank.render.slides.master import of_template
from eastflank.render.template import Unusable
from eastflank.render.zip_file import zipped
from tests.briefings import of_the_record

pytestmark = pytest.mark.usefixtures("coarse_pictures")

LATVIA = "host=LVA&marking=RESTRICTED"
Files = dict[str, bytes]


def unzipped(content: bytes) -> list[tuple[str, bytes]]:
    """The files of a ZIP by their names, in its order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [(entry.filename, archive.read(entry)) for entry in archive.infolist()]


@functools.cache
def house(*, slides: int = 1) -> bytes:
    """A presentation as a team has it: 4:3, a layout of its own measures, with an example slide."""
    made = Presentation()
    made.slide_master.name = "House"
    layout = made.slide_layouts[1]
    for place in layout.placeholders:
        if place.placeholder_format.idx == 0:
            place.left, place.top, place.width, place.height = Inches(1), Inches(0.1), Inches(8), Inches(0.9)
        if place.placeholder_format.idx == 1:
            place.left, place.top, place.width, place.height = Inches(1), Inches(1.2), Inches(8), Inches(5.2)
    for _ in range(slides):
        made.slides.add_slide(layout).shapes.title.text = "An example of last year"
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


@functools.cache
def letter() -> bytes:
    """A document as a team has it, with words and a footer in it."""
    made: Any = docx.Document()
    made.styles["Title"].font.size = Pt(31)
    made.styles["Title"].font.color.rgb = None
    made.add_paragraph("Words of last year")
    made.sections[0].footer.paragraphs[0].text = "House, floor 3"
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def changed(content: bytes, **files: bytes | None) -> bytes:
    """The same ZIP with parts added, replaced or (None) taken away; `/` is written as `__`."""
    parts: dict[str, bytes | None] = {
        **dict(unzipped(content)),
        **{name.replace("__", "/"): data for name, data in files.items()},
    }
    return zipped((name, data) for name, data in parts.items() if data is not None)


def test_slides_have_the_masters_measures_typeface_and_colours() -> None:
    made = Presentation(io.BytesIO(deck.fill(of_the_record(LATVIA), house())))
    given_size = Presentation(io.BytesIO(house()))
    assert (made.slide_width, made.slide_height) == (given_size.slide_width, given_size.slide_height)
    assert len(made.slides) >= 3
    assert not any("last year" in slide.shapes.title.text_frame.text for slide in made.slides)
    for slide in made.slides:
        assert slide.slide_layout.name == given_size.slide_layouts[1].name
        for run in slide.shapes.title.text_frame.paragraphs[0].runs:
            assert run.font.name is None and run.font.color.type is None
    (sources,) = [one for one in made.slides[-1].placeholders if one.placeholder_format.idx == 1]
    assert sources.text_frame.text.startswith(("[", "“"))
    names = {
        latin.get("typeface")
        for latin in made.slides[0]._element.iter(
            "{http://schemas.openxmlformats.org/drawingml/2006/main}latin"
        )
    }
    assert names == {"+mn-lt"}


def test_what_is_written_stays_in_the_masters_place_for_content() -> None:
    made = Presentation(io.BytesIO(deck.fill(of_the_record(LATVIA), house())))
    left, right, bottom = Inches(1), Inches(9), Inches(6.4)
    for slide in made.slides:
        for shape in slide.shapes:
            if shape.name.startswith("marking"):
                continue
            assert shape.left >= left - 6350 and shape.left + shape.width <= right + 3 * 6350, shape.name
            assert shape.top + shape.height <= bottom + 6350, shape.name
        assert slide.shapes.title.top >= 38 * 6350


@pytest.mark.soak  # test_products.py states it of the shipped template
def test_the_same_template_gives_the_same_bytes() -> None:
    made = of_the_record("nation=CAN&asof=2016-06-14")
    assert deck.fill(made, house()) == deck.fill(made, house())
    assert memo_document.fill(made, letter()) == memo_document.fill(made, letter())


def test_examples_are_not_left_in_the_file() -> None:
    content = deck.fill(of_the_record("nation=CAN&asof=2016-06-14"), house(slides=3))
    assert not any(b"last year" in data for _, data in unzipped(content))


def test_a_master_without_a_place_for_content_is_named_with_what_it_lacks() -> None:
    made = Presentation()
    for layout in made.slide_layouts:
        for place in layout.placeholders:
            place.left, place.top, place.width, place.height = Emu(0), Emu(0), Inches(2), Inches(1)
    file = io.BytesIO()
    made.save(file)
    with pytest.raises(
        Unusable, match=r"no layout with a title and a place for content .* 6\.9 × 3\.5 inches"
    ) as told:
        of_template(file.getvalue())
    assert "“Title Slide”" in str(told.value) and "Insert Placeholder" in str(told.value)


def test_a_memo_takes_the_templates_styles_and_footer_and_not_its_words() -> None:
    made: Any = docx.Document(io.BytesIO(memo_document.fill(of_the_record(LATVIA), letter())))
    told = [paragraph.text for paragraph in made.paragraphs]
    assert "Words of last year" not in told
    assert made.paragraphs[0].style.name == "Title" and made.styles["Title"].font.size == Pt(31)
    assert told[0].startswith("Latvia: ")
    assert [one.text for one in made.sections[0].footer.paragraphs] == ["House, floor 3", "RESTRICTED"]


def test_a_document_without_the_styles_is_named_with_those_it_lacks() -> None:
    made: Any = docx.Document()
    for name in ("List Bullet", "Table Grid"):
        style = made.styles[name]
        style.element.getparent().remove(style.element)
    file = io.BytesIO()
    made.save(file)
    with pytest.raises(Unusable, match="no style “List Bullet” and “Table Grid”"):
        memo_document.fill(of_the_record(LATVIA), file.getvalue())


RELS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">%s</Relationships>'
)
LINKED = (
    RELS
    % b'<Relationship Id="r1" Type="http://x/image" Target="http://evil.invalid/a.png" TargetMode="External"/>'
)
LINKED_TO = (
    RELS
    % b'<Relationship Id="r1" Type="http://x/hyperlink" Target="http://house.invalid/" TargetMode="External"/>'
)


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (bytes, "is not a PowerPoint presentation"),
        (lambda: b"no zip at all", "is not a PowerPoint presentation"),
        (lambda: zipped([("a.txt", b"text")]), "is not a PowerPoint presentation"),
        (letter, "is not a PowerPoint presentation"),
        (lambda: house()[:5000], "is not a PowerPoint presentation"),
        (lambda: changed(house(), **{"..__..__evil.xml": b"<a/>"}), "damaged"),
        (lambda: changed(house(), **{"__evil.xml": b"<a/>"}), "damaged"),
        (lambda: changed(house(), **{"ppt\\evil.xml": b"<a/>"}), "damaged"),
        (lambda: changed(house(), **{"C:evil.xml": b"<a/>"}), "damaged"),
        (lambda: changed(house(), **{"ppt__presentation.xml": b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"}), "damaged"),
        (lambda: changed(house(), **{"ppt__presentation.xml": b"<broken"}), "damaged"),
        (lambda: changed(house(), **{"ppt__presentation.xml": None}), "damaged"),
        (lambda: changed(house(), **{"ppt__slides___rels__x.rels": LINKED}), "fetches something from outside"),
        (lambda: changed(house(), zeros=b"\0" * 60_000_000), "far too large"),
        (lambda: changed(house(), **{f"part{number}": b"" for number in range(4100)}), "far too large"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_sound_template_is_refused_in_words(made: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(Unusable, match=reason):
        template.opened(made(), "pptx")


def test_a_link_to_a_page_is_no_danger() -> None:
    template.opened(changed(house(), **{"ppt__slides___rels__x.rels": LINKED_TO}), "pptx")


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml", "holds macros"),
        (
            "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
            "save it as .pptx",
        ),
    ],
)
def test_macros_and_files_of_another_kind_are_named(kind: str, reason: str) -> None:
    types = dict(unzipped(house()))["[Content_Types].xml"]
    other = types.replace(template._MAIN["pptx"].encode(), kind.encode())
    assert other != types
    with pytest.raises(Unusable, match=reason):
        template.opened(changed(house(), **{"[Content_Types].xml": other}), "pptx")


def test_a_large_file_is_refused_before_it_is_opened() -> None:
    with pytest.raises(Unusable, match="larger than 20 MB"):
        template.opened(b"PK" + b"\0" * template.LARGEST, "pptx")


def test_a_locked_file_is_refused() -> None:
    locked = bytearray(house())
    with zipfile.ZipFile(io.BytesIO(locked)) as archive:
        first = archive.infolist()[0].header_offset
    locked[first + 6] |= 1  # the flag of encrypted parts, in the part and in the list of parts
    listed = locked.index(b"PK\x01\x02")
    locked[listed + 8] |= 1
    with pytest.raises(Unusable, match="password"):
        template.opened(bytes(locked), "pptx")


@given(st.binary(max_size=300))
def test_any_bytes_are_a_template_or_are_refused(content: bytes) -> None:
    for kind in ("pptx", "docx"):
        with pytest.raises(Unusable):
            template.opened(content, kind)


@given(st.integers(0, 27_000), st.integers(1, 255))
def test_a_template_with_a_wrong_byte_is_read_or_refused(place: int, change: int) -> None:
    content = bytearray(house())
    content[place % len(content)] ^= change
    with contextlib.suppress(Unusable):
        template.opened(bytes(content), "pptx")
