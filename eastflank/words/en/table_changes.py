"""What an import of a table changes, claim by claim: the lists of its fourth step, on the page and in print."""

from __future__ import annotations

from collections.abc import Sequence

from eastflank.words.en.figures import number, summed
from eastflank.words.en.lists import unit

FIELDS_COMPARED = {
    "figure": "Persons",
    "contingents": "Contingents",
    "status": "Status",
    "lead": "Lead",
    "host": "Host",
    "place": "Place",
    "deployment": "Unit",
    "as_at": "Day",
    "starts": "Starts",
    "ends": "Ends",
    "counts": "The figure counts",
    "note": "Note",
}
"""What is compared in a changed row, in the order in which it is told."""
LISTS = {
    "new": "new",
    "otherwise": "with other values of another day",
    "renewed": "with the same values of another day",
    "changed": "changed",
    "reread": "read by newer rules, or by other choices",
    "reworded": "the same, with other words for the same place",
    "gone": "gone",
    "back": "came back: an earlier file had no row of them",
    "returned": "came back",
}
_ROW = ("Unit", "Nation", "Place")
HEADS = {
    "new": ("Row", *_ROW, "Persons", "Day"),
    "renewed": ("Row", *_ROW, "Before", "Now"),
    "otherwise": ("Row", *_ROW, "What changed"),
    "changed": ("Row", *_ROW, "What changed"),
    "reread": ("Row", *_ROW, "What is read otherwise"),
    "reworded": ("Row of the earlier file", *_ROW, "Words for the place"),
    "gone": ("Row of the earlier file", *_ROW, "Persons", "Day"),
    "back": ("Row", *_ROW, "Persons", "Since when it was taken to have left"),
    "returned": ("Row", *_ROW, "Persons", "Why it was retracted"),
}
RENEWED = (
    "The file has these rows with another day, or has their units at another place: then the list has both places. "
    "The earlier claims stay: they say what was known before. "
    "The row and the figure on the right are those of this file."
)
OTHERWISE = "The file has these rows with another day and other values. The earlier claims stay: they say what was known before."
REWORDED = (
    "Each row says the same as before, but names its place in other words. The claims stay as they are, with the words "
    "of the earlier file."
)
REREAD = (
    "The file is the same as before, so the table has not changed. Newer rules, or other choices, read these rows "
    "otherwise than when it was imported."
)
GONE = "An earlier file of this table had these rows, and this file has not."
ABOUT = {"reread": REREAD, "otherwise": OTHERWISE, "renewed": RENEWED, "reworded": REWORDED, "gone": GONE}
"""What stands above a list."""
GONE_STAY = "Their claims stay: the map still shows those that count, also on the day of this table."
UNREAD = "The same file makes no claim of some of these rows any more."
GONE_RETRACTED = "Their claims are retracted with this import."
UNDO_TOO = "“Undo the import” takes that back too."
WHAT_OF_GONE = "What does it mean that these rows are gone?"
KEEP_GONE = "Their claims stay"
RETRACT_GONE = "Retract their claims: they should never have been in the table"
RETRACT_UNREAD = "Retract the claims that their row does not make any more"
SAY_GONE = (
    "If the units had left by the day of this table, add --gone ended: what the earlier table says of its own day stays. "
    "If they should never have been in the table, add --gone retracted."
)
SAY_UNREAD = "To retract them, add --gone retracted."
CHOOSE_GONE = "Say first, under the lists, what it means that some rows are gone."
LEFT_MEANS = (
    "A new claim says of each unit that it had ended. It is marked as inferred, has no figure, and names this file and the "
    "row of the earlier one. What the earlier table says of its own day stays."
)
PERSONS = (
    "The sum of the figures takes one figure for each row of the table: of several files the newest one. Of a range it "
    "adds the lower and the upper end by themselves, and what is only stated as “up to” stands beside it. A row that is "
    "gone is in it, as long as its claim is not retracted and its unit is not said to have left. Rows of what is planned, has ended or has left are in it too. The sum helps to find a wrong digit. It is not a number of "
    "troops, because several rows may tell of the same people."
)
NO_REASON_KEPT = "no reason is kept"


LEFT = "no longer there"
"""What a row says of a nation that is no longer in its unit."""


def persons(figure: str, counts: str, *, led: bool) -> str:
    """The figure of a row; of a contingent with that, and whether its unit has a lead: “750 (one contingent; no lead stated)”."""
    if not figure or counts != "contingent":
        return figure
    return f"{figure} (one contingent{'' if led else '; lead not stated'})"


def total(value: int | tuple[int, int, int]) -> str:
    """A number of rows, or a sum of persons: the least, the most, and what is only a ceiling."""
    if isinstance(value, int):
        return number(value)
    low, high, ceiling = value
    return summed(low, high + ceiling, None, ceiling)


def counts(new: int, other: int, later: int, same: int, gone: int, reread: int = 0) -> str:
    """What happens to the claims, in numbers. `later`: the values are the same, the day is another one."""
    again = f", {later:,} with the same values of another day" if later else ""
    otherwise = f", {reread:,} read otherwise" if reread else ""
    return f"{unit(new, 'new claim')}, {other:,} with other values{again}, {same:,} the same, {gone:,} gone{otherwise}"


def listed(kind: str, number: int) -> str:
    """The heading of a list: “4 new”."""
    return f"{number:,} {LISTS[kind]}"


def backwards(number: int) -> str:
    """Says that some rows have an earlier day than before."""
    which = "One of them has" if number == 1 else f"{number:,} of them have"
    return (
        f"{which} an earlier day in this file than before. The map follows the claim of the later day. If that "
        "day was wrong, retract the claim."
    )


def ahead(number: int) -> str:
    """Says that some claims come from a file of a later day."""
    which = "1 claim comes" if number == 1 else f"{number:,} claims come"
    return f"{which} from a file of this table whose day is later. What is not in the older file is not gone: they stay."


def kept_day(kept: str) -> str:
    """Says that a file that was imported before keeps its day."""
    return (
        f"This file was imported before as a table of {kept}, and claims of it count or wait for review. It keeps that "
        "day. To give it another one, undo that import or retract these claims, and import the file again."
    )


def had_left(day: str) -> str:
    """The choice that the units whose rows are gone had left."""
    return f"They had left by {day} (recommended, if this is the whole list)"


def may_be_a_part(number: int) -> str:
    """Warns that the file may be only a part of the list."""
    return (
        f"{unit(number, 'row')} of the earlier file {'is' if number == 1 else 'are'} gone, more than are in this file "
        "again. If this file is only a part of the list, or another sheet, nothing has left: their claims should stay."
    )


def of_the_gone(ended: int, not_ended: int, retracted: int, gone: int) -> Sequence[str]:
    """What becomes of the claims whose rows are gone. `gone` is their number."""
    if retracted:
        return (GONE_RETRACTED, *([gone_before(retracted - gone)] if retracted > gone else []))
    if not (ended or not_ended):
        return (GONE_STAY,)
    said = [
        f"{unit(ended, 'new claim')} {'says' if ended == 1 else 'say'} that the unit had left. {LEFT_MEANS}"
    ]
    if not_ended:
        said.append(
            f"Of {unit(not_ended, 'row')} this cannot be said: the unit has other rows in the table, or it is a statistic, or "
            f"the earlier row tells of the same day or a later one. {'Its claim stays' if not_ended == 1 else 'Their claims stay'}."
        )
    return said


def gone_before(number: int) -> str:
    """Says that claims of still earlier files on the rows that are gone are retracted too."""
    return f"{unit(number, 'claim')} of still earlier files about these units {'is' if number == 1 else 'are'} retracted too."


def claim(unit_: str, nations: str, where: str) -> str:
    """A claim of a table by its unit, nations and place; empty ones are left out."""
    return ", ".join(filter(None, (unit_, nations, where)))


def with_id(claim_id: str, unit_: str, nations: str, figure: str) -> str:
    """A claim by what it is about, with its id."""
    about = claim(unit_, nations, figure)
    return f"“{about}” ({claim_id})" if about else claim_id


def more(number: int) -> str:
    """The claims of a list that are not named."""
    return f"{number:,} more"


def read_now(figure: str, day: str) -> str:
    """What is read in a row that had no such claim."""
    return f"not read before; now {stated(figure, day)}"


def read_no_more(figure: str, day: str) -> str:
    """A claim that its row does not make any more."""
    return f"{stated(figure, day)}; now the row does not state it"


def quoted(said: str) -> str:
    """The words of a cell."""
    return f"“{said}”"


def stated(figure: str, day: str) -> str:
    """A claim's figure and day."""
    return ", ".join((figure or "strength not stated", *([day] if day else [])))


def may_be_renamed(before: str, name: str) -> str:
    """Asks whether a unit has a new name."""
    return (
        f"“{before}” is gone and “{name}” is new. Their nation, host and place agree, and the figure or the kind of unit. "
        f"“{name}” may be the same unit under a new name."
    )


def may_have_moved(before: str, name: str, was: str, now: str) -> str:
    """Asks whether a unit moved. `was` and `now` are places."""
    return (
        f"“{before}” is gone from {was or 'no place'}, and “{name}” is new: {now or 'no place'}. Their name and nation "
        "agree. It may be the same unit, which moved. Until somebody says so, both are kept and counted."
    )


def is_moved(name: str) -> str:
    """The answer that it is the same unit, which moved."""
    return f"“{name}” is the same unit, which moved"


def moved(name: str, unit_: str) -> str:
    """A unit that moved, as a person said."""
    return f"“{name}” moved. It keeps its id, {unit_}, and its history."


def say_renamed(made: str) -> str:
    """How to say in the terminal that it is the same unit."""
    return f"If it is the same unit, add --renamed {made}. It then keeps its id and its history."


AT_ONCE = "The new name is shown as soon as the table is imported, also before its claim is reviewed."
"""Which part of an import does not wait for a reviewer."""


def renamed(before: str, name: str, unit_: str) -> str:
    """A unit that gets a new name."""
    return f"“{before}” is now called “{name}”. It keeps its id, {unit_}, and its history. {AT_ONCE}"


def not_renamed(made: str) -> str:
    """Refuses an answer to a question that was not asked."""
    return f"--renamed {made}: the import does not ask about this unit. Step 4 names those that may have a new name."


def is_renamed(name: str, before: str) -> str:
    """The answer that it is the same unit."""
    return f"“{name}” is the unit “{before}” under a new name"


def stated_at(figure: str, day: str, place: str) -> str:
    """A claim's figure and day, with the place of a unit that moved."""
    return f"{stated(figure, day)}, at {place or 'no place'}"


def became(before: str, after: str) -> str:
    """A value and the one that takes its place."""
    return f"{before or 'empty'} → {after or 'empty'}"


def field(label: str, before: str, after: str) -> str:
    """A changed field."""
    return f"{label}: {became(before, after)}"


def line(who: str, what: str, row: str) -> str:
    """A claim in a list that is printed. `row` names the file and the row."""
    return f"{who}: {what} ({row})"


def together(parts: Sequence[str]) -> str:
    """Changed fields in one cell."""
    return "; ".join(parts)


def applied(name: str, said: str, same: int, retracted: int, ended: int = 0) -> str:
    """What was imported. `said` is what became of the claims, without those that are the same."""
    also = f", {same:,} the same as before" if same else ""
    left = (
        f" {unit(retracted, 'claim')} of rows that are gone {'was' if retracted == 1 else 'were'} retracted."
    )
    over = f" {unit(ended, 'claim')} {'says' if ended == 1 else 'say'} that a unit had left."
    return f"From {name}: {said}{also}.{left if retracted else ''}{over if ended else ''}"


def applied_counts(new: int, other: int, later: int, reread: int = 0) -> str:
    """How many claims an import brought."""
    again = f", {later:,} with the same values of another day" if later else ""
    otherwise = f", {reread:,} read otherwise" if reread else ""
    return f"{unit(new, 'new claim')}, {other:,} with other values{again}{otherwise}"
