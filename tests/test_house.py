"""What holds for the repository as a whole."""

import ast
import functools
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
REQUIREMENTS = [ROOT / "requirements.txt", ROOT / "tests" / "requirements.txt"]
TRACKED = [
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    if name and (ROOT / name).exists()
]
PRODUCT = [file for file in TRACKED if file.suffix == ".py" and file.relative_to(ROOT).parts[0] != "tests"]
PACKAGE = [file for file in PRODUCT if file.is_relative_to(ROOT / "eastflank")]
AT_THE_TOP = {
    ".ci", ".gitattributes", ".gitignore", ".streamlit", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE",
    "Makefile", "README.md", "dashboard.py", "data", "deploy", "docs", "eastflank", "pyproject.toml",
    "requirements.txt", "seeds", "tests",
}  # fmt: skip


def _pins(file: Path) -> dict[str, str]:
    """Version by normalised name, of the lines that pin one."""
    lines = (line.partition("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines())
    pairs = (line.split("==") for line in lines if line and not line.startswith("-r "))
    return {canonicalize_name(name): version for name, version in pairs}


@functools.cache
def _nodes(file: Path) -> tuple[ast.AST, ...]:
    """The parts of a file's syntax about which there is a rule here; a file is read once for all of them."""
    kinds = ast.Import | ast.ImportFrom | ast.ExceptHandler | ast.Call | ast.keyword
    syntax = ast.parse(file.read_text(encoding="utf-8"), str(file))
    return tuple(node for node in ast.walk(syntax) if isinstance(node, kinds))


def _line(file: Path, node: ast.expr | ast.stmt | ast.excepthandler | ast.keyword) -> str:
    return f"{file.relative_to(ROOT)}:{node.lineno}"


def test_the_top_of_the_repository_holds_only_what_a_newcomer_needs() -> None:
    assert {file.relative_to(ROOT).parts[0] for file in TRACKED} <= AT_THE_TOP


@pytest.mark.parametrize("file", REQUIREMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_requirement_is_pinned_to_one_version(file: Path) -> None:
    lines = [line.partition("#")[0].strip() for line in file.read_text(encoding="utf-8").splitlines()]
    pin = re.compile(r"[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*|-r \.\./requirements\.txt|")
    assert [line for line in lines if not pin.fullmatch(line)] == []


@pytest.mark.parametrize(
    ("pins", "lock"),
    [("requirements.txt", "deploy/requirements.lock"), ("tests/requirements.txt", "tests/requirements.lock")],
)
def test_every_pinned_package_is_locked_with_checksums(pins: str, lock: str) -> None:
    """`make lock` writes both lock files after a pin was changed."""
    locked: dict[str, tuple[str, bool]] = {}
    for entry in re.split(r"\n(?=\S)", (ROOT / lock).read_text(encoding="utf-8").strip()):
        name, _, rest = entry.partition("==")
        locked[canonicalize_name(name)] = (re.split(r"[ ;\\]", rest)[0], "--hash=sha256:" in rest)
    for file in {ROOT / "requirements.txt", ROOT / pins}:
        for line in file.read_text(encoding="utf-8").splitlines():
            name, pinned, version = line.partition("#")[0].strip().partition("==")
            if pinned:
                assert locked.get(canonicalize_name(name)) == (version, True), name


def test_what_checks_the_scripts_is_pinned_and_its_lock_file_names_no_registry() -> None:
    folder = ROOT / "tests" / "scripts"
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    locked = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert {name: locked[f"node_modules/{name}"]["version"] for name in wanted} == wanted
    assert [name for name, package in locked.items() if "resolved" in package] == []


@pytest.mark.parametrize("file", REQUIREMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_what_a_pinned_package_needs_is_pinned_too(file: Path) -> None:
    pinned = _pins(ROOT / "requirements.txt") | _pins(file)
    needed = {
        canonicalize_name(need.name): name
        for name in _pins(file)
        for need in map(Requirement, metadata.requires(name) or [])
        if need.marker is None or need.marker.evaluate({"extra": ""})
    }
    assert {need: by for need, by in needed.items() if need not in pinned} == {}


def test_the_product_imports_what_it_requires_and_requires_what_it_imports() -> None:
    lines = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    explained = {
        canonicalize_name(line.partition("==")[0]) for line in lines if re.search(r"\S  +# \S", line)
    }
    distributions = metadata.packages_distributions()
    imported = {
        canonicalize_name(distributions.get(name, [name])[0])
        for file in PRODUCT
        if "data" not in file.relative_to(ROOT).parts  # the basemap's recipe
        for _, name in _imports(file)
        if name not in {"eastflank"} | sys.stdlib_module_names
    }
    assert imported == explained


def _imports(file: Path) -> Iterator[tuple[ast.stmt, str]]:
    """Each import with the top package it names."""
    for node in _nodes(file):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name.partition(".")[0]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node, node.module.partition(".")[0]


def test_no_file_names_a_place_on_one_machine_or_a_registry() -> None:
    """A clone must work anywhere: on a closed network the registry is the network's own."""
    folders = "work|root|home|tmp|farm"
    hosts = "pypi|pythonhosted|npmjs|debian"
    elsewhere = re.compile(rf"(?<![\w.<])/(?:{folders})/|\b(?:{hosts})\.(?:org|com)\b")
    found = []
    for file in TRACKED:
        content = file.read_bytes()
        if b"\0" in content or file == Path(__file__):
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
            found += [f"{file.relative_to(ROOT)}:{number}: {hit[0]}" for hit in elsewhere.finditer(line)]
    assert found == []


def test_no_error_is_caught_without_a_name() -> None:
    caught = [
        _line(file, node)
        for file in PRODUCT
        for node in _nodes(file)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or {"Exception", "BaseException"} & _names(node.type))
    ]
    assert caught == []


def _names(expression: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(expression) if isinstance(node, ast.Name)}


def test_data_is_never_run_as_code() -> None:
    shipped = "engine.eval(_CODE)"  # the page's own module, by which pictures place their labels
    loaders = {"pickle", "cPickle", "marshal", "shelve", "dill", "joblib", "cloudpickle"}
    unpickled = [_line(file, node) for file in PRODUCT for node, name in _imports(file) if name in loaders]
    called = [
        _line(file, node)
        for file in PRODUCT
        for node in _nodes(file)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) in {"eval", "exec", "read_pickle"}
        and ast.unparse(node) != shipped
    ]
    assert unpickled + called == []


def test_no_text_is_drawn_as_unchecked_html() -> None:
    unchecked = [
        _line(file, node)
        for file in PRODUCT
        for node in _nodes(file)
        if isinstance(node, ast.keyword) and node.arg in {"unsafe_allow_html", "unsafe_allow_javascript"}
    ]
    assert unchecked == []


def test_only_the_tests_of_the_record_read_the_record() -> None:
    """All others run on the frozen one, so that a curator's new rows fail none of them."""
    shared = re.compile(r"import .*\bDATA\b|\b(label_points|ground|outlines)\b|gazetteer")
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in TRACKED
        if file.suffix == ".py"
        and file.is_relative_to(ROOT / "tests")
        and file != Path(__file__)
        and file.parent != ROOT / "tests" / "data"
        and file != ROOT / "tests" / "pictures.py"
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"eastflank\.store import .*\bSEEDS\b", line)
        or (re.search(r"\bDATA\b", line) and not shared.search(line))
    ]
    assert found == []


def _defined(file: Path, kind: str) -> list[str]:
    """The names of the functions (`def`) or classes (`class`) at the top of a module."""
    return re.findall(rf"^(?:async )?{kind} (\w+)[(:\[]", file.read_text(encoding="utf-8"), re.MULTILINE)


def test_no_function_is_named_like_its_module() -> None:
    """`stamp.stamp` does not say which is meant: the module, or what the function gives."""
    found = [str(file.relative_to(ROOT)) for file in PACKAGE if file.stem in _defined(file, "def")]
    assert not found, "name the function after what it gives or does: " + ", ".join(found)


def test_every_private_name_at_the_top_of_a_module_is_used() -> None:
    unused = []
    for file in PACKAGE:
        text = file.read_text(encoding="utf-8")
        made = re.findall(r"^(?:(?:def|class) )?(_[A-Za-z]\w*)\b(?=\(|:| = )", text, re.MULTILINE)
        unused += [
            f"{file.relative_to(ROOT)}: {name}" for name in made if len(re.findall(rf"\b{name}\b", text)) == 1
        ]
    assert unused == []


def test_no_two_public_classes_have_one_name() -> None:
    where: dict[str, list[str]] = {}
    for file in PACKAGE:
        for name in _defined(file, "class"):
            where.setdefault(name, []).append(str(file.relative_to(ROOT)))
    twice = [
        f"{name} ({', '.join(files)})"
        for name, files in sorted(where.items())
        if len(files) > 1 and not name.startswith("_")
    ]
    assert not twice, "the outer module names its class after what it is there: " + "; ".join(twice)


def test_make_lists_each_of_its_verbs() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    verbs = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    listed = subprocess.run(["make"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert verbs == {line.split()[1] for line in listed.splitlines()}
    assert all(len(line.split()) > 3 for line in listed.splitlines())


def test_readme_names_every_verb() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    verbs = re.findall(r"^([a-z]+):.*## ", makefile, flags=re.MULTILINE)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert verbs
    assert [verb for verb in verbs if f"make {verb}" not in readme] == []


def test_readme_shows_only_pictures_that_are_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    pictures = re.findall(r"!\[[^]]*\]\(([^)]+)\)", readme)
    assert pictures
    assert [picture for picture in pictures if not (ROOT / picture).is_file()] == []
