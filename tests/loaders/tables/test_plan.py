"""Columns by role: who helps, what carries down."""

from bangfu.loaders.tables.lines import Line
from bangfu.loaders.tables.mapping import Columns
from bangfu.loaders.tables.plan import Plan, plan_of, row_of


def plan(kind: str, *roles: str, carry: bool = False, **defaults: str) -> Plan:
    table = Columns(
        sheet="", kind=kind, head_rows=(0, 0), roles=dict(enumerate(roles)), defaults=defaults
    )
    return plan_of(table, carry=carry)


def names(one: Plan, *cells: str) -> dict[str, str | None]:
    row = row_of(Line(1, cells, "", 0, 0), one, {})
    ends = {side: row.end(side)[0] for side in one.sides}
    return {side: None if end is None else end.mention.name for side, end in ends.items()}


def test_home_helps_by_people_sent_and_host_by_trainees() -> None:
    cells = ("福清市融北中学", "隆德县第一中学")
    sent = names(plan("people", "home", "host"), *cells)
    assert (sent["helper"], sent["recipient"]) == cells
    trained = names(plan("trainees", "host", "home"), *cells)
    assert (trained["helper"], trained["recipient"]) == cells
    assert (trained["origin"], trained["destination"]) == (cells[1], cells[0])


def test_a_plain_school_is_the_other_side() -> None:
    cells = ("福清市融北中学", "隆德县第一中学")
    assert names(plan("pairs", "helper", "home"), *cells)["recipient"] == cells[1]
    assert names(plan("pairs", "home", "recipient"), *cells)["helper"] == cells[0]


def test_defaults_fill_a_side_that_has_no_column() -> None:
    one = plan("pairs", "recipient", helper="福清市", recipient_place="隆德县")
    assert names(one, "第一中学") == {"helper": "福清市", "recipient": "隆德县第一中学"}


def test_what_carries_down() -> None:
    above = {0: "甲", 1: "语文"}
    line = Line(2, ("", "", "同上"), "", 0, 0)
    carried = row_of(
        line, plan("people", "home", "subject", "title", carry=True), above | {2: "校长"}
    )
    assert carried.cells == {0: "甲", 1: "", 2: "校长"}
    kept = row_of(Line(2, ("", "／"), "", 0, 0), plan("people", "home", "subject"), above)
    assert kept.cells == {0: "", 1: ""}


def test_addresses() -> None:
    assert plan("people", "number", "person").address("person", 6) == "B7"
