"""`read`: the claims that articles may make, in words or as JSON."""

from __future__ import annotations

import argparse
import csv
from importlib import resources
from pathlib import Path

from eastflank.gazetteer import offline
from eastflank.intake import article
from eastflank.intake.article.tables import Tables, tables


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The options of `read`."""
    parser.add_argument("articles", nargs="+", metavar="ARTICLE")


def article_tables(data: Path) -> Tables:
    """What the rules look words up in, from the folder of data and the package."""
    forms = resources.files(article).joinpath("nations.csv").read_text(encoding="utf-8").splitlines()
    nations = [(row["form"], row["nation"], row["kind"]) for row in csv.DictReader(forms)]
    with (data / "places.csv").open(encoding="utf-8", newline="") as lines:
        places = [row["name"] for row in csv.DictReader(lines)]
    with (data / "gazetteer" / "phrases.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["kind"] in ("sea", "region", "ocean"):
                places += [row["name"], *filter(None, row["also"].split(";"))]
    towns = offline.read(data / "gazetteer" / "geonames.csv.gz")
    return tables(nations, places, towns["name"])


def run(args: argparse.Namespace) -> int:
    """Print the proposals."""
    return 0
