"""A later file of a table finds the rows of the earlier one again, and no two rows are taken for one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from eastflank.__main__ import main
from eastflank.commands import import_table
from eastflank.curation import table_drafts, undo
from eastflank.intake.tables.agreement import namesakes
from eastflank.intake.tables.cells import statuses
from eastflank.intake.tables.places import one_place
from eastflank.intake.tables.rows import day_of_table, footnotes, identities
from eastflank.intake.tables.rows.entries import TableEntry
from eastflank.intake.tables.target.against import Against, against_dataset
from eastflank.model import Dataset
from eastflank.store import edits, tables
from eastflank.store.edits import Edit, Made
from eastflank.store.stores import InFolder
from eastflank.words.chosen import dates_in_words, imported_claims, rows_of_tables, table_changes
from tests.frozen import RECORD
from tests.representatives import some

pytestmark = pytest.mark.usefixtures("read_once")

TODAY = date(2026, 11, 26)
HEADS = "Nation,Host,Unit,Troops,Date"


class Tracker:
    """A table that is imported each month into one dataset."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.to, self._capsys, self._month = folder, folder / "own", capsys, 0

    def imports(
        self,
        *rows: str,
        heads: str = HEADS,
        accepting: bool = True,
        same: bool = False,
        more: Sequence[str] = (),
        again: bool = False,
    ) -> str:
        """What the import of the next file says."""
        self._month += not again
        file = self.folder / f"tracker-{self._month}.csv"
        file.write_text("\n".join([heads, *rows]), encoding="utf-8")
        options = [*(["--accept-proposals"] if accepting else []), *(["--same-table"] if same else []), *more]
        main(["import", str(file), "--to", str(self.to), *options])
        said = self._capsys.readouterr()
        return said.out + said.err

    def undoes(self) -> None:
        """Undo the last import, as the page does."""
        store, version = InFolder(self.to), tables.read(self.to).version
        undo.take_back(store, who="c", when=TODAY, reason="undone", expected=version)

    def reviews(self) -> None:
        """Mark all claims as reviewed."""
        dataset = tables.read(self.to)
        for source, claims in table_drafts.waiting(dataset).items():
            asked = table_drafts.accepting(dataset, source, claims)
            edits.apply(self.to, asked, who="c", when=TODAY, reason="seen", expected=dataset.version)

    def figures(self) -> list[tuple[str, str, str]]:
        """The deployment, figure and review of each claim that is not retracted."""
        return sorted((one["deployment"], one["troops_high"], one["review"]) for one in self.claims())

    def claims(self) -> list[dict[str, str]]:
        """The claims that are not retracted, in the order of their ids."""
        frame = tables.read(self.to).claims
        kept = frame[frame["review"] != "retracted"]
        return [{str(name): str(cell) for name, cell in row.items()} for row in kept.to_dict("records")]

    def hosts(self) -> dict[str, set[str]]:
        """The hosts of each deployment."""
        found: dict[str, set[str]] = {}
        for claim in self.claims():
            found.setdefault(claim["deployment"], set()).add(claim["host"])
        return found

    def edited(self, file: str, before: str, after: str) -> None:
        """Replace a text in a table, as an older version would have written it."""
        path = self.to / file
        text = path.read_text(encoding="utf-8")
        assert before in text
        path.write_text(text.replace(before, after), encoding="utf-8")


def with_an_undo_step(
    data: Path,
    asked: list[Edit],
    *,
    who: str,
    when: date,
    reason: str,
    expected: str,
    before: Dataset,
    release: Callable[[], None],
) -> Made:
    """Make the edits as the page does, which stores a step of undo; the command stores none."""
    if data.name != "own":  # a new dataset is made elsewhere, and moved
        return edits.make(
            data, asked, who=who, when=when, reason=reason, expected=expected, before=before, release=release
        )
    return undo.save(
        InFolder(data), asked, who=who, when=when, reason=reason, expected=expected, before=before
    )


@pytest.fixture(scope="module")
def against() -> Against:
    return against_dataset(RECORD, TODAY)


@pytest.fixture
def tracker(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    against: Against,
) -> Tracker:
    # No row here names a place, so the gazetteers are read once for all.
    monkeypatch.setattr(import_table, "against_dataset", lambda dataset, _: replace(against, dataset=dataset))
    own = SimpleNamespace(**{**vars(edits), "make": with_an_undo_step})
    monkeypatch.setattr(import_table, "edits", own)
    return Tracker(tmp_path, capsys)


def one_for_all(shared: int) -> Callable[..., str]:
    """A checksum that all texts share in this many digits, except for the number of a turn."""
    whole = identities.checksum

    def checksum(*parts: str, digits: int = identities.SHORT) -> str:
        if digits != shared:
            return whole(*parts, digits=digits)
        return (parts[-1] if parts[-1] in "23456789" else "1").rjust(digits, "0")

    return checksum


def told(said: str) -> list[int]:
    """How many claims are new, renewed if any are, changed, the same and gone."""
    line = next(one for one in said.splitlines() if " new claim" in one)
    return [int(part.split()[0].replace(",", "")) for part in line.split(",")]


# --- ids from checksums --------------------------------------------------------------------------------

MONTHS = [f"USA,Poland,,{800 + month},2024-{month:02}" for month in range(1, 13)]


def test_rows_of_one_checksum_have_an_id_each_and_the_same_file_makes_the_same_ids(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = identities.checksum
    monkeypatch.setattr(identities, "checksum", lambda *parts, digits=10: whole(*parts)[0].rjust(digits, "0"))
    tracker.imports(*MONTHS)
    claims = tracker.claims()
    assert sorted(int(claim["troops_low"]) for claim in claims) == list(range(801, 813))
    assert all(claim["id"].startswith(f"tracker-{'0' * 15}") for claim in claims)
    assert told(tracker.imports(*MONTHS)) == [0, 0, 12, 0]


def test_a_row_of_an_older_version_is_found_by_its_short_id(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(identities, "LONG", identities.SHORT)
        tracker.imports(*MONTHS)
    before = [claim["id"] for claim in tracker.claims()]
    assert {len(one) for one in before} == {len("tracker-") + 10}
    assert told(tracker.imports(*MONTHS)) == [0, 0, 12, 0]
    assert told(tracker.imports(*MONTHS[1:], "USA,Poland,,900,2024-01")) == [0, 1, 11, 0]


def test_a_row_of_a_version_that_kept_no_footnotes_and_no_words_for_its_place_is_the_same(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads = "Nation,Host,Base,Troops,Date,Remarks"
    rows = ["UK,Estonia,Tapa,800,2024-01,own words", "UK,Romania,MK Air Base,70*,2024-01,", "* In tents"]
    with monkeypatch.context() as older:
        older.setattr(footnotes, "under", lambda *_: ())
        older.setattr(footnotes, "_with_doubts", lambda entries, *_: entries)  # nor marked a row without one
        older.setattr(one_place, "_in_own_words", lambda entry, *_: entry)
        tracker.imports(*rows, heads=heads)
    notes = [claim["note"] for claim in tracker.claims()]
    assert not any("In tents" in note or "names the place" in note for note in notes)
    assert told(tracker.imports(*rows, heads=heads)) == [0, 0, 2, 0]
    assert told(tracker.imports(rows[0], rows[1].replace("70", "71"), rows[2], heads=heads)) == [0, 1, 1, 0]
    assert "In tents" in next(claim["note"] for claim in tracker.claims() if claim["troops_high"] == "71")


def test_a_new_row_with_the_short_checksum_of_an_older_one_is_new(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identities, "checksum", one_for_all(identities.SHORT))
    with monkeypatch.context() as older:
        older.setattr(identities, "LONG", identities.SHORT)
        tracker.imports("USA,Poland,,800,2024-01")
    assert told(tracker.imports("GBR,Estonia,,900,2024-02")) == [1, 0, 0, 1]
    assert told(tracker.imports("GBR,Estonia,,900,2024-02", "USA,Poland,,800,2024-01")) == [0, 0, 2, 0]


def test_names_that_make_one_id_are_deployments_of_their_own(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(identities, "checksum", one_for_all(identities.LONG))
    rows = [f"USA,Poland,{'Battalion ' * 6}{name},10,2024-01" for name in ("A", "B", "C", "D")]
    tracker.imports(*rows)
    assert len(tracker.hosts()) == 4
    assert told(tracker.imports(*rows)) == [0, 0, 4, 0]


# --- what was assumed -----------------------------------------------------------------------------------

ASSUMING = ("USA,Poland,,0,2024-01", ",Latvia,,200,2024-01")


def test_an_assumption_in_other_words_makes_no_row_another(tracker: Tracker) -> None:
    tracker.imports(*ASSUMING)
    tracker.edited("claims.csv", "nobody is there", "it means that there is none")
    tracker.edited("claims.csv", "The cell is empty", "Nothing is in the cell")
    assert told(tracker.imports(*ASSUMING)) == [0, 0, 2, 0]


def test_another_assumption_makes_a_row_another(tracker: Tracker) -> None:
    tracker.imports(*ASSUMING)
    said = tracker.imports(ASSUMING[0], ASSUMING[1].replace(",Latvia", "USA,Latvia"))
    assert told(said) == [0, 1, 1, 0]


def test_an_assumption_about_another_cell_makes_a_row_another(tracker: Tracker) -> None:
    heads = "Nation,Host,Status,Troops"
    tracker.imports("USA,Poland,planned,800", heads=heads)
    assert told(tracker.imports("USA,Poland,planned,800", heads=heads)) == [0, 0, 1, 0]
    assert told(tracker.imports("USA,Poland,plan,800", heads=heads)) == [0, 1, 0, 0]


def test_notes_of_an_older_version_are_alike_if_they_assume_as_much(tracker: Tracker) -> None:
    heads = f"{HEADS},Note"
    rows = ("USA,Poland,,0,2024-01,As printed.",)
    tracker.imports(*rows, heads=heads)
    head = imported_claims.ASSUMED.format(what="zero, “0”")
    tracker.edited("claims.csv", head, imported_claims.ASSUMED_BEFORE)
    assert told(tracker.imports(*rows, heads=heads)) == [0, 0, 1, 0]
    assert told(tracker.imports("USA,Poland,,0,2024-01,As heard.", heads=heads)) == [0, 1, 0, 0]


# --- one name in several countries ------------------------------------------------------------------------

HQS = ("GBR,Estonia,HQ,40,2024-01", "GBR,Latvia,HQ,30,2024-01")


@pytest.mark.parametrize("nation", some(["GBR", "CAN"]))
def test_one_name_in_two_countries_at_one_time_is_two_units(tracker: Tracker, nation: str) -> None:
    rows = (HQS[0], f"{nation},Latvia,HQ,30,2024-01")
    said = tracker.imports(*rows, accepting=False)
    assert "one name in several countries" in said and not tracker.to.exists()
    tracker.imports(*rows)
    assert sorted(map(sorted, tracker.hosts().values())) == [["EST"], ["LVA"]]
    assert all("(one name, “HQ”)" in claim["note"] for claim in tracker.claims())


@pytest.mark.parametrize("order", some(["01", "10", "0", "1"], every=3))
def test_next_month_each_row_finds_the_unit_in_its_country(tracker: Tracker, order: str) -> None:
    rows = [HQS[int(at)] for at in order]
    tracker.imports(*HQS)
    before = tracker.hosts()
    assert told(tracker.imports(*rows)) == [0, 0, len(rows), 2 - len(rows)]
    later = [row.replace("2024-01", "2024-02") for row in rows]
    said = tracker.imports(*later, accepting=False)
    assert told(said) == [0, 0, len(rows), 0, 2 - len(rows)]
    assert tracker.hosts() == before


def test_a_unit_in_another_country_at_another_time_has_moved_and_a_mark_says_so(tracker: Tracker) -> None:
    rows = ("GBR,Estonia,HQ,40,2024-01", "GBR,Estonia,HQ,40,2024-02", "GBR,Latvia,HQ,30,2024-03")
    assert told(tracker.imports(*rows, accepting=False)) == [2, 0, 0, 0]
    tracker.imports(*rows)
    assert tracker.hosts() == {"hq": {"EST", "LVA"}}
    (moved,) = [claim for claim in tracker.claims() if claim["host"] == "LVA"]
    assert "(a move, “HQ”)" in moved["note"] and "Estonia" in moved["note"]
    assert told(tracker.imports(*rows, accepting=False)) == [0, 0, 3, 0]
    assert told(tracker.imports("GBR,Latvia,HQ,30,2024-04", accepting=False)) == [0, 0, 1, 0, 2]
    assert "a move to another country" in tracker.imports("GBR,Estonia,HQ,30,2024-05", accepting=False)


def test_a_move_is_seen_in_the_next_file_too(tracker: Tracker) -> None:
    tracker.imports("GBR,Estonia,HQ,40,2024-02")
    for month in ("01", "03"):
        assert "a move to another country" in tracker.imports(
            f"GBR,Latvia,HQ,30,2024-{month}", accepting=False
        )
    assert tracker.hosts() == {"hq": {"EST"}}


def test_units_that_nobody_sends_both_are_two_whenever_they_are_there(tracker: Tracker) -> None:
    tracker.imports("GBR,Estonia,HQ,40,2024-01", "CAN,Latvia,HQ,30,2024-02")
    assert len(tracker.hosts()) == 2


def test_a_unit_that_is_over_in_one_country_can_be_in_another_at_the_same_time(tracker: Tracker) -> None:
    heads = f"{HEADS},Status"
    rows = (
        "GBR,Estonia,HQ,40,2023-12,deployed",
        "GBR,Estonia,HQ,,2024-01,withdrawn",
        "GBR,Latvia,HQ,30,2024-01,deployed",
    )
    tracker.imports(*rows, heads=heads)
    assert tracker.hosts() == {"hq": {"EST", "LVA"}}


def test_contingents_of_one_unit_in_one_country_stay_one_unit(tracker: Tracker) -> None:
    said = tracker.imports("GBR,Estonia,HQ,40,2024-01", "DNK,Estonia,HQ,30,2024-01", accepting=False)
    assert told(said) == [2, 0, 0, 0]
    assert tracker.hosts() == {"hq": {"EST"}}


def test_two_units_that_an_older_version_made_one_are_told_apart_and_this_is_told(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as older:
        older.setattr(namesakes, "told_apart", lambda entries, *_: entries)
        tracker.imports(*HQS)
    assert tracker.hosts() == {"hq": {"EST", "LVA"}}
    said = tracker.imports(*HQS, accepting=False)
    assert told(said) == [0, 0, 0, 0] and rows_of_tables.waits(2) in said
    said = tracker.imports(*HQS)
    assert "0 new claims, 0 with other values, 1 the same, 0 gone, 1 read otherwise" in said
    assert tracker.hosts() == {"hq": {"EST"}, "hq-lva": {"LVA"}}
    assert told(tracker.imports(*HQS, accepting=False)) == [0, 0, 2, 0]


def test_places_of_one_name_in_two_countries_are_two_deployments(tracker: Tracker) -> None:
    heads = "Nation,Host,Base,Latitude,Longitude,Troops,Date"
    tracker.imports(
        "USA,Poland,Camp,52.1,20.9,40,2024-01", "USA,Lithuania,Camp,55.2,24.1,30,2024-02", heads=heads
    )
    assert sorted(map(sorted, tracker.hosts().values())) == [["LTU"], ["POL"]]


# --- after an undo ----------------------------------------------------------------------------------------

UNITS = (
    "CAN,Latvia,Battle group,1500,2022-03",
    "GBR,Estonia,Battle group,800,2017-04",
    ",Latvia,Staff,0,2024-01",
    "USA,Poland,,800,2024-01",
)


OTHER_HEADS = "Contributing nation,Host country,Formation,Personnel,As of,Remarks"


def test_a_file_of_one_name_with_other_columns_is_another_table(tracker: Tracker) -> None:
    tracker.imports("GBR,Estonia,Camp Guard,100,2026-10-01")
    said = tracker.imports("GBR,Estonia,Camp Guard,200,2026-10-01,Ours", heads=OTHER_HEADS)
    assert "with other columns: “Nation”, “Host”, “Unit”, “Troops”, “Date”." in said
    assert "1 new claim, 0 with other values, 0 the same, 0 gone" in said
    assert tracker.figures() == [("camp-guard", "100", "draft"), ("camp-guard", "200", "draft")]
    said = tracker.imports("GBR,Estonia,Camp Guard,210,2026-10-01,Ours", heads=OTHER_HEADS)
    assert "other columns" not in said and "0 new claims, 1 with other values, 0 the same, 0 gone" in said
    said = tracker.imports("GBR,Estonia,Camp Guard,110,2026-10-01,x", heads=f"{HEADS},Note")
    assert "other columns" not in said and "0 new claims, 1 with other values, 0 the same, 0 gone" in said
    assert tracker.figures() == [("camp-guard", "110", "draft"), ("camp-guard", "210", "draft")]


def test_hidden_characters_in_headings_come_into_no_text_of_the_record(tracker: Tracker) -> None:
    heads = "Nation\u200b,Host,Unit,2015,2016,2017\u200b*,2018e\u00ad,Own\x01"
    said = tracker.imports("GBR,Estonia,Camp Guard,100,200,300,400,", heads=heads)
    assert "4 new claims" in said
    assert "In the column “2017*”." in [claim["note"] for claim in tracker.claims()]
    (source,) = tables.read(tracker.to).sources_by_id.values()
    assert "“Nation”, “Host”, “Unit”, “Own”" in (source.note or "")


def test_a_person_can_say_that_a_file_with_other_columns_is_the_same_table(tracker: Tracker) -> None:
    tracker.imports("GBR,Estonia,Camp Guard,100,2026-10-01")
    row = "GBR,Estonia,Camp Guard,200,2026-10-01,Ours"
    said = tracker.imports(row, heads=OTHER_HEADS, same=True)
    assert "other columns" not in said and "0 new claims, 1 with other values, 0 the same, 0 gone" in said
    assert "0 new claims, 0 with other values, 1 the same, 0 gone" in tracker.imports(row, heads=OTHER_HEADS)
    assert tracker.figures() == [("camp-guard", "200", "draft")]


def test_a_table_of_an_older_version_is_the_same_whatever_its_columns(tracker: Tracker) -> None:
    tracker.imports("GBR,Estonia,Camp Guard,100,2026-10-01")
    columns = ", ".join(f"“{one}”" for one in HEADS.split(","))
    tracker.edited("sources.csv", f" {imported_claims.COLUMNS.format(columns=columns)}", "")
    said = tracker.imports("GBR,Estonia,Camp Guard,200,2026-10-01,Ours", heads=OTHER_HEADS)
    assert "0 new claims, 1 with other values, 0 the same, 0 gone" in said


def test_a_place_that_is_known_by_its_name_alone_is_kept_and_found_again(tracker: Tracker) -> None:
    heads, row = "Nation,Host,Base,Troops,Date", "GBR,Estonia,Tapa and Ämari,40,2026-10-01"
    tracker.imports(row, heads=heads)
    (claim,) = tracker.claims()
    place = tables.read(tracker.to).places_by_id[claim["place"]]
    assert (place.name, place.precision) == ("Tapa and Ämari", "none")
    said = tracker.imports(row, heads=heads)
    assert "1 the same" in said
    assert tracker.claims() == [claim]


def test_an_import_that_was_undone_finds_its_rows_and_deployments_again(tracker: Tracker) -> None:
    first = "FRA,Romania,Company,300,2022-05"
    tracker.imports(first)
    tracker.imports(first, *UNITS)
    before = tracker.hosts()
    for _ in range(2):
        tracker.undoes()
        assert set(tracker.hosts()) == {"french-company-in-romania"}
        assert told(tracker.imports(first, *UNITS)) == [4, 0, 1, 0]
        assert tracker.hosts() == before
        assert set(tables.read(tracker.to).deployments["id"]) == set(before)


@pytest.mark.parametrize("reviewed", [False, True])
def test_a_changed_row_that_was_undone_has_one_claim_when_it_comes_again(
    tracker: Tracker,
    reviewed: bool,  # noqa: FBT001 - pytest gives it
) -> None:
    tracker.imports(*UNITS)
    if reviewed:
        tracker.reviews()
    changed = "CAN,Latvia,Battle group,1700,2022-03", *UNITS[1:]
    assert told(tracker.imports(*changed)) == [0, 1, 3, 0]
    first = tracker.figures()
    tracker.undoes()
    assert told(tracker.imports(*UNITS)) == [0, 0, 4, 0]
    assert told(tracker.imports(*changed)) == [0, 1, 3, 0]
    assert tracker.figures() == first
    assert told(tracker.imports(*changed)) == [0, 0, 4, 0]


# --- rows with another start, and rows that wait ------------------------------------------------------------

PERIODS = "Nation,Host,Unit,Troops,From"


def test_a_row_with_another_start_is_changed(tracker: Tracker) -> None:
    rows = "PRT,Lithuania,F-16 detachment,140,2018-01-03", "USA,Poland,,800,2017-01"
    tracker.imports(*rows, heads=PERIODS)
    for moved in ("2018-02-03", "2018-03-03"):
        later = f"PRT,Lithuania,F-16 detachment,140,{moved}", rows[1]
        assert told(tracker.imports(*later, heads=PERIODS)) == [0, 1, 1, 0]
        assert told(tracker.imports(*later, heads=PERIODS)) == [0, 0, 2, 0]
        assert sorted(claim["starts"] for claim in tracker.claims()) == ["2017-01", moved]


def test_starts_tell_the_rotations_of_a_unit_apart(tracker: Tracker) -> None:
    rotations = [f"USA,Poland,Rotation,800,20{year}-01" for year in range(17, 21)]
    tracker.imports(*rotations[:3], heads=PERIODS)
    assert told(tracker.imports(*rotations[1:], heads=PERIODS)) == [1, 0, 2, 1]


def test_a_row_that_says_since_when_it_is_over_is_found_again_and_other_ends_are_other_rows(
    tracker: Tracker,
) -> None:
    heads = "Nation,Host,Unit,Troops,Status,Since"
    rows = [f"USA,Poland,Rotation,800,withdrawn,20{year}-01" for year in (17, 18)]
    tracker.imports(*rows, heads=heads)
    assert [
        (one["starts"], one["ends"]) for one in sorted(tracker.claims(), key=lambda one: one["ends"])
    ] == [
        ("nan", "2017-01"),
        ("nan", "2018-01"),
    ]
    assert told(tracker.imports(*reversed(rows), heads=heads)) == [0, 0, 2, 0]


def test_what_an_older_version_took_for_a_start_becomes_the_end(
    tracker: Tracker, monkeypatch: pytest.MonkeyPatch
) -> None:
    heads, row = "Nation,Host,Unit,Troops,Status,Since", "USA,Poland,Rotation,800,withdrawn,2017-01"
    with monkeypatch.context() as older:
        older.setattr(statuses, "is_over", lambda _: False)
        tracker.imports(row, heads=heads)
    assert [(one["starts"], one["ends"]) for one in tracker.claims()] == [("2017-01", "nan")]
    said = tracker.imports(row, heads=heads)
    assert "0 new claims, 0 with other values, 0 the same, 0 gone, 1 read otherwise" in said
    assert [(one["starts"], one["ends"]) for one in tracker.claims()] == [("nan", "2017-01")]


def test_a_row_with_another_date_is_about_another_time(tracker: Tracker) -> None:
    tracker.imports("USA,Poland,Rotation,800,2024-01")
    assert told(tracker.imports("USA,Poland,Rotation,800,2024-02")) == [0, 0, 1, 0, 0]
    assert [claim["as_at"] for claim in tracker.claims()] in (["2024-01", "2024-02"], ["2024-02", "2024-01"])


def test_a_row_of_another_day_renews_its_claim_and_each_is_named(tracker: Tracker) -> None:
    month = [
        "GBR,Estonia,Camp Guard,100,2024-05",
        "USA,Poland,Depot,40,2024-05",
        "EST,Latvia,Staff,60,2024-05",
    ]
    tracker.imports(*month)
    june = ["GBR,Estonia,Camp Guard,120,2024-06", month[1], "DEU,Lithuania,Band,10,2024-06"]
    said = tracker.imports(*june)
    assert told(said) == [1, 1, 1, 1]
    assert "Camp Guard, United Kingdom, Estonia: Persons: 100 → 120; " in said
    assert "; Day: May 2024 → June 2024 (tracker-2.csv, row 2)" in said
    assert "Band, Germany, Lithuania: 10, June 2024 (tracker-2.csv, row 4)" in said
    assert "Staff, Estonia, Latvia: 60, May 2024 (tracker-1.csv, row 4)" in said
    assert "persons: 200 before, 230 after" in said
    assert "The sum of persons has planned and ended rows in it" in said
    july = [row.replace("2024-06", "2024-07") for row in june]
    said = tracker.imports(*july)
    assert told(said) == [0, 0, 2, 1, 1], "what was renewed before is not gone"
    assert "persons: 230 before, 230 after" in said
    assert len(tracker.claims()) == 7, "no claim is lost"


def test_what_is_gone_is_retracted_if_a_person_says_so_with_what_it_had_renewed(tracker: Tracker) -> None:
    tracker.imports("GBR,Estonia,Camp Guard,100,2024-05", "USA,Poland,Depot,40,2024-05")
    tracker.imports("GBR,Estonia,Camp Guard,120,2024-06", "USA,Poland,Depot,40,2024-05")
    before = tracker.figures()
    said = tracker.imports("USA,Poland,Depot,40,2024-05", more=["--retract-gone"])
    assert told(said) == [0, 0, 1, 1] and "persons: 160 before, 40 after" in said
    assert tracker.figures() == [("depot", "40", "draft")]
    tracker.undoes()
    assert tracker.figures() == before


def test_a_changed_row_tells_its_fields_and_one_that_comes_back_why_it_was_retracted(
    tracker: Tracker,
) -> None:
    tracker.imports("GBR,Estonia,Camp Guard,100,2024-05", "USA,Poland,Depot,40,2024-05")
    said = tracker.imports("GBR,Estonia,Camp Guard,120,2024-05")
    assert "Camp Guard, United Kingdom, Estonia: Persons: 100 → 120; Contingents: United Kingdom 100" in said
    (depot,) = [one for one in tracker.claims() if one["deployment"] == "depot"]
    asked = [edits.Retract(depot["id"], "It was a typing error.")]
    version = tables.read(tracker.to).version
    edits.apply(tracker.to, asked, who="c", when=TODAY, reason="It was a typing error.", expected=version)
    said = tracker.imports("GBR,Estonia,Camp Guard,120,2024-05", "USA,Poland,Depot,40,2024-05")
    assert "1 came back" in said
    assert "Depot, United States, Poland: 40; It was a typing error. (tracker-3.csv, row 3)" in said


def test_a_file_of_an_earlier_day_does_not_say_that_later_rows_are_gone(tracker: Tracker) -> None:
    tracker.imports("GBR,Estonia,Camp Guard,100,2024-05", more=["--date", "2024-06-01"])
    tracker.imports("GBR,Estonia,Camp Guard,120,2024-06", more=["--date", "2024-07-01"])
    said = tracker.imports("GBR,Estonia,Camp Guard,90,2024-04", more=["--date", "2024-05-01"])
    assert told(said) == [1, 0, 0, 0] and "2 claims come from a file of this table whose day is later" in said


def test_a_file_that_comes_again_after_undo_has_its_new_day_and_undo_takes_that_back(
    tracker: Tracker,
) -> None:
    def published() -> list[str]:
        return sorted(str(one.published) for one in tables.read(tracker.to).sources_by_id.values())

    tracker.imports("USA,Poland,Depot,40,2024-05", more=["--date", "2024-05-31"])
    row = "GBR,Estonia,Camp Guard,100,2024-06"
    tracker.imports(row, more=["--date", "2024-08-31"])
    tracker.undoes()
    said = tracker.imports(row, again=True, more=["--date", "2024-06-30"])
    assert "1 came back" in said and "keeps that day" not in said
    assert published() == ["2024-05-31", "2024-06-30"]
    tracker.undoes()
    assert published() == ["2024-05-31", "2024-08-31"]
    tracker.imports(row, again=True, more=["--date", "2024-06-30"])
    said = tracker.imports(row, again=True, more=["--date", "2024-07-31"])
    assert table_changes.kept_day("2024-06-30") in said and published() == ["2024-05-31", "2024-06-30"]


@pytest.mark.parametrize(
    ("name", "row_day", "doubted"),
    [
        ("list.csv", "2024-05", ["2024-05"]),
        ("list_2024-05.csv", "2024-06-15", ["name"]),
        ("list-20240531.csv", "2024-05-20", ["2024-05-20", "name"]),
        ("list_2024-07.csv", "2024-06", []),
        ("list 2024-08.csv", "2024-06", []),
        ("list 12024-05.csv", "2024-06", []),
        ("list.csv", "", []),
    ],
)
def test_a_day_of_the_table_long_after_its_rows_or_its_name_is_doubted(
    name: str, row_day: str, doubted: list[str]
) -> None:
    entries = [TableEntry("", 2, date="2020-01"), TableEntry("", 3, date=row_day)] if row_day else []
    said = [*day_of_table.doubts(entries, name, date(2024, 7, 2))]
    assert len(said) == len(doubted)
    for one, why in zip(said, doubted, strict=True):
        told = "name of the file says May 2024" if why == "name" else dates_in_words.when(why)
        assert told in one and "2 July 2024" in one and "--date" in one


@pytest.mark.parametrize(
    "row",
    [
        "EST,Latvia,Staff,0,2024-01",  # a proposal
        "Narnia,Latvia,Staff,60,2024-01",
        "EST,Latvia,Staff,60,2099-01",
        "EST,Latvia,Staff,many,2024-01",
    ],
)
def test_a_row_that_is_in_the_file_waits_and_is_not_gone(tracker: Tracker, row: str) -> None:
    tracker.imports("EST,Latvia,Staff,60,2024-01", "USA,Poland,Depot,40,2024-01", UNITS[0])
    said = tracker.imports(UNITS[0], row, accepting=False)
    assert told(said) == [0, 0, 1, 1]
    assert rows_of_tables.waits(1) in said and "depot" in said.casefold()
    assert len(tracker.claims()) == 3
