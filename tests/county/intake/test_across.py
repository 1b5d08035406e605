"""What a unit's filings show together is put on record, and only when it changed."""

from datetime import UTC, date, datetime

import pytest

from enforcer.county.intake.across import cross_examine
from enforcer.county.intake.opening import desk_at
from enforcer.county.intake.taking_in import Said, take_in
from enforcer.county.ledger.journal import journal

TODAY = date(2014, 7, 20)


@pytest.fixture
def desk(workspace):
    with desk_at(workspace, now=datetime(2014, 7, 20, 9, 30, tzinfo=UTC)) as opened:
        yield opened


def crossed(desk):
    return journal(desk.ledger, TODAY).crossed_verdict("001", 2014)


def codes(verdict):
    return [one.code for one in verdict.findings]


def test_an_inspector_who_is_not_in_the_register_is_found_once_both_are_in(desk, plan, two_annexes):
    unit = desk.workspace.roster.get("001")
    assert cross_examine(desk, unit, 2014, TODAY) is None
    take_in(desk, plan(), Said(on=date(2014, 6, 25)), TODAY)
    cross_examine(desk, unit, 2014, TODAY)
    assert (codes(crossed(desk)), [one.code for one in crossed(desk).unexamined]) == ([], ["X001"])
    take_in(desk, two_annexes, Said(on=date(2014, 7, 1)), TODAY)
    verdict = cross_examine(desk, unit, 2014, TODAY)
    assert codes(verdict) == codes(crossed(desk)) == ["X001"]  # 李四
    assert crossed(desk).findings[0].place.file == "材料.xlsx"


def test_a_second_time_changes_nothing(desk, two_annexes):
    unit = desk.workspace.roster.get("001")
    take_in(desk, two_annexes, Said(on=date(2014, 7, 1)), TODAY)
    cross_examine(desk, unit, 2014, TODAY)
    head = desk.ledger.head
    cross_examine(desk, unit, 2014, TODAY)
    assert desk.ledger.head == head


def test_only_what_counts_is_read_together(desk, plan, two_annexes):
    unit = desk.workspace.roster.get("001")
    take_in(desk, two_annexes, Said(on=date(2014, 6, 1)), TODAY)
    take_in(desk, plan(rows={"inspectors": "张三、王五"}), Said(on=date(2014, 7, 1)), TODAY)
    (finding,) = cross_examine(desk, unit, 2014, TODAY).findings
    assert finding.place.file == "附件1.xlsx"
    assert "王五" in finding.message.render()


def test_the_register_of_an_earlier_year_holds_until_a_newer_one_comes(desk, plan, two_annexes):
    unit = desk.workspace.roster.get("001")
    take_in(desk, two_annexes, Said(on=date(2014, 6, 1)), TODAY)
    take_in(
        desk,
        plan("2015.xlsx", year=2015, rows={"inspectors": "王五、张三"}),
        Said(on=date(2014, 7, 1), year=2015),
        TODAY,
    )
    assert codes(cross_examine(desk, unit, 2015, TODAY)) == ["X001"]
