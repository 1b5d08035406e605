"""A102: a basis names the law, rule or document that it rests on."""

import pytest

CODE = "A102"


@pytest.mark.parametrize(
    "typed",
    [
        "上级部署",
        "上级文件",
        "上级通知要求",
        "有关法律法规",
        "法律、法规规定",
        "安全生产法律法规",
        "相关规定",
        "日常执法",
        "联合执法",
        "部门职责",
        "依法检查",
        "年度工作安排",
        "领导批示",
    ],
)
def test_a_basis_that_names_nothing_is_accused(plan, dossier, judge, typed):
    verdict = judge(CODE, dossier(plan({}, {"basis": typed})))
    (finding,) = verdict.all_findings()
    assert finding.message.render() == f"检查依据“{typed}”没有写明是哪一部法律、法规、规章或者哪一份规范性文件"
    assert finding.place.cell == "C6"
    assert "C6" in finding.remedy.render()
    assert (verdict.exit_code(), verdict.exit_code(strict=True)) == (0, 1)


@pytest.mark.parametrize(
    "typed",
    [
        "《安全生产法》第五十六条",
        "《安全生产法》",
        "安全生产法",
        "中华人民共和国食品安全法",
        "安全生产法第56条",
        "消防法、消防监督检查规定",
        "食品安全法及其实施条例",
        "国务院令第591号",
        "鲁安监发〔2013〕45号",
        "省安监局鲁安监发[2013]45号文件",
        "县政府办公室关于开展打非治违专项行动的通知",
        "《关于开展打非治违专项行动的通知》",
        "根据安全生产法等有关法律法规",
        "<<安全生产法>>",
        "“安全生产法”",
        "安全生产许可证条例",
        "淄博市安全生产监督管理规定",
        "〈劳动法〉",
    ],
)
def test_a_title_an_article_or_a_number_is_a_citation(plan, dossier, cells, typed):
    assert cells(CODE, dossier(plan({"basis": typed}))) == []


@pytest.mark.parametrize("typed", [None, "", "　", "/", "无"])
def test_a_blank_is_left_to_a101(plan, dossier, cells, typed):
    assert cells(CODE, dossier(plan({"basis": typed}))) == []


def test_a_missing_column_is_left_to_w003(plan, dossier, cells):
    assert cells(CODE, dossier(plan({}, missing=["basis"]))) == []
