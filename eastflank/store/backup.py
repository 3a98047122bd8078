"""A dataset in one ZIP file, with the checksum of each of its files, and back again."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from eastflank.model import Finding
from eastflank.store import parts
from eastflank.store.broken import BrokenData
from eastflank.words.chosen import findings_in_folders as words

SUMS = "SHA256SUMS"
"""The file of the checksums, as the program `sha256sum` writes and checks it."""
_STARTS = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a ZIP file can have: so the same dataset always gives the same bytes."""
_MOST = 4 << 30
"""The most bytes of all files together, unpacked."""
_SUM = re.compile(r"([0-9a-f]{64})  (.+)")


def packed(files: Mapping[str, bytes]) -> bytes:
    """The files of a dataset as a ZIP file that is a data package."""
    sums = "".join(f"{_sum(content)}  {name}\n" for name, content in sorted(files.items()))
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, held in [(SUMS, sums.encode()), *sorted(files.items())]:
            entry = zipfile.ZipInfo(name, _STARTS)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, held)
    return content.getvalue()


def files_in(path: Path) -> Mapping[str, bytes]:
    """The files of the dataset in a backup.

    Raises BrokenData if it is not a backup, or if a file is missing, was added or does not have its checksum;
    OSError if it cannot be read.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            entries = archive.infolist()
            if sum(entry.file_size for entry in entries) > _MOST:
                raise _broken(path, *words.too_large(_MOST >> 30))
            found = {entry.filename: archive.read(entry) for entry in entries if not entry.is_dir()}
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise _broken(path, *words.NO_ZIP) from error
    if SUMS not in found:
        raise _broken(path, *words.no_sums(SUMS))
    told = _told(found.pop(SUMS))
    wrong = [
        Finding(path.name, name, "", problem, words.TAKE_ANOTHER)
        for name in sorted(found.keys() | told.keys())
        if (problem := _objection(name, found.get(name), told.get(name)))
    ]
    if wrong:
        raise BrokenData(wrong)
    return found


def _objection(name: str, content: bytes | None, told: str | None) -> str:
    if not parts.is_part(name):
        return words.NO_PART[0]
    if content is None:
        return words.BACKUP_MISSES
    if told is None:
        return words.not_in_sums(SUMS)
    return "" if _sum(content) == told else words.OTHER_SUM


def _told(sums: bytes) -> Mapping[str, str]:
    lines = sums.decode("utf-8", errors="replace").splitlines()
    return {match[2]: match[1] for line in lines if (match := _SUM.fullmatch(line))}


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _broken(path: Path, problem: str, remedy: str) -> BrokenData:
    return BrokenData([Finding(path.name, "", "", problem, remedy)])
