"""The rules by which claims become what is known on a day, one or two sentences for each function.

The Method page prints them. A test checks that each names an existing function, so that every promised rule
has code.
"""

from __future__ import annotations

from typing import NamedTuple


class Rule(NamedTuple):
    """A rule in words, with the function that implements it."""

    function: str
    """Its module and name below `eastflank`, as `record.account.status_claim`."""
    text: str


RULES: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    (
        "Which claims count, and in which order",
        (
            Rule(
                "record.claim_index.index_of",
                "A claim counts from the last day on which it may have been said, or else published. What a "
                "curator infers counts from the newest of the claims that it rests on, and says so. A "
                "retracted claim or a draft does not count.",
            ),
            Rule(
                "record.claim_index.place_in_order",
                "Claims stand in the order of the days they tell of. Of one day: the further status, then the "
                "more reliable source, then the more credible claim, then the id.",
            ),
            Rule(
                "record.claim_index.displaces",
                "Each field takes the newest claim that states it. A weak claim (source D to F, or credibility "
                "4 to 6) displaces a sound one only if it tells of a day more than two years later. What is set "
                "aside is listed as “not followed”.",
            ),
            Rule(
                "record.account.settled",
                "A curator’s decision may choose otherwise, until a newer claim on the matter arrives.",
            ),
        ),
    ),
    (
        "Status and end",
        (
            Rule(
                "record.account.status_claim",
                "A status moves forward only, until it is over: considered, offered, pledged, agreed, decided, "
                "arriving, deployed. “Leaving” means that the end is decided and it is still there.",
            ),
            Rule(
                "record.account.is_later_plan",
                "What is planned for later never changes the lead, place, strength or status of what is there: "
                "it stands beside it as planned, for two years.",
            ),
            Rule(
                "record.account.end_claim",
                "A stated end that has passed ends the deployment and all its parts (“ended, as announced on "
                "…”), unless a later claim has them there. An end that a curator infers says so.",
            ),
            Rule(
                "record.account.account_of",
                "A deployment that is over comes back only by a claim of a later day.",
            ),
            Rule(
                "record.as_of.as_of",
                "Asking for better evidence never revives: an end stated by evidence that is left out still "
                "ends, a nation that left is gone, and a value that all the evidence has overtaken says by which "
                "claim and enters no total.",
            ),
        ),
    ),
    (
        "Strength and age",
        (
            Rule(
                "record.strength.strength_of",
                "A strength comes from claims of the deployment’s own standing. Until it is in place, a plan’s "
                "figure is “planned”, in no total. Once a sound claim finds it in place, what was announced for "
                "it within the year before is its strength, “as announced”, until a newer figure comes. A weak "
                "figure ends when a later sound claim has more people than that leaving. What is over and was "
                "never found in place has no strength.",
            ),
            Rule(
                "record.strength.target_of",
                "A plan for what is there stands beside it, until what is there is as strong; until its own "
                "stated day has passed and something newer says what is there; or for two years.",
            ),
            Rule(
                "record.strength.counts_whole",
                "One contingent, an increment (“5,000 more”), a staff or what is authorised is never the "
                "strength of the whole.",
            ),
            Rule(
                "record.strength.figure_of",
                "A figure is as old as the first day on which it may have been so. A figure of an earlier year "
                "bears the year; one with a low grade bears the grade. A unit of which nothing was reported for "
                "two years says so.",
            ),
            Rule(
                "record.hedges.can_both_be_true",
                "A hedge has a width: “about 450” and 455 can both be true.",
            ),
        ),
    ),
    (
        "Contingents",
        (
            Rule(
                "record.contingents.contingents_of",
                "A contingent’s figure lasts until a newer claim replaces it, a complete list leaves it out, a "
                "source says that it left, or a newer figure of its whole is smaller than it. A figure that equalled "
                "its whole ends with the next whole. After eighteen months it is in no sum; that the nation takes part stays known. The lead takes part as long as its "
                "deployment is reported. A plan’s contingents are plans, and those of a group’s plan stay so.",
            ),
            Rule(
                "view.totals.nation_figures",
                "A nation’s view begins with what is stated of that nation’s own people: sums that a source "
                "makes, then contingents.",
            ),
        ),
    ),
    (
        "Units, groups and statistics",
        (
            Rule(
                "view.totals.counted",
                "Only units are counted and added, each once, under whichever name. A detachment is counted in "
                "its unit. A unit of which nothing was reported for two years is drawn, and named beside the "
                "title instead of counted; it counts as long as its group is still reported.",
            ),
            Rule(
                "view.totals.totals_of",
                "Totals are by kind, and kinds are never added to each other: a brigade may hold a battlegroup. "
                "A figure said of a group is the total until each of its units has a newer one or eighteen "
                "months have passed; then the sum of its units is. A weak figure enters no total.",
            ),
            Rule(
                "view.totals.added",
                "A sum bears the weakest of its hedges, and is rounded where one of its figures is.",
            ),
            Rule(
                "record.groups.with_groups",
                "A group is a heading. Where it is known further than its units are, the missing ones are drawn "
                "as one set over its hosts. Once all its units are decided, it never says more than they do.",
            ),
            Rule(
                "record.groups.is_word_about",
                "A report about a group is also a report about its units.",
            ),
            Rule(
                "record.statistics.with_statistics",
                "A statistic is what a source adds up for a country or a nation. It is never drawn as a unit "
                "and never added. It leaves the map after eighteen months, when a newer figure of one of its "
                "parts exceeds it, or when a unit in it has come or gone.",
            ),
        ),
    ),
    (
        "Where sources disagree",
        (
            Rule(
                "record.disagreements.disagreements",
                "Two sources disagree when two sound values of the same standing, told of days within ninety "
                "days of each other (for a base: 180), cannot both be true. They stand side by side until a "
                "newer claim comes; then they are history.",
            ),
        ),
    ),
    (
        "Quotes",
        (
            Rule(
                "report.evidence.quotes_that_matter",
                "A quote is shown as evidence only beside a value that it gives. Elsewhere it stands in the "
                "history of its deployment, marked as overtaken, and by which claim.",
            ),
        ),
    ),
)
"""Every rule under its heading, in the order in which the Method page prints them."""
