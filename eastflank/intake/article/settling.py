"""Turns drafts into proposals: speaker, days, kind, certainty, and what is left out with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.days import When
from eastflank.intake.article.draft import FRAMED, POINTED, DraftFields, span_of
from eastflank.intake.article.filling import fill
from eastflank.intake.article.merging import merged, unlike
from eastflank.intake.article.predicates import classes_of
from eastflank.intake.article.proposals import (
    FIELDS,
    ArticleSpan,
    FieldOrigin,
    PassedOver,
    Proposal,
    ProposalKind,
    ReadField,
    Reason,
    Surety,
)
from eastflank.intake.article.reasons import reason_against, reason_against_a_frame
from eastflank.intake.article.reckoning import resolved
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.thread import Thread
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.voices import Saying, Voice
from eastflank.intake.article.whereabouts import opening_of
from eastflank.intake.article.word_sets import word_set

_UNTIL = frozenset(("until", "till", "through"))
_LASTING = _UNTIL | {"since", "from"}
"""Words before the day on which a state begins or ends."""
_BOUNDS = frozenset(("by", "before"))
_EXTENDED = word_set(
    "extend extended extends extending prolong prolonged renewed extension lengthen lengthened"
)
_OVER = frozenset(("leaving", "ended"))
_NEAR_BEFORE = 6
"""At most so many words stand between “before” and the day of what follows."""
_OPEN = word_set("considered offered pledged agreed decided arriving")


class Settled(NamedTuple):
    """The result of one sentence."""

    proposals: tuple[Proposal, ...]
    passed: tuple[PassedOver, ...]


def settle(
    parts: SentenceParts,
    drafts: Sequence[tuple[DraftFields, Clause]],
    said: Sequence[Saying],
    default: Voice | None,
    thread: Thread,
    adversaries: frozenset[str],
    text: str,
) -> Settled:
    """The drafts of a sentence as proposals; those that are not proposals with the reason."""
    proposals, passed = [], []
    by_rules = [(draft, clause) for draft, clause in drafts if FRAMED not in draft.marks]
    by_frame = [(draft, clause) for draft, clause in drafts if FRAMED in draft.marks]
    kept = [*merged(unlike(by_rules)), *by_frame]
    for draft, clause in kept:
        dated(draft, clause, parts, said, thread.said)
        if thread.here and "host" not in draft.fields:
            draft.nations("host", [thread.here])
        framed = FRAMED in draft.marks
        reason = (
            reason_against_a_frame(draft, clause, parts)
            if framed
            else reason_against(draft, clause, parts, said, thread)
        )
        thread.passed_at_home = thread.passed_at_home or reason is Reason.AT_HOME
        if reason:
            passed.append(PassedOver(_quote(parts, draft, alone=False), reason))
            continue
        _kind(draft, adversaries)
        if POINTED in draft.marks and draft.kind is not ProposalKind.DEPLOYMENT:
            continue
        fill(draft, clause, parts)
        proposals.append(draft)
        thread.told = thread.told or draft.kind is ProposalKind.DEPLOYMENT
        if draft.kind is ProposalKind.DEPLOYMENT:
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
    draft: DraftFields,
    at: int,
    parts: SentenceParts,
    said: Sequence[Saying],
    default: Voice | None,
    thread: Thread,
    *,
    alone: bool,
    text: str,
) -> Proposal:
    """A draft with its speaker and its day as a proposal; `at` is the index of one of its items."""
    saying = next((one for one in said if at in one.covers and one.voice), None)
    voice = saying.voice if saying else default
    if voice:
        origin = FieldOrigin.SPEAKER_LINE if voice.by_line else None
        draft.put("speaker", voice.value, voice.spans, origin)
    _said_on(draft, parts, saying, thread.said)
    draft.share()
    fields = {name: draft.fields[name] for name in FIELDS if name in draft.fields}
    quote = _quote(parts, draft, alone=alone)
    return Proposal(draft.kind, quote, fields, _surety(draft), tuple(readings(fields, text, quote)))


def readings(fields: Mapping[str, ReadField], text: str, quote: ArticleSpan) -> Iterator[str]:
    """How each field was read: the field, and the article's words for it; “before” is outside the quote."""
    for name in FIELDS:
        field = fields.get(name)
        if field and field.spans:
            before = all(span.stop <= quote.start for span in field.spans)
            yield f"{name}{' (told before)' if before else ''}: " + ", ".join(
                f"“{text[span.start : span.stop]}”" for span in field.spans
            )


def dated(
    draft: DraftFields, clause: Clause, parts: SentenceParts, said: Iterable[Saying], today: date | None
) -> None:
    """Set its beginning or end from the days in its clause."""
    on_which_said = {at for saying in said for at in saying.days}
    field = draft.fields.get("status")
    status = field.value if field else None
    opening = opening_of(parts)
    for at in [place for one in (clause, *draft.also) for place in _near(draft, one)]:
        when = parts.items[at].when
        if (
            when is None
            or at in opening
            or at in on_which_said
            or (parts.low(at - 2) == "at" and parts.low(at - 1) == "least")
            or (when.preposition == "since" and parts.low(at - 1) in ("time", "war", "first"))
            or _of_the_decision(clause, at, when)
            or (when.preposition == "before" and clause.chain.negated)
        ):
            continue
        lasts = when.preposition in _UNTIL  # an end is one, whatever the status is
        if (status is None and not lasts) or _of_another_clause(parts, clause, at):
            continue
        if status == "deployed" and when.preposition not in _LASTING and _is_a_state(clause):
            continue
        if when.preposition in ("in", "on") and _before_what(parts, at):
            when = when._replace(preposition="before")
        chain = clause.chain
        past = chain.past and not (chain.perfect or chain.controls or chain.is_to or draft.also)
        begun = chain.past and when.weekday is not None
        coming = not (chain.past or chain.perfect) and when.preposition in ("", "on")  # “it flies on Monday”
        _put_day(draft, when, parts, at, status, today, begun=begun, past=past, coming=coming)


def _of_another_clause(parts: SentenceParts, clause: Clause, at: int) -> bool:
    """“The mandate which parliament renewed in June allows …”: the day is that of the clause inside."""
    return at < clause.chain.first and any(
        clause.before.start <= other.chain.first < at and other is not clause for other in parts.clauses
    )


def _before_what(parts: SentenceParts, at: int) -> bool:
    """“Before the summit in July”: the day is that of what follows."""
    for one in range(at - 1, max(at - _NEAR_BEFORE, 0), -1):
        if parts.low(one) == "before":
            return True
        if not (parts.items[one].is_word or parts.items[one].nation) or parts.low(one) in lexicon.VERBS:
            return False
    return False


def _is_a_state(clause: Clause) -> bool:
    """“There were 500 in May”: a day on which they were counted is not their beginning."""
    verb = clause.chain.verb
    return verb.tells in (Tells.BE, Tells.HAVE, Tells.COUNT) or "stays" in classes_of(verb.lemma)


def _near(draft: DraftFields, clause: Clause) -> list[int]:
    """The items whose days may be the draft's: all of its clause, if it was read from the whole sentence."""
    inner = set(draft.extent) or set(clause.after)
    return [at for at in [*clause.before, *clause.after] if at in inner or at < clause.chain.first]


def _of_the_decision(clause: Clause, at: int, when: When) -> bool:
    decided = clause.chain.verb.tells in (Tells.DECIDE, Tells.SAY) or "announce" in clause.chain.controls
    before = clause.chain.past and at < clause.chain.first and when.preposition == "in"
    if clause.chain.past and clause.chain.controls and at < clause.chain.first and not clause.chain.perfect:
        return True
    return decided and ((at <= clause.chain.stop + 2 and when.preposition in ("", "on")) or before)


def _put_day(
    draft: DraftFields,
    when: When,
    parts: SentenceParts,
    at: int,
    status: str | None,
    today: date | None,
    *,
    begun: bool,
    past: bool,
    coming: bool,
) -> None:
    ahead = status in _OPEN or status == "leaving" or when.preposition in _UNTIL
    ahead = ahead and not begun  # “began pulling out on Sunday”
    ahead = ahead or (coming and (when.weekday is not None or when.day is not None))
    if status == "deployed" and when.unit == "day" and when.turn == 0 and "lasts" in draft.marks:
        return
    dated_by_day = when.weekday is not None or (past and when.day is not None and when.year is None)
    if status in ("decided", "agreed") and when.preposition in ("", "on") and dated_by_day:
        return  # “gave its consent on March 15”: the day of the decision
    over = when.preposition in _UNTIL and status == "deployed" and past
    value = resolved(when, today, ahead=ahead and when.preposition != "since" and not over)
    if value is None or when.preposition in ("after", "during", "for", "of", "as"):
        return
    if over and today and value < today.isoformat():
        draft.fields.pop("status")
        draft.put("status", "ended", [span_of(parts.items[at])])
    if when.preposition == "as of" and status not in _OPEN:
        return  # “as of 1 February, 385 were serving”: on that day they were counted
    if when.preposition == "since" and status in _OVER:
        return
    span = [span_of(parts.items[at])]
    to = parts.low(at - 1) == "to" and parts.has(range(max(at - 6, 0), at), _EXTENDED)
    if when.preposition in _UNTIL or to:
        draft.put("ends", _until(parts.low(at), value), span)
    elif status in _OVER:
        draft.put("ends", f"../{value.rpartition('/')[2]}" if when.preposition in _BOUNDS else value, span)
    elif when.preposition == "before" and parts.low(at - 1) == "not":
        draft.put("starts", f"{value}/..", span)
    elif when.preposition in _BOUNDS:
        draft.put("starts", f"../{value.rpartition('/')[2]}", span)
    else:
        draft.put("starts", value, span)


def _until(words: str, value: str) -> str:
    """“Until the end of 2018” is until December; the year alone would be less than the text says."""
    if words.endswith("end of the year"):
        return f"{value}-12-31"
    return f"{value}-12" if "end of" in words and value.isdecimal() else value


def _said_on(draft: DraftFields, parts: SentenceParts, saying: Saying | None, today: date | None) -> None:
    for at in sorted(saying.days) if saying else ():
        when = parts.items[at].when
        value = resolved(when, today, ahead=False) if when else None
        if value:
            draft.put("said_on", value, [span_of(parts.items[at])])
    if today:
        draft.put("said_on", today.isoformat(), (), FieldOrigin.ARTICLE_DATE)


def _kind(draft: DraftFields, adversaries: frozenset[str]) -> None:
    lead = draft.fields.get("lead") or draft.fields.get("contributors")
    if lead and set(lead.value.split(";")) <= adversaries:
        draft.kind = ProposalKind.ADVERSARY
        draft.fields.pop("contributors", None)
        draft.put("lead", lead.value, lead.spans)
        share = draft.fields.pop("contributor_troops", None)
        if share:
            low, _, high = share.value.partition("=")[2].partition("-")
            draft.put("troops_low", low, share.spans)
            draft.put("troops_high", high, share.spans)


def _surety(draft: DraftFields) -> Surety:
    fields = draft.fields
    who = "lead" in fields or "contributors" in fields
    somewhere = "host" in fields or "place" in fields
    if draft.leans:
        return Surety.LIKELY if who or somewhere else Surety.DOUBTFUL
    if who and somewhere and "status" in fields:
        return Surety.PLAIN
    return Surety.LIKELY if (who or somewhere) and "status" in fields else Surety.DOUBTFUL


def _quote(parts: SentenceParts, draft: DraftFields, *, alone: bool) -> ArticleSpan:
    items = parts.items
    if alone or not len(draft.extent):
        return ArticleSpan(items[0].start, parts.sentence.stop)
    start, stop = draft.extent.start, min(draft.extent.stop, len(items))
    while start < stop - 1 and items[start].low in (",", "and", "but", '"', ";", "—", "that"):
        start += 1
    while stop > start + 1 and items[stop - 1].low in (",", "and", '"', ";", "—", "."):
        stop -= 1
    return ArticleSpan(items[start].start, items[stop - 1].stop)
