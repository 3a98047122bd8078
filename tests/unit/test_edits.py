"""Edits of the tables: all or none, each with its row in changes.csv, and nothing else in the files changes."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from eastflank.__main__ import main
from eastflank.model import TABLES
from eastflank.store import edits, exchange, schema, tables
from eastflank.store.broken import BrokenData
from eastflank.store.edits import Conflict, Edit, Insert, Refused, Replace, Retract
from eastflank.store.table_text import TableText, row_text
from tests.frozen import FOLDER

SECOND = Path(__file__).parents[1] / "second_theatre"
DAY = date(2026, 11, 26)
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")) | st.sampled_from(',"\n;'), max_size=30)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SECOND, tmp_path / "data"))


def contents(data: Path) -> Mapping[str, bytes]:
    """Every file of a folder, hidden ones too."""
    return {str(file.relative_to(data)): file.read_bytes() for file in data.rglob("*") if file.is_file()}


def rows(data: Path, table: str) -> list[dict[str, str]]:
    with (data / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def row(data: Path, table: str, key: str) -> dict[str, str]:
    (found,) = [one for one in rows(data, table) if next(iter(one.values())) == key]
    return found


def applied(data: Path, *asked: Edit, expected: str | None = None, **said: object) -> str:
    known = expected or tables.read(data).version
    given = {"who": "Ann Lee", "when": DAY, "reason": "Because.", **said}
    return edits.apply(data, asked, expected=known, **given)  # type: ignore[arg-type]


def refused(data: Path, *asked: Edit, **said: object) -> list[str]:
    """The messages for refused edits; also checks that no byte of the folder has changed."""
    before = contents(data)
    with pytest.raises(Refused) as refusal:
        applied(data, *asked, **said)
    assert contents(data) == before
    assert all(problem.problem and problem.remedy for problem in refusal.value.problems)
    return [str(problem) for problem in refusal.value.problems]


def place(name: str, **cells: str) -> Insert:
    known = {
        "name": name,
        "country": "GHA",
        "lat": "6.5",
        "lon": "-1.5",
        "precision": "town",
        "geocoder": "curated",
    }
    return Insert("places", {"id": name, **known, **cells})


def nation(code: str, **cells: str) -> Insert:
    known = {
        "iso2": code[:2],
        "name": f"The {code}",
        "capital": "A town",
        "capital_lat": "0",
        "capital_lon": "9",
    }
    return Insert("nations", {"iso3": code, **known, **cells})


NOTE = "deployments", ("staff",)
"""A row whose note no check uses."""
CODES = st.sampled_from(["AGO", "CPV", "GAB", "STP", "ZWE"])
FEW = settings(max_examples=3, phases=[Phase.explicit, Phase.generate])  # an edit reads and checks everything


# --- what is asked is what is there ------------------------------------------------------------------


@FEW
@given(note=TEXTS, code=CODES)
@example(note='"One", two\n three', code="AGO")
def test_what_was_asked_is_read_and_told_and_every_other_row_keeps_its_bytes(
    tmp_path_factory: pytest.TempPathFactory, note: str, code: str
) -> None:
    data = Path(shutil.copytree(SECOND, tmp_path_factory.mktemp("edits") / "data"))
    before = contents(data)
    version = applied(data, nation(code), Replace(*NOTE, {"note": note}))
    assert tables.read(data).version == version
    assert row(data, "nations", code)["name"] == f"The {code}"
    assert row(data, "deployments", "staff")["note"] == note
    after = contents(data)
    other = {"deployments.csv"} if note else set()
    assert {file for file in after if after[file] != before[file]} == {"nations.csv", "changes.csv", *other}
    lost = set(before["deployments.csv"].split(b"\n")) - set(after["deployments.csv"].split(b"\n"))
    assert all(line.startswith(b"staff,") for line in lost)
    assert set(before["nations.csv"].split(b"\n")) < set(after["nations.csv"].split(b"\n"))
    codes = [one["iso3"] for one in rows(data, "nations")]
    assert codes == sorted(codes)
    told = [
        (one["id"], one["who"], one["table"], one["row"], one["column"], one["after"])
        for one in rows(data, "changes")
    ]
    assert told[0][:5] == ("C0001", "Ann Lee", "nations", code, "")
    assert told[1:] == ([("C0002", "Ann Lee", "deployments", "staff", "note", note)] if note else [])


@FEW
@given(split=st.integers(0, 4), order=st.permutations(["AGO", "GAB", "ZWE"]))
def test_edits_in_any_split_give_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, split: int, order: list[str]
) -> None:
    asked = [*map(nation, order), Replace("nations", (order[0],), {"capital": 'A "town", so to say.'})]
    at_once, in_two = (
        Path(shutil.copytree(SECOND, tmp_path_factory.mktemp("edits") / "data")) for _ in range(2)
    )
    applied(at_once, *asked)
    applied(in_two, *asked[:split])
    applied(in_two, *asked[split:])
    assert contents(at_once) == contents(in_two)


def test_a_retracted_claim_stays_and_counts_no_longer(data: Path) -> None:
    applied(data, Retract("N2", "The office took it back."))
    assert row(data, "claims", "N2")["review"] == "retracted"
    (change,) = rows(data, "changes")
    assert change == {
        "id": "C0001", "changed_on": "2026-11-26", "who": "Ann Lee", "table": "claims", "row": "N2",
        "column": "review", "before": "reviewed", "after": "retracted", "reason": "The office took it back.",
    }  # fmt: skip
    assert refused(data, Retract("N2", "Again.")) == [
        "claims.csv, N2, review: The claim is retracted already. Leave it as it is."
    ]


def test_a_later_edit_may_rest_on_an_earlier_one(data: Path) -> None:
    cells = {"source": "secretariat-2021-02", "basis": "cited", "citation": "Second paragraph.", "kind": "deployment",
             "deployment": "patrol-gha", "said_on": "2021-02-10", "status": "deployed", "host": "GHA",
             "credibility": "2", "review": "reviewed"}  # fmt: skip
    claim = Insert("claims", {"id": "N3", **cells})
    unit = Insert(
        "deployments", {"id": "patrol-gha", "name": "Patrol Ghana", "sort": "unit", "kind": "patrol"}
    )
    (problem,) = refused(data, claim)
    assert "“patrol-gha” is not in deployments.csv." in problem
    applied(data, unit, claim)
    assert [one["row"] for one in rows(data, "changes")] == ["patrol-gha", "N3"]


# --- what is refused changes no byte -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (Insert("bases", {"id": "x"}), "bases: This table cannot be edited. Edit one of sources, "),
        (Insert("changes", {"id": "C0009"}), "changes: This table cannot be edited."),
        (place("tema", colour="red"), "places.csv, tema, colour: There is no such column. Use one of id, "),
        (place("aneho"), "places.csv, aneho, id: There is a row “aneho” already, on line 2. Choose another id"),
        (place("tema", note="\ud800"), "places.csv, tema, note: The cell holds half of a character"),
        (place("tema", note="a\rb"), "places.csv, line 6: There is a carriage return."),
        (place("tema", note="a\x07b"), "places.csv, line 6: There is an invisible character, U+0007."),
        (place("tema", lat="north"), "places.csv, line 6 (tema), lat: “north” is not a number."),
        (place("tema", country="XXX"), "places.csv, line 6 (tema), country: “XXX” is not in nations.csv."),
        (place("tema", lat="9.5", lon="7.0"), "places.csv, line 6 (tema)"),
        (Replace("places", ("tema",), {"note": ""}), "places.csv, tema: There is no row “tema”."),
        (Replace("places", ("aneho",), {"id": "tema"}), "places.csv, aneho, id: The key would become “tema”"),
        (Retract("X9", "Wrong."), "claims.csv, X9: There is no row “X9”."),
        (Retract("N2", ""), "changes.csv, line 2 (C0001), reason: The cell is empty."),
        (Replace("claims", ("H2",), {"troops_low": "119"}), "claims.csv, line 7 (H2)"),
    ],
)  # fmt: skip
def test_an_edit_that_does_not_fit_is_refused_with_what_to_do(data: Path, edit: Edit, said: str) -> None:
    assert any(problem.startswith(said) for problem in refused(data, edit)), refused(data, edit)


def test_all_that_is_wrong_is_said_at_once_and_nothing_of_the_rest_is_made(data: Path) -> None:
    problems = refused(data, place("tema"), place("aneho"), Retract("X9", "Wrong."))
    assert [problem.partition(":")[0] for problem in problems] == ["places.csv, aneho, id", "claims.csv, X9"]
    assert refused(data, place("tema"), who="") != []


def test_a_finding_that_was_there_before_keeps_nobody_from_editing(data: Path) -> None:
    deployments = data / "deployments.csv"
    text = deployments.read_text(encoding="utf-8")
    deployments.write_text(text.replace("staff,", "spare,Spare,unit,,,staff,\nstaff,", 1), encoding="utf-8")
    assert main(["check", "--data", str(data)]) == 1
    inserted = Insert("deployments", {"id": "aaa", "name": "Another", "sort": "unit", "kind": "staff"})
    assert all("(aaa)" in problem for problem in refused(data, inserted)), (
        "the other finding is not its fault"
    )
    applied(data, nation("GAB"))


def test_edits_of_an_old_version_are_a_conflict_with_both_versions_of_their_rows(data: Path) -> None:
    old = tables.read(data).version
    new = applied(data, Replace("places", ("aneho",), {"note": "By the lagoon."}))
    before = contents(data)
    with pytest.raises(
        Conflict, match=rf"at version {new}, not {old}.*places aneho, nations GAB"
    ) as conflict:
        applied(data, Replace("places", ("aneho",), {"note": "By the sea."}), nation("GAB"), expected=old)
    first, second = conflict.value.rows
    assert (first.theirs or {})["note"] == "By the lagoon."
    assert first.yours == {"note": "By the sea."}
    assert second.theirs is None and second.yours["iso2"] == "GA"
    assert contents(data) == before


# --- bytes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("table", TABLES)
def test_each_table_of_the_record_is_read_and_written_byte_for_byte(table: str) -> None:
    known = schema.read(FOLDER)[table]
    text = (FOLDER / known.file).read_bytes().decode()
    read = TableText.of(known, text)
    assert str(read) == text
    for key in read.rows:
        assert read.changed(key, read.cells(key)) == read
    emptied = TableText(known, read.header, {})
    for key in reversed(read.rows):
        emptied = emptied.with_row(read.cells(key))
    assert str(emptied) == text


@settings(max_examples=60)
@given(
    cells=st.lists(
        st.sampled_from(["", "a", " b ", ",", '"', "a\nb", "a\rb", 'say "no"', "1,2"]) | TEXTS,
        min_size=3,
        max_size=3,
    )
)
@example(cells=["a\rb", "a,b", ""])
def test_a_new_row_has_quotation_marks_where_it_needs_them_and_nowhere_else(cells: list[str]) -> None:
    table = schema.read(FOLDER)["places"]
    row = {"id": "x", **dict(zip(("name", "source", "note"), cells, strict=True))}
    marked = {
        column: '"{}"'.format(cell.replace('"', '""')) if set(cell) & set(',"\n\r') else cell
        for column, cell in row.items()
    }
    assert row_text(table, row) == ",".join(marked.get(column, "") for column in table.columns) + "\n"


def test_an_edit_that_changes_nothing_writes_nothing(data: Path) -> None:
    before = contents(data)
    version = tables.read(data).version
    assert applied(data, Replace("claims", ("H1",), row(data, "claims", "H1"))) == version
    assert contents(data) == before


def test_a_cell_that_stays_keeps_its_quotation_marks() -> None:
    known = schema.read(FOLDER)["programmes"]
    text = TableText.of(known, 'id,used_from,name,short,note\nx,"2016","A ""b"", c",s,"plain"\n')
    changed = text.changed(("x", 'A "b", c'), {"short": "t, u"})
    assert str(changed).endswith('x,"2016","A ""b"", c","t, u","plain"\n')
    assert str(changed.changed(("x", 'A "b", c'), {"note": "other"})).endswith(',"other"\n')


@given(st.lists(TEXTS, min_size=4, max_size=4), st.lists(st.booleans(), min_size=5, max_size=5), TEXTS)
def test_one_other_cell_leaves_all_others_as_they_are_written(
    cells: list[str], marked: list[bool], other: str
) -> None:
    known = schema.read(FOLDER)["programmes"]
    written = [
        '"{}"'.format(cell.replace('"', '""')) if quoted or set(cell) & set(',"\n') else cell
        for cell, quoted in zip(["x", *cells], marked, strict=True)
    ]
    text = TableText.of(known, f"id,used_from,name,short,note\n{','.join(written)}\n")
    ((key, before),) = text.rows.items()
    after = text.changed(key, {"note": other}).rows[key]
    kept = ",".join(written[:-1]) + ","
    assert before.startswith(kept) and after.startswith(kept)
    assert TableText(known, text.header, {key: after}).cells(key) == {**text.cells(key), "note": other}


# --- a crash at every step ---------------------------------------------------------------------------


class Crash(BaseException):
    """The process is gone."""


def crashing(monkeypatch: pytest.MonkeyPatch, step: int) -> Callable[[], int]:
    """Make all writes fail from the given step on; returns how many steps there were."""
    steps = 0

    def counted(name: str, of: object) -> None:
        real = getattr(of, name)

        def instead(*given: object, **named: object) -> object:
            nonlocal steps
            steps += 1
            if steps > step:
                if name == "_write" and steps == step + 1:
                    path, content, mode = given
                    real(path, content[: len(content) // 2], mode)  # type: ignore[index, arg-type]
                raise Crash
            return real(*given, **named)

        monkeypatch.setattr(of, name, instead)

    counted("_write", exchange)
    counted("_make_durable", exchange)
    counted("replace", Path)
    counted("unlink", Path)
    return lambda: steps


def test_a_crash_at_any_step_leaves_all_the_old_or_all_the_new(data: Path, tmp_path: Path) -> None:
    old = contents(data)
    changed = Path(shutil.copytree(data, tmp_path / "changed"))
    applied(changed, nation("GAB"), Retract("N2", "Taken back."))
    new = contents(changed)
    files = {name: (old[name], held) for name, held in new.items() if held != old[name]}
    assert list(files) and len(files) == 3
    seen = []
    for step in range(100):
        copy = Path(shutil.copytree(data, tmp_path / f"step{step}"))
        with pytest.MonkeyPatch.context() as patched:
            steps = crashing(patched, step)
            try:
                with exchange.writing(copy):
                    exchange.exchange_files(copy, files)
            except Crash:
                pass
        exchange.settle(copy)
        assert not exchange.interrupted(copy)
        held = {name: found for name, found in contents(copy).items() if ".applying" not in name}
        assert held in (old, new), f"a mixture after step {step}"
        with exchange.writing(copy):
            assert contents(copy) == held, "nothing is left beside the tables"
        seen.append(held == new)
        if steps() <= step:
            break
    assert len(seen) > 12
    assert seen == sorted(seen), "from one step on, the change has happened"
    assert seen[-1] and not seen[0]


def test_a_journal_whose_files_are_neither_old_nor_new_is_told(data: Path) -> None:
    (data / exchange.JOURNAL).write_text(
        '{"files": [{"name": "places.csv", "old": "0", "new": "1"}, {"name": "claims.csv", "old": "0", "new": "1"}]}'
    )
    before = contents(data)
    with pytest.raises(
        BrokenData, match=r"places\.csv: A change of the tables was interrupted.*remove \.applying"
    ):
        tables.read(data)
    (data / exchange.JOURNAL).write_text("[]")
    with pytest.raises(BrokenData, match="This is not the journal of a change"):
        tables.read(data)
    (data / exchange.JOURNAL).unlink()
    assert contents(data) == {name: held for name, held in before.items() if name != exchange.JOURNAL}
    tables.read(data)


def test_rows_whose_keys_hold_numbers_stand_in_the_order_of_these() -> None:
    table = schema.read(SECOND)["claim_spans"]
    text = TableText.of(table, f"{','.join(table.columns)}\n")
    spans = [
        {"claim": "C", "field": "speaker", "start": start, "end": "2000"} for start in ("1364", "9", "272")
    ]
    made = text.with_rows(spans)
    assert [key[2] for key in made.rows] == ["9", "272", "1364"]
    more = made.with_row({**spans[0], "start": "1000"})
    assert [key[2] for key in more.rows] == ["9", "272", "1000", "1364"]


def test_edits_can_be_dropped_before_the_result_is_read_and_the_same_bytes_are_written(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Path(shutil.copytree(data, tmp_path / "other"))
    todo: list[Edit] = [
        Replace("deployments", (row_of["id"],), {"note": "Seen."}) for row_of in rows(data, "deployments")
    ]
    said = {"who": "Ann Lee", "when": DAY, "reason": "Because.", "expected": tables.read(data).version}
    made = edits.make(data, tuple(todo), **said)  # type: ignore[arg-type]
    left = list[int]()

    def read(*asked: object) -> object:
        left.append(len(todo))
        return as_if(*asked)  # type: ignore[arg-type]

    as_if = tables.as_if
    monkeypatch.setattr(tables, "as_if", read)
    many = edits.make(other, todo, **said, release=todo.clear)  # type: ignore[arg-type]
    assert left == [0]
    assert (many.version, many.reverse) == (made.version, made.reverse)
    assert contents(other) == contents(data)
