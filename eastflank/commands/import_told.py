"""What `python -m eastflank import` prints of the four steps: as text, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict

from eastflank.intake.tables import told_choices
from eastflank.intake.tables.cells.problems import Problem, RowMark, grouped
from eastflank.intake.tables.choices import TableChoice, TableWords
from eastflank.intake.tables.files.own_export import Brought
from eastflank.intake.tables.importing import Decisions, Import
from eastflank.intake.tables.places import placing
from eastflank.intake.tables.renewal import change_lists, gone_rows
from eastflank.intake.tables.renewal.change_lists import ListedClaim
from eastflank.intake.tables.renewal.changes import Changes
from eastflank.intake.tables.renewal.import_totals import Totals
from eastflank.intake.tables.told_choices import Told
from eastflank.model import Dataset
from eastflank.names.countries import CountryNames
from eastflank.words.chosen import chosen_before as chosen_before_words
from eastflank.words.chosen import import_command as words
from eastflank.words.chosen import rows_of_tables, table_changes

SHOWN = 12
"""How many rows of one kind are printed one by one; `--json` has more of them."""
_NAMED = 1_000
"""How many claims of a list `--json` names; it has the ids of all."""


def _assumed(told: Import) -> Iterator[str]:
    """What is assumed about all rows, and that other sheets are not read."""
    if told.other_sheets:
        yield words.other_sheets(told.other_sheets)
    yield from told.assumptions


def understood(told: Import) -> Iterator[str]:
    """The first three steps as text."""
    counts, file = told.counts, told.file
    yield words.what_it_is(file.name, told.sheet.name, file.what)
    form = words.WIDE.format(wide=told.table.wide) if told.table.wide else words.LONG
    yield f"   {words.lines(counts.lines, form)}"
    yield from (f"   {said}" for said in _assumed(told))
    for line in told.table.lines:
        if line.kind in ("note", "total", "empty"):
            yield f"   {words.NO_ROW.format(line=line.number, kind=line.kind, text=line.text)}"
    yield words.STEPS[1]
    for column in told.columns:
        why = f" {words.BY.format(why=column.why)}" if column.why not in ("", "name") else ""
        yield f"   {column.heading}: {column.field or words.NOT_IMPORTED}{why}"
    yield words.STEPS[2]
    yield from _grouped(told.problems, words.problems)
    yield from _grouped(told.marks, words.proposals)
    skipped = tuple(counts.skipped.items())
    said = words.where_lines_went(counts.lines, counts.imported, counts.proposals, counts.problems, skipped)
    yield f"   {said}"


def chosen_before(
    before: Sequence[TableChoice], told: Import, decided: Decisions, names: CountryNames
) -> Sequence[Told]:
    """The choices about an earlier file that hold for this one."""
    if not before:
        return ()
    words_ = TableWords(told.table, placing.asked((*told.entries, *told.left_out)), told.marks)
    return list(told_choices.told(told_choices.in_force(before, words_, decided, decided.without), names))


def chosen(found: Sequence[Told]) -> Iterator[str]:
    """The choices about an earlier file as text, and how not to use them."""
    if found:
        yield f"   {chosen_before_words.number(len(found))}"
        yield from (f"     {chosen_before_words.line(*one)}" for one in found[:SHOWN])
        if len(found) > SHOWN:
            yield f"     {words.MORE.format(number=len(found) - SHOWN)}"
        yield f"   {chosen_before_words.AFRESH}"


def _grouped(
    found: Sequence[Problem] | Sequence[RowMark], heading: Callable[[int, str, str], str]
) -> Iterator[str]:
    for (kind, column), members in grouped(found).items():
        yield f"   {heading(len(members), column, kind)}"
        for each in members[:SHOWN]:
            said = f"{each.reason} {each.suggestion}" if isinstance(each, Problem) else each.said
            value = words.VALUE.format(value=each.value) if each.value else ""
            yield f"     {words.LINE.format(line=each.line)}{value}: {said}"
        if len(members) > SHOWN:
            yield f"     {words.MORE.format(number=len(members) - SHOWN)}"


def changed(found: Changes, dataset: Dataset, *, done: bool, dry: bool) -> Iterator[str]:
    """The fourth step as text. `dataset` is the one before the import."""
    verb = words.CHANGED if done else words.NOTHING_CHANGED
    verb = words.WOULD_CHANGE if dry and found.edits else verb
    yield words.STEPS[3].format(verb=verb)
    yield f"   {_counts(found)}"
    if found.unlike:
        yield f"   {rows_of_tables.another_table(found.unlike)} {words.SAME_TABLE}"
    if found.kept_day:
        yield f"   {table_changes.kept_day(found.kept_day)}"
    if found.waits:
        yield f"   {rows_of_tables.waits(len(found.waits))}"
    if found.returned:
        yield f"   {rows_of_tables.returned(len(found.returned))}"
    yield from (f"   {line}" for line in _claims(found, dataset))
    for name in ("deployments", "claims", "drafts", "persons"):
        before, after = (table_changes.total(getattr(one, name)) for one in (found.before, found.after))
        yield f"   {words.TOTALS.format(name=name, before=before, after=after)}"
    if any(found.after.persons):
        yield f"   {words.IN_THE_SUM}"
    if done:
        yield f"   {words.ALL_DRAFTS}"
    elif not found.edits:
        yield f"   {words.HAS_ALL if found.same else words.NONE_IMPORTED}"


def _named(kind: str, one: ListedClaim) -> dict[str, str]:
    """A claim with its unit, nations, place and row, and what its list says of it."""
    claim = one.claim
    names = {
        "renewed": ("figure_before", "figure"),
        "changed": ("what",),
        "otherwise": ("what",),
        "reread": ("what",),
        "reworded": ("what",),
        "returned": ("figure", "reason"),
        "back": ("figure", "reason"),
    }.get(kind, ("figure", "day"))
    own = {"claim": claim.claim, "unit": claim.unit, "nations": claim.nations, "place": claim.where}
    return {**own, **dict(zip(names, one.cells, strict=True)), "row": claim.row}


def _claims(found: Changes, dataset: Dataset) -> Iterator[str]:
    """Which claims are new, renewed, changed, gone, or came back."""
    for each in change_lists.lists(found, dataset, SHOWN):
        yield f"{table_changes.listed(each.kind, each.number)}"
        yield from (f"  {_line(each.kind, one)}" for one in each.shown)
        if each.number > len(each.shown):
            yield f"  {words.MORE.format(number=each.number - len(each.shown))}"
    for one in found.renamed:
        yield one.decided
    for one in found.may_be_renamed:
        yield f"{one.question} {table_changes.say_renamed(one.made)}"
    if found.backwards:
        yield f"{table_changes.backwards(found.backwards)}"
    if found.ahead:
        yield table_changes.ahead(found.ahead)
    if found.reread:
        yield table_changes.REREAD
    if found.gone or found.unread:
        yield f"{' '.join(_of_the_gone(found))}"


def _counts(found: Changes) -> str:
    return table_changes.counts(*found.numbers, found.same, len(found.gone), len(found.reread))


def _line(kind: str, one: ListedClaim) -> str:
    claim = one.claim
    match kind:
        case "renewed":
            what = table_changes.became(*one.cells)
        case "new" | "gone":
            what = table_changes.stated(*one.cells)
        case _:
            what = table_changes.together(one.cells)
    who = table_changes.claim(claim.unit, claim.nations, claim.where)
    return table_changes.line(who, what, claim.row)


def _of_the_gone(found: Changes) -> Iterator[str]:
    if found.gone:
        yield table_changes.GONE
    if found.unread:
        yield table_changes.UNREAD
    if gone_rows.is_a_part(found):
        yield table_changes.may_be_a_part(len(found.gone))
    yield from table_changes.of_the_gone(
        len(found.ended), len(found.not_ended), found.retracted, len(found.gone) + len(found.unread)
    )
    if not (found.retracted or found.ended):
        yield table_changes.SAY_GONE if found.gone else table_changes.SAY_UNREAD


def of_an_export(found: Brought, name: str, *, done: bool) -> Iterator[str]:
    """What the rows of an Eastflank export would change, or have changed."""
    yield words.is_an_export(name)
    yield words.STEPS[2]
    yield from _grouped(found.problems, words.problems)
    yield words.STEPS[3].format(verb=words.CHANGED if done else words.WOULD_CHANGE)
    for table in {**found.new, **found.same}:
        new, same = found.new.get(table, 0), found.same.get(table, 0)
        yield f"   {words.ROWS_OF.format(table=table, new=new, same=same)}"


def as_json(  # noqa: PLR0913 - all four steps
    told: Import, found: Changes, dataset: Dataset, chosen_: Sequence[Told] = (), *, dry_run: bool, done: bool
) -> str:
    """All four steps, with every problem. `dataset` is the one before the import."""
    listed = {each.kind: each.shown for each in change_lists.lists(found, dataset, _NAMED)}
    answer = {
        "file": told.file.name,
        "sha256": told.file.sha256,
        "what": told.file.what,
        "sheet": told.sheet.name,
        "wide": told.table.wide,
        "assumptions": list(_assumed(told)),
        "columns": [asdict(column) for column in told.columns],
        "skipped": [asdict(line) for line in told.table.lines],
        "left_out": sorted({entry.line for entry in told.left_out}),
        "counts": asdict(told.counts),
        "problems": [problem._asdict() for problem in told.problems],
        "proposals": [mark._asdict() for mark in told.marks],
        "chosen_before": [dict(zip(("words", "chosen", "by", "on"), one, strict=True)) for one in chosen_],
        "new": found.new,
        "renewed": found.renewed,
        "changed": found.changed,
        "other_values": sorted(found.otherwise),
        "same": found.same,
        "reworded": found.reworded,
        "reread": found.reread,
        "unread": [asdict(one) for one in found.unread],
        "renamed": [asdict(one) for one in found.renamed],
        "may_be_renamed": [asdict(one) for one in found.may_be_renamed],
        "gone": [asdict(gone) for gone in found.gone],
        "kept_day": found.kept_day,
        "backwards": found.backwards,
        "ahead": found.ahead,
        "gone_retracted": found.retracted,
        "gone_ended": found.ended,
        "gone_not_ended": [asdict(one) for one in found.not_ended],
        "back": found.back,
        "returned": found.returned,
        "named": {kind: [_named(kind, one) for one in shown] for kind, shown in listed.items()},
        "waits": [asdict(one) for one in found.waits],
        "another_table": found.unlike,
        "before": _totals(found.before),
        "after": _totals(found.after),
        "dry_run": dry_run,
        "applied": done,
    }
    return json.dumps(answer, ensure_ascii=False, indent=1)


def _totals(held: Totals) -> dict[str, object]:
    return {**asdict(held), "persons": held.persons._asdict()}
