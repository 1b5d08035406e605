"""Section 5: officers by unit, credentials that lapse within the year, units with fewer than two officers."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from enforcer.county.folder import standing_of_folder
from enforcer.county.settings.reading import without_workspace
from enforcer.reports.sections.people import people_of

SAMPLES = Path(__file__).parents[3] / "samples"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """县安监局 as in the passing county."""
    root = tmp_path_factory.mktemp("people")
    (root / "县安监局").mkdir()
    shutil.copy(SAMPLES / "pass" / "县安监局" / "annex4.xlsx", root / "县安监局")
    return root


def people(folder, day):
    settings = without_workspace()
    return people_of(standing_of_folder(folder, 2014, day, settings.notice, settings))


def unit(found, key):
    return next(one for one in found.units if one.unit.key == key)


def test_a_lapsed_credential_is_told_with_its_day(report):
    anjian = unit(report.people, "001")
    assert [(one.state, one.valid_until) for one in anjian.expiring] == [("lapsed", date(2014, 6, 30))]


def test_a_unit_with_one_officer_is_short(report):
    assert [one.unit.name for one in report.people.short] == ["县安监局"]


def test_a_unit_without_a_register_is_unknown_not_short(report):
    environment = unit(report.people, "002")
    assert (environment.known, environment.is_short, environment.officers) == (False, False, ())


def test_a_unit_that_owes_no_register_is_never_short(report):
    police = unit(report.people, "003")
    assert police.exempt is not None
    assert not police.is_short


def test_a_year_ahead_is_looked_at(folder):
    listed = unit(people(folder, date(2014, 8, 1)), "县安监局").officers
    last = max(one.valid_until for one in listed if one.valid_until)
    in_time = people(folder, last.replace(year=last.year - 2))
    within = people(folder, last)
    after = people(folder, last.replace(year=last.year + 1))
    ends = [
        {one.state for one in unit(found, "县安监局").officers if one.valid_until == last}
        for found in (
            in_time,
            within,
            after,
        )
    ]
    assert ends == [{"valid"}, {"lapsing"}, {"lapsed"}]


def test_officers_of_all_units_are_listed_once(report):
    assert len(list(report.people.officers)) == sum(len(one.officers) for one in report.people.units)
