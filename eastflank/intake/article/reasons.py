"""Why words about soldiers are not a claim about a deployment."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from eastflank.dates import bounds
from eastflank.intake.article import lexicon
from eastflank.intake.article.clauses import Clause
from eastflank.intake.article.days import When
from eastflank.intake.article.draft import DraftFields
from eastflank.intake.article.proposals import ReadField, Reason
from eastflank.intake.article.reckoning import resolved
from eastflank.intake.article.sentence_parts import SentenceParts
from eastflank.intake.article.thread import Thread
from eastflank.intake.article.verb_forms import Tells
from eastflank.intake.article.voices import Saying
from eastflank.intake.article.whereabouts import opening_of
from eastflank.intake.article.word_sets import word_set

_LASTING = word_set(
    "remain stay serve stand operate work train patrol live be keep maintain retain hold have"
)
_LATELY = 60
"""“Had 762 troops” is still a current figure if it is at most so many days old."""
_RECENT = 2
"""The simple past is history if it is at least so many years back."""
_SERVICES = frozenset(("army", "navy", "military", "defence", "defense", "armed"))
_HOUSING = word_set("house accommodate hold shelter quarter billet lodge")
_LESSONS = word_set("training course courses lessons")
_SENT_TO_TEACH = word_set(
    "mission team teams contingent unit operation detachment instructors trainers soldiers troops"
)
_STRENGTHS = ("troops_low", "troops_high", "contributor_troops")
_TEACHING = word_set("train instruct teach coach")
_AT_HOME = word_set("reservists conscripts recruits residents inhabitants refugees")
_PEOPLE = word_set("people persons men women")
_TOWN = 5_000
"""So many people are fugitives or inhabitants, unless they are called soldiers."""
_NEAR = 4
"""The most lines to the paragraph that mentioned the same force."""
_HARMING = word_set(
    "bomb bombing bombed shell shelling shelled attack attacking attacked kill killing killed"
)
_SENT = word_set("send deploy dispatch station contribute")
_COMING = word_set("arrive come land follow")
_OPEN = word_set("considered offered pledged agreed decided arriving")


def reason_against(
    draft: DraftFields, clause: Clause, parts: SentenceParts, said: Sequence[Saying], thread: Thread
) -> Reason | None:
    """Why a draft is not a claim; None if it is one."""
    fields = draft.fields
    if parts.has([*draft.extent, *clause.before, *clause.after], lexicon.EXERCISES):
        return Reason.EXERCISE
    chain = clause.chain
    if chain.modal in ("can", "could") and chain.verb.lemma in _HOUSING and not chain.passive:
        return Reason.NOBODY  # “it can house 1,200 soldiers”: this does not say that anybody is there
    if clause.before and parts.has(clause.before, _LESSONS) and not parts.has(clause.before, _SENT_TO_TEACH):
        return Reason.EXERCISE
    somewhere = "host" in fields or "place" in fields or draft.located
    moves = clause.chain.verb.tells in (Tells.GO, Tells.SEND, Tells.JOIN) and (
        clause.chain.past or clause.chain.perfect or clause.chain.progressive
    )
    here = thread.exercise_in == parts.sentence.paragraph
    if here and (not somewhere or (thread.exercise_before and moves and not clause.chain.passive)):
        return Reason.EXERCISE
    if parts.has(draft.extent, lexicon.CASUALTIES):
        return Reason.CASUALTIES
    if _counts_inhabitants(draft, parts):
        return Reason.NOBODY
    if _is_past(draft, clause, parts, said, thread):
        return Reason.HISTORY
    if (
        "lead" in fields
        and "host" in fields
        and fields["lead"].value == fields["host"].value
        and "contributors" not in fields
        and clause.chain.verb.tells is not Tells.JOIN
    ):
        return Reason.AT_HOME
    if "established" in draft.marks:
        return None
    mission = parts.has(clause.after, lexicon.MISSIONS)
    opening = opening_of(parts)
    before = [at for at in (*clause.before, *clause.antecedent) if at not in opening]
    home = (parts.has(before, _SERVICES) and not mission) or (
        thread.at_home and parts.low(0) in ("it", "they", "its", "their")
    )
    if home and "host" not in fields and "place" not in fields:
        return Reason.AT_HOME
    return None if _says_enough(draft, clause, parts, thread, somewhere=somewhere) else Reason.NOBODY


def _harms_its_lead(draft: DraftFields, parts: SentenceParts) -> bool:
    """“Bombing Syrian civilians”: the nation right after the verb sends no force."""
    lead = draft.fields.get("lead")
    starts = {span.start for span in lead.spans} if lead else set()
    return any(parts.low(at - 1) in _HARMING and parts.items[at].start in starts for at in draft.extent if at)


def reason_against_a_frame(draft: DraftFields, clause: Clause, parts: SentenceParts) -> Reason | None:
    """Why a draft of the clause model is not a claim; None if it is one: its cues were weighed before."""
    fields = draft.fields
    if parts.has([*draft.extent, *clause.before, *clause.after], lexicon.EXERCISES):
        return Reason.EXERCISE
    if parts.has(draft.extent, lexicon.CASUALTIES) or _harms_its_lead(draft, parts):
        return Reason.CASUALTIES
    if "lead" in fields and "host" in fields and fields["lead"].value == fields["host"].value:
        return Reason.AT_HOME
    if _teaches_them(clause, parts):
        return Reason.EXERCISE
    if _counts_inhabitants(draft, parts):
        return Reason.NOBODY
    return None


def _teaches_them(clause: Clause, parts: SentenceParts) -> bool:
    """“Has trained over 37,000 members of the Ukrainian army”: those who are taught are not sent."""
    after = range(clause.chain.stop, min(clause.chain.stop + 3, clause.after.stop))
    counted = any(parts.items[at].figure or parts.items[at].nation for at in after)
    return clause.chain.verb.lemma in _TEACHING and not clause.chain.passive and counted


def _counts_inhabitants(draft: DraftFields, parts: SentenceParts) -> bool:
    """“More than 500,000 people have fled”, “has 870,000 reservists”: no force abroad."""
    fields = draft.fields
    figure = next((fields[name] for name in _STRENGTHS if name in fields), None)
    if figure is None:
        return False
    after = [item for item in parts.items if item.start >= figure.spans[0].stop and not item.nation]
    low = after[0].low if after else ""
    unsent = "lead" not in fields and "contributors" not in fields
    return low in _AT_HOME or (low in _PEOPLE and unsent and _is_many(figure))


def _is_many(figure: ReadField) -> bool:
    return figure.value.isdecimal() and int(figure.value) >= _TOWN


def _says_enough(
    draft: DraftFields, clause: Clause, parts: SentenceParts, thread: Thread, *, somewhere: bool
) -> bool:
    """Whether it says who, where or how many; less is needed if the article is clearly about such forces."""
    fields = draft.fields
    who = "lead" in fields or "contributors" in fields
    sent = clause.chain.verb.lemma in _SENT and not _goes_somewhere_else(parts, clause)
    many = any(name in fields for name in ("troops_low", "troops_high", "contributor_troops", "unit_count"))
    mission_here = parts.has(draft.extent, lexicon.UN_LIKE)
    hosts = clause.chain.verb.tells is Tells.HOST
    if (many and "stands" in draft.marks) or ("relief" in draft.marks and (thread.told or thread.about)):
        return True
    if not (who or somewhere or many):
        status = fields["status"].value if "status" in fields else ""
        comes = clause.chain.verb.lemma in _COMING and draft.of_a_force and status in _OPEN - {"considered"}
        near = parts.sentence.paragraph - thread.last_in <= _NEAR
        dated = "starts" in fields or "ends" in fields
        comes = comes or (near and dated and draft.of_a_force and status in _OPEN | {"leaving"})
        return thread.told and (comes or "rest" in draft.marks)
    of_several = parts.has(draft.extent, lexicon.MULTINATIONAL)
    abroad = thread.about and draft.of_a_force
    told = thread.told or thread.multinational or mission_here
    if who + somewhere + many >= 2:
        return somewhere or told or sent or hosts or abroad or "stands" in draft.marks or of_several
    if who:
        return thread.told or "contributors" in fields or (draft.of_a_force and (told or abroad))
    if many:
        return thread.told or abroad or (thread.about and of_several) or (draft.of_a_force and told)
    return draft.of_a_force and (told or sent or hosts or thread.forces or thread.about)


def _goes_somewhere_else(parts: SentenceParts, clause: Clause) -> bool:
    """“Sent 500 soldiers to hospitals”: the destination is neither a country nor a place."""
    for at in clause.after:
        goal = at + 1 + (parts.low(at + 1) in ("the", "its", "their"))
        if parts.low(at) == "to" and goal < len(parts.items):
            return parts.items[goal].is_word and parts.low(goal) not in lexicon.VERBS
    return False


def _is_past(
    draft: DraftFields, clause: Clause, parts: SentenceParts, said: Sequence[Saying], thread: Thread
) -> bool:
    chain, today = clause.chain, thread.said
    if parts.has(range(len(parts.items)), lexicon.HISTORY) or _of_the_cold_war(parts):
        return True
    if "nominal" in draft.marks:
        return False
    if chain.past and chain.perfect and chain.verb.tells is Tells.COUNT:
        return True  # “where the number had shrunk to ten”
    opened = parts.low(clause.before.start - 1) if clause.before.start else ""
    if opened in ("after", "before", "when", "until") and chain.past:
        return True
    reported = any(chain.first in saying.covers for saying in said)
    lasting = chain.verb.lemma in _LASTING or chain.verb.tells in (Tells.LEAD, Tells.HOST)
    if (
        chain.perfect
        and not chain.controls
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
    """“At the end of May” in an article of June: it is assumed to be still true."""
    value = resolved(when, today, ahead=False) if when and today and (when.month or when.day) else None
    last = bounds(value)[1] if value else None
    return bool(last and today and 0 <= (today - last).days <= _LATELY)


def _of_the_cold_war(parts: SentenceParts) -> bool:
    items = range(len(parts.items))
    named = next((at for at in items if parts.low(at) == "cold" and parts.low(at + 1) == "war"), None)
    return named is not None and not parts.has(range(max(named - 6, 0), named), frozenset(("since", "after")))


def _shares(draft: DraftFields) -> dict[str, ReadField]:
    """The draft's contingent figure under the name of a strength field."""
    found = draft.fields.get("contributor_troops")
    return {"troops_low": found} if found else {}
