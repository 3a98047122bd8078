"""The page Add data: who may use it, and its messages at each field."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.components import given, happen
from tests.frozen import FOLDER, RECORD

PAGE = "add-data"


def html(app: AppTest) -> str:
    return "".join(str(one.proto.body) for one in app.get("html"))


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], AppTest]:
    monkeypatch.setenv("EASTFLANK_DATA", str(shutil.copytree(FOLDER, tmp_path / "data")))
    monkeypatch.setenv("EASTFLANK_DATASETS", str(tmp_path / "datasets"))  # what is unsaved is kept there

    def opened() -> AppTest:
        def script() -> None:
            from eastflank.ui.add_data import page  # noqa: PLC0415 - the script is run from its text
            from eastflank.ui.data import load  # noqa: PLC0415

            page.show(load())

        app = AppTest.from_function(script, default_timeout=60).run()
        assert not app.exception, [one.value for one in app.exception]
        return app

    return opened


def test_without_the_right_it_says_how_to_get_it_and_offers_nothing(
    app: Callable[[], AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("EASTFLANK_EDIT", raising=False)
    shown = app()
    assert "EASTFLANK_EDIT=1" in shown.code[0].value
    assert not shown.button
    assert not shown.text_input


def test_a_passage_becomes_a_form_and_each_message_stands_at_its_field(
    app: Callable[[], AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EASTFLANK_EDIT", "1")
    shown = app()
    text = given(shown, "passage")["text"]
    quote = RECORD.claims_by_id["A2-06"].quote or ""
    start = text.index(quote)
    happen(shown, "passage", {"start": start, "stop": start + len(quote), "press": 1})
    told = given(shown, "passage")
    assert told["quote"] == {"start": start, "stop": start + len(quote)}
    marked = {one["field"]: text[one["start"] : one["stop"]] for one in told["marks"]}
    assert marked["troops_low"] == "four-thousand"
    assert "A claim of kind deployment has no deployment." in html(shown)
    (save,) = (one for one in shown.button if one.key == "save-claim")
    save.click().run()
    assert "Say why" in html(shown)
