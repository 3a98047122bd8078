"""Whether this process may use as much address space as the engine that places names reserves.

V8 reserves about 1.4 TB of addresses and uses a small part of them. If `ulimit -v` allows fewer, V8 ends the
whole process at once. So the limit is checked before V8 starts.
"""

from __future__ import annotations

import sys

from eastflank.words.chosen import pictures

_ENOUGH = 2**40
"""Bytes; with 320 GB it sometimes started and sometimes did not."""


class TooFewAddressesError(MemoryError):
    """The limit of this process is too low for the engine; the text is a sentence for the user."""


def reserve() -> None:
    """Raise TooFewAddressesError if the engine could end this process."""
    if sys.platform == "win32":  # there is no such limit
        return
    import resource  # noqa: PLC0415 - only where there is one

    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    if limit != resource.RLIM_INFINITY and limit < _ENOUGH:
        raise TooFewAddressesError(pictures.too_few_addresses(limit))
