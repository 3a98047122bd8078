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
