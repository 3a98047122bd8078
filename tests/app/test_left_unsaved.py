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


def source_fields(page: AppTest) -> tuple[object, ...]:
    texts = [*page.text_input, *page.text_area]
    said = [control(texts, f"source-{name}").value for name in ("text", "title", "note", "reason")]
    return (
        *said,
        control(page.selectbox, "source-reliability").value,
        control(page.checkbox, "source-cited").value,
    )


def begun_source() -> AppTest:
    page = opened()
    press(page, "add-source")
    for name, value in (("text", "Ten men came.\n"), ("title", "Ten men"), ("note", ANN), ("reason", "New.")):
        fine(control([*page.text_input, *page.text_area], f"source-{name}").input(value).run())
    fine(control(page.selectbox, "source-reliability").set_value("B").run())
    fine(control(page.checkbox, "source-cited").check().run())
    return page


def offers_a_source(page: AppTest) -> list[str]:
    return [one.value for one in page.caption if "You left a source unsaved" in one.value]


@pytest.mark.parametrize("way", ["source-kept-go-on", "add-source"])
def test_a_source_that_is_being_added_outlives_a_reload(way: str) -> None:
    entered = source_fields(begun_source())
    assert entered == ("Ten men came.\n", "Ten men", ANN, "New.", "B", True)
    again = opened()
    assert offers_a_source(again) == ["You left a source unsaved: “Ten men”."]
    press(again, way)
    assert source_fields(again) == entered
    third = opened()
    press(third, way)
    assert source_fields(third) == entered, "as often as it is reloaded"
    press(third, "cancel-source")
    assert not offers_a_source(third)
    assert not offers_a_source(opened()), "who cancels drops it"


def test_a_source_that_is_being_added_stays_while_another_section_is_looked_at() -> None:
    page = begun_source()
    entered = source_fields(page)
    for section in ("table", "articles"):
        fine(control(page.segmented_control, "add-section").set_value(section).run())
    assert source_fields(page) == entered


def test_a_source_that_is_discarded_or_empty_is_not_offered(tmp_path: Path) -> None:
    begun_source()
    page = opened()
    press(page, "source-kept-discard")
    assert not offers_a_source(page)
    press(page, "add-source")
    assert control(page.text_area, "source-text").value == ""
    assert not offers_a_source(opened()), "nothing was entered in it"
    assert not [*(tmp_path / "datasets" / ".drafts").iterdir()]


def test_what_is_typed_as_the_reason_to_retract_a_claim_stays_with_it() -> None:
    page = opened()
    press(page, "retract-H1")
    fine(control(page.text_input, "why-retract").input("Read wrongly.").run())
    press(page, "edit-H3")
    assert not offered_again(page), "of a form nothing was entered in there is nothing to keep"
    press(page, "retract-H1")
    assert not offered_again(page)
    assert control(page.text_input, "why-retract").value == "Read wrongly."
    again = opened()
    press(again, "retract-H1")
    assert control(again.text_input, "why-retract").value == "Read wrongly.", "a reload does not lose it"
    press(again, "retract-now")
    last = opened()
    assert "Read wrongly." in [
        row["reason"] for row in last.dataframe[0].value.rename(columns=str.lower).to_dict("records")
    ]
