"""A review of proposals: navigating, deciding, undo, storing, saving, and counting afterwards."""

from __future__ import annotations

import csv
import functools
import io
import json
import re
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from eastflank.commands import intake
from eastflank.commands.read import article_tables, nation_names
from eastflank.curation import kept_review, proposal_rows, review, undo
from eastflank.curation.deployment_choices import about, choices, chosen
from eastflank.curation.proposed import Proposed, ProposedClaims, as_reviewed, proposed_claims
from eastflank.curation.reading_errors import Example, errors
from eastflank.curation.review import Mode, ProposalDecision, Review, ReviewOutcome, Shown
from eastflank.curation.review_edits import claims_of, edits_of_review
from eastflank.curation.source import NewSource, edits_of
from eastflank.intake.article.opinion import ClaimOpinion, LikelyClaim
from eastflank.intake.article.proposals import CandidateName, Proposal
from eastflank.intake.article.tables import Tables
from eastflank.model import Dataset
from eastflank.store import DATA, audited, datasets, edits, folder, schema, tables
from eastflank.store.edits import Insert, Refused
from eastflank.store.stores import InFolder
from tests.frozen import FOLDER, RECORD
from tests.unit.claim_opinions import likely, said

DAY = date(2026, 11, 26)
SOURCE = "ap-2016-06-14"
TEXT = (
    "OTTAWA, June 14 2016 (Agency) - Canada deployed 450 soldiers to Latvia.\n\n"
    "Germany sent 500 soldiers to Lithuania.\n\n"
    "Denmark will send about 200 soldiers to Estonia next month.\n"
)
NAMES = nation_names()


@functools.cache
def read_with() -> Tables:
    return article_tables(FOLDER, DATA / "gazetteer")


def proposals_of(source: str, text: str, dataset: Dataset, root: Path) -> ProposedClaims:
    return proposed_claims(
        source, text, dataset, schema.read(root), read_with(), said=date(2016, 6, 14), nations=NAMES
    )


@pytest.fixture(scope="module")
def of_record() -> tuple[Proposed, ...]:
    """The proposals of an article whose claims the record has; one of these says five battalions, not four."""
    text = RECORD.articles[RECORD.sources_by_id[SOURCE].file or ""]
    claims = RECORD.claims.copy()
    claims.loc[claims["id"] == "A1-03", "unit_count"] = 5
    return proposals_of(SOURCE, text, replace(RECORD, claims=claims), FOLDER).items


@pytest.fixture(scope="module")
def with_article(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset with an article and no claim. Tests only read it."""
    parent = tmp_path_factory.mktemp("datasets")
    root = parent / datasets.create_empty(parent, "Mine", folder.of(FOLDER))
    row = {
        "publisher": "Agency",
        "title": "T",
        "published": "2016-06-14",
        "reliability": "B",
        "read_as": "copy",
    }
    save(root, edits_of(NewSource("agency", row, TEXT.encode())))
    return root


@pytest.fixture
def mine(with_article: Path, tmp_path: Path) -> Path:
    """That dataset, to be changed."""
    return Path(shutil.copytree(with_article, tmp_path / with_article.name))


def save(root: Path, asked: Sequence[edits.Edit]) -> None:
    before = tables.read(root)
    undo.save(InFolder(root), asked, who="Ann", when=DAY, reason="Because.", expected=before.version)


def accepted(found: Review, items: Sequence[Proposed], dataset: Dataset, number: int) -> Review:
    """With a proposal accepted as the page does it, for the first deployment that is offered."""
    one = items[number - 1]
    assert one.form
    offered = choices(one, TEXT[slice(*one.proposal.quote)], found.coming, dataset, NAMES)
    choice = chosen(one, offered, "") or offered[0]
    form = as_reviewed(about(one.form, choice), counts=True)
    return review.decided(review.at(found, number), ProposalDecision(ReviewOutcome.ACCEPTED, form), items)


def rows(root: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((root / "proposals.csv").read_text(encoding="utf-8"))))


def test_filters_show_what_they_name(of_record: tuple[Proposed, ...]) -> None:
    begun = Review(SOURCE)
    shown = {one: set(review.visible(replace(begun, shown=one), of_record)) for one in Shown}
    assert shown[Shown.ALL] == shown[Shown.OPEN] == {one.number for one in of_record}
    assert shown[Shown.CONTRADICTS] == {one.number for one in of_record if one.contradicts}
    assert shown[Shown.CONTRADICTS] == {2}
    assert shown[Shown.UNSUPPORTED] == {one.number for one in of_record if one.left_out}
    decided = review.decided(begun, ProposalDecision(ReviewOutcome.REFUSED, None, "No."), of_record)
    assert set(review.visible(replace(decided, shown=Shown.OPEN), of_record)) == shown[Shown.ALL] - {1}


def test_a_filter_turns_to_the_first_that_it_shows(of_record: tuple[Proposed, ...]) -> None:
    found = review.filtered(Review(SOURCE), Shown.CONTRADICTS, of_record)
    assert found.at == 2
    assert review.turned(found, -1, of_record).at == found.at


ACTS = st.lists(st.sampled_from(["refuse", "next", "back", "undo"]) | st.integers(1, 17), max_size=30)


@given(acts=ACTS)
def test_undo_takes_back_every_decision_one_after_the_other(
    of_record: tuple[Proposed, ...], acts: list[str | int]
) -> None:
    found, before = Review(SOURCE), list[Mapping[int, ProposalDecision]]()
    for act in acts:
        if act == "refuse":
            before.append(found.decisions)
            found = review.decided(
                found, ProposalDecision(ReviewOutcome.REFUSED, None, f"No {len(before)}."), of_record
            )
        elif act == "undo":
            found = review.undone(found)
            if before:
                assert found.decisions == before.pop()
        elif act in ("next", "back"):
            found = review.turned(found, 1 if act == "next" else -1, of_record)
        else:
            found = review.at(found, int(act))
        assert 1 <= found.at <= len(of_record)
        assert found.mode is Mode.LOOKING
    for earlier in reversed(before):
        found = review.undone(found)
        assert found.decisions == earlier
    assert not found.decisions


def test_after_the_last_one_the_first_that_is_open_comes(of_record: tuple[Proposed, ...]) -> None:
    last = len(of_record)
    found = review.decided(
        review.at(Review(SOURCE), last), ProposalDecision(ReviewOutcome.REFUSED, None, "No."), of_record
    )
    assert found.at == 1


def test_a_proposal_that_the_record_has_says_so(of_record: tuple[Proposed, ...]) -> None:
    assert [one.comparison.same_as for one in of_record][:3] == ["A1-01", "", "A1-04"]


def test_accepted_proposals_are_claims_with_their_characters(mine: Path) -> None:
    dataset = tables.read(mine)
    items = proposals_of("agency", TEXT, dataset, mine).items
    assert [one.proposal.kind.value for one in items] == ["deployment"] * 3
    found = Review("agency")
    for number in (1, 2):
        found = accepted(found, items, dataset, number)
    found = review.decided(
        review.at(found, 3), ProposalDecision(ReviewOutcome.REFUSED, None, "It is not sure."), items
    )
    save(mine, edits_of_review(found, items, dataset, who="Ann", when=DAY))
    after = tables.read(mine)
    assert audited.findings(after) == ()
    assert [(row.id, row.lead or tuple(one.nation for one in row.contributions)) for row in after.claim_rows]
    assert {row.review for row in after.claim_rows} == {"reviewed"}
    for span in after.claim_spans.to_dict("records"):
        assert TEXT[int(span["start"]) : int(span["end"])].strip()
    told = rows(mine)
    assert [row["outcome"] for row in told] == ["accepted", "accepted", "refused"]
    assert [row["reason"] for row in told] == ["", "", "It is not sure."]
    assert [row["claim"] for row in told] == [*(row.id for row in after.claim_rows), ""]
    assert {(row["who"], row["decided_on"]) for row in told} == {("Ann", "2026-11-26")}
    host = json.loads(told[0]["read"])["host"]
    assert [TEXT[start:stop] for start, stop in host["spans"]] == ["Latvia"]
    again = proposals_of("agency", TEXT, after, mine).items
    assert [one.comparison.same_as for one in again] == [*(row.id for row in after.claim_rows), ""]


@pytest.mark.soak  # the first review states it
def test_a_second_review_counts_on(mine: Path) -> None:
    for number in (3, 2):
        dataset = tables.read(mine)
        items = proposals_of("agency", TEXT, dataset, mine).items
        found = review.at(Review("agency"), number)
        found = review.decided(found, ProposalDecision(ReviewOutcome.REFUSED, None, "No."), items)
        save(mine, edits_of_review(found, items, dataset, who="Bo", when=DAY))
    assert [row["id"] for row in rows(mine)] == ["agency-0001", "agency-0002"]
    assert [row["start"] for row in rows(mine)] == [
        str(items[2].proposal.quote.start),
        str(items[1].proposal.quote.start),
    ]


def test_new_deployments_are_offered_to_the_proposals_after_them_and_saved_once(with_article: Path) -> None:
    dataset = tables.read(with_article)
    items = proposals_of("agency", TEXT, dataset, with_article).items
    found = accepted(Review("agency"), items, dataset, 1)
    (made,) = found.coming
    offered = choices(items[1], "", found.coming, dataset, NAMES)
    assert offered[0].id == made.id
    assert chosen(items[1], offered, "") is None, "two fit: nobody has chosen yet"
    form = about(items[1].form or pytest.fail("no form"), offered[0])
    found = review.decided(review.at(found, 2), ProposalDecision(ReviewOutcome.ACCEPTED, form), items)
    asked = edits_of_review(found, items, dataset, who="Ann", when=DAY)
    assert [one.row["id"] for one in asked if isinstance(one, Insert) and one.table == "deployments"] == [
        made.id
    ]
    assert len({form.id for form in claims_of(found, dataset).values()}) == 2


def test_undo_of_a_review_retracts_its_claims_and_opens_its_proposals_again(mine: Path) -> None:
    dataset = tables.read(mine)
    items = proposals_of("agency", TEXT, dataset, mine).items
    save(
        mine,
        edits_of_review(accepted(Review("agency"), items, dataset, 1), items, dataset, who="A", when=DAY),
    )
    version = tables.read(mine).version
    undo.take_back(InFolder(mine), who="Ann", when=DAY, reason="No.", expected=version)
    after = tables.read(mine)
    assert [row.review for row in after.claim_rows] == ["retracted"]
    assert not rows(mine)
    assert not proposal_rows.saved("agency", items, after)
    gone = after.changes[after.changes["table"] == "proposals"]
    assert list(gone["row"]) == ["agency-0001"], "what was decided stays readable in the log"
    items = proposals_of("agency", TEXT, after, mine).items
    save(mine, edits_of_review(accepted(Review("agency"), items, after, 1), items, after, who="A", when=DAY))
    assert [row["id"] for row in rows(mine)] == ["agency-0002"], "no id is used twice"


def test_a_review_comes_back_from_the_disc(with_article: Path) -> None:
    dataset = tables.read(with_article)
    items = proposals_of("agency", TEXT, dataset, with_article).items
    found = accepted(Review("agency", chosen={2: "x"}), items, dataset, 1)
    found = review.decided(found, ProposalDecision(ReviewOutcome.REFUSED, None, "“No” 😀"), items)
    text = kept_review.written(found, items)
    back = kept_review.read(text, "agency", items)
    assert back == (found, None)
    assert kept_review.read(text, "other", items) is None
    fewer = items[1:]
    kept = kept_review.read(text, "agency", fewer)
    assert kept
    assert set(kept[0].decisions) == {2}, "what is proposed no more is left out"
    mended = items[2].form
    back = kept_review.read(kept_review.written(found, items, mended), "agency", items)
    assert back == (replace(found, mode=Mode.MENDING), mended)


@given(text=st.text() | st.from_regex(r'\{"source": "a".*\}', fullmatch=True))
def test_what_is_no_review_is_none(text: str) -> None:
    assert kept_review.read(text, "a", ()) is None


def test_the_report_counts_what_was_wrong(with_article: Path) -> None:
    dataset = tables.read(with_article)
    items = proposals_of("agency", TEXT, dataset, with_article).items
    found = accepted(Review("agency"), items, dataset, 1)
    found = accepted(found, items, dataset, 2)
    form = found.decisions[2].form
    assert form
    mended = form.with_cell("host", "POL").with_cell("starts", "2016")
    found = review.decided(review.at(found, 2), ProposalDecision(ReviewOutcome.MENDED, mended), items)
    found = review.decided(
        review.at(found, 3), ProposalDecision(ReviewOutcome.REFUSED, None, "Not so."), items
    )
    claims = claims_of(found, dataset)
    told = list(proposal_rows.rows(found, items, claims, dataset, who="Ann", when=DAY))
    parsed = tuple(
        proposal_rows.Reviewed(
            row["id"], row["source"], row["kind"], ReviewOutcome(row["outcome"]), row.get("reason", ""),
            {name: proposal_rows.ReadValue(one["value"], one["held"]) for name, one in json.loads(row["read"]).items()},
            json.loads(row.get("decided", "{}")),
        )
        for row in told
    )  # fmt: skip
    counted = errors(parsed)
    assert dict(counted.outcomes) == {
        ReviewOutcome.ACCEPTED: 1,
        ReviewOutcome.MENDED: 1,
        ReviewOutcome.REFUSED: 1,
    }
    assert counted.reasons == {"Not so.": 1}
    host, starts = counted.fields["host"], counted.fields["starts"]
    assert (host.right, host.mended, host.examples) == (1, 1, [Example("agency-0002", "LTU", "POL")])
    assert (starts.missed, starts.examples) == (1, [Example("agency-0002", "", "2016")])
    said = "\n".join(intake.lines(counted))
    assert "3 proposals reviewed, of 1 article." in said
    assert "LTU became POL (agency-0002)" in said
    assert "nothing became 2016 (agency-0002)" in said
    assert "1  Not so." in said


class Doubting:
    """A second opinion that finds every sentence with a figure a likely claim and doubts whose force it is."""

    def __init__(self, text: str) -> None:
        self._text = text

    def weigh(self, told: object) -> None:
        """It knows at once."""

    def claims(self) -> Sequence[LikelyClaim]:
        return [one for one in likely(self._text) if re.search(r"\d", self._text[slice(*one.span)])]

    def highest(self, _start: int, _stop: int) -> float:
        return 0.99

    def of_the_article(self) -> float:
        return 0.99

    def of_the_claim(self, _proposal: Proposal, _candidates: Sequence[CandidateName]) -> ClaimOpinion:
        return said(lead={"CAN": -9.0, "DEU": -9.0, "DNK": -9.0})


def test_a_value_left_in_doubt_is_kept_and_counted_apart(with_article: Path) -> None:
    dataset = tables.read(with_article)
    long_enough = TEXT + "\nThe harvest was good. The market was full.\n"
    items = proposed_claims(
        "agency", long_enough, dataset, schema.read(with_article), replace(read_with(), adviser=Doubting),
        said=date(2016, 6, 14), nations=NAMES,
    ).items  # fmt: skip
    assert [one.proposal.doubted["lead"].value for one in items] == ["CAN", "DEU", "DNK"]
    assert [one.held_if_sure["lead"] for one in items] == ["CAN", "DEU", "DNK"]
    found = Review("agency")
    for number, lead in ((1, "CAN"), (2, "POL"), (3, "")):
        form = items[number - 1].form
        assert form
        mended = form.with_cell("lead", lead)
        found = review.decided(
            review.at(found, number), ProposalDecision(ReviewOutcome.MENDED, mended), items
        )
    claims = claims_of(found, dataset)
    rows = proposal_rows.rows(found, items, claims, dataset, who="Ann", when=DAY)
    told = pd.DataFrame([{"reason": "", **row} for row in rows])
    counted = errors(proposal_rows.reviewed(replace(dataset, proposals=told)))
    of_lead = counted.fields["lead"]
    assert (of_lead.right, of_lead.mended, of_lead.removed, of_lead.missed) == (0, 0, 0, 1), (
        "Poland was entered"
    )
    assert (of_lead.doubted, of_lead.doubted_right) == (3, 1)


def test_the_command_reports_of_a_dataset(mine: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from eastflank.__main__ import main  # noqa: PLC0415 - the command line is what is tested

    assert main(["intake", "--report", "--data", str(mine)]) == 0
    assert "No proposal was reviewed yet." in capsys.readouterr().out
    dataset = tables.read(mine)
    items = proposals_of("agency", TEXT, dataset, mine).items
    found = accepted(Review("agency"), items, dataset, 1)
    save(mine, edits_of_review(found, items, dataset, who="Ann", when=DAY))
    assert main(["intake", "--report", "--data", str(mine)]) == 0
    assert "1 accepted as read, 0 accepted after a correction, 0 refused." in capsys.readouterr().out


def test_a_dataset_gets_the_table_and_its_description_with_the_first_row(mine: Path) -> None:
    assert not (mine / "proposals.csv").exists()
    row = {
        "id": "agency-0001", "source": "agency", "start": "0", "end": "5", "kind": "deployment", "read": "{}",
        "outcome": "refused", "reason": "No.", "who": "Ann", "decided_on": "2026-11-26",
    }  # fmt: skip
    with pytest.raises(Refused, match="perhaps"):
        save(mine, [Insert("proposals", {**row, "outcome": "perhaps"})])
    assert not (mine / "proposals.csv").exists()
    with pytest.raises(Refused, match="nowhere"):
        save(mine, [Insert("proposals", {**row, "source": "nowhere"})])
    before = tables.read(mine).version
    save(mine, [Insert("proposals", row)])
    package = json.loads((mine / "datapackage.json").read_text(encoding="utf-8"))
    assert [one["path"] for one in package["resources"]][-1] == "proposals.csv"
    after = tables.read(mine)
    assert after.version != before
    assert len(after.proposals) == 1
    assert len(after.changes) == len(tables.read(mine).changes)
    copy = datasets.copy_of(mine.parent, folder.of(mine), "Copy")
    assert (mine.parent / copy / "proposals.csv").read_bytes() == (mine / "proposals.csv").read_bytes()
    fresh = datasets.create_empty(mine.parent, "Fresh", folder.of(mine))
    assert tables.read(mine.parent / fresh).proposals.empty
