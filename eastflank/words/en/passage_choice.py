"""Texts around an article’s text, in which the user selects a passage."""

from __future__ import annotations

ARTICLE = "Text of the article: choose a passage with the mouse, or with Shift and the arrow keys"
QUOTE_IT = "Make it the quote"
MARK_IT = "It says"
FIELD_CHOICE = "Field that the passage says"
HINT = "Choose a passage, then press Enter or “Make it the quote”."
CHOSEN = "Chosen:"
NO_QUOTE = "This passage cannot be the quote:"
FORGET = "Remove the mark"
NOTHING_CHOSEN = "Only white space is chosen. Choose the words that make the claim."
OVER_A_LINE_END = (
    "The passage goes over the end of a line that this text ends with two characters (CR LF), which no table "
    "can hold. Choose words within one line."
)
STANDS_TWICE = "These words stand in the text more than once. Choose some more of the words around them."
QUOTED_BY = "quoted by"
