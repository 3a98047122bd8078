"""Colours are in one file: the theme that Streamlit reads is equal to it, and style sheets name its colours."""

import re
import tomllib
from dataclasses import asdict
from pathlib import Path

import pytest

import eastflank
from eastflank.scene import style

PACKAGE = Path(eastflank.__file__).parent
COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b")
ELSEWHERE = {
    "scene/style.py": "the one file",
    "model/theatre.py": "a dataset's colours of leads, where it states none",
    "words/en/findings_in_settings.py": "an example in a message about a dataset's colours",
    "render/slides/symbol.py": "what two names of colours mean in a symbol's drawing",
    "ui/first_sight.html": "shown before any style sheet has come",
}


def test_streamlits_theme_is_made_of_the_same_colours() -> None:
    config = tomllib.loads((PACKAGE.parent / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    found = {
        name: {key: value for key, value in table.items() if not isinstance(value, dict)}
        for theme in ("light", "dark")
        for name, table in (
            (theme, config["theme"][theme]),
            (f"{theme}.sidebar", config["theme"][theme]["sidebar"]),
        )
    }
    assert found == style.THEME


def test_no_other_file_states_a_colour() -> None:
    suffixes = {".py", ".css", ".js", ".html", ".typ"}
    files = [file for file in PACKAGE.rglob("*") if file.suffix in suffixes and "vendor" not in file.parts]
    stating = {
        str(file.relative_to(PACKAGE)): found
        for file in files
        if (found := COLOUR.findall(file.read_text(encoding="utf-8")))
    }
    assert stating.keys() - ELSEWHERE.keys() == set()


@pytest.mark.parametrize("theme", style.PALETTES)
def test_each_colour_that_a_style_sheet_names_is_there(theme: str) -> None:
    known = set(re.findall(r"--(ef-[\w-]+):", style.page_sheet(theme)))
    sheets = [*PACKAGE.glob("ui/**/*.css"), PACKAGE / "render" / "page" / "page.css"]
    text = "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)
    made = set(re.findall(r"--(ef-[\w-]+):", text))
    assert set(re.findall(r"var\(--(ef-[\w-]+)\)", text)) - made <= known


@pytest.mark.parametrize("theme", style.PALETTES)
def test_each_colour_of_the_palette_is_one(theme: str) -> None:
    assert all(COLOUR.fullmatch(colour) for colour in asdict(style.PALETTES[theme]).values())
