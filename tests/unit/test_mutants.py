"""The changes by which `make mutants` tries the tests, and what it makes of the answers."""

import ast
from pathlib import Path

import pytest

from tests.mutants import rates
from tests.mutants.changes import Mutant, mutants_of
from tests.mutants.fork import BROKE, TIMED_OUT, Task, all_done
from tests.mutants.suite import KILLED, SURVIVED

ROOT = Path(__file__).parents[2]


def changed(source: str, folder: Path) -> list[str]:
    """Each changed line that a module of this source may become, without the spaces around it."""
    (folder / "module.py").write_text(source, encoding="utf-8")
    return [mutant.difference(folder)[1] for mutant in mutants_of("module.py", folder)]


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("x = a < b", {"x = (a <= b)"}),
        ("x = a and b", {"x = (a or b)", "x = b", "x = a"}),
        ("x = not a", {"x = a"}),
        ("x = a + b", {"x = (a - b)"}),
        ("x = 17", {"x = 18"}),
        ("x = a == 'é'", {"x = (a != 'é')", "x = a == 'not é'"}),
        ("x = 'words for a reader'", set()),
        ("x = [a for a in b if a]", {"x = ([a for a in b])"}),
        ("x = max(a, key=b)", {"x = min(a, key=b)", "x = max(a)"}),
        ("x = a if b else c", {"x = a", "x = c"}),
        ("f(a)", {"pass"}),
        ("x = zip(a, b, strict=True)", set()),
        ("raise AssertionError(a)", set()),
        ("raise ValueError(a)", {"pass"}),
        ("x: int | None = a", set()),
        ("x = f'{a + 1}'", set()),
    ],
)
def test_a_line_is_changed_in_these_ways_and_no_other(line: str, instead: set[str], tmp_path: Path) -> None:
    assert set(changed(f"{line}\n", tmp_path)) == instead


def test_a_condition_is_also_always_and_never_true(tmp_path: Path) -> None:
    assert set(changed("if a:\n    x = b\n", tmp_path)) == {"if True:", "if False:"}


def test_a_function_that_returns_false_is_not_made_to_return_none(tmp_path: Path) -> None:
    assert set(changed("def f():\n    return False\n", tmp_path)) == {"return True"}
    assert set(changed("def f():\n    return a\n", tmp_path)) == {"return None"}


def test_a_mutant_names_the_outermost_function_around_it(tmp_path: Path) -> None:
    (tmp_path / "module.py").write_text(
        "LIMIT = 3\n\n\nclass A:\n    @property\n    def f(self, x=1):\n        def g():\n            return 2\n",
        encoding="utf-8",
    )
    found = {(one.line, one.function, one.names) for one in mutants_of("module.py", tmp_path)}
    assert found == {(1, None, ("LIMIT",)), (6, None, ("A", "f")), (8, ("A.f", 5), ("A",))}


def test_each_mutant_of_a_module_is_another_program() -> None:
    for file in ("eastflank/dates.py", "eastflank/record/hedges.py"):
        whole = ast.dump(ast.parse((ROOT / file).read_text(encoding="utf-8")))
        found = [ast.dump(ast.parse(one.source(ROOT))) for one in mutants_of(file, ROOT)]
        assert len(found) > 50
        assert len({whole, *found}) == len(found) + 1


def test_work_in_a_copy_ends_with_its_own_code_or_says_that_it_broke() -> None:
    tasks = [Task("three", 60, lambda: 3), Task("none", 60, lambda: 0), Task("error", 60, lambda: 1 // 0)]
    assert dict(all_done(tasks, 2)) == {"three": 3, "none": 0, "error": BROKE}


def mutant(file: str, line: int) -> Mutant:
    return Mutant(file, line, 0, 1, "", None, ())


def test_each_package_counts_by_its_size_and_a_mutant_that_ends_never_is_noticed() -> None:
    chosen = [
        mutant("eastflank/record/a.py", 1),
        mutant("eastflank/dates.py", 1),
        mutant("eastflank/dates.py", 2),
    ]
    codes = {chosen[0]: TIMED_OUT, chosen[1]: KILLED, chosen[2]: SURVIVED}
    assert rates.of_all(chosen, codes, {"record": 300, "dates": 100}) == pytest.approx(0.875)


def test_the_interval_of_a_share_is_wilsons() -> None:
    assert rates.interval(85, 100) == pytest.approx((0.767, 0.907), abs=0.001)
    assert rates.interval(10, 10) == pytest.approx((0.722, 1.0), abs=0.001)
