"""Slides as LibreOffice draws them where it finds only one typeface."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

OFFICE = ("soffice", "libreoffice")
_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{faces}</dir>
  <cachedir>{cache}</cachedir>
  <match target="pattern">
    <edit name="family" mode="assign" binding="strong"><string>{family}</string></edit>
  </match>
</fontconfig>
"""
"""Whatever typeface is asked for, this one is found: no other can be seen."""
_PATIENCE = 300
"""Seconds after which LibreOffice will not end by itself."""


def faces(family: str) -> list[Path]:
    """The files of a typeface on this machine; skips the test, saying so, where it is not installed."""
    listed = subprocess.run(
        ["fc-list", f":family={family}", "--format", "%{family}\t%{file}\n"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    named = [line.split("\t") for line in listed.splitlines()]
    files = [Path(file) for name, file in named if name == family]  # none that is condensed or light
    if not files:
        pytest.skip(f"{family} is not installed: `make soak` installs it.")
    return files


def program() -> str:
    """LibreOffice; skips the test, saying so, where it is not installed."""
    found = next(filter(None, map(shutil.which, OFFICE)), None)
    if found is None:
        pytest.skip("LibreOffice is not installed: `make soak` installs it.")
    return found


def as_pdf(decks: Sequence[Path], family: str, folder: Path) -> list[bytes]:
    """Decks as LibreOffice prints them, where of all typefaces it finds only `family`. `folder` is empty."""
    seen, out, home = (folder / name for name in ("faces", "out", "home"))
    for made in (seen, out, home):
        made.mkdir()
    for face in faces(family):
        (seen / face.name).symlink_to(face)
    configuration = folder / "fonts.conf"
    configuration.write_text(
        _FONTS.format(faces=seen, cache=folder / "cache", family=family), encoding="utf-8"
    )
    subprocess.run(
        [
            program(),
            "--headless",
            f"-env:UserInstallation={(home / 'profile').as_uri()}",
            "--convert-to",
            "pdf",
            "--outdir",
            str(out),
            *map(str, decks),
        ],
        env={**os.environ, "HOME": str(home), "FONTCONFIG_FILE": str(configuration)},
        check=True,
        capture_output=True,
        timeout=_PATIENCE,
    )
    return [(out / deck.with_suffix(".pdf").name).read_bytes() for deck in decks]
