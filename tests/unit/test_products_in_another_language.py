"""Exports in the language of the tests: no format has text in another language."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.representatives import some

ROOT = Path(__file__).resolve().parents[2]
VIEWS = [
    "host=LVA&asof=2022-06-28&deployment=efp-lva",
    "asof=2022-06-28&deployment=efp-lva",
    "asof=2022-06-28&since=2017-08-28&layout=pair",
    "asof=2015-01-01",
]


@pytest.mark.parametrize("query", some(VIEWS))
def test_every_product_is_of_the_language(query: str) -> None:
    """In a process of its own: a process has one language."""
    told = subprocess.run(
        [sys.executable, "-m", "tests.pseudo.products", query],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    assert json.loads(told.stdout) == {}
