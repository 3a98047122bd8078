"""One proposal in words: its quote, each field with its characters, and the comparison with the record."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from eastflank.curation.proposed import Proposed
from eastflank.curation.review import Review
from eastflank.intake.against_record import in_words
from eastflank.intake.article.proposals import ReadField
from eastflank.ui.add_data.review_acts import Before
from eastflank.words.chosen import claim_entry, values
from eastflank.words.chosen import reviewing as words

_CALLED = {"counts": values.COUNTS, "status": values.STATUSES, "hedge": claim_entry.HEDGES}
"""The labels of the codes of a field."""
_NATIONS = frozenset(("lead", "host", "contributors"))
_LONGEST = 160
"""How many characters of a field's words are shown."""


def state_of(review: Review, number: int) -> str:
    """The decision on a proposal, as a key of `words.STATES`."""
    found = review.state(number)
    return found.value if found else "open"


def card(one: Proposed, review: Review, on: Before) -> Markup:
    """The proposal as HTML: every word of it is escaped."""
    state, decision = state_of(review, one.number), review.decisions.get(one.number)
    quote = on.text[slice(*one.proposal.quote)]
    parts = [
        Markup('<h2 class="ef-form-head">{} <small class="ef-state ef-state-{}">{}</small></h2>').format(
            words.KINDS[one.proposal.kind.value], state, words.heading(one.number, len(on.items), state)
        ),
        Markup('<blockquote class="ef-form-quote">{}</blockquote>').format(quote),
        Markup('<p class="ef-sure">{}</p>').format(words.SURE[one.proposal.surety.value]),
        Markup('<table class="ef-read">{}<tbody>{}</tbody></table>').format(
            Markup("<thead><tr><th>{}</th><th>{}</th><th>{}</th></tr></thead>").format(*words.COLUMNS),
            Markup("").join(_rows(one, on)),
        ),
        _line(words.IN_DOUBT, "; ".join(_doubted(one, on))) if one.proposal.doubted else Markup(""),
        _line(words.NOT_STATED, "; ".join(map(words.field, one.proposal.not_stated)) or words.NOTHING_OPEN),
    ]
    told = list(in_words(one.comparison)) or [words.RECORD_SILENT]
    parts.append(_line(words.RECORD_SAYS, " ".join(told)))
    if one.unquotable:
        parts.append(_wrong(words.no_form(one.unquotable)))
    parts += [_wrong(str(each)) for each in one.wrong]
    if decision is not None and decision.reason:
        parts.append(_line("", words.refused_because(decision.reason)))
    return Markup('<div class="ef-proposal">{}</div>').format(Markup("").join(parts))


def _rows(one: Proposed, on: Before) -> Iterator[Markup]:
    for name, field in one.proposal.fields.items():
        notes = [words.said_by(_one_line(on.text[slice(*span)])) for span in field.spans]
        notes += [words.ORIGINS[field.origin.value]] if field.origin else []
        notes += [words.WEIGHED] if field.weighed else []
        if name not in one.left_out and field.spans and _is_outside(one, field):
            notes.append(words.TOLD_ELSEWHERE)
        if name in one.left_out:
            outside = name != "speaker" and _is_outside(one, field)
            missing = words.NO_SUCH_PLACE if name == "place" else words.NOT_HELD
            notes.append(words.STANDS_OUTSIDE if outside else missing)
        yield Markup(
            '<tr data-review-field="{}"{}><th scope="row">{}</th><td>{}</td><td class="ef-by">{}</td></tr>'
        ).format(
            name,
            Markup(' class="ef-left"') if name in one.left_out else "",
            words.field(name),
            value_of(name, field.value, on),
            ", ".join(notes) or words.NO_CHARACTERS,
        )


def _doubted(one: Proposed, on: Before) -> Iterator[str]:
    """The values that were too unsure to be filled in, each with its words."""
    for name, field in one.proposal.doubted.items():
        said = ", ".join(words.said_by(_one_line(on.text[slice(*span)])) for span in field.spans)
        yield f"{words.field(name)} {value_of(name, field.value, on)} ({said})"


def value_of(name: str, value: str, on: Before) -> str:
    """A field's value in words: nations by their names."""
    if name in _NATIONS:
        return values.listed(on.names.get(code, code) for code in value.split(";"))
    if name == "contributor_troops":
        parts = (part.partition("=") for part in value.split(";"))
        return ", ".join(f"{on.names.get(code, code)} {figure}" for code, _, figure in parts)
    if name in _CALLED:
        return _CALLED[name].get(value, value)
    if name in ("troops_low", "troops_high") and value.isdigit():
        return f"{int(value):,}"
    return value


def _is_outside(one: Proposed, field: ReadField) -> bool:
    start, stop = one.proposal.quote
    return not all(start <= span.start and span.stop <= stop for span in field.spans)


def _one_line(text: str) -> str:
    shown = " ".join(text.split())
    return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]} …"


def _line(term: str, said: str) -> Markup:
    head = Markup("<b>{}:</b> ").format(term) if term else Markup("")
    return Markup('<p class="ef-said">{}{}</p>').format(head, said)


def _wrong(said: str) -> Markup:
    return Markup('<p class="ef-objection">{}</p>').format(said)
