"""`read`: the claims that articles may make, in words or as JSON."""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import NamedTuple

from eastflank.commands import given_day, given_file, known_text, output
from eastflank.gazetteer import offline
from eastflank.intake import article
from eastflank.intake.against_record import RecordComparison, compared, in_words
from eastflank.intake.article.answer import answer_of, lines
from eastflank.intake.article.datelines import own_day
from eastflank.intake.article.doubt import ARTICLE
from eastflank.intake.article.folding import folded
from eastflank.intake.article.language import reads_like_english
from eastflank.intake.article.opinion import Adviser, Told
from eastflank.intake.article.proposals import ArticleReading
from eastflank.intake.article.reader import read
from eastflank.intake.article.tables import Tables, build_tables
from eastflank.intake.documents.document import Document, UnreadableDocument
from eastflank.intake.documents.opening import LARGEST, opened
from eastflank.intake.drafts import applied, drafted
from eastflank.intake.second_opinion.network import LONGEST, opinion_on
from eastflank.intake.versions.recognising import Held
from eastflank.model import Dataset
from eastflank.reading.folding import fold
from eastflank.store import DATA, schema
from eastflank.store import tables as store_tables
from eastflank.store.broken import BrokenData
from eastflank.store.edits import Conflict, Refused
from eastflank.words.chosen import command_line, incoming
from eastflank.words.chosen import reading_articles as words


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `read`."""
    parser.add_argument(
        "articles",
        nargs="+",
        type=Path,
        metavar="ARTICLE",
        help=command_line.ARTICLES,
    )
    parser.add_argument(
        "--date",
        type=given_day.day,
        metavar="DATE",
        help=command_line.ARTICLE_DATE,
    )
    parser.add_argument("--json", action="store_true", help=command_line.JSON)
    parser.add_argument(
        "--to",
        type=Path,
        metavar="FOLDER",
        help=command_line.READ_TO,
    )
    parser.add_argument(
        "--about",
        action="append",
        default=[],
        type=_choice,
        metavar="NUMBER=ID",
        help=command_line.ABOUT,
    )
    parser.add_argument("--rules-alone", action="store_true", help=command_line.RULES_ALONE)
    parser.add_argument("--as", dest="kind", choices=known_text.CHOICES, help=incoming.AS_HELP)
    parser.add_argument("--who", default="curator", help=command_line.WHO)
    parser.add_argument("--data", type=Path, default=DATA, metavar="FOLDER", help=command_line.PLACE_NAMES)


def run(args: argparse.Namespace) -> int:
    """Print the proposals. Returns 0; 1 if a file could not be read, with the reason on standard error."""
    try:
        found = article_tables(args.data, adviser=None if args.rules_alone else opinion_on)
    except (OSError, KeyError, ValueError) as error:
        print(words.no_place_names(args.data, error), file=sys.stderr)
        return 1
    dataset, objection = _asked(args)
    if objection:
        print(objection, file=sys.stderr)
        return 1
    problems, answers = 0, {}
    told: list[str] = []
    for file in args.articles:
        try:
            content, document = _document(file)
        except UnreadableDocument as problem:
            print(f"{file}: {problem}", file=sys.stderr)
            problems += 1
            continue
        text = document.text
        if file.stem in answers:
            print(words.same_name(file, file.stem), file=sys.stderr)
            problems += 1
            continue
        if not reads_like_english(text):
            print(words.not_english(file), file=sys.stderr)
            problems += 1
            continue
        said = args.date or own_day(folded(text)) or known_text.day_of(document)
        reading = read(text, found, said, _progress(file.name))
        answers[file.stem] = answer_of(reading)
        held_against = (
            [compared(one, dataset, text, nation_names()) for one in reading.proposals] if dataset else []
        )
        held = known_text.known(text, dataset)
        told += known_text.lines(file.stem, text, held, dataset)
        told += list(_told(file, said, reading, text, held_against))
        if args.to is not None:
            added, wrong = _add(_Article(file, content, document, reading, said, held), args)
            told += added
            problems += wrong
            dataset, _ = _record(args.to, needed=True)
    if args.json:
        print(json.dumps(answers, ensure_ascii=not output.has_every_letter(), indent=1))
    elif told:
        print("\n".join(told))
    return 1 if problems else 0


def _progress(name: str) -> Told:
    """Tells a person at a terminal how far the reading is; in a pipe it tells nothing."""
    last = -1

    def told(done: int, every: int) -> None:
        nonlocal last
        percent = 100 * done // every
        if percent != last and sys.stderr.isatty():
            print(f"\r{words.reading(name, percent)}", end="\r", file=sys.stderr, flush=True)
        last = percent

    return told


def article_tables(data: Path, gazetteer: Path | None = None, adviser: Adviser | None = None) -> Tables:
    """What articles are read with: names from the folder of data, its gazetteer and the package.

    `adviser`: see `Tables`.

    Raises OSError, KeyError or ValueError if a table is missing or has other columns.
    """
    gazetteer = gazetteer or data / "gazetteer"
    places = [row["name"] for row in _rows(data / "places.csv")]
    for row in _rows(gazetteer / "phrases.csv"):
        if row["kind"] in ("sea", "region", "ocean"):
            places += [row["name"], *filter(None, row["also"].split(";"))]
    towns = offline.read(gazetteer / "geonames.csv.gz")
    spots = list(zip(towns["ascii"], towns["country"], strict=True))
    for row in [*_rows(data / "places.csv"), *_rows(gazetteer / "bases.csv")]:
        names = (row["name"], *filter(None, row.get("also", "").split(";")))
        spots += [(fold(name), row["country"]) for name in names if row["country"]]
    return build_tables(_forms("nations.csv"), places, spots, _forms("bodies.csv"), adviser)


def _forms(name: str) -> list[tuple[str, str, str]]:
    table = resources.files(article).joinpath(name).read_text(encoding="utf-8")
    return [(row["form"], row["nation"], row["kind"]) for row in csv.DictReader(table.splitlines())]


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def _document(file: Path) -> tuple[bytes, Document]:
    """The bytes of a file, and its text."""
    try:
        content = given_file.content(file, LARGEST)
    except given_file.Unreadable as reason:
        raise UnreadableDocument(words.text_alone(reason)) from reason
    return content, opened(file.suffix, content)


def _choice(typed: str) -> tuple[int, str]:
    """`3=efp-lva` as a number and an id."""
    number, _, deployment = typed.partition("=")
    if not number.isdecimal() or not deployment:
        raise argparse.ArgumentTypeError(words.no_choice(typed))
    return int(number), deployment


def _asked(args: argparse.Namespace) -> tuple[Dataset | None, str]:
    """The dataset to compare with, or None, and what is wrong with the options."""
    if args.about and (len(args.articles) > 1 or args.to is None):
        return None, words.ABOUT_ALONE
    return _record(args.to or args.data, needed=args.to is not None)


def _record(folder: Path, *, needed: bool) -> tuple[Dataset | None, str]:
    """The dataset in a folder, or None, and what is wrong if a dataset is needed."""
    if not needed and not (folder / schema.FILE).is_file():
        return None, ""
    try:
        return store_tables.read(folder), ""
    except BrokenData as broken:
        return None, str(broken)
    except OSError as error:
        return None, words.dataset_unread(folder, error.strerror)


class _Article(NamedTuple):
    """An article that was read."""

    file: Path
    content: bytes
    document: Document
    reading: ArticleReading
    said: date | None
    held: Held | None
    """The source that holds its text, or a very similar one."""


def _add(one: _Article, args: argparse.Namespace) -> tuple[list[str], int]:
    """Add an article's proposals to the record. Returns what to print, and how many problems there were."""
    dataset, objection = _record(args.to, needed=True)
    if dataset is None:
        return [objection], 1
    name, text, said = one.file.stem, one.document.text, one.said
    if one.held and one.held.same:
        return [words.held_already(name, one.held.source)], 0
    if one.held and args.kind != "other":
        return _corrected(one, one.held, args)
    if said is None:
        print(words.day_missing(name), file=sys.stderr)
        return [], 1
    told = [(each, compared(each, dataset, text, nation_names())) for each in one.reading.proposals]
    origin = known_text.origin_of(one.content, one.document)
    found = drafted(name, text, told, dataset, said, about=dict(args.about), origin=origin)
    try:
        done = applied(args.to, name, text, found, said, who=args.who, when=_today(), origin=origin)
    except (Refused, Conflict, BrokenData, OSError) as error:
        print(f"{words.refused(name)}\n{error}", file=sys.stderr)
        return [], 1
    said_of_them = [words.left_out(number, reason) for number, reason in done.left_out]
    last = words.added(name, done.source, len(done.drafts)) if done.drafts else words.nothing(name)
    return [*said_of_them, last], 0


def _corrected(one: _Article, held: Held, args: argparse.Namespace) -> tuple[list[str], int]:
    """The same for a text similar to one in the record, if the user says that it is the corrected text."""
    name = one.file.stem
    if args.kind is None:
        return [f"{name}: {incoming.SAY_AS}"], 1
    try:
        done = known_text.correct(
            args.to, one.file, one.content, one.document, held, who=args.who, when=_today()
        )
    except (Refused, Conflict, BrokenData, OSError) as error:
        print(f"{words.refused(name)}\n{error}", file=sys.stderr)
        return [], 1
    return [done], 0


@cache
def nation_names() -> Mapping[str, str]:
    """Names of all nations by code, from the reader's own table: the first one of each."""
    found: dict[str, str] = {}
    for form, nation, kind in _forms("nations.csv"):
        if kind == "name":
            found.setdefault(nation, form.removeprefix("the "))
    return found


def _today() -> date:
    return datetime.now(tz=UTC).date()


def _told(
    file: Path,
    said: date | None,
    reading: ArticleReading,
    text: str,
    held_against: Sequence[RecordComparison],
) -> Iterator[str]:
    day = said.isoformat() if said else words.DAY_NOT_KNOWN
    yield words.article(file.stem, day, len(reading.proposals), len(reading.passed_over))
    if reading.by_rules_alone:
        yield words.read_by_the_rules_alone(LONGEST, ARTICLE, long=len(text) > LONGEST)
    yield from lines(reading, text, [tuple(in_words(one)) for one in held_against])
    yield ""
