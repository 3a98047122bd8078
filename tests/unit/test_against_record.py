"""A proposal compared with the record, and an article added to it as drafts."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from eastflank.intake.against_record import RecordComparison, compared, in_words
from eastflank.intake.article.proposals import ArticleSpan, Proposal, ProposalKind, ReadField, Surety
from eastflank.intake.article.reader import read
from eastflank.intake.candidate_deployments import candidates
from eastflank.intake.drafts import applied, drafted, held
from eastflank.intake.stated_fields import FieldDifference
from eastflank.model import Dataset
from eastflank.store import tables
from tests.builders import claim, dataset
from tests.frozen import FOLDER, RECORD
from tests.unit.article_tables import small_tables

TEXT = "VILNIUS, 7 February 2017 - Germany leads a battlegroup in Lithuania."
SAID = date(2017, 2, 7)


def _against(text: str, said: str, record: Dataset = RECORD, **fields: str) -> RecordComparison:
    told = {
        name: ReadField(value, (ArticleSpan(0, len(text)),))
        for name, value in {**fields, "said_on": said}.items()
    }
    return compared(
        Proposal(ProposalKind.DEPLOYMENT, ArticleSpan(0, len(text)), told, Surety.PLAIN), record, text
    )


def test_who_and_where_tell_which_deployment_it_is_about() -> None:
    found = _against("A battlegroup", "2018-07-10", lead="CAN", host="LVA", status="deployed")
    assert (found.deployment, found.asks) == ("efp-lva", False)
    assert found.candidates[0].agrees == ("host", "lead", "kind")


def test_where_two_fit_it_asks() -> None:
    found = _against("Soldiers", "2016-07-08", lead="USA", host="POL", status="pledged")
    assert found.deployment == ""
    assert found.asks
    assert {"ar", "efp-pol"} <= {one.deployment for one in found.candidates}
    assert "Which deployment is it about?" in " ".join(in_words(found))


def test_none_fits_where_host_or_lead_speak_against_it_and_a_new_one_has_a_name() -> None:
    found = _against("A brigade", "2024-04-20", lead="USA", host="NER", status="leaving")
    assert found.candidates == ()
    assert found.new_name.startswith("Brigade in NER (")


def test_without_whose_and_where_no_deployment_is_named() -> None:
    found = _against("Each", "2016-07-08", troops_high="1000", status="pledged")
    assert (found.deployment, found.new_name, found.candidates) == ("", "", ())


def test_a_difference_says_by_how_much_and_only_figures_of_one_sort_are_compared() -> None:
    recorded = next(
        row for row in RECORD.claim_rows if row.deployment == "efp-lva" and row.low and row.counts == "whole"
    )
    more = str((recorded.low or 0) + 40)
    stated = {"lead": "CAN", "host": "LVA", "status": recorded.status or "", "troops_low": more}
    day = recorded.told_last.isoformat()
    found = _against("A battlegroup", day, **stated, counts="whole")
    claims = [one for told in (found.differs, found.overtaken_by) if told for one in told.differences]
    assert any(one.field == "troops_low" and one.by is not None for one in claims)
    assert all(one.by == int(one.proposed) - int(one.recorded) for one in claims if one.by is not None)
    part = _against("A battlegroup", day, **stated, counts="contingent")
    told = part.differs.differences if part.differs else ()
    assert not any(isinstance(one, FieldDifference) and one.field == "troops_low" for one in told)


def test_what_is_newer_and_what_is_overtaken_is_said() -> None:
    fields = {"lead": "CAN", "host": "LVA", "status": "pledged"}
    assert _against("A battlegroup", "2035-01-01", **fields).newer_than
    early = _against("A battlegroup", "2016-07-08", **fields)
    assert early.overtaken_by
    assert not early.newer_than
    assert any(one.field == "status" for one in early.overtaken_by.differences)


def test_what_is_the_same_says_when_it_was_told() -> None:
    record = dataset(claim("one", "2017-06-19", lead="CAN", host="LVA", status="deployed"))
    fields = {"lead": "CAN", "host": "LVA", "status": "deployed"}
    found = _against("A battlegroup", "2026-01-01", record=record, **fields)
    assert found.same_as == "one"
    assert "The record has it: claim one, told on 19 June 2017, states the same." in list(in_words(found))


def test_a_claim_that_differs_and_has_overtaken_it_is_said_once() -> None:
    record = dataset(claim("one", "2017-06-19", lead="CAN", host="LVA", status="deployed"))
    found = _against("A battlegroup", "2017-01-01", record=record, lead="CAN", host="LVA", status="pledged")
    told = [one for one in in_words(found) if "claim one" in one.lower()]
    assert [one.split(" has ")[0] for one in told] == ["The later claim one"]


@pytest.mark.parametrize("last", ["ended", "withdrawn", "denied"])
def test_one_that_is_over_takes_only_a_proposal_of_an_end(last: str) -> None:
    record = dataset(
        claim("one", "2017-06-19", lead="CAN", host="LVA", status="deployed"),
        claim("two", "2018-06-19", lead="CAN", host="LVA", status=last),
    )
    fields = {"lead": "CAN", "host": "LVA"}
    for status, fits in (("deployed", False), ("leaving", False), ("denied", True), ("ended", True)):
        found = candidates({**fields, "status": status}, "A battlegroup", date(2019, 1, 1), record)
        assert [one.over for one in found] == [True] * fits, status


def test_the_seeds_own_words_are_the_same_as_their_claims() -> None:
    file = "000_fefd53002a12884a.txt"
    text = RECORD.articles[file]
    kinds = {one.kind.value for one in read(text, small_tables(), date(2016, 6, 14)).proposals}
    assert "deployment" in kinds
    for one in read(text, small_tables(), date(2016, 6, 14)).proposals:
        found = compared(one, RECORD, text)
        assert found.same_as or found.differs or not found.deployment


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "record"))


def _add(folder: Path, text: str) -> int:
    dataset = tables.read(folder)
    if held(text, dataset):
        return 0
    told = [(one, compared(one, dataset, text)) for one in read(text, small_tables(), SAID).proposals]
    found = drafted("story", text, told, dataset, SAID)
    return len(applied(folder, "story", text, found, SAID, who="reader", when=SAID).drafts)


def test_an_article_is_added_once_as_drafts_with_its_text_and_its_characters(folder: Path) -> None:
    assert _add(folder, TEXT) == 1
    after = tables.read(folder)
    (claim,) = [row for row in after.claim_rows if row.source == "story"]
    assert (claim.review, claim.deployment, claim.lead) == ("draft", "efp-ltu", ("DEU",))
    assert after.articles["story.txt"] == TEXT
    assert (folder / "seeds" / "story.txt").read_bytes() == TEXT.encode()
    spans = after.claim_spans[after.claim_spans["claim"] == claim.id]
    lead = spans[spans["field"] == "lead"].iloc[0]
    assert TEXT[lead["start"] : lead["end"]] == "Germany"
    before = {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}
    assert _add(folder, TEXT) == 0
    assert {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()} == before


def test_a_claim_of_several_deployments_waits_for_a_choice(folder: Path) -> None:
    text = "WARSAW, 7 February 2017 - American soldiers arrived in Poland on Tuesday."
    dataset = tables.read(folder)
    told = [(one, compared(one, dataset, text)) for one in read(text, small_tables(), SAID).proposals]
    found = drafted("story", text, told, dataset, SAID)
    assert not found.drafts
    assert "--about 1=ID" in found.left_out[0][1]
    chosen = drafted("story", text, told, dataset, SAID, about={1: "efp-pol"})
    assert [one.claim["deployment"] for one in chosen.drafts] == ["efp-pol"]
