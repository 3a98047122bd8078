"""The page shows the errors of a damaged dataset instead of the map, and works again once they are fixed."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from eastflank.store import tables
from eastflank.ui import data
from tests import damages
from tests.damages import DAMAGES, Damage, good
from tests.representatives import these

Open = Callable[..., AppTest]
ON_THE_PAGE = {
    "an_end_comes_before_its_start", "the_folder_is_a_file",
}  # fmt: skip
"""The damages that each test run tries on the page; the soak tries all."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    made = good(tmp_path)
    monkeypatch.setenv("EASTFLANK_DATA", str(made))
    return made


def told(app: AppTest) -> str:
    table = app.dataframe[0].value
    return "\n".join(
        f"{', '.join(part for part in row[:3] if part)}: {row[3]} {row[4]}"
        for row in table.itertuples(index=False)
    )


def links(app: AppTest) -> list[str]:
    """The words of the links to other pages."""
    return [link.proto.label for link in app.get("page_link")]


@pytest.mark.parametrize(
    "damage",
    these(DAMAGES, *(number for number, each in enumerate(DAMAGES) if each.name in ON_THE_PAGE)),
    ids=lambda damage: damage.name,
)
def test_the_page_says_what_is_wrong_and_mended_it_shows_the_map(
    damage: Damage, folder: Path, open_app: Open
) -> None:
    shutil.copytree(folder, whole := folder.with_name("whole"))
    damage.inflict(folder)
    app = open_app()
    if damage.outcome == "error":
        assert app.title[0].value == "The data cannot be read"
        assert [words for words in damage.words if words not in told(app)] == []
    elif damage.outcome == "empty":
        assert (
            app.markdown[-1].value
            == "This record holds no claims yet. Add an article or a table on the page Add data."
        )
    else:
        assert not app.title
        told_of = damage.outcome == "finding"
        assert [link.endswith(" in the data: see the list") for link in links(app)] == [True] * told_of

    if folder.is_dir() and not folder.is_symlink():
        shutil.rmtree(folder)
    else:
        folder.unlink(missing_ok=True)
    whole.rename(folder)
    app.run()
    assert not app.exception
    assert not app.title
    if damage.outcome == "empty":
        assert "asof" not in app.query_params, "what was empty opens on its newest day"


def test_a_broken_dataset_is_read_once_until_a_file_changes(
    folder: Path, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = []

    def counted(root: Path, **_: object) -> object:
        times.append(root)
        return tables.read(root)

    monkeypatch.setattr(data, "read", counted)
    damages.cell(folder, "claims.csv", "A1", troops_low="many")
    app = open_app()
    app.run()
    assert len(times) == 1
    damages.cell(folder, "claims.csv", "A1", troops_low="more")
    app.run()
    assert "“more” is not a whole number" in told(app)
    assert len(times) == 2


def test_the_method_says_from_where_each_part_comes_and_lists_the_findings(folder: Path) -> None:
    damages.cell(folder, "claims.csv", "A1", troops_low="1000", troops_high="800")
    app = AppTest.from_function(_method, default_timeout=60).run()
    assert not app.exception
    assert "## Findings in the data" in [one.value for one in app.markdown]
    assert "troops_low: 1,000 is more than 800" in told(app)
    origins = app.table[0].value
    shipped = "the dataset that comes with Eastflank"
    assert origins["Comes from"].tolist() == [
        "the folder data",
        "the folder data",
        shipped,
        "the folder data",
    ]


def _method() -> None:
    from eastflank.ui import data, method_page  # noqa: PLC0415

    method_page.show(data.load())


def test_every_damage_named_here_is_one() -> None:
    assert {damage.name for damage in DAMAGES} >= ON_THE_PAGE
