"""Writes `exonyms.csv` again. A tool for maintainers: the dashboard never runs it.

    pip install babel==2.18.0
    PYTHONPATH=. python data/names/exonyms.py

It takes the names of countries from CLDR, which the package babel carries. A name that `countries.csv`
has already, or that means another country in another language, is left out. The same version of babel
gives the same bytes.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

from babel import Locale

from eastflank.reading.folding import fold

HERE = Path(__file__).resolve().parent
LANGUAGES = [
    "de",
    "fr",
    "ru",
    "uk",
    "pl",
    "es",
    "it",
    "pt",
    "nl",
    "da",
    "sv",
    "nb",
    "fi",
    "et",
    "lv",
    "lt",
    "cs",
    "sk",
    "hu",
    "ro",
    "bg",
    "mk",
    "sr",
    "sr_Latn",
    "hr",
    "bs",
    "sl",
    "sq",
    "el",
    "tr",
    "ka",
    "be",
    "is",
    "ca",
    "az",
    "hy",
]
"""Languages of the region and of its allies, as CLDR writes them."""


def main() -> None:
    """Read `countries.csv`, write `exonyms.csv`, print how many names it holds."""
    with (HERE / "countries.csv").open(encoding="utf-8", newline="") as file:
        curated = list(csv.DictReader(file))
    known = {fold(row["alias"]) for row in curated}
    codes = {row["iso2"]: row["iso3"] for row in curated if row["kind"] == "name"}
    meant: dict[str, set[str]] = defaultdict(set)
    names: dict[str, tuple[str, str, str]] = {}
    for language in LANGUAGES:
        for alpha2, name in Locale.parse(language).territories.items():
            if alpha2 in codes and fold(name) not in known and len(fold(name)) > 2:  # noqa: PLR2004 - codes
                meant[fold(name)].add(codes[alpha2])
                names.setdefault(fold(name), (name, language, codes[alpha2]))
    rows = sorted((row for key, row in names.items() if len(meant[key]) == 1), key=lambda row: row[::-1])
    with (HERE / "exonyms.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("alias", "language", "iso3"))
        table.writerows(rows)
    shared = sorted(key for key, countries in meant.items() if len(countries) > 1)
    print(f"{len(rows)} names; left out for meaning several countries: {shared}")


if __name__ == "__main__":
    main()
