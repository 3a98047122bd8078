"""A link or a product of an earlier edition of the record: what was corrected since, and why."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.__main__ import main
from eastflank.intake.links_in import links_of
from eastflank.render.products import PRODUCTS
from eastflank.store import editions, edits, journal, recorded, schema, tables
from eastflank.store.edits import Insert, Replace, Retract
from eastflank.store.table_text import TableText
from tests.representatives import named

pytestmark = pytest.mark.usefixtures("coarse_pictures")

Capture = pytest.CaptureFixture[str]
SECOND = Path(__file__).parents[1] / "second_theatre"
DAY = date(2026, 11, 26)
BENIN = "?host=BEN&asof=2021-03-01"
CORRECTED = Replace("claims", ("N1",), {"troops_low": "520", "troops_high": "520"})
SENTENCE = "Patrol Benin, strength: was “about 500”, is now “about 520”."
REASON = "The first paragraph says 520 (C0003, 26 November 2026)."


def apply(data: Path, *asked: edits.Edit, reason: str = "The first paragraph says 520.") -> None:
    known = tables.read(data).version
    edits.apply(data, asked, who="Ann Lee", when=DAY, reason=reason, expected=known)


@pytest.fixture(scope="module")
def first_edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record with one change, C0001, so that it has an edition. Tests only read it."""
    data = Path(shutil.copytree(SECOND, tmp_path_factory.mktemp("first") / "data"))
    apply(data, Replace("deployments", ("staff",), {"note": "In Cotonou."}), reason="Asked for.")
    return data


@pytest.fixture(scope="module")
def corrected(first_edition: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That record, and a figure of it corrected. Tests only read it."""
    data = Path(shutil.copytree(first_edition, tmp_path_factory.mktemp("corrected") / "data"))
    apply(data, CORRECTED)
    return data


@pytest.fixture
def data(first_edition: Path, tmp_path: Path) -> Path:
    """The first edition, to be changed."""
    return Path(shutil.copytree(first_edition, tmp_path / "data"))


def corrections(data: Path, *made: str) -> int:
    return main(["corrections", *made, "--data", str(data)])


def test_a_link_says_which_of_its_figures_were_corrected_and_why(corrected: Path, capsys: Capture) -> None:
    assert corrections(corrected, f"{BENIN}&edition=C0001") == 1
    told = capsys.readouterr().out
    assert told.startswith(
        "2 statements of this view were corrected after the link was made (change C0001):\n"
    )
    assert SENTENCE in told
    assert REASON in told
    assert "Total: was" in told


def test_a_view_whose_figures_stayed_says_so(corrected: Path, capsys: Capture) -> None:
    assert corrections(corrected, "?host=TGO&asof=2021-03-01&edition=C0001") == 0
    assert capsys.readouterr().out == "No figure of this view was corrected since.\n"


def test_the_newest_link_says_that_nothing_was_corrected(corrected: Path, capsys: Capture) -> None:
    assert corrections(corrected, f"{BENIN}&edition=C0003") == 0
    assert capsys.readouterr().out == "No figure of this view was corrected since.\n"


def test_what_came_into_the_view_and_what_left_it_is_told(data: Path, capsys: Capture) -> None:
    apply(
        data,
        Retract("N2", "It counts a visit."),
        Insert("deployments", {"id": "new", "name": "Patrol Lomé", "sort": "unit", "kind": "patrol"}),
        Insert(
            "claims",
            {
                "id": "N3", "source": "secretariat-2021-02", "basis": "cited", "citation": "Annex.",
                "kind": "deployment", "deployment": "new", "said_on": "2021-02-10", "status": "deployed",
                "host": "TGO", "troops_low": "30", "troops_high": "30", "counts": "whole",
                "credibility": "2", "review": "reviewed",
            },
        ),
        reason="The annex was found.",
    )  # fmt: skip
    assert corrections(data, "?asof=2021-03-01&edition=C0001") == 1
    told = capsys.readouterr().out
    assert "Foreign troops in Ghana is not in the view any more. Its strength was 75." in told
    assert "It counts a visit (C0002, 26 November 2026)." in told
    assert "Patrol Lomé was not in the view. It is now: strength 30." in told
    assert "The annex was found (C0004, 26 November 2026)." in told


@pytest.mark.parametrize("suffix", named([one.format for one in PRODUCTS], ("png", "csv", "pdf", "xlsx")))
def test_every_product_names_its_view_and_its_edition(
    suffix: str, first_edition: Path, corrected: Path, tmp_path: Path, capsys: Capture
) -> None:
    made = tmp_path / f"made.{suffix}"
    asked = ["export", "--view", BENIN, "--format", suffix, "--output", str(made)]
    assert main([*asked, "--data", str(first_edition)]) == 0
    capsys.readouterr()
    assert corrections(corrected, str(made)) == 1
    assert SENTENCE in capsys.readouterr().out


@pytest.mark.parametrize(
    ("made", "status", "told"),
    [
        ("?edition=C0099", 1, "This link was made with change C0099 of the record, which the record here"),
        ("?nation=Nowhere&edition=C0001", 2, "A part of this link cannot be read:"),
        ("?edition=C0001&edition=C0002", 2, "it is not a change of the record, such as C0042."),
        ("nothing.pdf", 2, "nothing.pdf: There is no such file. Name a file that is there, or a link."),
    ],
)
def test_what_cannot_be_answered_says_why(
    made: str, status: int, told: str, first_edition: Path, capsys: Capture
) -> None:
    assert corrections(first_edition, made) == status
    assert told in "".join(capsys.readouterr())


def test_an_edition_of_another_record_with_the_same_ids_is_not_read_as_one_of_this(
    first_edition: Path, corrected: Path, tmp_path: Path, capsys: Capture
) -> None:
    other = Path(shutil.copytree(first_edition, tmp_path / "other"))
    apply(other, Replace("claims", ("N1",), {"troops_low": "510", "troops_high": "510"}), reason="So.")
    first, mine, yours = (tables.read(data) for data in (first_edition, corrected, other))
    assert mine.edition[:6] == yours.edition[:6] == "C0003-"
    assert corrections(corrected, f"{BENIN}&edition={yours.edition}") == 2
    said = capsys.readouterr()
    assert (
        not said.out and "change C0003 of a record whose changes up to it are not the ones here" in said.err
    )
    assert corrections(corrected, f"{BENIN}&edition={mine.edition}") == 0
    assert corrections(corrected, f"{BENIN}&edition={first.edition}") == 1, "both have this one"
    assert mine.has_edition("C0003"), "an older link has no checksum"
    assert not mine.has_edition("C0004")


def test_a_broken_line_that_leaves_a_link_without_its_checksum_makes_no_second_link() -> None:
    link = "?asof=2021-03-01&edition=C0001-3FA9C2"
    assert links_of(f"{link}\n?asof=2021-03-01&edition=C0001-\n3FA9C2".encode()) == (link,)


@pytest.mark.soak
def test_of_several_datasets_each_is_answered_under_its_title(
    data: Path, tmp_path: Path, capsys: Capture
) -> None:
    other = Path(shutil.copytree(data, tmp_path / "other"))
    apply(data, CORRECTED)
    view = "?host=BEN&asof=2021-03-01&data=data&data=other"
    both = ["--data", str(data), "--data", str(other)]
    assert main(["corrections", f"{view}&edition=data:C0001,other:C0001", *both]) == 1
    told = capsys.readouterr().out.splitlines()
    first = "Coastal patrols on the Gulf of Guinea (data): 2 statements of this view were corrected after the link was"
    assert told[0].startswith(first), told[0]
    assert f"  {SENTENCE}" in told
    last = "Coastal patrols on the Gulf of Guinea (other): No figure of this view was corrected since."
    assert told[-1] == last
    made = tmp_path / "made.csv"
    apply(data, Replace("claims", ("N1",), {"troops_low": "500", "troops_high": "500"}), reason="Read again.")
    export = ["export", "--view", view, "--format", "csv", "--output", str(made)]
    assert main([*export, *both]) == 0
    apply(other, CORRECTED)
    capsys.readouterr()
    assert main(["corrections", str(made), *both]) == 1
    told = capsys.readouterr().out.splitlines()
    assert (
        told[0] == "Coastal patrols on the Gulf of Guinea (data): No figure of this view was corrected since."
    )
    assert f"  {SENTENCE}" in told
    assert main(["corrections", str(made), "--data", str(data)]) == 2
    assert "other" in capsys.readouterr().err


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 broken", b"PK\x03\x04 broken", b"\x00\xff" * 50])
def test_a_file_without_a_link_says_so(
    content: bytes, first_edition: Path, tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "file").write_bytes(content)
    assert corrections(first_edition, str(tmp_path / "file")) == 2
    assert "Neither a link nor a version of the record was found in it." in capsys.readouterr().err


def test_the_tables_before_some_changes_are_the_bytes_that_they_were(data: Path) -> None:
    before = {file.name: file.read_bytes() for file in data.glob("*.csv")}
    apply(
        data,
        CORRECTED,
        Retract("D4", "It is a plan, no more."),
        Insert("contributions", {"claim": "N1", "nation": "NGA", "troops_low": "400", "troops_high": "400"}),
    )
    dataset = tables.read(data)
    known = {name: table for name, table in schema.read(data).items() if name in before_names(before)}
    texts = {name: TableText.of(table, (data / table.file).read_text()) for name, table in known.items()}
    taken = editions.taken_back(texts, editions.changes_after(dataset, "C0001"))
    assert {taken[name].table.file: str(taken[name]).encode() for name in known} == before


def before_names(before: dict[str, bytes]) -> set[str]:
    return {name.removesuffix(".csv") for name in before}


PLACES = schema.read(SECOND)["places"]


@given(
    st.dictionaries(
        st.sampled_from(PLACES.columns),
        st.text("ab;: note", min_size=1, max_size=12).map(str.strip).filter(bool),
    )
)
def test_a_row_told_in_a_change_is_read_again(cells: dict[str, str]) -> None:
    told = "; ".join(f"{column}: {cells[column]}" for column in PLACES.columns if column in cells)
    read = recorded.cells_in(told, PLACES.columns)
    assert list(read) == list(PLACES.columns)
    assert journal.in_words(read) == told


@given(st.binary(max_size=300))
def test_links_are_looked_for_in_anything(content: bytes) -> None:
    assert links_of(content + b" ?asof=2021-03-01&edition=C0001 ") == ("?asof=2021-03-01&edition=C0001",) or (
        content.startswith((b"%PDF-", b"PK\x03\x04")) or content.rstrip()[-1:] not in (b"", b" ")
    )
