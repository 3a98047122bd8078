"""Hosts and senders from elsewhere in the article, ships and aircraft, and what says too little for a claim."""

from datetime import date

import pytest

from eastflank.intake.article.proposals import Proposal, ProposalKind, Reason
from eastflank.intake.article.reader import read
from tests.unit.article_tables import small_tables

SAID = date(2022, 3, 1)


def _found(text: str) -> list[Proposal]:
    return [one for one in read(text, small_tables(), SAID).proposals if one.kind is ProposalKind.DEPLOYMENT]


def _values(one: Proposal) -> dict[str, str]:
    return {name: field.value for name, field in one.fields.items()}


def test_a_town_gives_its_country_by_the_words_that_name_it() -> None:
    text = "Some 300 German soldiers are stationed in Rukla.\n\nLithuania is grateful, its president said."
    (one,) = _found(text)
    assert (one.fields["place"].value, one.fields["host"].value) == ("Rukla", "LTU")
    (span,) = one.fields["host"].spans
    assert text[span.start : span.stop] == "Lithuania"


def test_a_town_gives_no_country_that_the_article_does_not_name() -> None:
    (one,) = _found("Some 300 German soldiers are stationed in Rukla.")
    assert "host" not in one.fields


def test_the_paragraphs_before_give_the_country_where_there_was_one_alone() -> None:
    text = (
        "Latvia. The alliance has a battlegroup in Latvia.\n\nSpain will send another 150 soldiers in June."
    )
    assert _values(_found(text)[-1])["host"] == "LVA"
    several = text.replace("in Latvia.", "in Latvia and one in Estonia.")
    assert "host" not in _values(_found(several)[-1])


def test_a_parliament_speaks_of_its_own_soldiers() -> None:
    text = (
        "Senate of the Parliament of the Czech Republic\n\nThe minister answered.\n\n"
        "Up to 390 soldiers will be sent to Mali.\n"
    )
    assert _values(_found(text)[-1])["lead"] == "CZE"


def test_a_force_that_returns_has_not_its_home_for_a_place() -> None:
    (one,) = _found("Spain will withdraw its 130 soldiers from Latvia to Rukla in July.")
    assert one.fields["status"].value == "leaving"
    assert "place" not in one.fields


@pytest.mark.parametrize(
    ("claim", "lead"),
    [
        ("Belgian F-16s began their watch in Lithuania.", "BEL"),
        ("American fighter aircraft will be based in Norway.", "USA"),
    ],
)
def test_ships_and_aircraft_of_a_nation_that_serve_somewhere_are_a_force(claim: str, lead: str) -> None:
    text = f"About 800 German soldiers are stationed in Estonia.\n\n{claim}"
    assert _values(_found(text)[-1])["lead"] == lead


@pytest.mark.parametrize(
    "claim", ["Norway will buy four frigates from Germany.", "Denmark has donated its F-16s to Ukraine."]
)
def test_ships_and_aircraft_that_are_bought_or_given_away_are_none(claim: str) -> None:
    text = f"About 800 German soldiers are stationed in Estonia.\n\n{claim}"
    assert len(_found(text)) == 1


def test_what_names_no_speaker_before_a_colon_is_no_speaker() -> None:
    text = (
        "First: Estonia. Some 900 British soldiers are stationed in Tapa.\n\n"
        "Second: Latvia. Some 600 Spanish soldiers are stationed there.\n"
    )
    assert all("speaker" not in one.fields for one in _found(text))


def test_a_speaker_is_named_with_the_letters_of_any_latin_alphabet() -> None:
    text = (
        "Deputy Minister Šimon Šebesta: Our 60 soldiers are in Mali.\n\n"
        "Senator Vlasta Hudcová: Thank you.\n\nDeputy Minister Šimon Šebesta: About 120 soldiers will go to Iraq.\n"
    )
    assert {one.fields["speaker"].value for one in _found(text)} == {"Šimon Šebesta"}


def test_what_says_too_little_is_passed_over_with_its_reason() -> None:
    text = "About 800 German soldiers are stationed in Estonia. The battlegroup drew crowds.\n\nThe troops danced."
    reading = read(text, small_tables(), SAID)
    assert len([one for one in reading.proposals if one.kind is ProposalKind.DEPLOYMENT]) == 1
    assert all(one.reason in set(Reason) for one in reading.passed_over)


def test_a_country_that_is_visited_is_not_the_one_whose_parliament_speaks() -> None:
    text = (
        "House of Commons\n\nEstonia is on the list. There is a battlegroup in Estonia.\n\n"
        "Another 150 soldiers will be sent to Latvia.\n"
    )
    assert "lead" not in _values(_found(text)[-1])


def test_a_sentence_that_names_another_nation_is_not_about_the_sender_before_it() -> None:
    text = "Spain sent 200 soldiers to Latvia. A police unit from Denmark came over in June."
    found = [one for one in _found(text) if one.quote.start > text.index(". ")]
    assert all("ESP" not in _values(one).values() for one in found)


def test_where_somebody_speaks_is_not_where_the_troops_are() -> None:
    text = (
        "Canada has 800 soldiers in Latvia.\n\nThe general told reporters in Estonia.\n\n"
        "Spain will send another 150 soldiers in June."
    )
    assert _values(_found(text)[-1])["host"] == "LVA"


@pytest.mark.parametrize(
    "claim",
    [
        "Denmark keeps 200 soldiers with the British battlegroup in Estonia.",
        "The 200 Danish soldiers in Estonia serve under British command.",
        "The Danish contingent in the British-led battlegroup in Estonia has 200 soldiers.",
    ],
)
def test_who_serves_in_the_unit_of_another_nation_contributes_and_the_other_leads(claim: str) -> None:
    (one,) = _found(claim)
    values = _values(one)
    assert (values["lead"], values["contributors"]) == ("GBR", "DNK")
    assert values["contributor_troops"] == "DNK=200-200"
    assert "troops_low" not in values


@pytest.mark.parametrize(
    ("claim", "status"),
    [
        ("The stay of the 200 Danish soldiers in Estonia has been prolonged.", "decided"),
        ("A convoy of 200 Danish soldiers crossed into Estonia on Monday.", "arriving"),
        ("Denmark takes command of the battlegroup in Estonia tomorrow.", "pledged"),
        ("The stationing of 200 Danish soldiers in Estonia is under consideration.", "considered"),
    ],
)
def test_the_status_follows_what_is_said_of_the_force(claim: str, status: str) -> None:
    assert _values(_found(claim)[0])["status"] == status


def test_a_day_on_which_troops_are_counted_is_not_when_they_came() -> None:
    (counted,) = _found("In January there were 200 Danish soldiers in Estonia.")
    assert "starts" not in counted.fields
    (since,) = _found("Since January there have been 200 Danish soldiers in Estonia.")
    assert since.fields["starts"].value == "2022-01"


def test_the_letter_before_an_answer_names_nobody() -> None:
    text = (
        "Q: How many are there?\n\nA: Canada has 800 soldiers in Latvia.\n\nQ: And Spain?\n\n"
        "A: Spain will send 300 soldiers to Latvia.\n"
    )
    found = _found(text)
    assert found
    assert all("speaker" not in one.fields for one in found)


def test_a_whole_article_with_few_unsure_deployments_is_about_something_else() -> None:
    unsure = "In Tapa there are about 300 soldiers."
    assert len(_found(unsure)) == 1, "an excerpt is about what it says"
    else_ = "The bakery opened. It sells bread. The mayor came. The choir sang. "
    reading = read(else_ + unsure, small_tables(), SAID)
    assert not [one for one in reading.proposals if one.kind is ProposalKind.DEPLOYMENT]
    assert Reason.DOUBTFUL in {one.reason for one in reading.passed_over}, "it is shown with its reason"
    plain = "Canada has 800 soldiers in Latvia."
    assert len(_found(else_ + plain)) == 1, "what the clause says by itself is kept"


def test_a_town_is_not_carried_to_the_next_sentence_and_a_country_is() -> None:
    found = _found("Germany has 900 soldiers at Rukla in Lithuania. It will send another 200 soldiers there.")
    assert [one.fields["host"].value for one in found] == ["LTU", "LTU"]
    assert ["place" in one.fields for one in found] == [True, False]


def test_the_nation_whose_forces_an_article_is_about_sends_what_names_no_sender() -> None:
    text = (
        "German soldiers live in Rukla.\n\nGerman troops like it.\n\nThe town is small.\n\n"
        "Another 200 soldiers will be stationed in Lithuania in June."
    )
    assert _values(_found(text)[-1])["lead"] == "DEU"
    mixed = text.replace("German troops", "British troops, Dutch soldiers and Danish soldiers")
    assert "lead" not in _values(_found(mixed)[-1])


def test_an_army_that_publishes_an_article_sends_what_names_no_sender() -> None:
    text = "U.S. Army Europe\nPRESS RELEASE\n\nThe brigade will go to Poland with 3,500 soldiers in January."
    assert _values(_found(text)[-1])["lead"] == "USA"


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("Germany has 200 soldiers in Rukla, the hub for aid to Ukraine.", None),
        ("In all the United States keeps 28,500 troops in Latvia.", "LVA"),
    ],
)
def test_a_country_that_is_helped_or_acts_is_no_host(text: str, host: str | None) -> None:
    assert _values(_found(text)[-1]).get("host") == host


def test_soldiers_of_an_army_are_of_its_nation() -> None:
    assert _values(_found("About 130 soldiers of the Bundeswehr are in Latvia.")[-1])["lead"] == "DEU"
