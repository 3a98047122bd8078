"""The soak uses the dashboard and the browser of the browser tests. All that is here is long."""

from pathlib import Path

import pytest

from tests.browser.conftest import (
    browser,
    open_page,
    pytest_runtest_makereport,
    server,
    start_server,
    visits,
    window,
)

__all__ = ["browser", "open_page", "pytest_runtest_makereport", "server", "start_server", "visits", "window"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.soak)
