"""`read` with a text that the record already holds, or that is very similar to one that it holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path, PurePath

from eastflank.curation.corrected import correction, edits_of
from eastflank.curation.incoming import corrected_id, guessed_of
from eastflank.curation.source import NewSource
from eastflank.intake.documents.document import Document
from eastflank.intake.documents.guesses import guesses_of
from eastflank.intake.documents.original import original_of
from eastflank.intake.drafts import FileOrigin
from eastflank.intake.versions.difference import changes_between
from eastflank.intake.versions.recognising import Held, recognised
from eastflank.model import Dataset
from eastflank.store import folder
from eastflank.store.stores import of as store_of
from eastflank.words.chosen import incoming as words
from eastflank.words.chosen import reading_articles

CHOICES = ("corrected", "other")
_LONGEST = 300
"""How many characters of a paragraph are printed."""
_MOST = 5
"""How many changed paragraphs are printed."""
_GUESSED = ("publisher", "via", "title", "url", "language", "read_as")


def origin_of(content: bytes, document: Document) -> FileOrigin:
    """What a file says about itself, for the row of its source; the note lists each guess with its place."""
    found = {name: one for name, one in guesses_of(document).items() if name in _GUESSED}
    cells = {name: one.value for name, one in found.items()}
    if found:
        told = [(name, one.where) for name, one in found.items()]
        cells["note"] = f"{reading_articles.SOURCE_NOTE} {words.guessed_there(told)}"
    return FileOrigin(cells, content, document)


def known(text: str, dataset: Dataset | None) -> Held | None:
    """The source that holds this text, or one very similar to it; None if there is none."""
    found: Sequence[Held] = recognised(text, dataset) if dataset else ()
    return found[0] if found else None


def day_of(document: Document) -> date | None:
    """The day of publication that a file states outside its text; None if it states none."""
    found = guesses_of(document).get("published")
    return date.fromisoformat(found.value) if found else None


def lines(name: str, text: str, found: Held | None, dataset: Dataset | None) -> Iterator[str]:
    """What is printed about a text that is already known; empty for any other text."""
    if found is None or dataset is None:
        return
    row = dataset.sources_by_id[found.source]
    if found.same:
        yield f"{name}: {words.already(row.id, row.title)}"
        return
    old = dataset.articles[row.file or ""]
    changes = changes_between(old, text)
    every = sum(one.old is not None for one in changes)
    yield f"{name}: {words.like(row.id, row.title, sum(one.how == 'same' for one in changes), every)}"
    differing = [one for one in changes if one.how != "same"]
    for one in differing[:_MOST]:
        if one.old:
            yield f"  - {_one_line(old[slice(*one.old)])}"
        if one.new:
            yield f"  + {_one_line(text[slice(*one.new)])}"
    if len(differing) > _MOST:
        yield f"  {words.too_many_changes(len(differing) - _MOST)}"
    work = correction(row.id, text, dataset)
    changed = sum(one.changed_around for one in work.moved)
    yield f"  {words.if_corrected(words.will_move(len(work.moved), changed, len(work.orphans)))}"
    for orphan in work.orphans:
        yield f"  {orphan.claim}: {orphan.why}"


def correct(  # noqa: PLR0913 - who and when belong to every change
    root: Path, file: PurePath, content: bytes, document: Document, found: Held, *, who: str, when: date
) -> str:
    """Save a text as the corrected text of the source that is similar to it. Returns what was done.

    Raises what `edits.apply` raises; then nothing is changed.
    """
    store = store_of(folder.of(root))
    dataset = store.read()
    before = dataset.sources_by_id[found.source]
    identifier = corrected_id(before.id, dataset.sources_by_id)
    guessed = guessed_of(document, before=before)
    cells = {name: one.value for name, one in guessed.items()}
    cells |= {"replaces": before.id, "accessed": when.isoformat(), "note": words.corrected_note(before.id)}
    new = NewSource(identifier, cells, document.text.encode(), original_of(content, document, identifier))
    work = correction(before.id, document.text, dataset)
    store.apply(
        edits_of(work, new, dataset),
        who=who,
        when=when,
        reason=words.CORRECTION_READ,
        expected=dataset.version,
    )
    told = words.corrected_saved(len(work.moved), len(work.orphans))
    left = [f"  {one.claim}: {one.why}" for one in work.orphans]
    return "\n".join([f"{file.name}: {identifier}. {told}", *left])


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
