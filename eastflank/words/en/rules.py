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
                "A claim counts from the last day on which it may have been said or, if that is not known, published. "
                "What a curator infers counts from the day of the newest claim that it rests on, and it is marked as "
                "inferred. A retracted claim or a draft does not count.",
            ),
            Rule(
                "record.claim_index.place_in_order",
                "Claims are ordered by the days that they tell of. Claims of the same day are ordered by the more "
                "advanced status, then by the more reliable source, then by the more credible claim, then by the id.",
            ),
            Rule(
                "record.claim_index.displaces",
                "Each field takes the newest claim that states it. A weak claim (source D to F, or credibility "
                "4 to 6) replaces a sound claim only if it tells of a day more than two years later. A claim that is "
                "set aside is listed as “not followed”.",
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
                "Until a deployment is over, its status only moves forward: considered, offered, pledged, agreed, decided, "
                "arriving, deployed. “Leaving” means that the end is decided, but the deployment is still there.",
            ),
            Rule(
                "record.account.is_later_plan",
                "A plan for later never changes the lead, place, strength or status of a deployment that is there. "
                "The plan is shown beside it as planned, for two years; a nation that is to join is found by its name.",
            ),
            Rule(
                "record.account.end_claim",
                "A stated end that has passed ends the deployment and all its parts (“ended, as announced on "
                "…”), unless a later claim says that they are there. An end that a curator infers, "
                "or that only the silence of a list tells, is marked as inferred.",
            ),
            Rule(
                "record.account.account_of",
                "A deployment that is over comes back only if a claim tells of a later day.",
            ),
            Rule(
                "record.as_of.known_as_of",
                "A filter for better evidence never brings back what is over. An end still counts if the evidence "
                "for it is left out, and a nation that left stays gone. A value that the whole evidence has overtaken "
                "names the claim that overtook it, and it is in no total.",
            ),
        ),
    ),
    (
        "Strength and age",
        (
            Rule(
                "record.strength.strength_of",
                "A strength comes from claims of the deployment’s own standing. Until the deployment is in place, a "
                "plan’s figure is “planned” and is in no total. Once a sound claim finds it in place, the figure that was "
                "announced for it within the year before is its strength, “as announced”, until a newer figure comes. A "
                "weak figure ends when a later sound claim says that more people than that are leaving. A deployment "
                "that is over and was never found in place has no strength.",
            ),
            Rule(
                "record.strength.target_of",
                "A plan for a deployment that is there is shown beside it. The plan ends when the deployment is as "
                "strong as planned, or when the plan’s stated day has passed and something newer says what is there, or "
                "after two years.",
            ),
            Rule(
                "record.strength.counts_whole",
                "One contingent, an increase (“5,000 more”), a staff or an authorised number is never the "
                "strength of the whole. Where only contingents are stated, the card, the key and the table name "
                "these and say that the whole is not stated.",
            ),
            Rule(
                "record.strength.figure_of",
                "The age of a figure is counted from the first day on which it may have been true. A figure of an "
                "earlier year is shown with the year, and a figure with a low grade with the grade. If nothing was "
                "reported about a unit for two years, this is stated.",
            ),
            Rule(
                "record.hedges.can_both_be_true",
                "A hedge allows a range, so “about 450” and 455 can both be true.",
            ),
        ),
    ),
    (
        "Contingents",
        (
            Rule(
                "record.contingents.contingents_of",
                "A contingent’s figure lasts until a newer claim replaces it, a complete list leaves it out, a "
                "source says that it left, or a newer figure of its whole is smaller than it. A figure that was equal to "
                "its whole ends when the next figure of the whole comes. After eighteen months a contingent’s figure is "
                "in no sum, but the nation is still known to take part. The lead takes part as long as its deployment is "
                "reported. The contingents of a plan are plans. Those of a group’s plan stay plans.",
            ),
            Rule(
                "view.figures_of_nations.nation_figures",
                "A nation’s view begins with figures that are stated for that nation’s own people: first the sums "
                "that a source makes, then contingents.",
            ),
        ),
    ),
    (
        "Units, groups and statistics",
        (
            Rule(
                "view.totals.counted",
                "Only units are counted and added. Each is counted once, even if it has several names. A detachment "
                "is counted in its unit. If nothing was reported about a unit for two years, it is drawn, but it is "
                "named beside the title and not counted. It still counts as long as its group is reported.",
            ),
            Rule(
                "view.totals.totals_of",
                "Each kind has its own total. Kinds are never added to each other, because a brigade may contain a "
                "battlegroup. A figure stated for a group is the total until each of its units has a newer figure, or "
                "until eighteen months have passed. Then the sum of its units is the total. A weak figure is in no total.",
            ),
            Rule(
                "record.sums.added",
                "A sum is no surer than its figures. If one is rounded, the sum is rounded, too, and says “about”. If "
                "one has no upper bound, the sum has none. A ceiling is not added to what is stated: it stands "
                "beside it, as “and up to 300 more”.",
            ),
            Rule(
                "record.groups.with_groups",
                "A group is a heading. If more is known about the group than about its units, the missing units are "
                "drawn as one set over its hosts. Once all its units are decided, the group never says more than they do.",
            ),
            Rule(
                "record.groups.is_word_about",
                "A report about a group is also a report about its units.",
            ),
            Rule(
                "record.statistics.with_statistics",
                "A statistic is a sum that a source gives for a country or a nation. It is never drawn as a unit "
                "and never added. It leaves the map after eighteen months, when a newer figure of one of its "
                "parts exceeds it, or when a unit in it has come or gone.",
            ),
        ),
    ),
    (
        "Where sources disagree",
        (
            Rule(
                "record.disagreements.disagreements_in",
                "Two sources disagree when two sound values of the same standing, told of days within ninety "
                "days of each other (for a base: 180), cannot both be true. Both are shown side by side until a "
                "newer claim comes. Then they are history. A later file of an imported table that tells of a later "
                "day updates the row of the same unit and nation: these two do not differ. One source differs "
                "from itself if it states two such values of the same days and the same period.",
            ),
        ),
    ),
    (
        "Quotes",
        (
            Rule(
                "report.evidence.quotes_that_matter",
                "A quote is shown as evidence only beside a value that it gives. Any other quote is in the history of "
                "its deployment. There it is marked as overtaken, with the claim that overtook it.",
            ),
        ),
    ),
)
"""Every rule under its heading, in the order in which the Method page prints them."""
