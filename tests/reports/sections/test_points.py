"""Points for 年度考核: only by the county's own table, with the arithmetic, capped, never below nothing."""

from decimal import Decimal

import pytest


def points(report, unit):
    return next(one for one in report.points.units if one.unit.key == unit)


def test_without_a_table_there_are_no_points(county):
    made = county().contents()
    assert made.points is None
    assert {one.points for one in made.pages} == {None}


def test_each_deduction_shows_how_often_how_much_and_what_was_taken(report):
    taken = {one.event: (one.times, one.each, one.taken) for one in points(report, "001").deductions}
    assert taken == {
        "late": (1, 2, 2),
        "late_day": (4, Decimal("0.5"), 2),
        "overdue": (1, 5, 5),
        "missing_copy": (2, 1, 2),
        "error": (1, 10, 10),
    }
    assert points(report, "001").points == 79


def test_a_return_costs_what_the_table_says(report):
    taken = {one.event: one.taken for one in points(report, "002").deductions}
    assert taken == {"overdue": 15, "returned": 3}


def test_a_waived_finding_costs_nothing(report):
    assert {one.event: one.times for one in points(report, "001").deductions}["error"] == 1


def test_a_unit_for_which_another_files_loses_nothing(report):
    assert (points(report, "005").deductions, points(report, "005").points) == ((), 100)


@pytest.mark.parametrize(
    ("settings", "left"),
    [
        ("[points]\nfull = 100\noverdue = 5\n[points.most]\noverdue = 8\n", 92),
        ("[points]\nfull = 10\noverdue = 9\n", 0),
        ("[points]\nfull = 10\nwarning = 1\n", 10),
    ],
)
def test_caps_hold_and_nothing_falls_below_nothing(county, settings, left):
    assert points(county("\n" + settings).contents(), "001").points == left


def test_arithmetic_adds_up(report):
    for one in report.points.units:
        assert one.points == max(report.points.full - sum(part.taken for part in one.deductions), 0)
        for part in one.deductions:
            assert part.taken == min(part.times * part.each, part.most if part.most is not None else 10**6)
