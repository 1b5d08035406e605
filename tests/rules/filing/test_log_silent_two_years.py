"""F007: two years without a 登记表, from the day after they are up; people decide what follows."""

from datetime import date

import pytest

from enforcer.domain.dossier import Dossier
from enforcer.domain.duty import LogClock

CLOCK = LogClock(date(2012, 2, 29), "opening", date(2013, 2, 28), date(2014, 2, 28))


@pytest.mark.parametrize(("day", "accused"), [(date(2014, 2, 28), False), (date(2014, 3, 1), True)])
def test_the_last_day_of_two_years_is_still_in_time(said, day, accused):
    assert bool(said("F007", clock=CLOCK, day=day)) is accused


def test_it_asks_people_to_verify(said):
    (finding,) = said("F007", clock=CLOCK, day=date(2014, 3, 1))
    assert (finding.severity, finding.clause.number) == ("warning", "二（四）")
    assert finding.message.render() == (
        "名录登记的最近一次报备执法检查登记表是2012-02-29，2014-02-28满2年，到2014-03-01没有再收到；"
        "请核实是否符合“收回行政执法证件，由县法制办保存”的条件"
    )


def test_where_nobody_knows_it_is_unexamined(judge):
    verdict = judge("F007", Dossier("县安监局", 2014, date(2020, 1, 1), "as-of", (), clock=LogClock(None, None)))
    assert [one.cause for one in verdict.all_unexamined()] == ["absent"]
    assert list(verdict.all_findings()) == []
