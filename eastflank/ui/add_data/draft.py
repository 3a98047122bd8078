"""What a curator is doing on the page: one frozen value in the session, replaced as a whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import streamlit as st

from eastflank.curation.form import Form
from eastflank.curation.incoming import Given
from eastflank.curation.offers import Offer
from eastflank.curation.review import Review
from eastflank.intake.documents.guesses import Guess
from eastflank.model import Finding
from eastflank.ui.interruptions import uninterrupted

_KEY = "add-data"


@dataclass(frozen=True, slots=True)
class ArticleDraft:
    """What is entered so far. Widgets are drawn from it, under keys with its number, and report into it."""

    source: str = ""
    """The source whose text is shown; empty: the first."""
    adding: bool = False
    """Whether a source is being added."""
    form: Form | None = None
    """The claim that is being entered; None: none is."""
    base: Form | None = None
    """The form as the widgets were first drawn with it."""
    before: Form | None = None
    """The claim that is being changed, as it was when that began; None: it is a new one."""
    offered: Offer | None = None
    """What the passage offered, as far as it was taken."""
    retracting: str = ""
    """The claim that is to be retracted, while the reason is asked."""
    given: tuple[Given, ...] = field(default=(), repr=False)
    """Files of articles that are to be saved."""
    which: int = 0
    """The one of them whose source is being filled in."""
    guessed: Mapping[str, Guess] = field(default_factory=dict)
    """By column what was last guessed of that source."""
    number: int = 0
    """The number in the keys of the widgets: with another number they are drawn again."""
    told: str = ""
    """What was done."""
    day: date | None = None
    """The first day on which the map shows what was done; None: it shows nothing of it."""
    refused: tuple[str, ...] = ()
    """Why something was not done."""
    head: str = ""
    """What stands over these reasons; empty: that it was not saved."""
    asked: tuple[Finding, ...] = ()
    """What the checks find in the change and only a judgement can settle: it is asked."""
    theirs: Form | None = None
    """The claim that is being changed as somebody else has made it meanwhile; None: nobody has."""
    review: Review | None = None
    """The review of the source's proposals; None: its claims are entered by hand."""
    writes_reason: bool = False
    """Whether the field for a reason of one's own is to get the keyboard."""
    heard: tuple[str, int] = ("", 0)
    """The last key of a review that was carried out: of which page in the browser, and its number there."""

    def showing(self, form: Form | None) -> ArticleDraft:
        """With another form, which the widgets show."""
        return replace(
            self, form=form, base=form, number=self.number + 1, told="", day=None, refused=(), asked=(),
            theirs=None,
        )  # fmt: skip

    def done(self, told: str, day: date | None = None) -> ArticleDraft:
        """With nothing being entered any more. `day`: on which the map shows what was done."""
        return ArticleDraft(source=self.source, number=self.number + 1, told=told, day=day, heard=self.heard)


@dataclass(frozen=True, slots=True)
class _Drafts:
    """What is entered into each dataset."""

    place: str = ""
    """Where the dataset is whose draft is shown; empty: none was shown yet."""
    shown: ArticleDraft = field(default_factory=ArticleDraft)
    others: Mapping[str, ArticleDraft] = field(default_factory=dict)
    """By place of another dataset, what waits there."""


def current() -> ArticleDraft:
    """What is entered so far."""
    return _all().shown


def turn_to(place: str) -> None:
    """Show what is entered for the dataset at this place; what was entered for another dataset is kept."""

    def turned(drafts: _Drafts) -> _Drafts:
        if drafts.place in ("", place):
            return replace(drafts, place=place)
        others = {**drafts.others, drafts.place: drafts.shown}
        found = others.pop(place, None) or ArticleDraft()
        # No widget of one dataset may have the key of another's.
        last = max(drafts.shown.number, found.number, *(one.number for one in others.values()))
        return _Drafts(place, replace(found, number=last).showing(found.form), others)

    if _all().place != place:
        _change(turned)


def change(how: Callable[[ArticleDraft], ArticleDraft]) -> None:
    """Replace what is entered by what `how` makes of it."""
    _change(lambda drafts: replace(drafts, shown=how(drafts.shown)))


@uninterrupted
def _change(how: Callable[[_Drafts], _Drafts]) -> None:
    st.session_state[_KEY] = how(_all())


def _all() -> _Drafts:
    found: _Drafts = st.session_state.get(_KEY) or _Drafts()
    return found


def said(key: str) -> object:
    """What a widget says."""
    return st.session_state.get(key)
