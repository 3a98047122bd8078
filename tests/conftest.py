"""Common to all tests: no network, the same examples every time, golden files."""

from __future__ import annotations

import gc
import os
import re
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from eastflank.store import tables
from tests import read_once as read_once_each
from tests.browser.guard.closed_network import close_network
from tests.golden import Golden

ATTEMPTS: list[str] = []
"""What this process tried to reach on other machines, since the test began."""

close_network(ATTEMPTS.append)
os.fsync = lambda _: None  # no test cuts the power, and an import waits for the disk dozens of times
os.environ["EASTFLANK_DATASETS"] = str(Path(__file__).with_name("no-datasets"))  # not the current user's own

hypothesis.settings.register_profile(
    "house",
    deadline=None,  # a busy machine must not fail a test
    derandomize=True,  # the same examples on every machine
    database=None,
    max_examples=50,
)
hypothesis.settings.register_profile("soak", hypothesis.settings.get_profile("house"), max_examples=500)
hypothesis.settings.load_profile("house")  # `make soak` names the other


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files again")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With --update-golden, only the tests that compare with a golden file run."""
    if config.getoption("--update-golden"):
        drawn = [item for item in items if "golden" in getattr(item, "fixturenames", ())]
        config.hook.pytest_deselected(items=[item for item in items if item not in drawn])
        items[:] = drawn


def pytest_collection() -> None:
    """Nearly everything that is made now stays: to look for garbage among it takes a fifth of the time."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Common objects stay alive: the garbage collector does not have to scan them again and again."""
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)  # a test makes little garbage, and soon ends


@pytest.fixture(autouse=True)
def _closed_network() -> Iterator[None]:
    """No test reaches another machine, not even where a library swallows the refusal."""
    ATTEMPTS.clear()
    yield
    assert not ATTEMPTS, f"tried to leave this machine: {ATTEMPTS}"


@pytest.fixture
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Datasets of the same files are one value: for laws that are not about reading; see `read_once.py`."""
    monkeypatch.setattr(tables, "_read", read_once_each.read)


@pytest.fixture
def output(request: pytest.FixtureRequest) -> Path:
    """Where a failing test leaves what a person needs to see; not there until something is put in it."""
    return request.config.rootpath / "tests" / "output" / re.sub(r"[^\w-]+", "-", request.node.nodeid)


@pytest.fixture
def golden(request: pytest.FixtureRequest, output: Path) -> Golden:
    """Compares with the file of that name in `golden/` beside the test: `golden("page.png", png)`."""
    return Golden(
        folder=request.path.parent / "golden",
        output=output,
        update=request.config.getoption("--update-golden"),
    )
