"""What became of the findings: mended, remaining, new; and never mended where nobody looked."""

from dataclasses import replace

import pytest

from enforcer.changes import changes_between
from enforcer.domain.finding import Unexamined
from enforcer.domain.row import Place
from enforcer.domain.sentence import Sentence

INSPECTION = {
    "number": "1",
    "basis": "《安全生产法》",
    "body": "大队",
    "inspectors": "张三、李四",
    "period": "3月",
    "place": "全县",
    "matter": "制度",
    "target": "企业",
}


@pytest.fixture
def states():
    """states(annex) lists the outcomes as (state, code, old cell, new cell)."""

    def listed(annex):
        return [
            (
                one.state,
                one.finding.code,
                one.old.place.cell if one.old else None,
                one.new.place.cell if one.new else None,
            )
            for one in annex.outcomes
        ]

    return listed


def other(target):
    return {**INSPECTION, "target": target}


def test_an_inserted_row_makes_no_finding_new(changed, states):
    faulty = {**INSPECTION, "body": ""}
    annex = changed(1, [faulty], [other("商场"), faulty], select="A101")
    assert states(annex) == [("remains", "A101", "D5", "D6")]


def test_a_filled_cell_is_mended(changed, states):
    annex = changed(1, [{**INSPECTION, "body": ""}], [other("商场"), INSPECTION], select="A101")
    assert states(annex) == [("mended", "A101", "D5", None)]


def test_a_cell_emptied_is_new(changed, states):
    annex = changed(1, [INSPECTION], [{**INSPECTION, "body": ""}], select="A101")
    assert states(annex) == [("new", "A101", None, "D5")]


def test_a_fault_that_went_with_its_row_is_said_so(changed):
    annex = changed(1, [INSPECTION, {**other("商场"), "body": ""}], [INSPECTION], select="A101")
    (outcome,) = annex.outcomes
    assert (outcome.state, outcome.reason.render()) == ("mended", "所在的行已删除")


def test_a_fault_in_a_new_row_is_said_so(changed):
    annex = changed(1, [INSPECTION], [INSPECTION, {**other("商场"), "body": ""}], select="A101")
    (outcome,) = annex.outcomes
    assert (outcome.state, outcome.reason.render()) == ("new", "在新增的行里")


def test_two_faults_of_one_row_are_kept_apart_by_field(changed, states):
    old, new = {**INSPECTION, "body": "", "place": ""}, {**INSPECTION, "body": ""}
    assert states(changed(1, [old], [new], select="A101")) == [
        ("mended", "A101", "G5", None),
        ("remains", "A101", "D5", "D5"),
    ]


def test_a_fault_that_is_only_said_otherwise_remains(changed, item, states):
    law = {"statutory_fine": "处五万元以下罚款"}
    old, new = item(1, "甲", ["处5000元罚款"], **law), item(1, "甲", ["处6000元罚款"], **law)
    annex = changed(3, old, new, select="A302")
    assert states(annex) == [("remains", "A302", "H5", "H5")]
    assert "6000" in annex.outcomes[0].finding.message.render()


def test_a_fault_of_a_whole_item_is_found_again_though_its_first_row_moved(changed, item, states):
    rows = item(1, "甲", legal_basis="")
    lighter = {**rows[0], "tier": "减轻"}
    annex = changed(3, rows, [lighter, *rows], select="A306")
    assert [one[:2] for one in states(annex)] == [("remains", "A306")]


def test_a_fault_of_the_tiers_remains_though_another_tier_stands_first_now(changed, item, states):
    rows = item(1, "甲", statutory_fine="处五万元以下罚款")[:4]
    annex = changed(3, rows, [{**rows[0], "tier": "减轻", "conditions": "乙"}, *rows], select="A301")
    assert states(annex) == [("remains", "A301", "F5", "F5")]


def test_what_is_no_longer_examined_is_not_called_mended(changed, item):
    law = {"statutory_fine": "处五万元以下罚款"}
    old, new = item(1, "甲", ["处5000元罚款"], **law), item(1, "甲", ["处若干元以下、5元罚款若干"], **law)
    (outcome,) = changed(3, old, new, select="A302").outcomes
    assert outcome.state == "unexamined"
    assert outcome.reason.render()


def test_a_rule_that_crashed_mends_nothing(judged):
    old = judged(1, [{**INSPECTION, "body": ""}], select="A101")
    new = judged(1, [INSPECTION], select="A101")
    crashed = Unexamined("A101", "crashed", Sentence("规则运行出错"))
    new = replace(new, files=(new.files[0]._replace(unexamined=(crashed,)),))
    (outcome,) = changes_between(old, new).annexes[0].outcomes
    assert (outcome.state, outcome.reason.render()) == ("unexamined", "规则运行出错")


def test_another_row_left_unexamined_does_not_hide_a_mended_fault(judged):
    rows = [INSPECTION, other("商场")]
    old = judged(1, [{**INSPECTION, "body": ""}, rows[1]], select="A101")
    new = judged(1, rows, select="A101")
    place = Place("annex1.xlsx", new.files[0].reading.place.sheet, 6, 4, "body")
    doubt = Unexamined("A101", "unreadable", Sentence("读不准"), (place,))
    new = replace(new, files=(new.files[0]._replace(unexamined=(doubt,)),))
    assert [one.state for one in changes_between(old, new).annexes[0].outcomes] == ["mended"]


def test_what_was_not_examined_before_is_said_where_it_is_new(judged):
    old = judged(1, [INSPECTION], select="A101")
    doubt = Unexamined("A101", "absent", Sentence("缺少材料"))
    old = replace(old, files=(old.files[0]._replace(unexamined=(doubt,)),))
    new = judged(1, [{**INSPECTION, "body": ""}], select="A101")
    (outcome,) = changes_between(old, new).annexes[0].outcomes
    assert (outcome.state, outcome.reason.render()) == ("new", "旧表的这一项当时未核")


def test_a_column_taken_away_mends_nothing(changed):
    (outcome,) = changed(1, [{**INSPECTION, "body": ""}], [INSPECTION], select="A101", new_missing=["body"]).outcomes
    assert (outcome.state, outcome.reason.render()) == ("unexamined", "新表没有这一栏，无法核对")


def test_a_fault_silenced_by_another_at_the_same_cell_is_not_called_mended(changed):
    old, new = {"name": "张三", "id_number": "123"}, {"name": "张三", "id_number": 370321199001010000}
    outcomes = changed(4, [old], [new], select="A402 W008").outcomes
    assert [(one.state, one.finding.code) for one in outcomes] == [("new", "W008"), ("unexamined", "A402")]
    assert "W008" in outcomes[1].reason.render()


def test_faults_of_the_header_are_matched_by_their_line(changed, states):
    annex = changed(1, [INSPECTION], [INSPECTION], select="A107", new_header={"document_number": "桓安监发〔2014〕3号"})
    assert [one[:2] for one in states(annex)] == [("mended", "A107")]
    annex = changed(1, [INSPECTION], [other("商场")], select="A107")
    assert [one[:2] for one in states(annex)] == [("remains", "A107")]
