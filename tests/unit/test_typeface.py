"""The shipped typeface holds every letter of the record and measures text as it is drawn."""

import io

import pytest
import resvg_py
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from eastflank.render.picture import faces
from eastflank.render.picture.faces import FILES
from eastflank.render.picture.typeface import shortened, width, wrapped

NAMES = ["Ādaži", "Šiauliai", "Łask", "Kogălniceanu", "Chișinău", "Türkiye", "Lešť", "“800–1,000” … × ·"]
WORDS = st.text(st.sampled_from("abc ÄŁž-–,1"), max_size=60)


def drawn_width(words: str, size: float, weight: int, *, italic: bool) -> int:
    """How many pixels wide the text is in a picture."""
    face = f'font-family="\'{faces.FAMILY}\'" font-weight="{weight}" font-style="{"italic" if italic else "normal"}"'
    document = f'<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="100"><text x="20" y="70" {face} font-size="{size}">{words}</text></svg>'
    png = resvg_py.svg_to_bytes(
        svg_string=document, skip_system_fonts=True, font_files=[str(file) for file in FILES.values()]
    )
    left, _, right, _ = Image.open(io.BytesIO(png)).getchannel("A").getbbox() or (0, 0, 0, 0)
    return right - left


@pytest.mark.parametrize("face", FILES, ids=str)
@pytest.mark.parametrize("name", NAMES)
def test_text_is_drawn_as_wide_as_it_was_measured(face: tuple[int, bool], name: str) -> None:
    weight, italic = face
    measured = width(name, 40, weight, italic=italic)
    assert (
        0.93 * measured - 6 <= drawn_width(name, 40, weight, italic=italic) <= measured + (4 if italic else 2)
    )  # slanted letters lean out


@pytest.mark.parametrize("face", FILES, ids=str)
def test_each_face_has_each_letter_of_the_names(face: tuple[int, bool]) -> None:
    weight, italic = face
    advances = faces.advances(weight, italic=italic)
    assert {letter for name in NAMES for letter in name if ord(letter) not in advances} == set()


@given(WORDS, st.floats(30, 400))
def test_shortened_text_fits_and_begins_as_it_did(words: str, most: float) -> None:
    short = shortened(words, most, 14)
    assert width(short, 14) <= most or short == "…"
    assert short == words or words.startswith(short.removesuffix("…"))


@given(WORDS, st.floats(30, 400))
def test_wrapped_text_fits_and_loses_nothing(words: str, most: float) -> None:
    lines = wrapped(words, most, 14)
    assert all(width(line, 14) <= most for line in lines)
    assert "".join(lines).replace(" ", "") == "".join(words.split())
