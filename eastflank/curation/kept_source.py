"""Serialises what was entered for a new source to a text that outlives the page, and back.

The given files are not part of the text: their checksums say which ones they were. The reasons that were
typed for retracting claims stand beside it. Any other text is not accepted.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from eastflank.curation.incoming import Given

LONGEST = 20_000_000
"""The longest text that is read, in characters."""
Entered: TypeAlias = Mapping[str, str | bool]
"""What was entered, by field; empty fields are left out."""


@dataclass(frozen=True, slots=True)
class KeptSource:
    """A source that is not saved yet."""

    entered: Entered = field(default_factory=dict)
    given: tuple[Given, ...] = ()
    which: int = 0
    """The one of the given files whose source is being filled in."""

    @property
    def name(self) -> str:
        """What a reader knows it by: its title, or the name of its file; empty if it has none yet."""
        named = self.given[self.which].name if self.given else ""
        return str(self.entered.get("title") or named)


def written(source: KeptSource, reasons: Mapping[str, str]) -> str:
    """The source and the reasons by claim; empty if nothing was entered."""
    reasons = {claim: reason for claim, reason in reasons.items() if reason}
    if not (source.entered or source.given or reasons):
        return ""
    given = [[one.name, one.address, one.charset, checksum(one.content)] for one in source.given]
    said = {"entered": dict(source.entered), "given": given, "which": source.which, "reasons": reasons}
    return json.dumps(said, ensure_ascii=False)


def read(text: str, contents: Sequence[bytes]) -> tuple[KeptSource, Mapping[str, str], tuple[str, ...]]:
    """The source, the reasons, and the names of files that are lost; all empty for any other text.

    `contents` are the stored files, in their order; a file with another checksum is lost.
    """
    nothing = KeptSource(), dict[str, str](), ()
    if len(text) > LONGEST:
        return nothing
    try:
        said = json.loads(text)
        reasons = {_text(claim): _text(reason) for claim, reason in said["reasons"].items()}
        entered = {_text(name): _text_or_mark(cell) for name, cell in said["entered"].items()}
        listed = [tuple(map(_text, one)) for one in said["given"]]
        held = {checksum(content): content for content in contents}
        given = tuple(
            Given(name, held[whole], address, charset, stays=True)
            for name, address, charset, whole in listed
            if whole in held
        )
        which = min(range(len(given) or 1), key=lambda at: abs(at - int(said["which"])))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return nothing
    lost = tuple(name for name, _, _, whole in listed if whole not in held)
    return KeptSource(entered, given, 0 if lost else which), reasons, lost


def number_of_files(text: str) -> int:
    """How many files a stored text names; 0 for any other text."""
    try:
        return len(json.loads(text)["given"])
    except (ValueError, KeyError, TypeError, RecursionError):
        return 0


def checksum(content: bytes) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(content).hexdigest()


def _text(said: object) -> str:
    if not isinstance(said, str):
        raise TypeError("no text")
    said.encode()  # a lone surrogate is not a character: it raises a ValueError
    return said


def _text_or_mark(said: object) -> str | bool:
    return said if isinstance(said, bool) else _text(said)
