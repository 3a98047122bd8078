"""Laws of structure: how rows belong together."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping

from eastflank.checks.rows import Rows
from eastflank.model import TABLES, Dataset, Finding

_UNTRIMMED = frozenset({"quote_prefix"})
"""Columns whose cells may begin or end with a space: it is the space before a quote."""


def a_deployment_claim_states_a_status(dataset: Dataset) -> Iterator[Finding]:
    """A claim about a deployment says how far it had come, and which deployment."""
    claims = Rows("claims", dataset.claims)
    deploys = claims.frame["kind"] == "deployment"
    for column in ("status", "deployment"):
        yield from claims.breaking(
            deploys & claims.frame[column].isna(),
            column,
            f"A claim of kind deployment has no {column}.",
            "Fill it in, or give the claim another kind.",
        )


def wholes_and_parts_form_no_circle(dataset: Dataset) -> Iterator[Finding]:
    """Nothing is a part of itself, or became itself, by however many steps."""
    memberships = Rows("memberships", dataset.memberships)
    for relation in ("part", "became"):
        stated = memberships.frame[memberships.frame["relation"] == relation]
        following = dict(zip(stated["member"], stated["whole"], strict=True))
        for line, start in zip(stated.index, stated["member"], strict=True):
            path = _path(start, following)
            if path[-1] == start:
                problem = f"It leads in a circle: {' → '.join(path)}."
                yield memberships.finding(line, "whole", problem, "Break it.")


def what_became_another_stays_in_its_whole(dataset: Dataset) -> Iterator[Finding]:
    """A deployment and the one it turned out to be are parts of the same group, or of none."""
    frame = dataset.memberships
    parts = frame[frame["relation"] == "part"]
    wholes = parts.groupby("member")["whole"].agg(set).to_dict()
    memberships = Rows("memberships", frame)
    became = frame[frame["relation"] == "became"]
    for line, member, whole in zip(became.index, became["member"], became["whole"], strict=True):
        own, other = wholes.get(member, set()), wholes.get(whole, set())
        if own and not own <= other:
            yield memberships.finding(
                line,
                "whole",
                f"{member} is a part of {', '.join(sorted(own))}, but {whole}, which it became, is not.",
                "Give both the same group.",
            )


def every_row_is_used(dataset: Dataset) -> Iterator[Finding]:
    """Each source, deployment and place has a claim that needs it. Nations may stand: they are drawn."""
    for table, column in (("sources", "source"), ("deployments", "deployment"), ("places", "place")):
        rows = Rows(table, getattr(dataset, table))
        yield from rows.breaking(
            ~rows.frame["id"].isin(dataset.claims[column]),
            "id",
            f"No claim has the {column} “{{id}}”.",
            "Add the claim, or remove the row.",
        )
    programmes = Rows("programmes", dataset.programmes)
    yield from programmes.breaking(
        ~programmes.frame["id"].isin(dataset.deployments["programme"]),
        "id",
        "No deployment has the programme “{id}”.",
        "Add the deployment, or remove the row.",
    )


def rows_are_sorted(dataset: Dataset) -> Iterator[Finding]:
    """Rows stand in the order of their keys, so that two edits of one table can be compared."""
    for table in TABLES:
        rows = Rows(table, getattr(dataset, table))
        keys = list(zip(*(rows.frame[column] for column in rows.key), strict=True))
        for line, (before, key) in zip(rows.frame.index[1:], itertools.pairwise(keys), strict=True):
            if key < before:
                problem = f"{', '.join(map(str, key))} stands after {', '.join(map(str, before))}."
                yield rows.finding(line, rows.key[0], problem, "Sort the rows by their keys.")


def cells_are_trimmed(dataset: Dataset) -> Iterator[Finding]:
    """No text begins or ends with white space that nobody sees."""
    for table in TABLES:
        rows = Rows(table, getattr(dataset, table))
        for column, texts in rows.frame.items():
            if texts.dtype == "str" and column not in _UNTRIMMED:
                padded = texts.notna() & (texts.str.strip() != texts)
                yield from rows.breaking(
                    padded, str(column), "The text begins or ends with white space.", "Remove it."
                )


def _path(start: str, following: Mapping[str, str]) -> list[str]:
    """Where the steps from a deployment lead, up to the first that comes twice."""
    path = [start]
    while (step := following.get(path[-1])) is not None:
        path.append(step)
        if step in path[:-1]:
            break
    return path
