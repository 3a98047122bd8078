"""A proposal held against the record: what is there already, what differs, and which deployment is meant.

Pure: it reads a dataset and a proposal, and decides nothing where two deployments fit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from eastflank import dates
from eastflank.intake.article.proposals import Kind, Proposal
from eastflank.model import ClaimRow, Dataset, Deployment
from eastflank.reading.folding import fold
from eastflank.words.chosen import reading_articles as words

_OVER = frozenset(("ended", "withdrawn"))
_KINDS = ("battlegroup", "brigade", "headquarters", "battalion", "company", "contingent")
"""Words of a quote that say what kind of formation it is, for a new name."""
_NATIONS = ("lead", "host")
_COMPARED = (
    "lead", "host", "contributors", "place", "troops_low", "troops_high", "hedge", "unit_count", "status",
    "starts", "ends",
)  # fmt: skip
"""Fields that are compared. Who said it, and when, tells claims apart but is no difference."""
_FIGURES = ("troops_low", "troops_high", "unit_count")
_STRENGTHS = frozenset(("troops_low", "troops_high", "hedge"))
_OVERLAP = 0.5
"""Of the shorter quote, from which two quotes are of the same words."""
_EARLY = timedelta(days=366)
"""How long before the first claim about a deployment a text may be about it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that a proposal and a claim state differently."""

    field: str
    recorded: str
    """As the claim has it; nations as codes joined by semicolons."""
    proposed: str
    by: int | None = None
    """By how much the proposed figure is larger, or smaller if negative; None for what is no figure."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A deployment that a proposal may be about."""

    deployment: str
    name: str
    agrees: tuple[str, ...]
    """The fields in which it agrees: `lead`, `contributors`, `host`, `place`, `kind`."""
    over: bool
    """Whether the record says, before the day of the proposal, that it has ended or was called off."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a claim of the record has to do with a proposal."""

    claim: str
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """A proposal held against the record."""

    deployment: str = ""
    """The one deployment that fits; empty where none or several do."""
    candidates: tuple[Candidate, ...] = ()
    """All that fit, the one that agrees in most first. More than one: somebody has to choose."""
    new_name: str = ""
    """A name for a deployment of its own; empty where one of the record fits."""
    same_as: str = ""
    """The claim that states the same; empty where none does."""
    differs: Told | None = None
    """The claim nearest to it that states something else, with the fields."""
    newer_than: str = ""
    """The newest claim about the deployment, where the proposal was said after it."""
    overtaken_by: Told | None = None
    """A claim said later, and the fields in which it tells something else."""

    @property
    def asks(self) -> bool:
        """Whether somebody must say which deployment is meant."""
        return not self.deployment and len(self.candidates) > 1


def compared(
    proposal: Proposal, dataset: Dataset, text: str, nations: Mapping[str, str] | None = None
) -> Comparison:
    """The proposal against the dataset; `text` is the whole article that it was read from.

    Where the record holds that article, the claim that quotes the same words is the one to compare with.
    `nations` gives names of nations by code for the name of a new deployment; without it the dataset's own.
    Only proposals of a deployment are matched to deployments; the others are compared with all claims of
    their kind.
    """
    values, quote = _values(proposal, dataset), text[proposal.quote.start : proposal.quote.stop]
    said = _day(values.get("said_on", ""))
    claims = [
        row for row in dataset.claim_rows if row.kind == proposal.kind.value and row.review != "retracted"
    ]
    if quoting := _quoting(proposal, text, claims, dataset):
        return _with_the_same_words(values, quoting)
    if proposal.kind is not Kind.DEPLOYMENT:
        return _against(values, claims, said, Comparison())
    candidates = _candidates(values, quote, said, dataset)
    if not candidates:
        whose_and_where = _nations(values) and (values.get("host") or values.get("place"))
        name = _name(values, proposal, quote, nations or _names(dataset)) if whose_and_where else ""
        return Comparison(new_name=name)
    about = {one.deployment for one in candidates}
    one = candidates[0].deployment if len(candidates) == 1 else ""
    return _against(
        values, [row for row in claims if row.deployment in about], said, Comparison(one, candidates)
    )


def in_words(found: Comparison) -> Iterator[str]:
    """A comparison in sentences."""
    if found.asks:
        yield words.which(words.candidate(one.deployment, one.name, one.agrees) for one in found.candidates)
    elif found.candidates:
        yield words.about(found.deployment, found.candidates[0].name, found.candidates[0].agrees)
    elif found.new_name:
        yield words.new(found.new_name)
    if found.same_as:
        yield words.same_as(found.same_as)
    if found.differs:
        yield words.differs(found.differs.claim, _each(found.differs))
    if found.newer_than:
        yield words.newer_than(found.newer_than)
    if found.overtaken_by:
        yield words.overtaken_by(found.overtaken_by.claim, _each(found.overtaken_by))


def _each(told: Told) -> Iterator[str]:
    for one in told.differences:
        yield words.difference(one.field, one.recorded, one.proposed, one.by)


def _quoting(
    proposal: Proposal, text: str, claims: Iterable[ClaimRow], dataset: Dataset
) -> Sequence[ClaimRow]:
    """The claims that quote these words of the same article."""
    found = []
    for row in claims:
        source = dataset.sources_by_id.get(row.source)
        if row.quote is None or source is None or dataset.articles.get(source.file or "") != text:
            continue
        prefix = row.quote_prefix or ""
        start = text.find(prefix + row.quote) + len(prefix)
        common = min(start + len(row.quote), proposal.quote.stop) - max(start, proposal.quote.start)
        shorter = min(len(row.quote), proposal.quote.stop - proposal.quote.start)
        if common >= _OVERLAP * shorter:
            found.append(row)
    return found


def _with_the_same_words(values: Mapping[str, str], quoting: Sequence[ClaimRow]) -> Comparison:
    def unlike(row: ClaimRow) -> tuple[int, int, str]:
        return len(_differences(values, row)), -len(_shared(values, row)), row.id

    row = min(quoting, key=unlike)
    differences = _differences(values, row)
    differs = Told(row.id, differences) if differences else None
    return Comparison(row.deployment, same_as="" if differs else row.id, differs=differs)


def _against(
    values: Mapping[str, str], claims: Sequence[ClaimRow], said: date | None, found: Comparison
) -> Comparison:
    """With the claims that say the same, something else, less, or more than it."""
    stated = [(row, _differences(values, row), _shared(values, row)) for row in claims]
    same = [row for row, differences, shared in stated if not differences and _covers(values, shared)]
    if same:
        nearest = min(same, key=lambda row: _apart(row, said))
        found = _with(found, same_as=nearest.id)
    else:
        unlike = [one for one in stated if one[1] and one[2]]
        if unlike and (found.deployment or found.candidates):
            row, differences, _ = max(
                unlike, key=lambda one: (len(one[2]) - len(one[1]), -_apart(one[0], said))
            )
            found = _with(found, differs=Told(row.id, differences))
    if said is None or not claims or not found.deployment:
        return found
    newest = max(claims, key=lambda row: (row.told_last, row.id))
    if newest.told_last < said:
        return _with(found, newer_than=newest.id)
    later = [
        (row, over)
        for row, differences, _ in stated
        if row.told_first > said and (over := tuple(one for one in differences if one.field in _OVERTAKING))
    ]
    if later:
        row, over = max(later, key=lambda one: (one[0].told_first, one[0].id))
        found = _with(found, overtaken_by=Told(row.id, over))
    return found


_OVERTAKING = frozenset(("status", *_FIGURES))
"""Fields in which a later claim takes an earlier one's place."""


def _with(found: Comparison, **changed: object) -> Comparison:
    fields = {name: getattr(found, name) for name in Comparison.__dataclass_fields__}
    return Comparison(**{**fields, **changed})


def _values(proposal: Proposal, dataset: Dataset) -> dict[str, str]:
    """The stated fields as the record would hold them: a place by its id where it is one place's name."""
    found = {name: field.value for name, field in proposal.fields.items()}
    if "place" in found:
        found["place"] = place_id(found["place"], dataset) or found["place"]
    return found


def place_id(name: str, dataset: Dataset) -> str:
    """The id of the one place of the record that has this name; empty: none has, or several have."""
    wanted = fold(name).removeprefix("the ")
    names = {one: fold(place.name) for one, place in dataset.places_by_id.items()}
    found = [one for one, known in names.items() if known == wanted]
    found = found or [one for one, known in names.items() if known.startswith(f"{wanted} ")]
    return found[0] if len(found) == 1 else ""


def stated_by(row: ClaimRow) -> dict[str, str]:
    """What a claim states, by the names of a proposal's fields."""
    found = {
        "lead": ";".join(sorted(row.lead)),
        "host": ";".join(sorted(row.host)),
        "contributors": ";".join(sorted(sent.nation for sent in row.contributions)),
        "place": row.place or "",
        "troops_low": "" if row.low is None else str(row.low),
        "troops_high": "" if row.high is None else str(row.high),
        "hedge": row.hedge or "",
        "unit_count": "" if row.unit_count is None else str(row.unit_count),
        "status": row.status or "",
        "starts": row.starts or "",
        "ends": row.ends or "",
    }
    return {name: value for name, value in found.items() if value}


def _differences(values: Mapping[str, str], row: ClaimRow) -> tuple[Difference, ...]:
    """The fields that both state, each otherwise."""
    recorded = stated_by(row)
    return tuple(
        Difference(name, recorded[name], values[name], _by(name, recorded[name], values[name]))
        for name in _COMPARED
        if name in values and name in recorded and not _equal(name, values[name], recorded[name])
        if name not in _STRENGTHS
        or values.get("counts") == (row.counts or "")  # else they count other things
        if name != "contributors" or row.complete  # else more may take part than a claim lists
    )


def _by(name: str, recorded: str, proposed: str) -> int | None:
    return int(proposed) - int(recorded) if name in _FIGURES else None


def _equal(name: str, one: str, other: str) -> bool:
    if name in ("starts", "ends"):
        return one == other or dates.bounds(one) == dates.bounds(other)
    if name in (*_NATIONS, "contributors"):
        return set(one.split(";")) == set(other.split(";"))
    return one == other


def _shared(values: Mapping[str, str], row: ClaimRow) -> tuple[str, ...]:
    """The fields in which both say the same."""
    recorded = stated_by(row)
    return tuple(
        name
        for name in _COMPARED
        if name in values and name in recorded and _equal(name, values[name], recorded[name])
    )


def _covers(values: Mapping[str, str], shared: Sequence[str]) -> bool:
    """Whether a claim states all that the proposal does: of nations, figures and status at least two."""
    own = [name for name in _COMPARED if name in values and name != "hedge"]
    return len(shared) > 1 and set(own) <= set(shared)


def _apart(row: ClaimRow, said: date | None) -> int:
    return abs((row.told_last - said).days) if said else 0


def _day(said_on: str) -> date | None:
    return dates.bounds(said_on)[1] if said_on else None


# Which deployment ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Known:
    """What the claims say of a deployment, over all the time."""

    leads: frozenset[str]
    hosts: frozenset[str]
    places: frozenset[str]
    contributors: frozenset[str]
    first: date
    """The first day of which a claim tells."""
    over_on: date | None
    """The day from which it is over; None: it is not."""


def _known(dataset: Dataset) -> Mapping[str, _Known]:
    rows: dict[str, list[ClaimRow]] = {}
    for row in dataset.claim_rows:
        if row.deployment and row.review != "retracted":
            rows.setdefault(row.deployment, []).append(row)
    countries = dataset.once(_countries)
    return {one: _of(found, countries) for one, found in rows.items()}


def _countries(dataset: Dataset) -> Mapping[str, str]:
    """The country of each place that is in one."""
    stated = dataset.places.dropna(subset=["country"])
    return dict(zip(stated["id"], stated["country"], strict=True))


def _of(rows: Sequence[ClaimRow], countries: Mapping[str, str]) -> _Known:
    telling = [row for row in rows if row.status]
    last = max(telling, key=lambda row: row.told_last, default=None)
    places = frozenset(row.place for row in rows if row.place)
    hosts = {code for row in rows for code in row.host}
    hosts |= {countries[one] for one in places if one in countries}
    return _Known(
        frozenset(code for row in rows for code in row.lead),
        frozenset(hosts),
        places,
        frozenset(sent.nation for row in rows for sent in row.contributions),
        min(row.told_first for row in rows),
        last.told_last if last and last.status in _OVER else None,
    )


def _candidates(
    values: Mapping[str, str], quote: str, said: date | None, dataset: Dataset
) -> tuple[Candidate, ...]:
    """The deployments that fit: where and who agree, and nothing that is stated speaks against it."""
    found = []
    for one in dataset.deployments_by_id.values():
        known = dataset.once(_known).get(one.id)
        if known is None or one.sort != "unit" or (said and said + _EARLY < known.first):
            continue
        agrees = _agreement(values, known, quote, one, dataset)
        over = known.over_on is not None and (said is None or known.over_on <= said)
        if agrees is None or (over and values.get("status") not in _OVER):
            continue
        who = {"lead", "contributors"} & set(agrees)
        where = {"host", "place"} & set(agrees)
        named = bool(_nations(values)) and bool(_hosts(values, dataset))
        if (who and where) or (len(agrees) > 1 and not named):
            found.append(Candidate(one.id, one.name, agrees, over))
    return tuple(sorted(found, key=lambda one: (-len(one.agrees), one.over, one.deployment)))


def _agreement(
    values: Mapping[str, str], known: _Known, quote: str, one: Deployment, dataset: Dataset
) -> tuple[str, ...] | None:
    """The fields in which a deployment agrees; None where what is stated speaks against it."""
    agrees: list[str] = []
    hosts = _hosts(values, dataset)
    if hosts and known.hosts:
        if not hosts & known.hosts:
            return None
        agrees.append("host")
    if values.get("place") in known.places:
        agrees.append("place")
    leads = set(filter(None, values.get("lead", "").split(";")))
    if leads and known.leads:
        if not leads & known.leads:
            return None
        agrees.append("lead")
    sent = set(filter(None, values.get("contributors", "").split(";")))
    if sent & (known.contributors | known.leads):
        agrees.append("contributors")
    kinds = {each.kind.id for each in dataset.deployments_by_id.values()}
    named = {kind for kind in kinds if re.search(rf"\b{re.escape(kind)}s?\b", quote, re.IGNORECASE)}
    if named and one.kind.id not in named | {"presence"}:
        return None
    if one.kind.id in named:
        agrees.append("kind")
    return tuple(agrees)


def _hosts(values: Mapping[str, str], dataset: Dataset) -> set[str]:
    hosts = set(filter(None, values.get("host", "").split(";")))
    country = dataset.once(_countries).get(values.get("place", ""))
    return hosts or ({country} if country else set())


def _nations(values: Mapping[str, str]) -> set[str]:
    joined = f"{values.get('lead', '')};{values.get('contributors', '')}"
    return set(filter(None, joined.split(";")))


def _names(dataset: Dataset) -> Mapping[str, str]:
    return {code: nation.name for code, nation in dataset.nations_by_code.items()}


def _name(values: Mapping[str, str], proposal: Proposal, quote: str, names: Mapping[str, str]) -> str:
    """A plain name for what the record does not know: “Brigade in Lithuania (Germany)”."""
    kind = next((word for word in _KINDS if re.search(rf"\b{word}\b", quote, re.IGNORECASE)), "forces")
    hosts = _listed(names.get(code, code) for code in values.get("host", "").split(";") if code)
    where = hosts or proposal.fields["place"].value
    whose = _listed(names.get(code, code) for code in sorted(_nations(values)))
    return f"{kind.capitalize()} in {where} ({whose})"


def _listed(names: Iterable[str]) -> str:
    found = list(names)
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)
