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
"""Letters for what a file is about; with the rest of its name it stays far below any system's limit."""


@dataclass(frozen=True, slots=True)
class Product:
    """One format in which a view can be taken away."""

    format: str
    """What a person types: `pptx`."""
    name: str
    """What a person reads in a menu: “PowerPoint slide”."""
    holds: str
    """What is in it and what it is good for, as a clause."""
    suffix: str
    """The end of its file's name, with the dot."""
    media_type: str
    write: Callable[[Briefing, Size | None], bytes]
    """The file's content, the same bytes for the same briefing and size. It knows no clock and no
    network, and no file but this package's own and the fonts of `EASTFLANK_FONTS`."""
    sizes: tuple[Size, ...] = ()
    """The sizes it can be drawn in, the usual one first; none where it has no size."""
    texts: Callable[[Briefing, Size | None], tuple[str, ...]] | None = None
    """The texts that are drawn in it with the fonts that are here; None where the reader's program has
    fonts of its own."""
    fill: Callable[[Briefing, bytes], bytes] | None = None
    """The same in a team's own template, given as its file's content; None where it takes none. Raises
    `template.Unusable` with what the template is or lacks, in words."""


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
        texts=picture_files.texts,
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
    """A file's name that says what and when: `eastflank-canada-asof-2016-10-26.csv`.

    Lower-case letters, digits and hyphens alone; a size is named where it is not the usual one.
    """
    asked = phrases_of(briefing.view.filters, names_on(briefing.dataset, briefing.view.day))
    what = _plain(formats.file_subject(asked))
    if len(what) > _LONGEST:
        what = what[:_LONGEST].rpartition("-")[0] or what[:_LONGEST]
    unusual = f"-{_plain(size.name)}" if size and size != product.sizes[0] else ""
    return f"eastflank-{what}-asof-{briefing.view.day.isoformat()}{unusual}{product.suffix}"


def _plain(text: str) -> str:
    """The text in lower-case ASCII letters and digits, with a hyphen for all else: “Türkiye” is `turkiye`."""
    letters = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", letters.lower()).strip("-")
