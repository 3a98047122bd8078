"""However a dataset is damaged: no traceback, and a message that names the file and the row."""

from __future__ import annotations

from pathlib import Path

import pytest

from eastflank.__main__ import main
from eastflank.commands import data_option
from eastflank.model import Dataset
from eastflank.render.products import PRODUCTS
from eastflank.store import tables
from eastflank.store.broken import BrokenData
from tests.damages import DAMAGES, Damage, good
from tests.representatives import some

pytestmark = pytest.mark.usefixtures("coarse_pictures")

Capture = pytest.CaptureFixture[str]
CHECKED = {"error": 2, "finding": 1, "fine": 0}


@pytest.fixture
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """One reader serves all commands, and takes longer than all else that they do here: it reads each folder once."""
    found: dict[Path, Dataset | BrokenData] = {}
    read = tables.read

    def once(root: Path, **_: object) -> Dataset:
        if root not in found:
            try:
                found[root] = read(root)
            except BrokenData as broken:
                found[root] = broken
        one = found[root]
        if isinstance(one, BrokenData):
            raise one
        return one

    monkeypatch.setattr(tables, "read", once)
    monkeypatch.setattr(data_option, "read", once)


@pytest.mark.usefixtures("_read_once")
@pytest.mark.parametrize("damage", some(DAMAGES, every=12), ids=lambda damage: damage.name)
def test_the_terminal_says_what_is_wrong_and_where(damage: Damage, tmp_path: Path, capsys: Capture) -> None:
    folder = good(tmp_path)
    damage.inflict(folder)
    view = tmp_path / "view.csv"
    told = {}
    for command in (["check"], ["show"], ["export", "--format=csv", f"--output={view}"]):
        status = main([*command, "--data", str(folder)])
        told[command[0]] = (status, *capsys.readouterr())

    status, checked, _ = told["check"]
    if damage.outcome in CHECKED:
        assert status == CHECKED[damage.outcome], checked
    assert [words for words in damage.words if words not in checked] == [], checked

    if damage.outcome == "error":
        for command in ("show", "export"):
            status, out, err = told[command]
            assert (status, out) == (2, "")
            assert [words for words in damage.words if words not in err] == []
        assert not view.exists()
    elif damage.outcome == "empty":
        assert told["show"] == (
            0,
            "This record holds no claims yet. Add an article or a table on the page Add data.\n",
            told["show"][2],
        )
        assert told["export"][0] == 1
        assert "This record holds no claims yet." in told["export"][2]
    else:
        assert told["show"][0] == told["export"][0] == 0
        mention = f"in the data; see: python -m eastflank check --data {folder}\n"
        for command in ("show", "export"):
            assert told[command][2].endswith(mention) is (damage.outcome == "finding")


@pytest.mark.usefixtures("_read_once")
@pytest.mark.parametrize("damage", some(DAMAGES, every=40), ids=lambda damage: damage.name)
def test_every_format_is_written_or_the_reason_is_told(
    damage: Damage, tmp_path: Path, capsys: Capture
) -> None:
    folder = good(tmp_path)
    damage.inflict(folder)
    for product in PRODUCTS:
        view = tmp_path / f"view{product.suffix}"
        status = main(["export", f"--format={product.format}", f"--output={view}", "--data", str(folder)])
        out, err = capsys.readouterr()
        assert status == {"error": 2, "empty": 1}.get(damage.outcome, 0), (product.format, err)
        assert view.exists() is (status == 0)
        assert bool(out) is (status == 0)
        if damage.outcome == "error":
            assert [words for words in damage.words if words not in err] == []


def test_what_is_not_damaged_has_no_findings(tmp_path: Path, capsys: Capture) -> None:
    assert main(["check", "--data", str(good(tmp_path))]) == 0
    assert capsys.readouterr().out.startswith("No findings in ")


def test_there_are_many_kinds_of_damage_and_each_stands_once() -> None:
    assert len({damage.name for damage in DAMAGES}) == len(DAMAGES) >= 150
    assert [damage.name for damage in DAMAGES if damage.outcome == "finding" and not damage.words] == []
