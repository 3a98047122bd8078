"""Sizes: the same for the page and for pictures, recorded here if no law determines them."""

import json
from dataclasses import asdict, fields

from eastflank.scene import look
from tests.golden import Golden


def test_the_page_is_told_the_sizes_that_are_recorded(golden: Golden) -> None:
    """Golden pictures hold those of paper; these are what the scripts of the page draw with."""
    golden("look.json", json.dumps(look.for_the_page(), indent=1) + "\n")


def test_no_letter_is_too_small_to_read_and_names_of_countries_are_the_quietest_but_regions() -> None:
    sizes = asdict(look.TYPE)
    assert min(sizes.values()) >= 10
    assert sizes["region"] < sizes["country"] < sizes["capital"] < sizes["card"] <= sizes["sea"]


def test_on_paper_no_line_and_no_tile_of_the_ground_is_finer_than_on_the_screen() -> None:
    for field in fields(look.Ground):
        paper, screen = (getattr(ground, field.name) for ground in (look.ON_PAPER, look.ON_SCREEN))
        if isinstance(paper, look.Pen):
            assert paper.width > screen.width
            assert len(paper.dash) == len(screen.dash)
            assert all(one >= other for one, other in zip(paper.dash, screen.dash, strict=True))
        else:
            assert (paper.tile > screen.tile, paper.mark > screen.mark) == (True, True)
            assert paper.turn == screen.turn
            assert paper.mark * 2 < paper.tile
