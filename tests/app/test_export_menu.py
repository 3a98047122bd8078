"""The export menu asks for nothing while it is closed, and says in words what cannot be written."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.conftest import PATIENCE


def closed() -> None:
    import streamlit as st  # noqa: PLC0415 - the harness runs this function's text

    from eastflank.report.contents import Briefing  # noqa: PLC0415
    from eastflank.ui import data, export_menu  # noqa: PLC0415

    def briefing() -> Briefing:
        st.write("a briefing was made")
        raise AssertionError

    st.session_state["marking"] = ""
    export_menu.show(data.load(), briefing)


def failing() -> None:
    from eastflank.render.products import Product  # noqa: PLC0415
    from eastflank.ui import data, export_menu  # noqa: PLC0415
    from eastflank.view.address import query_of  # noqa: PLC0415
    from eastflank.view.filters import EVERYTHING  # noqa: PLC0415
    from eastflank.view.selection import newest_day  # noqa: PLC0415

    def write(*_: object) -> bytes:
        message = "no such glyph in a secret folder"
        raise RuntimeError(message)

    dataset = data.load()
    view = data.view_for(dataset, EVERYTHING, newest_day(dataset))
    briefing = data.briefing_for(dataset, view, None, "", query=query_of(EVERYTHING), marking="")
    export_menu._take(briefing, Product("x", "Failing picture", "", ".x", "image/png", write), None)


def test_a_closed_menu_makes_nothing() -> None:
    app = AppTest.from_function(closed, default_timeout=PATIENCE).run()
    assert not app.exception
    assert not app.markdown
    assert not app.selectbox


def test_what_cannot_be_written_is_said_in_words_with_a_way_back(caplog: pytest.LogCaptureFixture) -> None:
    app = AppTest.from_function(failing, default_timeout=PATIENCE).run()
    assert not app.exception
    (told,) = app.error
    assert "The Failing picture could not be written (RuntimeError)" in told.value
    assert "choose another format or size" in told.value
    assert "glyph" not in told.value
    assert not app.get("download_button")
    assert "no such glyph" in caplog.text
