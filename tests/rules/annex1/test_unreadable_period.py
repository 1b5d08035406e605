"""A105: a period names a time."""

import pytest

CODE = "A105"


@pytest.mark.parametrize("typed", ["适时", "不定期", "根据需要", "视情况而定", "清明前夕", "随时"])
def test_words_that_name_no_time_are_accused(plan, dossier, judge, typed):
    (finding,) = judge(CODE, dossier(plan({}, {"period": typed}))).all_findings()
    assert finding.message.render() == f"检查时间“{typed}”读不出是哪一天、哪个月或者哪个季度"
    assert (finding.place.row, finding.place.field, finding.severity) == (6, "period", "warning")
    assert finding.place.address in finding.remedy.render()


@pytest.mark.parametrize(
    "typed",
    [
        "2014年3月至10月",
        "3月—11月",
        "9-10月",
        "第二季度",
        "上半年",
        "全年",
        "每季度一次",
        "每月至少一次",
        "2014.6.10-6.20",
        "6月",
        "二○一四年三月",
    ],
)
def test_a_period_as_clerks_write_it_is_not_accused(plan, dossier, cells, typed):
    assert cells(CODE, dossier(plan({"period": typed}))) == []


@pytest.mark.parametrize("typed", [None, "", "　", "-", "无"])
def test_a_blank_is_left_to_a101(plan, dossier, cells, typed):
    assert cells(CODE, dossier(plan({"period": typed}))) == []


def test_a_plan_of_unknown_year_may_leave_the_year_out(plan, dossier, cells):
    assert cells(CODE, dossier(plan({"period": "3月至10月"}, {"period": "适时"}), year=None)) == ["F6"]
