"""A second theatre needs only a folder, no code: nothing of the first theatre is in its products."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from eastflank.__main__ import main
from eastflank.model import Point
from eastflank.render.products import PRODUCTS, Product
from eastflank.scene.composition import compose
from eastflank.store.tables import read
from eastflank.view.selection import view_of
from tests.frozen import FOLDER
from tests.representatives import of_formats, some

SECOND = Path(__file__).parents[1] / "second_theatre"
DAY = "asof=2019-10-05"
PAIR = "asof=2019-10-05&since=2019-03-10&layout=pair"
OF_THE_FIRST = re.compile(
    r"\b(flank|nato|baltics?|europe|european|efp|estonia|latvia|lithuania|poland|romania|crimea|ukraine)\b"
    r"|battlegroup|natural earth",
    re.IGNORECASE,
)
"""Words of the theatre that comes with the project; “eastflank” is the project's own name."""


def strangers(text: str) -> list[str]:
    return [text[max(0, found.start() - 40) : found.end() + 40] for found in OF_THE_FIRST.finditer(text)]


def texts_in(content: bytes) -> Iterator[str]:
    """Every part of a file that is text, those of a ZIP file too."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for name in packed.namelist():
                yield name
                yield from texts_in(packed.read(name))
        return
    try:
        yield content.decode("utf-8")
    except UnicodeDecodeError:
        return  # a picture, or a PDF's packed text


def test_it_has_no_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--data", str(SECOND)]) == 0
    assert capsys.readouterr().out.startswith("No findings")


def test_its_own_kinds_are_counted_in_its_own_words_and_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "--data", str(SECOND), "--view", DAY]) == 0
    told, _ = capsys.readouterr()
    assert told.startswith(
        "Two coastal patrols and one headquarters; one coastal patrol agreed and one training mission decided, "
        "as known on 5 October 2019\n"
    )
    assert "588 persons in two coastal patrols" in told
    assert strangers(told) == []


def test_its_map_has_its_frame_its_alliance_its_colours_and_its_credit() -> None:
    second = read(SECOND)
    view = view_of(second, day=view_of(second).day)
    scene = compose(view, second, second.label_points)
    assert scene.opening == (Point(2.5, -8.0), Point(12.5, 15.0))
    assert scene.called == "gulf"
    assert scene.credit == "Outlines drawn by hand for a test, without scale"
    assert scene.headings[:2] == ("Patrols", "Training missions")
    assert dict(scene.legend.notes)["member"] == "Coastal Pact member then"
    assert "disputed" not in dict(scene.legend.notes), "its map has no such areas"
    assert {arc.lead: arc.colours.light for arc in scene.arcs}["NGA"] == "#1f6f43"


FORMATS = ("html", "pdf", "svg", "csv", "xlsx", "geojson", "kml")


@pytest.mark.parametrize("product", of_formats(PRODUCTS, *FORMATS), ids=lambda product: product.format)
def test_no_word_of_the_first_theatre_is_in_any_product(product: Product, tmp_path: Path) -> None:
    for query in (DAY, PAIR):
        file = tmp_path / f"view{product.suffix}"
        command = [
            "export",
            "--data",
            str(SECOND),
            "--format",
            product.format,
            "--view",
            query,
            "-o",
            str(file),
        ]
        assert main(command) == 0
        found = list(texts_in(file.read_bytes()))
        assert [stranger for text in found for stranger in strangers(text)] == []


ASKED = ((str(SECOND), "2019-10-05"), (str(FOLDER), "2022-06-28"))
_ALONE = """
import sys
from eastflank.__main__ import main
data, day = sys.argv[1:]
main(["show", "--data", data, "--view", "asof=" + day])
main(["export", "--data", data, "--format", "svg", "--view", "asof=" + day, "-o", "-"])
"""


@pytest.mark.parametrize(("own", "other"), some([ASKED, ASKED[::-1]]))
def test_a_dataset_after_another_in_one_process_answers_as_it_does_alone(
    own: tuple[str, str], other: tuple[str, str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    alone = subprocess.run([sys.executable, "-c", _ALONE, *own], capture_output=True, check=True).stdout
    for data, day in (other, own):
        capfdbinary.readouterr()
        main(["show", "--data", data, "--view", f"asof={day}"])
        sys.stdout.flush()
        main(["export", "--data", data, "--format", "svg", "--view", f"asof={day}", "-o", "-"])
        sys.stdout.flush()
    assert capfdbinary.readouterr().out == alone
