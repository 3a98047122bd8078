"""Texts of the page Method: what is counted, drawn and filtered, and the origin of the data."""

from __future__ import annotations

from datetime import date

from eastflank.words.en.dates_in_words import day
from eastflank.words.en.figures import counted
from eastflank.words.en.lists import capitalised

TITLE = "Method"
COVERS = "What the record covers"
NO_CLAIM_YET = "It holds no claim yet."

WHAT_IS_COUNTED = """\
## What is counted
A **claim** is one thing that one source says, with its quotation or its citation, or what a curator infers from other claims, which then says so and has no grade. A **deployment** is what claims are about: a *unit* (drawn, counted and added), a *group* of units (a heading) or a *statistic* (somebody’s sum for a country or a nation). Everything shown of a deployment is derived from its claims; each field remembers the claim it comes from.

Quotations come only from articles whose text is held here, and are found in it character for character. From other documents facts and figures are carried with a citation, never their sentences.
"""
"""Markdown, over the rules."""

WHERE_FROM = "Where the data comes from"
SHIPPED = "the dataset that comes with Eastflank"
DATABASE = "the database"
PART, COMES_FROM = "Part", "Comes from"
TABLES, ARTICLES, BASE_MAP = "Tables", "Articles", "Base map"
THEATRE = "Theatre settings: opening view, alliance, colours of leads"
LETTER, VERSION, CLAIMS = "Letter", "Data version", "Claims"

GRADES = "Grades"
SOURCE, CLAIM, MEANS = "Source", "Claim", "means"
HOW_EARNED = "How each source earned its letter"
GRADE, PUBLISHER, VIA, SOURCE_TITLE, REASON = "Grade", "Publisher", "Via", "Title", "Reason"


def version(number: str) -> str:
    """Beside the page's title: the version of the data."""
    return f"Data version {number}"


def coverage(claims: int, sources: int, first: date, last: date) -> str:
    """What the record covers, as Markdown: so many claims and sources, from one day to another."""
    return (
        f"It holds {counted(claims, 'claim')} from {counted(sources, 'source')}, said between {day(first)} and "
        f"{day(last)}. **Evidence reaches up to {day(last)}**: what happened since is not in it. "
        "What it lacks is as silent as what did not happen: an empty place on the map says that no claim "
        "here tells of it, not that nobody is there."
    )


def also_waiting(drafts: int) -> str:
    """How many drafts the record holds besides, as Markdown."""
    waits = "waits for review and does" if drafts == 1 else "wait for review and do"
    return f"{capitalised(counted(drafts, 'draft'))} {waits} not count."


def dataset(name: str) -> str:
    """Which dataset is shown."""
    return f"Dataset: {name}."


def folder(name: str) -> str:
    """The location of tables that do not come with Eastflank."""
    return f"the folder {name}"


def what_is_drawn(called: str, borders: str) -> str:
    """Markdown, under the rules. `called` is the name of the theatre in a sentence; `borders` is about its borders."""
    return f"""\
## What is drawn
| form | means |
|---|---|
| filled, solid | there on the day |
| hatched, dashed | pledged, agreed, decided or arriving |
| empty, dotted | considered or offered |
| symbol at a dot | a claim names the place |
| card over a country | a host is stated, a base is not |
| card tied to several countries | one set; which belongs to which is not stated |
| small line at a country’s name | a statistic, with its date |

A view of some nations or hosts is fitted to what it shows, with some 110 km around it, and is never narrower or lower than 620 km, so that neighbours stay recognisable; any other view shows the whole {called}. The small map in the key's column shows where a fitted map looks.

Unknown is never shown as 0, a country's middle never as a base, and a target never as a location.

## Two days side by side
The left map is as known on the earlier day, the right one as known on the day shown. Units are compared by number, kind by kind. Persons are compared only where both figures are exact, no older than eighteen months, found rather than announced or planned, and of all the units counted; everything else is *not comparable*, for such a difference would look like a movement of troops and be none.

## Filters
*Nation*, *host*, *status*, *programme* and *strength* select among the deployments. *Source*, *kind of claim* and *grade* decide which evidence counts: with one source chosen, the map shows what that source alone says; with “B2 or better”, what remains when every claim must have at least that reliability and that credibility. What the left-out evidence has ended stays ended. A grade is never multiplied into a score.

## Borders
{borders}

## Licences
Tables: CC BY 4.0. GeoNames: CC BY 4.0. Leaflet: BSD 2-Clause. Source Sans 3: SIL Open Font License 1.1. The articles remain their publishers'.
"""
