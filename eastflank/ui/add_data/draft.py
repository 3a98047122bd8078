"""What a curator is doing on the page: one frozen value in the session, replaced as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import streamlit as st

from eastflank.curation.form import Form
from eastflank.curation.incoming import Given
from eastflank.curation.kept_form import KeptForm
from eastflank.curation.offers import Offer
from eastflank.curation.review import Review
from eastflank.intake.documents.guesses import Guess
from eastflank.model import Finding
from eastflank.ui.interruptions import uninterrupted

_KEY = "add-data"
INFERRED = "(inferred)"
"""The option for no source: the claims that a curator inferred. No source has such an id."""


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """What is entered so far. Widgets are drawn from it, with its number in their keys, and write into it."""

    source: str = ""
    """The source whose text is shown; empty: the first."""
    adding: bool = False
    """Whether a source is being added."""
    form: Form | None = None
    """The claim that is being entered; None if there is none."""
    base: Form | None = None
    """The form with which the widgets were first drawn."""
    before: Form | None = None
    """The claim that is being changed, as it was at the beginning; None for a new one."""
    begun: Form | None = None
    """The form before anything was entered in it; None: all of it counts as entered."""
    offered: Offer | None = None
    """The values that the passage offered and that were used."""
    retracting: str = ""
    """The claim to be retracted, while the page asks for the reason."""
    reasons: Mapping[str, str] = field(default_factory=dict)
    """What was typed as the reason for retracting a claim, by claim."""
    aside: tuple[KeptForm, ...] = ()
    """Forms that are left unsaved and can be returned to, the newest first."""
    given: tuple[Given, ...] = field(default=(), repr=False)
    """Files of articles that wait to be saved."""
    which: int = 0
    """The one of them whose source is being filled in."""
    entered: Mapping[str, str | bool] = field(default_factory=dict, repr=False)
    """What stands in the fields of that source."""
    guessed: Mapping[str, Guess] = field(default_factory=dict)
    """The last guesses for that source, by column."""
    number: int = 0
    """The number in the keys of the widgets: with a new number they are created again."""
    told: str = ""
    """The message about the last action."""
    day: date | None = None
    """The first day on which the map shows the change; None if it does not show it."""
    refused: tuple[str, ...] = ()
    """The reasons why an action failed."""
    head: str = ""
    """The heading of these reasons; empty: the one that says it was not saved."""
    asked: tuple[Finding, ...] = ()
    """Findings of the change that are a matter of judgement: the page asks for reasons."""
    theirs: Form | None = None
    """Another person's version of the claim that is being changed; None if there is none."""
    review: Review | None = None
    """The review of the source's proposals; None if its claims are entered by hand."""
    writes_reason: bool = False
    """Whether the field for another reason gets the focus."""
    heard: tuple[str, int] = ("", 0)
    """The last key press of a review that was handled: the id of the browser page, and its number there."""

    def showing(self, form: Form | None) -> ArticleDraft:
        """With another form; the widgets then show it."""
        return replace(
            self, form=form, base=form, number=self.number + 1, told="", day=None, refused=(), asked=(),
            theirs=None,
        )  # fmt: skip

    def done(self, told: str, day: date | None = None) -> ArticleDraft:
        """Without a form. `day` is the one on which the map shows the change."""
        return ArticleDraft(
            source=self.source, number=self.number + 1, told=told, day=day, heard=self.heard,
            aside=self.aside, reasons=self.reasons,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Drafts:
    """The drafts of all datasets."""

    place: str = ""
    """The location of the dataset whose draft is shown; empty: none was shown yet."""
    shown: ArticleDraft = field(default_factory=ArticleDraft)
    others: Mapping[str, ArticleDraft] = field(default_factory=dict)
    """The waiting drafts of other datasets, by location."""


def current() -> ArticleDraft:
    """What is entered so far."""
    return _all().shown


def turn_to(place: str) -> None:
    """Show the draft of the dataset at this location; the drafts of other datasets are kept."""

    def turned(drafts: _Drafts) -> _Drafts:
        if drafts.place in ("", place):
            return replace(drafts, place=place)
        others = {**drafts.others, drafts.place: drafts.shown}
        found = others.pop(place, None) or ArticleDraft()
        # Widgets of different datasets must have different keys.
        last = max(drafts.shown.number, found.number, *(one.number for one in others.values()))
        return _Drafts(place, replace(found, number=last).showing(found.form), others)

    if _all().place != place:
        _change(turned)


def change(how: Callable[[ArticleDraft], ArticleDraft]) -> None:
    """Replace the draft by the result of `how`."""
    _change(lambda drafts: replace(drafts, shown=how(drafts.shown)))


@uninterrupted
def _change(how: Callable[[_Drafts], _Drafts]) -> None:
    st.session_state[_KEY] = how(_all())


def _all() -> _Drafts:
    found: _Drafts = st.session_state.get(_KEY) or _Drafts()
    return found


def said(key: str) -> object:
    """The value of a widget."""
    return st.session_state.get(key)
