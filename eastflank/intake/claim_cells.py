"""The cells of a claim that a proposal fills in, and what is written in its note instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from eastflank.intake.article.proposals import Proposal, ReadField
from eastflank.intake.stated_fields import place_id
from eastflank.model import Dataset
from eastflank.words.chosen import reading_articles as words

_PLAIN = (
    "status", "lead", "host", "place", "troops_low", "troops_high", "hedge", "counts", "unit_count", "starts",
    "ends",
)  # fmt: skip
"""Fields that have the same name as a column of `claims.csv`."""
_ANYWHERE = frozenset(("speaker", "said_on"))
"""Fields whose characters may be outside the quote."""
OF_A_NATION = "contribution:"
"""Prefix of a mark's field if its characters name a contingent; the nation's code follows."""


def cells_of(
    text: str, proposal: Proposal, dataset: Dataset
) -> tuple[Mapping[str, str], list[tuple[str, int, int]]]:
    """The cells of a claim by column, and the characters of each."""
    cells: dict[str, str] = {}
    spans: list[tuple[str, int, int]] = []
    for name, one in proposal.fields.items():
        column, value = _cell(name, one, text, proposal, dataset)
        if value:
            cells[column] = value
            quoted = name != "said_on" and (name in _ANYWHERE or _inside(one, proposal))
            spans += [(column, *span) for span in one.spans if quoted]
    if not (cells.get("troops_low") or cells.get("troops_high")):
        for name in ("hedge", "counts"):
            cells.pop(name, None)
        spans = [span for span in spans if span[0] in cells]
    return cells, sorted(set(spans))


def _cell(name: str, one: ReadField, text: str, proposal: Proposal, dataset: Dataset) -> tuple[str, str]:
    """The column and the cell of a field; an empty cell if the claim cannot hold it."""
    if name == "speaker":
        return (
            "speaker" if _is_a_name(one.value) else "speaker_role"
        ), one.value if one.value in text else ""
    if name == "said_on":
        return name, one.value
    # If several claims share a verb, it is in the quote of only one: the note says which words were used.
    if name not in _PLAIN or not (name == "status" or _inside(one, proposal)):
        return name, ""
    if name in ("lead", "host") and not all(code in dataset.nations_by_code for code in one.value.split(";")):
        return name, ""
    return name, place_id(one.value, dataset) if name == "place" else one.value


def _inside(one: ReadField, proposal: Proposal) -> bool:
    start, stop = proposal.quote
    return bool(one.spans) and all(start <= span.start and span.stop <= stop for span in one.spans)


def _is_a_name(value: str) -> bool:
    """Whether it is a person's name, not an office: two or more words, each with a capital."""
    found = value.split()
    return len(found) > 1 and all(word[:1].isupper() for word in found) and not value.startswith("The ")


def contributions_of(
    claim: str, proposal: Proposal, dataset: Dataset
) -> tuple[tuple[Mapping[str, str], ...], list[tuple[str, int, int]]]:
    """The rows of who sends people, and the characters that name them."""
    one = proposal.fields.get("contributors")
    if one is None or not _inside(one, proposal):
        return (), []
    codes = [code for code in one.value.split(";") if code in dataset.nations_by_code]
    troops = proposal.fields.get("contributor_troops")
    stated = dict(_bounds(troops.value)) if troops and _inside(troops, proposal) else {}
    rows = []
    for code in codes:
        low, high = stated.get(code, ("", ""))
        rows.append({"claim": claim, "nation": code, "troops_low": low, "troops_high": high})
    named = one.spans if len(one.spans) == len(one.value.split(";")) else ()
    pairs = zip(one.value.split(";"), named, strict=False)
    spans = [(f"{OF_A_NATION}{code}", *span) for code, span in pairs if code in codes]
    return tuple({k: v for k, v in row.items() if v} for row in rows), spans


def _bounds(value: str) -> Iterator[tuple[str, tuple[str, str]]]:
    for part in filter(None, value.split(";")):
        code, _, figure = part.partition("=")
        low, _, high = figure.partition("-")
        yield code, (low, high)


def notes_of(text: str, proposal: Proposal, cells: Mapping[str, str]) -> Iterator[str]:
    """How the claim was read, and what it leaves out."""
    yield words.NOTE_BEGINS
    status = proposal.fields.get("status")
    if status and "status" in cells:
        said = "”, “".join(" ".join(text[slice(*span)].split()) for span in status.spans)
        yield words.status_note(status.value, said)
    if "lead" in cells:
        yield words.lead_note(cells["lead"])
    for name in ("lead", "host", "place", "contributors"):
        one = proposal.fields.get(name)
        if one and name not in cells and not (name == "contributors" and _inside(one, proposal)):
            yield (words.unknown_note if _inside(one, proposal) else words.outside_note)(name, one.value)
