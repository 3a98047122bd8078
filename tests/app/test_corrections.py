"""Opening an old link: the page says what was corrected in its view since."""

import os
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from eastflank.intake.links_in import links_of
from eastflank.model.overlay import Named, laid_over
from eastflank.store import datasets, edits, tables
from eastflank.store.edits import Replace
from eastflank.view.address import editions_of

Open = Callable[..., AppTest]
SECOND = Path(__file__).parents[1] / "second_theatre"


def change(data: Path, table: str, key: str, reason: str, **cells: str) -> None:
    known = tables.read(data).version
    day = date(2026, 11, 26)
    asked = [Replace(table, (key,), cells)]
    edits.apply(data, asked, who="Ann Lee", when=day, reason=reason, expected=known)


@pytest.fixture(scope="module")
def first_edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with one change."""
    data = Path(shutil.copytree(SECOND, tmp_path_factory.mktemp("first") / "data"))
    change(data, "deployments", "staff", "Asked for.", note="In Cotonou.")
    return data


@pytest.fixture(scope="module")
def corrected(first_edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """And with a second one, which corrects a figure. Tests only read it."""
    data = Path(shutil.copytree(first_edition, tmp_path_factory.mktemp("corrected") / "data"))
    change(data, "claims", "N2", "It counts 80.", troops_low="80", troops_high="80")
    return data


@pytest.fixture
def _data(corrected: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EASTFLANK_DATA", str(corrected))


@pytest.mark.usefixtures("_data")
def test_an_old_link_says_what_was_corrected_and_why(open_app: Open) -> None:
    app = open_app(host="GHA", asof="2021-03-01", edition="C0001")
    (told,) = app.info
    assert told.value.startswith(
        "One statement of this view was corrected after the link was made \\(change C0001\\)"
    )
    assert "strength\\: was “75”, is now “80”" in told.value
    assert "It counts 80" in told.value
    assert "edition" not in app.query_params


@pytest.mark.usefixtures("_data")
def test_a_new_link_and_one_whose_figures_stand_say_nothing(open_app: Open) -> None:
    assert not open_app(host="GHA", asof="2021-03-01", edition="C0003").info
    assert not open_app(host="TGO", asof="2021-03-01", edition="C0001").info


@pytest.mark.soak  # tests/unit/test_corrections.py states it
@pytest.mark.usefixtures("_data")
def test_a_link_of_a_newer_record_says_so(open_app: Open) -> None:
    (told,) = open_app(host="GHA", asof="2021-03-01", edition="C0009").info
    assert told.value.startswith("This link was made with change C0009 of the record, which the record here")


@pytest.mark.soak  # tests/unit/test_corrections.py states it
@pytest.mark.usefixtures("_data")
def test_of_several_datasets_each_tells_what_was_corrected_in_it(
    open_app: Open, first_edition: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Path(shutil.copytree(first_edition, tmp_path / "datasets" / "other"))
    change(other, "claims", "N2", "It counts 90.", troops_low="90", troops_high="90")
    monkeypatch.setenv("EASTFLANK_DATASETS", str(tmp_path / "datasets"))
    usual = next(iter(datasets.catalogue(datasets.listed(os.environ))))
    view = {"host": "GHA", "asof": "2021-03-01"}
    app = open_app(data=[usual, "other"], edition=f"{usual}:C0001,other:C0003", **view)
    (told,) = app.info
    assert "strength\\: was “75”, is now “80”" in told.value
    assert "90" not in told.value
    app = open_app(data=[usual, "other"], edition=f"{usual}:C0001,other:C0001", **view)
    assert [text in app.info[1].value for text in ("was “75”, is now “90”", "It counts 90")] == [True, True]
    (told,) = open_app(data="other", edition="C0001", **view).info
    assert "It counts 90" in told.value, "of the dataset that the link names, not of the usual one"


def test_a_link_of_several_datasets_names_the_edition_of_each(tmp_path: Path) -> None:
    parts = []
    for name in ("one", "two"):
        data = Path(shutil.copytree(SECOND, tmp_path / name))
        change(data, "deployments", "staff", "Asked for.", note=name)
        parts.append(Named(name, name, tables.read(data)))
    one, two = (part.dataset.edition for part in parts)
    assert (one[:6], two[:6]) == ("C0001-", "C0001-") and one != two
    assert laid_over(parts).edition == f"one:{one},two:{two}"
    assert editions_of(f"one:{one},two:{two}") == {"one": one, "two": two}
    for first, second in ((one, two), ("C0001", "C0001")):
        link = f"?data=one&data=two&edition=one%3A{first}%2Ctwo%3A{second}"
        assert links_of(link.encode()) == (link,)
    assert editions_of("one:C0001,two:C0002") == {"one": "C0001", "two": "C0002"}
    assert editions_of("c0001") == {"": "C0001"}
    assert not editions_of("one:two")
