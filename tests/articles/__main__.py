"""Scores the reader of articles: `python -m tests.articles`. See README.md in this folder."""

from __future__ import annotations

import argparse
import csv
import json
import time
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from eastflank.commands.read import article_tables
from eastflank.intake.article.answer import answer_of
from eastflank.intake.article.reader import read
from eastflank.intake.second_opinion.network import opinion_on
from eastflank.store import DATA
from tests.articles.scoring import Score, report, score
from tests.frozen import FOLDER

HERE = Path(__file__).parent
SEEDS = FOLDER / "seeds"
KINDS = ("deployment", "measure", "logistics", "adversary", "meeting", "statement")


class Article(NamedTuple):
    name: str
    text: str
    said: date
    answers: list[dict[str, Any]]


def articles(folder: str, *, sort: bool = True) -> Iterator[Article]:
    """The articles of a folder with their answers, by name or in the order in which they were written."""
    answers = json.loads((HERE / folder / "answers.json").read_text(encoding="utf-8"))
    with (HERE / "dates.csv").open(encoding="utf-8", newline="") as lines:
        days = {row["article"]: date.fromisoformat(row["date"]) for row in csv.DictReader(lines)}
    for name, claims in sorted(answers.items()) if sort else answers.items():
        text = (HERE / folder / f"{name}.txt").read_text(encoding="utf-8")
        yield Article(name, text, days[name], claims)


def seeds() -> Iterator[Article]:
    """The two articles of the record, whose answers are its claims."""
    rows = _rows("claims.csv")
    shares: dict[str, list[dict[str, str]]] = {}
    for row in _rows("contributions.csv"):
        shares.setdefault(row["claim"], []).append(row)
    places = {row["id"]: row["name"] for row in _rows("places.csv")}
    for source in _rows("sources.csv"):
        if not source["file"]:
            continue
        text = (SEEDS / source["file"]).read_bytes().decode("utf-8")
        claims = [
            _seed_claim(row, text, shares.get(row["id"], []), places)
            for row in rows
            if row["source"] == source["id"] and row["quote"]
        ]
        said = max(row["said_on"] for row in rows if row["source"] == source["id"])
        yield Article(source["id"], text, date.fromisoformat(said), claims)


def _seed_claim(
    row: Mapping[str, str], text: str, shares: list[dict[str, str]], places: Mapping[str, str]
) -> dict[str, Any]:
    start = text.index(row["quote_prefix"] + row["quote"]) + len(row["quote_prefix"])
    values = {
        name: row[name]
        for name in (
            "lead",
            "host",
            "troops_low",
            "troops_high",
            "hedge",
            "counts",
            "status",
            "unit_count",
            "starts",
            "ends",
            "said_on",
        )
    }
    values["place"] = places.get(row["place"], "")
    values["speaker"] = row["speaker"] or row["speaker_role"]
    values["contributors"] = ";".join(sorted(share["nation"] for share in shares))
    fields = {name: {"value": value, "spans": []} for name, value in values.items() if value}
    return {"quote": [start, start + len(row["quote"])], "kind": row["kind"], "fields": fields}


def _rows(table: str) -> list[dict[str, str]]:
    with (FOLDER / table).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(prog="python -m tests.articles", description=__doc__)
    parser.add_argument("--sealed", action="store_true", help="score the ten texts that are kept back")
    parser.add_argument("--unseen", action="store_true", help="score the newest texts, not yet tuned on")
    parser.add_argument(
        "--folder",
        action="append",
        default=[],
        metavar="NAME",
        help="score the texts of a folder, as sixteenth",
    )
    parser.add_argument("--problems", action="store_true", help="list what is wrong, missed or false")
    parser.add_argument("--rules-alone", action="store_true", help="without the second opinion")
    parser.add_argument("--only", metavar="NAME", help="one article")
    args = parser.parse_args()
    folders = [folder for folder in ("sealed", "unseen") if getattr(args, folder)] + args.folder
    chosen = [(folder, list(articles(folder))) for folder in folders] or [
        ("open", list(articles("open"))),
        ("seeds", list(seeds())),
    ]
    adviser = None if args.rules_alone else opinion_on
    tables = article_tables(FOLDER, gazetteer=DATA / "gazetteer", adviser=adviser)
    for title, found in chosen:
        totals = {kind: Score() for kind in KINDS}
        false, without, letters, seconds = 0, 0, 0, 0.0
        for one in found:
            if args.only not in (None, one.name):
                continue
            begun = time.process_time()
            proposals = answer_of(read(one.text, tables, one.said))
            seconds += time.process_time() - begun
            letters += len(one.text.encode())
            for kind, total in totals.items():
                score(one.name, one.text, proposals, one.answers, total, kind)
            if not any(claim["kind"] == "deployment" for claim in one.answers):
                without += 1
                false += any(claim["kind"] == "deployment" for claim in proposals)
        print(f"\n{title}: {len(found)} articles, {letters / 1000 / seconds:.0f} KB/s of processor time")
        for kind, total in totals.items():
            lines = list(report(kind, total))
            print("\n".join(lines if kind == "deployment" else lines[:1]))
            if args.problems and (kind != "statement"):
                print("\n".join(total.problems))
        print(f"texts without a deployment in which one is proposed: {false} of {without}")


if __name__ == "__main__":
    main()
