"""A table goes into the dataset of its earlier files, unless a person chooses another one; and the page says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from eastflank.intake.tables import kept_choices
from eastflank.store import datasets, parts
from eastflank.store.folder import of
from eastflank.words.chosen import chosen_before as words
from tests.app.test_add_table import _may_edit, brought, html, own_data, press
from tests.app.test_table_next_month import TABLE, draft_of
from tests.frozen import FOLDER

__all__ = ["_may_edit", "own_data"]


def _page() -> None:
    import streamlit as st  # noqa: PLC0415 - the script is run from its text

    from eastflank.ui.add_data import page  # noqa: PLC0415
    from eastflank.ui.data import load  # noqa: PLC0415

    names = tuple(st.query_params.get_all("data"))
    page.show(load(names), names)


def opened(name: str = "") -> AppTest:
    shown = AppTest.from_function(_page, default_timeout=60)
    shown.query_params["section"] = "table"
    if name:
        shown.query_params["data"] = name
    shown.run()
    assert not shown.exception, [one.value for one in shown.exception]
    return shown


@pytest.fixture
def tracker(own_data: Path, tmp_path: Path) -> Path:  # noqa: ARG001 - it is the default one
    """A second dataset, into which a table was imported, with a choice."""
    folder = tmp_path / "datasets" / "tracker"
    folder.parent.mkdir(exist_ok=True)
    parts.unpack(datasets.empty(of(FOLDER), "Tracker"), folder, lasting=False)
    app = press(press(brought(opened("tracker"), TABLE), "table-next"), "table-next")
    press(press(press(app, "table-accept-all"), "table-next"), "table-apply")
    assert kept_choices.of_table(folder, "pasted.txt")
    return folder


@pytest.mark.usefixtures("tracker")
def test_the_dataset_of_the_earlier_files_is_chosen_and_the_first_step_says_why() -> None:
    app = brought(opened(), TABLE.replace("50", "55"))
    assert app.query_params["data"] == "tracker"
    assert words.earlier_here("Tracker") in html(app)
    app = press(app, "table-next")
    now = draft_of(app).brought
    assert now is not None
    assert len(now.accepted) == 1


@pytest.mark.usefixtures("tracker")
def test_another_table_changes_no_choice_of_a_dataset() -> None:
    app = brought(opened(), "Base,Country,People\nNovo Selo,Bulgaria,50\n")
    assert "data" not in app.query_params
    assert "Earlier files" not in html(app)


def test_if_another_dataset_was_chosen_it_says_where_the_earlier_files_are_and_a_click_turns_to_it(
    tracker: Path, own_data: Path
) -> None:
    usual = datasets.listed({"EASTFLANK_DATA": str(own_data), "EASTFLANK_DATASETS": str(tracker.parent)})[0]
    app = brought(opened(usual.name), TABLE.replace("50", "55"))
    assert app.query_params["data"] == usual.name
    app = press(press(app, "table-next"), "table-next")
    now = draft_of(app).brought
    assert now is not None
    assert now.accepted == ()
    assert words.earlier_elsewhere(["Tracker"], usual.title) in html(app)
    app = press(app, "table-into-tracker")
    now = draft_of(app).brought
    assert now is not None
    assert len(now.accepted) == 1
    assert words.turned_to("Tracker", used=True) in [one.value for one in app.info]
    app.query_params["data"] = usual.name
    app.run()
    now = draft_of(app).brought
    assert now is not None
    assert (now.accepted, now.before) == ((), ())
    assert words.turned_to(usual.title, used=False) in [one.value for one in app.info]
