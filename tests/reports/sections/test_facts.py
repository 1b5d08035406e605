"""Section 7, 可供认定的事实清单: facts alone, never a judgement; days of the county's own are left out."""

from datetime import date
from pathlib import Path

import pytest

from enforcer.domain.sentence import words

ROOM = Path(__file__).parents[3] / "enforcer" / "reports"


def fact(report, unit, obligation):
    return next(
        (one for one in report.facts.rows if (one.unit.key, one.duty.obligation.key) == (unit, obligation)), None
    )


def test_a_late_filing_is_a_fact_with_its_days(report):
    late = fact(report, "001", "benchmark")
    assert (late.due, late.received, late.days) == (date(2014, 7, 30), date(2014, 8, 3), 4)
    assert late.clause.number == "二（六）"
    assert late.feeds_platform
    assert (late.errors, [one.render() for one in late.faults]) == (1, ["从轻处罚下限过低"])


def test_what_is_overdue_lacks_a_copy_or_was_not_filed_again_is_a_fact(report):
    owed = {
        (unit, key): [one.render() for one in fact(report, unit, key).owed]
        for unit, key in (("001", "procedure"), ("001", "responsibility"), ("001", "officers"), ("002", "plan"))
    }
    assert owed == {
        ("001", "procedure"): ["未报"],
        ("001", "responsibility"): ["缺电子版"],
        ("001", "officers"): ["缺盖章纸质件"],
        ("002", "plan"): ["退回后未重报"],
    }


def test_what_is_in_order_exempt_or_not_due_is_no_fact(report):
    for unit, key in (("001", "plan"), ("003", "officers"), ("005", "plan"), ("001", "summary"), ("004", "authority")):
        assert fact(report, unit, key) is None


def test_days_of_the_countys_own_are_left_out_and_said_to_be(acted):
    later = acted.contents(date(2014, 11, 30))
    assert {
        duty.state for unit in later.standing.units for duty in unit.duties if duty.obligation.key == "databases"
    } == {
        "overdue",
        "exempt",
    }
    assert fact(later, "001", "databases") is None
    assert [one.render() for one in later.facts.own_days] == ["数据库"]


def test_a_waived_finding_is_no_fault(report):
    register = fact(report, "001", "officers")
    assert (register.errors, register.faults) == (0, ())


def test_the_clock_asks_people_to_verify(report):
    clocks = {one.unit.key: one for one in report.facts.clocks}
    assert clocks["001"].is_past
    assert "请核实是否符合" in clocks["001"].words.render()
    assert not clocks["003"].is_past
    assert clocks["002"].words.render().startswith("未核")


def test_the_longest_silent_unit_comes_first_and_the_unknown_last(report):
    assert [one.unit.key for one in report.facts.clocks][:2] == ["001", "003"]


def test_no_fact_has_room_for_the_offices_judgement(report):
    assert "platform_hindered" not in report.facts.rows[0]._fields
    texts = [words(value) for row in report.facts.rows for value in row if not hasattr(value, "obligation")]
    assert not any("通报" in text for text in texts)


@pytest.mark.parametrize("word", ["应予通报", "应当通报", "建议通报"])
def test_no_word_of_the_report_judges(word):
    sources = [path for kind in ("*.py", "*.j2", "*.js") for path in ROOM.rglob(kind)]
    assert sources
    assert not [path.name for path in sources if word in path.read_text(encoding="utf-8")]
