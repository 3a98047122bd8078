"""Parts that are only on paper: the table in words, the sources; for a brief, the evidence.

The page's own table is drawn on a canvas, so a printer would only get the visible rows. `printed.css`, one of
the sheets of the map's page, hides all controls on paper and puts the rest into one column; `printing.js`
lays the map out for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from eastflank.model import Dataset
from eastflank.record.as_of import Known
from eastflank.report.citation import cited_sources
from eastflank.report.columns import in_words
from eastflank.report.deployment_columns import DATASET
from eastflank.report.totals_in_words import explained, figure_of, nation_lines, own_figures
from eastflank.ui import long_html, state
from eastflank.ui.claim_html import ToSource, claims_html
from eastflank.ui.table import PAGE, cells_of, columns_of
from eastflank.view.empty import why_empty
from eastflank.view.names import names_by_code
from eastflank.view.selection import View
from eastflank.words.chosen import briefing as told
from eastflank.words.chosen import long_lists

_MOST = PAGE
"""The most rows of a printed list: a browser can hold them hidden."""
_LEFT_OUT = {"sort", DATASET, "troops_low", "troops_high", "strength_stated_on", "claims"}
"""Columns of the page's table that do not fit on paper; the texts have the same content."""


def table(view: View, dataset: Dataset) -> None:
    """The totals and the table of the view. Call it below the map."""
    long_html.show(view.once(_totals_and_deployments, dataset))


def _totals_and_deployments(view: View, dataset: Dataset) -> Markup:
    totals = [f"{figure_of(total)} {explained(total, view.known)}" for total in view.totals]
    figures = [*nation_lines(view, names_by_code(dataset), _MOST)]
    if (left := len(own_figures(view)) - _MOST) > 0:
        figures.append(long_lists.figures_left_out(left))
    lines = [*figures, *totals] or [told.NOTHING_TO_ADD_UP]
    rows = _table(view, dataset) if view.deployments else why_empty(view, dataset)
    if len(view.deployments) > _MOST:
        rows += Markup("<p>{}</p>").format(long_lists.deployments_left_out(len(view.deployments) - _MOST))
    return _section(told.TOTALS, _listed(lines)) + _section(told.DEPLOYMENTS, rows)


def evidence(view: View, dataset: Dataset) -> None:
    """The claims of the view: a briefing view shows a few quotes of them."""
    content = claims_html(view.claims[:_MOST], dataset, ToSource(state.current().names))
    if len(view.claims) > _MOST:
        content += Markup("<p>{}</p>").format(long_lists.claims_left_out(len(view.claims) - _MOST))
    long_html.show(_section(told.EVIDENCE, content))


def sources(view: View, dataset: Dataset) -> None:
    """The sources of the view's claims. Call it last."""
    long_html.show(view.once(_sources, dataset))


def _sources(view: View, dataset: Dataset) -> Markup:
    cited = cited_sources(dataset)
    found = [cited[source] for source in view.sources]
    listed = _listed(found[:_MOST]) if found else Markup("{}").format(told.NO_SOURCE)
    if len(found) > _MOST:
        listed += Markup("<p>{}</p>").format(long_lists.sources_left_out(len(found) - _MOST))
    return _section(told.SOURCES, listed) + _section("", told.version(dataset.version))


def _section(heading: str, content: str) -> Markup:
    head = Markup("<h2>{}</h2>").format(heading) if heading else Markup("")
    return Markup('<section class="ef-printed">{}{}</section>').format(head, content)


def _listed(items: Sequence[str]) -> Markup:
    # `join` escapes each item, and is ten times as fast as a pattern for each.
    return Markup("<ul><li>{}</li></ul>").format(Markup("</li><li>").join(items))


def _table(view: View, dataset: Dataset) -> Markup:
    columns = columns_of(dataset)
    shown = [number for number, column in enumerate(columns) if column.key not in _LEFT_OUT]
    head = Markup('</th><th scope="col">').join(columns[number].heading for number in shown)
    kept = dataset.latest(_DAYS, _kept, view.known)
    cells = cells_of(view, dataset)
    for one, row in cells.items():
        if one not in kept:
            kept[one] = Markup("</td><td>").join(in_words(row[number]) for number in shown)
    body = Markup("</td></tr><tr><td>").join(kept[one] for one in cells)
    return Markup(
        '<table><thead><tr><th scope="col">{}</th></tr></thead><tbody><tr><td>{}</td></tr></tbody></table>'
    ).format(head, body)


_DAYS = 8
"""For how many days, and selections of evidence, printed rows are cached."""


def _kept(_dataset: Dataset, _known: Known) -> dict[str, Markup]:
    """The rows of one day that were written, by deployment: a filter only selects among them."""
    return {}
