"""The table of names of countries, read from `names/` in the data folder."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from eastflank.dates import NoDate, bounds
from eastflank.model import Finding
from eastflank.names.countries import KINDS, Alias, CountryNames
from eastflank.store import files
from eastflank.store.broken import BrokenData
from eastflank.words.chosen import dates_in_words
from eastflank.words.chosen import findings_in_files as words

NAMES = Path("names", "countries.csv")
"""Names kept by hand: its columns are those of `Alias`; `ambiguous_with` is joined by semicolons."""
EXONYMS = Path("names", "exonyms.csv")
"""Names in other languages, from CLDR: alias, language, iso3."""
_EXONYM = ("alias", "language", "iso3")


def read(data: Path) -> CountryNames:
    """Both tables, the one kept by hand first.

    Raises BrokenData, with every wrong row, if a file is missing or is not as described.
    """
    findings: list[Finding] = []
    aliases = []
    for line, row in _rows(data / NAMES, Alias._fields):
        others = tuple(filter(None, row.pop("ambiguous_with").split(";")))
        aliases.append(Alias(**row, ambiguous_with=others))
        findings += [
            Finding(NAMES.name, words.row(line, [row["alias"]]), column, problem, remedy)
            for column, problem, remedy in _problems(row)
        ]
    states = {alias.iso3: alias for alias in aliases if alias.kind in ("name", "former state")}
    findings += [
        Finding(NAMES.name, alias.alias, "ambiguous_with", *words.no_name(code))
        for alias in aliases
        for code in (alias.iso3, *alias.ambiguous_with)
        if code not in states
    ]
    for line, row in _rows(data / EXONYMS, _EXONYM):
        state = states.get(row["iso3"])
        if state is None:
            findings.append(
                Finding(
                    EXONYMS.name,
                    words.line(line),
                    "iso3",
                    *words.not_among_names(row["iso3"], NAMES.name),
                )
            )
            continue
        aliases.append(
            state._replace(
                alias=row["alias"], language=row["language"], kind="exonym", ambiguous_with=(), note=""
            )
        )
    if findings:
        raise BrokenData(findings)
    return CountryNames(aliases)


def _rows(file: Path, columns: tuple[str, ...]) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with its line. Raises BrokenData if the columns are different."""
    reader = csv.DictReader(io.StringIO(files.text(files.content(file), file.name), newline=""))
    if tuple(reader.fieldnames or ()) != columns:
        told = words.other_columns(reader.fieldnames or (), columns)
        raise BrokenData([Finding(file.name, "", "", *told)])
    for row in reader:
        yield reader.line_num, {column: row[column] or "" for column in columns}


def _problems(row: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Column, problem and remedy of what is wrong in a row."""
    if not row["alias"].strip():
        yield "alias", *words.ALIAS_EMPTY
    if row["kind"] not in KINDS:
        yield "kind", *words.no_kind(row["kind"], sorted(KINDS))
    for column in ("valid_from", "valid_to"):
        try:
            if row[column]:
                bounds(row[column])
        except NoDate as error:
            yield column, dates_in_words.no_date(error.text, backwards=error.backwards), words.WRITE_A_DATE
