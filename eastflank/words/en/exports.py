"""What the export menu says, as whole sentences."""

from __future__ import annotations


def too_many_files(most: int, seconds: int) -> str:
    """Why no file is written now, and when the next can be: `most` a minute, the next in `seconds`."""
    after = "1 second" if seconds == 1 else f"{seconds} seconds"
    return (
        f"This page has had {most} files within a minute, the most that one reader may have, "
        f"so that the others need not wait. The next can be written in {after}."
    )
