"""Merging two states loses nothing: each row is in the result, or in the list of conflicts."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.store import folder, merging, parts, schema
from eastflank.store.broken import BrokenData
from eastflank.store.merging import Side, merged
from eastflank.store.table_text import Key, TableText
from tests.killing import SECOND

FILES = parts.packed(folder.of(SECOND))
TABLES = schema.read(SECOND)
PLACES, CHANGES = TABLES["places"], TABLES["changes"]
NOTES = st.sampled_from(["", "a", "b", 'with "marks", and\nlines'])
ROWS = st.dictionaries(st.sampled_from(["alm", "bel", "cor", "dun", "elm"]), NOTES, max_size=5)
"""Rows of the table of places: their ids, each with its note."""


def with_places(rows: Mapping[str, str], *, quoted: bool = False) -> dict[str, bytes]:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(
        text, PLACES.columns, lineterminator="\n", quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    )
    csv.DictWriter(text, PLACES.columns, lineterminator="\n").writeheader()
    writer.writerows({"id": one, "name": one, "note": note} for one, note in rows.items())
    return {**FILES, PLACES.file: text.getvalue().encode()}


def places(files: Mapping[str, bytes]) -> Mapping[Key, str]:
    return TableText.of(PLACES, files[PLACES.file].decode()).rows


def with_changes(*rows: tuple[str, ...]) -> dict[str, bytes]:
    """Rows of `changes.csv`: id, table, row, before, after."""
    text = TableText.of(CHANGES, FILES[CHANGES.file].decode())
    for given_, table, row, before, after in rows:
        known = {"id": given_, "changed_on": "2026-11-26", "who": "Ann Lee", "table": table, "row": row,
                 "column": "", "before": before, "after": after, "reason": "Because."}  # fmt: skip
        text = text.with_row({**dict.fromkeys(CHANGES.columns, ""), **known}, last=True)
    return {**FILES, CHANGES.file: str(text).encode()}


def base(files: Mapping[str, bytes]) -> merging.Base:
    return dict(merging.base_of(files))


@given(
    known=st.none() | ROWS, ours=ROWS, theirs=ROWS, quoted=st.booleans(),
    prefer=st.sampled_from([None, "folder", "database"]),
)  # fmt: skip
def test_every_row_of_either_side_is_in_the_result_or_among_the_conflicts(
    known: Mapping[str, str] | None, ours: Mapping[str, str], theirs: Mapping[str, str], quoted: object, prefer: Side | None
) -> None:  # fmt: skip
    folder_, database = with_places(ours), with_places(theirs, quoted=bool(quoted))
    before = base(with_places(known)) if known is not None else {}
    found = merged(before, folder_, database, prefer)
    result, told = places(found.parts), {one.key for one in found.conflicts}
    assert not (prefer and told)
    for key in {**places(folder_), **places(database)}:
        mine, other = places(folder_).get(key), places(database).get(key)
        if key in told:
            continue
        kept = result.get(key)
        assert kept in {mine, other}
        if mine != other and mine is not None and other is not None:
            # Who changed the row is followed; only a preference decides between two who did.
            changed = [
                side
                for side in (mine, other)
                if before.get((PLACES.file, key)) != merging.checksum(side.encode())
            ]
            assert (kept == changed[0]) if len(changed) == 1 else prefer
        elif kept is None:
            assert prefer, "a row without a reason for its removal stays, or is asked about"


@given(known=ROWS, changed=ROWS, side=st.sampled_from(["folder", "database"]))
def test_what_one_side_adds_and_changes_the_other_gets(
    known: Mapping[str, str], changed: Mapping[str, str], side: Side
) -> None:
    before, after = with_places(known), with_places(dict(sorted({**known, **changed}.items())))
    sides = (after, before) if side == "folder" else (before, after)
    found = merged(base(before), *sides)
    assert not found.conflicts
    assert places(found.parts) == places(after)
    again = merged(base(found.parts), found.parts, found.parts)
    assert (again.parts, again.to_folder, again.to_database) == (found.parts, 0, 0)


@given(known=ROWS, ours=ROWS, theirs=ROWS, prefer=st.sampled_from(["folder", "database"]))
def test_the_database_alone_written_twice_or_the_folder_alone_ends_the_same(
    known: Mapping[str, str], ours: Mapping[str, str], theirs: Mapping[str, str], prefer: Side
) -> None:
    """The folder is written first: after a crash before the database is, the same call ends where it would have."""
    first = merged(base(with_places(known)), with_places(ours), with_places(theirs), prefer)
    again = merged(base(with_places(known)), first.parts, with_places(theirs), "folder")
    assert places(again.parts) == places(first.parts)


def test_a_row_that_was_removed_with_a_reason_goes() -> None:
    before = with_places({"alm": "", "bel": ""})
    without = with_places({"bel": ""})
    told = merged(base(before), before, without)
    (conflict,) = told.conflicts
    assert (conflict.file, conflict.key, conflict.database) == (PLACES.file, ("alm",), None)
    reason = with_changes(("C0001", "places", "alm", "id: alm; name: alm", ""))[CHANGES.file]
    gone = merged(base(before), before, {**without, CHANGES.file: reason})
    assert not gone.conflicts and set(places(gone.parts)) == {("bel",)}
    changed = with_places({"alm": "Seen.", "bel": ""})
    kept = merged(base(before), changed, {**without, CHANGES.file: reason})
    assert [one.key for one in kept.conflicts] == [("alm",)], "it was changed meanwhile"


def test_rows_of_changes_with_one_id_all_stay_and_the_folders_gets_another() -> None:
    common = with_changes(("C0001", "places", "alm", "", "id: alm"))
    ours = with_changes(("C0001", "places", "alm", "", "id: alm"), ("C0002", "places", "bel", "", "id: bel"))
    theirs = with_changes(
        ("C0001", "places", "alm", "", "id: alm"), ("C0002", "places", "cor", "", "id: cor")
    )
    found = merged(base(common), ours, theirs)
    text = TableText.of(CHANGES, found.parts[CHANGES.file].decode())
    assert [(key[0], text.cells(key)["row"]) for key in text.rows] == [
        ("C0001", "alm"), ("C0002", "cor"), ("C0003", "bel"),
    ]  # fmt: skip
    assert found.renumbered == {"C0002": "C0003"}
    assert merged(base(found.parts), found.parts, found.parts).renumbered == {}


def test_files_are_brought_together_as_rows_are() -> None:
    settings = FILES["theatre.toml"]
    other = {**FILES, "theatre.toml": settings + b"# Mine.\n"}
    assert merged(base(FILES), other, FILES).parts == other
    assert merged(base(FILES), FILES, other).parts == other
    (conflict,) = merged(base(FILES), other, {**FILES, "theatre.toml": settings + b"# Yours.\n"}).conflicts
    assert (
        conflict.file == "theatre.toml"
        and conflict.folder
        and conflict.folder["bytes"] == str(len(settings) + 8)
    )
    article = next(name for name in FILES if name.startswith("seeds/"))
    without = {name: content for name, content in FILES.items() if name != article}
    assert [one.file for one in merged(base(FILES), without, FILES).conflicts] == [article], (
        "a source names it"
    )
    more = {**FILES, "seeds/unnamed.txt": b"Nobody names it."}
    assert merged(base(more), FILES, more).parts == FILES


def test_sides_with_other_columns_are_not_brought_together() -> None:
    older = FILES["datapackage.json"].replace(b'"name": "member_since"', b'"name": "nato_since"')
    with pytest.raises(
        BrokenData, match=r"datapackage\.json, nations: Folder and database do not have the same"
    ):
        merged({}, {**FILES, "datapackage.json": older}, FILES)
