"""A saved message, or a web page saved as one (MHTML): its body as text."""

from __future__ import annotations

from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import MIMEPart
from email.utils import parsedate_to_datetime
from typing import TypeAlias

from eastflank.intake.documents.document import Document, UnreadableDocument
from eastflank.intake.documents.page_head import head_of
from eastflank.intake.documents.way_back import TextRun
from eastflank.intake.documents.web_page import stripped
from eastflank.words.chosen import unreadable_documents as words

_Message: TypeAlias = "MIMEPart[str, str]"
_DEEPEST = 20
"""How many messages may be attached one in the other; deeper ones are not read."""


def read_mail(data: bytes) -> Document:
    """The body of a message, plain if it has one, otherwise its HTML stripped. Attachments are not read.

    Raises UnreadableDocument if it has no text body.
    """
    try:
        message = message_from_bytes(data, policy=policy.default)
        body = message.get_body(("plain", "html"))
        where = _way_to(message, body) if body is not None else ""
    except (MessageError, RecursionError, ValueError, AttributeError, IndexError) as error:
        raise UnreadableDocument(words.DAMAGED_MESSAGE) from error
    if body is None:
        raise UnreadableDocument(words.MESSAGE_WITHOUT_TEXT)
    try:
        content = body.get_content()
    except (LookupError, UnicodeError, ValueError, AttributeError) as error:
        raise UnreadableDocument(words.MESSAGE_IN_ANOTHER_ENCODING) from error
    said = _head_of(message)
    if body.get_content_type() == "text/html":
        page = stripped(content)
        runs = tuple(run._replace(part=where) for run in page.runs)
        return Document(page.text, runs=runs, kind="mail", said=(*said, *head_of(content)))
    whole = Document(content, kind="mail", said=said)
    return replace(whole, runs=(TextRun(0, len(content), where, 0, len(content)),) if content else ())


def _way_to(message: _Message, body: object) -> str:
    """Which part of the message the body is: `part 1.2`, as mail programs number them (RFC 3501)."""
    waiting: list[tuple[_Message, tuple[int, ...]]] = [(message, ())]
    while waiting:
        one, way = waiting.pop()
        if one is body:
            return f"part {'.'.join(map(str, way or (1,)))}"
        if one.is_multipart() and len(way) < _DEEPEST:
            waiting += [(part, (*way, number)) for number, part in enumerate(one.iter_parts(), 1)]
    return "part 1"


def _head_of(message: _Message) -> tuple[tuple[str, str, str], ...]:
    """What the message's headers say about it."""
    found = []
    for header, what in (("From", "publisher"), ("Subject", "title"), ("Date", "published"),
                         ("Content-Language", "language"), ("Snapshot-Content-Location", "url")):  # fmt: skip
        try:
            value = str(message[header] or "")
            if header == "From" and "<" in value:
                value = value.split("<", maxsplit=1)[0].strip().strip('"') or value
            if header == "Date" and value:
                value = parsedate_to_datetime(value).date().isoformat()
        except (ValueError, TypeError, AttributeError, IndexError, MessageError):
            continue
        if value := " ".join(value.split())[:500]:
            found.append((what, value, f"{header}:"))
    return tuple(found)
