"""The view as a memo in Word: figures, map, table, quotes, sources; also in a team's own template."""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from datetime import datetime, time

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt

from eastflank.render import cited
from eastflank.render.carrying import shown
from eastflank.render.office_file import document_file
from eastflank.render.picture import files as picture_files
from eastflank.render.picture import paper_map
from eastflank.render.picture.paper_map import Paper, PaperMap
from eastflank.render.template import Unusable, opened
from eastflank.render.untyped import Document, Element, TableRow
from eastflank.render.xml_text import possible
from eastflank.report.both_days import lines_of
from eastflank.report.columns import in_words
from eastflank.report.contents import Briefing, Size
from eastflank.report.deployment_columns import named
from eastflank.report.entries import DeploymentEntry
from eastflank.report.headline import headline_of
from eastflank.words.chosen import TAG, documents, long_lists, pictures, side_by_side, templates
from eastflank.words.chosen import values as words

KIND = "docx"
_PARAGRAPHS = ("Title", "Heading 1", "Normal", "List Bullet")
"""The styles in which the memo is written, by the names that Word gives them in every language."""
_TABLE = "Table Grid"
MOST = 500
"""The most deployments that it lists, about twenty pages; it says how many more there are."""
_SHARES = {
    "name": 0.23,
    "status": 0.17,
    "lead": 0.15,
    "place_and_host": 0.18,
    "persons": 0.15,
    "numbers": 0.12,
}
"""Shares of the table's width, by the keys of the columns."""
_COLUMNS = named(_SHARES)
_LONG_TITLE, _SMALLER = 90, Pt(16)
"""A title with more letters has this size: several datasets are named with all that each has."""
_A4 = (Cm(21), Cm(29.7))
_MARGIN = Cm(2)
_LETTERS, _LINE = 0.15, 15.0
"""How many letters a line has for each point of its width, and its height in points, in a usual typeface."""
_PAGE, _LEAST_MAP, _MOST_MAP = 600.0, 300.0, 420.0
"""The height of a page without its margins and the spaces between its first paragraphs, and the least and the
most height of the map, in points."""
_DPI = 300
"""Pixels of the map for an inch of the paper."""


def write(briefing: Briefing, _size: Size | None = None) -> bytes:
    """The memo on A4; the same bytes for the same briefing."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = _A4
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    return _written(briefing, document)


def fill(briefing: Briefing, template: bytes) -> bytes:
    """The memo in a team's own template: its page, styles, header and footer; its text is removed.

    Raises Unusable with a message that says what it is or lacks.
    """
    document = opened(template, KIND)
    lacking = [name for name in _PARAGRAPHS if not _has(document, name, WD_STYLE_TYPE.PARAGRAPH)]
    lacking += [] if _has(document, _TABLE, WD_STYLE_TYPE.TABLE) else [_TABLE]
    if lacking:
        raise Unusable(templates.no_styles(lacking))
    body = document.element.body
    for part in list(body):
        if part.tag != qn("w:sectPr"):
            body.remove(part)
    return _written(briefing, document)


def _has(document: Document, name: str, kind: WD_STYLE_TYPE) -> bool:
    return any(style.name == name and style.type == kind for style in document.styles)


def _written(briefing: Briefing, document: Document) -> bytes:
    _describe(briefing, document)
    _mark(briefing, document)
    _title(document, headline_of(briefing.view, briefing.dataset, briefing.title))
    _say(document, f"{briefing.filters} · {briefing.asof}")
    _say(document, f"{briefing.title}. {briefing.counts}.")
    for total in briefing.totals:
        _say(document, total, "List Bullet")
    _picture(briefing, document)
    if briefing.beside and briefing.both_days_heading:
        _list(document, side_by_side.HEADING, lines_of(briefing.both_days, briefing.both_days_heading))
    if briefing.entries:
        _deployments(briefing.entries, document)
    if briefing.quotes:
        _say(document, documents.IN_THE_SOURCES_WORDS, "Heading 1")
    for quote in briefing.quotes:
        _say(document, words.quotation(quote.quote))
        _say(document, documents.said(quote.said, quote.grade, quote.claim, quote.footnote))
    _list(document, documents.CITED, cited.lines(briefing))
    _list(document, pictures.SOURCES_DIFFER, [f"{one.name}: {one}" for one in briefing.differences])
    if briefing.since:
        heading = documents.changes_since(briefing.since)
        _list(
            document, heading, [change.sentence for change in briefing.changes] or [documents.NOTHING_CHANGED]
        )
    not_drawn = [f"{one.name}: {one.not_drawn}" for one in briefing.entries[:MOST] if one.not_drawn]
    _list(document, documents.NOT_DRAWN_ON_THE_MAP, not_drawn)
    listed = shown(briefing)
    if listed:
        _say(document, pictures.SOURCES, "Heading 1")
    for note in listed:
        _say(document, f"[{note.number}] {note} {note.url}".rstrip())
    others = len(briefing.footnotes) - len(listed)
    if others:
        _say(document, documents.carry_nothing_shown(others))
    _say(
        document,
        " · ".join(filter(None, (briefing.credit, documents.data_version(briefing.version), briefing.link))),
    )
    return document_file(document)


def _describe(briefing: Briefing, document: Document) -> None:
    """The file's properties. The handling line is its category and its keywords."""
    said = document.core_properties
    said.title, said.author, said.subject = possible(briefing.title)[:255], "Eastflank", briefing.asof
    said.comments, said.last_modified_by = documents.data_version(briefing.version), "Eastflank"
    said.category = said.keywords = possible(briefing.marking)[:255]
    said.language = TAG
    said.revision = 1
    said.created = said.modified = datetime.combine(briefing.view.day, time())
    for run in document.styles.element.xpath("./w:docDefaults/w:rPrDefault/w:rPr"):
        language = run.find(qn("w:lang"))
        if language is None:
            language = OxmlElement("w:lang")
            run.append(language)
        language.set(qn("w:val"), TAG)


def _mark(briefing: Briefing, document: Document) -> None:
    """The handling line at the top and bottom of every page, outside the template's header and footer."""
    if not briefing.marking:
        return
    for section in document.sections:
        edges = [section.header, section.footer]
        if section.different_first_page_header_footer:
            edges += [section.first_page_header, section.first_page_footer]
        if document.settings.odd_and_even_pages_header_footer:
            edges += [section.even_page_header, section.even_page_footer]
        for number, edge in enumerate(edges):
            first = edge.paragraphs[0] if edge.paragraphs else edge.add_paragraph()
            above = number % 2 == 0
            line = first.insert_paragraph_before() if above else edge.add_paragraph()
            line.alignment = WD_ALIGN_PARAGRAPH.CENTER
            line.add_run(possible(briefing.marking)).bold = True


def _say(document: Document, text: str, style: str = "Normal") -> Document:
    return document.add_paragraph(possible(text), style=style)


def _title(document: Document, text: str) -> None:
    paragraph = _say(document, text, "Title")
    if len(text) > _LONG_TITLE:
        for run in paragraph.runs:
            run.font.size = _SMALLER


def _list(document: Document, heading: str, lines: Sequence[str]) -> None:
    if lines:
        _say(document, heading, "Heading 1")
    for line in lines:
        _say(document, line, "List Bullet")


def _picture(briefing: Briefing, document: Document) -> None:
    """The map as wide as the text, with an alternative text; then its key, if it has no room beside it."""
    width = Emu(_text_width(document)).pt
    drawn = _map(briefing, width)
    content = picture_files.png_of(drawn.sheet, round(width / 72 * _DPI))
    shape = document.add_picture(io.BytesIO(content), width=Emu(_text_width(document)))
    inline = shape._inline  # noqa: SLF001 - python-docx has no setter for these
    inline.docPr.set("descr", possible(documents.map_and_table_below(briefing.title)))
    for side in ("distT", "distB", "distL", "distR"):  # LibreOffice's default is 3 mm, beyond the margin
        inline.set(side, "0")
    if drawn.key.rows:
        _say(document, drawn.key.title, "Heading 1")
        _grid(document, drawn.key.header, drawn.key.rows, drawn.key.shares)


def _map(briefing: Briefing, width: float) -> PaperMap:
    """The map for a text so many points wide, so high that it has room below the title and the totals."""
    told = (briefing.title, briefing.title, briefing.counts, briefing.filters, *briefing.totals)
    lines = sum(math.ceil(len(text) / (_LETTERS * width)) for text in told)
    height = min(max(_PAGE - lines * _LINE, _LEAST_MAP), _MOST_MAP)
    return paper_map.on_paper(briefing, Paper(round(width, 1), height))


def texts(briefing: Briefing, _size: Size | None = None) -> tuple[str, ...]:
    """Every text of its picture on A4, each paragraph as a whole."""
    sheet = _map(briefing, Emu(_A4[0] - 2 * _MARGIN).pt).sheet
    return tuple(
        dict.fromkeys(text.paragraph.words if text.paragraph else text.words for text in sheet.texts)
    )


def _text_width(document: Document) -> int:
    """In EMU."""
    section = document.sections[0]
    return int(section.page_width - section.left_margin - section.right_margin)


def _deployments(entries: Sequence[DeploymentEntry], document: Document) -> None:
    _say(document, documents.DEPLOYMENTS, "Heading 1")
    _table(entries[:MOST], document)
    if len(entries) > MOST:
        _say(document, long_lists.not_in_this_file(len(entries) - MOST))


def _table(entries: Sequence[DeploymentEntry], document: Document) -> None:
    """The table of deployments: the header row is repeated on each page, and no row is split."""
    rows = [[in_words(column.told(entry)) for column in _COLUMNS] for entry in entries]
    table = _grid(document, [column.heading for column in _COLUMNS], rows, tuple(_SHARES.values()))
    told = OxmlElement("w:tblDescription")
    told.set(qn("w:val"), documents.table_of_deployments(len(entries)))
    table._tbl.tblPr.append(told)  # noqa: SLF001


def _grid(
    document: Document, header: Sequence[str], rows: Sequence[Sequence[str]], shares: Sequence[float]
) -> Document:
    """A table whose header row is repeated on each page, and whose rows are not split."""
    table = document.add_table(rows=1, cols=len(header), style=_TABLE)
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Emu(round(share * _text_width(document)))
    _row(table.rows[0], header, bold=True)
    table.rows[0]._tr.get_or_add_trPr().append(_switched_on("w:tblHeader"))  # noqa: SLF001 - python-docx has none
    for cells in rows:
        row = table.add_row()
        _row(row, cells, bold=False)
        row._tr.get_or_add_trPr().append(_switched_on("w:cantSplit"))  # noqa: SLF001
    return table


def _switched_on(name: str) -> Element:
    element = OxmlElement(name)
    element.set(qn("w:val"), "true")
    return element


def _row(row: TableRow, texts: Sequence[str], *, bold: bool) -> None:
    for cell, text in zip(row.cells, texts, strict=True):
        run = cell.paragraphs[0].add_run(possible(text))
        run.bold = bold
        run.font.size = Pt(9)
