"""Python imports this at start when its folder is on PYTHONPATH: it closes the network to that process."""

import os
from pathlib import Path

from closed_network import close_network

_attempts = Path(os.environ["EASTFLANK_TEST_ATTEMPTS"])
_attempts.touch()  # proves that the guard was active


def _write(attempt: str) -> None:
    with _attempts.open("a", encoding="utf-8") as file:
        file.write(attempt + "\n")


close_network(_write)
