"""X007: only where the roster says 未确认."""

from dataclasses import replace

import pytest

from enforcer.domain.unit import Unit

CODE = "X007"


def test_a_unit_that_the_roster_calls_unconfirmed_is_an_error_at_its_name(filed, judged):
    result = judged(CODE, filed("柳溪镇", officers=[], plan=[], unit=Unit("柳溪镇", confirmed=False)))
    (finding,) = result.all_findings()
    assert "“柳溪镇”登记为未确认的行政处罚主体" in finding.message.render()
    assert (finding.severity, finding.place.file, finding.place.field) == ("error", "柳溪镇/annex1.xlsx", "unit")


@pytest.mark.parametrize("unit", [Unit("柳溪镇"), Unit("柳溪镇", confirmation="桓政发〔2013〕5号")])
def test_a_unit_of_which_the_roster_does_not_say_so_is_not_accused(filed, judged, unit):
    result = judged(CODE, filed("柳溪镇", officers=[], unit=unit))
    assert list(result.all_findings()) == []
    assert list(result.all_unexamined()) == []


def test_without_a_roster_it_is_unexamined(filed, judged):
    result = judged(CODE, replace(filed("柳溪镇", officers=[]), unit=None))
    assert list(result.all_findings()) == []
    assert [one.cause for one in result.all_unexamined()] == ["absent"]
