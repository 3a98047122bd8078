"""The page of a dataset with deployments in countries that the base map does not show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from eastflank.__main__ import main
from tests.frozen import FOLDER

Open = Callable[..., AppTest]
TABLE = """Nation,Host,Base,Unit,Troops,Since,As of
France,Mali,Gao,Barkhane,1000,2014,2022-05
USA,South Korea,Camp Humphreys,Eighth Army,28500,2018,2022-05
Australia,Poland,,Instructors,70,2021,2022-05
Canada,Latvia,Adazi,Canadians,540,2017,2022-05
"""


@pytest.fixture(scope="module")
def datasets(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of users' datasets: the table, imported and reviewed."""
    folder = tmp_path_factory.mktemp("datasets")
    file, target = folder.with_suffix(".csv"), folder / "other"
    file.write_text(TABLE, encoding="utf-8")
    assert main(["import", str(file), "--to", str(target), "--date", "2022-06-30", "--accept-proposals"]) == 0
    claims = target / "claims.csv"
    claims.write_text(claims.read_text(encoding="utf-8").replace(",draft,", ",reviewed,"), encoding="utf-8")
    return folder


@pytest.fixture
def opened(datasets: Path, open_app: Open, monkeypatch: pytest.MonkeyPatch) -> Open:
    monkeypatch.setenv("EASTFLANK_DATASETS", str(datasets))

    def visit(**query: str | list[str]) -> AppTest:
        app = open_app(**query)
        assert not app.exception
        return app

    return visit


def head(app: AppTest) -> str:
    return next(one.proto.body for one in app.get("html") if "ef-title" in one.proto.body)


def test_the_title_counts_them_apart_and_the_list_names_each(opened: Open) -> None:
    app = opened(data="other", asof="2022-06-30", tab="not-drawn")
    assert "Two national deployments; two more outside this map" in head(app)
    assert "utside this map: one in Mali and one in South Korea" in head(app)
    listed = next(one.value for one in app.dataframe if "Outside this map: in Mali." in one.value.to_string())
    assert {"Barkhane", "Eighth Army"} <= {*listed.to_numpy().ravel()}


def test_the_filters_know_their_hosts_and_nations(opened: Open) -> None:
    app = opened(data="other", asof="2022-06-30", host="MLI")
    assert "In Mali: one national deployment, outside this map" in head(app)
    assert [one.value for one in app.info] == [
        "The one deployment of this view is outside this map. It is in the table and in every export."
    ]
    of_australia = head(opened(data="other", asof="2022-06-30", nation="AUS"))
    assert "ne national deployment" in of_australia
    assert "outside this map" not in of_australia


@pytest.mark.parametrize("tab", ["table", "timeline", "nation-host", "what-changed", "disagreements"])
def test_every_tab_and_the_evidence_have_them(opened: Open, tab: str) -> None:
    app = opened(data="other", asof="2022-06-30", since="2015-01-01", tab=tab, deployment="barkhane")
    assert any("row 2" in one.proto.body for one in app.get("html"))


def test_two_days_side_by_side_and_both_datasets_are_told_apart(opened: Open) -> None:
    app = opened(data="other", asof="2022-06-30", since="2022-05-01", layout="pair")
    assert "outside this map" in head(app)
    both = opened(data=[FOLDER.name, "other"], asof="2022-06-30")
    assert "two more outside this map in other" in head(both)
