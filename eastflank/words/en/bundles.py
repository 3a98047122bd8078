"""English for the evidence bundle: its contents, and how to read it."""

from __future__ import annotations

from eastflank.words.en.figures import counted

FILE, HOLDS = "file", "holds"
MEMO = "the view as a memo, ready to paste"
PNG = "the picture, 1920 by 1080 pixels"
SVG = "the same picture in lines and text"
PACKAGE = "what each column means, for programs and for people (frictionlessdata.io)"
CARRIED = "the rows of the record behind this view, from which Eastflank imports the same claims again"
"""What each file holds."""
NO_NETWORK = "All that this view stands on. Nothing in it needs a network."
HOW_TO_READ = (
    "Tables are CSV in UTF-8. An empty cell means: not stated. It never means zero.",
    "A text that a spreadsheet would take for a formula has an apostrophe before it.",
    "Quotes are the sources’ own words, letter by letter; claims without a quote are cited in ours.",
)


def table(title: str, rows: int) -> str:
    """What a table holds."""
    return f"{title.lower()}, {counted(rows, 'row')}"


def articles(number: int) -> str:
    """What the folder of articles holds."""
    return (
        f"{counted(number, 'article')} that claims quote, as held, byte for byte; they stay their publishers’"
    )


def described(filters: str, counts: str, credit: str) -> str:
    """What the bundle is, for programs that read data packages."""
    return f"{filters}. {counts}. Map: {credit}."
