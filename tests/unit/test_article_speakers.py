"""Who speaks in interviews, statements and transcripts."""

from datetime import date

import pytest

from eastflank.intake.article.reader import read
from tests.unit.article_tables import small_tables

SAID = date(2022, 3, 1)
CLAIM = "Canada has 700 soldiers in Latvia."


def _speakers(text: str) -> list[str]:
    found = read(text, small_tables(), SAID).proposals
    return [one.fields["speaker"].value if "speaker" in one.fields else "" for one in found]


def test_an_interview_names_the_speaker_at_its_head() -> None:
    text = (
        "Colonel Jana Malá: we have time\n\nHow many are there?\n\n"
        f"Enough. {CLAIM}\n\nAnd the cook?\n\nHe is ours.\n\nWho comes next?\n\nAsk Madrid.\n"
    )
    assert _speakers(text) == ["Jana Malá"]


def test_an_article_with_one_question_is_no_interview() -> None:
    assert _speakers(f"Colonel Jana Malá came.\n\nHow many are there?\n\n{CLAIM}\n") == [""]


@pytest.mark.parametrize(
    ("line", "speaker"),
    [
        ("Minister for Defence (Mr Martin Feeley): ", "Martin Feeley"),
        ("COLONEL FERRAND, spokesman: ", "Ferrand"),
        ("Ministry of Defence: ", ""),
        ("Outside Europe: ", ""),
    ],
)
def test_one_line_with_somebodys_office_makes_a_statement(line: str, speaker: str) -> None:
    assert _speakers(f"{line}{CLAIM}") == [speaker]


def test_an_office_alone_means_who_was_named_with_it_before() -> None:
    text = (
        f"SECRETARY GENERAL Henrik Aasland: Good afternoon.\n\nBen Prior: And?\n\nSECRETARY GENERAL: {CLAIM}"
    )
    assert _speakers(text) == ["Henrik Aasland"]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Some 90 Danish soldiers will go to Latvia, says the minister, Ida Holm.", "Ida Holm"),
        (
            "Some 90 Danish soldiers will go to Latvia, the Danish minister, Ida Holm, told reporters.",
            "Ida Holm",
        ),
        ("Some 90 Danish soldiers will go to Latvia, General Ida Holm said, so as to help.", "Ida Holm"),
        ("Some 90 Danes will go to Latvia, says General Ida Holm, who learned of it late.", "Ida Holm"),
        ("General Ida Holm assured us that 90 Danish soldiers would go to Latvia.", "Ida Holm"),
        ("General Ida Holm let it be known that 90 Danish soldiers would go to Latvia.", "Ida Holm"),
        ("General Ida Holm has indicated that 90 Danish soldiers will go to Latvia.", "Ida Holm"),
        ("Some 90 Danish soldiers would go to Latvia, General Ida Holm promised.", "Ida Holm"),
        ("Col. Ida Holm came. Some 90 Danish soldiers would go to Latvia, the colonel said.", "Ida Holm"),
    ],
)
def test_who_says_it_is_found_before_and_after_what_is_said(text: str, speaker: str) -> None:
    assert _speakers(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        f"Fact Sheet: our presence abroad\n\n{CLAIM}\n\nTapa (Estonia). Denmark: 300.",
        f"FORCES ABROAD\n\n- Tapa: a base in the north\n- Ādaži: a base near Riga\n\n{CLAIM}",
        f"LEVANT. Operation LYNX: the company trained.\n\nBALKANS. Operation DAMAN: nothing.\n\n{CLAIM}",
        f"“The East African Community waits,” he said. “{CLAIM}”",
    ],
)
def test_titles_places_and_organisations_do_not_speak(text: str) -> None:
    assert _speakers(text) == [""]


def test_a_speech_and_an_interview_name_the_speaker_in_their_title() -> None:
    assert _speakers(f"Speech by the Minister of Defence, Jana Malá, at Rena\n\n{CLAIM}") == ["Jana Malá"]
    asked = "Are there any?\n\nMany.\n\nWho leads?\n\nThey do.\n\nHow many?"
    assert _speakers(f"Four questions on Latvia to Awa Ndiaye\n\n{asked}\n\n{CLAIM}") == ["Awa Ndiaye"]
