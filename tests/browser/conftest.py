"""A dashboard and a browser for the tests that use it as a person does."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.server import Server, serving
from tests.browser.visit import UNCOMPILED, Visits, browsing, new_profile
from tests.frozen import FOLDER

FAILED = pytest.StashKey[bool]()
"""Set on a test that failed, so that its pages are kept as pictures."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    item.stash[FAILED] = item.stash.get(FAILED, default=False) or report.failed
    visits = item.funcargs.get("visits") if isinstance(item, pytest.Function) else None
    if report.failed and isinstance(visits, Visits):
        report.sections += [(f"printed by {one.url}", one.last_words()) for one in visits.servers]
    return report


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard on the frozen record."""
    with serving(tmp_path_factory.mktemp("server")) as server:
        yield server


@pytest.fixture
def start_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """`start_server(data=folder, NAME="value")`: one more dashboard, on other data or settings."""

    def start(*, data: Path = FOLDER, **environment: str) -> Server:
        return running.enter_context(serving(tmp_path_factory.mktemp("server"), data=data, **environment))

    with ExitStack() as running:
        yield start


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of this process."""
    with browsing(UNCOMPILED) as browser:
        yield browser


@pytest.fixture(scope="session")
def window(browser: Browser) -> Page:
    """The page in which most visits of this process take place."""
    return new_profile(browser).new_page()


@pytest.fixture
def visits(
    browser: Browser, window: Page, server: Server, output: Path, request: pytest.FixtureRequest
) -> Iterator[Visits]:
    """The pages this test opens; at the end none may have met an error or asked another machine."""
    visits = Visits(browser, window, server)
    yield visits
    if request.node.stash.get(FAILED, default=False):
        visits.keep_for_inspection(output)
    visits.close()
    assert server.tried_to_leave() == []


@pytest.fixture
def open_page(visits: Visits) -> Callable[..., Page]:
    """`open_page("?nation=CAN", width=390, height=844, color_scheme="dark")`: a settled page."""
    return visits.open


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """The dashboard as it opens, at 1440 by 900."""
    return open_page()
