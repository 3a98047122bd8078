"""The soak uses the dashboard and the browser of the browser tests."""

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
