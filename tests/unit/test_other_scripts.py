"""Georgian, Armenian, Hebrew, Arabic, Chinese and emoji are drawn, each the way it runs; what is not is named."""

import io
import unicodedata
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import resvg_py
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops
from pypdf import PdfReader

from eastflank.render.picture import faces, pdf, svg
from eastflank.render.picture.clusters import missing_letters
from eastflank.render.picture.direction import isolated
from eastflank.render.picture.lettering import Letters
from eastflank.render.picture.runs import needed_files, runs_of
from eastflank.render.picture.typeface import width, wrapped
from eastflank.render.products import PRODUCTS, Product
from eastflank.render.undrawn import notices
from tests.briefings import HOSTILE, briefing, of_the_record
from tests.unit import font_folder

SCRIPTS = {
    "Noto Sans Georgian": "საქართველო",
    "Noto Sans Armenian": "Հայաստան",
    "Noto Sans Hebrew": "ישראל",
    "Noto Sans Arabic": "السلام",
    "Noto Sans SC": "中国军队",
    "Noto Emoji": "😀👨‍👩‍👧🇺🇦👍🏽",
}
each_script = pytest.mark.parametrize(("family", "word"), SCRIPTS.items(), ids=list(SCRIPTS))
LETTERS = "".join(SCRIPTS.values())
MIXED = st.text(st.sampled_from(f"{LETTERS} ab Ž12–,.()“”\u200f\u202e\u2067\u0301ሀ\ue123\x07"), max_size=40)
ETHIOPIC = "\u1200"
DRAWN = [product for product in PRODUCTS if product.texts]
MARKED = [product for product in DRAWN if product.format != "docx"]
"""Those that draw the handling line. A memo has it as text, and only its map is drawn."""
UNDRAWN = [product for product in PRODUCTS if not product.texts]


def picture(words: str, weight: int = 400) -> Image.Image:
    """The ink of the words, at 40 pixels, on a large sheet."""
    letters = Letters(40, "#000", 700 if weight == 700 else 400)
    text = svg._text(letters.text("words", "line", words, 60, 20))
    document = f'<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="100" font-family="{svg._families(None)}">{text}</svg>'
    files = [str(file) for file in needed_files([words])]
    png = resvg_py.svg_to_bytes(svg_string=document, skip_system_fonts=True, font_files=files)
    return Image.open(io.BytesIO(png)).getchannel("A")


def ink(words: str, weight: int = 400) -> Image.Image:
    """The same, without what is empty around it."""
    drawn = picture(words, weight)
    return drawn.crop(drawn.getbbox())


def strokes(words: str) -> list[int]:
    """How wide each letter's ink is, from left to right; letters must not touch."""
    drawn = ink(words)
    columns = [
        max(drawn.crop((x, 0, x + 1, drawn.height)).get_flattened_data()) > 60 for x in range(drawn.width)
    ]
    return [len([*group]) for dark, group in groupby(columns) if dark]


@each_script
def test_a_font_has_each_letter(family: str, word: str) -> None:
    assert missing_letters(f"{word}, {word} abc") == ()
    assert {run.family.name for run in runs_of(word, 400, italic=False) if run.family} == {family}


@each_script
@pytest.mark.parametrize("weight", [400, 700])
def test_each_letter_is_drawn_and_is_no_box(family: str, word: str, weight: int) -> None:
    box = ink(font_folder.LETTER, weight)
    for letter in word:
        if unicodedata.category(letter) == "Cf":
            continue
        drawn = ink(letter, weight)
        assert drawn.size != box.size or ImageChops.difference(drawn, box).getbbox(), (family, letter)


@each_script
def test_it_is_drawn_as_wide_as_it_was_measured(family: str, word: str) -> None:
    for words in (word, f"a {word} z", f"{word} {word}"):
        measured, drawn = width(words, 40), ink(words).width
        assert 0.9 * measured - 8 <= drawn <= measured + 4, (family, words)


@pytest.mark.parametrize(
    "family", ["Noto Sans Georgian", "Noto Sans Armenian", "Noto Sans Hebrew", "Noto Sans Arabic"]
)
def test_bold_is_darker(family: str) -> None:
    light, bold = (sum(picture(SCRIPTS[family], weight).get_flattened_data()) for weight in (400, 700))
    assert bold > 1.15 * light


def test_hebrew_runs_from_right_to_left() -> None:
    narrow_then_wide = strokes("וש")
    assert len(narrow_then_wide) == 2
    assert narrow_then_wide[0] > 2 * narrow_then_wide[1]  # the first letter stands on the right
    assert strokes("שו")[1] > 2 * strokes("שו")[0]


def test_within_a_line_the_words_around_keep_their_order() -> None:
    widths = strokes("M וש .")
    assert len(widths) == 4
    assert widths[1] > 2 * widths[2]
    assert widths[0] > widths[3]


def test_arabic_letters_are_joined() -> None:
    assert len(strokes("سسس")) == 1
    assert len(strokes("س\u200cس")) == 2
    assert width("سسس", 40) < 3 * width("س", 40)


def test_an_emoji_of_several_people_is_one_picture() -> None:
    assert width("👨‍👩‍👧", 40) == pytest.approx(width("😀", 40))
    assert width("👨👩👧", 40) == pytest.approx(3 * width("😀", 40))


@pytest.mark.parametrize("word", [SCRIPTS["Noto Sans Hebrew"], SCRIPTS["Noto Sans Arabic"]])
def test_a_figure_after_a_name_keeps_its_order(word: str) -> None:
    line = f"{word} 800–1,000 troops"
    assert [run.words for run in runs_of(line, 400, italic=False)] == [word, " 800–1,000 troops"]
    assert isolated(line) == f"\u2067{word}\u2069 800–1,000 troops"


def test_two_scripts_that_run_to_the_left_stand_in_reading_order_from_the_right() -> None:
    assert [run.words for run in runs_of("Ab שלום سلام cd", 400, italic=False)] == [
        "Ab ",
        "سلام",
        "\u202bשלום \u202c",
        " cd",
    ]


def test_a_line_without_a_letter_that_runs_to_the_right_runs_to_the_left_as_a_whole() -> None:
    (whole,) = runs_of("“שלום 12.”", 400, italic=False)
    assert whole.words == "\u202b“שלום 12.”\u202c"
    assert isolated("“שלום 12.”") == "\u2067“שלום 12.”\u2069"
    assert isolated("800–1,000 troops") == "800–1,000 troops"


@pytest.mark.parametrize("mark", ["\u202e", "\u202b", "\u2067", "\u2068"])
def test_marks_in_a_name_turn_no_figure_round(mark: str) -> None:
    line = f"A{mark}name 800–1,000"
    assert "".join(run.words for run in runs_of(line, 400, italic=False)) == "Aname 800–1,000"
    assert isolated(line) == "Aname 800–1,000"
    assert ImageChops.difference(picture(line), picture("Aname 800–1,000")).getbbox() is None


@given(MIXED)
def test_runs_hold_each_letter_once(words: str) -> None:
    found = "".join(run.words for run in runs_of(words, 400, italic=False))
    marks = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A)])
    assert sorted(found.translate(marks)) == sorted(words.translate(marks))
    assert all(run.width >= 0 for run in runs_of(words, 400, italic=False))


@given(MIXED, st.floats(60, 400))
def test_wrapped_lines_fit(words: str, most: float) -> None:
    lines = wrapped(words, most, 14)
    assert all(width(line, 14) <= most for line in lines)
    assert "".join("".join(lines).split()) == "".join(words.split(" ")).replace(" ", "")


@given(st.text(max_size=60))
def test_any_text_is_well_formed(words: str) -> None:
    text = svg._text(Letters(14, "#000").text("words", "line", words, 0, 0))
    assert ET.fromstring(text).tag == "text"  # noqa: S314 - we wrote it


@given(MIXED, MIXED)
def test_what_is_missing_is_named_once_in_order(first: str, second: str) -> None:
    found = missing_letters(first + second)
    assert found == tuple(dict.fromkeys(missing_letters(first) + missing_letters(second)))
    assert set(found) == set(first + second) & {ETHIOPIC, font_folder.LETTER, "\x07"}


@pytest.mark.parametrize(
    "word", ["a\u00a0b\u2009c\u3000d", "x\u200dy\u200ez\u2060", "e\u0301", "a\tb\nc", "❤️"]
)
def test_spaces_and_marks_that_are_not_seen_are_not_missing(word: str) -> None:
    assert missing_letters(word) == ()


def marked(words: str) -> str:
    return f"For {words} alone"


@pytest.mark.parametrize("product", MARKED, ids=lambda product: product.format)
def test_an_export_names_what_no_font_has(product: Product) -> None:
    (told,) = notices(product, replace(of_the_record(), marking=marked(ETHIOPIC)), None)
    assert told == (
        f"No font here has {ETHIOPIC} (U+1200), in “For {ETHIOPIC} alone”. In the {product.name}, boxes show where. "
        "To have them drawn, put a font with these letters into a folder, name it in EASTFLANK_FONTS, and start again."
    )


@pytest.mark.parametrize("product", DRAWN, ids=lambda product: product.format)
def test_an_export_names_what_no_font_has_on_its_map(product: Product) -> None:
    briefing = of_the_record()
    first, *others = briefing.scene.marks
    marks = (replace(first, heading=marked(ETHIOPIC)), *others)
    (told,) = notices(product, replace(briefing, scene=replace(briefing.scene, marks=marks)), None)
    assert told.startswith(f"No font here has {ETHIOPIC} (U+1200), in “For {ETHIOPIC} alone")


@pytest.mark.parametrize("product", DRAWN, ids=lambda product: product.format)
def test_it_says_nothing_where_every_letter_is_drawn(product: Product) -> None:
    assert notices(product, replace(of_the_record(), marking=marked(LETTERS)), None) == ()


@pytest.mark.parametrize("product", UNDRAWN, ids=lambda product: product.format)
def test_what_the_reader_has_fonts_for_is_not_spoken_of(product: Product) -> None:
    assert notices(product, replace(of_the_record(), marking=marked(ETHIOPIC)), None) == ()


def test_control_characters_are_named_by_their_codes() -> None:
    png = PRODUCTS[0]
    (told,) = notices(png, replace(of_the_record(), marking=HOSTILE), None)
    assert told.startswith("No font can draw U+0007 and U+2028, in “=1+1 </script>")
    assert told.endswith("Take these characters out of the text.")
    assert told.isprintable()


def test_long_lists_are_cut() -> None:
    many = "".join(map(chr, range(0x1200, 0x1212)))
    (told,) = notices(PRODUCTS[0], replace(of_the_record(), marking=many), None)
    assert told.count("(U+12") == 8
    assert "and ten others" in told


def test_a_quote_is_searched_too_and_named_by_its_beginning() -> None:
    asked = of_the_record("asof=2016-06-14")
    quotes = tuple(replace(quote, quote=f"{ETHIOPIC} {quote.quote}") for quote in asked.quotes)
    (told,) = notices(PRODUCTS[0], replace(asked, quotes=quotes), None)
    assert f"in ““{ETHIOPIC} " in told


def test_a_pdf_embeds_the_fonts_and_its_text_can_be_selected() -> None:
    asked = replace(briefing("asof=2016-06-14"), marking=marked("საქართველო 中国"))
    first, second = (pdf.write(asked, None) for _ in range(2))
    assert first == second
    pages = PdfReader(io.BytesIO(first)).pages
    assert "საქართველო" in pages[1].extract_text()
    assert "中国" in pages[1].extract_text()
    names = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for font in pages[1]["/Resources"]["/Font"].values()
    }
    assert {"NotoSansGeorgian-Bold", "NotoSansSC-Regular"} <= names


def test_a_picture_of_latin_letters_loads_no_other_font() -> None:
    assert needed_files(["Ādaži, 800–1,000", "Łask"]) == tuple(faces.FILES.values())


@pytest.fixture
def more_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(faces.SWITCH, str(tmp_path))
    return tmp_path


def test_a_folder_of_more_fonts_is_drawn_with(more_fonts: Path) -> None:
    font_folder.write(more_fonts)
    box = ink("\ue124")
    assert missing_letters(font_folder.LETTER) == ()
    assert width(font_folder.LETTER, 40) == pytest.approx(40 * font_folder.ADVANCE)
    drawn = ink(font_folder.LETTER)
    assert drawn.size != box.size
    assert (drawn.width, drawn.height) == pytest.approx((28, 36), abs=2)
    asked = replace(of_the_record(), marking=font_folder.LETTER)
    assert [notices(product, asked, None) for product in DRAWN] == [()] * len(DRAWN)
    page = PdfReader(io.BytesIO(pdf.write(asked, None))).pages[1]
    assert "OneLetter" in "".join(
        str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()
    )


def test_an_added_font_counts_before_a_shipped_one_of_its_name(more_fonts: Path) -> None:
    font_folder.write(more_fonts, "Noto Emoji")
    assert [
        family.faces[0].file.parent for family in faces.fallbacks().families if family.name == "Noto Emoji"
    ] == [more_fonts]
    assert missing_letters("😀") == ("😀",)


def test_the_typeface_itself_cannot_be_replaced(more_fonts: Path) -> None:
    font_folder.write(more_fonts, faces.FAMILY)
    assert faces.FAMILY not in faces.fallbacks().names


def test_a_file_that_is_no_font_is_named(more_fonts: Path) -> None:
    font_folder.write(more_fonts)
    (more_fonts / "broken.ttf").write_bytes(b"no font")
    assert notices(PRODUCTS[0], of_the_record(), None) == (
        "EASTFLANK_FONTS: broken.ttf is not a font. Take it out, or replace it.",
    )
    assert missing_letters(font_folder.LETTER) == ()


@pytest.mark.parametrize("names", [{"postscript_name": ""}, {"family": "It's"}], ids=str)
def test_a_font_that_cannot_be_asked_for_by_name_is_named(more_fonts: Path, names: dict[str, str]) -> None:
    font_folder.write(more_fonts, **names)
    assert faces.fallbacks().problems == ("EASTFLANK_FONTS: one-letter.ttf has no usable name. Remove it.",)
    assert missing_letters(font_folder.LETTER) == (font_folder.LETTER,)


def test_a_folder_without_fonts_is_named(more_fonts: Path) -> None:
    assert faces.fallbacks().problems == (f"EASTFLANK_FONTS: {more_fonts} holds no .ttf, .otf or .ttc file.",)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(faces.SWITCH, str(tmp_path / "fonts"))
    (problem,) = faces.fallbacks().problems
    assert problem == f"EASTFLANK_FONTS: there is no folder {tmp_path / 'fonts'}."


def test_weights_are_chosen_as_a_browser_chooses_them() -> None:
    def face(weight: int) -> faces.Face:
        return faces.Face(weight, italic=False, file=Path("x.ttf"), number=0)

    family = faces.Family("x", tuple(map(face, (300, 400, 700, 900))), frozenset())
    chosen = [family.face(weight, italic=False).weight for weight in (200, 400, 500, 600, 700, 800)]
    assert chosen == [300, 400, 400, 700, 700, 900]
