"""A claim as the page shows it: its sentence, its speaker, its source and its grade."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from markupsafe import Markup, escape

from eastflank.checks.versions import newest_version
from eastflank.model import ClaimRow, Dataset
from eastflank.report import evidence
from eastflank.report.citation import citation_of, cited_sources
from eastflank.report.evidence import Evidence
from eastflank.view.address import DATA
from eastflank.words.chosen import evidence as told
from eastflank.words.chosen import incoming
from eastflank.words.chosen import values as words

Links = Callable[[ClaimRow], tuple[str, str]]
"""The text and the address of a claim's link. Without an address the text says why there is none."""


def claims_html(
    claims: Sequence[ClaimRow], dataset: Dataset, links: Links, history: Mapping[str, str] | None = None
) -> Markup:
    """The claims as a list, each with its quote or citation.

    `links` gives each claim's link: its text and its address. `history` gives the claim by which each claim
    is overtaken; a claim without one is in force or independent.
    """
    called = {row: evidence.claim_called(newer, dataset) for row, newer in (history or {}).items() if newer}
    written, reader = dataset.once(_written, links), dataset.once(_reader, links)
    written.update(
        {row.id: _claim(row, evidence.told(row, dataset), reader) for row in claims if row.id not in written}
    )
    return Markup('<section class="ef-claims">{}</section>').format(
        Markup("").join(_in_time(written[row.id], called.get(row.id, "")) for row in claims)
    )


def _in_time(claim: Markup, overtaken: str) -> Markup:
    """A claim, marked as history if a newer one has overtaken it."""
    if not overtaken:
        return claim
    return Markup('<div class="ef-history"><p class="ef-meta">{}</p>{}</div>').format(
        told.history(overtaken), claim
    )


def _written(_dataset: Dataset, _links: Links) -> dict[str, Markup]:
    """A cache of claims as HTML, by id: they are the same in every view."""
    return {}


def _reader(dataset: Dataset, links: Links) -> _Reader:
    return _Reader(
        cited=cited_sources(dataset),
        newest={one: newest_version(one, dataset) for one in dataset.corrected_by},
        links=links,
    )


@dataclass(frozen=True)
class _Reader:
    """What only the page says about a claim."""

    cited: Mapping[str, str]
    """Each source as a citation names it."""
    newest: Mapping[str, str]
    """For each source whose text was corrected, the source that holds the newest text."""
    links: Links


def _claim(row: ClaimRow, item: Evidence, reader: _Reader) -> Markup:
    if item.quote:
        opening, closing = words.quotation_marks(item.quote)
        body = Markup("<blockquote>{}{}{}</blockquote>").format(opening, _marked_quote(item), closing)
        cited = _meta(told.READ_AS, facts=item.states) if item.states else Markup("")
        if (newest := reader.newest.get(row.source)) and row.review != "retracted":
            left = incoming.earlier_version(reader.cited.get(newest, newest))
            cited = Markup('<p class="ef-meta ef-earlier"><b>{}</b></p>{}').format(left, cited)
    elif item.misquoted:
        row = row._replace(quote=None)
        body = Markup("<p>{}.</p>").format(item.states or told.STATES_NOTHING)
        cited = Markup('<p class="ef-meta ef-earlier"><b>{}</b> {}</p>').format(
            told.NOT_IN_ITS_ARTICLE, item.citation
        )
    elif row.basis == "judged":
        body = Markup("<p>{}.</p>").format(item.states or told.STATES_NOTHING)
        cited = _meta(
            told.JUDGED_FROM,
            judgement=Markup("<i>{}</i>").format(told.JUDGEMENT),
            claims=words.listed(row.rests_on),
        )
    elif row.basis == "inferred":
        body = Markup("<p>{}.</p>").format(item.states or told.STATES_NOTHING)
        cited = Markup('<p class="ef-meta"><i>{}</i></p>').format(item.citation)
    else:
        body = Markup("<p>{}.</p>").format(item.states or told.STATES_NOTHING)
        cited = Markup('<p class="ef-meta"><i>{}</i> {}</p>').format(told.CITED, item.citation)
    said = [part for part in (item.speaker, item.publisher, item.when) if part]
    meta = Markup('<p class="ef-meta"><span class="ef-grade" title="{}">{}</span> {} · {} · {}{}</p>').format(
        words.grade_meaning(row.reliability, row.credibility),
        item.grade or told.JUDGED,
        " · ".join(said),
        row.id,
        _link(*reader.links(row)),
        _COPY_QUOTE + _COPY_CITATION if row.quote is not None else _COPY_CITATION,
    )
    missing = _missing(row)
    absent = Markup('<p class="ef-meta">{}</p>').format(told.not_stated(missing)) if missing else Markup("")
    note = (
        Markup("<details><summary>{}</summary>{}</details>").format(told.NOTE, item.note)
        if item.note
        else Markup("")
    )
    return Markup('<article class="ef-claim" id="claim-{}" data-cite="{}">{}{}{}{}{}</article>').format(
        row.id, citation_of(row, reader.cited[row.source]), body, meta, cited, absent, note
    )


def _link(text: str, address: str) -> Markup:
    """A claim's link, or only its text if it leads nowhere."""
    if not address:
        return Markup('<b class="ef-no-link">{}</b>').format(text)
    return Markup('<a href="{}" target="_self">{}</a>').format(address, text)


def _meta(sentence: str, **parts: str) -> Markup:
    """A small line: a sentence with parts filled in for braces, some of them marked."""
    return Markup('<p class="ef-meta">{}</p>').format(escape(sentence).format(**parts))


_COPY_QUOTE = Markup(
    '<span class="ef-acts"> · <button type="button" class="ef-copy" data-copy="quote">{}</button></span>'
).format(told.COPY_QUOTE)


_COPY_CITATION = Markup(
    '<span class="ef-acts"> · <button type="button" class="ef-copy" data-copy="citation">{}</button></span>'
).format(told.COPY_CITATION)


def _marked_quote(item: Evidence) -> Markup:
    """The quote with the figures and nations of its claim, and of its contingents, marked."""
    return Markup("").join(
        Markup("<mark>{}</mark>").format(text) if is_mark else Markup("{}").format(text)
        for text, is_mark in item.marked
    )


@dataclass(frozen=True, slots=True)
class ToSource:
    """The link from a claim to its passage in the source."""

    data: tuple[str, ...]
    """The names of the datasets that are shown; empty: the default one."""

    def __call__(self, claim: ClaimRow) -> tuple[str, str]:
        """Its words and its address."""
        words_of_link = told.IN_ITS_ARTICLE if claim.quote is not None else told.SOURCE
        return words_of_link, self.address(claim.id)

    def address(self, claim: str) -> str:
        """Its address for a claim's id."""
        return f"sources?{urlencode({'claim': claim, **_data(self.data)}, doseq=True)}"


@dataclass(frozen=True, slots=True)
class ToMap:
    """The link from a claim to the map on the day from which it counts, with its deployment selected."""

    data: tuple[str, ...]
    """As in `ToSource`."""

    def __call__(self, claim: ClaimRow) -> tuple[str, str]:
        """Its words and its address; for a claim that does not count the reason and no address."""
        if why := told.NOT_ON_THE_MAP.get(claim.review or ""):
            return why, ""
        query = {"asof": claim.known_on.isoformat(), "claim": claim.id}
        if claim.deployment:
            query["deployment"] = claim.deployment
        return told.ON_THE_MAP, f"./?{urlencode({**query, **_data(self.data)}, doseq=True)}"


def _data(names: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {DATA: names} if names else {}


def _missing(row: ClaimRow) -> list[str]:
    """What a claim about a deployment does not state, in words."""
    if row.kind != "deployment":
        return []
    stated: dict[str, object] = {
        "lead": row.lead,
        "host": row.host,
        "place": row.place,
        "strength": row.states_strength,
        "contributors": row.contributions,
        "time": row.starts,
    }
    return [told.MISSING[what] for what, value in stated.items() if not value]
