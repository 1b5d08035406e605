"""The frames that analysts are given: a row a thing, typed, masked, in no language; pivots that add up."""

import re
from datetime import date

import pandas as pd

from enforcer.county.duty_words import STATES
from enforcer.reports.contents import contents


def test_there_is_a_row_for_every_duty_and_finding(report):
    tables = report.tables
    assert len(tables.duties) == sum(len(unit.duties) for unit in report.standing.units)
    assert len(tables.findings) == len(report.findings)
    assert len(tables.units) == len(report.standing.units)
    assert len(tables.officers) == len(list(report.people.officers))
    assert len(tables.items) == len(list(report.discretion.items))


def test_the_matrix_is_the_duties_pivoted(report):
    matrix = report.tables.matrix
    for unit in report.standing.units:
        for duty in unit.duties:
            assert matrix.loc[unit.unit.key, duty.obligation.key] == duty.state


def test_counts_by_obligation_and_by_unit_add_up_to_the_duties(report):
    tables = report.tables
    assert list(tables.by_unit.columns) == list(tables.by_obligation.columns) == list(STATES)
    assert tables.by_unit.to_numpy().sum() == tables.by_obligation.to_numpy().sum() == len(tables.duties)


def test_findings_are_grouped_by_their_state(report):
    by_rule = report.tables.by_rule
    assert by_rule.loc["A406", "waived"] == 1
    assert by_rule.loc["A406", "open"] == 0
    assert report.tables.rules_by_unit.loc["A302", "001"] == 1
    assert report.tables.quality.loc["005"].sum() == 0


def test_days_and_numbers_have_their_types(report):
    duties = report.tables.duties
    assert all(pd.api.types.is_datetime64_any_dtype(duties[name]) for name in ("due_day", "received", "paper"))
    assert duties["days_late"].dtype == "int64"
    assert str(report.tables.findings["row"].dtype) == "Int64"
    late = duties[(duties["unit"] == "001") & (duties["obligation"] == "benchmark")].iloc[0]
    assert (late["received"], late["days_late"]) == (pd.Timestamp(2014, 8, 3), 4)


def test_no_id_number_is_in_a_frame(county):
    made = county()
    made.receive("001", "officers", date(2014, 7, 14), "fail/A402-invalid-id-number/annex4.xlsx")
    found = made.contents(date(2014, 7, 15)).tables
    assert (found.findings["code"] == "A402").any()
    for frame in found:
        assert not re.search(r"(?<!\d)\d{17}[\dXx](?!\d)", frame.drop(columns=_hashes(frame)).to_csv())


def _hashes(frame):
    return [name for name in frame.columns if name == "sha256"]


def test_a_county_to_which_nothing_came_has_the_same_columns(county, report):
    empty = county().contents(date(2014, 6, 10)).tables
    for name, frame in report.tables._asdict().items():
        assert list(getattr(empty, name).columns) == list(frame.columns), name
    assert len(empty.findings) == 0


def test_frames_are_the_same_in_every_language(acted):
    chinese, english = contents(acted.standing(), language="zh"), contents(acted.standing(), language="en")
    for one, other in zip(chinese.tables, english.tables, strict=True):
        assert one.equals(other)
