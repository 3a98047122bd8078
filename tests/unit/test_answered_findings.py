"""A finding is fixed or answered; an answer is valid until a newer claim on the matter counts."""

from pathlib import Path

import pytest

from eastflank import checks
from tests.unit.small_data import OUTLINES, Row, SmallData

CHECK = "an_end_is_stated_by_a_source"


def answer(**cells: str) -> Row:
    plain = {"id": "D001", "check": CHECK, "row": "S1", "claim": "R1", "decided_on": "2026-11-25"}
    return {**plain, "reason": "It must have ended: others took its place.", **cells}


def later(**cells: str) -> Row:
    """A claim about the same deployment that counts only since 2018."""
    plain = {
        "id": "S2", "basis": "cited", "citation": "Page 2", "source": "new", "deployment": "est", "kind": "deployment",
        "status": "deployed", "review": "reviewed", "credibility": "1",
    }  # fmt: skip
    return {**plain, **cells}


NEW = {
    "id": "new", "publisher": "A paper", "title": "Later", "published": "2018-06-01", "reliability": "B",
    "read_as": "original",
}  # fmt: skip


@pytest.fixture
def small(tmp_path: Path) -> SmallData:
    """Tables in which only a judgement states an end."""
    small = SmallData(tmp_path)
    small.row("claims", "S1").update(status="", ends="2018-05", kind="statement")
    return small


def audited(small: SmallData) -> checks.Audit:
    return checks.audit(small.values(), OUTLINES)


def test_a_finding_bears_the_name_of_its_check_and_the_key_and_line_of_its_row(small: SmallData) -> None:
    (finding,) = audited(small).findings
    assert (finding.check, finding.table, finding.key, finding.line) == (CHECK, "claims.csv", "S1", 8)
    assert str(finding).startswith("claims.csv, line 8 (S1), ends: That est ends is a curator’s judgement")


def test_an_answered_finding_is_no_finding_any_more_and_is_listed_with_its_reason(small: SmallData) -> None:
    (before,) = audited(small).findings
    small.tables["decisions"] = [answer()]
    audit = audited(small)
    assert audit.findings == ()
    (answered,) = audit.answered
    assert answered.finding == before
    assert (answered.decision, answered.reason) == ("D001", "It must have ended: others took its place.")


def test_a_newer_claim_on_the_deployment_raises_the_finding_again(small: SmallData) -> None:
    small.tables["decisions"] = [answer()]
    small.tables["sources"].append(NEW)
    small.tables["claims"].append(later())
    audit = audited(small)
    (finding,) = audit.findings
    assert (finding.check, finding.key) == (CHECK, "S1")
    assert finding.remedy.endswith(
        "D001 answered it before S2 was known: fix it, or answer it again with S2."
    )
    assert audit.answered == ()


def test_a_newer_claim_on_what_the_deployment_became_raises_it_again(small: SmallData) -> None:
    small.row("claims", "S1").update(deployment="us", rests_on="A3")
    small.tables["decisions"] = [answer()]
    small.tables["sources"].append(NEW)
    small.tables["claims"].append(later())
    assert [finding.check for finding in audited(small).findings] == [CHECK]


@pytest.mark.parametrize(
    ("cells", "raised"),
    [({"place": "tapa"}, [CHECK]), ({"place": ""}, []), ({"place": "tapa", "review": "draft"}, [])],
)
def test_an_answer_that_names_a_field_is_reopened_by_a_claim_that_states_it(
    small: SmallData, cells: dict[str, str], raised: list[str]
) -> None:
    small.tables["decisions"] = [answer(field="place")]
    small.tables["sources"].append(NEW)
    small.tables["claims"].append(later(**cells))
    assert [finding.check for finding in audited(small).findings] == raised


def test_an_answer_with_the_newest_claim_holds_again(small: SmallData) -> None:
    small.tables["decisions"] = [answer(claim="S2")]
    small.tables["sources"].append(NEW)
    small.tables["claims"].append(later())
    assert audited(small).findings == ()


def test_an_answer_about_no_deployment_needs_no_claim_and_stays(small: SmallData) -> None:
    small.row("claims", "S1").update(SmallData(small.folder).row("claims", "S1"), ends="", status="deployed")
    small.row("claims", "S1").update(kind="deployment")
    small.row("sources", "mod")["reliability"] = "A"
    small.tables["decisions"] = [answer(check="a_copy_is_graded_below_its_original", row="mod", claim="")]
    audit = audited(small)
    assert audit.findings == ()
    assert [one.finding.key for one in audit.answered] == ["mod"]


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"row": "R1"}, f"row: {CHECK} finds nothing wrong with R1 any more. Remove the answer"),
        ({"row": ""}, f"row: {CHECK} finds nothing wrong with no row any more."),
        ({"check": "no_such_law"}, "check: There is no check “no_such_law”. Use one of: a_claim_is_dated"),
        ({"check": "quotes_stand_in_their_articles"}, "check: What quotes_stand_in_their_articles finds is not a matter of judgement."),
        ({"claim": ""}, "claim: An answer about est names no claim. Name the newest claim that you knew"),
    ],
)  # fmt: skip
def test_an_answer_that_answers_nothing_is_a_finding_itself(
    small: SmallData, cells: dict[str, str], message: str
) -> None:
    small.tables["decisions"] = [answer(**cells)]
    audit = audited(small)
    assert audit.answered == ()
    assert [finding.check for finding in audit.findings] == [CHECK, "answers_still_apply"]
    assert str(audit.findings[-1]).startswith(f"decisions.csv, line 2 (D001), {message}")


def test_a_second_answer_to_one_finding_is_a_finding(small: SmallData) -> None:
    small.tables["decisions"] = [answer(), answer(id="D002")]
    (finding,) = audited(small).findings
    assert (
        str(finding)
        == "decisions.csv, line 3 (D002), row: D001 answers the same finding. Keep one of the two."
    )


def test_an_expired_decision_between_sources_can_be_answered_for_the_days_that_need_it() -> None:
    assert "decisions_still_apply" in {law.__name__ for law in checks.JUDGED}  # type: ignore[attr-defined]


def test_what_is_wrong_with_an_answer_is_said_before_that_it_names_no_claim(small: SmallData) -> None:
    small.tables["decisions"] = [answer(), answer(id="D002", claim="")]
    assert [one.column for one in audited(small).findings] == ["row"]


def test_a_decision_between_sources_is_no_answer(small: SmallData) -> None:
    between = {"id": "D000", "deployment": "est", "field": "place", "claim": "R1", "decided_on": "2026-11-25"}
    small.tables["decisions"] = [{**between, "reason": "It is there."}, answer()]
    audit = audited(small)
    assert [(one.key, one.check) for one in audit.findings] == [("D000", "decisions_still_apply")]
    assert [one.decision for one in audit.answered] == ["D001"]


def test_what_is_answered_and_what_is_open_come_in_the_order_of_tables_and_lines(small: SmallData) -> None:
    small.row("sources", "mod")["reliability"] = "A"
    copy = {"check": "a_copy_is_graded_below_its_original", "row": "mod", "claim": ""}
    small.tables["decisions"] = [answer(), answer(id="D002", **copy)]
    assert [one.finding.table for one in audited(small).answered] == ["sources.csv", "claims.csv"]
    plain = {"id": "C0001", "changed_on": "2026-11-01", "who": "curator", "table": "dreams", "row": "A1"}
    small.tables["changes"].append({**plain, "after": "x", "reason": "Because."})
    small.tables["decisions"][1].update(row="ap")
    found = audited(small).findings
    assert [one.table for one in found] == ["sources.csv", "decisions.csv", "changes.csv"]


@pytest.mark.parametrize(
    ("field", "nation", "raised"),
    [("contingent", "CAN", [CHECK]), ("contingent", "GBR", []), ("contingent", "", [CHECK]),
     ("strength", "", []), ("lead", "", [])],
)  # fmt: skip
def test_an_answer_on_a_contingent_is_reopened_by_a_claim_that_states_that_nations(
    small: SmallData, field: str, nation: str, raised: list[str]
) -> None:
    small.tables["decisions"] = [answer(field=field, nation=nation)]
    small.tables["sources"].append(NEW)
    small.tables["claims"].append(later())
    small.tables["contributions"].append({"claim": "S2", "nation": "CAN", "troops_low": "5"})
    assert [finding.check for finding in audited(small).findings] == raised


def test_an_answer_holds_beside_a_claim_of_the_same_day_and_gives_way_to_the_newest_later_one(
    small: SmallData,
) -> None:
    small.tables["decisions"] = [answer()]
    small.tables["claims"].append(later(source="mod"))  # of the month of R1
    assert audited(small).findings == ()
    small.tables["sources"].append(NEW)
    small.tables["claims"] += [later(id="S3"), later(id="S4"), later(id="S5", review="retracted")]
    (finding,) = audited(small).findings
    assert finding.remedy.endswith("answer it again with S4.")


def test_a_second_answer_is_a_finding_too_where_the_first_holds_no_more(small: SmallData) -> None:
    small.tables["decisions"] = [answer(), answer(id="D002", claim="S2")]
    small.tables["sources"].append(NEW)
    small.tables["claims"].append(later())
    found = audited(small).findings
    assert [(one.key, one.check) for one in found] == [("S1", CHECK), ("D002", "answers_still_apply")]
