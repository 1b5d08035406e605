"""Section 4: tiers complete, floors kept, the items with a fault and their ladders, how far discretion was narrowed."""

import shutil
from collections import Counter
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from enforcer.county.folder import standing_of_folder
from enforcer.county.settings.reading import without_workspace
from enforcer.reports.contents import contents

SAMPLES = Path(__file__).parents[3] / "samples"
FAULTS = {
    "A301": "A301-missing-tier",
    "A302": "A302-lenient-below-floor",
    "A303": "A303-outside-statute",
    "A305": "A305-gap-between-tiers",
    "A311": "A311-tier-not-narrowed",
    "A315": "A315-overlapping-tiers",
}


@pytest.fixture(scope="module")
def discretion(tmp_path_factory):
    """A county whose units each have one fault of the benchmark, and one that has none."""
    root = tmp_path_factory.mktemp("discretion")
    for code, name in FAULTS.items():
        (root / f"县{code}局").mkdir()
        shutil.copy(next((SAMPLES / "fail" / name).glob("annex3.*")), root / f"县{code}局")
    (root / "县安监局").mkdir()
    shutil.copy(SAMPLES / "pass" / "县安监局" / "annex3.xlsx", root / "县安监局")
    settings = without_workspace()
    return contents(standing_of_folder(root, 2014, date(2014, 9, 1), settings.notice, settings)).discretion


def unit(discretion, name):
    return next(one for one in discretion.units if one.unit.name == name)


@pytest.mark.parametrize("code", sorted(FAULTS))
def test_an_item_with_a_fault_has_its_ladders_to_draw(discretion, code):
    faulty = unit(discretion, f"县{code}局").faulty
    assert code in {fault.finding.code for item in faulty for fault in item.faults}
    assert all(item.ladders for item in faulty)


def test_an_item_without_a_fault_is_not_drawn(discretion):
    clean = unit(discretion, "县安监局")
    assert clean.items
    assert clean.faulty == ()
    assert [item.ladders for item in clean.items] == [()] * len(clean.items)


def test_a_floor_is_kept_or_not_by_what_the_rule_says(discretion):
    below = unit(discretion, "县A302局")
    assert (below.floors_below, below.floors_kept) == (1, 0)
    assert below.floors == 1
    assert unit(discretion, "县安监局").floors_below == 0


def test_a_missing_tier_is_named(discretion):
    item = unit(discretion, "县A301局").faulty[0]
    assert item.coverage == "missing"
    assert [one.render() for one in item.missing]
    assert unit(discretion, "县A301局").incomplete == 1


def test_the_floor_is_the_notices_figure(discretion):
    assert discretion.floor_percent == 20


def test_narrowing_counts_every_tier_once(discretion):
    narrowing = discretion.narrowing
    assert sum(narrowing.buckets) == narrowing.tiers > 0
    assert 0 < narrowing.share < 1
    assert narrowing.fixed + narrowing.whole <= narrowing.tiers


def test_a_tier_that_repeats_the_law_is_whole(discretion):
    assert discretion.narrowing.whole >= 1
    assert discretion.narrowing.buckets[-1] >= discretion.narrowing.whole


def test_the_countys_share_is_the_mean_of_its_tiers(report):
    shares = [item.share for item in report.discretion.items if item.share is not None]
    assert shares == [Fraction(21, 125)]
    assert report.discretion.narrowing.share == Fraction(21, 125)


def test_provincial_standards_are_told_apart_and_accused_of_nothing(report):
    cited = next(one for one in report.discretion.units if one.unit.key == "002")
    assert cited.cited == len(cited.items) > 0
    assert (cited.incomplete, cited.floors, cited.faulty) == (0, 0, ())


def test_items_are_counted_by_how_complete_they_are(discretion):
    for one in discretion.units:
        own = Counter(item.coverage for item in one.items if item.source == "own")
        assert one.complete == own["complete"]
        assert one.unclear == own["unclear"]
        assert one.incomplete == own["missing"] + own["too-few"]
