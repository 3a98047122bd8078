"""The words of the page *Add data*, and of what it refuses."""

from __future__ import annotations

TITLE = "Add data"
NOT_ALLOWED = "You can read this record, but not change it."
HOW_TO_BE_ALLOWED = (
    "To add sources and claims on this machine, stop the dashboard and start it again with "
    "EASTFLANK_EDIT=1 in its environment:"
)
COMMAND = "EASTFLANK_EDIT=1 make run"
REOPEN = "Then open this page again. Every change is written into the tables of the folder, with its reason."

DATASET = "Dataset that is changed"
SECTION = "What to add"
ARTICLES, TABLE, DATASETS = "Articles and claims", "A table", "Datasets"
SECTIONS = {ARTICLES: "articles", TABLE: "table", DATASETS: "datasets"}
"""The sections of the page, and how its address names them."""
ONE_DATASET = (
    "Several datasets are laid over each other. Choose one of them on the map: sources and claims are added "
    "to one dataset at a time."
)

# --- a source ---
SOURCE = "Source"
NO_SOURCES = "This record holds no article yet. Add the first one."
ADD_A_SOURCE = "Add a source"
PASTE = "Text of the article"
PASTE_HELP = (
    "The text is kept as it is, character for character, with its checksum. To keep line ends as a file has "
    "them, give the file instead: a browser changes those of a pasted text."
)
SOURCE_ID = "Id of the source"
ID_IS_MADE = "made of publisher and date"
SAVE_SOURCE = "Save the source"
COMES_WITH_CLAIM = (
    "The source is saved together with its first claim: a source that nothing cites is not kept. Fill in the "
    "form, then save."
)
SOURCE_SAVED = (
    "The source is saved. Press “Read this article” to have its claims proposed, or choose a passage "
    "in its text to make a claim."
)
NO_TEXT = "There is no text yet. Paste it, give its file, or say that the source is only cited."
CITE_ONLY = "Only cite it: no text is kept"
CITE_ONLY_HELP = "For a source whose text may not be kept, or is no text. Its claims then carry no quote."
TEXT_AND_CITED = "There is a text, and the source is to be cited only. Decide for one of them."
EMPTY_TEXT = "The text is empty. Paste the article, or give its file."
TWO_TEXTS = "There is a pasted text and a file. Keep one of them."

SOURCE_LABELS = {
    "publisher": "Publisher",
    "via": "Read at (if elsewhere)",
    "title": "Title",
    "url": "Address",
    "published": "Published on",
    "accessed": "Read on",
    "reliability": "Reliability",
    "read_as": "Read as",
    "note": "Note: why this reliability, how its date is known",
}

INFERRED = "No source: claims that were inferred from others"
ABOUT_INFERRED = (
    "A claim without a source is a curator’s own inference: it names the claims that it rests on, the day "
    "and the reason, and is shown as judged, never as somebody’s words."
)
CITED_ONLY = "cited only"
ONLY_CITED = (
    "No text of this source is held, so its claims carry no quote: each says where in the source it stands."
)

# --- an article ---
ARTICLE = "Text of the article: choose a passage with the mouse, or with Shift and the arrow keys"
QUOTE_IT = "Make it the quote"
MARK_IT = "It says"
FIELD_CHOICE = "Field that the passage says"
HINT = "Choose a passage, then press Enter or “Make it the quote”."
CHOSEN = "Chosen:"
FORGET = "Remove the mark"
NOTHING_CHOSEN = "Nothing but white space is chosen. Choose the words that make the claim."
OVER_A_LINE_END = (
    "The passage goes over the end of a line that this text ends with two characters (CR LF), which no table "
    "can hold. Choose words within one line."
)
STANDS_TWICE = "These words stand in the text more than once. Choose some more of the words around them."
QUOTED_BY = "quoted by"

# --- a claim ---
NEW_CLAIM = "New claim"
PASSAGE_FIRST = "Choose a passage in the text: it becomes the quote of a new claim."
NO_PASSAGE = "Press “New claim”: its fields are shown here."
SAY_WHY_IN_NOTE = "Say in the note why it must be so."
QUOTE = "Quote"
CLAIM_ID = "Id"
NO_ID = "The claim has no id."
GIVE_AN_ID = "Give it one."
ANOTHER_ID = "Choose another id; to change that claim, press Edit in the list."
REASON = "Reason for the change"
REASON_HELP = "It stands in changes.csv with the day and your name."
NO_REASON = "Say why, so that a later reader can follow the change."
SAVE = "Save"
CANCEL = "Cancel"
KEEPS_MARKS = "Keep with each field the characters it stands on"
STANDS_ON = "stands on"
NOT_STATED = "not stated"
CONTRIBUTORS = "Contingents of"
LEFT = "left"
NEW_DEPLOYMENT = "A new deployment …"
NEW_PLACE = "A new place …"
PLACE_NAME = "Look up a place"
PLACE_NAME_HELP = "As the source names it, such as Camp Ādaži. It is looked up here, without the internet."
PLACE_COUNTRY = "In (if known)"
LOOKING_UP = "Looking it up …"
WHICH_PLACE = "Which of these is meant"
ONLY_JUDGEMENT = "Not saved yet: the checks find what only your judgement can settle."
HOW_TO_ANSWER = (
    "Correct what you entered, or say of each point why it may stand. The answers are saved with the change, "
    "as decisions, and a newer claim on the matter asks again."
)
WHY_IT_STANDS = "Why it may stand"
SAVE_WITH_ANSWERS = "Save with these answers"
JUDGED_WHEN_SAVED = "This is a matter of judgement: Save asks why it may stand."
CHANGED_MEANWHILE = (
    "Somebody else changed this claim while you wrote. Choose below, for each field, which version stays."
)
THEIRS, YOURS = "As it is saved now", "As you have it"
HOW_TO_DECIDE = (
    "Somebody else saved this claim while you changed it. A field that only one of you changed is chosen "
    "already. What is not chosen stays readable in the list of changes, if it was saved."
)
TAKE_CHOSEN = "Take what is chosen"
CHOOSE_EACH = "Choose a version of each field."
NOW_SAVE = "The form holds what you chose. Save it, or change it further."
MARKS_OF_FIELDS = "Characters on which fields stand"
GO_ON, DISCARD = "Go on with it", "Discard it"
ALL_CHECKED = "The checks find nothing wrong."
STILL_WRONG = "Not saved:"
NOBODY_REVIEWS = "Only a reviewer may set a claim to reviewed."

LABELS = {
    "kind": "Kind",
    "deployment": "Deployment",
    "status": "Status",
    "lead": "Lead",
    "host": "Host",
    "meant_for": "Meant for (if elsewhere)",
    "place": "Place",
    "troops_low": "Persons, fewest",
    "troops_high": "Persons, most",
    "hedge": "Word before the figure",
    "counts": "The figure counts",
    "unit_count": "Number of units",
    "said_on": "Said on",
    "as_at": "Tells of (if earlier)",
    "starts": "Starts",
    "ends": "Ends",
    "timing_words": "Words for the timing",
    "speaker": "Speaker",
    "speaker_role": "Speaker’s office",
    "contributors_complete": "These contingents are all",
    "credibility": "Credibility",
    "review": "Review",
    "note": "Note",
    "citation": "Where the source says so, in your own words",
    "rests_on": "Inferred from these claims",
    "judged_on": "Judged on",
}
NEW_DEPLOYMENT_LABELS = {
    "id": "Id of the new deployment",
    "name": "Its name",
    "sort": "Sort",
    "kind": "Kind of formation",
    "programme": "Programme",
    "echelon": "Size",
}
WHAT, HOW_MANY = "What", "How many"
GROUPS = (
    (WHAT, (("kind", "status"), ("deployment",))),
    ("Who and where", (("lead", "host"), ("place", "meant_for"))),
    (HOW_MANY, (("troops_low", "troops_high", "hedge"), ("counts", "unit_count"))),
    ("When", (("said_on", "as_at"), ("starts", "ends", "timing_words"))),
    ("Who says so", (("speaker", "speaker_role"),)),
    ("Judgement", (("credibility", "review"), ("note",))),
)
"""The columns of a claim under the headings of the form, a row at a time."""
EXPLAINED = frozenset(
    {"counts", "as_at", "ends", "timing_words", "contributors_complete", "review", "rests_on", "judged_on"}
)
"""The columns whose name alone does not say enough."""
A_DAY = "2016-06-14, 2016-06, ../2017"

# --- the list of claims ---
CLAIMS = "Claims of this source"
INFERRED_CLAIMS = "Inferred claims"
NO_CLAIMS_YET = "No claim is made from this source yet."
NONE_INFERRED = "No claim is inferred yet."
EDIT, SUPERSEDE, RETRACT = "Edit", "Supersede", "Retract"
RETRACT_HELP = "A retracted claim stays in the table with its reason, and counts no longer."
SUPERSEDE_HELP = "A new claim takes its place; this one is retracted."
HEDGES = {
    "about": "about",
    "up to": "up to",
    "at least": "at least",
    "more than": "more than",
    "just under": "just under",
}
REVIEWS = {"draft": "draft", "reviewed": "reviewed", "disputed": "disputed", "retracted": "retracted"}

# --- the log ---
LOG = "Changes"
NO_CHANGES = "No change is recorded yet."
LOG_COLUMNS = {
    "changed_on": "Day",
    "who": "Who",
    "table": "Table",
    "row": "Row",
    "column": "Column",
    "before": "Before",
    "after": "After",
    "reason": "Reason",
}
UNDO = "Undo"
NOTHING_TO_UNDO = "There is nothing to undo."
UNDONE = "The last change is taken back. The log below keeps both."
CONFLICT = (
    "Somebody changed the record while you wrote. Your entries are still here: look at what is there now, "
    "then save again."
)


def source_is_taken(source: str) -> str:
    """An id that another source has."""
    return f"There is a source {source} already. Choose another id."


def no_place(name: str) -> str:
    """A name that nobody knows."""
    return f"No place named “{name}” is known. Write it as its own country does, or name the town nearby."


def new_place(place: str) -> str:
    """A place that comes with the claim."""
    return f"It is saved with the claim, in places.csv, as {place}."


def roles_unread(variable: str, why: str) -> str:
    """A file of roles that cannot be read."""
    return f"The file that {variable} names cannot be read ({why}). Until it can, nobody may change anything."


def no_role(email: str, known: str) -> str:
    """A role that there is not."""
    return f"The role of {email} must be one of {known}. Until it is, nobody may change anything."


def unsaved(claim: str) -> str:
    """A claim that an earlier visit left unsaved."""
    return f"You left a claim unsaved: {claim or 'one without an id'}."


def answer_goes(decision: str) -> str:
    """An answer that answers nothing once the change is saved."""
    return f"The answer {decision} is removed with this change."


def id_is_taken(claim: str) -> str:
    """An id that another claim has."""
    return f"There is a claim {claim} already."


def too_long(size: int, most: int) -> str:
    """A text that is too long."""
    return f"The text has {size:,} bytes; {most:,} are the most. Keep the article alone."


def not_utf8(place: int) -> str:
    """A text in another encoding."""
    return f"The file is not UTF-8: byte {place:,} does not fit. Save it again as UTF-8."


def unseen(code: int, place: int) -> str:
    """A character that is none."""
    return f"Character {place:,} is U+{code:04X}, which no text holds. Remove it."


def saved(claim: str) -> str:
    """A claim that is saved."""
    return f"{claim} is saved."


def retracted(claim: str) -> str:
    """A claim that is retracted."""
    return f"{claim} is retracted. It stays in the table with its reason."


def editing(claim: str) -> str:
    """Over the form of a claim that is there."""
    return f"Edit {claim}"


def superseding(claim: str) -> str:
    """Over the form of a claim that takes another's place."""
    return f"New claim in the place of {claim}"


def undo_of(who: str, reason: str, claims: str = "") -> str:
    """What Undo takes back; `claims`: those that were new, as English lists them."""
    said = f"Takes back the last change, by {who}: “{reason}”"
    return f"{said} A claim is never deleted: {claims} will stay, retracted." if claims else said


def undone_and_retracted(claims: str) -> str:
    """What became of claims that were new."""
    return f"The last change is taken back. A claim is never deleted; retracted now: {claims}."


def undoing(reason: str) -> str:
    """The reason that stands with a change that is taken back."""
    return f"Undone: {reason}"


def characters(start: int, stop: int) -> str:
    """Where a quote stands in its article."""
    return f"characters {start:,} to {stop:,}"


def not_written(why: str) -> str:
    """A change that the disc refuses."""
    return f"The change could not be written ({why}). Nothing was changed: mend that, then save again."


def two_versions(claim: str) -> str:
    """Over a claim that two people have changed."""
    return f"Two versions of {claim}"


def which_stays(field: str) -> str:
    """The choice between two versions of a field."""
    return f"Which version of “{field}” stays"


def contingent_of(nation: str) -> str:
    """The contingent of a nation, as a field."""
    return f"Contingent of {nation}"


def of_a_contingent(field: str, nation: str) -> str:
    """A field of a contingent."""
    return f"{field}, {nation}"
