"""Python imports this at start when its folder is on PYTHONPATH: its clock then shows EASTFLANK_TEST_NOW.

That is a number of seconds since 1970. Every second of the process is that one. Modules that are not written in
Python ask the system itself.
"""

from __future__ import annotations

import os
import time

NOW = float(os.environ["EASTFLANK_TEST_NOW"])
_localtime, _gmtime, _strftime = time.localtime, time.gmtime, time.strftime

time.time = lambda: NOW
time.time_ns = lambda: int(NOW * 1e9)
time.localtime = lambda seconds=None: _localtime(NOW if seconds is None else seconds)
time.gmtime = lambda seconds=None: _gmtime(NOW if seconds is None else seconds)
time.strftime = lambda form, moment=None: _strftime(form, time.localtime() if moment is None else moment)
