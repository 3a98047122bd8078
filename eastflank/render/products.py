"""The one list of products: the page's menu, the terminal's choices and README's table come from it.

To add one: a module beside this one with a `write`, and a line in `PRODUCTS`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from eastflank.render import deployments_csv, geojson, kml, memo_document, workbook
from eastflank.render.bundle import archive
from eastflank.render.page import document
from eastflank.render.picture import files as picture_files
from eastflank.render.picture import pdf
from eastflank.render.slides import deck
from eastflank.report.contents import Briefing, Size
from eastflank.view.filtering import phrases_of
from eastflank.view.names import names_on
from eastflank.words.chosen import formats

_LONGEST = 60
"""The most letters for a file's subject, so that its name stays far below any system's limit."""


@dataclass(frozen=True, slots=True)
class Product:
    """One format in which a view can be exported."""

    format: str
    """What a person types: `pptx`."""
    name: str
    """What a person reads in a menu: “PowerPoint slide”."""
    holds: str
    """Its contents and its purpose, as a clause."""
    suffix: str
    """Its file suffix, with the dot."""
    media_type: str
    write: Callable[[Briefing, Size | None], bytes]
    """The file's content, the same bytes for the same briefing and size. It uses no clock, no network, and no
    files except this package's own and the fonts of `EASTFLANK_FONTS`."""
    sizes: tuple[Size, ...] = ()
    """The sizes in which it can be drawn, the default first; empty if it has no size."""
    texts: Callable[[Briefing, Size | None], tuple[str, ...]] | None = None
    """The texts that are drawn with the fonts on this machine; None if the reader's program uses its own
    fonts."""
    fill: Callable[[Briefing, bytes], bytes] | None = None
    """The same in a team's own template, given as its file's content; None if this format takes no template.
    Raises `template.Unusable` with a message that says what the template is or lacks."""


PRODUCTS: tuple[Product, ...] = (
    Product(
        "png",
        formats.NAMES["png"],
        formats.HOLDS["png"],
        ".png",
        "image/png",
        picture_files.png,
        picture_files.SIZES,
        picture_files.texts,
    ),
    Product(
        "svg",
        formats.NAMES["svg"],
        formats.HOLDS["svg"],
        ".svg",
        "image/svg+xml",
        picture_files.svg,
        picture_files.SIZES,
        picture_files.texts,
    ),
    Product(
        "pdf",
        formats.NAMES["pdf"],
        formats.HOLDS["pdf"],
        ".pdf",
        "application/pdf",
        pdf.write,
        pdf.SIZES,
        pdf.texts,
    ),
    Product(
        "pptx",
        formats.NAMES["pptx"],
        formats.HOLDS["pptx"],
        ".pptx",
        "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        deck.write,
        fill=deck.fill,
    ),
    Product(
        "docx",
        formats.NAMES["docx"],
        formats.HOLDS["docx"],
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        memo_document.write,
        texts=memo_document.texts,
        fill=memo_document.fill,
    ),
    Product(
        "html",
        formats.NAMES["html"],
        formats.HOLDS["html"],
        ".html",
        "text/html",
        document.write,
    ),
    Product(
        "csv",
        formats.NAMES["csv"],
        formats.HOLDS["csv"],
        ".csv",
        "text/csv",
        deployments_csv.write,
    ),
    Product(
        "xlsx",
        formats.NAMES["xlsx"],
        formats.HOLDS["xlsx"],
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        workbook.write,
    ),
    Product(
        "geojson",
        formats.NAMES["geojson"],
        formats.HOLDS["geojson"],
        ".geojson",
        "application/geo+json",
        geojson.write,
    ),
    Product(
        "kml",
        formats.NAMES["kml"],
        formats.HOLDS["kml"],
        ".kml",
        "application/vnd.google-earth.kml+xml",
        kml.write,
    ),
    Product(
        "zip",
        formats.NAMES["zip"],
        formats.HOLDS["zip"],
        ".zip",
        "application/zip",
        archive.write,
        texts=picture_files.texts,
    ),
)
"""Every product, in the order in which a menu lists them."""


def file_name(briefing: Briefing, product: Product, size: Size | None = None) -> str:
    """A file's name with its subject and day: `eastflank-canada-asof-2016-10-26.csv`.

    Only lower-case letters, digits and hyphens; a size is named if it is not the default.
    """
    asked = phrases_of(briefing.view.filters, names_on(briefing.dataset, briefing.view.day))
    what = _plain(formats.file_subject(asked))
    if len(what) > _LONGEST:
        what = what[:_LONGEST].rpartition("-")[0] or what[:_LONGEST]
    unusual = f"-{_plain(size.name)}" if size and size != product.sizes[0] else ""
    return f"eastflank-{what}-asof-{briefing.view.day.isoformat()}{unusual}{product.suffix}"


def _plain(text: str) -> str:
    """The text in lower-case ASCII letters and digits, with hyphens for the rest: “Türkiye” is `turkiye`."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")
