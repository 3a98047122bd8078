"""The sentence over the map."""

from __future__ import annotations

from markupsafe import Markup

from eastflank.model import Dataset
from eastflank.report.totals_in_words import brief as in_brief
from eastflank.view.comparison import Comparison
from eastflank.view.drafts import why_nothing_counts
from eastflank.view.selection import View
from eastflank.words.chosen import values as words
from eastflank.words.chosen import view_on_page, view_titles


def sentence(view: View, dataset: Dataset, compared: Comparison | None, *, brief: bool) -> tuple[str, str]:
    """The sentence over the map, and the small notes beside it."""
    what_to_do = view_on_page.NOTHING_FITS if brief else view_on_page.TAKE_BACK
    if why_nothing_counts(dataset):  # one of the notes; another filter or day would show nothing either
        what_to_do = ""
    said = [*view.notes, in_brief(view)] if view.deployments else [what_to_do, *view.notes]
    rest = " · ".join(words.capitalised(text) for text in said if text)
    return view_titles.changes_since(view.title, compared.since) if compared else view.title, rest


def titled(view: View, dataset: Dataset, compared: Comparison | None, *, brief: bool) -> Markup:
    """The same as the heading of the page."""
    return Markup('<h1 class="ef-title">{}<small>{}</small></h1>').format(
        *sentence(view, dataset, compared, brief=brief)
    )
