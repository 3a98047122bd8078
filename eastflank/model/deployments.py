"""What is known of a deployment on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eastflank.model.claims import Figure, Standing
from eastflank.model.kinds import Kind


@dataclass(frozen=True, slots=True)
class Contingent:
    """One nation's part in a deployment, as known on a day."""

    deployment: str
    nation: str
    figure: Figure | None
    """The figure in force; None if there is none."""
    claim: str
    """The newest claim that says that the nation takes part."""
    told_on: date
    """The first day on which that claim may have been so."""
    planned: bool = False
    """Whether it is only a plan: no presence is known."""
    announced: bool = False
    """Whether the figure was announced before the deployment was in place, and was not renewed since."""
    old: bool = False
    """Whether the figure (or, without a figure, the last report) is older than eighteen months: such a figure
    is in no sum."""
    outgrown: str = ""
    """The claim with a newer figure of the whole that ended this nation's figure: the whole is now smaller
    than that figure, or that figure equalled the previous whole."""
    overtaken: str = ""
    """If only part of the evidence is asked for: the omitted claim that has overtaken the figure."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan for a deployment that is there already: it changes nothing yet."""

    field: str
    """`strength`, `lead`, `host`, `place`, `status`, or `contingent` for a nation that is to join."""
    claim: str
    told_on: date
    value: tuple[str, ...] = ()
    """Codes of nations, a place's id or a status; empty for a strength."""
    figure: Figure | None = None
    """The strength planned."""


@dataclass(frozen=True, slots=True)
class Deployment:
    """A deployment as known on a day, each field with the claim it comes from."""

    id: str
    name: str
    sort: str
    """One of SORTS."""
    kind: Kind
    echelon: str | None
    programme: str | None
    note: str | None
    status: str | None = None
    standing: Standing | None = None
    status_claim: str | None = None
    status_told: date | None = None
    """The first day of which the claim of its status may tell."""
    status_told_last: date | None = None
    """The last one."""
    status_judged: bool = False
    """Whether that claim is a curator's inference: no source announced or reported it."""
    status_inferred: bool = False
    """Whether that claim rests on the silence of a list: nobody said it."""
    ended_on: date | None = None
    """The last day of a stated end that has passed; None if a source says that it ended, but not when, or if
    it has not ended."""
    ended_with: str = ""
    """The id of the whole whose end ended it."""
    lead: tuple[str, ...] = ()
    lead_claim: str | None = None
    host: tuple[str, ...] = ()
    host_claim: str | None = None
    meant_for: tuple[str, ...] = ()
    place: str | None = None
    place_claim: str | None = None
    unit_count: int | None = None
    unit_count_claim: str | None = None
    starts: str | None = None
    starts_claim: str | None = None
    ends: str | None = None
    ends_claim: str | None = None
    figure: Figure | None = None
    """Its strength: of what is there, or of the plan if nothing is there."""
    counts: str | None = None
    """What the figure counts."""
    announced: bool = False
    """Whether the figure was announced before it was in place, and was not renewed since."""
    old: bool = False
    """Whether the figure is older than eighteen months."""
    earlier: Figure | None = None
    """A figure that is no longer in force but still in the table: of a group or a statistic, or a weak figure
    of a unit from which more people leave than the figure counts; or the figure that was stated together with
    the end of a unit."""
    earlier_of_end: bool = False
    """Whether the earlier figure was stated together with the end, such as “300, withdrawn”."""
    disputed: tuple[str, ...] = ()
    """The claims whose figures are combined in this range, if they differ and no rule prefers one."""
    plans: tuple[Plan, ...] = ()
    """Plans for later, beside what is there."""
    due_since: date | None = None
    """The stated day of arrival, if it has passed and nothing was reported."""
    last_word: date | None = None
    """The last day on which anything was reported about it."""
    silent: bool = False
    """Whether nothing was reported about it for two years."""
    contingents: tuple[Contingent, ...] = ()
    former: tuple[tuple[str, str], ...] = ()
    """The nations that no longer take part: pairs of a nation and the claim that shows it."""
    part_of: str = ""
    """The group it belongs to on the day."""
    under: str = ""
    """The unit that it is a part of on the day."""
    parts: tuple[str, ...] = ()
    """The deployments that belong to it on the day."""
    same_as: str = ""
    """Its final id: its own, or that of the deployment that it became."""
    counted_with: str = ""
    """The unit, or the group's set, in which it is counted; empty if it is counted by itself."""
    missing: int = 0
    """For a group: how many of its units are known only through it."""
    missing_hosts: tuple[str, ...] = ()
    """For a group: the hosts of these units, present or planned."""
    off_map: str = ""
    """For a statistic: why it is no longer on the map, as a code: `old`, `exceeded` or `moved`."""
    not_followed: tuple[tuple[str, str], ...] = ()
    """Pairs of a field and a weak claim that the field did not follow."""
    overtaken: tuple[tuple[str, str], ...] = ()
    """If only part of the evidence is asked for: pairs of a field and the claim that overtook it."""
    claim_count: int = 0
    dataset: str = ""
    """The name of its dataset, if several datasets are shown together; otherwise empty."""

    @property
    def parts_alone(self) -> tuple[Contingent, ...]:
        """The contingents whose figures are in force, if no figure of the whole is, or was, stated."""
        if self.figure or self.earlier or self.over:
            return ()
        return tuple(part for part in self.contingents if part.figure and not part.old)

    @property
    def present(self) -> bool:
        """Whether it is there on the day."""
        return self.standing == Standing.PRESENT

    @property
    def planned(self) -> bool:
        """Whether it is only planned or considered."""
        return self.standing in (Standing.PLANNED, Standing.CONSIDERED)

    @property
    def over(self) -> bool:
        """Whether it has ended, was withdrawn or is denied."""
        return self.standing == Standing.GONE

    @property
    def lapsed(self) -> bool:
        """Whether it is a plan that no source repeated for two years: it is listed but not drawn."""
        return self.planned and self.silent
