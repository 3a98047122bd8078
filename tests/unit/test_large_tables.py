"""Large tables: read as small ones are, and the person who waits is told how far that is."""

from __future__ import annotations

from threading import Event, Thread

import pytest

from eastflank.__main__ import main
from eastflank.commands import data_option, progress
from eastflank.store import schema, table_files, tables
from eastflank.store.broken import BrokenData
from eastflank.store.cells import cells_in
from eastflank.ui.waiting import Bar, SharedReading
from eastflank.words.chosen import terms
from tests.frozen import FOLDER

NATIONS = schema.read(FOLDER)["nations"]
HEADER = ",".join(NATIONS.columns).encode()


def nations(*rows: str) -> bytes:
    """A table of nations in which only the first column is filled."""
    ends = "," * len(NATIONS.columns[1:])
    return b"\n".join([HEADER, *(f"{row}{ends}".encode() for row in rows), b""])


def test_a_large_table_may_hold_cells_of_several_lines() -> None:
    rows = [f'"A{number}\n{"x" * 90}"' for number in range(30_000)]
    frame = cells_in(nations(*rows), NATIONS)
    assert len(frame) == 30_000
    assert frame.index.tolist() == list(range(2, 60_002, 2))
    assert frame["iso3"].iloc[-1] == f"A29999\n{'x' * 90}"
    assert frame["iso2"].isna().all()


@pytest.mark.parametrize(
    "damaged", [b"\x07", b"\xef\xbf\xbe", b"\xff"], ids=["a bell", "no letter", "no UTF-8"]
)
def test_what_no_text_may_hold_is_found_at_the_end_of_a_large_table(damaged: bytes) -> None:
    content = nations(*(f"A{number}{'x' * 90}" for number in range(20_000)))
    with pytest.raises(BrokenData, match="line 20001"):
        cells_in(content[:-60] + damaged + content[-60:], NATIONS)


def test_it_is_told_which_file_is_read_and_how_much_was_read_before(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = [*schema.read(FOLDER).values()]
    told: list[tuple[str, float]] = []
    table_files.read(tables, FOLDER, {}, lambda file, share: told.append((file, share)))
    assert told == []
    monkeypatch.setattr(table_files, "LARGE", 1)
    monkeypatch.setattr(table_files, "_SMALL", 0)
    found = table_files.read(tables, FOLDER, {}, lambda file, share: told.append((file, share)))
    assert list(found.frames) == [table.name for table in tables]
    assert sorted({file for file, _ in told}) == sorted(table.file for table in tables)
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert 0.8 < shares[-1] <= 1


def test_the_terminal_says_on_standard_error_how_far_the_reading_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(table_files, "LARGE", 1)
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    monkeypatch.setattr(data_option, "read", tables.read)  # and not a record that was read before
    assert main(["show", "--data", str(FOLDER)]) == 0
    said = capsys.readouterr()
    assert "Reading changes.csv … 0% of the tables read\n" in said.err
    assert "Reading" not in said.out


class _Shown(Bar):
    def __init__(self) -> None:
        super().__init__(seen=False)
        self.shown: list[tuple[str, float]] = []
        self.came = Event()

    def show(self, file: str, share: float) -> None:
        self.shown.append((file, share))
        self.came.set()


def test_who_waits_for_the_reading_of_another_session_sees_how_far_it_is() -> None:
    reading, bar, waits = SharedReading(), _Shown(), _Shown()
    reading.begin(bar)
    reading.tell("claims.csv", 0.25)
    waiter = Thread(target=reading.begin, args=(waits,))
    waiter.start()
    assert waits.came.wait(60)
    reading.end()
    waiter.join(60)
    assert waits.shown[0] == ("claims.csv", 0.25)
    assert bar.shown == []
    assert terms.reading("claims.csv", 0.25) == "Reading claims.csv … 25% of the tables read"
