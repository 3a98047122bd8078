"""The first step: choose the file and how to read it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from itertools import islice

import streamlit as st
from markupsafe import Markup
from streamlit.runtime.uploaded_file_manager import UploadedFile

from eastflank.intake.tables.cells.sheets import Cell, Opened, SourceSheet, UnreadableTable
from eastflank.intake.tables.files import limits, opening, text_tables
from eastflank.intake.tables.importing import Layout
from eastflank.intake.tables.rows import day_of_table
from eastflank.model import Dataset
from eastflank.store.folder import Folder
from eastflank.ui.add_data import table_dataset, table_export, table_rows
from eastflank.ui.add_data import table_draft as drafts
from eastflank.ui.add_data import table_reading as reading
from eastflank.ui.add_data.hearing import heard
from eastflank.ui.add_data.table_draft import TableDraft, UploadedTable
from eastflank.words.chosen import add_table as words
from eastflank.words.chosen import dates_in_words

_ENDINGS = ("csv", "tsv", "txt", "xlsx", "xls", "ods", "geojson", "json", "kml", "kmz", "zip")
"""Suffixes of files that may hold a table."""
_SHOWN_ROWS, _SHOWN_COLUMNS, _HEADER_AMONG = 14, 14, 60
_LONGEST = 60
"""How many characters of a cell are shown."""


def ask(draft: TableDraft, dataset: Dataset) -> None:
    """Draw the widgets for a file or a pasted table."""
    megabytes = limits.MOST_BYTES // 1_000_000
    st.caption(words.limits(megabytes, limits.MOST_ROWS_IN_THE_PAGE, limits.MOST_COLUMNS))
    left, right = st.columns(2, gap="medium")
    with left:
        st.file_uploader(
            words.FILE, list(_ENDINGS), key=f"table-file#{draft.number}", max_upload_size=megabytes,
            on_change=heard(f"table-file#{draft.number}", None, partial(_uploaded, dataset)),
        )  # fmt: skip
    with right:
        key = f"table-pasted#{draft.number}"
        st.text_area(
            words.PASTE, value=draft.pasted, key=key, height=150, placeholder=words.PASTE_SHOWN,
            on_change=heard(key, draft.pasted, _typed),
        )  # fmt: skip
        st.button(words.READ_PASTED, key="table-read-pasted", on_click=_pasted, args=(key, dataset))


def _uploaded(dataset: Dataset, said: object) -> None:
    if isinstance(said, UploadedFile):
        name, content = said.name, said.getvalue()
        drafts.change(lambda now: _brought(now, name, content), words.READING)
        table_dataset.preset(dataset)


def _typed(said: object) -> None:
    drafts.change(lambda now: replace(now, pasted=str(said)))


def _pasted(key: str, dataset: Dataset) -> None:
    text = str(drafts.said(key) or "")
    if not text.strip():
        drafts.change(lambda now: replace(now, told="", refused=(words.NOTHING_PASTED,)))
        return
    content = text.encode("utf-8", "replace")
    drafts.change(lambda now: _brought(now, opening.PASTED, content))
    table_dataset.preset(dataset)


def _brought(draft: TableDraft, name: str, content: bytes) -> TableDraft:
    """The draft with a file if it can be opened; otherwise with the reason, and what to do."""
    brought = UploadedTable(_without_folder(name) or opening.PASTED, content)
    try:
        reading.opened(brought)
    except UnreadableTable as error:
        return replace(draft, told="", refused=(f"{brought.name}: {error}",))
    return TableDraft(brought=brought, number=draft.number + 1)


def show(draft: TableDraft, brought: UploadedTable, dataset: Dataset, place: Folder) -> bool:
    """Draw how the file is read, with its first rows. Returns whether it can be read in this way."""
    try:
        file: Opened | None = reading.opened(brought)
        sheet: SourceSheet | None = reading.sheet_of(brought)
        wrong = ""
    except UnreadableTable as error:
        file, sheet, wrong = None, None, str(error)
    layout: Layout | None = None
    if sheet is not None:
        try:
            layout = reading.laid_out(draft, brought, dataset)
        except UnreadableTable as error:
            wrong = str(error)
    if file is not None:
        table_export.offer(brought, file, dataset, place)
    _choices(draft, brought, file, sheet, layout)
    if wrong:
        st.html(
            Markup('<div class="ef-refused" role="alert"><b>{}</b> {}</div>').format(
                words.CANNOT_BE_READ, wrong
            )
        )
    if file and sheet:
        said = [file.what, *file.remarks]
        if layout:
            said.append(words.form(layout.table.wide, layout.table.unpivoted))
        st.html(Markup('<p class="ef-fine">{}</p>').format(" · ".join(said)))
        _first_rows(sheet, layout)
    return layout is not None


def _choices(
    draft: TableDraft,
    brought: UploadedTable,
    file: Opened | None,
    sheet: SourceSheet | None,
    layout: Layout | None,
) -> None:
    """Draw the reading options: the sheet of a workbook, the encoding and delimiter of a text, and more."""
    number = draft.number
    with st.container(horizontal=True, key="table-choices"):
        key_name = f"table-name#{number}"
        st.text_input(
            words.NAME, value=brought.name, key=key_name, help=words.NAME_HELP, width=220, max_chars=200,
            on_change=heard(
                key_name, brought.name,
                lambda said: drafts.change_reading(lambda old: _called(old, str(said))),
            ),
        )  # fmt: skip
        if brought.encoding or (file and file.encoding):
            _encoding(brought, file, number)
        if brought.delimiter or (file and file.delimiter):
            now = brought.delimiter or (file.delimiter if file else ",")
            options = list(words.DELIMITERS)
            key = f"table-delimiter#{number}"
            now = now if now in options else options[0]
            st.selectbox(
                words.DELIMITER, options, index=options.index(now),
                format_func=lambda one: words.DELIMITERS[one], key=key, help=words.DELIMITER_HELP, width=180,
                on_change=heard(
                    key, now,
                    lambda said: drafts.change_reading(lambda old: replace(_bare(old), delimiter=str(said))),
                ),
            )  # fmt: skip
        if file and sheet and len(file.sheets) > 1:
            _sheet(file, sheet, number)
        if sheet:
            _header(sheet, layout, number)
        key_day = f"table-day#{number}"
        st.date_input(
            words.DAY, value=reading.day_of(draft), max_value=reading.today(), min_value=date(1945, 1, 1),
            format="YYYY-MM-DD", key=key_day, help=words.DAY_HELP, width=180,
            on_change=heard(key_day, reading.day_of(draft), _day),
        )  # fmt: skip
        _named_day(draft, brought, layout)


def _named_day(draft: TableDraft, brought: UploadedTable, layout: Layout | None) -> None:
    """Offer the day that the file's name or a line above the table names."""
    above = [one.text for one in layout.table.lines if one.kind == "note"] if layout else []
    day = day_of_table.named_in((brought.name, *above), reading.today())
    if day and day != reading.day_of(draft):
        st.button(
            words.take_named_day(dates_in_words.day(day)), key="table-named-day",
            on_click=lambda: drafts.change(lambda now: replace(now, day=day, number=now.number + 1)),
        )  # fmt: skip


def _called(brought: UploadedTable, name: str) -> UploadedTable:
    return replace(brought, name=_without_folder(name) or brought.name)


def _without_folder(name: str) -> str:
    return name.replace("\\", "/").rsplit("/", 1)[-1].strip()[:200]


def _day(said: object) -> None:
    if isinstance(said, date):
        drafts.change(lambda now: replace(now, day=said))


def _encoding(brought: UploadedTable, file: Opened | None, number: int) -> None:
    now = brought.encoding or (file.encoding if file else "utf-8")
    names = {**text_tables.ENCODINGS}
    names.setdefault(now, {"utf-8-sig": "UTF-8 with a mark", "utf-16-le": "UTF-16"}.get(now, now.upper()))
    options, key = list(names), f"table-encoding#{number}"
    st.selectbox(
        words.ENCODING, options, index=options.index(now), format_func=lambda one: names[one], key=key,
        help=words.ENCODING_HELP, width=220,
        on_change=heard(
            key, now, lambda said: drafts.change_reading(lambda old: replace(_bare(old), encoding=str(said)))
        ),
    )  # fmt: skip


def _sheet(file: Opened, sheet: SourceSheet, number: int) -> None:
    names, key = [one.name for one in file.sheets], f"table-sheet#{number}"
    st.selectbox(
        words.SHEET, names, index=names.index(sheet.name), key=key, width=220,
        on_change=heard(
            key, sheet.name,
            lambda said: drafts.change_reading(lambda old: replace(_bare(old), sheet=str(said))),
        ),
    )  # fmt: skip


def _header(sheet: SourceSheet, layout: Layout | None, number: int) -> None:
    lines = {
        line: words.header_line(line, " | ".join(_shown(cell) for cell in row if cell is not None)[:_LONGEST])
        for line, row in zip(sheet.lines[:_HEADER_AMONG], sheet.rows[:_HEADER_AMONG], strict=True)
        if any(cell is not None for cell in row)
    }
    options, key = list(lines), f"table-header#{number}"
    now = layout.table.header if layout else None
    st.selectbox(
        words.HEADER, options, index=options.index(now) if now in options else None, key=key,
        format_func=lambda one: lines[one], help=words.HEADER_HELP, width=340,
        on_change=heard(
            key, now, lambda said: drafts.change_reading(lambda old: _with_header(old, said))
        ),
    )  # fmt: skip


def _with_header(brought: UploadedTable, line: object) -> UploadedTable:
    return replace(brought, header=line, mapping=None, kept=False) if isinstance(line, int) else brought


def _bare(brought: UploadedTable) -> UploadedTable:
    """The file without decisions about its table, because it will be another table."""
    return UploadedTable(brought.name, brought.content, brought.encoding, brought.delimiter, brought.sheet)


def _first_rows(sheet: SourceSheet, layout: Layout | None) -> None:
    """The first rows as in the file, each with how it was understood."""
    kinds = {line.number: line.kind for line in layout.table.lines} if layout else {}
    stated = (
        (line, row)
        for line, row in zip(sheet.lines, sheet.rows, strict=True)
        if any(cell is not None for cell in row)
    )
    rows = list(islice(stated, _SHOWN_ROWS))
    width = min(max((len(row) for _, row in rows), default=0), _SHOWN_COLUMNS)
    table_rows.show(
        words.FIRST_ROWS,
        [words.LINE, words.FIRST_ROWS, *[""] * width],
        (
            (kind, [line, *(_shown(cell) for cell in _padded(row, width)), words.LINE_KINDS.get(kind, kind)])
            for line, row in rows
            for kind in (kinds.get(line, "row"),)
        ),
    )


def _padded(row: tuple[Cell, ...], width: int) -> tuple[Cell, ...]:
    return (*row[:width], *(None,) * (width - len(row)))


def _shown(cell: Cell) -> str:
    text = "" if cell is None else str(cell)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
