"""The county as it stood on a day: duties, findings of what counts, findings on filing, each once."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from enforcer.county.standing import standing_in

SAMPLES = Path(__file__).parents[3] / "samples"
LATE = SAMPLES / "fail" / "F002-late" / "annex2.xlsx"
DAY, LATER = date(2014, 7, 10), date(2014, 7, 20)


def codes(unit):
    return sorted(one.code for one in unit.verdict.all_findings() if one.counts)


def test_a_fresh_workspace_has_no_ledger_and_a_sane_standing(county):
    found = standing_in(county.workspace, date(2014, 6, 20))
    assert (found.head, found.year, len(found.units), found.distinct) == (None, 2014, 6, frozenset())
    assert not county.workspace.ledger_file.exists()
    assert all(len(one.duties) == 13 for one in found.units)
    assert all(one.verdict.files == () for one in found.units)
    assert {code for one in found.units for code in codes(one)} <= {"F001", "F009", "F006"}
    assert [one.name for one in found.county.dossiers] == [one.unit.name for one in found.units]


def test_an_empty_ledger_stands_like_none(county):
    empty = county.standing(date(2014, 6, 20))
    without = standing_in(county.workspace, date(2014, 6, 20))
    assert [one.duties for one in empty.units] == [one.duties for one in without.units]


def test_a_duty_is_asked_for_by_its_key(county):
    unit = county.unit("001", DAY)
    assert unit.duty("plan").obligation.title == "年度行政执法检查计划"
    with pytest.raises(KeyError):
        unit.duty("nothing")


def test_units_that_only_report_through_another_or_have_ended_are_accused_of_nothing(county):
    found = {one.unit.code: codes(one) for one in county.standing(date(2014, 12, 31)).units}
    assert found["006"] == found["008"] == []
    assert "F001" in found["007"]


def test_findings_of_the_filing_that_counts_stand_at_its_file_and_lateness_once(county):
    county.receive("procedure", date(2014, 7, 18), file=LATE, name=LATE.name)
    unit = county.unit("001", LATER)
    (examined,) = unit.verdict.files
    late = [one for one in unit.verdict.all_findings() if one.code == "F002"]
    assert len(late) == 1
    assert late[0] in examined.findings
    assert late[0].place.cell == "A2"
    assert "应于2014-07-15前报送，2014-07-18收到，晚了3天" in late[0].message.render()


def test_lateness_without_an_annex_s_file_stands_at_the_unit(county):
    county.receive("plan", date(2014, 7, 3), forms=("paper",))
    (late,) = (one for one in county.unit("001", DAY).verdict.all_findings() if one.code == "F002")
    assert (late.place.file, late.field) == ("县安监局", "plan")


def test_an_extension_takes_lateness_back_and_another_corrects_its_days(county):
    county.receive("procedure", date(2014, 7, 18), file=LATE, name=LATE.name)
    extension = {"unit": "001", "obligation": "procedure", "year": 2014}
    county.decide("extend", date(2014, 7, 19), until=date(2014, 7, 17), **extension)
    (late,) = (one for one in county.unit("001", LATER).verdict.all_findings() if one.code == "F002")
    assert "晚了1天" in late.message.render()
    county.decide("extend", date(2014, 7, 20), until=date(2014, 7, 18), **extension)
    assert "F002" not in codes(county.unit("001", LATER))
    assert "F002" in codes(county.unit("001", date(2014, 7, 18)))


def test_a_filing_that_was_sent_back_no_longer_speaks(county):
    number = county.receive("procedure", date(2014, 7, 10), file=LATE, name=LATE.name)
    county.decide("return", date(2014, 7, 12), receipt=number, until=date(2014, 7, 30))
    assert len(county.unit("001", date(2014, 7, 11)).verdict.files) == 1
    unit = county.unit("001", LATER)
    assert unit.verdict.files == ()
    assert unit.duty("procedure").state == "returned"
    assert "F002" not in codes(unit)


@pytest.mark.parametrize(
    ("waiver", "state"),
    [
        ({"receipt": "2014-00001", "rule": "F003"}, "waived"),
        ({"unit": "001", "obligation": "plan", "year": 2014, "rule": "F003"}, "waived"),
        ({"receipt": "2014-00001", "rule": "F003", "until": DAY}, "waived"),
        ({"receipt": "2014-00001", "rule": "F003", "until": date(2014, 7, 9)}, "open"),
        ({"receipt": "2014-00001", "rule": "F004"}, "open"),
        ({"unit": "001", "obligation": "officers", "year": 2014, "rule": "F003"}, "open"),
        ({"unit": "003", "obligation": "plan", "year": 2014, "rule": "F003"}, "open"),
    ],
)
def test_what_the_office_let_pass_stays_visible_as_waived(county, waiver, state):
    county.receive("plan", date(2014, 6, 27), forms=("electronic",))
    county.decide("waive", date(2014, 7, 5), **waiver)
    (missing,) = (one for one in county.unit("001", DAY).verdict.findings if one.code == "F003")
    assert missing.state == state


def test_the_county_s_policy_holds_for_filing_too(county):
    county.workspace.settings_file.write_text(
        'county = "桓台县"\nyear = 2014\n[rules]\nignore = ["F001"]\n', encoding="utf-8"
    )
    assert "F001" not in codes(county.unit("001", DAY))


def test_what_passed_to_an_heir_speaks_there_alone(county):
    county.receive("procedure", date(2014, 7, 8), unit="006", file=LATE, name=LATE.name)
    assert county.unit("006", DAY).verdict.files != ()
    assert county.unit("006", LATER).verdict.files == ()
    assert county.unit("007", LATER).verdict.files != ()
    assert county.unit("006", LATER).duty("procedure").state == "on-time"
    assert county.unit("007", LATER).duty("procedure").state == "on-time"


def kept(county, annex, obligation, day, **more):
    """The passing 县安监局's annex, received with its original kept under filings/."""
    (source,) = (SAMPLES / "pass" / "县安监局").glob(f"annex{annex}.*")
    (county.workspace.filings / "2014").mkdir(parents=True, exist_ok=True)
    shutil.copy(source, county.workspace.filings / "2014" / source.name)
    county.receive(obligation, day, file=source, name=source.name, stored=f"2014/{source.name}", **more)


def test_the_filings_that_count_are_read_again_when_they_are_asked_for(county):
    kept(county, 1, "plan", date(2014, 6, 26))
    kept(county, 4, "officers", date(2014, 7, 8))
    unit = county.unit("001", DAY)
    assert sorted(reading.annex for reading in unit.dossier.readings) == [1, 4]
    assert (unit.dossier.unit.code, unit.dossier.duties) == ("001", unit.duties)
    assert unit.dossier is unit.dossier
    assert [reading.annex for reading in county.unit("001", date(2014, 6, 30)).dossier.readings] == [1]


def test_the_register_of_an_earlier_year_holds_until_a_newer_one_comes(county):
    kept(county, 4, "officers", date(2014, 7, 8))
    later = county.unit("001", date(2015, 3, 1), 2015)
    assert later.duty("officers").state == "exempt"
    assert [reading.annex for reading in later.dossier.readings] == [4]
    assert later.verdict.files == ()
    assert county.unit("005", date(2015, 3, 1), 2015).dossier.readings == ()


def test_an_original_that_is_gone_takes_nothing_else_down(county):
    kept(county, 1, "plan", date(2014, 6, 26))
    shutil.rmtree(county.workspace.filings)
    unit = county.unit("001", DAY)
    assert unit.duty("plan").state == "on-time"
    assert unit.dossier.readings == ()


def test_the_head_is_the_ledger_s(county):
    county.receive("plan", date(2014, 6, 20))
    assert len(county.standing(DAY).head) == 64
