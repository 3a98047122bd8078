"""`python -m eastflank export`: a complete file or none, and a clear message why it cannot be written."""

import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from eastflank import checks
from eastflank.__main__ import main
from eastflank.commands import data_option
from eastflank.commands import export as command
from eastflank.render import deployments_csv
from eastflank.render.products import PRODUCTS, Product
from eastflank.report.contents import Briefing, Size
from eastflank.store import audited, parts
from tests.briefings import briefing, of_the_record
from tests.frozen import FOLDER, RECORD, without_findings
from tests.links import ASKED_ABOUT, READ_AS_MEANT, SOME_ASKED_ABOUT, SOME_READ_AS_MEANT
from tests.representatives import named, of_formats
from tests.unit.small_data import SmallData

CANADA = "nation=CAN&asof=2016-10-26"
Capture = pytest.CaptureFixture[str]
CSV = next(product for product in PRODUCTS if product.format == "csv")
SIZES = (Size(1920, 1080, "1920x1080"), Size(3840, 2160, "3840x2160"))


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading the record takes longer than all else that these tests do."""
    read = data_option.read
    monkeypatch.setattr(data_option, "read", lambda root, **_: RECORD if root == FOLDER else read(root))


def checked(query: str) -> Briefing:
    """A view of the record, which says how many findings the checks of today have in it."""
    return briefing(query, findings=checks.count(audited.findings(RECORD)))


def said(capsys: Capture) -> tuple[str, str]:
    """What a command printed, and what it said on standard error."""
    told = capsys.readouterr()
    return told.out, without_findings(told.err)


def export(*arguments: str | Path) -> int:
    return main(["export", "--data", str(FOLDER), *map(str, arguments)])


def drawn(_: Briefing, size: Size | None) -> bytes:
    return str(size).encode()


@pytest.fixture
def picture(monkeypatch: pytest.MonkeyPatch) -> None:
    """A product that has sizes and needs no drawing."""
    product = Product("test", "Test picture", "a size", ".test", "image/test", drawn, SIZES)
    monkeypatch.setattr(command, "PRODUCTS", (*PRODUCTS, product))


@pytest.mark.parametrize("product", of_formats(PRODUCTS, "svg", "csv"), ids=lambda product: product.format)
def test_every_product_comes_as_a_file_of_its_own_name(
    product: Product, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert export("--format", product.format, "--view", CANADA) == 0
    name = f"eastflank-canada-asof-2016-10-26{product.suffix}"
    assert [file.name for file in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() == product.write(checked(CANADA), next(iter(product.sizes), None))
    assert capsys.readouterr().out == f"{name}: {product.name}. {of_the_record(CANADA).title}.\n"


@pytest.mark.parametrize("name", ["svg", "pdf"])
def test_letters_that_no_font_has_are_named(name: str, tmp_path: Path, capsys: Capture) -> None:
    goal = tmp_path / f"canada.{name}"
    assert export("--format", name, "--view", CANADA, "--marking", "For ሀ, გორი", "-o", goal) == 0
    assert goal.is_file()
    told = said(capsys)
    assert told[0].count("\n") == 1
    assert told[1].startswith("No font here has ሀ (U+1200), in “For ሀ, გორი”. In the ")
    assert told[1].count("\n") == 1


def test_it_says_nothing_of_fonts_where_each_letter_is_drawn(tmp_path: Path, capsys: Capture) -> None:
    goal = tmp_path / "canada.svg"
    assert export("--format", "svg", "--view", CANADA, "--marking", "For გორი 中国 السلام", "-o", goal) == 0
    assert said(capsys)[1] == ""


def test_it_replaces_a_file_and_keeps_the_rights_a_new_one_has(tmp_path: Path) -> None:
    goal, fresh = tmp_path / "canada.csv", tmp_path / "fresh"
    goal.write_text("before")
    fresh.touch()
    assert export("--format", "CSV", "--view", CANADA, "-o", goal) == 0
    assert goal.read_bytes() == CSV.write(checked(CANADA), None)
    assert stat.S_IMODE(goal.stat().st_mode) == stat.S_IMODE(fresh.stat().st_mode)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    goal, link = tmp_path / "real" / "a.csv", tmp_path / "link.csv"
    goal.write_text("before")
    link.symlink_to(goal)
    assert export("--format", "csv", "-o", link) == 0
    assert link.is_symlink()
    assert goal.read_bytes().startswith(b"\xef\xbb\xbfId")


def test_a_hyphen_is_standard_output_and_nothing_else_is_said(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    data, _ = SmallData(tmp_path).write()
    assert main(["export", "--format=csv", "-o", "-", "--data", str(data)]) == 0
    sys.stdout.flush()
    out, err = capfdbinary.readouterr()
    assert out.startswith(b"\xef\xbb\xbfId,Deployment")
    assert err == b""


def test_a_wrong_format_lists_the_formats(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stopped:
        export("--format", "odt")
    assert stopped.value.code == 2
    told = capsys.readouterr().err
    assert "“odt” is not a format here. Choose" in told
    assert all(product.format in told for product in PRODUCTS)


def test_it_says_in_its_help_which_formats_there_are(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as stopped:
        export("--help")
    assert stopped.value.code == 0
    told = capsys.readouterr().out
    assert all(re.search(rf"\b{product.format}\b", told) for product in PRODUCTS)


def test_another_verb_does_not_load_what_products_are_drawn_with() -> None:
    program = (
        "import sys; from eastflank.__main__ import main;"
        f"main(['show', '--data', {str(FOLDER)!r}, '--view', 'asof=2010-01-01']);"
        "sys.exit('eastflank.render.products' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, cwd=Path(__file__).parents[2], check=False
    )
    assert (done.returncode, without_findings(done.stderr.decode())) == (0, "")


@pytest.mark.usefixtures("picture")
def test_a_picture_has_the_size_that_was_asked_for(tmp_path: Path) -> None:
    for arguments, size in (((), SIZES[0]), (("--size", "3840X2160"), SIZES[1])):
        assert export("--format", "test", "-o", tmp_path / "a.test", *arguments) == 0
        assert (tmp_path / "a.test").read_bytes() == str(size).encode()


@pytest.mark.usefixtures("picture")
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--format", "csv", "--size", "1920x1080"), "CSV has no size. Leave out --size.\n"),
        (
            ("--format", "test", "--size", "big"),
            "Test picture has no size “big”. Choose 1920x1080 or 3840x2160.\n",
        ),
        (
            ("--format", "csv", "--view", "nation=Canda&asof=soon"),
            (
                "A part of this link cannot be read:\n"
                "  nation=Canda: no nation in the record has this name or code. Did you mean CAN (Canada)?\n"
                "  asof=soon: it is not a day such as 2016-10-26.\n"
                "  Nothing else was asked for.\n"
                "Nothing was written. Correct --view, or leave that part out.\n"
            ),
        ),
        (
            ("--format", "csv", "--view", "asof=2016-10-26&since=2016-10-27"),
            (
                "A part of this link cannot be read:\n"
                "  since=2016-10-27: it comes after the day shown, 26 October 2016.\n"
                "  Understood: as known on 26 October 2016.\n"
                "Nothing was written. Correct --view, or leave that part out.\n"
            ),
        ),
        (
            ("--format", "csv", "--marking", "\udcff"),
            "--marking is not text in this terminal's encoding. Type it again.\n",
        ),
    ],
    ids=["a size", "another size", "a view", "a later day", "a marking"],
)
def test_a_wrong_call_says_what_is_wrong_and_writes_nothing(
    arguments: tuple[str, ...], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.chdir(tmp_path)
    assert export(*arguments) == 2
    assert said(capsys) == ("", told)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "briefing.example",
        "https://",
        "https://a.example/?b=c",
        "http://[",
        "https://me:secret@a.example",
        'https://a.example/"><b>',
        "http:// a",
    ],
)
def test_an_address_that_is_none_is_refused(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setenv("EASTFLANK_URL", address)
    assert export("--format", "csv", "-o", tmp_path / "a.csv") == 2
    assert f"EASTFLANK_URL: “{address}” is not an address such as" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_links_are_whole_where_the_address_is_known(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EASTFLANK_URL", "https://briefing.example/flank")
    assert (
        export("--format", "csv", "--view", CANADA, "--marking", "Training only", "-o", tmp_path / "a.csv")
        == 0
    )
    written = (tmp_path / "a.csv").read_text(encoding="utf-8")
    assert f"https://briefing.example/flank/?{CANADA}" in written
    assert "Training only" in written


def test_it_says_where_nothing_can_be_written(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "file").touch()
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    before = sorted(tmp_path.iterdir())
    for goal, why in (
        (tmp_path, f"{tmp_path} is a folder. Name a file in it.\n"),
        (
            tmp_path / "none" / "a.csv",
            f"There is no folder {tmp_path / 'none'}. Make it, or name another with -o.\n",
        ),
        (
            tmp_path / "file" / "a.csv",
            f"There is no folder {tmp_path / 'file'}. Make it, or name another with -o.\n",
        ),
        (pipe, f"{pipe} is not a file that could be replaced. Name another, or - .\n"),
        (
            tmp_path / ("a" * 300),
            f"{tmp_path / ('a' * 300)} cannot be written: File name too long. Name another with -o.\n",
        ),
    ):
        assert export("--format", "csv", "-o", goal) == 1
        assert said(capsys) == ("", why)
    assert sorted(tmp_path.iterdir()) == before


def test_a_full_disk_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    goal = tmp_path / "a.csv"
    goal.write_text("before")

    def refused(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refused)
    assert export("--format", "csv", "-o", goal) == 1
    assert said(capsys)[1] == f"{goal} cannot be written: No space left on device. Name another with -o.\n"
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.csv", "before")]


def test_a_product_that_breaks_leaves_no_half_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(_: Briefing, __: Size | None) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "PRODUCTS", (Product("test", "Test", "", ".test", "", breaks),))
    with pytest.raises(KeyboardInterrupt):
        export("--format", "test", "-o", tmp_path / "a.test")
    assert list(tmp_path.iterdir()) == []


def test_tables_that_cannot_be_read_are_told(tmp_path: Path, capsys: Capture) -> None:
    assert export("--format", "csv", "--data", tmp_path, "-o", tmp_path / "a.csv") == 2
    assert "datapackage.json" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("way", named(READ_AS_MEANT, SOME_READ_AS_MEANT))
def test_a_link_is_exported_as_it_was_meant(way: str, tmp_path: Path) -> None:
    text, meant = READ_AS_MEANT[way]
    assert export("--format", "csv", "--view", text, "-o", tmp_path / "a.csv") == 0
    assert (tmp_path / "a.csv").read_bytes() == deployments_csv.write(checked(meant))


@pytest.mark.parametrize("way", named(ASKED_ABOUT, SOME_ASKED_ABOUT))
def test_a_link_that_cannot_be_read_is_not_exported(way: str, tmp_path: Path, capsys: Capture) -> None:
    text, expected = ASKED_ABOUT[way]
    assert export("--format", "csv", "--view", text, "-o", tmp_path / "a.csv") == 2
    assert expected in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "part", ["claims.csv", "theatre.toml", "datapackage.json", "changes.csv", "seeds/a.txt"]
)
def test_a_file_of_a_dataset_is_never_replaced(part: str, tmp_path: Path, capsys: Capture) -> None:
    """Neither of the dataset that is read nor of another, nor through a link, nor one that is not there yet."""
    data, _ = SmallData(tmp_path).write()
    goal, link = data / part, tmp_path / "link"
    before = goal.read_bytes() if goal.exists() else None
    link.symlink_to(goal)
    for output in (goal, link):
        for read in (data, FOLDER):
            assert main(["export", "--format", "csv", "--data", str(read), "-o", str(output)]) == 2
            assert said(capsys)[1] == (
                f"{output} is a part of a dataset: an export there would destroy the record. "
                "Name another file with -o.\n"
            )
    assert (goal.read_bytes() if goal.exists() else None) == before


def test_articles_that_lie_beside_their_dataset_are_its_own_and_an_export_beside_tables_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "held").mkdir()
    monkeypatch.setattr(parts, "SEEDS", tmp_path / "held")
    assert export("--format", "csv", "-o", tmp_path / "held" / "a.txt") == 2
    data, _ = SmallData(tmp_path).write()
    assert main(["export", "--format", "csv", "--data", str(data), "-o", str(data / "view.csv")]) == 0


def test_a_name_with_the_ending_of_another_format_is_refused_with_both(
    tmp_path: Path, capsys: Capture
) -> None:
    goal = tmp_path / "x.PDF"
    assert export("--format", "csv", "-o", goal) == 2
    assert said(capsys)[1] == (
        f"{goal} is named like a file of PDF document, but CSV was asked for. "
        "Name it with .csv, or choose --format pdf.\n"
    )
    assert list(tmp_path.iterdir()) == []
    assert export("--format", "csv", "-o", tmp_path / "x.txt") == 0
