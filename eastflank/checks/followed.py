"""Laws of what is followed: weak evidence shows itself, and an end has a source."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from eastflank.checks.rows import Rows
from eastflank.model import Claim, Dataset, Deployment, Finding, Standing
from eastflank.record.as_of import as_of
from eastflank.record.claim_index import ClaimIndex, index_of
from eastflank.record.strength import counts_whole

_FIELDS = ("status", "lead", "host", "place", "unit_count", "starts", "ends")


def no_weak_claim_displaces_a_sound_one(dataset: Dataset) -> Iterator[Finding]:
    """On the newest day, no field takes a weak claim where an older sound one states another value of it."""
    if (newest := _newest_day(dataset)) is None:
        return
    claims, index = Rows("claims", dataset.claims), index_of(dataset)
    contributions = Rows("contributions", dataset.contributions)
    lines, sent_lines = claims.lines(), contributions.lines()
    remedy = "Look for a sound source, or answer why the weak one is to be followed."
    known = as_of(dataset, newest)
    own: dict[str, list[Claim]] = {}
    for deployment, said in index.claims.items():
        one = known.deployments.get(deployment)
        own.setdefault(one.same_as if one else deployment, []).extend(said)
    for one in known.deployments.values():
        said = own.get(one.id, [])
        for field in _FIELDS:
            weak = _weak(getattr(one, f"{field}_claim"), index)
            if weak is None or one.ended_with:
                continue
            sound = _displaced(weak, [claim for claim in said if getattr(claim, field)])
            if sound and getattr(sound, field) != getattr(weak, field):
                yield claims.finding(lines[weak.id], field, _problem(weak, sound, one, field), remedy)
        weak = _weak(one.figure.claim if one.figure else None, index)
        single = one.sort == "unit"
        if weak and (sound := _displaced(weak, [item for item in said if counts_whole(item, single=single)])):
            problem = _problem(weak, sound, one, "strength")
            yield claims.finding(lines[weak.id], "troops_low", problem, remedy)
        for part in one.contingents:
            weak = _weak(part.figure.claim if part.figure else None, index)
            stating = [item for item in said if _states(item, part.nation)]
            if weak and (sound := _displaced(weak, stating)):
                problem = _problem(weak, sound, one, f"contingent of {part.nation}")
                key = f"{weak.id}, {part.nation}"
                yield contributions.finding(sent_lines[key], "troops_low", problem, remedy)


def an_end_is_stated_by_a_source(dataset: Dataset) -> Iterator[Finding]:
    """A judged claim states no end that no source states: neither a last day, nor that it is over."""
    claims, index = Rows("claims", dataset.claims), index_of(dataset)
    lines = claims.lines()
    for deployment, said in sorted(index.claims.items()):
        ending = [claim for claim in said if claim.ends or claim.standing == Standing.GONE]
        if any(claim.basis != "judged" for claim in ending):
            continue
        for claim in ending:
            yield claims.finding(
                lines[claim.id],
                "ends" if claim.ends else "status",
                f"That {deployment} ends is a curator’s judgement; no source states it.",
                "Look for a source of the end, or answer why it must have ended.",
            )


def _newest_day(dataset: Dataset) -> date | None:
    newest = dataset.claims["known_on"].max()
    return None if newest is None or newest != newest else newest.date()  # noqa: PLR0124 - NaT is not itself


def _weak(claim: str | None, index: ClaimIndex) -> Claim | None:
    found = index.by_id.get(claim or "")
    return found if found and found.weak else None


def _displaced(weak: Claim, stating: list[Claim]) -> Claim | None:
    """The newest sound claim that states the same of an earlier day; None where there is none."""
    sound = [claim for claim in stating if not claim.weak and claim.told_last <= weak.told_last]
    return max(sound, key=lambda claim: (claim.told_last, claim.id), default=None)


def _states(claim: Claim, nation: str) -> bool:
    return any(sent.nation == nation and sent.stated for sent in claim.contributions)


def _problem(weak: Claim, sound: Claim, one: Deployment, field: str) -> str:
    return f"The {field} of {one.id} follows this weak claim ({weak.grade}), not {sound.id} ({sound.grade})."
