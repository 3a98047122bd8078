"""Draws the sheet of APP-6 symbols anew: `python -m tests.symbol_sheet`, after milsymbol or a code has changed.

milsymbol's tables hold every symbol of the standard and take 130 MB and half a second in each process. A map
needs some 200 of them, so these are drawn once and shipped.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterator, Mapping
from importlib import metadata
from typing import get_args

from milsymbol import Symbol as MilSymbol

from eastflank.model import Standing
from eastflank.model.kinds import Drawn, Kind
from eastflank.render.symbols import SHEET, sidc
from eastflank.scene.drawn import Symbol
from eastflank.store import schema
from tests.frozen import FOLDER

SIZE = 24
"""Pixels; the frame is about 1.6 times as wide."""


def every() -> Iterator[Symbol]:
    """Every symbol that a scene can hold."""
    echelons = next(
        field.enum for field in schema.read(FOLDER)["deployments"].fields if field.name == "echelon"
    )
    for sign, echelon, standing, multinational in itertools.product(
        get_args(Drawn), (None, *echelons), Standing, (True, False)
    ):
        yield Symbol(Kind("kind", "kind", "kinds", 0, symbol=sign), echelon, standing, multinational)


def drawn() -> Mapping[str, str]:
    """Each of them as an SVG document, by its code."""
    return {code: str(MilSymbol(code, size=SIZE).as_svg()) for code in sorted({sidc(one) for one in every()})}


def main() -> None:
    """Write the sheet, its checksum and its licence."""
    SHEET.parent.mkdir(exist_ok=True)
    SHEET.write_text(json.dumps(drawn(), indent=0) + "\n", encoding="utf-8")
    package = metadata.distribution("milsymbol")
    licence = SHEET.with_name("LICENSE")
    licence.write_text(package.read_text("licenses/LICENSE") or "", encoding="utf-8")
    listed = {
        "about": "APP-6 symbols, drawn with the milsymbol package by tests/symbol_sheet.py.",
        "packages": [
            {
                "name": "milsymbol",
                "version": package.version,
                "licence": "MIT",
                "licence_file": licence.name,
                "origin": "PyPI package milsymbol, a port of milsymbol.js",
            }
        ],
        "files": [
            {
                "file": file.name,
                "package": "milsymbol",
                "sha256": hashlib.sha256(file.read_bytes()).hexdigest(),
            }
            for file in (licence, SHEET)
        ],
    }
    SHEET.with_name("VENDOR.json").write_text(json.dumps(listed, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
