"""`read`: the claims that articles may make, in words or as JSON."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from datetime import date
from importlib import resources
from pathlib import Path

from eastflank.commands import given_file, output
from eastflank.gazetteer import offline
from eastflank.intake import article
from eastflank.intake.article.answer import answer, lines
from eastflank.intake.article.datelines import own_day
from eastflank.intake.article.folding import folded
from eastflank.intake.article.language import reads_like_english
from eastflank.intake.article.proposals import Reading
from eastflank.intake.article.reader import read
from eastflank.intake.article.tables import Tables, tables
from eastflank.intake.documents.document import UnreadableDocument
from eastflank.intake.documents.opening import LARGEST, opened
from eastflank.store import DATA


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `read`."""
    parser.add_argument(
        "articles",
        nargs="+",
        type=Path,
        metavar="ARTICLE",
        help="files: TXT, HTML, EML, DOCX or PDF, in English",
    )
    parser.add_argument(
        "--date",
        type=date.fromisoformat,
        metavar="DATE",
        help="the day of the articles, such as 2016-06-14 (default: the day that each states itself)",
    )
    parser.add_argument("--json", action="store_true", help="print JSON instead of text")
    parser.add_argument(
        "--data", type=Path, default=DATA, metavar="FOLDER", help="the tables with names of places"
    )


def run(args: argparse.Namespace) -> int:
    """Print the proposals; 0, or 1 with what is wrong on standard error where a file could not be read."""
    try:
        found = article_tables(args.data)
    except (OSError, KeyError, ValueError) as error:
        print(
            f"{args.data}: the names of places cannot be read ({error}). Give a folder with --data.",
            file=sys.stderr,
        )
        return 1
    problems, answers, told = 0, {}, []
    for file in args.articles:
        try:
            text = _text(file)
        except UnreadableDocument as problem:
            print(f"{file}: {problem}", file=sys.stderr)
            problems += 1
            continue
        if file.stem in answers:
            print(f"{file}: another article is named {file.stem} too. Rename one of them.", file=sys.stderr)
            problems += 1
            continue
        if not reads_like_english(text):
            print(f"{file}: It does not read like English, the one language of the rules.", file=sys.stderr)
            problems += 1
            continue
        said = args.date or own_day(folded(text))
        reading = read(text, found, said)
        answers[file.stem] = answer(reading)
        told += list(_told(file, said, reading, text))
    if args.json:
        print(json.dumps(answers, ensure_ascii=not output.has_every_letter(), indent=1))
    elif told:
        print("\n".join(told))
    return 1 if problems else 0


def article_tables(data: Path, gazetteer: Path | None = None) -> Tables:
    """What the rules look words up in, from the folder of data, its gazetteer and the package.

    Raises OSError, KeyError or ValueError where a table is missing or has other columns.
    """
    forms = resources.files(article).joinpath("nations.csv").read_text(encoding="utf-8").splitlines()
    nations = [(row["form"], row["nation"], row["kind"]) for row in csv.DictReader(forms)]
    gazetteer = gazetteer or data / "gazetteer"
    places = [row["name"] for row in _rows(data / "places.csv")]
    for row in _rows(gazetteer / "phrases.csv"):
        if row["kind"] in ("sea", "region", "ocean"):
            places += [row["name"], *filter(None, row["also"].split(";"))]
    return tables(nations, places, offline.read(gazetteer / "geonames.csv.gz")["name"])


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def _text(file: Path) -> str:
    try:
        return opened(file.suffix, given_file.content(file, LARGEST)).text
    except given_file.Unreadable as reason:
        raise UnreadableDocument(f"{reason} Name a file with the article's text alone.") from reason


def _told(file: Path, said: date | None, reading: Reading, text: str) -> Iterator[str]:
    day = said.isoformat() if said else "day not known: give it with --date"
    yield f"{file.stem} ({day}): {len(reading.proposals)} proposals, {len(reading.passed_over)} passed over"
    yield from lines(reading, text)
    yield ""
