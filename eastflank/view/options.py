"""Every value that a part of a link can have in a record, and the other words for it."""

from __future__ import annotations

from collections.abc import Mapping

from eastflank.model import Dataset
from eastflank.view.address import LAYOUTS, TABS, THEMES
from eastflank.view.facets import FACETS
from eastflank.view.vocabulary import Vocabulary, vocabulary_of

_PARTS = tuple(part for facet in FACETS for part in facet.parts)


def options_of(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    """Every possible value of each list filter, in the order in which a reader looks for it."""
    # Cached for a dataset: it reads every claim, and a page needs it at every click.
    return dataset.once(_options)


def _options(dataset: Dataset) -> Mapping[str, tuple[str, ...]]:
    return {part.field: tuple(part.options(dataset)) for part in _PARTS if part.options}


def vocabularies(dataset: Dataset) -> Mapping[str, Vocabulary]:
    """The vocabulary of each part of a link that has one."""
    return dataset.once(_vocabularies)


def _vocabularies(dataset: Dataset) -> Mapping[str, Vocabulary]:
    allowed = options_of(dataset)
    deployments = {one: (name,) for one, name in dataset.deployment_names.items()}
    return {
        **{
            part.field: vocabulary_of(allowed[part.field], part.other_words(dataset))
            for part in _PARTS
            if part.options
        },
        "deployment": vocabulary_of(deployments, deployments),
        "claim": vocabulary_of(dataset.claims["id"]),
        "tab": vocabulary_of(TABS),
        "theme": vocabulary_of(THEMES),
        "layout": vocabulary_of(LAYOUTS),
    }
