"""F003: after the due day one copy came and the other did not; before it, and where one is enough, it is silent."""

from datetime import date

import pytest

from enforcer.domain.unit import Unit

DUE = date(2014, 6, 30)
NEXT = date(2014, 7, 1)
CAME, MISSING = ("electronic",), ("paper",)


def test_from_the_day_after_the_due_day_the_missing_copy_is_an_error(said, duty, receipt):
    filed = receipt(date(2014, 6, 27), forms=CAME)
    assert said("F003", duty(DUE, filed)) == []
    (finding,) = said("F003", duty(NEXT, filed))
    assert (finding.severity, finding.clause.number, finding.field) == ("error", "二（八）", "plan")
    assert (
        finding.message.render()
        == "“年度行政执法检查计划”2014-06-27收到了电子版，到2014-07-01还没有收到加盖公章的纸质件"
    )


def test_both_copies_however_far_apart_are_whole(said, duty, receipt):
    second = receipt(date(2014, 8, 1), number="2014-00002", forms=MISSING)
    assert said("F003", duty(date(2014, 8, 1), receipt(DUE, forms=CAME), second)) == []
    assert said("F003", duty(NEXT, receipt(DUE))) == []


def test_the_other_copy_is_another_rule_s_matter(said, duty, receipt):
    assert said("F003", duty(NEXT, receipt(DUE, forms=MISSING))) == []


def test_where_nothing_came_it_is_overdue_and_no_copy_is_asked_for(said, duty):
    assert said("F003", duty(NEXT)) == []


def test_a_filing_that_came_late_still_lacks_its_copy(said, duty, receipt):
    assert len(said("F003", duty(date(2014, 7, 3), receipt(date(2014, 7, 3), forms=CAME)))) == 1


def test_a_nil_return_is_complete_by_itself(said, duty, receipt):
    assert said("F003", duty(NEXT, receipt(DUE, forms=CAME, nil=True))) == []


def test_a_copy_recorded_by_mistake_never_came(said, duty, receipt):
    wrong = receipt(DUE, number="2014-00002", forms=MISSING, fate="void")
    assert len(said("F003", duty(NEXT, receipt(DUE, forms=CAME), wrong))) == 1


def test_after_the_county_s_own_day_it_is_a_warning(said, duty, receipt):
    filed = receipt(date(2015, 1, 20), year=2015, forms=CAME)
    (finding,) = said("F003", duty(date(2015, 2, 1), filed, year=2015))
    assert finding.severity == "warning"


@pytest.mark.parametrize("key", ["authority", "log", "databases"])
def test_what_has_no_day_is_never_incomplete(said, duty, receipt, key):
    assert said("F003", duty(date(2020, 1, 1), receipt(DUE, obligation=key, forms=CAME), obligation=key)) == []


def test_an_exempt_unit_owes_no_copy(said, duty, receipt):
    police = Unit("县公安局", code="001", exemption="公安")
    filed = receipt(DUE, obligation="officers", forms=CAME)
    assert said("F003", duty(date(2014, 9, 1), filed, obligation="officers", unit=police)) == []


def test_a_unit_that_has_ended_owes_no_copy_any_more(said, duty, receipt):
    gone = Unit("县林业局", code="001", until=date(2014, 7, 10))
    filed = receipt(DUE, forms=CAME)
    assert len(said("F003", duty(date(2014, 7, 10), filed, unit=gone))) == 1
    assert said("F003", duty(date(2014, 7, 11), filed, unit=gone)) == []


def test_a_benchmark_by_provincial_or_city_standards_is_owed_as_a_file_only(said, duty, receipt):
    filed = receipt(date(2014, 7, 20), obligation="benchmark", forms=CAME)
    assert said("F003", duty(date(2014, 8, 1), filed._replace(higher_standard=True), obligation="benchmark")) == []
    assert len(said("F003", duty(date(2014, 8, 1), filed, obligation="benchmark"))) == 1
