"""Goes through the inner steps of *Add data* in the language of the tests, and tells as JSON what is left over.

`python -m tests.pseudo.add_data`
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import tests.pseudo.speaking  # noqa: F401 - before anything of the page

# isort: split
from google.protobuf.json_format import MessageToDict
from lxml import html
from streamlit.testing.v1 import AppTest

from eastflank.commands.geocode import GAZETTEER
from eastflank.curation import undo
from eastflank.curation.source import NewSource, edits_of
from eastflank.intake.tables.columns.known_headings import FIELDS
from eastflank.intake.tables.files.opening import PASTED
from eastflank.store import datasets, folder, tables
from eastflank.store.stores import InFolder
from eastflank.ui.add_data import kept
from tests.app import test_incoming as incoming
from tests.app.components import control
from tests.app.test_add_table import PLACES
from tests.app.test_curating import SECOND, fine
from tests.app.test_review import TEXT
from tests.frozen import FOLDER, RECORD
from tests.pseudo.reading import any_of, foreign, names_of

SHOWN = {"label", "help", "placeholder", "options", "body", "caption", "title", "message", "text"}
"""What of an element a reader sees, by the names that Streamlit has for it."""
SIGNS = (
    "Eastflank",
    "en",
    "KB", "MB", "CSV", "TSV", "XLSX", "XLS", "ODS", "GeoJSON", "KML", "ZIP", "UTF", "Windows", "Latin", "KOI8", "ISO",
)  # fmt: skip
"""Units, formats and encodings, which are the same in every language."""


def _script() -> None:
    from eastflank.ui import data, state  # noqa: PLC0415 - the script is run from its text
    from eastflank.ui.add_data import page  # noqa: PLC0415

    names = state.names_asked()
    page.show(data.load(names), names)


def opened(section: str = "") -> AppTest:
    app = AppTest.from_function(_script, default_timeout=120)
    if section:
        app.query_params["section"] = section
    return fine(app.run())


def press(app: AppTest, key: str) -> AppTest:
    return fine(control(app.button, key).click().run())


def texts(app: AppTest) -> Iterator[str]:
    """What the page says; not what is typed, nor the articles."""
    for node in app._tree:
        proto = getattr(node, "proto", None)
        told = MessageToDict(proto) if hasattr(proto, "DESCRIPTOR") else {}
        yield from _strings({key: value for key, value in told.items() if key in SHOWN})


def _strings(value: object) -> Iterator[str]:
    match value:
        case str() if "<style" in value:
            pass
        case str() if "<" in value:
            document = html.fromstring(f"<div>{value}</div>")
            for one in document.xpath("//blockquote | //*[local-name()='svg'] | //*[@class='ef-article']"):
                one.drop_tree()
            yield from document.xpath("//text()[normalize-space()] | //@title | //@aria-label")
        case str():
            yield value
        case dict():
            for one in value.values():
                yield from _strings(one)
        case list():
            for one in value:
                yield from _strings(one)


def of_a_table(folder: Path) -> Iterator[tuple[str, AppTest]]:
    """The four steps of an import."""
    os.environ["EASTFLANK_DATA"] = str(shutil.copytree(FOLDER, folder / "data"))
    app = opened("table")
    yield "before a table", app
    yield "nothing pasted", press(app, "table-read-pasted")
    app.text_area[0].set_value("<html><table><tr><td>Nation</td></tr></table></html>").run()
    yield "a web page", press(app, "table-read-pasted")
    app.text_area[0].set_value(PLACES).run()
    yield "what it is", press(app, "table-read-pasted")
    yield "columns", press(app, "table-next")
    yield "what is wrong", press(app, "table-next")
    yield "accepted", press(app, "table-accept-all")
    yield "what will change", press(app, "table-next")
    yield "applied", press(app, "table-apply")


def of_a_review(folder_: Path) -> Iterator[tuple[str, AppTest]]:
    """Proposals of an article."""
    made = folder_ / datasets.create_empty(folder_, "Mine", folder.of(FOLDER))
    row = {
        "publisher": "Agency",
        "title": "T",
        "published": "2016-06-14",
        "reliability": "B",
        "read_as": "copy",
    }
    undo.save(
        InFolder(made), edits_of(NewSource("agency", row, TEXT.encode())), who="A", when=kept.today(), reason="R.",
        expected=tables.read(made).version,
    )  # fmt: skip
    os.environ["EASTFLANK_DATA"] = str(made)
    app = press(opened(), "read-article")
    yield "a proposal", app
    press(app, "review-a")
    yield "not chosen", press(app, "review-a")
    yield "mending", press(press(app, "review-about-2"), "review-e")
    fine(control(app.text_input, "field-troops_low").input("4").run())
    yield "mended wrongly", press(app, "review-mend-a")
    fine(control(app.text_input, "field-troops_low").input("500").run())
    press(app, "review-mend-a")
    yield "reasons", press(app, "review-x")
    yield "all decided", press(app, "review-reason-4")
    yield "saved", press(app, "review-save")


def of_curation(folder: Path) -> Iterator[tuple[str, AppTest]]:
    """A claim by hand, one without a source, and an article that comes in."""
    os.environ["EASTFLANK_DATA"] = str(shutil.copytree(SECOND, folder / "second"))
    app = opened()
    yield "articles and claims", app
    yield "a claim", press(app, "edit-H3")
    for name, value in (("note", "A note."), ("reason", "Read again.")):
        fine(control([*app.text_input, *app.text_area], f"field-{name}").input(value).run())
    yield "saved", press(app, "save-claim")
    fine(control(app.selectbox, "source").set_value("(inferred)").run())
    yield "a new claim", press(app, "new-claim")
    yield "nothing entered", press(app, "save-claim")
    app = opened()
    incoming.begin(app)
    yield "an article", app
    incoming.upload(app, "mission.html", incoming.PAGE)
    yield "guesses", app
    yield "not graded", press(app, "save-source")
    incoming.grade(app)
    incoming.put(
        app, published="2019-10-03", note="An invented newspaper.", reason="It tells of the mission."
    )
    yield "a source", press(app, "save-source")
    incoming.begin(app)
    incoming.upload(app, "mission-2.html", incoming.PAGE.replace("20 more trainers", "25 more trainers"))
    yield "much like it", app


def of_datasets(_folder: Path) -> Iterator[tuple[str, AppTest]]:
    """Datasets made, copied, removed, and one that cannot be opened."""
    os.environ["EASTFLANK_DATA"] = str(FOLDER)
    app = opened("datasets")
    yield "datasets", app
    yield "a new one", press(app, "dataset-new")
    yield "a copy", press(app, "dataset-copy")
    fine(app.get("file_uploader")[0].upload("none.zip", b"none", "application/zip").run())
    yield "none", app
    yield "undone", press(app, "dataset-undo")


JOURNEYS = {one.__name__: one for one in (of_a_table, of_a_review, of_curation, of_datasets)}


def _known() -> re.Pattern[str]:
    """What the tables and articles that are brought say, and notes of the gazetteer."""
    said = {
        *FIELDS,
        *(line.strip() for line in TEXT.split("\n")),
        "A note.",
        "Another note.",
        "Read again.",
        PASTED,
    }
    with (GAZETTEER / "bases.csv").open(encoding="utf-8", newline="") as text:
        said |= {row["note"] for row in csv.DictReader(text)}
    said |= {cell for row in csv.reader(io.StringIO(PLACES), delimiter=";") for cell in row}
    said |= {column for name in ("claims", "sources") for column in getattr(RECORD, name).columns}
    schema = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    said |= {field["description"] for table in schema["resources"] for field in table["schema"]["fields"]}
    return any_of({*said, *RECORD.theatre.kinds})


def _plain(text: str) -> str:
    """A text without markup, without quotation marks around it, and not cut off."""
    return " ".join(re.sub(r"<[^>]+>", " ", text).replace("&amp;", "&").split()).strip("“”… ")


def left_over(journey: str) -> dict[str, list[str]]:
    """By step, the lines that say something in another language."""
    known = _known()
    found = {}
    with tempfile.TemporaryDirectory() as made:
        os.environ |= {"EASTFLANK_EDIT": "1", "EASTFLANK_DATASETS": f"{made}/sets"}
        for step, app in JOURNEYS[journey](Path(made)):
            names = names_of(tables.read(Path(os.environ["EASTFLANK_DATA"])))
            articles = " ".join(_plain(path.read_text("utf-8")) for path in Path(made).rglob("seeds/*.txt"))
            articles += _plain(incoming.PAGE.replace("20 more", "25 more")) + _plain(TEXT)
            said = [one for one in map(_plain, texts(app)) if one not in articles]
            told = known.sub(" ", "\n".join(said))
            lines = [*dict.fromkeys(foreign(told, names, SIGNS))]
            if lines:
                found[step] = lines
    return found


if __name__ == "__main__":
    sys.stdout.write(
        json.dumps({name: left_over(name) for name in sys.argv[1:]}, ensure_ascii=False, indent=1)
    )
