"""Disagreements in words."""

from __future__ import annotations

from collections.abc import Mapping

from eastflank.record.disagreements import Disagreement, Statement
from eastflank.words.chosen import disputes
from eastflank.words.chosen import values as words


def value_of(statement: Statement, field: str, names: Mapping[str, str], places: Mapping[str, str]) -> str:
    """What a statement says, in words; nations and places by code and by id."""
    match field:
        case "strength" | "contingent":
            return words.strength(statement.low, statement.high, statement.hedge)
        case "lead" | "host":
            return words.nations(statement.value.split(";"), names)
        case "place":
            return places.get(statement.value, statement.value)
        case "starts":
            return words.when(statement.value)
        case "status":
            return words.status(statement.value)
        case _:
            return statement.value


def subject(found: Disagreement, names: Mapping[str, str]) -> str:
    """What it is about, without the deployment: “strength”, “base”, “contingent of Canada”."""
    if found.nation:
        return disputes.contingent_of(names.get(found.nation, found.nation))
    return disputes.SUBJECTS[found.field]


def spread(found: Disagreement, names: Mapping[str, str], places: Mapping[str, str]) -> str:
    """All that is said in few words: “about 400–455 persons”, “Kabile or Novo Selo training area”."""
    if found.field in ("strength", "contingent"):
        if found.low is None or found.high is None:
            values = dict.fromkeys(value_of(one, found.field, names, places) for one in found.statements)
            return words.listed(values, "or")
        return words.persons(words.strength(found.low, found.high, found.hedge))
    values = dict.fromkeys(value_of(one, found.field, names, places) for one in found.statements)
    return words.listed(sorted(values), "or")
