"""`python -m tests.once_more`: run the browser tests that failed once more, and name those that pass as flaky."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

_FAILED = Path(__file__).parents[1] / ".pytest_cache" / "v" / "cache" / "lastfailed"
_BROWSER = "tests/browser/"
_MOST = 12
"""More failures than these are not flakiness."""


def main() -> int:
    """0 if every failure was a browser test that now passes; otherwise 1."""
    failed = sorted(json.loads(_FAILED.read_text(encoding="utf-8"))) if _FAILED.exists() else []
    others = [name for name in failed if not name.startswith(_BROWSER)]
    if not failed or others or len(failed) > _MOST:
        print(
            f"{len(failed)} tests failed, {len(others)} of them not in a browser: nothing is run once more."
        )
        return 1
    code = int(pytest.main([*failed, "-p", "no:cacheprovider"]))
    if code == 0:
        print("Flaky, passed when run once more:", *failed, sep="\n  ")
    return code


if __name__ == "__main__":
    sys.exit(main())
