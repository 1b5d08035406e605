"""F001: nothing came by the end of the due day; who is exempt, extended or filed a nil return is not accused."""

from datetime import date

import pytest

from enforcer.county.ledger.journal import Decision
from enforcer.domain.unit import Unit

DUE = date(2014, 6, 30)
NEXT = date(2014, 7, 1)


def test_from_the_day_after_the_due_day_it_is_an_error_at_the_unit(said, duty):
    assert said("F001", duty(DUE)) == []
    (finding,) = said("F001", duty(date(2014, 7, 10)))
    assert (finding.severity, finding.clause.number) == ("error", "四")
    assert (finding.place.file, finding.place.cell, finding.field) == ("县安监局", None, "plan")
    assert finding.message.render() == (
        "“年度行政执法检查计划”应于2014-06-30前报送，到2014-07-10还没有收到，已逾期10天"
    )
    assert finding.expected.render() == "通知二（二）规定的期限：2014-06-30（当日报送不算迟）"


def test_each_overdue_duty_is_accused_once(said, duty):
    found = said("F001", duty(date(2014, 7, 16)), duty(date(2014, 7, 16), obligation="officers"))
    assert [one.field for one in found] == ["plan", "officers"]


def test_the_county_s_own_day_is_a_warning_and_no_matter_of_the_fourth_section(said, duty):
    (finding,) = said("F001", duty(date(2015, 2, 1), year=2015))
    assert (finding.severity, finding.clause.number) == ("warning", "二（二）")
    assert finding.expected.render() == "本县约定期限：2015-01-31（当日报送不算迟）"


@pytest.mark.parametrize("forms", [("paper",), ("electronic",)])
def test_one_copy_on_the_due_day_stops_the_clock(said, duty, receipt, forms):
    assert said("F001", duty(NEXT, receipt(DUE, forms=forms))) == []


def test_a_nil_return_is_a_filing(said, duty, receipt):
    assert said("F001", duty(NEXT, receipt(DUE, nil=True, forms=()))) == []


def test_what_was_sent_back_is_not_overdue(said, duty, receipt):
    assert said("F001", duty(date(2014, 9, 1), receipt(DUE, fate="returned", until=date(2014, 7, 9)))) == []


def test_what_was_recorded_by_mistake_is_no_filing(said, duty, receipt):
    assert len(said("F001", duty(NEXT, receipt(DUE, fate="void")))) == 1


def test_a_quarterly_plan_is_not_the_annual_one(said, duty, receipt):
    assert len(said("F001", duty(NEXT, receipt(DUE, plan_kinds=("季度",))))) == 1


@pytest.mark.parametrize(
    ("unit", "key"),
    [
        (Unit("县公安局", exemption="公安"), "officers"),
        (Unit("县国税局", exemption="税务"), "officers"),
        (Unit("某镇", penalty_power=False), "procedure"),
        (Unit("某镇", penalty_power=False), "benchmark"),
        (Unit("县农业执法大队", reporter="县农业局"), "plan"),
        (Unit("县林业局", until=date(2014, 6, 1)), "plan"),
        (Unit("县新区", since=date(2014, 8, 1)), "plan"),
    ],
)
def test_who_does_not_owe_it_is_never_accused(said, duty, unit, key):
    assert said("F001", duty(date(2014, 12, 31), obligation=key, unit=unit)) == []


@pytest.mark.parametrize("key", ["authority", "log", "case-reports", "databases"])
def test_what_has_no_day_is_never_overdue(said, duty, key):
    assert said("F001", duty(date(2020, 1, 1), obligation=key)) == []


def test_an_extension_holds_to_the_end_of_its_day_and_is_told(said, duty):
    until = date(2014, 7, 31)
    granted = [Decision(1, "extend", DUE, "张三", "汛期", unit="001", obligation="plan", year=2014, until=until)]
    assert said("F001", duty(until, decisions=granted)) == []
    (finding,) = said("F001", duty(date(2014, 8, 1), decisions=granted))
    assert finding.expected.render() == "经同意延期到2014-07-31（原定2014-06-30；当日报送不算迟）"


def test_a_day_that_was_moved_from_a_day_off_is_told(said, duty):
    assert said("F001", duty(date(2015, 2, 2), year=2015, calendar="next-workday")) == []
    (finding,) = said("F001", duty(date(2015, 2, 3), year=2015, calendar="next-workday"))
    assert finding.expected.render() == "本县约定期限：2015-02-02（当日报送不算迟），2015-01-31放假顺延"


def test_the_heir_of_a_merged_unit_owes_what_it_had_left(said, duty):
    gone = Unit("县林业局", code="006", until=date(2014, 7, 10), successor="县农林局")
    heir = Unit("县农林局", code="007", since=date(2014, 7, 11))
    assert said("F001", duty(date(2014, 7, 11), unit=gone, heir=heir)) == []
    assert len(said("F001", duty(date(2014, 7, 11), unit=heir, predecessors=(gone,)))) == 1


def test_without_a_ledger_there_is_nothing_to_say(judge, reading, dossier):
    verdict = judge("F001", dossier(reading(1, [{}]), day=date(2020, 1, 1)))
    assert [*verdict.all_findings(), *verdict.all_unexamined()] == []
