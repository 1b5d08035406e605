"""X002: who handles penalty cases stands in the register; nobody else may."""

import pytest

from enforcer.domain.unit import Unit

CODE = "X002"


@pytest.fixture
def verdict(filed, judged, typed_officer):
    """verdict({"handlers": "张三"}) judges these steps against a register of 张三 (C-0001) and 李四 (C-0002)."""

    def run(*steps, **more):
        registered = [typed_officer("张三", "C-0001"), typed_officer("李四", "C-0002")]
        rows = [{"procedure": "一般程序", "step": "调查", **step} for step in steps]
        return judged(CODE, filed(steps=rows, **{"officers": registered, **more}))

    return run


def said(verdict):
    return [one.message.render() for one in verdict.all_findings()]


def test_who_is_not_registered_is_an_error_that_quotes_the_notice(verdict):
    result = verdict({"handlers": "张三、王五"})
    (finding,) = result.all_findings()
    assert finding.message.render() == "承办人员“王五”不在本单位附件4登记的执法人员中"
    assert (finding.severity, finding.place.cell, finding.clause.number) == ("error", "G5", "二（七）")
    assert result.exit_code() == 1


@pytest.mark.parametrize(
    "numbers", ["C-0001、C-0002", "C-0002、C-0001", "C-0001\nC-0002", "", "—", "申领中", "C-0001", "0001 0002"]
)
def test_the_column_of_numbers_may_stand_in_any_order_or_be_incomplete(verdict, numbers):
    assert said(verdict({"handlers": "张三、李四", "credential": numbers})) == []


def test_a_number_that_is_not_the_persons_is_accused(verdict):
    assert said(verdict({"handlers": "张三、李四", "credential": "C-0001、C-0009"})) == [
        "承办人员“李四”写的证号是C-0009，附件4第6行登记的是C-0002"
    ]


def test_a_number_beside_the_name_goes_before_the_column(verdict):
    assert said(verdict({"handlers": "张三 C-0001", "credential": "C-0009"})) == []


@pytest.mark.parametrize("typed", ["监察大队", "局长办公会", "2人", "", "无"])
def test_a_body_is_never_accused(verdict, typed):
    assert said(verdict({"handlers": typed})) == []


def test_a_unit_without_penalty_power_does_not_owe_annex_2(verdict):
    result = verdict({"handlers": "王五"}, unit=Unit("青禾镇", penalty_power=False))
    assert said(result) == []
    assert [one.cause for one in result.all_unexamined()] == ["not_applicable"]


def test_until_annex_4_is_in_it_is_unexamined(verdict):
    result = verdict({"handlers": "王五"}, officers=None)
    assert said(result) == []
    assert [one.cause for one in result.all_unexamined()] == ["absent"]


def test_police_officers_are_not_accused_before_the_clean_up_list_is_in(verdict):
    result = verdict({"handlers": "王五"}, officers=None, unit=Unit("县公安局", exemption="公安"))
    assert said(result) == []
    assert "没有列明人员的本系统证件清理结果" in next(iter(result.all_unexamined())).reason.render()
