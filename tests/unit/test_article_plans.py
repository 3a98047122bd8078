"""Verbs that mean another status than their form says, and the days that belong to a claim."""

from datetime import date

import pytest

from eastflank.intake.article.proposals import ProposalKind
from eastflank.intake.article.reader import read
from tests.unit.article_tables import small_tables

SAID = date(2022, 3, 1)


def _last(text: str) -> dict[str, str]:
    found = read(text, small_tables(), SAID).proposals
    return {
        name: field.value
        for name, field in next(
            one for one in reversed(found) if one.kind is ProposalKind.DEPLOYMENT
        ).fields.items()
    }


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Germany has agreed to leave its 200 soldiers in Latvia.", "agreed"),
        ("Germany will leave 200 soldiers in Latvia.", "pledged"),
        ("The 200 German soldiers in Latvia will leave in May.", "leaving"),
        ("A German battalion goes to Latvia.", "pledged"),
        ("A German battalion went to Latvia.", "deployed"),
        ("Up to 200 German soldiers may be stationed in Latvia.", "decided"),
        ("German soldiers may be stationed in Latvia.", "considered"),
    ],
)
def test_the_status_is_what_the_verb_means(text: str, status: str) -> None:
    assert _last(text)["status"] == status


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ("Germany will keep 200 soldiers in Latvia until the end of the year.", "ends", "2022-12-31"),
        ("Germany pulled 260 soldiers out of Latvia in January and February.", "ends", "2022-01/2022-02"),
        ("Germany has prolonged its mission in Latvia until 2029.", "ends", "2029"),
        ("As of 1 February, 385 German soldiers were serving in Latvia.", "starts", None),
        ("Germany, which voted in December, will send 200 soldiers to Latvia.", "starts", None),
        ("German soldiers have been withdrawing from Latvia since 10 February.", "ends", None),
    ],
)
def test_a_day_belongs_to_what_begins_or_ends_on_it(text: str, name: str, value: str | None) -> None:
    assert _last(text).get(name) == value
