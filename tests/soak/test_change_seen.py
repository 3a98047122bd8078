"""How soon pages of two servers show what somebody else has changed in their database: printed, not timed."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from statistics import median, quantiles

from playwright.sync_api import Page, expect

from eastflank.store import stores
from eastflank.store.edits import Replace
from tests.browser.server import Server
from tests.browser.visit import PATIENCE, Visits
from tests.soak.databases import address

__all__ = ["address"]

_TIMES = 20


def test_pages_of_other_servers_show_a_change_soon(
    start_server: Callable[..., Server], visits: Visits, address: str
) -> None:
    servers = [
        start_server(EASTFLANK_DATA="", EASTFLANK_DATABASE=address, EASTFLANK_EDIT="1") for _ in range(2)
    ]
    pages = [visits.open("add-data", server=one, has_map=False, first=True) for one in servers]
    store, took = stores.InDatabase(address), list[float]()
    dataset = store.read()
    for number in range(1, _TIMES + 1):
        edit = Replace("deployments", ("staff",), {"note": str(number)})
        made = store.make(
            [edit], who="a test", when=date(2026, 11, 26), reason="Counting.",
            expected=dataset.version, before=dataset,
        )  # fmt: skip
        began = time.monotonic()
        took += [_shown(page, number, began) for page in pages]
        dataset = made.dataset or store.read()
    late = quantiles(took, n=20)[-1]
    print(  # noqa: T201 - the figures are what it is for
        f"{len(took)} changes seen by other servers: median {median(took):.2f} s, 95th percentile {late:.2f} s"
    )
    assert len(took) == len(pages) * _TIMES


def _shown(page: Page, number: int, began: float) -> float:
    """Seconds from a change until a page shows how many there are."""
    expect(page.get_by_text(f"Changes {number}", exact=False).first).to_be_visible(timeout=PATIENCE)
    return time.monotonic() - began
