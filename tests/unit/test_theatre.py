"""What a dataset says of its part of the world, as values."""

from eastflank.model.theatre import LeadColours


def test_a_lead_has_one_colour_on_a_light_page_and_one_on_a_dark_page() -> None:
    colours = LeadColours("#111111", "#eeeeee")
    assert (colours.on("light"), colours.on("dark")) == ("#111111", "#eeeeee")
