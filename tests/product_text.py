"""The words of a product, as its reader sees them."""

from __future__ import annotations

import io

import docx
from lxml import html

from eastflank.render import memo_document
from eastflank.render.page import document
from eastflank.render.picture import pdf
from eastflank.report.contents import Briefing
from tests import pdf_text


def of_memo(made: Briefing) -> str:
    """The paragraphs of the memo in Word, without its tables."""
    return "\n".join(each.text for each in docx.Document(io.BytesIO(memo_document.write(made))).paragraphs)


def of_pdf(made: Briefing) -> str:
    """All pages of the PDF."""
    return "".join(pdf_text.pages(pdf.write(made, None)))


def of_page(made: Briefing) -> str:
    """The page of one file, printed."""
    return str(html.fromstring(document.on_paper(made)).text_content())
