"""F002: received after the end of the due day is late; on it is in time; what is unknown is unexamined."""

from datetime import date

import pytest

from enforcer.domain.dossier import Filing
from enforcer.domain.notice import Due
from enforcer.domain.row import Place
from enforcer.domain.unit import Unit
from enforcer.notices import load_notice

NOTICE = load_notice()
PLACE = Place("annex1.xlsx", "检查计划", 2, 2, "filed")


def filing(annex=1, year=2014, received=None, source="stated", **changes):
    obligation = NOTICE.obligation_of(annex)
    due = obligation.due_in(year, NOTICE.year)
    clause = NOTICE.clause(obligation.clause, date(year, 7, 1))
    made = {"due": due, "due_day": due.on(year), "place": PLACE._replace(file=f"annex{annex}.xlsx"), "clause": clause}
    return Filing(obligation=obligation, received=received, source=source, **{**made, **changes})


@pytest.fixture
def filed(reading, dossier):
    """filed(one filing, header=..., unit=...) is the dossier of the annex that was filed."""

    def made(one, header=None, unit=None):
        annex = one.obligation.annex
        return dossier(reading(annex, [{}], header=header), unit=unit, filings=(one,))

    return made


@pytest.mark.parametrize(
    ("annex", "due"), [(1, date(2014, 6, 30)), (2, date(2014, 7, 15)), (3, date(2014, 7, 30)), (4, date(2014, 7, 15))]
)
def test_the_due_day_itself_is_in_time_and_the_next_is_late(filed, judge, annex, due):
    assert list(judge("F002", filed(filing(annex, received=due))).all_findings()) == []
    next_day = date.fromordinal(due.toordinal() + 1)
    (finding,) = judge("F002", filed(filing(annex, received=next_day))).all_findings()
    assert "晚了1天" in finding.message.render()
    assert finding.severity == "warning"
    assert finding.clause.number == "四"


def test_the_day_the_office_received_it_is_told(filed, judge):
    (finding,) = judge("F002", filed(filing(received=date(2014, 7, 3), source="receipt"))).all_findings()
    assert finding.message.render() == "“年度行政执法检查计划”应于2014-06-30前报送，2014-07-03收到，晚了3天"
    assert finding.expected.render() == "通知二（二）规定的期限：2014-06-30（当日报送不算迟）"


def test_the_unit_s_own_day_is_told_beside_it_where_it_differs(filed, sentences):
    received = filing(received=date(2014, 7, 3), source="receipt")
    assert sentences("F002", filed(received, header={"filed": "2014年6月30日"})) == [
        "“年度行政执法检查计划”应于2014-06-30前报送，2014-07-03收到，晚了3天；表内填写的日期是2014-06-30"
    ]
    assert sentences("F002", filed(received, header={"filed": "2014-07-03"})) == [
        "“年度行政执法检查计划”应于2014-06-30前报送，2014-07-03收到，晚了3天"
    ]
    assert "表内" not in sentences("F002", filed(received, header={"filed": "已报"}))[0]


def test_a_day_that_only_the_form_states_is_called_so(filed, sentences):
    assert sentences("F002", filed(filing(received=date(2014, 7, 3)))) == [
        "“年度行政执法检查计划”应于2014-06-30前报送，表内填写的报送日期是2014-07-03，晚了3天"
    ]


def test_the_county_s_own_day_is_called_its_own(filed, judge):
    late = filing(year=2015, received=date(2015, 2, 2), source="receipt")
    (finding,) = judge("F002", filed(late)).all_findings()
    assert finding.expected.render() == "本县约定期限：2015-01-31（当日报送不算迟）"


def test_without_a_clause_at_hand_the_notice_is_named(filed, judge):
    (finding,) = judge("F002", filed(filing(received=date(2014, 7, 3), clause=None))).all_findings()
    assert finding.expected.render() == "通知规定的期限：2014-06-30（当日报送不算迟）"


@pytest.mark.parametrize("due", [Due("none"), Due("running")])
def test_what_has_no_due_day_is_never_late(filed, judge, due):
    verdict = judge("F002", filed(filing(received=date(2016, 1, 1), due=due, due_day=None)))
    assert [*verdict.all_findings(), *verdict.all_unexamined()] == []


@pytest.mark.parametrize("changes", [{"received": None}, {"received": date(2014, 9, 1), "due": None, "due_day": None}])
def test_without_a_day_or_a_year_it_is_unexamined_and_never_accused(filed, judge, changes):
    verdict = judge("F002", filed(filing(**changes)))
    assert list(verdict.all_findings()) == []
    assert [one.cause for one in verdict.all_unexamined()] == ["absent"]


def test_without_a_filing_there_is_nothing_to_say(reading, dossier, judge):
    verdict = judge("F002", dossier(reading(1, [{}])))
    assert [*verdict.all_findings(), *verdict.all_unexamined()] == []


@pytest.mark.parametrize("kind", ["公安", "税务"])
def test_an_exempt_unit_is_not_late_with_what_it_does_not_owe(filed, cells, kind):
    unit = Unit("县某局", exemption=kind)
    assert cells("F002", filed(filing(4, received=date(2014, 9, 1)), unit=unit)) == []
    assert cells("F002", filed(filing(1, received=date(2014, 9, 1)), unit=unit)) == ["B2"]


@pytest.mark.parametrize(("annex", "owed"), [(1, True), (2, False), (3, False), (4, True)])
def test_a_unit_without_penalty_power_is_not_late_with_procedure_and_benchmark(filed, cells, annex, owed):
    town = Unit("某镇", penalty_power=False)
    assert cells("F002", filed(filing(annex, received=date(2014, 9, 1)), unit=town)) == (["B2"] if owed else [])


@pytest.mark.parametrize("forms", [("paper",), ("electronic",)])
def test_a_document_without_an_annex_that_came_late_is_found_at_the_unit(said, duty, receipt, forms):
    came = receipt(date(2014, 7, 18), obligation="responsibility", forms=forms)
    (finding,) = said("F002", duty(date(2014, 7, 20), came, obligation="responsibility"))
    assert (finding.place.file, finding.place.cell, finding.field) == ("县安监局", None, "responsibility")
    assert (finding.severity, finding.clause.number) == ("warning", "四")
    assert finding.message.render() == "“行政执法责任制”应于2014-07-15前报送，2014-07-18收到，晚了3天"


def test_a_duty_whose_filing_was_late_already_at_its_cell_is_found_once(reading, dossier, cells, duty, receipt):
    late = filing(received=date(2014, 7, 3), source="receipt")
    owed = duty(date(2014, 7, 20), receipt(date(2014, 7, 3)))
    assert cells("F002", dossier(reading(1, [{}]), filings=(late,), duties=(owed,))) == ["B2"]


def test_the_first_copy_decides_and_the_unit_s_own_day_is_told_beside_it(said, duty, receipt):
    in_time = receipt(date(2014, 6, 30), forms=("paper",))
    assert said("F002", duty(date(2014, 7, 20), in_time, receipt(date(2014, 7, 9), number="2014-00002"))) == []
    (finding,) = said("F002", duty(date(2014, 7, 20), receipt(date(2014, 7, 2), stated=date(2014, 6, 30))))
    assert finding.message.render().endswith("2014-07-02收到，晚了2天；表内填写的日期是2014-06-30")


def test_late_by_the_county_s_own_day_is_no_matter_of_the_fourth_section(said, duty, receipt):
    (finding,) = said("F002", duty(date(2015, 3, 1), receipt(date(2015, 2, 3), year=2015), year=2015))
    assert finding.clause.number == "二（二）"
    assert finding.expected.render().startswith("本县约定期限")


def test_what_did_not_come_at_all_is_overdue_and_not_late(said, duty):
    assert said("F002", duty(date(2014, 7, 20))) == []
