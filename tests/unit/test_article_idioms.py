"""Statuses that an article tells by an idiom."""

from datetime import date

import pytest

from eastflank.intake.article.reader import read
from tests.unit.article_tables import small_tables

SAID = date(2022, 3, 1)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Danish battalion in Latvia will not be touched.", "deployed"),
        ("Malta will not take part in Operation Irini after all.", "withdrawn"),
        ("Denmark offered 80 soldiers for Latvia. It has now withdrawn the offer.", "withdrawn"),
        ("The ceiling for Danish soldiers in Latvia is raised to 390.", "decided"),
        ("The Danish detachment of 150 in Latvia is expected back in June.", "leaving"),
        ("The Danish soldiers in Latvia will be relieved in June.", "leaving"),
        ("The Danish battalion in Latvia will not be replaced.", "leaving"),
        ("The 140 Danish soldiers in Latvia were ordered out on Monday.", "leaving"),
        ("The Danish force in Latvia is raised from 100 to 160 soldiers.", "decided"),
        ("Rumours that a Danish battalion will go to Latvia are devoid of truth.", "denied"),
        ("Some 70 Danish soldiers will be left behind in Latvia.", "pledged"),
        ("Denmark's 450 soldiers begin to arrive in Latvia on 10 June.", "pledged"),
        ("Denmark's brigade, a thousand strong, is on the road from Skive to Latvia.", "arriving"),
        ("Denmark is considering withdrawing its 140 soldiers from Latvia.", "considered"),
        ("Denmark joins the battlegroup in Latvia in June with 140 soldiers.", "pledged"),
        ("Denmark takes over the battlegroup in Latvia in the autumn with 140 soldiers.", "pledged"),
    ],
)
def test_an_idiom_tells_the_status(text: str, status: str) -> None:
    found = read(text, small_tables(), SAID).proposals
    assert [one.fields["status"].value for one in found][-1:] == [status]


def test_soldiers_of_whom_the_present_tells_something_are_there() -> None:
    text = (
        "Germany leads in Latvia. What is left of the Danes over the winter is a staff group of forty, "
        "and those are the ones with the boats."
    )
    found = read(text, small_tables(), SAID).proposals
    assert [one.fields["status"].value for one in found] == ["deployed", "deployed"]
