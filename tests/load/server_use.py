"""What a process uses, as Linux counts it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple


class Use(NamedTuple):
    """What a process has used, and holds now."""

    processor: float
    """Seconds of processor time since it began."""
    memory: float
    """Bytes of memory that it alone or with others holds (resident)."""


NOTHING_USED = Use(0, 0)


def use_of_all(processes: Sequence[int]) -> Use:
    """What several processes have used together."""
    uses = [use_of(process) for process in processes]
    return Use(sum(one.processor for one in uses), sum(one.memory for one in uses))


def use_of(process: int) -> Use:
    """Read /proc: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html, fields 14, 15 and 24."""
    after_name = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    user, system, pages = (int(after_name[number - 3]) for number in (14, 15, 24))
    return Use((user + system) / os.sysconf("SC_CLK_TCK"), pages * os.sysconf("SC_PAGE_SIZE"))
