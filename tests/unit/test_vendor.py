"""Others' browser files and fonts are unchanged and licensed, and nothing the browser loads asks the network for more."""

import hashlib
import json
import re
from pathlib import Path

import pytest

import eastflank

PACKAGE = Path(eastflank.__file__).parent
RENDER = PACKAGE / "render"
BROWSER = RENDER / "browser"
VENDOR = BROWSER / "vendor"
FOLDERS = [
    VENDOR, RENDER / "fonts", RENDER / "fallback_fonts", RENDER / "app6",
    PACKAGE / "intake" / "second_opinion" / "taught",
]  # fmt: skip
LISTS = {folder: json.loads((folder / "VENDOR.json").read_text(encoding="utf-8")) for folder in FOLDERS}
FILES = [(folder / row["file"], row["sha256"]) for folder, listed in LISTS.items() for row in listed["files"]]
OURS = {"VENDOR.json", ".gitattributes", "fonts/fonts.css"}
TEXTS = sorted(file for file in BROWSER.rglob("*") if file.suffix in {".js", ".css", ".svg", ".html"})
# A namespace is a name; Leaflet's link is text that this map does not show.
NEVER_FETCHED = {"http://www.w3.org/2000/svg", "https://leafletjs.com"}


@pytest.mark.parametrize(
    ("file", "checksum"), FILES, ids=[str(file.relative_to(PACKAGE)) for file, _ in FILES]
)
def test_a_vendored_file_is_the_published_one(file: Path, checksum: str) -> None:
    assert hashlib.sha256(file.read_bytes()).hexdigest() == checksum


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_file_here_is_listed(folder: Path) -> None:
    here = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert here - OURS == {row["file"] for row in LISTS[folder]["files"]}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_package_states_its_version_and_ships_its_licence(folder: Path) -> None:
    packages = {row["name"]: row for row in LISTS[folder]["packages"]}
    assert {row["package"] for row in LISTS[folder]["files"]} == set(packages)
    for row in packages.values():
        assert re.fullmatch(r"\d+\.\d+\.\d+", row["version"])
        assert row["licence"] in {"BSD-2-Clause", "OFL-1.1", "MIT", "ISC", "Apache-2.0"}
        assert (folder / row["licence_file"]).stat().st_size > 1_000


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: str(file.relative_to(BROWSER)))
def test_no_browser_file_names_an_address_to_fetch(file: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    addresses = set(re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}[^\s\"'`)<>\\]*", text))
    assert addresses <= NEVER_FETCHED | {address.removeprefix("https:") for address in NEVER_FETCHED}


@pytest.mark.parametrize(
    "file", [file for file in TEXTS if file.suffix == ".css"], ids=lambda file: file.name
)
def test_what_a_style_points_to_stands_beside_it(file: Path) -> None:
    text = re.sub(r"/\*.*?\*/", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    linked = [link.strip("\"'") for link in re.findall(r"url\(([^)]+)\)", text)]
    missing = [link for link in linked if not link.startswith("#") and not (file.parent / link).is_file()]
    assert missing == []


@pytest.mark.parametrize(
    "name", ["Ādaži", "Šiauliai", "Łask", "Kogălniceanu", "Chișinău", "Türkiye", "Bemowo Piskie"]
)
def test_the_fonts_cover_the_names_on_the_map(name: str) -> None:
    """By the ranges that fonts.css declares for each weight: a browser takes no other file for a letter."""
    css = (VENDOR / "fonts" / "fonts.css").read_text(encoding="utf-8")
    faces = re.findall(r"font-style: (\w+);.*?font-weight: (\d+);.*?unicode-range: ([^;]+);", css, re.DOTALL)
    covered: dict[tuple[str, str], list[range]] = {}
    for style, weight, ranges in faces:
        for part in ranges.replace("U+", "").split(","):
            first, _, last = part.partition("-")
            covered.setdefault((style, weight), []).append(range(int(first, 16), int(last or first, 16) + 1))
    assert set(covered) == {("normal", "400"), ("normal", "600"), ("normal", "700"), ("italic", "400")}
    for face, spans in covered.items():
        assert [letter for letter in name if not any(ord(letter) in span for span in spans)] == [], face
