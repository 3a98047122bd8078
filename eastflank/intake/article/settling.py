"""Drafts → proposals: speaker, days, kind, surety, and what is passed over with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from eastflank.dates import bounds
from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause, Subject
from eastflank.intake.article.days import When, resolved
from eastflank.intake.article.draft import Draft, span_of
from eastflank.intake.article.proposals import (
    FIELDS,
    Field,
    Kind,
    Origin,
    PassedOver,
    Proposal,
    Reason,
    Span,
    Surety,
)
from eastflank.intake.article.sentence_parts import Parts
from eastflank.intake.article.thread import Thread
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.voices import Saying, Voice
from eastflank.intake.article.word_sets import word_set

_UNTIL = frozenset(("until", "till", "through"))
_LASTING = word_set(
    "remain stay serve stand operate work train patrol live be keep maintain retain hold have"
)
_LATELY = 60
"""Days back from which “had 762 troops” is still a figure of now."""
_RECENT = 2
"""Years back from which a plain past tense is history."""
_SERVICES = frozenset(("army", "navy", "military", "defence", "defense", "armed"))
_SENT = word_set("send deploy dispatch station contribute")
_OPENS_ANOTHER_MATTER = word_set("after following despite before amid since under")
_COMING = word_set("arrive come land follow")
_OVER = frozenset(("leaving", "ended"))
_OPEN = word_set("considered offered pledged agreed decided arriving")


class Settled(NamedTuple):
    """What a sentence gives."""

    proposals: tuple[Proposal, ...]
    passed: tuple[PassedOver, ...]


def settle(
    parts: Parts,
    drafts: Sequence[tuple[Draft, Clause]],
    said: Sequence[Saying],
    default: Voice | None,
    thread: Thread,
    adversaries: frozenset[str],
    text: str,
) -> Settled:
    """The drafts of a sentence as proposals, those that are none with the reason."""
    proposals, passed = [], []
    kept = list(_merged(_unlike(drafts)))
    for draft, clause in kept:
        dated(draft, clause, parts, said, thread.said)
        if thread.here and "host" not in draft.fields:
            draft.nations("host", [thread.here])
        reason = _reason(draft, clause, parts, said, thread)
        thread.passed_at_home = thread.passed_at_home or reason is Reason.AT_HOME
        if reason:
            passed.append(PassedOver(_quote(parts, draft, alone=False), reason))
            continue
        _kind(draft, adversaries)
        proposals.append(draft)
        thread.told = thread.told or draft.kind is Kind.DEPLOYMENT
        if draft.kind is Kind.DEPLOYMENT:
            thread.last, thread.last_in = draft.fields, parts.sentence.paragraph
    alone = len(proposals) == 1
    clause_of = {id(draft): clause for draft, clause in kept}
    return Settled(
        tuple(
            finished(
                draft, clause_of[id(draft)].chain.first, parts, said, default, thread, alone=alone, text=text
            )
            for draft in proposals
        ),
        tuple(passed),
    )


def finished(
    draft: Draft,
    at: int,
    parts: Parts,
    said: Sequence[Saying],
    default: Voice | None,
    thread: Thread,
    *,
    alone: bool,
    text: str,
) -> Proposal:
    """A draft with its speaker and its day as a proposal; `at` is an index within what it tells."""
    saying = next((one for one in said if at in one.covers and one.voice), None)
    voice = saying.voice if saying else default
    if voice:
        origin = Origin.SPEAKER_LINE if voice.by_line else None
        draft.put("speaker", voice.value, voice.spans, origin)
    _said_on(draft, parts, saying, thread.said)
    fields = {name: draft.fields[name] for name in FIELDS if name in draft.fields}
    return Proposal(
        draft.kind, _quote(parts, draft, alone=alone), fields, _surety(draft), tuple(readings(draft, text))
    )


def readings(draft: Draft, text: str) -> Iterator[str]:
    """How each field was read: the field, and the article's words for it."""
    for name in FIELDS:
        field = draft.fields.get(name)
        if field and field.spans:
            yield f"{name}: " + ", ".join(f"“{text[span.start : span.stop]}”" for span in field.spans)


def _unlike(drafts: Sequence[tuple[Draft, Clause]]) -> Iterator[tuple[Draft, Clause]]:
    """Without what a later clause tells again: “troops based in Vilseck will be sent to Romania”."""
    for number, (draft, clause) in enumerate(drafts):
        others = [one for place, one in enumerate(drafts) if place != number]
        if clause.chain.reduced and any(_same_force(draft, other) for other, _ in others):
            continue
        if any(draft.fields == other.fields for other, _ in drafts[:number]):
            continue
        yield draft, clause


def _merged(drafts: Iterable[tuple[Draft, Clause]]) -> Iterator[tuple[Draft, Clause]]:
    """What two verbs with one subject tell of one force, as one: “have embarked and should land at Tyre”."""
    last: tuple[Draft, Clause] | None = None
    for draft, clause in drafts:
        if last and last[1].chain.reduced and _continues(last[0], draft):
            draft.extent = range(last[0].extent.start, max(last[0].extent.stop, draft.extent.stop))
            for name, field in last[0].fields.items():
                draft.put(name, field.value, field.spans, field.origin)
            last = (draft, clause)
            continue
        if last and _tell_one_thing(last[0], draft, clause, last[1]):
            for name, field in draft.fields.items():
                last[0].put(name, field.value, field.spans, field.origin)
            last[0].extent = range(last[0].extent.start, max(last[0].extent.stop, draft.extent.stop))
            last[0].also = (*last[0].also, clause)
            continue
        if last:
            yield last
        last = (draft, clause)
    if last:
        yield last


def _continues(one: Draft, other: Draft) -> bool:
    """“The soldiers serving in Mali should remain until March”: the main verb after a participle."""
    new = {"troops_low", "troops_high", "unit_count", "lead", "contributors"} & set(other.fields)
    same = all(one.fields.get(name) == other.fields.get(name) for name in ("host", "place"))
    return not new and same


def _tell_one_thing(one: Draft, other: Draft, clause: Clause, before: Clause) -> bool:
    if clause.kind is Subject.RELATIVE and clause.chain.verb.tells is Tells.COUNT:
        return "troops_high" not in one.fields and "troops_low" not in one.fields
    if clause.kind is not Subject.SHARED:
        return False
    leads = [_leads(one) for one in (before, clause)]
    if leads[0] != leads[1]:
        return False  # “leads the mission and has 150 soldiers there”
    joins = other.fields.get("contributors")
    earlier = one.fields.get("contributors")
    if joins and clause.chain.infinitive and earlier and earlier.value == joins.value:
        return True
    if joins and "lead" in one.fields and one.fields["lead"].value == joins.value:
        one.fields["contributors"] = one.fields.pop("lead")
        one.give()
        return True
    if clause.chain.infinitive:
        return False
    names = ("host", "place", "troops_low", "troops_high", "unit_count", "contributor_troops", "counts")
    if any(
        name in one.fields and name in other.fields and one.fields[name] != other.fields[name]
        for name in names
    ):
        return False
    who = [draft.fields.get("lead") or draft.fields.get("contributors") for draft in (one, other)]
    same = not (who[0] and who[1]) or who[0].value == who[1].value
    return (
        same and {one.fields["status"].value, other.fields["status"].value} & _OVER == set()
        if ("status" in one.fields and "status" in other.fields)
        else same
    )


def _leads(clause: Clause) -> bool:
    return clause.chain.verb.tells is Tells.LEAD or clause.chain.verb.lemma in ("take", "hand")


def _same_force(one: Draft, other: Draft) -> bool:
    names = ("troops_low", "troops_high", "unit_count", "lead", "contributor_troops")
    return any(name in one.fields and one.fields[name] == other.fields.get(name) for name in names)


def dated(draft: Draft, clause: Clause, parts: Parts, said: Iterable[Saying], today: date | None) -> None:
    """Set when it begins or ends, by the days in its clause."""
    on_which_said = {at for saying in said for at in saying.days}
    field = draft.fields.get("status")
    status = field.value if field else None
    opening = _opening(parts)
    for at in [place for one in (clause, *draft.also) for place in _near(draft, one)]:
        when = parts.items[at].when
        if (
            when is None
            or at in opening
            or at in on_which_said
            or (parts.low(at - 2) == "at" and parts.low(at - 1) == "least")
            or _of_the_decision(clause, at, when)
        ):
            continue
        begun = clause.chain.past and when.weekday is not None
        _put_day(draft, when, parts, at, status, today, begun=begun)


def _opening(parts: Parts) -> range:
    """“After the attack in Banjska at the end of May, …”: what stands there has days of its own."""
    if parts.low(0) not in _OPENS_ANOTHER_MATTER or (parts.items[0].when is not None):
        return range(0)
    return range(next((at for at in range(len(parts.items)) if parts.low(at) == ","), 0))


def _near(draft: Draft, clause: Clause) -> list[int]:
    inner = set(draft.extent)
    return [at for at in [*clause.before, *clause.after] if at in inner or at < clause.chain.first]


def _of_the_decision(clause: Clause, at: int, when: When) -> bool:
    decided = clause.chain.verb.tells in (Tells.DECIDE, Tells.SAY) or "announce" in clause.chain.controls
    before = clause.chain.past and at < clause.chain.first and when.preposition == "in"
    return decided and ((at <= clause.chain.stop + 2 and when.preposition in ("", "on")) or before)


def _put_day(
    draft: Draft, when: When, parts: Parts, at: int, status: str | None, today: date | None, *, begun: bool
) -> None:
    ahead = status in _OPEN or status == "leaving" or when.preposition in _UNTIL
    ahead = ahead and not begun  # “began pulling out on Sunday”
    if status == "deployed" and when.unit == "day" and when.turn == 0 and "lasts" in draft.marks:
        return
    if status in ("decided", "agreed") and when.preposition in ("", "on") and when.weekday is not None:
        return
    value = resolved(when, today, ahead=ahead and when.preposition != "since")
    if value is None or when.preposition in ("after", "before", "during", "for", "of", "as"):
        return
    span = [span_of(parts.items[at])]
    if when.preposition in _UNTIL:
        draft.put("ends", value, span)
    elif status in _OVER:
        draft.put("ends", f"../{value}" if when.preposition == "by" else value, span)
    elif when.preposition == "by" and "/" not in value:
        draft.put("starts", f"../{value}", span)
    else:
        draft.put("starts", value, span)


def _said_on(draft: Draft, parts: Parts, saying: Saying | None, today: date | None) -> None:
    for at in sorted(saying.days) if saying else ():
        when = parts.items[at].when
        value = resolved(when, today, ahead=False) if when else None
        if value:
            draft.put("said_on", value, [span_of(parts.items[at])])
    if today:
        draft.put("said_on", today.isoformat(), (), Origin.ARTICLE_DATE)


def _reason(
    draft: Draft, clause: Clause, parts: Parts, said: Sequence[Saying], thread: Thread
) -> Reason | None:
    fields = draft.fields
    if parts.has([*draft.extent, *clause.before, *clause.after], lexicon.EXERCISES):
        return Reason.EXERCISE
    somewhere = "host" in fields or "place" in fields or draft.located
    moves = clause.chain.verb.tells in (Tells.GO, Tells.SEND, Tells.JOIN) and clause.chain.past
    here = thread.exercise_in == parts.sentence.paragraph
    if here and (not somewhere or (thread.exercise_before and moves and not clause.chain.passive)):
        return Reason.EXERCISE
    if parts.has(draft.extent, lexicon.CASUALTIES):
        return Reason.CASUALTIES
    if _is_past(draft, clause, parts, said, thread):
        return Reason.HISTORY
    if (
        "lead" in fields
        and "host" in fields
        and fields["lead"].value == fields["host"].value
        and "contributors" not in fields
    ):
        return Reason.AT_HOME
    if "established" in draft.marks:
        return None
    mission = parts.has(clause.after, lexicon.MISSIONS)
    home = (parts.has([*clause.before, *clause.antecedent], _SERVICES) and not mission) or (
        thread.at_home and parts.low(0) in ("it", "they", "its", "their")
    )
    if home and "host" not in fields and "place" not in fields:
        return Reason.AT_HOME
    who = "lead" in fields or "contributors" in fields
    sent = clause.chain.verb.lemma in _SENT and not _goes_somewhere_else(parts, clause)
    many = any(name in fields for name in ("troops_low", "troops_high", "contributor_troops", "unit_count"))
    mission_here = parts.has(draft.extent, lexicon.UN_LIKE)
    hosts = clause.chain.verb.tells is Tells.HOST
    if many and "stands" in draft.marks:
        return None
    if not (who or somewhere or many):
        status = fields["status"].value if "status" in fields else ""
        comes = clause.chain.verb.lemma in _COMING and draft.of_a_force and status in _OPEN - {"considered"}
        return None if thread.told and (comes or "rest" in draft.marks) else Reason.NOBODY
    if who + somewhere + many >= 2:
        known = somewhere or thread.told or thread.multinational or sent or mission_here or hosts
        known = (
            known
            or (thread.about and draft.of_a_force and not home)
            or "stands" in draft.marks
            or parts.has(draft.extent, lexicon.MULTINATIONAL)
        )
        return None if known else Reason.NOBODY
    if who and (thread.told or "contributors" in fields):
        return None
    if many and parts.has(draft.extent, lexicon.MULTINATIONAL) and thread.about:
        return None
    told = thread.told or thread.multinational or mission_here or (somewhere and thread.forces)
    if somewhere and draft.of_a_force and (sent or clause.chain.verb.tells is Tells.HOST):
        return None
    return None if (many and thread.told) or (draft.of_a_force and told) else Reason.NOBODY


def _goes_somewhere_else(parts: Parts, clause: Clause) -> bool:
    """“Sent 500 soldiers to hospitals”: a goal that is no country and no place."""
    for at in clause.after:
        goal = at + 1 + (parts.low(at + 1) in ("the", "its", "their"))
        if parts.low(at) == "to" and goal < len(parts.items):
            return parts.items[goal].is_word and parts.low(goal) not in lexicon.VERBS
    return False


def _is_past(draft: Draft, clause: Clause, parts: Parts, said: Sequence[Saying], thread: Thread) -> bool:
    chain, today = clause.chain, thread.said
    if parts.has(range(len(parts.items)), lexicon.HISTORY) or _of_the_cold_war(parts):
        return True
    if "nominal" in draft.marks:
        return False
    opened = parts.low(clause.before.start - 1) if clause.before.start else ""
    if opened in ("after", "before", "when", "until") and chain.past:
        return True
    reported = any(chain.first in saying.covers for saying in said)
    lasting = chain.verb.lemma in _LASTING or chain.verb.tells in (Tells.LEAD, Tells.HOST)
    if (
        chain.perfect
        and chain.verb.lemma in ("serve", "rotate", "pass")
        and "troops_low" in draft.fields | _shares(draft)
    ):
        return True  # “more than 30,000 have served since 1978” adds up the years
    whens = [parts.items[at].when for at in [*clause.before, *clause.after]]
    lately = any(_is_lately(when, today) for when in whens)
    if chain.past and not chain.perfect and lasting and not (reported or chain.passive or lately):
        return True
    if chain.past and not chain.perfect and thread.past_in == parts.sentence.paragraph and not any(whens):
        return True
    if chain.past and any(when and when.unit == "year" and (when.turn or 0) <= -_RECENT for when in whens):
        return True
    year = today.year if today else None
    return any(
        when is not None and when.year is not None and year is not None and chain.past
        and not chain.perfect and when.year <= year - _RECENT and when.preposition != "since"
        for when in whens
    )  # fmt: skip


def _is_lately(when: When | None, today: date | None) -> bool:
    """“At the end of May” in an article of June: what was so then is taken to be so still."""
    value = resolved(when, today, ahead=False) if when and today and (when.month or when.day) else None
    last = bounds(value)[1] if value else None
    return bool(last and today and 0 <= (today - last).days <= _LATELY)


def _of_the_cold_war(parts: Parts) -> bool:
    return any(parts.low(at) == "cold" and parts.low(at + 1) == "war" for at in range(len(parts.items)))


def _shares(draft: Draft) -> dict[str, Field]:
    """The figure of contingents under the name of a strength."""
    found = draft.fields.get("contributor_troops")
    return {"troops_low": found} if found else {}


def _kind(draft: Draft, adversaries: frozenset[str]) -> None:
    lead = draft.fields.get("lead") or draft.fields.get("contributors")
    if lead and set(lead.value.split(";")) <= adversaries:
        draft.kind = Kind.ADVERSARY
        draft.fields.pop("contributors", None)
        draft.put("lead", lead.value, lead.spans)
        share = draft.fields.pop("contributor_troops", None)
        if share:
            low, _, high = share.value.partition("=")[2].partition("-")
            draft.put("troops_low", low, share.spans)
            draft.put("troops_high", high, share.spans)


def _surety(draft: Draft) -> Surety:
    fields = draft.fields
    who = "lead" in fields or "contributors" in fields
    somewhere = "host" in fields or "place" in fields
    if draft.leans:
        return Surety.LIKELY if who or somewhere else Surety.DOUBTFUL
    if who and somewhere and "status" in fields:
        return Surety.PLAIN
    return Surety.LIKELY if (who or somewhere) and "status" in fields else Surety.DOUBTFUL


def _quote(parts: Parts, draft: Draft, *, alone: bool) -> Span:
    items = parts.items
    if alone or not len(draft.extent):
        return Span(items[0].start, parts.sentence.stop)
    start, stop = draft.extent.start, min(draft.extent.stop, len(items))
    while start < stop - 1 and items[start].low in (",", "and", "but", '"', ";", "—", "that"):
        start += 1
    while stop > start + 1 and items[stop - 1].low in (",", "and", '"', ";", "—", "."):
        stop -= 1
    return Span(items[start].start, items[stop - 1].stop)
