"""The effect of a click on a crowd, and the part of the earth to which a crowded map was moved."""

from __future__ import annotations

import math
from dataclasses import replace

import streamlit as st

from eastflank.model import Box, Point
from eastflank.scene.crowds import AREA, HOSTS
from eastflank.ui.choices import Choices
from eastflank.view.filters import Filters

_FRAME = "frame_of_the_map"
"""In the session: the part of the earth that a crowded map shows; it is not a choice, and not in the
address."""
_MOVED = "frame:"


def frame() -> Box | None:
    """The part of the earth to which the reader has moved the map; None: what it opened with."""
    found: Box | None = st.session_state.get(_FRAME)
    return found


def is_move(told: str) -> bool:
    """Whether the map reports a move, not a click; then stores the frame."""
    if not told.startswith(_MOVED):
        return False
    sides = _sides(told.removeprefix(_MOVED))
    st.session_state[_FRAME] = (
        (Point(sides[0], sides[1]), Point(sides[2], sides[3])) if sides is not None else None
    )
    return True


def opening(told: str, choices: Choices) -> Choices | None:
    """The choices with only the contents of a crowd; None if the id is not a crowd's."""
    filters = narrowed(told, choices.filters)
    if filters is None:
        return None
    st.session_state[_FRAME] = None
    return replace(choices, filters=filters, deployment="", claim="")


def without_area(choices: Choices) -> Choices:
    """The choices without the area of a crowd."""
    return replace(choices, filters=replace(choices.filters, area=None))


def narrowed(told: str, filters: Filters) -> Filters | None:
    """The filters with the contents of a crowd; None if the id is not a crowd's, or hostile."""
    if told.startswith(AREA):
        sides = _sides(told.removeprefix(AREA))
        return None if sides is None else replace(filters, area=sides)
    if told.startswith(HOSTS):
        hosts = tuple(code for code in told.removeprefix(HOSTS).split(";") if code)
        return replace(filters, host=hosts)
    return None


def _sides(text: str) -> tuple[float, float, float, float] | None:
    """South, west, north and east; None if the browser sends something else."""
    try:
        south, west, north, east = map(float, text.split(","))
    except ValueError:
        return None
    sides = south, west, north, east
    return sides if all(map(math.isfinite, sides)) and south < north and west < east else None
