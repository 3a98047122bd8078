"""Groups of units: headings that stand for those of their units that are not known by themselves."""

from datetime import date
from typing import Any

from eastflank.model import Standing
from eastflank.record.as_of import Known
from eastflank.view.totals import counted, counts_of
from tests.builders import claim
from tests.folded import known, there


def group(identifier: str, said_on: str, **cells: Any) -> dict[str, Any]:
    """A claim about the group of two battlegroups."""
    return claim(identifier, said_on, **{"deployment": "whole", "unit_count": 2, "host": "LVA;LTU", **cells})


def lithuania(identifier: str, said_on: str, **cells: Any) -> dict[str, Any]:
    return claim(identifier, said_on, **{"deployment": "lithuania", "host": "LTU", **cells})


def missing(found: Known) -> tuple[int, tuple[str, ...]]:
    whole = found.deployments["whole"]
    return whole.missing, whole.missing_hosts


def test_units_that_only_their_group_names_are_one_set_over_its_hosts() -> None:
    found = known(group("a", "2016-06-14", status="agreed"), day="2016-07-01")
    assert missing(found) == (2, ("LVA", "LTU"))
    (count,) = counts_of(found.deployments.values(), found)
    assert (count.kind.id, count.status, count.number) == ("battlegroup", "agreed", 2)


def test_a_unit_that_has_not_come_as_far_as_its_group_counts_in_the_set() -> None:
    found = known(
        group("a", "2016-06-14", status="agreed"),
        claim("b", "2016-06-14", status="considered", lead="CAN"),
        day="2016-07-01",
    )
    assert missing(found)[0] == 2
    assert found.deployments["latvia"].counted_with == "whole"
    assert sum(count.number for count in counts_of(found.deployments.values(), found)) == 2


def test_a_unit_that_has_come_as_far_leaves_the_set_with_its_host() -> None:
    found = known(
        group("a", "2016-06-14", status="agreed"),
        claim("b", "2016-07-08", status="decided", host="LVA"),
        day="2016-07-09",
    )
    assert missing(found) == (1, ("LTU",))
    assert not found.deployments["latvia"].counted_with


def test_a_group_is_shown_through_its_units_once_all_are_decided() -> None:
    found = known(
        group("a", "2016-06-14", status="agreed"),
        claim("b", "2016-07-08", status="decided", host="LVA"),
        lithuania("c", "2016-07-08", status="decided"),
        day="2016-07-09",
    )
    assert missing(found) == (0, ())
    assert [one.id for one in counted(found.deployments.values(), found)] == ["latvia", "lithuania"]


def test_a_group_says_no_more_than_its_units_once_all_of_them_are_decided() -> None:
    found = known(
        group("a", "2016-06-14", status="deployed"),
        there("b", "2016-07-08"),
        lithuania("c", "2016-07-08", status="decided"),
        day="2016-07-09",
    )
    assert found.deployments["whole"].status == "decided"
    there_too = known(
        group("a", "2016-06-14", status="agreed"),
        there("b", "2017-07-08"),
        lithuania("c", "2017-07-08", status="deployed"),
    )
    assert there_too.deployments["whole"].standing == Standing.PRESENT


def test_a_unit_that_has_ended_is_not_one_of_those_that_only_the_group_names() -> None:
    found = known(
        group("a", "2016-06-14", status="deployed"),
        there("b", "2016-07-08"),
        lithuania("c", "2016-07-08", status="deployed"),
        lithuania("d", "2017-07-08", status="withdrawn"),
    )
    assert missing(found) == (0, ())
    assert [one.id for one in counted(found.deployments.values(), found)] == ["latvia"]


def test_an_ended_group_stands_for_no_unit() -> None:
    found = known(group("a", "2016-06-14", status="deployed"), group("b", "2017-01-01", status="ended"))
    assert missing(found) == (0, ())


def test_a_word_about_a_group_is_a_word_about_its_units() -> None:
    claims = there("a", "2016-07-08"), group("b", "2018-05-01", status="deployed")
    found = known(*claims, day="2018-08-01").deployments["latvia"]
    assert (found.last_word, found.silent) == (date(2018, 5, 1), False)


def test_a_word_about_a_group_in_other_countries_is_none() -> None:
    claims = there("a", "2016-07-08"), group("b", "2018-05-01", status="deployed", host="LTU")
    found = known(*claims, day="2018-08-01").deployments["latvia"]
    assert (found.last_word, found.silent) == (date(2016, 7, 8), True)


def test_a_unit_belongs_to_a_group_only_for_the_time_of_its_membership() -> None:
    claims = group("a", "2016-06-14", status="deployed"), there("b", "2016-06-14")
    some = [{"member": "latvia", "whole": "whole", "starts": "2017-01-01", "ends": "2017-06-30"}]
    belongs = {
        day: known(*claims, day=day, memberships=some).deployments["latvia"].part_of
        for day in ("2016-12-31", "2017-01-01", "2017-06-30", "2017-07-01")
    }
    assert list(belongs.values()) == ["", "whole", "whole", ""]


def test_a_membership_is_known_only_from_the_claim_that_states_it() -> None:
    claims = group("a", "2016-06-14", status="deployed"), there("b", "2017-01-01")
    some = [{"member": "latvia", "whole": "whole", "claim": "b"}]
    assert known(*claims, day="2017-01-01", memberships=some).deployments["latvia"].part_of == "whole"


UNITS = [
    {"id": name, "name": name, "programme": "eFP", "kind": kind}
    for name, kind in (("brigade", "brigade"), ("latvia", "battlegroup"), ("company", "detachment"))
]


def test_a_part_of_a_unit_is_under_it_and_a_detachment_counts_with_it() -> None:
    found = known(
        there("a", "2017-01-01", deployment="brigade"),
        there("b", "2017-01-01"),
        there("c", "2017-01-01", deployment="company"),
        deployments=UNITS,
        memberships=[{"member": "latvia", "whole": "brigade"}, {"member": "company", "whole": "latvia"}],
    )
    assert found.deployments["latvia"].under == "brigade"
    assert [one.id for one in counted(found.deployments.values(), found)] == ["brigade", "latvia"]


def test_a_circle_of_memberships_ends() -> None:
    circle = [{"member": "latvia", "whole": "whole"}, {"member": "whole", "whole": "latvia"}]
    found = known(there("a", "2017-01-01"), group("b", "2017-01-01", status="deployed"), memberships=circle)
    assert set(found.deployments) == {"latvia", "whole"}


def test_groups_inside_a_group_are_not_counted_twice() -> None:
    both = [
        {"id": "all", "name": "All", "sort": "group", "programme": "eFP", "kind": "battlegroup"},
        {"id": "whole", "name": "North", "sort": "group", "programme": "eFP", "kind": "battlegroup"},
    ]
    found = known(
        group("a", "2017-01-01", status="deployed"),
        group("b", "2017-01-01", deployment="all", unit_count=3, status="deployed", host="LVA;LTU;DEU"),
        deployments=both,
        memberships=[{"member": "whole", "whole": "all"}],
    )
    assert (found.deployments["whole"].missing, found.deployments["all"].missing) == (2, 1)


def test_a_planned_unit_is_as_far_as_its_group_that_names_its_host() -> None:
    def status(unit: dict[str, Any], **cells: Any) -> tuple[str | None, str | None]:
        said = group("group", "2016-06-14", **{"status": "decided", **cells})
        found = known(said, unit, day="2016-07-01").deployments["latvia"]
        return found.status, found.status_claim

    pledged = claim("unit", "2016-06-14", status="pledged", host="LVA")
    assert status(pledged) == ("decided", "group")
    assert status(pledged, host="LTU") == ("pledged", "unit")
    assert status(pledged, status="pledged") == ("pledged", "unit")
    assert status(pledged, status="deployed") == ("pledged", "unit")
    assert status({**pledged, "host": None}) == ("pledged", "unit")
    assert status({**pledged, "status": "considered"}) == ("considered", "unit")
    assert status({**pledged, "status": "arriving"}) == ("arriving", "unit")


def test_a_group_of_so_many_units_has_their_hosts_and_leads_once_all_of_them_are_decided() -> None:
    def whole(*claims: dict[str, Any], **cells: Any) -> tuple[tuple[str, ...], tuple[str, ...]]:
        said = group("a", "2016-06-14", **{"status": "agreed", "host": "LVA;LTU;DEU", "lead": "USA", **cells})
        found = known(said, *claims, day="2016-07-09").deployments["whole"]
        return found.host, found.lead

    one = claim("b", "2016-07-08", status="decided", host="LVA", lead="CAN")
    other = lithuania("c", "2016-07-08", status="decided", lead="DEU")
    assert whole(one, other) == (("LTU", "LVA"), ("CAN", "DEU"))
    assert whole(one, other, unit_count=3) == (("LVA", "LTU", "DEU"), ("USA",))
    assert whole(one, {**other, "status": "agreed"}) == (("LVA", "LTU", "DEU"), ("USA",))
    assert whole(one, {**other, "host": None, "lead": None}) == (("LVA", "LTU", "DEU"), ("USA",))
    assert whole(one, other, lead=None) == (("LTU", "LVA"), ())


def test_a_group_of_nobody_knows_how_many_is_there_once_one_of_its_units_is() -> None:
    def whole(**cells: Any) -> tuple[str | None, str | None]:
        said = group("a", "2016-06-14", status="agreed", unit_count=None)
        found = known(said, claim("b", "2016-07-08", **cells), day="2016-07-09").deployments["whole"]
        return found.status, found.status_claim

    assert whole(status="deployed") == ("deployed", "b")
    assert whole(status="decided") == ("agreed", "a")


def test_of_the_units_that_only_their_group_names_those_are_fewer_that_ended_since() -> None:
    units = there("b", "2016-03-01"), lithuania("c", "2016-03-01", status="deployed")

    def still_missing(ended: str) -> int:
        gone = lithuania("d", ended, status="ended")
        return missing(known(group("a", "2016-06-14", status="deployed"), *units, gone, day="2017-01-01"))[0]

    assert still_missing("2016-06-14") == 1
    assert still_missing("2016-06-15") == 0


def test_where_every_host_of_a_group_has_a_unit_the_missing_one_is_in_any_of_them() -> None:
    found = known(
        group("a", "2016-06-14", status="deployed", unit_count=3),
        there("b", "2016-07-08"),
        lithuania("c", "2016-07-08", status="deployed"),
        day="2016-07-09",
    )
    assert missing(found) == (1, ("LVA", "LTU"))
