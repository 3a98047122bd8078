"""A corrected text: claims follow their exact words, the others are orphaned and told, nothing is lost."""

import csv
import io
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from markupsafe import escape

from eastflank.__main__ import main
from eastflank.curation import undo
from eastflank.curation.corrected import SourceCorrection, correction, edits_of, orphans, requoting
from eastflank.curation.form import edits_of as form_edits
from eastflank.curation.source import NewSource
from eastflank.intake.documents.original import Original
from eastflank.intake.documents.way_back import TextRun, written
from eastflank.intake.quotation import quotation_of
from eastflank.intake.versions.difference import changes_between
from eastflank.model import Dataset
from eastflank.report.citation import cited_sources
from eastflank.report.evidence import told
from eastflank.store import audited, datasets, folder, package_files, parts, tables
from eastflank.store.edits import Retract
from eastflank.store.sql import connection, database, syncing
from eastflank.store.stores import InDatabase, InFolder, Store
from eastflank.ui.add_data.versions import difference_html
from eastflank.ui.claim_html import claims_html
from eastflank.words.chosen import claims
from eastflank.words.chosen import incoming as words
from tests.browser.tables import write

SECOND = Path(__file__).parents[1] / "second_theatre"
POST = "post-2019-09-19"
SAID = {"who": "Ann Lee", "when": date(2026, 11, 26), "reason": "The Post corrected its text."}
CORRECTED = (
    "Corrected on Friday: the figure of Aneho. 🙂\n\n"
    "The Nigerian patrol in Benin has taken up its post at Grand-Popo. It counts 470 troops: 430 from Nigeria and 40 "
    "from Cameroon, its commander, Colonel Sani Okoro, said on Wednesday.\n\n"
    "The Ghanaian patrol in Togo stands at Aneho with 128 troops. A headquarters of the Coastal Pact opened in Cotonou. "
    "Brazil sends 60 trainers to Sekondi in Ghana in October, the harbour master of Sekondi said."
)


@dataclass
class Record:
    store: Store
    files: Callable[[], Mapping[str, bytes]]
    place: Callable[[], folder.Folder]


@pytest.fixture(scope="module")
def in_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The second theatre with its text corrected once. Tests only read it."""
    root = Path(shutil.copytree(SECOND, tmp_path_factory.mktemp("corrected") / "data"))
    apply(Record(InFolder(root), dict, lambda: folder.of(root)))
    return root


@pytest.fixture
def corrected(in_folder: Path, tmp_path: Path) -> Path:
    """That folder, to be changed."""
    return Path(shutil.copytree(in_folder, tmp_path / "data"))


@pytest.fixture(params=["folder", pytest.param("sqlite", marks=pytest.mark.soak)])
def record(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Record]:
    root = Path(shutil.copytree(SECOND, tmp_path / "data"))
    if request.param == "folder":
        yield Record(InFolder(root), lambda: parts.packed(folder.of(root)), lambda: folder.of(root))
        return
    address = f"sqlite:///{tmp_path / 'record.db'}"
    database.fill(address, parts.packed(folder.of(root)))

    def unpacked() -> folder.Folder:
        target = tmp_path / "now"
        shutil.rmtree(target, ignore_errors=True)
        parts.unpack(database.contents(address), target)
        return folder.of(target)

    yield Record(InDatabase(address), lambda: database.contents(address), unpacked)
    connection.engine(address).dispose()


def new(dataset: Dataset, text: str = CORRECTED, **cells: str) -> NewSource:
    row = dataset.sources_by_id[POST]
    own = {
        "publisher": row.publisher,
        "title": row.title,
        "published": "2019-09-19",
        "accessed": "2019-09-21",
    }
    own |= {"reliability": "B", "read_as": "original", "replaces": POST, "language": "en"}
    return NewSource(
        f"{POST}-2", {**own, "note": "B: an invented newspaper. The date is that of the first text.", **cells}, text.encode(),
        Original(f"{POST}-2.original.html", b"<p>" + text.encode(), (TextRun(0, len(text), "", 3, len(text)),)),
    )  # fmt: skip


def apply(record: Record, text: str = CORRECTED, **cells: str) -> SourceCorrection:
    dataset = record.store.read()
    found = correction(POST, text, dataset)
    undo.save(record.store, edits_of(found, new(dataset, text, **cells), dataset), expected=dataset.version,
              before=dataset, **SAID)  # type: ignore[arg-type]  # fmt: skip
    return found


def rows(files: Mapping[str, bytes], table: str) -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in csv.DictReader(io.StringIO(files[f"{table}.csv"].decode()))}


def test_claims_follow_their_words_and_what_is_gone_is_orphaned(record: Record) -> None:
    before = record.files()
    found = apply(record)
    assert ([one.claim for one in found.moved], [one.claim for one in found.orphans]) == (
        ["H1", "H3", "H4"],
        ["H2"],
    )
    assert [one.changed_around for one in found.moved] == [False, True, True]
    after = record.files()
    dataset = record.store.read()
    assert {one: row["source"] for one, row in rows(after, "claims").items() if one.startswith("H")} == {
        "H1": f"{POST}-2", "H2": POST, "H3": f"{POST}-2", "H4": f"{POST}-2",
    }  # fmt: skip
    for name, content in before.items():
        if name.startswith("seeds/"):
            assert after[name] == content, "no text that is held is ever another one"
    assert after[f"seeds/{POST}-2.original.html"] == b"<p>" + CORRECTED.encode()
    assert after[f"seeds/{POST}-2.way.csv"] == written([TextRun(0, len(CORRECTED), "", 3, len(CORRECTED))])
    article = dataset.articles[f"{POST}-2.txt"]
    marked = {
        row["field"]: article[int(row["start"]) : int(row["end"])]
        for row in _spans(after)
        if row["claim"] == "H1"
    }
    assert marked == {"contribution:CMR": "40 from Cameroon", "contribution:NGA": "430 from Nigeria",
                      "speaker": "Sani Okoro", "troops_low": "470"}  # fmt: skip
    (orphan,) = orphans(dataset)
    assert (orphan.claim, orphan.source, orphan.newest, orphan.why) == (
        "H2",
        POST,
        f"{POST}-2",
        words.QUOTE_GONE,
    )
    assert "118 troops" in orphan.passage and "128 troops" in orphan.nearest
    assert orphan.quoted
    assert orphan.passage[slice(*orphan.quoted)] == dataset.claims_by_id["H2"].quote
    (finding,) = audited.findings(dataset)
    assert (finding.key, finding.check) == ("H2", "no_quote_is_left_with_a_corrected_text")
    assert f"{POST} was corrected by {POST}-2, and its quote is not in that text" in finding.problem


def _spans(files: Mapping[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files["claim_spans.csv"].decode())))


def test_a_correction_is_taken_back_whole(record: Record) -> None:
    before = record.files()
    apply(record)
    undo.take_back(record.store, expected=record.store.version(), **{**SAID, "reason": "Not theirs."})  # type: ignore[arg-type]
    after = record.files()
    assert rows(after, "claims") == rows(before, "claims")
    assert _spans(after) == _spans(before)
    assert sorted(name for name in after if name.startswith("seeds/")) == sorted(
        name for name in before if name.startswith("seeds/")
    )
    kept = {one: {k: v for k, v in row.items() if v} for one, row in rows(after, "sources").items()}
    assert kept == {one: {k: v for k, v in row.items() if v} for one, row in rows(before, "sources").items()}
    assert audited.findings(record.store.read()) == ()


def test_an_orphan_is_settled_by_retracting_it(corrected: Path) -> None:
    store = InFolder(corrected)
    store.apply([Retract("H2", "Corrected.")], expected=store.version(), **SAID)  # type: ignore[arg-type]
    dataset = store.read()
    assert orphans(dataset) == () and audited.findings(dataset) == ()


def test_a_correction_of_a_correction_leaves_the_orphan_and_moves_the_rest(corrected: Path) -> None:
    store = InFolder(corrected)
    dataset = store.read()
    text = CORRECTED.replace("60 trainers", "65 trainers")
    found = correction(f"{POST}-2", text, dataset)
    third = new(dataset, text, replaces=f"{POST}-2")
    third = NewSource(f"{POST}-3", third.cells, third.text)
    store.apply(edits_of(found, third, dataset), expected=dataset.version, **SAID)  # type: ignore[arg-type]
    left = {one.claim: (one.source, one.newest) for one in orphans(store.read())}
    assert left == {"H2": (POST, f"{POST}-3"), "H4": (f"{POST}-2", f"{POST}-3")}


def test_a_quote_whose_speaker_is_gone_does_not_move() -> None:
    dataset = tables.read(SECOND)
    text = CORRECTED.replace("Colonel Sani Okoro", "a colonel")
    found = {one.claim: one.why for one in correction(POST, text, dataset).orphans}
    assert found["H1"] == words.field_gone("speaker", "Sani Okoro")


def test_a_record_without_these_columns_stays_as_it_is(tmp_path: Path) -> None:
    root = Path(shutil.copytree(SECOND, tmp_path / "data"))
    before = parts.packed(folder.of(root))
    dataset = tables.read(root)
    assert dataset.corrected_by == {} and "replaces" not in dataset.sources
    InFolder(root).apply([Retract("H3", "No.")], expected=dataset.version, **SAID)  # type: ignore[arg-type]
    after = parts.packed(folder.of(root))
    assert {name for name in after if after[name] != before[name]} == {"claims.csv", "changes.csv"}


def test_sync_carries_originals_and_columns_both_ways(tmp_path: Path) -> None:
    root = Path(shutil.copytree(SECOND, tmp_path / "data"))
    address = f"sqlite:///{tmp_path / 'record.db'}"
    syncing.sync(root, address, known_as="a")
    here, there = InFolder(root), InDatabase(address)
    apply(Record(here, dict, lambda: folder.of(root)))
    there.apply([Retract("D4", "No.")], expected=there.version(), **SAID)  # type: ignore[arg-type]
    done = syncing.sync(root, address, known_as="a")
    assert done.conflicts == ()
    files = parts.packed(folder.of(root))
    assert files == database.contents(address)
    assert rows(files, "claims")["D4"]["review"] == "retracted" and f"seeds/{POST}-2.original.html" in files
    assert rows(files, "sources")[f"{POST}-2"]["replaces"] == POST
    other = tmp_path / "other"
    syncing.sync(other, address, known_as="b")
    assert parts.packed(folder.of(other)) == files
    connection.engine(address).dispose()


@pytest.mark.soak  # the test above carries columns both ways
def test_columns_that_came_on_one_side_conflict_with_no_row_of_the_other(tmp_path: Path) -> None:
    root = Path(shutil.copytree(SECOND, tmp_path / "data"))
    address = f"sqlite:///{tmp_path / 'record.db'}"
    syncing.sync(root, address, known_as="a")
    apply(Record(InDatabase(address), dict, lambda: folder.of(root)))
    here = InFolder(root)
    from eastflank.store.edits import Replace  # noqa: PLC0415

    note = {"note": "B: an invented newspaper. The date stands over it."}
    here.apply([Replace("sources", ("dispatch-2019-03-05",), note)], expected=here.version(), **SAID)  # type: ignore[arg-type]
    done = syncing.sync(root, address, known_as="a")
    assert done.conflicts == ()
    found = rows(parts.packed(folder.of(root)), "sources")
    assert found["dispatch-2019-03-05"]["note"] == note["note"] and f"{POST}-2" in found
    connection.engine(address).dispose()


def test_a_copy_and_a_zip_file_hold_the_originals(in_folder: Path) -> None:
    contents = datasets.contents(folder.of(in_folder))
    opened = package_files.unpacked(package_files.packed(contents))
    assert opened.left_out == ()
    names = {f"seeds/{POST}-2{end}" for end in (".txt", ".original.html", ".way.csv")}
    assert names <= opened.files.keys()


def test_evidence_and_citations_say_that_a_text_was_corrected_since(in_folder: Path) -> None:
    dataset = tables.read(in_folder)
    shown = {
        one: str(claims_html([dataset.claims_by_id[one]], dataset, lambda _: ("", "")))
        for one in ("H1", "H2")
    }
    newest = str(escape(words.earlier_version(cited_sources(dataset)[f"{POST}-2"])))
    assert newest in shown["H2"]
    assert newest not in shown["H1"]
    assert cited_sources(dataset)[POST].endswith(f"19 September 2019, {words.EARLIER}")
    assert words.EARLIER not in cited_sources(dataset)[f"{POST}-2"]


def test_the_evidence_and_the_terminal_say_which_quote_a_later_text_no_longer_has(
    in_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dataset = tables.read(in_folder)
    told_of = {one: told(dataset.claims_by_id[one], dataset) for one in ("H1", "H2")}
    assert told_of["H2"].said.endswith(f"18 September 2019 ({claims.DROPPED})")
    assert claims.DROPPED not in told_of["H1"].said
    assert main(["show", "--data", str(in_folder)]) == 0
    (line,) = (one for one in capsys.readouterr().out.splitlines() if claims.DROPPED in one)
    assert "H2" in line


def test_nothing_in_a_text_is_markup_where_versions_are_compared() -> None:
    old, new = "<img src=x onerror=alert(1)>\n\n<b>One</b>", "<script>alert(1)</script>\n\n<b>Two</b>"
    shown = str(difference_html(changes_between(old, new), old, new))
    assert "<img" not in shown and "<script" not in shown and "<b>" not in shown
    assert "&lt;" in shown and "script" in shown


def test_check_tells_an_orphan_and_a_changed_original(
    corrected: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = corrected
    assert main(["check", "--data", str(root)]) == 1
    said = capsys.readouterr().out
    assert (
        "(H2), source:" in said
        and "Quote the words of post-2019-09-19-2 instead" in said
        and "1 finding." in said
    )
    (root / "seeds" / f"{POST}-2.original.html").write_bytes(b"other")
    main(["check", "--data", str(root)])
    assert f"{POST}-2.original.html has another checksum" in capsys.readouterr().out
    (root / "seeds" / f"{POST}-2.original.html").unlink()
    assert main(["check", "--data", str(root)]) == 1
    assert "The file is missing." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("corrections", "gone"),
    [
        ({"118 troops": "all its 118 troops"}, ("H2",)),
        ({"It counts 470": "It has 470"}, ("H1",)),
        ({"118 troops": "all its 118 troops", "It counts 470": "It has 470"}, ("H1", "H2")),
    ],
    ids=["the claim", "the claim in whose quote its status stands", "both"],
)
def test_a_claim_and_the_one_in_whose_quote_its_status_stands_may_part(
    corrections: Mapping[str, str], gone: tuple[str, ...], tmp_path: Path
) -> None:
    """Either may stay with the old text for a while, and each can be settled without the other."""
    root = Path(shutil.copytree(SECOND, tmp_path / "data"))
    store = InFolder(root)
    article = store.read().articles[store.read().sources_by_id[POST].file or ""]
    note = store.read().claims_by_id["H2"].note
    write(root, "claims", "H2", note=f"{note} So is “taken up its post” in H1.")
    start = article.index("taken up its post")
    marks = root / "claim_spans.csv"
    mark = f"H2,status,{start},{start + len('taken up its post')}"
    marks.write_text(marks.read_text("utf-8").replace("H2,troops", f"{mark}\nH2,troops"), "utf-8")
    assert audited.findings(store.read()) == ()

    text = article
    for said, corrected in corrections.items():
        text = text.replace(said, corrected)
    found = apply(Record(store, dict, lambda: folder.of(root)), text)
    assert tuple(one.claim for one in found.orphans) == gone
    after = store.read()
    assert tuple(one.key for one in audited.findings(after)) == gone, "only what is orphaned is a finding"
    for orphan in orphans(after):
        own = Path(shutil.copytree(root, tmp_path / orphan.claim))
        _, form = requoting(after, orphan)
        quote = after.claims_by_id[orphan.claim].quote or ""
        for said, corrected in corrections.items():
            quote = quote.replace(said, corrected)
        start = text.index(quote)
        asked = form_edits(form.quoting(quotation_of(text, start, start + len(quote))), after)
        undo.save(InFolder(own), asked, expected=after.version, before=after, **SAID)  # type: ignore[arg-type]
        left = {one.claim for one in orphans(tables.read(own))}
        assert left == set(gone) - {orphan.claim}, "each is settled alone"
