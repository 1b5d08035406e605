"""A316: an item code stands for one item."""

import pytest

STANDARDS = ["处一万元罚款", "处二万元罚款"]
STATUTE = "处一万元以上五万元以下罚款"


@pytest.fixture
def coded(block, benchmark):
    """coded("01", "02") has two violations with these item codes."""

    def made(first, second):
        return benchmark(
            block(STANDARDS, STATUTE, item_code=first),
            block(STANDARDS, STATUTE, number="2", violation="未按规定培训", item_code=second),
        )

    return made


def test_different_codes_pass(coded, outcome):
    assert outcome("A316", coded("3703210001", "3703210002")) == []


@pytest.mark.parametrize(("first", "second"), [("A-01", "A-01"), ("A-01", "ａ－０１"), (3703210001, "3703210001")])
def test_the_same_code_is_accused_at_the_second_item(coded, findings, first, second):
    (finding,) = findings("A316", coded(first, second))
    assert finding.place.cell == "B7"
    assert [place.cell for place in finding.related] == ["B5"]


def test_the_sentence_names_the_other_item(coded, outcome):
    assert outcome("A316", coded("01", "01")) == ["B7 事项编码01已用于“未按规定建立台账”（裁量基准!B5）"]


@pytest.mark.parametrize("code", ["", None, "无", "/", "　"])
def test_no_code_is_no_code_twice(coded, outcome, code):
    assert outcome("A316", coded(code, code)) == []


def test_one_item_over_several_rows_has_its_code_once(one, outcome):
    assert outcome("A316", one(STANDARDS, STATUTE, item_code="01")) == []
