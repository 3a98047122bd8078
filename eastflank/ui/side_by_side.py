"""Two days side by side on the page: the position of the maps, their headings, and the totals."""

from __future__ import annotations

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from eastflank.model import Dataset
from eastflank.report.both_days import headings, rows_of
from eastflank.ui import crowd_clicks, state
from eastflank.ui.map_scripts import map_script, pair_scripts
from eastflank.view.address import PAIR
from eastflank.view.comparison import Comparison
from eastflank.view.names import names_by_code
from eastflank.view.selection import View
from eastflank.words.chosen import side_by_side as told
from eastflank.words.chosen import values as words


def asked(compared: Comparison | None) -> bool:
    """Whether the reader asks for two maps, and there is an earlier day to show."""
    return compared is not None and state.current().choices.layout == PAIR


def scripts(
    dataset: Dataset, view: View, selected: str, theme: str, compared: Comparison | None
) -> tuple[str, str]:
    """The scripts of the maps: the earlier day's, empty if there is none, then the view's."""
    if compared is not None and asked(compared):
        return pair_scripts(dataset, compared, selected, theme)
    return "", map_script(dataset, view, selected, theme, compared, crowd_clicks.frame())


def places(compared: Comparison) -> tuple[DeltaGenerator, DeltaGenerator]:
    """The containers of the two maps, each under its day and its title: the earlier, then the later."""
    left, right = st.columns(2, gap="small")
    earlier, later = left.container(key="earlier"), right.container(key="later")
    for place, view in ((earlier, compared.before), (later, compared.view)):
        place.html(
            Markup('<h2 class="ef-day">{}<small>{}</small></h2>').format(words.day(view.day), view.subject)
        )
    return earlier, later


def show_totals(dataset: Dataset, compared: Comparison) -> None:
    """Draw the table of both days."""
    rows = rows_of(compared, names_by_code(dataset))
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(text) for text in headings(compared))
    body = Markup("").join(
        Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>').format(*row)
        for row in rows
    )
    none = Markup("<p>{}</p>").format(told.NOTHING_ADDED_UP)
    table = Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(head, body)
    st.html(
        Markup('<section class="ef-both"><h3>{}</h3>{}<p class="ef-meta">{}</p></section>').format(
            told.HEADING, table if rows else none, told.WHEN_COMPARED
        )
    )
