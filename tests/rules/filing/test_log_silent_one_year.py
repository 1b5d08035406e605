"""F006: a year without a 登记表 is something to verify, from the day after it is up and until two years are."""

from datetime import date

import pytest

from enforcer.domain.dossier import Dossier
from enforcer.domain.duty import LogClock
from enforcer.domain.sentence import Sentence

CLOCK = LogClock(date(2013, 6, 30), "received", date(2014, 6, 30), date(2015, 6, 30))


@pytest.mark.parametrize(
    ("day", "accused"),
    [
        (date(2014, 6, 30), False),
        (date(2014, 7, 1), True),
        (date(2015, 6, 30), True),
        (date(2015, 7, 1), False),
    ],
)
def test_the_last_day_of_the_year_is_still_in_time_and_after_two_years_f007_speaks_alone(said, day, accused):
    assert bool(said("F006", clock=CLOCK, day=day)) is accused


@pytest.mark.parametrize(
    ("source", "words"),
    [("received", "最近一次收到"), ("opening", "名录登记的最近一次报备"), ("confirmed", "2013-06-30设立")],
)
def test_it_says_where_the_clock_starts_and_asks_people_to_verify(said, source, words):
    (finding,) = said("F006", clock=CLOCK._replace(source=source), day=date(2014, 7, 1))
    assert (finding.severity, finding.clause.number) == ("warning", "二（四）")
    assert words in finding.message.render()
    assert "满1年" in finding.message.render()
    assert "请核实是否符合“不再办理新的行政执法证件”的条件" in finding.message.render()


def test_where_nobody_knows_it_is_unexamined_and_never_an_accusation(judge):
    verdict = judge("F006", Dossier("县安监局", 2014, date(2020, 1, 1), "as-of", (), clock=LogClock(None, None)))
    assert list(verdict.all_findings()) == []
    assert [one.cause for one in verdict.all_unexamined()] == ["absent"]


@pytest.mark.parametrize("clock", [None, LogClock(None, None, exempt=Sentence("由县农业局报送"))])
def test_without_a_ledger_or_a_duty_there_is_nothing_to_say(said, clock):
    assert said("F006", clock=clock, day=date(2020, 1, 1)) == []
