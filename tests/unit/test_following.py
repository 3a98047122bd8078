"""Where a page follows the record: only where somebody can change it meanwhile, by a small question of its own."""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import Any

import pytest

from eastflank.ui import following
from eastflank.ui.following import changes_here
from tests.frozen import FOLDER, RECORD
from tests.other_loop import run


@pytest.mark.parametrize(
    ("environment", "follows"),
    [
        ({}, False),
        ({"EASTFLANK_DATA": "data"}, False),
        ({"EASTFLANK_EDIT": "0"}, False),
        ({"EASTFLANK_EDIT": "1"}, True),
        ({"EASTFLANK_ROLES": "roles.toml"}, True),
        ({"EASTFLANK_DATABASE": "sqlite:///record.db"}, True),
    ],
)
def test_a_page_asks_only_where_the_record_can_change(environment: dict[str, str], follows: bool) -> None:  # noqa: FBT001
    assert changes_here(environment) is follows


def answered(query: str) -> tuple[int, str, str]:
    """Status, what a cache may do, and body of the answer to a page that asks for the version."""
    sent: list[MutableMapping[str, Any]] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request"}

    scope = {"type": "http", "method": "GET", "path": following.ROUTE.path, "root_path": "", "headers": [],
             "query_string": query.encode()}  # fmt: skip
    matched, more = following.ROUTE.matches(scope)
    assert matched.name == "FULL"
    run(following.ROUTE.handle({**scope, **more}, receive, send))
    start, body = sent
    headers = {name.decode(): value.decode() for name, value in start["headers"]}
    return start["status"], headers.get("cache-control", ""), body["body"].decode()


@pytest.mark.parametrize(
    ("query", "version"),
    [
        ("", RECORD.version),
        ("data=nowhere", ""),
        ("data=nowhere&data=%2Fetc%2Fpasswd", ""),
        ("other=1", RECORD.version),
    ],
)
def test_a_page_is_answered_the_version_and_nothing_of_datasets_that_cannot_be_read(
    monkeypatch: pytest.MonkeyPatch, query: str, version: str
) -> None:
    monkeypatch.setenv("EASTFLANK_DATA", str(FOLDER))
    monkeypatch.setenv("EASTFLANK_EDIT", "1")
    assert answered(query) == (200, "no-store", version)


def test_a_server_on_which_nothing_changes_reads_nothing_for_such_a_question(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("EASTFLANK_DATA", "/nowhere")
    monkeypatch.delenv("EASTFLANK_EDIT", raising=False)
    status, _, text = answered("")
    assert (status, text) == (404, "Nobody can change the record through this server.")
