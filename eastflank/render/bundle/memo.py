"""The bundle's Markdown: a memo ready to paste, and a README. Text from the data is escaped in both."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from eastflank.reading.passages import Passage
from eastflank.render import cited
from eastflank.render.bundle import package
from eastflank.render.bundle.quotes_in_context import passages
from eastflank.render.sheets import LICENCE, TableSheet
from eastflank.report.columns import in_words
from eastflank.report.contents import Briefing, Footnote
from eastflank.report.deployment_columns import named
from eastflank.store import carried_tables
from eastflank.words.chosen import bundles, documents, pictures, side_by_side
from eastflank.words.chosen import values as words

_MARKDOWN = re.compile(r"[\\`*_{}\[\]<>|&~$]")
"""Characters that have a meaning in Markdown anywhere in a line."""
_COLUMNS = named(("name", "status", "lead", "host", "place", "strength", "bare_numbers"))
_BEGINS = re.compile(r"^(?:[#+=:-]|\d+(?=[.)]))")
"""Characters that have a meaning at the beginning of a line."""


def plain(text: str) -> str:
    """Text on one line that Markdown shows as it is."""
    line = _MARKDOWN.sub(r"\\\g<0>", " ".join(text.split()))
    return _BEGINS.sub(_escaped, line)


def _escaped(match: re.Match[str]) -> str:
    return f"{match[0]}\\" if match[0].isdigit() else f"\\{match[0]}"


def memo_text(briefing: Briefing) -> str:
    """The view as a memo: figures, table, quotes in context, what changed, numbered sources."""
    return "\n".join(line for part in _parts(briefing) for line in (*part, "")).rstrip() + "\n"


def _parts(briefing: Briefing) -> Iterator[list[str]]:
    if briefing.marking:
        yield [f"**{plain(briefing.marking)}**"]
    yield [f"# {plain(briefing.title)}"]
    yield [f"{plain(briefing.filters)}. {plain(briefing.counts)}."]
    yield [f"- {plain(total)}" for total in briefing.totals] or [documents.NOTHING_TO_ADD_UP]
    yield [f"![{documents.THE_MAP}](picture.png)"]
    if briefing.beside and briefing.both_days_heading:
        yield [f"## {side_by_side.HEADING}"]
        rows = [_row(map(plain, row)) for row in briefing.both_days]
        yield [_row(map(plain, briefing.both_days_heading)), _row(["---"] * 4), *rows]
    yield [f"## {documents.DEPLOYMENTS}"]
    yield _table(briefing) if briefing.entries else [documents.NO_DEPLOYMENT_FITS]
    yield from _quotes(briefing)
    if briefing.differences:
        yield [f"## {pictures.SOURCES_DIFFER}"]
        yield [f"- {plain(f'{one.name}: {one}')}" for one in briefing.differences]
    if briefing.since:
        yield [f"## {documents.changes_since(briefing.since)}"]
        yield [f"- {plain(change.sentence)}" for change in briefing.changes] or [documents.NOTHING_CHANGED]
    if briefing.view.not_drawn:
        yield [f"## {documents.NOT_DRAWN}"]
        yield [f"- {plain(item.label)}: {plain(item.reason)}" for item in briefing.view.not_drawn]
    if briefing.footnotes:
        yield [f"## {pictures.SOURCES}"]
        yield [f"{note.number}. {_source(note)}" for note in briefing.footnotes]
    yield ["---"]
    yield [documents.map_and_version(plain(briefing.credit), briefing.version, plain(LICENCE))]
    yield [documents.this_view(_address(briefing.link))]
    if briefing.marking:
        yield [f"**{plain(briefing.marking)}**"]


def _table(briefing: Briefing) -> list[str]:
    rows = ([plain(in_words(column.told(entry))) for column in _COLUMNS] for entry in briefing.entries)
    headings = [column.heading for column in _COLUMNS]
    return [_row(headings), _row(["---"] * len(headings)), *map(_row, rows)]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _quotes(briefing: Briefing) -> Iterator[list[str]]:
    if briefing.quotes:
        yield [f"## {documents.IN_THE_SOURCES_WORDS}"]
    elif briefing.entries:
        yield [words.NO_QUOTES]
    found = passages(briefing)
    for item in briefing.quotes:
        said = f"{plain(item.said)} \\[{item.footnote}\\] · {item.grade} · {plain(item.claim)}"
        yield [f"> {_in_context(found[item.claim])}", ">", f"> — {said}"]
    if listed := cited.lines(briefing):
        yield [f"## {documents.CITED}"]
        yield [f"- {plain(line)}" for line in listed]


def _in_context(passage: Passage) -> str:
    parts = (plain(passage.before), f"**{plain(passage.quote)}**", plain(passage.after))
    return " ".join(part for part in parts if part)


def _source(note: Footnote) -> str:
    return f"{plain(str(note))} {_address(note.url)}".rstrip()


def _address(text: str) -> str:
    """An address as a link; a bare query as code; anything else as text."""
    if re.fullmatch(r"\?[^\s`]+", text):
        return f"`{text}`"
    return f"<{text}>" if re.fullmatch(r"https?://[^\s<>]+", text) else plain(text)


def readme(briefing: Briefing, tables: Iterable[TableSheet], articles: int) -> str:
    """What is in the bundle and how to read it. `articles`: how many texts of articles it holds."""
    files = [
        ("memo.md", bundles.MEMO),
        ("picture.png", bundles.PNG),
        ("picture.svg", bundles.SVG),
        *((package.file(sheet), _holds(sheet)) for sheet in tables),
        ("datapackage.json", bundles.PACKAGE),
        *([(carried_tables.FILE, bundles.CARRIED)] if not briefing.dataset.parts else []),
        *([(f"{carried_tables.ARTICLES}/", bundles.articles(articles))] if articles else []),
    ]
    marking = [f"**{plain(briefing.marking)}**", ""] if briefing.marking else []
    return "\n".join(
        [
            *marking,
            f"# {plain(briefing.title)}",
            "",
            bundles.NO_NETWORK,
            "",
            _row((bundles.FILE, bundles.HOLDS)),
            "|---|---|",
            *(f"| `{name}` | {holds} |" for name, holds in files),
            "",
            *bundles.HOW_TO_READ,
            "",
            f"{documents.version_of(briefing.version)} {documents.this_view(_address(briefing.link))}",
            "",
            f"{documents.map_from(plain(briefing.credit))} {plain(LICENCE)}",
            "",
        ]
    )


def _holds(sheet: TableSheet) -> str:
    return bundles.table(sheet.title, len(sheet.rows))
