"""The export menu does no work while it is closed, and says what cannot be written."""

import re
from collections import deque

import pytest
from streamlit.testing.v1 import AppTest

from eastflank.ui import export_limit
from tests.app.conftest import PATIENCE


def closed() -> None:
    import streamlit as st  # noqa: PLC0415 - the harness runs this function's text

    from eastflank.report.contents import Briefing  # noqa: PLC0415
    from eastflank.ui import export_menu  # noqa: PLC0415

    def briefing() -> Briefing:
        st.write("a briefing was made")
        raise AssertionError

    st.session_state["marking"] = ""
    export_menu.show(briefing)


def failing() -> None:
    from eastflank.render.products import Product  # noqa: PLC0415
    from eastflank.ui import briefings, data, export_menu, views  # noqa: PLC0415
    from eastflank.view.address import query_of  # noqa: PLC0415
    from eastflank.view.filters import EVERYTHING  # noqa: PLC0415
    from eastflank.view.selection import newest_day  # noqa: PLC0415

    def write(*_: object) -> bytes:
        message = "no such glyph in a secret folder"
        raise RuntimeError(message)

    dataset = data.load()
    view = views.view_for(dataset, EVERYTHING, newest_day(dataset))
    briefing = briefings.briefing_for(
        dataset, view, None, "", query=query_of(EVERYTHING), marking="", side_by_side=False
    )
    export_menu._take(briefing, Product("x", "Failing picture", "", ".x", "image/png", write), None)


def unknown_letters() -> None:
    import streamlit as st  # noqa: PLC0415

    from eastflank.render.products import PRODUCTS  # noqa: PLC0415
    from eastflank.ui import briefings, data, export_menu, views  # noqa: PLC0415
    from eastflank.view.address import query_of  # noqa: PLC0415
    from eastflank.view.filters import EVERYTHING  # noqa: PLC0415
    from eastflank.view.selection import newest_day  # noqa: PLC0415

    dataset = data.load()
    view = views.view_for(dataset, EVERYTHING, newest_day(dataset))
    marking = "\u1200 *not bold* $x$ [no link](https://example.org) გორი"
    briefing = briefings.briefing_for(
        dataset, view, None, "", query=query_of(EVERYTHING), marking=marking, side_by_side=False
    )
    product = next(one for one in PRODUCTS if one.format == st.session_state["asked"])
    export_menu._take(briefing, product, None)


def many() -> None:
    import streamlit as st  # noqa: PLC0415

    from eastflank.render.products import Product  # noqa: PLC0415
    from eastflank.ui import briefings, data, export_limit, export_menu, views  # noqa: PLC0415
    from eastflank.view.address import query_of  # noqa: PLC0415
    from eastflank.view.filters import EVERYTHING  # noqa: PLC0415
    from eastflank.view.selection import newest_day  # noqa: PLC0415

    def write(*_: object) -> bytes:
        assert export_limit.ONE_AT_A_TIME.locked()
        st.session_state["written"] = st.session_state.get("written", 0) + 1
        return b"content"

    dataset = data.load()
    view = views.view_for(dataset, EVERYTHING, newest_day(dataset))
    briefing = briefings.briefing_for(
        dataset,
        view,
        None,
        "",
        query=query_of(EVERYTHING),
        marking=st.session_state["asked"],
        side_by_side=False,
    )
    export_menu._take(briefing, Product("x", "Text", "", ".x", "text/plain", write), None)


def test_a_loop_of_exports_is_stopped_in_words_and_can_go_on_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(export_limit, "MOST", 3)
    app = AppTest.from_function(many, default_timeout=PATIENCE)
    for number in range(export_limit.MOST + 2):
        app.session_state["asked"] = f"marking {number}"
        app.run()
    assert not app.exception
    assert app.session_state["written"] == export_limit.MOST
    (told,) = app.info
    assert "3 files within a minute" in told.value
    assert "The next can be written in " in told.value
    assert [button.label for button in app.button] == ["Try again"]
    app.session_state["asked"] = (
        f"marking {export_limit.MOST - 1}"  # what was written before is still to be had
    )
    app.run()
    assert not app.info
    app.session_state["asked"] = "marking of another minute"
    app.session_state["export-times"].clear()
    app.run()
    assert app.session_state["written"] == export_limit.MOST + 1


def test_the_limit_tells_how_long_to_wait() -> None:
    assert export_limit.MOST == 20
    times = deque(float(second) for second in range(export_limit.MOST))
    with pytest.raises(export_limit.TooMany) as limit:
        export_limit.count(times, 59.5)
    assert limit.value.seconds == 1
    export_limit.count(times, 60.0)
    assert (times[0], times[-1], len(times)) == (1.0, 60.0, export_limit.MOST)


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


@pytest.mark.parametrize("asked", ["svg", "pdf"])
def test_letters_that_no_font_has_are_named(asked: str) -> None:
    app = AppTest.from_function(unknown_letters, default_timeout=PATIENCE)
    app.session_state["asked"] = asked
    app.run()
    assert not app.exception
    (told,) = app.warning
    assert re.sub(r"\\(.)", r"\1", told.value).startswith(
        "No font here has \u1200 (U+1200), in “\u1200 *not bold* $x$ [no link](https://example"
    )
    assert r"\*not bold\* \$x\$ \[no link\]" in told.value  # Markdown shows it as it was typed
    assert "EASTFLANK" in told.value
    assert len(app.get("download_button")) == 1


def test_it_says_nothing_of_fonts_where_the_reader_brings_them() -> None:
    app = AppTest.from_function(unknown_letters, default_timeout=PATIENCE)
    app.session_state["asked"] = "csv"
    app.run()
    assert not app.exception
    assert not app.warning
