"""Unanswered elements: one remark a cell, none where there is nothing to ask."""

import pytest

from enforcer.annexes.elements import unanswered

COMPLETE = {
    "basis": "《安全生产法》",
    "body": "监察大队",
    "inspectors": "张三、李四",
    "period": "3月",
    "place": "全县",
    "matter": "责任制",
    "target": "企业",
}


def test_each_blank_of_each_row_is_its_own_remark(reading):
    table = reading(1, [{**COMPLETE, "basis": "", "target": "无"}, COMPLETE, {**COMPLETE, "place": "-"}])
    assert [(one.at.row, one.at.field) for one in unanswered(table)] == [(5, "basis"), (5, "target"), (7, "place")]


def test_a_long_answer_that_begins_with_none_is_an_answer(reading):
    assert list(unanswered(reading(1, [{**COMPLETE, "target": "无证经营的烟花爆竹零售点"}]))) == []


@pytest.mark.parametrize("typed", ["（无）", "无。", "N/A", "暂无", " 无 "])
def test_the_word_none_in_any_dress_is_no_answer(reading, typed):
    assert len(list(unanswered(reading(1, [{**COMPLETE, "target": typed}])))) == 1


def test_a_number_or_a_day_is_an_answer(reading):
    assert list(unanswered(reading(1, [{**COMPLETE, "period": 20140630, "inspectors": 2.0}]))) == []


def test_a_file_without_a_form_asks_nothing(reading):
    assert list(unanswered(reading(1)._replace(form=None))) == []
