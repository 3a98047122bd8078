"""What a figure in an article counts: a whole, a nation's share, units, or nothing."""

from datetime import date

import pytest

from eastflank.intake.article.reader import read
from tests.unit.article_tables import small_tables

SAID = date(2022, 3, 1)


def _fields(text: str) -> dict[str, str]:
    (found,) = read(text, small_tables(), SAID).proposals
    return {name: field.value for name, field in found.fields.items()}


@pytest.mark.parametrize(
    "text",
    [
        "Danish soldiers of Panserbataljon 393 are stationed in Latvia.",
        "A company or two of Danish soldiers is stationed in Latvia.",
        "The Danish soldiers have been in Latvia for six and a half years.",
    ],
)
def test_numbers_that_count_no_soldiers_are_no_strength(text: str) -> None:
    found = _fields(text)
    assert found["host"] == "LVA" and not {"troops_low", "troops_high"} & set(found)


def test_a_figure_that_is_only_a_nations_share_counts_a_contingent() -> None:
    found = _fields("In Latvia, 140 Danish soldiers joined the multinational battlegroup.")
    assert (found["contributor_troops"], found["counts"]) == ("DNK=140-140", "contingent")


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("The Danish company in Latvia goes home in May.", "1"),
        ("Denmark's tank squadron has been in Latvia since May.", "1"),
        ("A Danish infantry battalion goes to Latvia.", "1"),
        ("Danish soldiers of the armoured brigade are stationed in Latvia.", None),
        ("The Danish units are stationed in Latvia.", None),
    ],
)
def test_a_unit_named_alone_is_one_unit(text: str, units: str | None) -> None:
    assert _fields(text).get("unit_count") == units


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The Danish contingent in Latvia numbers 250 soldiers.", "contingent"),
        ("In Tapa there have been some 220 Danes with the British battlegroup since May.", "contingent"),
        ("Denmark will boost its force in Latvia by up to 250 soldiers.", "increment"),
        ("Denmark will raise its contingent in Latvia by 250 soldiers.", "increment"),
        ("Denmark has 250 soldiers in Latvia.", "whole"),
    ],
)
def test_the_words_beside_a_figure_say_what_it_counts(text: str, counts: str) -> None:
    assert _fields(text)["counts"] == counts
