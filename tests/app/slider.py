"""The slider in tests of the script: its arguments, and its messages."""

from __future__ import annotations

from typing import Any

from streamlit.testing.v1 import AppTest

from tests.app.components import given, happen


def slider(app: AppTest) -> dict[str, Any]:
    """The slider's arguments."""
    return given(app, "slider")


def move(app: AppTest, day: str, *, passing: bool = False) -> AppTest:
    """Run the page as if the slider had been moved."""
    return happen(app, "slider", {"day": day, "passing": passing}, event="moved")
