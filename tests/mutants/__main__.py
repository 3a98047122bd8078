"""`make mutants`: change the core in small ways, one at a time, and see whether the tests notice.

docs/mutants.md says how it works and which changes the tests need not notice.
"""

from __future__ import annotations

import argparse
import ast
import functools
import importlib
import json
import os
import random
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.mutants import fresh, rates
from tests.mutants.changes import Mutant, mutants_of
from tests.mutants.fork import Task, all_done
from tests.mutants.suite import ELSEWHERE, SURVIVED, OneExample, Reached, Suite, limit

ROOT = Path(__file__).parents[2]
KEPT = ROOT / ".mutants"
"""Which test runs which line, and how the last mutants were judged."""

CORE = ("dates.py", "grades.py", "model", "reading", "record", "view", "scene", "report", "checks", "names")
BESIDE = {*(part.removesuffix(".py") for part in CORE), "words", "names", "store"}
"""A file of tests that imports nothing else of Eastflank is a quick one, and judges mutants."""
ALSO = ("totals", "headline", "deployments_csv", "status_words", "sources_of_a_row", "timeline_rows",
        "overlay", "colours", "picture_files", "names_of_bases")  # fmt: skip
"""Quick ones, too: of tests/unit."""
SEEN_IN = {"eastflank/scene/look.py": "tests/unit/test_picture_files.py"}
"""The file of tests that sees what a module states without importing it: golden pictures hold its sizes."""
NOT = ("fold_laws", "datasets", "facts", "language")
"""These are not: they make hundreds of records, or read files again and again."""
_MOST = 12.0
"""Seconds that the tests of one mutant take at most: half of them those about its module, then the quickest."""


def main() -> int:
    """0 where the tests notice enough."""
    importlib.import_module("pandas")  # copies that import the core again then have it already
    arguments = _arguments()
    KEPT.mkdir(exist_ok=True)
    modules = [name for part in CORE for name in _modules_of(part)]
    chosen = _chosen(modules, arguments)
    if not chosen:
        print("There is no such module in the core. It is: " + ", ".join(CORE), file=sys.stderr)
        return 2
    print(f"{len(chosen)} mutants, {arguments.workers} at a time", flush=True)
    codes = _judged(chosen, modules, _quick_tests(arguments.judges), arguments.workers)
    survivors = [mutant for mutant in chosen if codes.get(mutant) == SURVIVED]
    named = [[mutant.file, *mutant.difference(ROOT)] for mutant in survivors]
    (KEPT / "survivors.json").write_text(json.dumps(named, indent=1), encoding="utf-8")
    sizes = Counter(rates.package_of(name) for name in modules for _ in mutants_of(name, ROOT))
    print(*rates.told(chosen, codes, sizes, ROOT), sep="\n")
    return 0 if rates.of_all(chosen, codes, sizes) >= rates.GOAL else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make mutants ARGS=…")
    parser.add_argument("parts", nargs="*", help="packages or modules of the core: record, view/totals.py")
    parser.add_argument("--sample", type=int, default=60, help="mutants of each package (60)")
    parser.add_argument("--seed", type=int, default=1, help="another number draws other mutants (1)")
    parser.add_argument("--all", action="store_true", help="all mutants: an hour or two")
    parser.add_argument("--again", action="store_true", help="only those that survived the last time")
    parser.add_argument(
        "--judges", type=lambda told: tuple(told.split(",")), default=(),
        help="only these files of tests, as cards,marks: less time, and less is noticed",
    )  # fmt: skip
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="how many at a time")
    return parser.parse_args()


def _modules_of(part: str) -> list[str]:
    path = ROOT / "eastflank" / part
    files = [path] if path.is_file() else sorted(path.rglob("*.py"))
    return [str(file.relative_to(ROOT)) for file in files]


def _chosen(modules: list[str], arguments: argparse.Namespace) -> list[Mutant]:
    wanted = [
        name
        for name in modules
        if not arguments.parts
        or any(Path(name).is_relative_to(Path("eastflank") / part) for part in arguments.parts)
    ]
    everything = [mutant for name in wanted for mutant in mutants_of(name, ROOT)]
    if arguments.again:
        last = {tuple(one) for one in json.loads((KEPT / "survivors.json").read_text(encoding="utf-8"))}
        return [mutant for mutant in everything if (mutant.file, *mutant.difference(ROOT)) in last]
    if arguments.all:
        return everything
    packages: dict[str, list[Mutant]] = {}
    for mutant in everything:
        packages.setdefault(rates.package_of(mutant.file), []).append(mutant)
    return [
        mutant
        for package, those in packages.items()
        for mutant in random.Random(f"{arguments.seed} {package}").sample(  # noqa: S311
            those, min(arguments.sample, len(those))
        )
    ]


# How mutants are judged


def _judged(
    chosen: list[Mutant], modules: list[str], files: tuple[str, ...], workers: int
) -> dict[Mutant, int]:
    """The code of each mutant. Those of functions are judged in one copy, the others after it."""
    with tempfile.TemporaryDirectory() as folder:
        options = [
            "-q", "-s", "--no-header", "--no-summary", "-p", "no:cacheprovider", "-p", "no:xdist",
            "--basetemp", f"{folder}/tests",
        ]  # fmt: skip
        collect = functools.partial(_in_one_process, chosen, modules, files, workers, options)
        for _, code in all_done([Task("the tests", 1_000_000, collect)], 1):
            if code:
                sys.exit("The tests could not be asked. What pytest says stands above.")
        codes: dict[Mutant, int] = {}
        again: list[tuple[Mutant, list[str]]] = []
        by_place = {(mutant.file, mutant.start, mutant.end, mutant.text): mutant for mutant in chosen}
        for line in (KEPT / "judged.jsonl").read_text(encoding="utf-8").splitlines():
            *place, code, tests = json.loads(line)
            mutant = by_place[tuple(place)]
            codes[mutant] = code
            if code == ELSEWHERE:
                again.append((mutant, tests))
        tasks = (
            Task(mutant, limit(_MOST), functools.partial(fresh.judge, mutant, tests, ROOT, [*options[:-1], f"{folder}/{at}"]))
            for at, (mutant, tests) in enumerate(again)
        )  # fmt: skip
        codes.update(all_done(tasks, workers))
    return codes


def _in_one_process(
    chosen: list[Mutant], modules: list[str], files: tuple[str, ...], workers: int, options: list[str]
) -> int:
    plan = functools.partial(_plan, chosen, modules, files)
    return int(
        pytest.main([*options, *files], plugins=[OneExample(), Suite(ROOT, KEPT, modules, plan, workers)])
    )


def _quick_tests(only: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The files of tests that judge; `only`: none but those of these names."""
    files = {file.stem.removeprefix("test_"): file for file in (ROOT / "tests" / "unit").glob("test_*.py")}
    return tuple(
        str(file.relative_to(ROOT))
        for name, file in sorted(files.items())
        if (not only or name in only) and (name in ALSO or (name not in NOT and _is_quick(file)))
    )


def _is_quick(file: Path) -> bool:
    used = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = (
                [node.module]
                if node.module != "eastflank"
                else [f"eastflank.{one.name}" for one in node.names]
            )
        elif isinstance(node, ast.Import):
            names = [one.name for one in node.names]
        else:
            continue
        used |= {(*name.split("."), "")[1] for name in names if name.partition(".")[0] == "eastflank"}
    return bool(used) and used <= BESIDE


def _plan(
    chosen: Iterable[Mutant], modules: list[str], files: tuple[str, ...], reached: dict[str, Reached]
) -> Iterator[tuple[Mutant, list[str]]]:
    """Each mutant with the tests that may notice it: first those about its module, then the quickest."""
    by_line: dict[tuple[str, int], list[str]] = {}
    for name, one in reached.items():
        for file, lines in one.lines.items():
            for line in lines:
                by_line.setdefault((file, line), []).append(name)
    for mutant in chosen:
        places = _lines_of(mutant, modules)
        own = f"test_{Path(mutant.file).stem}.py"
        naming = _files_naming(mutant.file, files)
        found = {name for place in places for name in by_line.get(place, ())}
        if not found:  # what runs only when its module is imported is put in there
            mutant = replace(mutant, function=None)  # noqa: PLW2901
        if mutant.function is None:  # a table may be read where no line of the core runs
            found |= {name for name in reached if name.partition("::")[0] in naming}
        about = {name for name in found if own in name or name.partition("::")[0] in naming}
        kept = _within(
            _MOST / 2, sorted(about, key=lambda name: (own not in name, reached[name].seconds)), reached
        )
        left = _MOST - sum(reached[name].seconds for name in kept)
        others = sorted(found - {*kept}, key=lambda name: reached[name].seconds)
        yield mutant, [*kept, *_within(left, others, reached)]


def _within(most: float, tests: Iterable[str], reached: dict[str, Reached]) -> list[str]:
    """The first of the tests, as many as take no longer than so many seconds."""
    spent, kept = 0.0, []
    for name in tests:
        spent += reached[name].seconds
        if spent > most:
            break
        kept.append(name)
    return kept


def _lines_of(mutant: Mutant, modules: list[str]) -> Iterator[tuple[str, int]]:
    """The lines that run where a mutant has an effect."""
    if mutant.function is not None:
        yield from ((mutant.file, line) for line in _statement_at(mutant.file, mutant.line))
        return
    for name in modules:
        for line, words in _words_of_lines(name):
            if words & set(mutant.names):
                yield name, line


@functools.cache
def _files_naming(file: str, files: tuple[str, ...]) -> frozenset[str]:
    """The files of tests that import a module by its name, or that see what it states."""
    module = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    package, _, own = module.rpartition(".")
    imports = re.compile(
        rf"^from {re.escape(module)} import|^from {re.escape(package)} import (?:.*|\([^)]*)\b{own}\b",
        re.MULTILINE,
    )
    return frozenset(
        name
        for name in files
        if name == SEEN_IN.get(file) or imports.search((ROOT / name).read_text(encoding="utf-8"))
    )


@functools.cache
def _tree(file: str) -> ast.Module:
    return ast.parse((ROOT / file).read_text(encoding="utf-8"))


@functools.cache
def _statement_at(file: str, line: int) -> range:
    """The lines of the smallest statement around a line, of one with a body its head: some of them are measured."""
    spans = []
    for node in ast.walk(_tree(file)):
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            end = max(body[0].lineno - 1, node.lineno) if body else node.end_lineno or node.lineno
            spans.append(range(node.lineno, end + 1))
    return min((span for span in spans if line in span), key=len, default=range(line, line + 1))


@functools.cache
def _words_of_lines(file: str) -> list[tuple[int, set[str]]]:
    """The names that stand on each line inside functions."""
    found: dict[int, set[str]] = {}
    for node in ast.walk(_tree(file)):
        name = getattr(node, "id", getattr(node, "attr", None))
        if isinstance(node, ast.Name | ast.Attribute) and isinstance(name, str):
            found.setdefault(node.lineno, set()).add(name)
        elif isinstance(node, ast.FunctionDef) and node.body:
            found.setdefault(node.body[-1].lineno, set()).add(node.name)
    return sorted(found.items())


if __name__ == "__main__":
    sys.exit(main())
