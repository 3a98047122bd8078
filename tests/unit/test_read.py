"""`python -m eastflank read`: articles in a terminal."""

import io
import json
import shutil
from pathlib import Path

import pytest

from eastflank.__main__ import main
from eastflank.store import tables
from eastflank.words.chosen import incoming
from tests.frozen import FOLDER

ARTICLE = "RIGA, July 10, 2018 – Canada will keep its 450 soldiers in Latvia until 2023.\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return small_tables(tmp_path)


def small_tables(parent: Path) -> Path:
    """A folder with the tables that articles are read with, and hardly a row in them."""
    folder = parent / "data"
    (folder / "gazetteer").mkdir(parents=True)
    (folder / "places.csv").write_text("id,name,country\nrukla,Rukla,LTU\n", encoding="utf-8")
    (folder / "gazetteer" / "bases.csv").write_text("name,also,country\n", encoding="utf-8")
    (folder / "gazetteer" / "phrases.csv").write_text("name,also,kind\nBlack Sea,,sea\n", encoding="utf-8")
    (folder / "gazetteer" / "geonames.csv.gz").write_bytes(_empty_table())
    return folder


def _empty_table() -> bytes:
    import gzip  # noqa: PLC0415 - for this table alone

    return gzip.compress(b"id,name,ascii,alternates,lat,lon,country,kind,population\n")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    file = tmp_path / "story.txt"
    file.write_text(ARTICLE, encoding="utf-8")
    return file


def test_the_json_is_by_article_and_its_offsets_are_code_points(
    article: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(article), "--json", "--data", str(data)]) == 0
    (claim,) = json.loads(capsys.readouterr().out)["story"]
    assert claim["kind"] == "deployment"
    assert claim["fields"]["lead"] == {"value": "CAN", "spans": [[22, 28]]}
    assert claim["fields"]["said_on"]["value"] == "2018-07-10"
    assert ARTICLE[slice(*claim["quote"])].startswith("Canada will keep")


def test_the_day_can_be_given(article: Path, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(article), "--json", "--date", "2019-01-02", "--data", str(data)]) == 0
    (claim,) = json.loads(capsys.readouterr().out)["story"]
    assert claim["fields"]["said_on"]["value"] == "2019-01-02"


def test_the_text_says_what_was_read_from_what(
    article: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(article), "--data", str(data)]) == 0
    told = capsys.readouterr().out
    assert "story (2018-07-10): 1 proposal" in told
    assert "status deployed — from “will keep”" in told


def test_a_file_that_cannot_be_read_is_named_and_the_others_are_read(
    article: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty, german = tmp_path / "empty.txt", tmp_path / "german.txt"
    empty.touch()
    german.write_text(
        "Die Ministerin sagte, dass die Truppen in den Osten verlegt werden. " * 9, encoding="utf-8"
    )
    missing = tmp_path / "missing.txt"
    files = [str(file) for file in (missing, empty, german, article)]
    assert main(["read", *files, "--json", "--data", str(data)]) == 1
    shown = capsys.readouterr()
    assert list(json.loads(shown.out)) == ["story"]
    problems = shown.err.splitlines()
    assert [line.split(": ")[0] for line in problems] == files[:3]
    assert "no such file" in problems[0] and "empty" in problems[1] and "English" in problems[2]


def test_two_articles_of_one_name_are_not_mixed(
    article: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other" / "story.txt"
    other.parent.mkdir()
    other.write_text(ARTICLE, encoding="utf-8")
    assert main(["read", str(article), str(other), "--json", "--data", str(data)]) == 1
    shown = capsys.readouterr()
    assert len(json.loads(shown.out)["story"]) == 1 and "Rename" in shown.err


def test_tables_that_are_missing_are_named(
    article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(article), "--data", str(tmp_path)]) == 1
    assert "--data" in capsys.readouterr().err


def test_to_adds_the_proposals_as_drafts_and_twice_the_same_article_changes_nothing(
    article: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Path(shutil.copytree(FOLDER, tmp_path / "record"))
    asked = ["read", str(article), "--data", str(data), "--to", str(folder)]
    assert main(asked) == 0
    told = capsys.readouterr().out
    assert "It is about efp-lva" in told
    assert "source story and 1 draft were added" in told
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert main(asked) == 0
    assert "the record already has this article as story. Nothing was changed." in capsys.readouterr().out
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before


def test_to_a_folder_without_a_dataset_and_about_without_to_are_refused(
    article: Path, data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["read", str(article), "--data", str(data), "--to", str(tmp_path / "none")]) == 1
    assert "none" in capsys.readouterr().err
    assert main(["read", str(article), "--data", str(data), "--about", "1=efp-lva"]) == 1
    assert "--about needs --to" in capsys.readouterr().err


PAGE = (
    "<!doctype html><html lang=en><meta property=og:site_name content='Riga Post'>"
    "<meta property=article:published_time content=2018-07-11><title>Canada stays</title>"
    "<p>Canada will keep its 450 soldiers in Latvia until 2023.</p>"
    "<p>The minister of defence said so in Riga, where he met the soldiers of the battlegroup.</p>"
    "<p>Nobody else spoke at the meeting, and it rained the whole day long.</p></html>"
)


@pytest.fixture(scope="module")
def with_page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record with that page. Tests only read it."""
    folder = tmp_path_factory.mktemp("with-page")
    root, file = Path(shutil.copytree(FOLDER, folder / "record")), folder / "canada-stays.html"
    file.write_text(PAGE, encoding="utf-8")
    assert main(["read", str(file), "--to", str(root), "--data", str(small_tables(folder))]) == 0
    return root


@pytest.fixture
def root(with_page: Path, tmp_path: Path) -> Path:
    """That record, to be changed."""
    return Path(shutil.copytree(with_page, tmp_path / "record"))


def test_a_page_is_added_with_its_original_and_marked_guesses(with_page: Path) -> None:
    root = with_page
    row = tables.read(root).sources_by_id["canada-stays"]
    assert (row.publisher, row.title, row.published, row.language) == (
        "Riga Post",
        "Canada stays",
        "2018-07-11",
        "en",
    )
    assert "Guessed: publisher from meta og:site_name; language from html lang" in (row.note or "")
    assert (root / "seeds" / str(row.original)).read_bytes() == PAGE.encode()
    assert (root / "seeds" / "canada-stays.way.csv").is_file()


@pytest.mark.soak  # tests/app/test_incoming.py states it
def test_a_text_that_is_held_or_corrected_is_known(
    root: Path, tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    again = tmp_path / "again.txt"
    again.write_text(
        tables.read(root).articles["canada-stays.txt"].replace("\n\n", "\r\n\r\n"), encoding="utf-8"
    )
    assert main(["read", str(again), "--to", str(root), "--data", str(data)]) == 0
    assert (
        "again: the record already has this article as canada-stays. Nothing was changed."
        in capsys.readouterr().out
    )
    corrected = tmp_path / "corrected.html"
    corrected.write_text(PAGE.replace("450 soldiers", "540 soldiers"), encoding="utf-8")
    before = tables.read(root).version
    assert main(["read", str(corrected), "--to", str(root), "--data", str(data)]) == 1
    said = capsys.readouterr().out
    assert "has 2 of its 3 paragraphs word for word" in said
    assert "  - Canada will keep its 450 soldiers" in said and "  + Canada will keep its 540 soldiers" in said
    assert "0 claims keep their exact words and will quote this text; 1 claim loses its words" in said
    assert incoming.SAY_AS in said
    assert tables.read(root).version == before
    assert main(["read", str(corrected), "--to", str(root), "--data", str(data), "--as", "corrected"]) == 0
    said = capsys.readouterr().out
    assert (
        "corrected.html: canada-stays-v2. The corrected text is saved. 0 claims quote it now; 1 is orphaned"
        in said
    )
    after = tables.read(root)
    assert after.corrected_by == {"canada-stays": "canada-stays-v2"}
    assert main(["check", "--data", str(root)]) == 1
    assert "no_quote_is_left_with_a_corrected_text" in capsys.readouterr().out


def test_another_text_that_is_alike_can_be_added(
    root: Path, tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.html"
    other.write_text(
        PAGE.replace("until 2023", "until 2024").replace("Riga Post", "Ventspils Post"), encoding="utf-8"
    )
    assert main(["read", str(other), "--to", str(root), "--data", str(data), "--as", "other"]) == 0
    row = tables.read(root).sources_by_id["other"]
    assert (row.publisher, row.replaces) == ("Ventspils Post", None)
    assert capsys.readouterr().out


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_person_at_a_terminal_is_told_how_far_the_reading_is_and_a_pipe_is_not(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "news.txt"
    file.write_text(
        ARTICLE + "The weather was fine. Nobody came. The town slept. The harvest is in.\n", encoding="utf-8"
    )
    told, silent = Terminal(), io.StringIO()
    for stream in (told, silent):
        monkeypatch.setattr("sys.stderr", stream)
        assert main(["read", str(file), "--data", str(data)]) == 0
    assert "Reading news.txt: 0 %" in told.getvalue()
    assert silent.getvalue() == ""


def test_a_very_long_text_is_read_by_the_rules_alone_and_says_so(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "long.txt"
    file.write_text(ARTICLE + "The weather was fine on the day of the parade. " * 4_300, encoding="utf-8")
    assert main(["read", str(file), "--data", str(data)]) == 0
    out = capsys.readouterr().out
    assert "The rules read this text alone, and they find less: it is longer than 100,000 characters" in out
    assert "Canada will keep its 450 soldiers" in out
