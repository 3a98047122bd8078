"""Texts of the slider of days under the map."""

from __future__ import annotations

TIME = "Time"
PLAY, PLAY_HELP = "Play", "Play (space)"
PAUSE, PAUSE_HELP = "Pause", "Pause (space)"
EARLIER, EARLIER_HELP = "Earlier", "The day before on which a source speaks"
LATER, LATER_HELP = "Later", "The next day on which a source speaks"
AS_KNOWN_ON = "As known on"
STOPPED = "Play stopped: the view has changed."
SPEED, SPEED_HELP = "Speed", "Speed of play"
EXACT_DAY, EXACT_DAY_HELP = "Exact day", "Any day"
NEWEST, NEWEST_HELP = "Newest", "The day of the newest claim"
ENDS = "today"
"""Where the rail ends."""
DAYS = tuple(
    f"{{day}} {month} {{year}}"
    for month in (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    )
)  # fmt: skip
"""The browser's format of a day, by month: “{day} July {year}”."""
