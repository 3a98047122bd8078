"""Tables of names for tests of the reader: every form of every nation, and few places."""

import csv
import functools
from importlib import resources

from eastflank.intake import article
from eastflank.intake.article.tables import Tables, build_tables

PLACES = ("NATO headquarters", "Black Sea", "the Baltics and eastern Europe", "Mihail Kogălniceanu air base")
TOWNS = (("rukla", "LTU"), ("tapa", "EST"), ("orzysz", "POL"))


@functools.cache
def small_tables() -> Tables:
    return build_tables(_forms("nations.csv"), PLACES, TOWNS, _forms("bodies.csv"))


def _forms(name: str) -> list[tuple[str, str, str]]:
    lines = resources.files(article).joinpath(name).read_text(encoding="utf-8").splitlines()
    return [(row["form"], row["nation"], row["kind"]) for row in csv.DictReader(lines)]
