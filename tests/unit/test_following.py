"""Where a page follows the record: only where somebody can change it meanwhile."""

from __future__ import annotations

import pytest

from eastflank.ui.following import changes_here


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
