"""The comparison with golden files finds every difference that a person would see."""

import io
from pathlib import Path

import pytest
from PIL import Image

from tests.golden import Golden


def _png(size: tuple[int, int] = (100, 100), dots: int = 0, shade: int = 0) -> bytes:
    picture = Image.new("RGB", size, (shade, shade, shade))
    for x in range(dots):
        picture.putpixel((x, 0), (255, 255, 255))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


@pytest.fixture
def compare(tmp_path: Path) -> Golden:
    return Golden(tmp_path / "golden", tmp_path / "output", update=False)


@pytest.fixture
def kept(compare: Golden) -> Golden:
    compare.folder.mkdir()
    (compare.folder / "a.png").write_bytes(_png())
    (compare.folder / "a.svg").write_text("<svg/>")
    return compare


def test_a_missing_file_is_written_and_the_test_fails_once(compare: Golden) -> None:
    with pytest.raises(pytest.fail.Exception, match="look at it"):
        compare("a.png", _png())
    compare("a.png", _png())


def test_a_shade_that_nobody_sees_passes(kept: Golden) -> None:
    kept("a.png", _png(shade=20), tolerance=0)


def test_pixels_up_to_the_tolerance_pass_and_one_more_fails(kept: Golden) -> None:
    kept("a.png", _png(dots=10), tolerance=0.001)
    with pytest.raises(pytest.fail.Exception, match=r"differs in 0\.11% of its pixels"):
        kept("a.png", _png(dots=11), tolerance=0.001)
    assert {file.name for file in kept.output.iterdir()} == {
        "expected-a.png",
        "actual-a.png",
        "difference-a.png",
    }


def test_another_size_never_passes(kept: Golden) -> None:
    with pytest.raises(pytest.fail.Exception, match=r"is \(100, 99\) pixels"):
        kept("a.png", _png((100, 99)), tolerance=1)


def test_a_text_is_compared_exactly(kept: Golden) -> None:
    kept("a.svg", "<svg/>")
    with pytest.raises(pytest.fail.Exception, match=r"a\.svg differs"):
        kept("a.svg", "<svg />")


def test_updating_writes_what_is_drawn_now(kept: Golden) -> None:
    Golden(kept.folder, kept.output, update=True)("a.svg", "<svg />")
    kept("a.svg", "<svg />")
