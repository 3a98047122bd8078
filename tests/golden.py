"""Golden files: products as a person last approved them."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image, ImageChops

VISIBLE = 24
"""A pixel differs when a channel is off by more than this, of 255: less is the smoothing of edges."""


@dataclass(frozen=True)
class Golden:
    """Compares a picture or a text with the file kept under its name."""

    folder: Path
    output: Path
    """Where `expected`, `actual` and `difference` are put when they differ."""
    update: bool
    """Write the file instead of comparing with it."""

    def __call__(self, name: str, actual: bytes | str, tolerance: float = 0.001) -> None:
        """Fail unless `actual` is what `name` holds; for a .png, up to a share of its pixels.

        Pictures of different sizes never match; anything but a .png matches exactly. A file that
        does not exist yet is written, and the test fails once so that somebody looks at it.
        """
        content = actual.encode() if isinstance(actual, str) else actual
        kept = self.folder / name
        if self.update or not kept.exists():
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(content)
            if not self.update:
                pytest.fail(f"{kept} did not exist and was written: look at it, then commit it")
            return
        expected = kept.read_bytes()
        if expected == content:
            return
        if name.endswith(".png"):
            self._compare_pictures(name, expected, content, tolerance)
        else:
            self._fail(name, expected, content, "differs")

    def _compare_pictures(self, name: str, expected: bytes, actual: bytes, tolerance: float) -> None:
        before, after = (Image.open(io.BytesIO(png)).convert("RGB") for png in (expected, actual))
        if before.size != after.size:
            self._fail(name, expected, actual, f"is {after.size} pixels, not {before.size}")
        apart = differing(before, after)
        share = apart.histogram()[255] / (before.width * before.height)
        if share > tolerance:
            self._fail(name, expected, actual, f"differs in {share:.2%} of its pixels", apart)

    def _fail(
        self, name: str, expected: bytes, actual: bytes, how: str, apart: Image.Image | None = None
    ) -> None:
        self.output.mkdir(parents=True, exist_ok=True)
        (self.output / f"expected-{name}").write_bytes(expected)
        (self.output / f"actual-{name}").write_bytes(actual)
        if apart:
            apart.save(self.output / f"difference-{name}")
        pytest.fail(f"{name} {how}: see {self.output}; if the new one is right, `make golden`")


def differing(before: Image.Image, after: Image.Image) -> Image.Image:
    """A black picture, white where two pictures of one size visibly differ."""
    channels = ImageChops.difference(before, after).split()
    most = channels[0]
    for channel in channels[1:]:
        most = ImageChops.lighter(most, channel)
    return most.point(lambda value: 255 if value > VISIBLE else 0)
