"""Laws of the names of deployments: a reader knows them by their names."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from eastflank.checks.rows import TableRows
from eastflank.model import Dataset, Finding
from eastflank.words.chosen import findings_on_rows as told

_CYRILLIC = "\u0430\u0432\u0435\u043a\u043c\u043d\u043e\u0440\u0441\u0442\u0443\u0445\u0456\u0458\u0455"
_GREEK = "\u03b1\u03b2\u03b5\u03b9\u03ba\u03bc\u03bd\u03bf\u03c1\u03c4\u03c5\u03c7"
_LATIN = str.maketrans(_CYRILLIC + _GREEK, "abekmhopctyxijs" + "abeikmnoptyx")
"""Folded letters of other scripts, small or capital, that look like Latin ones."""


def no_two_deployments_bear_one_name(dataset: Dataset) -> Iterator[Finding]:
    """No two deployments have names that look the same: one deployment under two ids would count twice."""
    deployments = TableRows("deployments", dataset.deployments)
    ids, names = (deployments.frame[column].tolist() for column in ("id", "name"))
    first: dict[str, str] = {}
    for line, one, name in zip(deployments.frame.index.tolist(), ids, names, strict=True):
        if (other := first.setdefault(_folded(str(name)), one)) != one:
            yield deployments.finding(line, "name", *told.name_of_another(str(name), other))


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split()).translate(_LATIN)
