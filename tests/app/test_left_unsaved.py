"""What a curator leaves unsaved on the page Add data stays, and can be returned to."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from eastflank.ui.add_data.draft import INFERRED
from tests.app.components import control
from tests.app.test_curating import ANN, SECOND, choose, fine, opened, press, put


@pytest.fixture(autouse=True)
def _record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EASTFLANK_EDIT", "1")
    monkeypatch.setenv("EASTFLANK_DATASETS", str(tmp_path / "datasets"))
    monkeypatch.setenv("EASTFLANK_DATA", str(shutil.copytree(SECOND, tmp_path / "data")))


def note_of_h3(page: AppTest) -> str:
    return str(control(page.text_area, "field-note").value)


def offered_again(page: AppTest) -> list[str]:
    return [one.value for one in page.caption if "You left a claim unsaved" in one.value]


def test_a_form_that_is_left_in_any_way_is_offered_and_returned_to() -> None:
    page = opened()
    press(page, "edit-H1")
    put(page, reason="To be undone.")
    choose(page, credibility="2")
    press(page, "save-claim")
    press(page, "edit-H3")
    put(page, note=ANN)
    here = control(page.selectbox, "source").value

    def turned() -> None:
        fine(control(page.selectbox, "source").set_value(INFERRED).run())

    ways: Mapping[str, Callable[[], None]] = {
        "retract another claim": lambda: press(page, "retract-H1"),
        "change another claim": lambda: press(page, "edit-H1"),
        "replace another claim": lambda: press(page, "supersede-H1"),
        "another source": turned,
        "the last change undone": lambda: press(page, "undo"),
    }
    for way, leave in ways.items():
        leave()
        assert len(offered_again(page)) == 1, way
        assert "H3" in offered_again(page)[0], way
        press(page, "unsaved-go-on")
        assert (note_of_h3(page), offered_again(page)) == (ANN, []), way
        assert control(page.selectbox, "source").value == here, way
    press(page, "add-source")
    press(page, "cancel-source")
    assert len(offered_again(page)) == 1
    assert len(offered_again(opened())) == 1, "a reload loses it as little as the form that is shown"
    press(page, "edit-H3")
    assert (note_of_h3(page), offered_again(page)) == (ANN, []), "the claim's own button returns to it too"
    press(page, "cancel-claim")
    assert not offered_again(page), "who cancels drops it"
    assert not offered_again(opened())


def test_what_is_typed_as_the_reason_to_retract_a_claim_stays_with_it() -> None:
    page = opened()
    press(page, "retract-H1")
    fine(control(page.text_input, "why-retract").input("Read wrongly.").run())
    press(page, "edit-H3")
    assert not offered_again(page), "of a form nothing was entered in there is nothing to keep"
    press(page, "retract-H1")
    assert not offered_again(page)
    assert control(page.text_input, "why-retract").value == "Read wrongly."
