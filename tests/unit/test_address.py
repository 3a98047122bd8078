"""Every part of a view, written into an address and read from it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.view.address import (
    LONGEST_MARKING,
    TABS,
    THEMES,
    Position,
    base_url,
    link_of,
    marking_of,
    position_of,
)
from eastflank.view.days import FIRST_DAY, LAST_DAY
from eastflank.view.request import Request, request_of
from eastflank.view.selection import newest_day
from tests.frozen import RECORD
from tests.unit.test_filters import FILTERS

DAYS = st.none() | st.dates(FIRST_DAY, LAST_DAY)


def thousandths(low: int, high: int) -> st.SearchStrategy[float]:
    """Numbers with as many decimals as an address has."""
    return st.integers(low * 1000, high * 1000).map(lambda value: value / 1000)


POSITIONS = st.builds(Position, thousandths(-85, 85), thousandths(-180, 180), thousandths(0, 24))


def in_order(request: Request) -> Request:
    """The request, compared with no day after the one shown."""
    shown = request.asof or newest_day(RECORD)
    return request if not request.since or request.since <= shown else replace(request, since=None)


REQUESTS = st.builds(
    Request,
    filters=FILTERS, asof=DAYS, since=DAYS,
    deployment=st.sampled_from(["", *RECORD.deployments["id"]]), claim=st.sampled_from(["", *RECORD.claims["id"]]),
    tab=st.sampled_from(["", *TABS]), at=st.none() | POSITIONS,
    theme=st.sampled_from(["", *THEMES]), brief=st.booleans(), marking=st.text().map(marking_of),
).map(in_order)  # fmt: skip


@given(POSITIONS)
def test_a_position_is_read_as_it_is_written(position: Position) -> None:
    assert position_of(str(position)) == position


def test_the_edge_of_the_map_is_on_it() -> None:
    for text in ("85,180,20", "-85,-180,0"):
        assert str(position_of(text)) == text


@pytest.mark.parametrize(
    "text",
    ["", "56,24", "56,24,5,1", "nan,24,5", "1e1,24,5", "86,24,5", "56,181,5", "56,24,25", "56,24,-1", "٥,24,5", "56,24,5\n"],
)  # fmt: skip
def test_what_is_no_place_on_the_map_is_no_position(text: str) -> None:
    assert position_of(text) is None


def test_a_marking_is_kept_as_typed_on_one_line() -> None:
    typed = "RELEASABLE;  NATO/PfP <b>only</b>\n— draft"
    assert request_of({"marking": [typed]}, RECORD).marking == "RELEASABLE; NATO/PfP <b>only</b> — draft"


def test_a_marking_too_long_to_be_printed_is_asked_about() -> None:
    request = request_of({"marking": ["x" * (LONGEST_MARKING + 1)]}, RECORD)
    assert request.marking == ""
    assert [one.reason for one in request.unread] == ["it is longer than 100 characters."]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "http://localhost:8501",
        "https://briefing.example/east-flank/",
        "http://[::1]:8501",
        " http://10.0.0.7/a ",
    ],
)
def test_an_address_of_the_dashboard_is_taken_as_it_is(text: str) -> None:
    assert base_url(text) == text.strip()
    assert link_of({"nation": ["CAN", "DEU"]}, text.strip()).endswith("?nation=CAN&nation=DEU")


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "briefing.example",
        "https://",
        "http://[",
        "https://me:secret@a.example",
        "https://a.example/?b",
        "https://a.example/#c",
        'https://a.example/"',
        "http://a b",
    ],
)
def test_what_is_no_address_of_a_page_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not an address such as"):
        base_url(text)
