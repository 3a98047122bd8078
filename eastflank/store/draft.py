"""The tables of a dataset with edits made, before anything is written."""

from __future__ import annotations

import dataclasses
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from eastflank.model import OPTIONAL, TABLES, Finding
from eastflank.store import files, folder, journal, optional_columns, optional_tables, schema
from eastflank.store.edit_texts import is_text, named, next_digits
from eastflank.store.edit_values import Edit, Hold, Insert, Remove, Replace, Retract
from eastflank.store.journal import Noted
from eastflank.store.schema_values import Table
from eastflank.store.table_text import Key, TableText, row_text
from eastflank.words.chosen import findings_in_folders as words

_CHANGES, _CLAIMS, _SOURCES = "changes", "claims", "sources"
_NUMBER = re.compile(r"C([0-9]{4,})")
_FILE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}")
"""The name of an article's file: never a path, never hidden."""


@dataclass(slots=True)
class Draft:
    """The tables with the edits so far, what has changed, and what is wrong with the edits."""

    tables: Mapping[str, Table]
    old: Mapping[str, bytes]
    """The content of each table's file."""
    texts: dict[str, TableText]
    place: folder.Folder
    schema: bytes | None = None
    """The new description of the tables, if they get more columns; None if it does not change."""
    held: dict[str, bytes | None] = field(default_factory=dict)
    """The new content of articles, by name; None: the article is removed."""
    reverse: list[Edit] = field(default_factory=list)
    """The edits that undo the edits so far; the undo of the first edit is first."""
    waiting: dict[str, dict[Key, str]] = field(default_factory=dict)
    """The text of new rows, by table and key, that is not in `texts` yet: many may be added at once."""
    own: dict[str, dict[Key, str]] = field(default_factory=dict)
    """Rows that were copied to be changed, by table."""
    changes: list[Noted] = field(default_factory=list)
    problems: list[Finding] = field(default_factory=list)

    @classmethod
    def of(cls, place: folder.Folder, edits: Sequence[Edit] = ()) -> Draft:
        """The tables of a folder, with the columns that the edits need.

        Raises BrokenData if a file cannot be read.
        """
        known = {name: table for name, table in schema.read(place.root).items() if name in TABLES}
        old = {name: files.content(place.root / table.file) for name, table in known.items()}
        used = [(edit.table, edit.row.keys()) for edit in edits if isinstance(edit, Insert | Replace)]
        wider: Mapping[str, bytes] = {}
        if lacking := optional_columns.needed(used, known):
            held = {known[name].file: content for name, content in old.items()}
            held[schema.FILE] = files.content(place.root / schema.FILE)
            wider = optional_columns.widened(held, lacking)
            known = {name: one for name, one in schema.accepted(wider[schema.FILE]).items() if name in known}
        now = {name: wider.get(known[name].file, content) for name, content in old.items()}
        more, there = optional_tables.described(), optional_tables.contents(place.root)
        now |= {name: there.get(name, optional_tables.empty(table)) for name, table in more.items()}
        known |= more
        texts = {name: TableText.of(known[name], content.decode()) for name, content in now.items()}
        return cls(known, {**old, **there}, texts, place, wider.get(schema.FILE))

    def make(self, edit: Edit, reason: str) -> None:
        """Make one edit, or note what is wrong with it."""
        match edit:
            case Insert():
                self._insert(edit, reason)
            case Replace():
                self._replace(edit, reason)
            case Retract():
                self._retract(edit)
            case Remove():
                self._remove(edit, reason)
            case Hold():
                self._hold(edit)

    def sign(self, who: str, when: date) -> None:
        """A row of `changes.csv` for each change, after the existing rows."""
        text = self._text_of(_CHANGES)
        for name in list(self.waiting):
            self._text_of(name)
        reasons = dict.fromkeys(change.reason for change in self.changes)
        for column, said in (("who", who), *(("reason", reason) for reason in reasons)):
            if not is_text(said):
                self._object(text.table.file, "", column, *words.HALF_A_CHARACTER)
                return
        digits = max((found[1] for (key,) in text.rows if (found := _NUMBER.fullmatch(key))), default="0000")
        rows = []
        columns = {name: table.columns for name, table in self.tables.items()}
        for change in journal.told(self.changes, columns):
            digits = next_digits(digits)
            own = {
                "id": f"C{digits}",
                "changed_on": when.isoformat(),
                "who": who,
                "table": change.table,
                "row": change.row,
                "column": change.column,
                "before": change.before,
                "after": change.after,
                "reason": change.reason,
            }
            rows.append(own)
        self.texts[_CHANGES] = text.with_rows(rows, last=True)
        self.changes.clear()  # they keep every new row in memory

    def articles(self) -> Mapping[str, tuple[bytes | None, bytes | None]]:
        """The same for the held articles."""
        seeds = self.place.seeds
        if self.held and not self.place.own[folder.ARTICLES]:
            seeds = self.place.root / folder.ARTICLES
        way = Path(os.path.relpath(seeds.resolve(), self.place.root.resolve()))
        return {str(way / file): (self._article(file), new) for file, new in self.held.items()}

    def changed(self) -> Mapping[str, tuple[bytes | None, bytes]]:
        """The old content (None: no file) and the new content of each file that changes, by name."""
        new = {name: str(self.texts[name]).encode() for name in self.tables}
        found: dict[str, tuple[bytes | None, bytes]] = {
            table.file: (self.old.get(name), new[name])
            for name, table in self.tables.items()
            if new[name] != self.old.get(name, optional_tables.empty(table))
        }
        coming = [name for name in OPTIONAL if name not in self.old and self.tables[name].file in found]
        if found and (coming or self.schema is not None):
            package = files.content(self.place.root / schema.FILE)
            described = self.schema or package
            for name in coming:
                described = optional_tables.with_description(described, name)
            if described != package:
                found[schema.FILE] = (package, described)
        return found

    def _insert(self, edit: Insert, reason: str) -> None:
        if not (line := self._line(edit.table, edit.row)):
            return
        text, table = self.texts[edit.table], self.tables[edit.table]
        waiting = self.waiting.setdefault(edit.table, {})
        row = edit.row
        key = tuple([row.get(column, "") for column in table.key])
        if key in waiting:
            text = self._text_of(edit.table)
        if key in text.rows:
            told = words.row_there_already(key, text.line(key))
            self._object(table.file, named(key), table.key[0], *told)
            return
        waiting[key] = line
        own = Retract(key[0], reason) if edit.table == _CLAIMS else Remove(edit.table, key)
        self.reverse.append(own)
        if edit.table not in OPTIONAL:  # these rows have their own author and time
            self.changes.append(Noted(edit.table, journal.named(key), reason, "", "", "", row))

    def _replace(self, edit: Replace, reason: str) -> None:
        if not self._fits(edit.table, edit.row):
            return
        text, table = self._text_of(edit.table), self.tables[edit.table]
        if edit.key not in text.rows:
            self._object(table.file, named(edit.key), "", *words.no_row_to_replace(edit.key))
            return
        before = text.cells(edit.key)
        other = {column: cell for column, cell in edit.row.items() if before[column] != cell}
        for column in table.key:
            if column in other:
                self._object(table.file, named(edit.key), column, *words.key_stays(other[column]))
                return
        self._own_rows(edit.table)[edit.key] = text.row_changed(edit.key, other, before)
        if other:
            back = {column: before[column] for column in other}
            self.reverse.append(Replace(edit.table, edit.key, back))
        self.changes += [
            Noted(edit.table, journal.named(edit.key), reason, column, before[column], other[column])
            for column in table.columns
            if column in other
        ]

    def _retract(self, edit: Retract) -> None:
        key = (edit.claim,)
        text = self._text_of(_CLAIMS)
        if key in text.rows and text.cells(key)["review"] == "retracted":
            self._object(text.table.file, edit.claim, "review", *words.RETRACTED_ALREADY)
            return
        self._replace(Replace(_CLAIMS, key, {"review": "retracted"}), edit.reason)

    def _remove(self, edit: Remove, reason: str) -> None:
        if not self._fits(edit.table, {}):
            return
        text, table = self._text_of(edit.table), self.tables[edit.table]
        if edit.table == _CLAIMS:
            self._object(table.file, named(edit.key), "", *words.NEVER_REMOVED)
        elif edit.key not in text.rows:
            self._object(table.file, named(edit.key), "", *words.no_row_to_remove(named(edit.key)))
        else:
            cells = {column: cell for column, cell in text.cells(edit.key).items() if cell}
            self.texts[edit.table] = text.without(edit.key)
            said = journal.in_words(cells)
            self.changes.append(Noted(edit.table, journal.named(edit.key), reason, before=said))
            self.reverse.append(Insert(edit.table, cells))

    def _hold(self, edit: Hold) -> None:
        file = self.tables[_SOURCES].file
        if not _FILE.fullmatch(edit.file):
            self._object(file, "", "file", *words.no_file_name(edit.file[:100]))
            return
        shares = not self.place.own[folder.ARTICLES] and not self.held  # own since its first article
        if shares and any(self._text_of(_SOURCES).cells(key)["file"] for key in self._text_of(_SOURCES).rows):
            if not self._is_shared(edit):
                self._object(file, "", "file", *words.others_articles(folder.ARTICLES))
            return
        old = self._article(edit.file)
        if old is not None and edit.content is not None and old != edit.content:
            self._object(file, "", "file", *words.article_there_already(edit.file))
        elif old != edit.content:
            self.held[edit.file] = edit.content
            self.reverse.append(Hold(edit.file, old))

    def _is_shared(self, edit: Hold) -> bool:
        """Whether exactly this text is among the articles that the dataset shares with the shipped one."""
        path = self.place.seeds / edit.file
        return path.is_file() and files.content(path) == edit.content

    def _article(self, file: str) -> bytes | None:
        """The content of a held article's file; None if there is no file."""
        path = self.place.seeds / file
        own = self.place.own[folder.ARTICLES]
        return files.content(path) if own and os.path.lexists(path) else None

    def _text_of(self, name: str) -> TableText:
        """The text of a table, with all its new rows."""
        if rows := self.waiting.pop(name, None):
            self.texts[name] = self.texts[name].with_texts(rows)
        return self.texts[name]

    def _own_rows(self, name: str) -> dict[Key, str]:
        """The rows of a table in this draft's own copy, which is made only once, even for many changes."""
        text = self.texts[name]
        if self.own.get(name) is not text.rows:
            self.own[name] = dict(text.rows)
            self.texts[name] = dataclasses.replace(text, rows=self.own[name])
        return self.own[name]

    def _line(self, name: str, row: Mapping[str, str]) -> str:
        """The text of a new row; empty if the table cannot have it, and what is wrong is noted."""
        table = self.tables.get(name) if name != _CHANGES else None
        if table is not None and row.keys() <= table.names and is_text(line := row_text(table, row)):
            return line  # the usual case: all its cells are checked together
        self._fits(name, row)
        return ""

    def _fits(self, name: str, row: Mapping[str, str]) -> bool:
        """Whether the table may be edited, has the columns, and the cells are text; notes what is wrong."""
        if name not in self.tables or name == _CHANGES:
            known = [each for each in self.tables if each != _CHANGES]
            self._object(name, "", "", *words.not_editable(known))
            return False
        if row.keys() <= self.tables[name].names and is_text("".join(row.values())):
            return True
        table, wrong = self.tables[name], len(self.problems)
        key = named(tuple(row.get(column, "") for column in table.key if column in row))
        for column, cell in row.items():
            if column not in table.columns:
                self._object(table.file, key, column, *words.no_such_column(table.columns))
            elif not is_text(cell):
                self._object(table.file, key, column, *words.HALF_A_CHARACTER)
        return len(self.problems) == wrong

    def _object(self, table: str, row: str, column: str, problem: str, remedy: str) -> None:
        self.problems.append(Finding(table, row, column, problem, remedy))
