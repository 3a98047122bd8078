"""Names for the codes and ids of a record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from eastflank.model import Dataset
from eastflank.model.dataset import in_brackets
from eastflank.view import programmes
from eastflank.words.chosen import imported_claims, lists, terms

_OWN = imported_claims.PUBLISHER


def name_of_dataset(name: str) -> str:
    """Prefix of the keys for titles of datasets; no other id contains a colon."""
    return f"dataset:{name}"


def names_on(dataset: Dataset, day: date) -> Mapping[str, str]:
    """`names_by_code` with the names that the programmes had on a day."""
    return {**names_by_code(dataset), **programmes.names_on(dataset, day)}


def names_by_code(dataset: Dataset) -> Mapping[str, str]:
    """Names of nations, by ISO 3166-1 alpha-3 code; titles of sources and names of programmes, by id."""
    return dataset.once(_names_by_code)


def told_apart(values: Iterable[str], names: Mapping[str, str]) -> Mapping[str, str]:
    """The name of each value for a list in which a reader chooses; no two of them are the same.

    A name that several values have, such as a publisher's, is followed by the value itself.
    """
    called = {value: names.get(value, value) for value in values}
    for _ in called:  # a name with its value may be the name of another value: then that one needs it too
        often = Counter(called.values())
        if len(often) == len(called):
            break
        called = {
            value: f"{name}{in_brackets(value)}" if often[name] > 1 else name
            for value, name in called.items()
        }
    return called


def _names_by_code(dataset: Dataset) -> Mapping[str, str]:
    names = dict(zip(dataset.programmes["id"], dataset.programmes["name"], strict=True))
    names |= {code: nation.name for code, nation in dataset.nations_by_code.items()}
    for source in dataset.sources_by_id.values():
        # Several tables of one's own would have one name.
        own = imported_claims.name_of_source(source.title or "") if source.publisher == _OWN else ""
        names[source.id] = own or lists.publisher_via(source.publisher, source.via)
    for part in dataset.parts:  # with several datasets, a source's name ends with its dataset's letter
        for source in part.dataset.sources_by_id.values():
            names[source.id] += in_brackets(part.letter)
    names |= {name_of_dataset(part.name): part.title for part in dataset.parts}
    return {**names, "": terms.JUDGED}
