"""Judges a mutant of what a module does when it is imported: a figure, a table, a default.

A copy of a process that has imported no part of Eastflank yet imports it with the mutant in its place.
"""

from __future__ import annotations

import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from types import CodeType, ModuleType

import pytest

from tests.mutants.changes import Mutant
from tests.mutants.fork import silent
from tests.mutants.suite import KILLED, SURVIVED, OneExample


class _Changed(importlib.machinery.SourceFileLoader):
    def __init__(self, name: str, path: str, source: str) -> None:
        super().__init__(name, path)
        self._source = source

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 - as the import system calls it
        return compile(self._source, self.path, "exec")


class _Finder(importlib.abc.MetaPathFinder):
    def __init__(self, module: str, path: str, source: str) -> None:
        self._module, self._path, self._source = module, path, source

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._module:
            return None
        loader = _Changed(fullname, self._path, self._source)
        return importlib.util.spec_from_file_location(fullname, self._path, loader=loader)


class _Only:
    """A plugin of pytest that leaves only some tests."""

    def __init__(self, names: Sequence[str]) -> None:
        self._names = set(names)

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = [item for item in items if item.nodeid in self._names]


def judge(mutant: Mutant, tests: list[str], root: Path, arguments: list[str]) -> int:
    """Its code, after all tests have been asked about it that may notice."""
    assert not any(name.partition(".")[0] == "eastflank" for name in sys.modules)
    silent()
    name = mutant.file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    sys.meta_path.insert(0, _Finder(name, str(root / mutant.file), mutant.source(root)))
    try:
        importlib.import_module(name)
    except (ArithmeticError, AttributeError, LookupError, NameError, TypeError, ValueError):
        return KILLED  # whatever imports it notices
    if not tests:
        return SURVIVED
    files = list(dict.fromkeys(test.partition("::")[0] for test in tests))
    code = pytest.main([*arguments, "--exitfirst", *files], plugins=[OneExample(), _Only(tests)])
    return SURVIVED if code == pytest.ExitCode.OK else KILLED
