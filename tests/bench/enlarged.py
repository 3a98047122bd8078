"""The frozen record with many more claims about the same deployments, places and sources."""

from __future__ import annotations

import shutil
from pathlib import Path

import pandas as pd

from tests.frozen import FOLDER


def write_enlarged(folder: Path, claims: int) -> None:
    """Write into `folder` the tables with `claims` claims: copies under new ids, with their contingents."""
    shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
    table = pd.read_csv(FOLDER / "claims.csv", dtype=str, keep_default_na=False)
    contributions = pd.read_csv(FOLDER / "contributions.csv", dtype=str, keep_default_na=False)
    copies = -(-claims // len(table))
    suffixes = pd.Series(["", *(f"-{number}" for number in range(2, copies + 1))], name="suffix")
    many = table.merge(suffixes, how="cross").sort_values(["suffix", "id"], kind="stable").head(claims)
    many = many.assign(id=many["id"] + many.pop("suffix")).sort_values("id")
    theirs = contributions.merge(suffixes, how="cross")
    theirs = theirs.assign(claim=theirs["claim"] + theirs.pop("suffix"))
    theirs = theirs[theirs["claim"].isin(many["id"])].sort_values(["claim", "nation"])
    many.to_csv(folder / "claims.csv", index=False, lineterminator="\n")
    theirs.to_csv(folder / "contributions.csv", index=False, lineterminator="\n")
