"""A109: a plan says that it was filed with the unit's superior too."""

import pytest

CODE = "A109"


@pytest.mark.parametrize("blank", [None, "", "　", "-"])
def test_neither_superior_nor_day_is_accused(plan, dossier, judge, blank):
    verdict = judge(CODE, dossier(plan({}, header={"superior": blank, "filed_superior": blank})))
    (finding,) = verdict.all_findings()
    assert finding.message.render() == "没有写明计划报哪个上级业务主管单位备案、何时报的"
    assert finding.place.field == "filed_superior"
    assert verdict.exit_code() == 0
    assert verdict.exit_code(strict=True) == 1


def test_a_superior_without_a_day_is_accused_with_its_name(plan, dossier, judge):
    (finding,) = judge(CODE, dossier(plan({}, header={"filed_superior": ""}))).all_findings()
    assert finding.message.render() == "写了上级业务主管单位“市安监局”，没有写明何时报其备案"
    assert finding.place.cell == "B2"


@pytest.mark.parametrize(
    "header",
    [
        {},
        {"superior": ""},
        {"filed_superior": "已报"},
        {"superior": "无", "filed_superior": ""},
        {"superior": "无", "filed_superior": "无"},
        {"superior": "市安监局（6月24日已报备案）", "filed_superior": ""},
    ],
)
def test_a_day_a_word_or_no_superior_at_all_is_enough(plan, dossier, cells, header):
    assert cells(CODE, dossier(plan({}, header=header))) == []


def test_a_nil_return_is_not_asked(reading, dossier, cells):
    assert cells(CODE, dossier(reading(1, nil=reading(1).place))) == []
