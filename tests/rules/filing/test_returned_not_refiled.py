"""F010: sent back, and not filed again by the end of the day that the return set."""

from datetime import date

import pytest

UNTIL = date(2014, 7, 10)
NEXT = date(2014, 7, 11)


@pytest.fixture
def back(receipt):
    return receipt(date(2014, 6, 20), fate="returned", until=UNTIL)


def test_from_the_day_after_it_is_an_error(said, duty, back):
    assert said("F010", duty(UNTIL, back)) == []
    (finding,) = said("F010", duty(NEXT, back))
    assert (finding.severity, finding.clause.number, finding.field) == ("error", "四", "plan")
    assert finding.message.render() == (
        "“年度行政执法检查计划”2014-06-20报送的（回执2014-00001）已退回，应于2014-07-10前重报，"
        "到2014-07-11还没有收到，已超过1天"
    )


@pytest.mark.parametrize("forms", [("electronic",), ("paper",), ("paper", "electronic")])
def test_filed_again_on_the_day_itself_on_paper_or_not_is_in_time(said, duty, receipt, back, forms):
    assert said("F010", duty(NEXT, back, receipt(UNTIL, number="2014-00002", forms=forms))) == []


def test_filed_again_later_is_over_too(said, duty, receipt, back):
    again = receipt(date(2014, 7, 20), number="2014-00002")
    assert len(said("F010", duty(date(2014, 7, 19), back, again))) == 1
    assert said("F010", duty(date(2014, 7, 20), back, again)) == []


def test_sent_back_again_a_new_day_runs(said, duty, receipt, back):
    again = receipt(UNTIL, number="2014-00002", fate="returned", until=date(2014, 7, 20))
    assert said("F010", duty(date(2014, 7, 20), back, again)) == []
    (finding,) = said("F010", duty(date(2014, 7, 21), back, again))
    assert "回执2014-00002" in finding.message.render()


def test_a_refiling_recorded_by_mistake_answers_nothing(said, duty, receipt, back):
    assert len(said("F010", duty(NEXT, back, receipt(UNTIL, number="2014-00002", fate="void")))) == 1


def test_without_a_day_in_the_return_nobody_is_accused(said, duty, back):
    assert said("F010", duty(date(2015, 1, 1), back._replace(until=None))) == []
