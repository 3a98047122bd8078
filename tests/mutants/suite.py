"""The tests that judge mutants, collected once; each mutant is put into a copy of the process that holds them.

A mutant inside a function is put there by giving the function its changed code. So nothing is imported again,
every module that has imported the function. Other mutants are judged in `tests.mutants.fresh`.
"""

from __future__ import annotations

import functools
import gc
import json
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import coverage
import pytest

from tests.mutants.changes import Mutant
from tests.mutants.fork import Task, all_done, silent

SURVIVED, KILLED, ELSEWHERE = 0, 1, 2
"""The codes of a judged mutant; ELSEWHERE: it can be put into no living function."""

_LONGEST = 6.0
"""Seconds of a test that judges no mutants: it is too slow to be asked often."""


@dataclass(frozen=True)
class Reached:
    """What one test does."""

    seconds: float
    """Of processor time, with nothing remembered from other tests."""
    lines: dict[str, list[int]]
    """By module, as seen from the repository: the lines that it runs."""


def limit(seconds: float) -> int:
    """Seconds of processor time in which a mutant must be judged whose tests take so long without it."""
    return 5 + round(5 * seconds)


class OneExample:
    """A plugin of pytest: it is enough that one made-up example fails; no smaller one is looked for."""

    def pytest_collection(self) -> None:
        from hypothesis import Phase, settings  # noqa: PLC0415 - pytest must see its import, to rewrite it

        settings.register_profile(
            "mutants", settings.get_profile("house"), max_examples=10, phases=[Phase.explicit, Phase.generate]
        )
        settings.load_profile("mutants")


class Suite:
    """A plugin of pytest that asks the tests about mutants, in place of running them."""

    def __init__(
        self,
        root: Path,
        kept: Path,
        modules: Sequence[str],
        plan: Callable[[dict[str, Reached]], Iterable[tuple[Mutant, list[str]]]],
        workers: int,
    ) -> None:
        self._root, self._kept, self._modules = root, kept, modules
        self._plan, self._workers = plan, workers
        self._failed = False
        self._items: dict[str, pytest.Item] = {}

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._failed = self._failed or report.failed

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        self._items = {item.nodeid: item for item in session.items}
        session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
        gc.unfreeze()
        self._look_around()
        gc.collect()
        gc.freeze()
        reached = self._reached()
        tasks = (
            Task((mutant, tests), limit(sum(reached[test].seconds for test in tests)),
                 functools.partial(self._judge, mutant, tests))
            for mutant, tests in self._plan(reached)
        )  # fmt: skip
        with (self._kept / "judged.jsonl").open("w", encoding="utf-8") as file:
            for (mutant, tests), code in all_done(tasks, self._workers):
                print(
                    json.dumps([mutant.file, mutant.start, mutant.end, mutant.text, code, tests]),
                    file=file,
                    flush=True,
                )
        return True

    # What is alive in this process

    def _look_around(self) -> None:
        """Find the functions that can be changed and what must be forgotten between tests."""
        self._functions: dict[tuple[str, str, int], list[FunctionType]] = {}
        self._remembered: list[functools._lru_cache_wrapper[object]] = []
        self._remembering: list[Any] = []
        from eastflank.model.remembering import Remembering  # noqa: PLC0415 - tests have imported it by now

        for one in gc.get_objects():
            if isinstance(one, FunctionType):
                code = one.__code__
                self._functions.setdefault(
                    (code.co_filename, code.co_qualname, code.co_firstlineno), []
                ).append(one)
            elif isinstance(one, functools._lru_cache_wrapper):
                if (getattr(one, "__module__", None) or "").startswith("eastflank"):
                    self._remembered.append(one)
            elif isinstance(one, Remembering):
                self._remembering.append(one)

    def _forget(self) -> None:
        """Clear caches, as if no test had run before: otherwise a mutant would get cached results of the unchanged program."""
        for wrapper in self._remembered:
            wrapper.cache_clear()
        for one in self._remembering:
            stated = {field.name for field in fields(one)} if hasattr(one, "__dataclass_fields__") else set()
            for name in [name for name in vars(one) if name not in stated]:
                del vars(one)[name]

    # Which test runs which line

    def _reached(self) -> dict[str, Reached]:
        """What each test does: read where neither the core nor the test has changed, else measured."""
        by_file: dict[str, list[str]] = {}
        for name in self._items:
            by_file.setdefault(name.partition("::")[0], []).append(name)
        answers = {file: self._kept / "reached" / (file.replace("/", ".") + ".json") for file in by_file}
        new = [file for file, answer in answers.items() if not self._holds(file, by_file[file], answer)]
        (self._kept / "reached").mkdir(exist_ok=True)
        tasks = [
            Task(file, 2_000, functools.partial(self._measure, file, by_file[file], answers[file]))
            for file in new
        ]
        for at, (file, code) in enumerate(all_done(tasks, self._workers), 1):
            print(f"{at} of {len(new)} files of tests measured: {file}", flush=True)
            if code:
                print(f"{file} fails without a mutant and judges none. Run it: make test ARGS={file}")
        found: dict[str, Reached] = {}
        for answer in [answers[file] for file in answers if self._holds(file, by_file[file], answers[file])]:
            told = json.loads(answer.read_text(encoding="utf-8"))
            for name, (seconds, lines) in told["tests"].items():
                if name in self._items and seconds <= _LONGEST:
                    found[name] = Reached(seconds, lines)
        return found

    def _state(self, file: str) -> list[str]:
        """What the measured lines of a file of tests depend on."""
        named = [file, *self._modules]
        return [f"{name} {hash_of(self._root / name)}" for name in named]

    def _holds(self, file: str, names: Sequence[str], answer: Path) -> bool:
        """Whether a file of tests was measured as it is now, with the core as it is now."""
        if not answer.exists():
            return False
        told = json.loads(answer.read_text(encoding="utf-8"))
        return bool(told["state"] == self._state(file) and set(names) <= told["tests"].keys())

    def _measure(self, file: str, names: list[str], answer: Path) -> int:
        silent()
        measured = coverage.Coverage(
            data_file=None, config_file=False, include=[str(self._root / name) for name in self._modules]
        )
        measured.start()
        took = {}
        for name in names:
            self._forget()
            measured.switch_context(name)
            before = time.process_time()
            if not self._passes([name]):
                return KILLED
            took[name] = round(time.process_time() - before, 4)
        measured.stop()
        lines: dict[str, dict[str, list[int]]] = {name: {} for name in names}
        data = measured.get_data()
        for module in self._modules:
            for line, contexts in data.contexts_by_lineno(str(self._root / module)).items():
                for name in contexts:
                    if name in lines:
                        lines[name].setdefault(module, []).append(line)
        told = {"state": self._state(file), "tests": {name: [took[name], lines[name]] for name in names}}
        answer.write_text(json.dumps(told), encoding="utf-8")
        return 0

    def _passes(self, names: Sequence[str]) -> bool:
        items = [self._items[name] for name in names]
        for item, following in zip(items, [*items[1:], None], strict=False):
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
            if self._failed:
                return False
        return True

    # One mutant

    def _judge(self, mutant: Mutant, tests: list[str]) -> int:
        silent()
        if not self._put_in(mutant):
            return ELSEWHERE
        self._forget()
        return SURVIVED if self._passes(tests) else KILLED

    def _put_in(self, mutant: Mutant) -> bool:
        if mutant.function is None:
            return False
        path = str(self._root / mutant.file)
        code = _code_of(compile(mutant.source(self._root), path, "exec"), *mutant.function)
        living = self._functions.get((path, *mutant.function), [])
        if code is None or not living:
            return False
        changed = [(one, code) for one in living]
        for inner in _named_inside(code):  # a function that another one made when its module was imported
            made = self._functions.get((path, inner.co_qualname, inner.co_firstlineno), [])
            changed += [(one, inner) for one in made]
        if any(one.__code__.co_freevars != its.co_freevars for one, its in changed):
            return False
        for one, its in changed:
            one.__code__ = its
        return True


def _code_of(module: CodeType, name: str, line: int) -> CodeType | None:
    """The code of a function of a module, by qualified name and first line."""
    for one in module.co_consts:
        if isinstance(one, CodeType):
            if (one.co_qualname, one.co_firstlineno) == (name, line):
                return one
            if name.startswith(f"{one.co_qualname}.") and (found := _code_of(one, name, line)):
                return found
    return None


def _named_inside(code: CodeType) -> Iterator[CodeType]:
    """The code of the functions with a name inside of one."""
    for one in code.co_consts:
        if isinstance(one, CodeType):
            if not one.co_name.startswith("<"):
                yield one
            yield from _named_inside(one)


def hash_of(file: Path) -> str:
    """Eight letters that are others once the file has changed."""
    return sha256(file.read_bytes()).hexdigest()[:8]
