"""The briefing view: the map, the sentence, the quotes that matter and the sources on one 16:9 screen.

`briefing.css` positions the parts and hides the controls; `header.js` makes the text smaller until it fits.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from markupsafe import Markup

from eastflank.report.contents import MOST_QUOTES, Briefing, Evidence
from eastflank.words.chosen import briefing as told
from eastflank.words.chosen import values as words

_FOLDER = Path(__file__).parent


def put_on(*, paired: bool = False) -> None:
    """Make the page a briefing; call it before the map, where it does not change the map's position.

    `paired`: two days side by side, with their table instead of the quotes.
    """
    styles = ["briefing.css", "briefing_pair.css"] if paired else ["briefing.css"]
    text = "\n".join((_FOLDER / name).read_text(encoding="utf-8") for name in styles)
    st.html(Markup("<style>{}</style>").format(Markup(text)))  # noqa: S704 - a file of this package


def show(briefing: Briefing) -> None:
    """Draw the parts beside, above and below the map."""
    carrying = [item for item in briefing.evidence if item.carries]
    said = briefing.quotes or carrying[:MOST_QUOTES]
    st.html(
        Markup('<section class="ef-brief">{0}{0}{1}{2}</section>').format(
            Markup('<p class="ef-marking">{}</p>').format(briefing.marking) if briefing.marking else "",
            _both_days(briefing) if briefing.beside else _said(briefing, said),
            _foot(briefing, said),
        )
    )


def _said(briefing: Briefing, said: Sequence[Evidence]) -> Markup:
    without = words.NO_QUOTES if said else told.NO_CLAIM
    heading = told.IN_THEIR_WORDS if briefing.quotes else without
    items = Markup("").join(_quoted(item) if item.quote else _cited(item) for item in said)
    return Markup('<div class="ef-said ef-fit"><h2>{}</h2>{}</div>').format(heading, items)


def _both_days(briefing: Briefing) -> Markup:
    """The totals of both days, instead of the quotes."""
    head = Markup("").join(Markup("<th>{}</th>").format(text) for text in briefing.both_days_heading or ())
    rows = Markup("").join(
        Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(cell) for cell in row))
        for row in briefing.both_days
    )
    return Markup(
        '<div class="ef-said ef-fit ef-both"><table><thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(head, rows)


def _quoted(item: Evidence) -> Markup:
    return Markup("<figure><blockquote>{}</blockquote>{}</figure>").format(
        words.quotation(item.quote), _who(item)
    )


def _cited(item: Evidence) -> Markup:
    return Markup("<figure><p>{}</p>{}</figure>").format(told.cited(item.about, item.states), _who(item))


def _who(item: Evidence) -> Markup:
    return Markup("<figcaption>{} · {} [{}]</figcaption>").format(item.said, item.grade, item.footnote)


def _foot(briefing: Briefing, said: Sequence[Evidence]) -> Markup:
    """The sources of what is shown, by number; how many more there are; credit, data version and link."""
    shown = {item.footnote for item in said}
    notes = [note for note in briefing.footnotes if note.number in shown]
    others = len(briefing.footnotes) - len(notes)
    sources = Markup(" ").join(Markup("<span>[{}] {}</span>").format(note.number, note) for note in notes)
    return Markup(
        '<footer class="ef-foot ef-fit"><p>{} {}</p><p>{} <span class="ef-link">{}</span></p></footer>'
    ).format(
        sources,
        told.rests_on(others),
        told.counts_and_credit(briefing.counts, briefing.credit, briefing.version),
        briefing.link,
    )
