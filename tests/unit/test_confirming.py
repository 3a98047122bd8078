"""What is filled in, replaced or left open once the rules and the second opinion are weighed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.intake.article import confirming
from eastflank.intake.article.confirming import BAR, confirmed, nations, status
from eastflank.intake.article.proposals import ArticleSpan, Proposal, ProposalKind, ReadField, Surety
from tests.unit.claim_opinions import FAR, NEAR, STATUSES, SURE, UNSURE, said

QUOTE = ArticleSpan(100, 200)
BARS = {"lead": 0.55, "contributors": 0.55, "host": 0.5, "counts": 0.5}
WEIGHTS = {
    **dict.fromkeys(("lead", "contributors", "host"), (1.0, 3.0, 3.0, 0.0, -2.0)),
    "status": (1.0, 3.0, 1.0, 0.0),
    "counts": (1.0, 3.0, 3.0, 0.0),
    "place": (1.0, 3.0, 0.0),
    "strength": (0.3, 0.1, 2.0, -1.0),
    "share": (0.3, 0.1, 2.0, -1.0),
    "day": (1.0, 0.0),
    "speaker": (1.0, 0.0),
}


@pytest.fixture(autouse=True)
def _plain_weights(monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights and bars of these tests, so that a new fit changes none of them."""
    monkeypatch.setattr(confirming, "WEIGHTS", WEIGHTS)
    monkeypatch.setattr(confirming, "BARS", BARS)


def _proposal(surety: Surety = Surety.PLAIN, **values: str) -> Proposal:
    fields = {name: ReadField(value, (NEAR,)) for name, value in values.items()}
    return Proposal(ProposalKind.DEPLOYMENT, QUOTE, fields, surety)


def test_what_both_read_stays_with_the_characters_that_the_rules_read() -> None:
    one = _proposal(lead="CAN", host="LVA", status="deployed")
    found = confirmed(one, said(lead={"CAN": SURE, "LVA": -SURE}, host={"LVA": SURE, "CAN": -SURE}))
    assert found == one


def test_a_nation_of_which_the_second_opinion_is_sure_is_filled_in_with_the_characters_that_name_it() -> None:
    found = confirmed(_proposal(status="deployed"), said(lead={"CAN": SURE}, host={"LVA": SURE}))
    assert found.fields["lead"] == ReadField("CAN", (FAR,), weighed=True)
    assert found.fields["host"] == ReadField("LVA", (FAR,), weighed=True)
    assert found.surety is Surety.LIKELY  # the clause does not say it by itself


def test_a_value_on_which_they_differ_is_left_open_and_is_kept_as_doubted() -> None:
    found = confirmed(_proposal(lead="CAN", status="deployed"), said(lead={"CAN": -1.0, "LVA": -SURE}))
    assert "lead" not in found.fields
    assert found.doubted["lead"].value == "CAN"
    assert found.surety is Surety.LIKELY
    assert "lead" not in found.not_stated  # it is in doubt, and not missing


def test_a_value_that_the_second_opinion_rules_out_is_replaced() -> None:
    told = said(lead={"CAN": -99.0, "DEU": 99.0})
    assert confirmed(_proposal(lead="CAN", status="deployed"), told).fields["lead"].value == "DEU"


def test_several_nations_that_no_rule_reads_together_are_in_doubt() -> None:
    found = confirmed(_proposal(status="deployed"), said(host={"LVA": 99.0, "EST": 99.0}))
    assert "host" not in found.fields
    assert found.doubted["host"].value == "EST;LVA"


def test_nations_that_only_the_second_opinion_adds_do_not_join_the_one_that_the_rules_read() -> None:
    one = _proposal(host="HTI", status="denied")
    found = confirmed(one, said(host={"HTI": 99.0, "MOZ": 99.0}, status="denied"))
    assert found.fields["host"].value == "HTI"


def test_a_nation_is_in_doubt_in_one_role_only() -> None:
    found = confirmed(_proposal(status="deployed"), said(lead={"ESP": 2.0}, contributors={"ESP": 2.1}))
    assert [name for name in ("lead", "contributors") if name in {*found.fields, *found.doubted}] == [
        "contributors"
    ]


def test_an_adversary_sends_no_deployment() -> None:
    told = said(lead={"RUS": 99.0}, host={"RUS": 99.0})
    found = confirmed(_proposal(status="deployed"), told, frozenset(("RUS",)))
    assert "lead" not in found.fields
    assert found.fields["host"].value == "RUS"


def test_a_status_of_the_second_opinion_has_the_word_that_tells_it() -> None:
    found = confirmed(_proposal(lead="CAN"), said(lead={"CAN": SURE}, status="pledged"))
    assert found.fields["status"] == ReadField("pledged", (NEAR,), weighed=True)


def test_a_status_of_which_nobody_is_sure_is_left_open() -> None:
    found = confirmed(_proposal(lead="CAN"), said(lead={"CAN": SURE}, clear=False))
    assert "status" not in found.fields
    assert "status" in found.doubted


def test_the_strength_of_a_nation_that_only_contributes_becomes_its_share() -> None:
    one = _proposal(lead="CAN", troops_low="450", troops_high="450", counts="contingent", status="deployed")
    told = said(lead={"CAN": -99.0}, contributors={"CAN": 99.0}, counts="contingent", share=SURE)
    found = confirmed(one, told)
    assert found.fields["contributors"].value == "CAN"
    assert found.fields["contributor_troops"].value == "CAN=450-450"
    assert "troops_high" not in found.fields


def test_a_figure_that_is_in_doubt_takes_its_hedge_and_its_sort_with_it() -> None:
    one = _proposal(
        lead="CAN", troops_low="450", troops_high="450", hedge="about", counts="whole", status="deployed"
    )
    found = confirmed(one, said(lead={"CAN": UNSURE}, share=99.0))
    assert {"troops_low", "troops_high", "hedge", "counts"} <= set(found.doubted)
    assert not {"troops_low", "troops_high", "hedge", "counts"} & set(found.fields)


def test_a_figure_stands_whose_own_words_say_what_it_counts() -> None:
    one = _proposal(lead="CAN", troops_low="800", troops_high="1000", counts="unit", status="deployed")
    found = confirmed(one, said(lead={"CAN": UNSURE}, counts="whole", share=99.0))
    assert {"troops_low", "troops_high", "counts"} <= set(found.fields)
    assert found.fields["counts"].value == "unit"


def test_a_day_whose_words_tell_something_else_is_left_open() -> None:
    one = _proposal(lead="CAN", status="deployed", starts="2024-05")
    told = said(lead={"CAN": SURE})
    assert "starts" in confirmed(one, replace(told, words={"starts": 3.0})).fields
    assert confirmed(one, replace(told, words={"starts": -3.0})).doubted["starts"].value == "2024-05"


def test_a_beginning_is_in_doubt_with_its_status() -> None:
    one = _proposal(lead="CAN", starts="2024-05")
    told = replace(said(lead={"CAN": SURE}, clear=False), words={"starts": 3.0})
    assert {"status", "starts"} <= set(confirmed(one, told).doubted)


def test_an_unlikely_place_that_no_rule_reads_is_not_in_doubt() -> None:
    found = confirmed(
        _proposal(lead="CAN", status="deployed"), said(lead={"CAN": SURE}, places={"Riga": -SURE})
    )
    assert not {"place"} & {*found.fields, *found.doubted}


@given(
    odds=st.dictionaries(st.sampled_from(["CAN", "LVA", "DEU"]), st.floats(-20, 20), max_size=3),
    read=st.sampled_from(["", "CAN", "CAN;DEU", "USA"]),
    surety=st.sampled_from(Surety),
)
def test_every_field_has_characters_and_nothing_is_lost(
    odds: dict[str, float], read: str, surety: Surety
) -> None:
    one = _proposal(surety, **({"lead": read} if read else {}), status="deployed")
    found = confirmed(one, said(lead=odds, contributors=odds, host=odds, clear=False))
    assert all(field.spans for field in (*found.fields.values(), *found.doubted.values()))
    assert not set(found.fields) & set(found.doubted)
    chosen = nations("lead", one, said(lead=odds))
    assert 0 <= chosen.chance <= 1
    assert ("lead" in found.fields) == (chosen.field is not None and chosen.chance >= BARS.get("lead", BAR))


@pytest.mark.parametrize("value", STATUSES)
def test_the_more_the_second_opinion_agrees_the_surer_the_status(value: str) -> None:
    one = _proposal(status=value)
    agrees = status(one, said(status=value)).chance
    assert all(status(one, said(status=other)).chance < agrees for other in STATUSES if other != value)
