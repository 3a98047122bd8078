"""Texts of the review of an article's proposals."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from eastflank.words.en.claim_entry import LABELS
from eastflank.words.en.lists import listed
from eastflank.words.en.reading_articles import FIELDS

READ_THIS = "Read this article"
GO_ON = "Go on with the review"
READ_HELP = "The rules propose the claims that it makes. You accept, correct or refuse each of them."
CLOSE = "Close the review"
CLOSE_HELP = "Your decisions are kept on this machine. They come back with “Read this article”."
READING = "The article is being read …"
NOT_ENGLISH = "The text does not seem to be English, and the rules can only read English. Choose passages yourself below."
NOTHING_FOUND = "The rules find no claim in this article. Choose a passage yourself below."
ARTICLE = "Text of the article, with its proposals marked"
PROPOSAL_FILTER = "Which proposals"
SHOWN = {
    "all": "All",
    "open": "Not reviewed",
    "unsupported": "Field without words in the text",
    "contradicts": "Contradicts the record",
}
NONE_SHOWN = "No proposal matches this filter. Choose another filter above."
STATES = {
    "open": "not reviewed",
    "accepted": "accepted",
    "mended": "accepted after a correction",
    "refused": "refused",
}
SURE = {
    "plain": "sure: the clause itself says it",
    "likely": "likely: something comes from another sentence, or is unclear",
    "doubtful": "doubtful: much is missing or unclear",
}
KINDS = {
    "deployment": "Deployment",
    "measure": "Measure",
    "logistics": "Logistics",
    "adversary": "Adversary",
    "meeting": "Meeting",
    "statement": "Statement",
}
ORIGINS = {
    "article date": "taken from the article’s date",
    "speaker line": "taken from the speaker’s line",
}
STANDS_OUTSIDE = "outside the quote: only the note will mention it"
NO_SUCH_PLACE = "not a place of the record: correct the proposal to look it up"
NO_CHARACTERS = "no words in the text"
NOT_HELD = "did not pass the checks: the claim will not have it"
WEIGHED = "chosen by the second opinion"
IN_DOUBT = "In doubt, left open"
NOT_STATED = "Not stated"
NOTHING_OPEN = "nothing"
COLUMNS = ("Field", "Value", "Read from")
"""The heading over the fields of a proposal."""
TOLD_ELSEWHERE = "told outside the quote"
RECORD_SAYS = "The record"
RECORD_SILENT = "The record has nothing to compare this with."
IS_ABOUT = "Which deployment is it about?"
SAME_WORDS = "a claim with the same words is about this deployment"
OF_THIS_ARTICLE = "a claim that you accepted will add this deployment"
A_NEW_ONE = "a new deployment"
PREVIOUS, NEXT = "Previous (k)", "Next (j)"
ACCEPT, MEND, REFUSE, UNDO = "Accept (a)", "Correct (e)", "Refuse (x)", "Undo (u)"
TAKE = "Correct, with what is in doubt (t)"
ACCEPT_CORRECTED, DROP_CORRECTIONS = "Accept as corrected (a)", "Drop the corrections (u)"
BACK = "Back (Escape)"
KEYS = (
    "Keys: j next, k previous, a accept, e correct, t correct with what is in doubt, x refuse, u undo, s save; "
    "digits: deployment. "
    "In a field these keys type letters. Escape leaves the field."
)
KEYS_OF_MENDING = (
    "Correct the fields. To move a field to other words, choose these words in the article, choose the field below "
    "the text and press “It says”. Escape leaves a field. Then the key a accepts, and the key u drops the corrections."
)
WHY_REFUSED = "Why is it refused?"
REASONS = (
    "The text does not say it.",
    "The record has it already.",
    "Too much of it was read wrongly.",
    "It does not belong in this record.",
    "Another proposal says the same.",
)
"""Reasons that have a digit as their shortcut."""
ANOTHER_REASON = "Another reason (0)"
REFUSE_WITH_IT = "Refuse with this reason"
NO_REASON = "Say why it is refused: press a digit, or write a reason."
CHOOSE_FIRST = "First choose the deployment that it is about: press its digit."
HAS_IT = "Refuse it with x and 2. If it says more than the record, correct it first."
MEND_FIRST = "Correct it first (e), or refuse it (x)."
NOBODY_REVIEWS = "Only a reviewer may set a claim to reviewed."
NOTHING_IN_DOUBT = "Nothing is in doubt here. Press e to correct it all the same."
NOTHING_TO_UNDO = "Nothing was decided yet."
NOTHING_TO_SAVE = "Nothing was decided yet, so there is nothing to save."
NOT_YET_ACCEPTED = "Before it can be accepted:"
NOT_YET_REFUSED = "Before it can be refused:"
NOT_CORRECTED = "It cannot be corrected here:"
NOT_TAKEN_BACK = "There is nothing to undo:"
READ_BY_RULES = "Read by rules."
REASON = "Proposed by rules from the article, and reviewed."
PASSED_OVER = "Passed over"
PASSED_OVER_HELP = "Words that look like claims but are not, each with the reason."
MEND_HEAD = "Correct the proposal"


def progress(done: int, of: int) -> str:
    """How far the review is."""
    return f"{done} of {of} reviewed"


def saved_meanwhile(numbers: Sequence[int]) -> str:
    """Proposals that were decided elsewhere since the review was opened."""
    several = len(numbers) > 1
    return (
        f"Proposal{'s' if several else ''} {', '.join(map(str, numbers))} {'were' if several else 'was'} decided "
        "and saved meanwhile, in another window or by another person. What you decided about "
        f"{'them' if several else 'it'} is dropped, and nothing is saved yet. Save again for the rest."
    )


def reading(done: int, of: int) -> str:
    """How far the reading is."""
    return f"The proposals are read and compared with the record: step {done + 1} of {of} …"


def heading(number: int, of: int, state: str) -> str:
    """The heading over a proposal."""
    return f"{number} of {of}, {STATES[state]}"


def announced(number: int, of: int, kind: str, state: str, done: int) -> str:
    """For a screen reader."""
    return f"Proposal {number} of {of}: {KINDS[kind]}, {STATES[state]}. {progress(done, of)}."


def marked(number: int, kind: str, state: str) -> str:
    """The tooltip of a mark in the article."""
    return f"Proposal {number}: {KINDS[kind]}, {STATES[state]}"


def field(name: str) -> str:
    """A field of a proposal in plain words."""
    if name == "contributors":
        return "Contingents of"
    if name == "contributor_troops":
        return "Persons of each"
    return LABELS.get(name) or FIELDS.get(name, name)


def said_by(word: str) -> str:
    """The characters of a field."""
    return f"“{word}”"


def agrees(fields: Iterable[str]) -> str:
    """Why a deployment of the record fits."""
    named = [FIELDS.get(one, one) for one in fields]
    return f"{listed(named)} {'agrees' if len(named) == 1 else 'agree'}" if named else ""


FORMATIONS = {
    "battlegroup": "battlegroup",
    "brigade": "brigade",
    "headquarters": "headquarters",
    "battalion": "battalion",
    "company": "company",
    "contingent": "contingent",
}
"""Kinds of formations, by the word that an article has for them."""


def new_name(what: str, where: str, who: str) -> str:
    """The name of a new deployment."""
    plain = what[:1].upper() + what[1:] if what else "Forces"
    return f"{plain}{f' in {where}' if where else ''}{f' ({who})' if who else ''}"


def choice(digit: int, name: str, why: str) -> str:
    """A deployment that can be chosen, with its key."""
    return f"{digit}  {name}{f': {why}' if why else ''}"


def reason_choice(digit: int, reason: str) -> str:
    """A reason that can be chosen, with its key."""
    return f"{digit}  {reason}"


def refused_because(reason: str) -> str:
    """Why it was refused."""
    return f"Refused: {reason}"


def has_it(claim: str) -> str:
    """The record has the claim."""
    return f"The record has it as {claim}. {HAS_IT}"


def save(claims: int) -> str:
    """The button that saves."""
    return f"Save (s): {claims} {'claim' if claims == 1 else 'claims'}" if claims else "Save the review (s)"


def saved(claims: int, refused: int, source: str) -> str:
    """What was saved."""
    noun = "claim is" if claims == 1 else "claims are"
    return f"{claims} {noun} saved from {source}; {refused} refused."


def wrong(number: int, said: str) -> str:
    """What is wrong with one of the claims."""
    return f"Proposal {number}: {said}"


def no_form(why: str) -> str:
    """A proposal whose words cannot be a quote."""
    return f"It cannot become a claim. {why} Refuse it."
