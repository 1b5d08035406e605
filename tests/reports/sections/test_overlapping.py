"""Section 6, 疑似多头执法: who meets whom and how often, and in which months a target is visited more than once."""

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from enforcer.county.folder import standing_of_folder
from enforcer.county.settings.reading import without_workspace
from enforcer.reports.sections.overlapping import overlapping_of

SAMPLES = Path(__file__).parents[3] / "samples"


@pytest.fixture(scope="module")
def standing():
    settings = without_workspace()
    return standing_of_folder(SAMPLES / "across", 2014, date(2014, 9, 1), settings.notice, settings)


@pytest.fixture(scope="module")
def overlapping(standing):
    return overlapping_of(standing)


def test_all_kinds_are_found_in_the_county_that_has_them(overlapping):
    assert {one.kind for one in overlapping.found} == {"law", "violation", "target", "officer"}
    for kind in ("law", "violation", "target", "officer"):
        assert {one.kind for one in overlapping.of(kind)} == {kind}


def test_pairs_count_how_often_two_units_meet(overlapping):
    counted = Counter(pair for one in overlapping.found for pair in one.pairs)
    assert {(pair.one, pair.other): pair.times for pair in overlapping.pairs} == counted
    assert [pair.times for pair in overlapping.pairs] == sorted(counted.values(), reverse=True)
    assert set(counted) <= {tuple(two) for two in combinations(overlapping.units, 2)} | {
        tuple(reversed(two)) for two in combinations(overlapping.units, 2)
    }


def test_units_stand_in_the_order_of_the_county(standing, overlapping):
    order = [one.unit.name for one in standing.units]
    assert list(overlapping.units) == sorted(overlapping.units, key=order.index)


def test_the_calendar_has_the_months_of_the_year_and_who_comes_in_them(overlapping):
    assert overlapping.calendar
    for visited in overlapping.calendar:
        assert set(visited.months) <= set(range(1, 13))
        assert any(len(units) > 1 for units in visited.months.values())
        assert {unit for units in visited.months.values() for unit in units} <= set(visited.overlap.units)


def test_what_the_office_decided_to_be_distinct_is_left_out(standing, overlapping):
    gone = overlapping.found[0].key
    left = overlapping_of(replace(standing, distinct=frozenset({gone})))
    assert gone not in {one.key for one in left.found}
    assert len(left.found) == len(overlapping.found) - 1


def test_a_county_without_overlaps_has_none(report):
    assert report.overlaps.found == ()
    assert report.overlaps.pairs == ()
    assert report.overlaps.calendar == ()
