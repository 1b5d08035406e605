"""The report's contents as a whole: sections that agree with each other, and an earlier report beside them."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from enforcer.domain.errors import EnforcerError
from enforcer.reports.contents import contents
from enforcer.reports.earlier import Earlier
from enforcer.reports.publishing import report_on


def test_the_same_standing_gives_the_same_contents(acted):
    first, second = acted.contents(), acted.contents()
    assert first.summary == second.summary
    assert first.facts == second.facts
    assert first.making == second.making
    assert first.tables.findings.equals(second.tables.findings)


def test_figures_of_all_sections_agree(report):
    states = Counter(duty.state for unit in report.standing.units for duty in unit.duties)
    assert {state: count for state, count in report.matrix.totals.items() if count} == states
    figures = report.summary.figures
    parts = (figures.on_time, figures.late, figures.filed, figures.returned, figures.overdue, figures.open)
    assert sum(parts) == figures.owed
    assert figures.owed + figures.exempt == sum(states.values())
    assert sum(one.open for one in report.quality.rules) == sum(
        one.errors + one.warnings + one.infos for one in report.quality.units
    )


def test_every_finding_stands_in_exactly_one_group_of_its_unit(report):
    grouped = [found for group in report.quality.by_unit_and_rule for found in group.findings]
    assert Counter(map(id, grouped)) == Counter(map(id, report.findings))
    for group in report.quality.by_unit_and_rule:
        assert {(one.unit.key, one.finding.code) for one in group.findings} == {(group.unit.key, group.code)}


def test_a_finding_knows_the_obligation_for_which_its_file_was_filed(report):
    found = {one.finding.code: one.obligation for one in report.findings}
    assert found["A302"] == "benchmark"
    assert found["A406"] == "officers"
    assert {one.obligation for one in report.findings if one.finding.code == "F001"} <= {
        duty.obligation.key for unit in report.standing.units for duty in unit.duties
    }


def test_a_day_earlier_knows_nothing_of_what_came_later(acted):
    before = acted.contents(date(2014, 7, 31))
    assert "A302" not in {one.finding.code for one in before.findings}
    assert before.summary.figures.late == 0


def test_findings_are_compared_with_an_earlier_report(acted):
    earlier = Earlier(date(2014, 8, 1), {"A302": 4}, {"001": 9})
    made = contents(acted.standing(), earlier)
    assert {one.code: one.earlier for one in made.quality.rules if one.code in {"A302", "F001"}} == {
        "A302": 4,
        "F001": 0,
    }
    assert [one.earlier for one in made.quality.units][:2] == [9, None]


def test_without_an_earlier_report_nothing_is_compared(report):
    assert {one.earlier for one in report.quality.rules} == {None}
    assert {one.earlier for one in report.quality.units} == {None}


def test_a_county_without_units_is_told_in_a_sentence(county, tmp_path):
    nobody = replace(county().standing(date(2014, 6, 10)), year=2010, units=())
    with pytest.raises(EnforcerError, match="单位名录里没有2010年度的单位"):
        report_on(nobody, tmp_path, "zh")


def test_a_county_to_which_nothing_came_has_a_report_that_says_so(county):
    made = county().contents(date(2014, 6, 10))
    assert made.summary.sentences[1].render().startswith("还没有可以核对的材料")
    assert made.findings == ()
    assert made.discretion.narrowing.share is None
    assert made.making.files == ()
    assert made.facts.rows == ()
