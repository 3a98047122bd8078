"""Which deployment a proposal is about: those that fit, those created by the same article, or a new one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from eastflank.curation.form import Form, NewDeployment
from eastflank.curation.proposed import Proposed
from eastflank.intake.article.proposals import ProposalKind
from eastflank.model import Dataset
from eastflank.store.datasets import LONGEST_NAME, slug
from eastflank.words.chosen import lists
from eastflank.words.chosen import reviewing as words

MOST = 9
"""How many choices have a digit as their keyboard shortcut."""


class DeploymentChoice(NamedTuple):
    """A deployment that a proposal may be about."""

    id: str
    name: str
    why: str
    """Why it is offered, in a few words."""
    made: NewDeployment | None = None
    """The new deployment, if it comes with the claim; None if the record has it."""
    of_this_article: bool = False
    """Whether it comes with another claim of the article."""


def choices(
    one: Proposed, quote: str, coming: Sequence[NewDeployment], dataset: Dataset, names: Mapping[str, str]
) -> tuple[DeploymentChoice, ...]:
    """The choices for a proposal. `coming` are the new deployments of claims that were accepted already."""
    if one.proposal.kind is not ProposalKind.DEPLOYMENT:
        return ()
    found = [
        DeploymentChoice(candidate.deployment, candidate.name, words.agrees(candidate.agrees))
        for candidate in one.comparison.candidates
    ]
    known = one.comparison.deployment
    if known and known not in {choice.id for choice in found}:
        found.insert(0, DeploymentChoice(known, dataset.deployment_names.get(known, known), words.SAME_WORDS))
    found += [
        DeploymentChoice(made.id, made.name, words.OF_THIS_ARTICLE, made, of_this_article=True)
        for made in coming
    ]
    new = new_deployment(one, quote, dataset, names, {made.id for made in coming})
    if new.name not in {choice.name for choice in found}:
        found = [*found[: MOST - 1], DeploymentChoice(new.id, new.name, words.A_NEW_ONE, new)]
    return tuple(found[:MOST])


def chosen(one: Proposed, offered: Iterable[DeploymentChoice], asked: str) -> DeploymentChoice | None:
    """The deployment that was asked for, or the only one that fits; None if a person has to choose."""
    listed = {choice.id: choice for choice in offered}
    if asked:
        return listed.get(asked)
    if one.comparison.deployment:
        return listed.get(one.comparison.deployment)
    several = one.comparison.candidates or any(choice.of_this_article for choice in listed.values())
    if one.comparison.new_name and not several:
        return next((choice for choice in listed.values() if choice.name == one.comparison.new_name), None)
    return None


def about(form: Form, choice: DeploymentChoice | None) -> Form:
    """The form of a claim about a deployment."""
    if choice is None:
        return replace(form.with_cell("deployment", ""), deployment=None)
    return replace(form.with_cell("deployment", choice.id), deployment=choice.made)


def new_deployment(
    one: Proposed, quote: str, dataset: Dataset, names: Mapping[str, str], taken: Collection[str] = ()
) -> NewDeployment:
    """A new deployment for a proposal, with a name made from what the proposal states."""
    fields = {name: field.value for name, field in one.proposal.fields.items()}
    hosts = [code for code in fields.get("host", "").split(";") if code]
    several = int(fields.get("unit_count", "1") or 1) > 1 or len(hosts) > 1
    kinds = dataset.theatre.kinds
    said = next((kind for kind in kinds if re.search(rf"\b{re.escape(kind)}s?\b", quote, re.IGNORECASE)), "")
    battalions = re.search(r"\bbattalions?\b", quote, re.IGNORECASE)
    kind = said or next(
        (kind for kind in (("battlegroup",) if battalions else ()) + ("presence",) if kind in kinds),
        next(iter(kinds), ""),
    )
    name = one.comparison.new_name or _name(
        kinds[kind].several if several else kinds[kind].one, fields, names
    )
    known = {*dataset.deployments_by_id, *taken}
    plain = _short(slug(name)) or "deployment"
    free = next(
        found
        for number in range(1, len(known) + 2)
        if (found := plain if number == 1 else f"{plain}-{number}") not in known
    )
    return NewDeployment(
        free, name, "group" if several else "unit", kind, "", "battalion" if battalions else ""
    )


def _short(name: str) -> str:
    """A name that was cut off, without its incomplete last word."""
    return name.rpartition("-")[0] or name if len(name) >= LONGEST_NAME else name


def _name(what: str, fields: Mapping[str, str], names: Mapping[str, str]) -> str:
    where = fields.get("host") or ""
    who = fields.get("lead") or fields.get("contributors") or ""
    return words.new_name(what, fields.get("place") or _listed(where, names), _listed(who, names))


def _listed(codes: str, names: Mapping[str, str]) -> str:
    return lists.listed(names.get(code, code) for code in codes.split(";") if code)
