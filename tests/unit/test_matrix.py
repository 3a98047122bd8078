"""Nations against hosts."""

from eastflank.matrix import matrix
from eastflank.view import view_of
from tests.builders import claim, dataset


def cells(*claims: dict, **tables: list) -> dict[tuple[str, str], str]:
    small = dataset(*claims, **tables)
    found = matrix(view_of(small), small)
    return {(nation, host): text for host in found for nation, text in found[host].items() if text}


def test_a_lead_a_strength_and_a_bare_sender() -> None:
    sent = [
        {"claim": "a", "nation": "CAN", "troops_low": 450, "troops_high": 450, "hedge": "about"},
        {"claim": "a", "nation": "DEU"},
    ]
    found = cells(claim("a", "2016-07-08", status="decided", lead="CAN", host="LVA"), contributions=sent)
    assert found == {("CAN", "LVA"): "leads · about 450", ("DEU", "LVA"): "sends"}


def test_a_set_pairs_nobody() -> None:
    assert cells(claim("a", "2016-06-14", status="agreed", lead="CAN;DEU", host="LVA;LTU")) == {}


def test_two_deployments_in_one_country_say_nothing_twice() -> None:
    sent = [
        {"claim": "a", "nation": "CAN", "troops_low": 450, "troops_high": 450},
        {"claim": "b", "nation": "CAN"},
    ]
    found = cells(
        claim("a", "2016-07-08", status="decided", lead="CAN", host="LVA"),
        claim("b", "2016-07-08", status="decided", deployment="lithuania", lead="CAN", host="LVA"),
        contributions=sent,
    )
    assert found == {("CAN", "LVA"): "leads · 450"}
