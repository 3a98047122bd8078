"""Every symbol that a scene can hold is a valid one, and its frame says whether the unit is there."""

import itertools
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from milsymbol import Symbol as MilSymbol

from eastflank.model import Standing
from eastflank.render.symbols import SHEET, sidc, svg
from eastflank.scene.drawn import Symbol, symbol_words
from eastflank.store import schema
from tests.frozen import FOLDER, RECORD
from tests.symbol_sheet import drawn

COLUMNS = {field.name: field.enum for field in schema.read(FOLDER)["deployments"].fields}
KIND = RECORD.theatre.kinds
EVERY = [
    Symbol(kind, echelon, standing, multinational)
    for kind, echelon, standing, multinational in itertools.product(
        KIND.values(), (None, *COLUMNS["echelon"]), Standing, (True, False)
    )
]


def test_every_code_is_one_that_the_standard_knows() -> None:
    assert len(EVERY) > 100
    wrong = [symbol for symbol in EVERY if not MilSymbol(sidc(symbol)).is_valid()]
    assert not wrong


def test_the_shipped_sheet_is_what_the_library_draws() -> None:
    assert json.loads(SHEET.read_text(encoding="utf-8")) == drawn()


def test_every_code_has_twenty_digits_and_tells_planned_from_present() -> None:
    for symbol in EVERY:
        assert re.fullmatch(r"[0-9]{20}", sidc(symbol))
        assert sidc(symbol)[6] == ("0" if symbol.standing == Standing.PRESENT else "1")


def test_symbols_look_alike_exactly_where_their_words_are_the_same() -> None:
    present = [symbol for symbol in EVERY if symbol.standing == Standing.PRESENT]
    looks = {(sidc(symbol), symbol_words(symbol)) for symbol in present}
    assert (
        len({look for look, _ in looks})
        == len({said for _, said in looks})
        == len(looks)
        > len(COLUMNS["echelon"])
    )


def test_no_kind_of_the_shipped_dataset_claims_a_branch() -> None:
    assert {sidc(symbol)[10:16] for symbol in EVERY} == {"000000"}
    assert not any("mechanised" in symbol_words(symbol) for symbol in EVERY)
    tracked = replace(KIND["brigade"], symbol="mechanised")
    assert sidc(Symbol(tracked, "brigade", Standing.PRESENT, multinational=False))[10:16] == "121102"


def gaps(symbol: Symbol) -> list[tuple[float, float]]:
    """The white patterns laid over the frame: how long it is hidden, and how long it is then seen."""
    paths = ET.fromstring(svg(symbol)).iter("{http://www.w3.org/2000/svg}path")  # noqa: S314 - our own text
    found = [path.get("stroke-dasharray") for path in paths if path.get("stroke") == "#ffffff"]
    return [tuple(float(part) for part in dashes.split(",")) for dashes in found if dashes]  # type: ignore[misc]


@pytest.mark.parametrize("kind", KIND)
def test_a_planned_frame_is_broken_into_long_dashes_and_a_considered_one_into_dots(kind: str) -> None:
    def symbol(standing: Standing) -> Symbol:
        return Symbol(KIND[kind], "battalion", standing, multinational=True)

    assert gaps(symbol(Standing.PRESENT)) == []
    ((gap, dash),) = gaps(symbol(Standing.PLANNED))
    assert dash > gap
    ((gap, dot),) = gaps(symbol(Standing.CONSIDERED))
    assert dot < gap
    assert dot <= 4  # the frame is 4 wide


def test_every_drawing_is_xml_in_the_pages_own_font() -> None:
    for symbol in EVERY:
        drawn = svg(symbol)
        assert ET.fromstring(drawn).tag == "{http://www.w3.org/2000/svg}svg"  # noqa: S314
        assert "Arial" not in drawn
