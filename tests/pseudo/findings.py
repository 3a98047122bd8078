"""Finds what can be wrong in data in the language of the tests, and tells as JSON what is left in another one.

`python -m tests.pseudo.findings 12`: every twelfth of the laws breached and damages done, by its name.
"""

from __future__ import annotations

import json
import re
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import tests.pseudo.speaking  # noqa: F401 - before anything of the page

# isort: split
from eastflank import checks
from eastflank.model import Finding
from eastflank.store import audited, tables
from eastflank.store.broken import BrokenData
from tests.damages import DAMAGES, good
from tests.pseudo.reading import foreign
from tests.unit.small_data import SmallData
from tests.unit.test_checks import BREACHES, Change

NO_NAMES = re.compile(r"(?!)")
"""A finding stands in brackets with all that it names."""


def _breached(law: checks.Law, change: Change, folder: Path) -> Sequence[Finding]:
    small = SmallData(folder)
    change(small)
    try:
        return [*law(tables.read(*small.write()))]
    except BrokenData as broken:
        return broken.findings


def _damaged(inflict: Callable[[Path], None], folder: Path) -> Sequence[Finding]:
    root = good(folder)
    inflict(root)
    try:
        return audited.findings(tables.read(root))
    except BrokenData as broken:
        return broken.findings


CASES: Sequence[tuple[str, Callable[[Path], Sequence[Finding]]]] = [
    *((f"{law.__name__}: {said}", partial(_breached, law, change)) for law, change, said in BREACHES),
    *((damage.name, partial(_damaged, damage.inflict)) for damage in DAMAGES),
]


def left_over(every: int) -> dict[str, list[str]]:
    """By law or damage, the lines that say something in another language."""
    found = {}
    for name, findings in CASES[::every]:
        with tempfile.TemporaryDirectory() as folder:
            told = "\n".join(f"{one.problem}\n{one.remedy}" for one in findings(Path(folder)))
        lines = [*dict.fromkeys(foreign(told, NO_NAMES))]
        if lines:
            found[name] = lines
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(left_over(int(sys.argv[1])), ensure_ascii=False, indent=1))
