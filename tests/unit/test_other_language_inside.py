"""Commands, findings and the inner steps of *Add data*, in the language of the tests: nothing is left in another one."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def left_over(module: str, argument: str) -> object:
    """What a module of `tests.pseudo` finds, in a process of its own: a process has one language."""
    told = subprocess.run(
        [sys.executable, "-m", f"tests.pseudo.{module}", argument],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert told.returncode == 0, told.stderr
    return json.loads(told.stdout)


@pytest.mark.parametrize("every", ["12", pytest.param("1", marks=pytest.mark.soak)])
def test_what_the_terminal_says_is_of_the_language(every: str) -> None:
    assert left_over("terminal", every) == {}


@pytest.mark.parametrize("every", ["48", pytest.param("1", marks=pytest.mark.soak)])
def test_every_finding_is_of_the_language(every: str) -> None:
    assert left_over("findings", every) == {}


@pytest.mark.soak  # tests/browser/test_other_language.py opens Add data
@pytest.mark.parametrize("journey", ["of_a_table", "of_a_review", "of_curation", "of_datasets"])
def test_the_inner_steps_of_add_data_are_of_the_language(journey: str) -> None:
    assert left_over("add_data", journey) == {journey: {}}
