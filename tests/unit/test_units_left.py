"""A unit that a list has no row of any more had left by the day of the list, if a person says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from eastflank.commands.show import claim_lines
from eastflank.curation import table_drafts, undo
from eastflank.intake.tables.renewal.changes import Changes
from eastflank.intake.tables.renewal.gone_rows import ENDED, is_a_part
from eastflank.record.as_of import known_as_of
from eastflank.report import evidence
from eastflank.store import edits
from eastflank.store.edits import Insert, Retract
from eastflank.store.stores import InFolder
from eastflank.ui.claim_html import claims_html
from tests.months import TODAY, Months

pytestmark = pytest.mark.usefixtures("read_once")

SEPTEMBER, OCTOBER, NOVEMBER = date(2026, 9, 30), date(2026, 10, 31), date(2026, 11, 25)
HEADS = "Unit,Nation,Host,Place,Persons,Status\n"
NORD = "Nord,USA,Poland,Powidz,400,deployed\n"
SUD = "Sud,GBR,Estonia,Tapa,30,deployed\n"
PAIR = "Mixed,ITA,Latvia,Adazi,50,deployed\nMixed,ESP,Latvia,Adazi,60,deployed\n"


@pytest.fixture
def months(tmp_path: Path) -> Months:
    months = Months(tmp_path / "again")
    months.bring(HEADS + NORD + SUD + PAIR, day=SEPTEMBER)
    reviewed(months)
    return months


def reviewed(months: Months) -> None:
    dataset = months.dataset
    for source, claims in table_drafts.waiting(dataset).items():
        asked = table_drafts.accepting(dataset, source, claims, table_drafts.Grade("B", "2"))
        edits.apply(months.folder, asked, who="c", when=TODAY, reason="seen", expected=dataset.version)


def there(months: Months, day: date) -> dict[str, str | None]:
    """The status of each unit on a day."""
    return {one.id: one.status for one in known_as_of(months.dataset, day).deployments.values()}


def made(found: Changes) -> list[Insert]:
    return [one for one in found.edits if isinstance(one, Insert) and one.row.get("id") in found.ended]


def test_the_earlier_month_stays_and_the_new_one_has_the_unit_no_more(months: Months) -> None:
    before = known_as_of(months.dataset, SEPTEMBER)
    found = months.bring(HEADS + NORD + PAIR, day=OCTOBER, gone=ENDED)
    assert [len(each) for each in (found.new, found.gone, found.ended, found.not_ended)] == [0, 1, 1, 0]
    assert not any(isinstance(one, Retract) for one in found.edits)
    assert found.before.persons.minus(found.after.persons) == (30, 30, 0)
    reviewed(months)
    assert known_as_of(months.dataset, SEPTEMBER).deployments == before.deployments
    assert there(months, SEPTEMBER)["sud"] == "deployed"
    after = known_as_of(months.dataset, OCTOBER).deployments["sud"]
    assert (after.status, after.over) == ("ended", True)
    assert there(months, OCTOBER)["nord"] == "deployed"


def test_the_claim_is_an_inference_that_names_both_files_and_gives_no_figure(months: Months) -> None:
    (claim,) = made(months.next(HEADS + NORD + PAIR, day=OCTOBER, gone=ENDED))
    assert claim.row["source"].startswith("table-")
    assert claim.row["note"] == (
        "Inferred, said by nobody: the list table-2.csv, of 31 October 2026, has no row for it. "
        "table-1.csv, row 3 told of it, for 30 September 2026, as deployed."
    )
    assert not {"quote", "troops_low", "troops_high", "lead", "host", "place", "as_at"} & claim.row.keys()


def test_readers_see_it_as_inferred_and_never_as_quoted_or_cited(months: Months) -> None:
    months.bring(HEADS + NORD + PAIR, day=OCTOBER, gone=ENDED)
    (row,) = (one for one in months.dataset.claim_rows if "-left-" in one.id)
    item = evidence.told(row, months.dataset)
    assert (item.basis, item.quote) == ("inferred", "")
    assert row.basis == "inferred"
    assert item.citation == "Inferred, said by nobody: table-2.csv: no row"
    assert "cited" not in " ".join(claim_lines([row], months.dataset))
    assert "Cited" not in claims_html([row], months.dataset, lambda _: ("", ""))


def test_a_plan_that_is_gone_is_taken_back_for_it_was_never_there_to_end(months: Months) -> None:
    planned = "Ost,NLD,Lithuania,Rukla,90,planned\n"
    months.bring(HEADS + NORD + SUD + PAIR + planned, day=OCTOBER)
    reviewed(months)
    (claim,) = made(months.bring(HEADS + NORD + SUD + PAIR, day=NOVEMBER, gone=ENDED))
    assert claim.row["status"] == "withdrawn"


def test_it_is_not_gone_a_second_time_and_the_same_file_changes_nothing(months: Months) -> None:
    months.bring(HEADS + NORD + PAIR, day=OCTOBER, gone=ENDED)
    again = months.next(HEADS + NORD + PAIR, day=OCTOBER, gone=ENDED, same_file=True)
    assert (again.gone, again.unread, again.edits, again.same) == ((), (), (), 3)
    third = months.next(HEADS + NORD + PAIR, day=NOVEMBER, gone=ENDED)
    assert (third.gone, third.ended, third.new, third.changed, len(third.renewed)) == ((), (), (), (), 3)


@pytest.mark.parametrize("dated", [False, True])
def test_a_unit_that_comes_back_is_there_again_and_is_told_as_back(tmp_path: Path, *, dated: bool) -> None:
    def of(day: date, *rows: str) -> str:
        heads, cell = ("Date,", f"{day},") if dated else ("", "")
        return heads + HEADS + "".join(cell + row for row in rows)

    months = Months(tmp_path / "again")
    for day, rows in ((SEPTEMBER, (NORD, SUD)), (OCTOBER, (NORD,))):
        months.bring(of(day, *rows), day=day, gone=ENDED)
        reviewed(months)
    found = months.bring(of(NOVEMBER, NORD, SUD), day=NOVEMBER, gone=ENDED)
    assert [len(each) for each in (found.back, found.new, found.returned, found.changed)] == [1, 0, 0, 0]
    assert "-left-" in found.back[0][0]
    reviewed(months)
    assert [there(months, day)["sud"] for day in (SEPTEMBER, OCTOBER, NOVEMBER)] == [
        "deployed", "ended", "deployed",
    ]  # fmt: skip
    assert found.after.persons.minus(found.before.persons) == (30, 30, 0)
    later = months.next(of(TODAY, NORD, SUD), day=TODAY, gone=ENDED)
    assert (later.back, later.gone, later.new) == ((), (), ())
    last = months.next(of(TODAY, NORD), day=TODAY, gone=ENDED)
    assert (len(last.gone), len(last.ended)) == (1, 1)


def test_one_nation_of_a_unit_leaves_and_the_unit_stays(months: Months) -> None:
    found = months.bring(HEADS + NORD + SUD + PAIR.splitlines()[0] + "\n", day=OCTOBER, gone=ENDED)
    assert [one.left for one in found.gone] == [("ESP",)]
    reviewed(months)
    before, after = (known_as_of(months.dataset, day).deployments["mixed"] for day in (SEPTEMBER, OCTOBER))
    assert {part.nation for part in before.contingents} == {"ITA", "ESP"}
    assert {part.nation for part in after.contingents} == {"ITA"}
    assert after.status == "deployed"
    found = months.next(HEADS + NORD + SUD + PAIR, day=NOVEMBER, gone=ENDED)
    assert [len(each) for each in (found.back, found.new, found.gone)] == [1, 0, 0]


def test_a_file_of_the_same_day_can_not_say_that_a_unit_left_since(months: Months) -> None:
    found = months.next(HEADS + NORD + PAIR, day=SEPTEMBER, gone=ENDED)
    assert (found.ended, found.edits) == ((), ())
    assert [one.deployment for one in found.not_ended] == ["sud"]


def test_undo_takes_it_back_and_the_file_can_be_imported_again(months: Months) -> None:
    before = known_as_of(months.dataset, OCTOBER).deployments
    for _ in range(2):
        found = months.next(HEADS + NORD + PAIR, day=OCTOBER, gone=ENDED)
        version = months.dataset.version
        asked = [*found.edits]
        undo.save(InFolder(months.folder), asked, who="c", when=TODAY, reason="r", expected=version)
        version = months.dataset.version
        undo.take_back(InFolder(months.folder), who="c", when=TODAY, reason="back", expected=version)
        assert known_as_of(months.dataset, OCTOBER).deployments == before
    assert found.ended[0].endswith("-2")


def test_a_file_with_fewer_rows_than_are_gone_may_be_a_part_of_the_list(months: Months) -> None:
    assert is_a_part(months.next(HEADS + NORD, day=OCTOBER))
    assert not is_a_part(months.next(HEADS + NORD + PAIR, day=OCTOBER))
