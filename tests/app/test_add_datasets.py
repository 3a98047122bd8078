"""The datasets on the page *Add data*: made, copied, opened, downloaded, removed; and undo of each."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from eastflank.store import datasets, folder, package_files, tables
from eastflank.words.chosen import add_data as words
from tests import damages
from tests.frozen import FOLDER

SECOND = Path(__file__).parents[1] / "second_theatre"


@pytest.fixture
def parent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("EASTFLANK_EDIT", "1")
    monkeypatch.setenv("EASTFLANK_DATASETS", str(tmp_path / "datasets"))
    return tmp_path / "datasets"


def _page() -> None:
    from eastflank.ui.add_data import datasets  # noqa: PLC0415

    datasets.show()


def opened() -> AppTest:
    app = AppTest.from_function(_page, default_timeout=60).run()
    assert not app.exception
    return app


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    assert not app.exception
    return app


def names(parent: Path) -> list[str]:
    return sorted(path.name for path in parent.glob("[!.]*"))


def told(app: AppTest) -> str:
    return "\n".join(one.value for one in (*app.success, *app.error, *app.info))


def test_a_new_one_is_one_click_and_is_taken_back_by_another(parent: Path) -> None:
    app = press(opened(), "dataset-new")
    assert names(parent) == ["new-dataset"]
    assert tables.read(parent / "new-dataset").claims.empty
    assert told(app) == (
        "“New dataset” is there. What you add now goes into it. Its name in links is new-dataset."
    )
    assert app.query_params["data"] == "new-dataset", "what is made is what the page changes next"
    assert app.button(key="dataset-undo").label == "Undo: remove “New dataset” again"
    press(app, "dataset-undo")
    assert names(parent) == []
    assert "data" not in app.query_params
    assert told(app) == "“New dataset” is removed."
    assert not [one for one in app.button if one.key == "dataset-undo"]


def test_a_new_one_is_called_as_was_typed(parent: Path) -> None:
    app = opened()
    app.text_input[0].set_value("Air policing <b>").run()
    press(app, "dataset-new")
    assert names(parent) == ["air-policing-b"]
    assert app.text_input[0].value == ""
    assert "<b>" not in next(one.proto.body for one in app.get("html"))


def test_a_title_without_a_letter_is_refused_in_a_sentence(parent: Path) -> None:
    app = opened()
    app.text_input[0].set_value("***").run()
    press(app, "dataset-new")
    assert told(app) == "“***” has no letter or digit for a name. Type another one."
    assert not parent.exists() or names(parent) == []


def test_the_usual_one_is_copied_and_stays(parent: Path) -> None:
    app = press(opened(), "dataset-copy")
    assert names(parent) == ["copy-of-eastflank"]
    assert tables.read(parent / "copy-of-eastflank").version == tables.read(FOLDER).version
    assert app.button(key="dataset-remove").disabled


def test_one_is_removed_and_brought_back_and_each_step_before_is_taken_back_too(parent: Path) -> None:
    app = press(press(opened(), "dataset-new"), "dataset-copy")
    app.selectbox[0].set_value("new-dataset").run()
    press(app, "dataset-remove")
    assert names(parent) == ["copy-of-eastflank"]
    assert app.button(key="dataset-undo").label == "Undo: bring “New dataset” back"
    press(app, "dataset-undo")
    assert told(app) == "“New dataset” is back."
    assert names(parent) == ["copy-of-eastflank", "new-dataset"]
    press(app, "dataset-undo")
    assert names(parent) == ["new-dataset"]
    press(app, "dataset-undo")
    assert names(parent) == []


def test_a_zip_file_is_opened(parent: Path) -> None:
    app = opened()
    content = package_files.packed({**datasets.contents(folder.of(SECOND))})
    app.get("file_uploader")[0].upload("gulf.zip", content, "application/zip").run()
    assert not app.exception
    assert names(parent) == ["coastal-patrols-on-the-gulf-of-guinea"]
    assert "“Coastal patrols on the Gulf of Guinea” is opened." in told(app)
    press(app, "dataset-undo")
    assert names(parent) == []


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"no zip", "This is not a ZIP file"),
        (package_files.packed({"claims.csv": b""}), "no datapackage.json"),
    ],
)
def test_a_file_that_is_no_dataset_is_refused_in_a_sentence(parent: Path, content: bytes, why: str) -> None:
    app = opened()
    app.get("file_uploader")[0].upload("gulf.zip", content, "application/zip").run()
    assert not app.exception
    assert why in told(app)
    assert not parent.exists() or names(parent) == []


def test_one_with_errors_is_refused_with_all_of_them(parent: Path, tmp_path: Path) -> None:
    shutil.copytree(SECOND, tmp_path / "gulf")
    damages.cell(tmp_path / "gulf", "claims.csv", "D1", troops_low="many")
    files = datasets.contents(folder.of(SECOND))
    files["claims.csv"] = (tmp_path / "gulf" / "claims.csv").read_bytes()
    app = opened()
    app.get("file_uploader")[0].upload("gulf.zip", package_files.packed(files), "application/zip").run()
    assert not app.exception
    assert "It was not opened, and nothing was changed." in told(app)
    assert "“many” is not a whole number" in app.dataframe[0].value["What is wrong"].tolist()[0]
    assert names(parent) == []


def test_a_broken_one_is_listed_and_can_be_removed(parent: Path) -> None:
    shutil.copytree(SECOND, parent / "gulf")
    damages.cell(parent / "gulf", "claims.csv", "D1", troops_low="many")
    app = opened()
    assert "cannot be read: one error" in app.get("html")[0].proto.body
    app.selectbox[0].set_value("gulf").run()
    assert app.button(key="dataset-copy").disabled
    press(app, "dataset-remove")
    assert names(parent) == []


def test_who_may_not_edit_sees_no_button(monkeypatch: pytest.MonkeyPatch, parent: Path) -> None:
    monkeypatch.delenv("EASTFLANK_EDIT")
    app = AppTest.from_function(_whole_page, default_timeout=60).run()
    assert not app.exception
    assert not app.button
    assert "You can read this record, but not change it." in app.markdown[0].value
    assert not parent.exists()


def _whole_page() -> None:
    from eastflank.ui import data  # noqa: PLC0415
    from eastflank.ui.add_data import page  # noqa: PLC0415

    page.show(data.load())


def _by_names() -> None:
    import streamlit as st  # noqa: PLC0415

    from eastflank.ui import data, state  # noqa: PLC0415
    from eastflank.ui.add_data import page  # noqa: PLC0415

    asked = state.names_asked()
    page.show(data.load(asked), asked)
    st.caption(f"shown: {data.load(asked).theatre.name}, {len(data.load(asked).claims)} claims")


def test_the_page_says_which_dataset_is_changed_and_turns_to_another(parent: Path) -> None:
    datasets.create_empty(parent, "Mine", folder.of(FOLDER))
    app = AppTest.from_function(_by_names, default_timeout=60).run()
    assert not app.exception
    (choice,) = [one for one in app.selectbox if one.label == words.DATASET]
    usual = choice.value
    assert choice.options[-1] == "Mine"
    choice.select("mine").run()
    assert not app.exception
    assert app.query_params["data"] == "mine"
    assert app.caption[-1].value.endswith(", 0 claims")
    (choice,) = [one for one in app.selectbox if one.label == words.DATASET]
    choice.select(usual).run()
    assert not app.caption[-1].value.endswith(", 0 claims")
