"""The sentence that tells screen readers what a choice has changed."""

from __future__ import annotations

from eastflank.view.selection import View
from eastflank.words.chosen import view_on_page


def announcement_of(title: str, view: View, selected: str) -> str:
    """The view's title, how many deployments its map shows, and the selected one (an id; empty: none)."""
    on_the_map = len(view.deployments) - len(view.without_mark)
    name = view.by_id[selected].name if selected in view.by_id else ""
    return view_on_page.announcement(title, on_the_map, name)
