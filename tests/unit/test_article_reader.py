"""What the reader of articles proposes, and what it leaves out."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from eastflank.intake.article.answer import answer_of, lines
from eastflank.intake.article.proposals import Proposal, ProposalKind, Reason, Surety
from eastflank.intake.article.reader import read
from tests.unit.article_tables import small_tables

SEEDS = Path(__file__).parents[2] / "seeds"
FIRST = (SEEDS / "000_fefd53002a12884a.txt").read_bytes().decode("utf-8")
SECOND = (SEEDS / "002_41f259039105b862.txt").read_bytes().decode("utf-8")
TUESDAY = date(2022, 3, 1)


def _proposals(
    text: str, kind: ProposalKind = ProposalKind.DEPLOYMENT, said: date = TUESDAY
) -> list[Proposal]:
    return [one for one in read(text, small_tables(), said).proposals if one.kind is kind]


def _values(proposal: Proposal) -> dict[str, str]:
    return {name: field.value for name, field in proposal.fields.items()}


def _only(text: str, kind: ProposalKind = ProposalKind.DEPLOYMENT) -> dict[str, str]:
    found = _proposals(text, kind)
    assert len(found) == 1, found
    return _values(found[0])


def _reasons(text: str) -> list[Reason]:
    reading = read(text, small_tables(), TUESDAY)
    assert [one for one in reading.proposals if one.kind is ProposalKind.DEPLOYMENT] == []
    return [one.reason for one in reading.passed_over]


def _of(text: str, proposals: Sequence[Proposal], words: str) -> Proposal:
    at = text.index(words)
    return next(one for one in proposals if one.quote.start <= at < one.quote.stop)


# The two articles of the record


def _first() -> list[Proposal]:
    return list(read(FIRST, small_tables(), date(2016, 6, 14)).proposals)


def _second() -> list[Proposal]:
    return list(read(SECOND, small_tables(), date(2016, 10, 26)).proposals)


def test_a_claim_that_is_denied_is_quoted_with_its_denial() -> None:
    text = "Rwanda denied on Wednesday that it had sent 800 soldiers to Mali, and that Uganda had 200 there."
    found = read(text, small_tables()).proposals[0]
    assert text[slice(*found.quote)].startswith("Rwanda denied on Wednesday that it had sent 800 soldiers")
    assert found.fields["status"].value == "denied"
    assert [text[slice(*span)] for span in found.fields["status"].spans] == [
        "denied on Wednesday that it had sent"
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("No Kenyan troops will go to Haiti before May.", "No Kenyan troops will go"),
        ("Neither Brazil nor Chile will send soldiers to Haiti.", "Neither Brazil nor Chile will send"),
    ],
)
def test_the_words_of_a_denial_hold_its_negation(text: str, words: str) -> None:
    (found,) = read(text, small_tables()).proposals
    assert found.fields["status"].value == "denied"
    assert [text[slice(*span)] for span in found.fields["status"].spans] == [words]


def test_what_never_happened_is_no_deployment() -> None:
    assert not read("Spain never deployed 90 soldiers to Latvia.", small_tables()).proposals


@pytest.mark.parametrize("words", ["did not deny that it had", "confirmed that it had"])
def test_what_is_not_denied_is_there(words: str) -> None:
    (found,) = read(f"Rwanda {words} 800 soldiers in Mali.", small_tables()).proposals
    assert found.fields["status"].value == "deployed"


def test_four_battalions_have_four_hosts_and_no_lead() -> None:
    found = _values(_of(FIRST, _first(), "agreed to deploy"))
    assert (found["host"], found["unit_count"], found["status"]) == ("EST;LTU;LVA;POL", "4", "agreed")
    assert found["speaker"] == "Jens Stoltenberg"
    assert "lead" not in found and "troops_low" not in found


def test_three_leads_and_four_hosts_are_two_sets() -> None:
    found = _values(_of(FIRST, _first(), "have already committed"))
    assert (found["lead"], found["host"]) == ("DEU;GBR;USA", "EST;LTU;LVA;POL")
    assert (found["unit_count"], found["status"]) == ("3", "pledged")


def test_canada_only_considers_and_has_no_host() -> None:
    found = _values(_of(FIRST, _first(), "Canadian leaders"))
    assert (found["lead"], found["status"]) == ("CAN", "considered")
    assert "host" not in found


def test_a_committed_ally_is_no_status() -> None:
    found = [
        one for one in _first() if one.quote.start <= FIRST.index("committed NATO ally") < one.quote.stop
    ]
    assert all("status" not in one.fields and one.kind is ProposalKind.STATEMENT for one in found)


def test_800_to_1000_counts_one_unit() -> None:
    found = _values(_of(FIRST, _first(), "800-1,000"))
    assert (found["troops_low"], found["troops_high"]) == ("800", "1000")
    assert (found["counts"], found["unit_count"], found["status"]) == ("unit", "1", "considered")
    assert (found["speaker"], found["said_on"]) == ("Ash Carter", "2016-06-13")
    assert "contributor_troops" not in found


def test_the_words_after_the_dash_are_not_the_speakers() -> None:
    pledge = _of(FIRST, _first(), "we will establish")
    gloss = _of(FIRST, _first(), "NATO speak for")
    assert pledge.quote.stop <= FIRST.index("— NATO speak")
    assert pledge.fields["speaker"].value == "Jens Stoltenberg"
    assert gloss.kind is ProposalKind.STATEMENT and "speaker" not in gloss.fields


def test_the_targets_of_missiles_are_no_hosts() -> None:
    found = _of(SECOND, _second(), "ballistic missiles")
    assert (found.kind, found.fields["lead"].value) == (ProposalKind.ADVERSARY, "RUS")
    assert not {"host", "place"} & set(found.fields)


def test_spain_offered_and_russia_withdrew() -> None:
    offer, request = (
        _of(SECOND, _second(), "offered to re-supply"),
        _of(SECOND, _second(), "withdrawn its request"),
    )
    assert (offer.kind, request.kind) == (ProposalKind.LOGISTICS, ProposalKind.LOGISTICS)
    assert (offer.fields["lead"].value, offer.fields["status"].value) == ("ESP", "offered")
    assert (request.fields["lead"].value, request.fields["status"].value) == ("RUS", "withdrawn")


def test_a_unit_on_intelligence_is_a_measure() -> None:
    found = _of(SECOND, _second(), "a new unit on intelligence")
    assert found.kind is ProposalKind.MEASURE
    assert found.fields["speaker"].value == "Jens Stoltenberg"


def test_forces_led_by_four_have_no_host() -> None:
    found = _values(_of(SECOND, _second(), "the pledged forces"))
    assert (found["lead"], found["status"]) == ("CAN;DEU;GBR;USA", "pledged")
    assert "host" not in found


def test_a_number_in_words_with_a_hyphen_is_a_total() -> None:
    found = _values(_of(SECOND, _second(), "four-thousand"))
    assert (found["troops_low"], found["counts"], found["starts"]) == ("4000", "whole", "../2017")
    assert found["status"] == "pledged"


# Who, where, how many


def test_each_lead_is_paired_with_its_own_host() -> None:
    text = "Canada will lead in Latvia, Germany in Lithuania, the United Kingdom in Estonia and the United States in Poland."
    pairs = [(_values(one)["lead"], _values(one)["host"]) for one in _proposals(text)]
    assert pairs == [("CAN", "LVA"), ("DEU", "LTU"), ("GBR", "EST"), ("USA", "POL")]


def test_a_list_gives_each_contributor_its_figure() -> None:
    found = _only(
        "Germany is to contribute 700, the Netherlands 200, Slovenia 100 and Poland around 50 soldiers."
    )
    assert found["contributor_troops"] == "DEU=700-700;NLD=200-200;POL=50-50;SVN=100-100"
    assert "troops_low" not in found


def test_what_is_sent_to_anothers_unit_is_a_contribution() -> None:
    found = _only("Denmark will send up to 200 soldiers to the British-led battlegroup in Estonia.")
    assert (found["lead"], found["contributors"], found["host"]) == ("GBR", "DNK", "EST")
    assert found["contributor_troops"] == "DNK=-200"


def test_a_nation_that_sends_alone_leads() -> None:
    found = _only("The United States sent about 3,500 soldiers to Poland.")
    assert (found["lead"], found["troops_low"], found["hedge"]) == ("USA", "3500", "about")
    assert "contributors" not in found


def test_where_they_come_from_is_no_host() -> None:
    found = _only(
        "A Stryker squadron of around 1,000 troops based in Vilseck, Germany, will be sent to Romania."
    )
    assert found["host"] == "ROU"


def test_a_capital_that_acts_is_a_government_and_no_place() -> None:
    found = _only("Ottawa is considering sending 450 soldiers to Latvia.")
    assert (found["lead"], found["host"], found["status"]) == ("CAN", "LVA", "considered")
    assert "place" not in found


def test_there_means_the_one_country_named_before() -> None:
    text = "The United States sent 500 soldiers to Romania. About 200 Belgian soldiers are stationed there."
    found = _proposals(text)[1]
    assert found.fields["host"].value == "ROU"
    assert found.fields["host"].spans[0].start == text.index("Romania")
    assert found.surety is Surety.LIKELY


@pytest.mark.parametrize(
    ("verb", "status"),
    [
        ("may send", "considered"),
        ("could send", "considered"),
        ("is considering sending", "considered"),
        ("wants to send", "considered"),
        ("is ready to send", "offered"),
        ("has offered to send", "offered"),
        ("will send", "pledged"),
        ("plans to send", "pledged"),
        ("is to send", "pledged"),
        ("has promised to send", "pledged"),
        ("has agreed to send", "agreed"),
        ("has decided to send", "decided"),
        ("has begun to send", "arriving"),
        ("has sent", "deployed"),
        ("sent", "deployed"),
        ("will not send", "denied"),
        ("refused to send", "denied"),
    ],
)
def test_the_verb_says_how_far_it_has_come(verb: str, status: str) -> None:
    text = f"Norway {verb} 150 soldiers to Lithuania."
    found = _proposals(text)
    assert [_values(one)["status"] for one in found] == [status]
    (span,) = found[0].fields["status"].spans
    assert text[span.start : span.stop] in verb


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("France will withdraw its 400 soldiers from Niger.", "leaving"),
        ("French troops have left Niger.", "ended"),
        ("The plan to station a battalion in Kosovo has been dropped.", "withdrawn"),
        ("No American troops will be stationed in Lebanon.", "denied"),
        ("If the talks fail, Italy would send 500 soldiers to Lebanon.", "considered"),
        ("Italy said it would send 500 soldiers to Lebanon.", "pledged"),
        ("Some 350 British marines are being sent to Poland.", "arriving"),
    ],
)
def test_mood_voice_and_condition_change_the_status(text: str, status: str) -> None:
    assert _only(text)["status"] == status


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("Norway will send 150 soldiers to Lithuania in June.", "2022-06"),
        ("Norway will send 150 soldiers to Lithuania next month.", "2022-04"),
        ("Norway will send 150 soldiers to Lithuania by 2023.", "../2023"),
        ("Norway has had 150 soldiers in Lithuania since 2017.", "2017"),
        ("About 150 Norwegian soldiers arrived in Lithuania on Monday.", "2022-02-28"),
    ],
)
def test_a_start_is_reckoned_from_the_articles_day(text: str, starts: str) -> None:
    assert _only(text)["starts"] == starts


def test_the_day_of_saying_is_no_start() -> None:
    found = _only("Norway will send 150 soldiers to Lithuania, Defence Minister Odd Lie said on Monday.")
    assert (found["said_on"], found["speaker"]) == ("2022-02-28", "Odd Lie")
    assert "starts" not in found


def test_a_title_refers_back_to_the_person() -> None:
    text = (
        "Defence Minister Kalle Laaneots met reporters. According to the minister, Denmark will send 200 "
        "soldiers to Estonia."
    )
    assert _only(text)["speaker"] == "Kalle Laaneots"


def test_a_transcript_names_the_speaker_by_the_line() -> None:
    text = (
        "COL. WHITCOMB: We have about 5,200 American soldiers in Iraq.\n\nQ: Are there 9,000 soldiers in Kuwait?\n\n"
        "COL. WHITCOMB: Germany moved 35 soldiers to Jordan."
    )
    found = _proposals(text)
    assert [one.fields["speaker"].value for one in found] == ["Whitcomb", "Whitcomb"]
    assert [one.fields["host"].value for one in found] == ["IRQ", "JOR"]


# What is passed over


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("About 500 American soldiers came to Poland for the exercise.", Reason.EXERCISE),
        ("In 2003 Poland sent 2,500 soldiers to Iraq.", Reason.HISTORY),
        ("The Polish army will move 40,000 troops to its borders.", Reason.AT_HOME),
        ("Two Norwegian soldiers were wounded in an accident in April.", Reason.CASUALTIES),
        ("Poland gave Ukraine 14 tanks.", Reason.EQUIPMENT),
        ("A French battalion marched through Arras in 1916.", Reason.HISTORY),
        ("The march began as a test for Dutch infantrymen.", Reason.NOT_SENT),
    ],
)
def test_what_is_no_claim_is_passed_over_with_its_reason(text: str, reason: Reason) -> None:
    assert reason in _reasons(text)


def test_arms_of_long_ago_are_history() -> None:
    assert _reasons("In 1994 Russia sold Hungary 28 tanks.") == [Reason.HISTORY]


def test_the_day_after_before_and_a_noun_bounds_the_beginning() -> None:
    assert (
        _only("Canada will send 450 soldiers to Latvia before the summit in July.")["starts"] == "../2022-07"
    )
    assert _only("Canada will send 450 soldiers to Latvia in July.")["starts"] == "2022-07"


def test_the_words_strong_count_and_not_their_hyphen() -> None:
    text = "Canada will send a 450-strong battalion to Latvia."
    (one,) = _proposals(text)
    assert [text[slice(*span)] for span in one.fields["counts"].spans] == ["strong"]


def test_a_sentence_without_soldiers_is_not_passed_over() -> None:
    assert _reasons("The Dutch prime minister spoke of the harvest, and 14 farmers listened.") == []


def test_a_sentence_that_gives_a_claim_is_not_passed_over() -> None:
    assert read("Norway will send 200 troops to Latvia in May.", small_tables(), TUESDAY).passed_over == ()


@pytest.mark.parametrize(
    "text",
    [
        "Germany will send 5,000 helmets to Ukraine.",
        "Two Ukrainian soldiers were killed near Zolote on Monday.",
        "Norway will buy five frigates within ten years.",
        "Will Norway send 150 soldiers to Lithuania?",
        "More than 30,000 Irish soldiers have served with UNIFIL since 1978.",
        "A sentence about the weather in Spain.",
        "",
    ],
)
def test_arms_the_dead_and_questions_are_no_deployments(text: str) -> None:
    assert _proposals(text) == []


# The answer


def test_the_json_has_the_shape_that_programs_read() -> None:
    text = "Denmark will send up to 200 soldiers to Estonia."
    (claim,) = answer_of(read(text, small_tables(), TUESDAY))
    fields: dict[str, Any] = claim["fields"]
    assert json.loads(json.dumps(claim)) == claim
    assert text[slice(*claim["quote"])] == text
    assert fields["troops_high"] == {"value": "200", "spans": [[24, 27]]}
    assert fields["said_on"] == {"value": "2022-03-01", "spans": [], "from": "article date"}
    assert "troops_low" not in fields


def test_the_lines_say_how_each_field_was_read_and_what_is_open() -> None:
    text = "Ottawa is considering sending 450 soldiers to Latvia."
    told = "\n".join(lines(read(text, small_tables(), TUESDAY), text))
    assert "status considered — from “is considering sending”" in told
    assert "said_on 2022-03-01 — from the article's date" in told
    assert "not stated: contributors, place" in told


def test_a_heading_is_left_to_the_text_below_it() -> None:
    text = "Norway sends 150 soldiers to Lithuania\n\nNorway has sent 150 soldiers to Lithuania, the ministry said."
    assert [one.quote.start for one in _proposals(text)] == [text.index("Norway has")]
    assert Reason.HEADING in [one.reason for one in read(text, small_tables(), TUESDAY).passed_over]


def test_respectively_pairs_leads_with_hosts_in_their_order() -> None:
    text = (
        "We welcome the offers of Canada, Germany, the United Kingdom and the United States to serve as framework "
        "nations in Latvia, Lithuania, Estonia and Poland respectively."
    )
    found = [_values(one) for one in _proposals(text)]
    assert [(one["lead"], one["host"]) for one in found] == [
        ("CAN", "LVA"),
        ("DEU", "LTU"),
        ("GBR", "EST"),
        ("USA", "POL"),
    ]
    assert {one["status"] for one in found} == {"offered"}


def test_a_figure_after_its_place_is_not_given_to_another_place() -> None:
    text = "In Latvia Spain has 600 troops, and in Romania 60 soldiers."
    found = [_values(one) for one in _proposals(text)]
    assert [(one["host"], one["troops_low"]) for one in found] == [("LVA", "600"), ("ROU", "60")]


# Who gives how many to a force of several nations


def _shares(text: str) -> list[str]:
    return [_values(one).get("contributor_troops", "") for one in _proposals(text)]


NATO = "Germany leads the multinational battlegroup in Lithuania."


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("Luxembourg gives six.", "LUX=6-6"),
        ("Belgium and Norway send 140 and 150 soldiers respectively.", "BEL=140-140;NOR=150-150"),
        ("Some 140 Norwegians are part of the unit.", "NOR=140-140"),
    ],
)
def test_a_nation_gives_its_number_without_a_word_for_soldiers(text: str, shares: str) -> None:
    assert _shares(f"{NATO} {text}")[-1] == shares


def test_without_a_force_a_number_is_nobodys() -> None:
    assert _shares("Luxembourg chips in with six.") == []


def test_an_answer_to_how_many_is_told_and_another_number_is_not() -> None:
    asked = "Germany leads the battlegroup in Lithuania. How many soldiers are there? Just over 1,200."
    assert _values(_proposals(asked)[-1])["troops_low"] == "1200"
    assert len(_proposals(asked.replace("How many soldiers are there?", "How was the match?"))) == 1


def test_soldiers_ordered_to_be_withdrawn_leave() -> None:
    found = _only("The president ordered 9,500 American soldiers to be withdrawn from Germany.")
    assert (found["lead"], found["host"], found["status"]) == ("USA", "DEU", "leaving")


def test_each_force_of_a_clause_has_its_own_nation() -> None:
    found = _proposals("A French battalion has pitched its tents in Romania with another 300 Belgians.")
    assert [_values(one).get("lead", _values(one).get("contributors")) for one in found] == ["FRA", "BEL"]


def test_foreign_troops_on_its_soil_make_a_country_the_host() -> None:
    found = _only("Norway has no plans to base foreign combat troops on Norwegian soil.")
    assert found["host"] == "NOR" and "lead" not in found and found["status"] == "denied"
