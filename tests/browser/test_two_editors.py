"""Two people in two browsers change one claim of a folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from eastflank.store import folder, parts
from tests.browser.server import Server
from tests.browser.two_editors import SECOND, change_one_claim
from tests.browser.visit import Visits


@pytest.mark.soak  # tests/app/test_curating.py states it
def test_two_people_change_one_claim_of_a_folder_and_nobodys_words_are_lost(
    start_server: Callable[..., Server], visits: Visits, tmp_path: Path
) -> None:
    data = Path(shutil.copytree(SECOND, tmp_path / "data"))
    server = start_server(data=data, EASTFLANK_EDIT="1")
    change_one_claim(visits, server, server, lambda: parts.packed(folder.of(data)))
