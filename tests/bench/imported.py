"""A long table from its file to the map, beside the record as it is: `make bench ARGS="--only imported"`.

The import runs as its command does, in a process of its own. Its claims are then accepted, and the page is
opened on them, without a browser: first view, filters that nobody chose before, and views that were made.
"""

from __future__ import annotations

import json
import logging
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from statistics import median

from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Multiselect

from eastflank.curation import table_drafts
from eastflank.store import edits, tables
from eastflank.ui import checking, data
from tests.bench.long_table import write_long
from tests.frozen import FOLDER

_SCRIPT = Path(__file__).parents[2] / "eastflank" / "ui" / "script.py"
_PATIENCE = 3_600
"""Seconds that one run of the page may take."""
_FILTERS = 12


def _run(*arguments: str) -> tuple[str, float]:
    """What a Python process prints, and how many seconds it takes by the clock."""
    began = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout, time.perf_counter() - began


def _accept(folder: Path) -> float:
    """Mark every draft of the dataset as reviewed; return the seconds of the processor."""
    began = time.process_time()
    dataset = tables.read(folder)
    asked = [
        edit
        for source, claims in table_drafts.waiting(dataset).items()
        for edit in table_drafts.accepting(dataset, source, claims)
    ]
    edits.make(
        folder, asked, who="bench", when=date(2026, 1, 1), reason="measured", expected=dataset.version,
        before=dataset,
    )  # fmt: skip
    return time.process_time() - began


def page_times(folder: Path) -> dict[str, float]:
    """Seconds of the processor for runs of the page on a dataset, and its process's memory in GB."""
    os.environ["EASTFLANK_DATA"] = str(folder)
    logging.getLogger("streamlit").setLevel(logging.ERROR)  # it warns that no browser is there
    app = AppTest.from_file(str(_SCRIPT), default_timeout=_PATIENCE)
    first = _timed(app.run)
    while checking.findings_so_far(data.load()) is None:  # the check in the background is no part of a click
        time.sleep(0.5)
    names = list(_nations(app).options)
    chosen = [[name] for name in names[:8]] + [names[at : at + 2] for at in range(_FILTERS - 8)]
    for each in chosen[:2]:  # what is loaded at the first filter is no part of it
        _timed(_nations(app).set_value(each).run)
    new = [_timed(_nations(app).set_value(each).run) for each in chosen[2:]]
    known = [_timed(_nations(app).set_value(each).run) for each in chosen[2:]]
    return {
        "the first view": first,
        "a new filter, median": median(new),
        "a new filter, worst": max(new),
        "a view made before, median": median(known),
        "memory, GB": _most_memory(),
    }


def _most_memory() -> float:
    """The most memory that this process had, in GB; `ru_maxrss` would count that of its parent too."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1e6


def _nations(app: AppTest) -> Multiselect:
    return next(one for one in app.multiselect if str(one.key).startswith("nation"))


def _timed(run: Callable[[], object]) -> float:
    began = time.process_time()
    run()
    return time.process_time() - began


def print_imported(rows: int) -> None:
    """Each step of a table of so many rows, and the page beside that of the frozen record."""
    with tempfile.TemporaryDirectory() as spare:
        table, folder = Path(spare) / "long.csv", Path(spare) / "own"
        write_long(table, rows)
        _, took = _run("eastflank", "import", str(table), "--to", str(folder), "--accept-proposals")
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        print(f"\n{rows:,} rows")
        print(f"{'import, by the clock':34}{took:10,.1f} s")
        print(f"{'import, of the processor':34}{used.ru_utime + used.ru_stime:10,.1f} s")
        print(f"{'import, memory':34}{used.ru_maxrss / 1e6:10,.2f} GB")
        accepted = float(_run(__spec__.name, "accept", str(folder))[0])
        print(f"{'accepting all of it':34}{accepted:10,.1f} s of the processor")
        columns = [json.loads(_run(__spec__.name, "page", str(place))[0]) for place in (FOLDER, folder)]
        print(f"{'page, seconds of the processor':34}{'as it is':>10}{'imported':>10}{'times':>8}")
        for step in columns[0]:
            as_it_is, imported = (column[step] for column in columns)
            print(f"{step:34}{as_it_is:10,.2f}{imported:10,.2f}{imported / as_it_is:8,.1f}")


def main(arguments: Sequence[str]) -> None:
    """One step for `print_imported`, in a process of its own: `accept FOLDER`, or `page FOLDER` as JSON."""
    step, folder = arguments
    print(_accept(Path(folder)) if step == "accept" else json.dumps(page_times(Path(folder))))


if __name__ == "__main__":
    main(sys.argv[1:])
