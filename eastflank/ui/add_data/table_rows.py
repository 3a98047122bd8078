"""Rows of cells as a table for screen readers that scrolls sideways on a phone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import streamlit as st
from markupsafe import Markup

Cells = Sequence[object]


def show(label: str, heads: Sequence[str], rows: Iterable[tuple[str, Cells]]) -> None:
    """Draw a table. Each row has a CSS class, empty for most, and its cells."""
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(each) for each in heads)
    body = Markup("").join(_row(style, cells) for style, cells in rows)
    st.html(
        Markup(
            '<div class="ef-rows" role="region" aria-label="{}" tabindex="0"><table>'
            "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
        ).format(label, head, body)
    )


def _row(style: str, cells: Cells) -> Markup:
    inside = Markup("").join(Markup("<td>{}</td>").format("" if each is None else each) for each in cells)
    return Markup('<tr class="{}">{}</tr>').format(f"ef-{style}" if style else "", inside)
