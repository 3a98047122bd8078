"""Words for ships and aircraft."""

from __future__ import annotations

from eastflank.intake.article.word_sets import word_set

SHIPS = word_set(
    "frigate frigates ship ships warship warships destroyer destroyers corvette corvettes submarine "
    "submarines "
    "carrier carriers minehunter minehunters minesweeper minesweepers vessel vessels flotilla"
)
CRAFT = SHIPS | word_set(
    "jet jets fighter fighters aircraft plane planes bomber bombers helicopter helicopters f-16 f-16s "
    "f-35 f-35s "
    "f-15 f-15s f-18 f-18s typhoon typhoons eurofighter eurofighters gripen gripens rafale rafales "
    "mirage mirages "
    "apaches chinooks mig-29 mig-29s tornado tornados awacs"
)
"""Ships and aircraft: a force if a nation sends its own somewhere, arms if they are bought or given."""
