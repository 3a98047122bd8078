"""“eFP coy LTU” is a kind of unit: each nation's is its own. What joins one unit with another time asks."""

from __future__ import annotations

from pathlib import Path

import pytest

from eastflank.intake.tables.agreement.kinds_in_context import is_kind_at
from eastflank.intake.tables.rows.kinds_of_unit import in_a_sentence
from tests.months import Months

pytestmark = pytest.mark.usefixtures("read_once")

HEADS = "Nation,Unit,Host,Base,Troops,Status,Since\n"
DUTCH = "Netherlands,eFP coy LTU,Lithuania,Rukla,270,deployed,2017\n"
NORWEGIAN = "Norway,eFP coy LTU,Lithuania,Rukla,,deployed,2017\n"
WHERE = frozenset(["efp", "kfor", "nato", "mn", "latvia", "lva", "ltu", "lithuania", "rukla"])


@pytest.fixture
def months(tmp_path: Path) -> Months:
    return Months(tmp_path / "months")


@pytest.mark.parametrize(
    "name",
    ["eFP coy LTU", "eFP BG Latvia coy", "KFOR contingent", "MN coy Rukla", "eFP coy", "NATO engineer det"],
)
def test_a_small_unit_with_its_programme_or_place_is_a_kind(name: str) -> None:
    assert is_kind_at(name, WHERE)


@pytest.mark.parametrize(
    "name",
    [
        "eFP BG Latvia",
        "eFP brigade Latvia",
        "KFOR",
        "eFP",
        "Rukla",
        "A Company",
        "12 coy LTU",
        "Guards coy Rukla",
        "coy",
    ],
)
def test_a_large_unit_or_a_name_of_its_own_is_none(name: str) -> None:
    assert not is_kind_at(name, WHERE)


def test_a_kind_keeps_the_capitals_of_names_in_it() -> None:
    assert in_a_sentence("eFP Coy Latvia", "Italian") == "Italian eFP coy Latvia"


def test_each_nation_has_its_own_and_the_next_file_finds_them_again(months: Months) -> None:
    text = HEADS + DUTCH + NORWEGIAN
    months.bring(text)
    dataset = months.dataset
    assert set(dataset.deployment_names.values()) == {
        "Dutch eFP coy LTU, Rukla",
        "Norwegian eFP coy LTU, Rukla",
    }
    assert dict(zip(dataset.claims["lead"], dataset.claims["troops_low"], strict=True))["NLD"] == 270
    found = months.bring(text.replace("270", "280"))
    assert not found.gone and len(months.dataset.deployments) == 2


def test_nations_of_one_battlegroup_stay_in_one_unit(months: Months) -> None:
    rows = "".join(f"{nation},eFP BG Latvia,Latvia,Adazi,100,deployed,20{year}\n" for nation, year in
                   (("Canada", 17), ("Spain", 17), ("Denmark", 24)))  # fmt: skip
    assert not months.read(HEADS + rows).marks
    months.bring(HEADS + rows)
    assert list(months.dataset.deployment_names.values()) == ["eFP BG Latvia"]


@pytest.mark.parametrize(
    ("second", "kind"),
    [
        ("Norway,Wolf,Lithuania,Rukla,5,considered,2017", "joined in another status"),
        ("Norway,Wolf,Lithuania,Rukla,5,deployed,2020", "joined with another start"),
        ("Norway,Wolf,Lithuania,Rukla,5,deployed,2018-01", ""),
        ("Norway,Wolf,Lithuania,Rukla,5,deployed,", ""),
        ("Netherlands,Wolf,Lithuania,Rukla,5,considered,2019", ""),
        ("Norway,Bear,Lithuania,Rukla,5,considered,2017", ""),
    ],
)
def test_nations_that_join_one_unit_at_another_time_are_a_question(
    second: str, kind: str, months: Months
) -> None:
    read = months.read(f"{HEADS}{DUTCH.replace('eFP coy LTU', 'Wolf')}{second}\n")
    kinds = {mark.kind for mark in read.marks if mark.kind.startswith("joined")}
    assert not read.problems and kinds == ({kind} if kind else set())
    assert all("Netherlands" in mark.said and mark.line == 3 for mark in read.marks if mark.kind == kind)
