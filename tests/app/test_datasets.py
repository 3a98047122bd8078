"""Several datasets in one server: the chooser, links that name a dataset, and what a change of it keeps."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests import damages
from tests.representatives import some

Open = Callable[..., AppTest]
SECOND = Path(__file__).parents[1] / "second_theatre"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the users' datasets, with one of another theatre in it."""
    made = tmp_path / "datasets"
    shutil.copytree(SECOND, made / "gulf")
    monkeypatch.setenv("EASTFLANK_DATASETS", str(made))
    return made


def chooser(app: AppTest) -> list[str]:
    (found,) = [one for one in app.multiselect if one.label == "Dataset"]
    return list(found.value)


def title(app: AppTest) -> str:
    return next(one.proto.body for one in app.get("html") if "ef-title" in one.proto.body)


def address(app: AppTest) -> dict[str, list[str]]:
    return {name: [value] if isinstance(value, str) else value for name, value in app.query_params.items()}


def remarks(app: AppTest) -> list[str]:
    return [plain(one.value) for one in app.info]


def plain(markdown: str) -> str:
    return markdown.replace("\\", "")


def choose(app: AppTest, *names: str) -> AppTest:
    (field,) = [one for one in app.multiselect if one.label == "Dataset"]
    field.set_value(list(names))
    app.run()
    assert not app.exception
    return app


def test_one_dataset_leaves_no_choice(open_app: Open) -> None:
    assert "Dataset" not in [one.label for one in open_app().multiselect]


@pytest.mark.usefixtures("folder")
def test_a_link_opens_the_dataset_that_it_names(open_app: Open) -> None:
    app = open_app(data="gulf", asof="2019-10-05")
    assert chooser(app) == ["gulf"]
    assert "Two coastal patrols and one headquarters" in title(app)
    assert address(app)["data"] == ["gulf"]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("said", some([" gulf. ", "Gulf", "Coastal patrols on the Gulf of Guinea"]))
def test_it_is_read_as_it_was_meant(open_app: Open, said: str) -> None:
    assert chooser(open_app(data=said)) == ["gulf"]


@pytest.mark.usefixtures("folder")
def test_the_usual_dataset_is_not_named(open_app: Open) -> None:
    app = open_app(data="record", nation="CAN")
    assert chooser(app) == ["record"]
    assert "data" not in address(app)


@pytest.mark.usefixtures("folder")
def test_a_name_that_is_none_is_asked_about_and_the_rest_is_read_of_the_dataset_that_is_meant(
    open_app: Open,
) -> None:
    app = open_app(data="golf", nation="NGA", asof="2019-10-05")
    assert "A part of this link cannot be read" in title(app)
    (said,) = [plain(one.value) for one in app.warning]
    assert "data=golf: there is no dataset of this name here. Did you mean gulf?" in said
    assert "NGA" not in said
    (meant,) = [one for one in app.button if one.label.startswith("It means")]
    meant.click().run()
    assert chooser(app) == ["gulf"]
    assert address(app) == {"data": ["gulf"], "nation": ["NGA"], "asof": ["2019-10-05"]}


@pytest.mark.usefixtures("folder")
def test_another_dataset_keeps_what_it_has_and_says_what_it_took_back(open_app: Open) -> None:
    app = choose(open_app(nation="LVA", status="deployed", asof="2019-10-05"), "gulf")
    assert address(app) == {"data": ["gulf"], "status": ["deployed"], "asof": ["2019-10-05"]}
    assert remarks(app) == [
        "Removed, since Coastal patrols on the Gulf of Guinea does not have it: nation=LVA."
    ]
    choose(app)
    assert chooser(app) == ["record"]
    assert "data" not in address(app)


def test_a_dataset_that_goes_away_is_asked_about(open_app: Open, folder: Path) -> None:
    app = open_app(data="gulf")
    shutil.rmtree(folder / "gulf")
    app.run()
    assert not app.exception
    assert "there is no dataset of this name here" in plain(app.warning[0].value)
    (usual,) = [one for one in app.button if one.label == "Show Eastflank"]
    usual.click().run()
    assert not app.warning
    assert "battlegroup" in title(app)


def test_a_broken_dataset_is_told_and_the_others_can_be_shown(open_app: Open, folder: Path) -> None:
    app = open_app()
    damages.cell(folder / "gulf", "claims.csv", "D1", troops_low="many")
    choose(app, "gulf")
    assert app.title[0].value == "The data cannot be read"
    (usual,) = [one for one in app.button if one.label == "Show Eastflank"]
    usual.click().run()
    assert not app.exception
    assert not app.title
    assert chooser(app) == ["record"]


@pytest.mark.usefixtures("folder")
def test_two_are_laid_over_each_other_and_a_filter_narrows_to_one(open_app: Open) -> None:
    app = choose(open_app(asof="2019-10-05"), "record", "gulf")
    assert address(app) == {"data": ["record", "gulf"], "asof": ["2019-10-05"]}
    assert "In two datasets: four battlegroups and one brigade in Eastflank; two coastal" in title(app)
    (pills,) = [one for one in app.get("button_group") if one.label == "Of the datasets"]
    pills.set_value(["gulf"]).run()
    assert not app.exception
    assert address(app) == {"data": ["record", "gulf"], "dataset": ["gulf"], "asof": ["2019-10-05"]}
    assert "In the dataset Coastal patrols on the Gulf of Guinea alone: two coastal patrols" in title(app)
    choose(app, "record")
    assert address(app) == {"asof": ["2019-10-05"]}
    assert "Removed, since Eastflank does not have it: dataset=gulf." in remarks(app)
