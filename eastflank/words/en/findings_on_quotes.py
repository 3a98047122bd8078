"""English for what is wrong with quotes, with the values read from them, and with their sources."""

from __future__ import annotations

from collections.abc import Iterable

# --- quotes and citations -----------------------------------------------------------------------------------

NEITHER_QUOTE_NOR_CITATION = ("The claim has neither quote nor citation.", "Say where in the source it is.")
OTHER_BASIS = (
    "The basis is “{basis}”, which does not go with whether there is a quote.",
    "A claim with a quote is quoted; one without is cited, judged or inferred.",
)
SILENCE_IS_INFERRED = (
    "The citation says that a list has no row of it, so nobody says it, but the basis is {basis}.",
    "Make the basis inferred.",
)
INFERRED_FROM_NOTHING = (
    "The claim is inferred, but it does not name the list that is silent.",
    "Name the list in citation, or change the basis.",
)
INFERRED_WITHOUT_WHY = (
    "The claim is inferred, but no note says from what.",
    "Say in note what the list had before.",
)
QUOTE_AND_CITATION = (
    "The claim has both a quote and a citation.",
    "Keep the quote, and move what else must be said to note.",
)
NOT_HELD = (
    "The text of source {source} is not held, so the quote cannot be checked.",
    "Cite it in our own words instead, or put the text in seeds/ and its name in sources.csv.",
)
HELD = ("The text of source {source} is held, so it can be quoted.", "Quote the words that say it.")
PREFIX_OF_NOTHING = ("There is no quote for it to stand before.", "Empty it.")
NO_CHECKSUM = ("There is no checksum of {file}.", "It is {actual}.")
CHECKSUM_OF_NOTHING = ("There is a checksum but no file.", "Name the file, or empty it.")
OTHER_CHECKSUM = (
    "{file} has another checksum: it is not the text that was read.",
    "Put the original back. If this is the original, record {actual}.",
)


def words_not_in(words: str, file: str) -> tuple[str, str]:
    """Says that words are not those of the article."""
    return (
        f"“{words}” is not in {file}.",
        "Give the article's own words, or leave it empty and explain in note.",
    )


def quote_not_in(file: str, agrees: str, differs: str) -> tuple[str, str]:
    """Says that a quote is not in its article: it matches up to `agrees`, and then differs from `differs` on.

    Both are empty if not even its first character is there.
    """
    where = (
        f"it leaves the text after “{agrees}”, at “{differs}”"
        if agrees
        else "not even its first character is"
    )
    return (
        f"The quote is not in {file}: {where}.",
        "Copy the words again, with the article's own quotation marks and spaces.",
    )


def prefix_not_needed(file: str) -> tuple[str, str]:
    """Says that a quote occurs only once."""
    return f"The quote is in {file} only once, so no prefix is needed.", "Empty it."


def prefix_not_before(prefix: str, file: str) -> tuple[str, str]:
    """Says that a prefix is not directly before the quote."""
    return f"“{prefix}” is not directly before the quote in {file}.", "Correct it."


def stands_several_times(file: str, times: int, after_prefix: int) -> tuple[str, str]:
    """Says that a quote occurs in several places."""
    return (
        f"The quote is in {file} {times} times, {after_prefix} of them after this prefix.",
        "Give as many of the characters directly before it as make it the only one.",
    )


# --- values read from them ----------------------------------------------------------------------------------

NOT_OF_LEADING = "No word of the quote speaks of leading."


def carries_no_status(status: str) -> str:
    """Says that a quote does not state the status."""
    return f"No word of the quote carries “{status}”."


def does_not_name(place: str) -> str:
    """Says that a quote does not name a place."""
    return f"The quote does not name {place}."


def say_how_it_was_read(column: str) -> str:
    """What to do about either."""
    return f"Correct the {column}, empty it, or say in note by which words it was read so."


def no_characters(claim: str) -> tuple[str, str]:
    """Says that a claim has no article to mark characters in."""
    return f"{claim} quotes no held article, so it has no characters.", "Remove the row."


def no_contribution(claim: str, nation: str) -> tuple[str, str]:
    """Says that characters are marked for a contribution that does not exist."""
    return f"{claim} has no contribution of {nation}.", "Correct it, or remove the row."


def nothing_in(claim: str, field: str) -> tuple[str, str]:
    """Says that characters are marked for an empty field."""
    return f"{claim} has nothing in {field}.", "Correct it, or remove the row."


def no_piece(start: int, end: int, length: int) -> tuple[str, str]:
    """Says that a span does not lie in its article."""
    return f"{start} to {end} is no piece of an article of {length:,} characters.", "Correct it."


def span_not_in_quote(words: str, claim: str) -> tuple[str, str]:
    """Says that a span lies outside of the quote."""
    return f"“{words}” is not in the quote of {claim}.", "Mark the characters in the quote that carry it."


def does_not_state(words: str, figures: Iterable[int]) -> tuple[str, str]:
    """Says that a span does not say the figure."""
    told = " or ".join(f"{figure:,}" for figure in sorted(figures))
    return f"“{words}” does not state {told}.", "Mark the characters that do."


# --- sources ------------------------------------------------------------------------------------------------

_GRADE_LOWER = "Grade it lower, read the original, or answer why nothing can be lost in it."
COPY_GRADED_A = (
    "A text that was read as a copy or an excerpt is graded A, as an original is.",
    _GRADE_LOWER,
)
COPY_AS_GOOD = (
    "It was read as a copy or an excerpt, but graded {reliability}; originals of {publisher} are {best}.",
    _GRADE_LOWER,
)
DATED_CLOSER = (
    "It was said on {said_on}, but its source {source} is dated {published} only.",
    "Say in note how the day is known, or leave it as wide as the source's.",
)
BOTH_HELD = ("A text can replace another one only where both are held.", "Empty it.")
REPLACES_ITSELF = ("It would replace itself.", "Break the circle.")


def does_not_bear_its_date(file: str) -> tuple[str, str]:
    """Says that a text does not contain its date."""
    return (
        f"{file} does not bear this date, and no note says how it is known.",
        "Say in note how it is known, or give the days that are possible, such as 2016-06-15/2016-06-20.",
    )


def is_no_address(address: str) -> tuple[str, str]:
    """Says that an address cannot be opened."""
    return f"“{address}” is not an address.", "Copy it again, or leave it out."


def replaced_already(by: str, source: str) -> tuple[str, str]:
    """Says that another text is the newer version."""
    return f"{by} replaces {source} already.", "Name the newest of its versions."


def orphaned(source: str, newest: str, *, gone: bool) -> tuple[str, str]:
    """Says that a claim quotes a text that was corrected; `gone`: its quote is not in the new one."""
    found = "its quote is not in that text" if gone else "its quote was not moved to that text"
    return (
        f"{source} was corrected by {newest}, and {found}: it is orphaned.",
        f"Quote the words of {newest} instead, supersede the claim, or retract it.",
    )
