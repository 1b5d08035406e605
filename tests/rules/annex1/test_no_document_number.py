"""A107: a plan is issued as the unit's formal document."""

import pytest

CODE = "A107"


@pytest.mark.parametrize("typed", [None, "", " ", "无", "——"])
def test_a_plan_without_a_number_is_accused(plan, dossier, judge, typed):
    verdict = judge(CODE, dossier(plan({}, header={"document_number": typed})))
    (finding,) = verdict.all_findings()
    assert finding.message.render() == "没有填写发文字号，看不出计划是以本单位正式文件发布的"
    assert finding.place.field == "document_number"
    assert verdict.exit_code() == 1


@pytest.mark.parametrize("typed", ["〔〕号", "桓安监发〔〕号", "〔2014〕 号", "已发文"])
def test_a_number_that_lacks_a_part_is_accused_with_what_was_typed(plan, dossier, judge, typed):
    (finding,) = judge(CODE, dossier(plan({}, header={"document_number": typed}))).all_findings()
    assert finding.message.render() == f"发文字号“{typed}”不完整，读不出文号"
    assert finding.place.cell == "B2"
    assert "机关代字" in finding.remedy.render()


@pytest.mark.parametrize(
    "typed",
    [
        "桓安监发〔2014〕12号",
        "桓安监发[2014]12号",
        "桓安监发（2014）12号",
        "桓安监发【2014】12 号",
        "桓安监〔2014〕 12号",
    ],
)
def test_a_number_in_any_brackets_is_not_accused(plan, dossier, cells, typed):
    assert cells(CODE, dossier(plan({}, header={"document_number": typed}))) == []


def test_a_nil_return_needs_no_number(plan, dossier, cells, reading):
    nil = reading(1, nil=reading(1).place)
    assert cells(CODE, dossier(nil)) == []
