"""Runs each command in the language of the tests, and tells as JSON what is left in another one, by call.

`python -m tests.pseudo.terminal 6`: every sixth call.
"""

from __future__ import annotations

import contextlib
import csv
import io
import json
import os
import re
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import tests.pseudo.speaking  # noqa: F401 - before anything of the page

# isort: split
from eastflank.__main__ import main
from eastflank.commands.geocode import GAZETTEER
from eastflank.intake.tables.columns.known_headings import FIELDS
from eastflank.model import TABLES
from eastflank.words.chosen import command_line
from tests.damages import DAMAGES, good
from tests.frozen import FOLDER, RECORD
from tests.pseudo.reading import any_of, foreign, names_of

CALLS = """
show --data data --view asof=2017-08-28
show --data data --view asof=2022-06-28&since=2017-08-28&layout=pair&nation=CAN
show --data data --view asof=2022-06-28&grade=B3
show --data data --view asof=2015-01-01
show --data data --view nation=Canda&asof=2016-13-01
show --data data --data second --view asof=2022-06-28
show --data nowhere
check --data data
check --data damaged
check --data worn
export --data data --format csv -o view.csv
export --data data --format pptx --size 1x1
export --data data --format png --size 1x1
export --data data --format svg --template story.txt
export --data data --format pptx --template story.txt
export --data data --format csv -o nowhere/view.csv
export --data data --format csv -o data
corrections --data data view.csv
corrections --data data story.txt nowhere.txt
corrections --data data ?edition=1.deadbeef
read --data data story.txt
read --data data nowhere.txt data broken.docx broken.pdf empty.txt old.txt foreign.txt
read --data nowhere story.txt
read --data data --to copy story.txt
read --data data --to copy story.txt --about 1=nobody
intake --report --data data
intake --report --data copy
import places.csv --to fresh
import places.csv --to fresh --dry-run --accept-proposals
import wide_years.csv --to wide --accept-proposals --problems problems.csv
import view.csv --to data --dry-run
import broken.docx --to fresh
import empty.txt --to fresh
import nowhere.csv --to fresh
import places.csv --to fresh --date 2999-01-01
import places.csv --to damaged
backup --data data -o kept.zip
backup --data data -o kept.zip
restore kept.zip --data back
restore kept.zip --data back
restore story.txt --data other
sync --data back
sync --data back --database sqlite:///kept.db
sync --data back --database sqlite:///kept.db
sync --data nowhere --database sqlite:///kept.db
geocode Tapa --data data
geocode Springfield --country LVA --data data
geocode Springfield --country XYZ --data data
geocode Adazi --country LVA --accept 99 --data data
geocode Adazi --country LVA --accept 1 --data back
"""
ALLOWED = (
    # What Python's own reader of the command line says, for which it takes only the system's catalogues.
    "usage:", "options:", "positional arguments:", "show this help message and exit", "invalid choice:",
    # What the system says of a file.
    "No such file or directory",
)  # fmt: skip
"""What stands outside of brackets, and why it may."""
_CODES = re.compile(r"EASTFLANK_[A-Z]+|\[[a-z_]+\]$|(?<![\w-])--?[a-z-]+|\{[a-z,]+\}", re.MULTILINE)
"""Variables; names of checks, by which a curator answers them; options, and their choices."""


STORY = "Canada will keep its 450 soldiers in Latvia until 2023."
"""An article."""


def _known(folder: Path) -> re.Pattern[str]:
    """What finds what the gazetteer, the schema and the tables that are brought say, and the commands' names."""
    said = {
        STORY.strip(),
        "year",
        "troops",
        *FIELDS,
        *(f"{name}.csv" for name in TABLES),
        *command_line.VERBS,
        "python -m eastflank",
    }
    for name in TABLES:
        said |= {*getattr(RECORD, name).columns}
    for file in (*folder.glob("*.csv"), GAZETTEER / "bases.csv", FOLDER / "places.csv"):
        with file.open(encoding="utf-8", newline="") as text:
            between = ";" if ";" in text.readline() else ","
            said |= {" ".join(cell.split()) for row in csv.reader(text, delimiter=between) for cell in row}
            text.seek(0)
            said |= {*text.readline().strip().split(between)}
    return any_of(said)


def _made(folder: Path) -> None:
    """What the calls name."""
    for name in ("data", "copy"):
        shutil.copytree(FOLDER, folder / name)
        (folder / name / "gazetteer").symlink_to(GAZETTEER)
    shutil.copytree(Path(__file__).parents[1] / "second_theatre", folder / "second")
    for name, outcome in (("damaged", "error"), ("worn", "finding")):
        (folder / name).mkdir()
        root = good(folder / name)
        next(damage for damage in DAMAGES if damage.outcome == outcome).inflict(root)
        for one in root.iterdir():
            one.rename(folder / name / one.name)
    samples = Path(__file__).parents[1] / "tables" / "samples"
    for name in ("places.csv", "wide_years.csv"):
        shutil.copy(samples / name, folder)
    story = (
        "RIGA, July 10, 2018 – Canada will keep its 450 soldiers in Latvia until 2023. Nobody knows more.\n"
    )
    (folder / "story.txt").write_text(story, encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    (folder / "old.txt").write_bytes(b"Caf\xe9 au lait")
    (folder / "foreign.txt").write_text("Die Brigade wird nach Litauen verlegt. " * 9, encoding="utf-8")
    for name in ("broken.docx", "broken.pdf"):
        (folder / name).write_bytes(b"%PDF-1.4 nothing" if name.endswith("pdf") else b"PK\x03\x04nothing")


def _told(call: str) -> str:
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), contextlib.suppress(SystemExit):
        main(shlex.split(call.replace("&", r"\&")))
    return f"{out.getvalue()}\n{err.getvalue()}"


def left_over(folder: Path, every: int) -> Iterator[tuple[str, list[str]]]:
    """By call, the lines that say something in another language; of the calls each so many-th is made."""
    known, names = _known(folder), names_of(RECORD)
    helps = [f"{verb} --help" for verb in command_line.VERBS]
    for call in [*CALLS.strip().splitlines(), *helps][::every]:
        said = told = _told(call)
        for one in ALLOWED:
            said = said.replace(one, " ")
        for pattern in (known, names, _CODES, any_of([*call.split(), "story"])):
            said = pattern.sub(" ", said)
        if call.endswith("--help"):
            said = re.sub(r"\b[A-Z0-9]+\b", " ", said)  # what stands for the values of options
        lines = [*dict.fromkeys(foreign(said, names))]
        if lines or not told.strip():
            yield call, lines


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        _made(Path(made))
        os.chdir(made)
        answer: Mapping[str, list[str]] = dict(left_over(Path(made), int(sys.argv[1])))
        sys.stdout.write(json.dumps(answer, ensure_ascii=False, indent=1))
