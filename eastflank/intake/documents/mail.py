"""A saved message: its body as text."""

from __future__ import annotations

from email import message_from_bytes, policy

from eastflank.intake.documents.document import Document, UnreadableDocument
from eastflank.intake.documents.web_page import stripped


def mail(data: bytes) -> Document:
    """The body of a message, plain if it has one, otherwise its HTML stripped. Attachments are not read.

    Raises UnreadableDocument where it has no body of text.
    """
    message = message_from_bytes(data, policy=policy.default)
    body = message.get_body(("plain", "html"))
    if body is None:
        raise UnreadableDocument("The message has no body of text. Save its text as a file.")
    try:
        content = body.get_content()
    except (LookupError, UnicodeError) as error:
        raise UnreadableDocument("The message is in an encoding that it does not name rightly.") from error
    if body.get_content_type() == "text/html":
        return Document(stripped(content).text)
    return Document(content)
