"""The inspections of annex 1: their kind, their time, and the day by which they start."""

from datetime import date

import pytest

from enforcer.annexes.inspection import inspections, names_time, plans
from enforcer.domain.reading import HeaderLine
from enforcer.domain.row import Place


def only(dossier):
    (inspection,) = inspections(dossier)
    return inspection


@pytest.mark.parametrize(
    ("typed", "title", "kind"),
    [
        ("年度", "第三季度检查计划", "年度"),
        ("季度", "2014年度检查计划", "季度"),
        ("", "2014年度行政执法检查计划", "年度"),
        ("", "2014年度第三季度检查计划", "季度"),
        ("", "2014年6月份检查计划", "月度"),
        ("", "2014年度临时检查计划", "临时"),
        ("", "行政执法检查计划", None),
        ("日常", "2014年度行政执法检查计划", None),
    ],
)
def test_the_kind_is_the_rows_or_else_the_titles(reading, dossier, typed, title, kind):
    line = HeaderLine(title, title, Place("annex1.xlsx", "检查计划", 1, 1))
    assert only(dossier(reading(1, [{"kind": typed}], title=line))).kind == kind


@pytest.mark.parametrize(
    ("period", "day"),
    [
        ("3月至10月", date(2014, 3, 31)),
        ("2014年3月5日至20日", date(2014, 3, 5)),
        ("全年", date(2014, 1, 31)),
        ("2014年1月1日至12月31日", date(2014, 1, 31)),
        ("第二季度", date(2014, 4, 30)),
        ("3月上旬", date(2014, 3, 10)),
        ("9月、3月", date(2014, 3, 31)),
        ("适时", None),
    ],
)
def test_a_start_is_read_in_the_units_favour(reading, dossier, period, day):
    assert only(dossier(reading(1, [{"period": period}]))).starts_by == day


def test_a_cell_that_holds_a_day_is_that_day(reading, dossier):
    assert only(dossier(reading(1, [{"period": date(2014, 3, 5)}]))).starts_by == date(2014, 3, 5)


def test_the_plans_own_year_comes_before_the_dossiers(reading, dossier):
    one = only(dossier(reading(1, [{"period": "3月"}], year=2015), year=2014))
    assert one.year == 2015
    assert one.period.within(2015)


def test_without_a_year_a_time_is_named_but_not_dated(reading, dossier):
    one = only(dossier(reading(1, [{"period": "3月"}]), year=None))
    assert names_time("3月", None)
    assert not names_time("适时", None)
    assert one.period is None
    assert one.starts_by is None


def test_a_nil_return_is_no_plan(reading, dossier):
    nil, empty = reading(1, nil=reading(1).place), reading(1)
    assert plans(dossier(nil)) == ()
    assert plans(dossier(empty)) == (empty,)


def test_records_are_made_once(reading, dossier):
    made = dossier(reading(1, [{}]))
    assert inspections(made) is inspections(made)
