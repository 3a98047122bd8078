"""The language of a process: which folder of sentences it speaks, and what it says of one that is not there."""

import ast
import os
import pkgutil
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from eastflank import words
from eastflank.words import chosen

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = [found.name for found in pkgutil.iter_modules(words.__path__) if found.ispkg]


def test_english_is_spoken_where_no_language_is_named() -> None:
    assert chosen.LANGUAGE == "en"
    assert chosen.values is import_module("eastflank.words.en.values")


def test_files_and_pages_name_the_language_by_its_tag() -> None:
    assert (chosen.TAG, chosen.CODE) == ("en-GB", "en")
    for language in LANGUAGES:
        assert re.fullmatch("[a-z]{2,3}(-[A-Z]{2})?", import_module(f"eastflank.words.{language}").TAG)


def test_a_module_that_a_language_lacks_is_an_import_error() -> None:
    with pytest.raises(ImportError, match="cannot import name 'no_such_subject'"):
        exec("from eastflank.words.chosen import no_such_subject")  # noqa: S102 - an import is a statement


@pytest.mark.parametrize("named", ["xx", "../en", "chosen"])
@pytest.mark.parametrize("program", ["-m eastflank show", "dashboard.py"])
def test_a_language_that_is_not_there_is_told_without_a_traceback(named: str, program: str) -> None:
    told = subprocess.run(
        [sys.executable, *program.split()],
        env={**os.environ, "EASTFLANK_LANGUAGE": named},
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    known = ", ".join(LANGUAGES)
    assert (told.returncode, told.stdout, told.stderr) == (
        2,
        "",
        f"EASTFLANK_LANGUAGE is “{named}”, and there is no such language. Known: {known}.\n",
    )


def test_the_chosen_language_declares_every_module_of_english() -> None:
    source = ast.parse((ROOT / "eastflank/words/chosen.py").read_text(encoding="utf-8"))
    declared = {
        name.name
        for node in ast.walk(source)
        if isinstance(node, ast.ImportFrom) and node.module == "eastflank.words.en"
        for name in node.names
    }
    assert declared == {
        found.name for found in pkgutil.iter_modules(import_module("eastflank.words.en").__path__)
    }


def _said(module: str) -> dict[str, str]:
    """Each public name that a module gives itself, with the arguments where it is a function."""
    tree = ast.parse((ROOT / "eastflank/words" / f"{module}.py").read_text(encoding="utf-8"))
    said = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            said[node.name] = ast.unparse(node.args)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            said |= {target.id: "" for target in targets if isinstance(target, ast.Name)}
    return {name: arguments for name, arguments in said.items() if not name.startswith("_")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_what_english_says(language: str) -> None:
    english = import_module("eastflank.words.en")
    for found in pkgutil.iter_modules(english.__path__):
        assert _said(f"{language}/{found.name}") == _said(f"en/{found.name}"), found.name
