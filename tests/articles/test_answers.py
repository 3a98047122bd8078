"""The articles' answers are sound, and the sealed ones are as they were."""

import hashlib
import json
from pathlib import Path

import pytest

from eastflank.commands.read import article_tables
from eastflank.dates import bounds
from eastflank.intake.article.reader import read
from eastflank.store import DATA
from tests.articles.__main__ import articles
from tests.articles.scoring import FIELDS, Score, score
from tests.frozen import FOLDER

HERE = Path(__file__).parent
FOLDERS = sorted(file.parent.name for file in HERE.glob("*/answers.json"))
KEPT_BACK = sorted(file.stem for file in HERE.glob("*.sha256"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_span_of_an_answer_lies_in_its_article(folder: str) -> None:
    answers = json.loads((HERE / folder / "answers.json").read_text(encoding="utf-8"))
    assert set(answers) == {file.stem for file in (HERE / folder).glob("*.txt")}
    for name, claims in answers.items():
        text = (HERE / folder / f"{name}.txt").read_text(encoding="utf-8")
        for claim in claims:
            assert set(claim["fields"]) <= set(FIELDS)
            spans = [claim["quote"], *(span for field in claim["fields"].values() for span in field["spans"])]
            assert all(text[start:stop].strip() for start, stop in spans), (name, claim)
            for day in {"starts", "ends", "said_on"} & set(claim["fields"]):
                bounds(claim["fields"][day]["value"])


@pytest.mark.parametrize("folder", KEPT_BACK)
def test_articles_that_are_kept_back_are_as_they_were_before_the_rules_saw_them(folder: str) -> None:
    for line in (HERE / f"{folder}.sha256").read_text(encoding="utf-8").splitlines():
        digest, name = line.split()
        assert hashlib.sha256((HERE / folder / name).read_bytes()).hexdigest() == digest, name


def test_the_score_counts_what_is_right_wrong_missed_and_false() -> None:
    def claim(start: int, stop: int, **fields: str) -> dict[str, object]:
        told = {name: {"value": value, "spans": [[start, stop]]} for name, value in fields.items()}
        return {"quote": [start, stop], "kind": "deployment", "fields": told}

    total = Score()
    proposed = [claim(0, 10, lead="CAN", host="EST"), claim(40, 50, lead="DEU")]
    wanted = [claim(0, 12, lead="CAN", host="LVA", status="pledged"), claim(20, 30, lead="USA")]
    score("one", "x" * 60, proposed, wanted, total, "deployment")
    assert (total.matched, total.proposed, total.expected, total.pairings) == (1, 2, 2, 1)
    assert (total.right["lead"], total.wrong["host"], total.missed["status"]) == (1, 1, 1)


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_article_is_read(folder: str) -> None:
    """Each in full: a sentence that a rule cannot deal with must not end the reading."""
    tables = article_tables(FOLDER, gazetteer=DATA / "gazetteer")
    for one in articles(folder):
        for proposal in read(one.text, tables, one.said).proposals:
            spans = [proposal.quote, *(span for field in proposal.fields.values() for span in field.spans)]
            assert all(one.text[start:stop].strip() for start, stop in spans), (one.name, proposal)
