"""Two people in two browsers change one claim of one database, each through a server of their own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from eastflank.store import folder, parts
from eastflank.store.sql import database
from tests.browser.server import Server
from tests.browser.two_editors import SECOND, change_one_claim
from tests.browser.visit import Visits
from tests.soak.databases import address

__all__ = ["address"]


def test_two_people_at_two_servers_change_one_claim_of_a_database(
    start_server: Callable[..., Server], visits: Visits, address: str
) -> None:
    ann, bo = (
        start_server(EASTFLANK_DATA="", EASTFLANK_DATABASE=address, EASTFLANK_EDIT="1") for _ in range(2)
    )
    change_one_claim(visits, ann, bo, lambda: database.contents(address))


def test_two_people_at_two_servers_change_one_claim_of_a_folder(
    start_server: Callable[..., Server], visits: Visits, tmp_path: Path
) -> None:
    data = Path(shutil.copytree(SECOND, tmp_path / "data"))
    ann, bo = (start_server(data=data, EASTFLANK_EDIT="1") for _ in range(2))
    change_one_claim(visits, ann, bo, lambda: parts.packed(folder.of(data)))
