"""A306: each tier states violation, basis, tier, conditions and standard."""

import pytest

STATUTE = "处一万元以上五万元以下罚款"
STANDARDS = ["处一万元罚款", "处二万元罚款"]
ELEMENTS = {"violation": "C", "legal_basis": "D", "tier": "F", "conditions": "G", "standard": "H"}


def test_a_complete_block_passes(one, cells):
    assert cells("A306", one(STANDARDS, STATUTE)) == []


@pytest.mark.parametrize("field", ELEMENTS)
@pytest.mark.parametrize("typed", [None, "　", "/", "无"])
def test_an_element_left_unanswered_is_accused_at_its_cell(block, benchmark, cells, field, typed):
    rows = block(STANDARDS, STATUTE)
    rows[1][field] = typed
    assert cells("A306", benchmark(rows)) == [f"{ELEMENTS[field]}6"]


def test_a_blank_condition_is_accused_also_where_the_rest_was_filled_down(block, reading, dossier, cells):
    made = reading(3, block(STANDARDS, STATUTE, conditions=["初次违法", ""]))
    made.rows[1].origins = {"violation": 5, "legal_basis": 5, "number": 5}
    assert cells("A306", dossier(made)) == ["G6"]


def test_a_blank_filled_down_element_is_accused_where_it_stands(block, reading, dossier, cells):
    made = reading(3, block(STANDARDS, STATUTE, basis=""))
    made.rows[1].origins = {"legal_basis": 5}
    assert cells("A306", dossier(made)) == ["D5"]


@pytest.mark.parametrize(("field", "accused"), [("violation", "C5"), ("legal_basis", "D5")])
def test_what_stands_once_for_an_item_is_accused_once_for_it(block, benchmark, cells, field, accused):
    rows = [{**row, field: None} for row in block(STANDARDS, STATUTE)]
    assert cells("A306", benchmark(rows)) == [accused]
    other = block(STANDARDS, STATUTE, number="2", **{field: ""})
    assert cells("A306", benchmark(rows, other)) == [accused, accused.replace("5", "7")]


def test_optional_columns_may_stay_empty(one, cells):
    assert cells("A306", one(STANDARDS, STATUTE, item_code="", remarks=None, number="")) == []


def test_a_condition_written_into_the_tier_cell_is_one(one, cells):
    made = one(STANDARDS, STATUTE, tiers=["从轻：初次违法，及时改正", "较轻"], conditions=["", "限期内改正"])
    assert cells("A306", made) == []


def test_a_row_that_follows_another_item_needs_neither_tier_nor_condition(block, benchmark, cells):
    first = block(STANDARDS, STATUTE, number="5")
    second = block(["按照序号5的裁量基准执行"], STATUTE, number="6", violation="乙", tiers=[""], conditions=[""])
    assert cells("A306", benchmark(first, second)) == []


def test_a_row_that_points_to_a_lost_item_is_left_to_a314(block, benchmark, cells):
    made = block(["按照序号50的裁量基准执行"], STATUTE, tiers=[""], conditions=[""])
    assert cells("A306", benchmark(made)) == []


def test_a_column_that_is_missing_is_left_to_w003(one, cells):
    assert cells("A306", one(STANDARDS, STATUTE, missing=["conditions"])) == []


def test_higher_standards_must_be_complete_too(one, cells):
    assert cells("A306", one(STANDARDS, STATUTE, source="省", conditions=["", "再次违法"])) == ["G5"]


@pytest.mark.parametrize(("source", "accused"), [("省", []), ("市", []), ("本单位", ["G7", "H7"])])
def test_a_printed_tier_that_a_higher_standard_does_not_have_may_stay_blank(one, cells, source, accused):
    made = one([*STANDARDS, ""], STATUTE, conditions=["初次违法", "再次违法", ""], source=source)
    assert cells("A306", made) == accused


def test_a_printed_tier_may_stay_blank_where_the_law_leaves_no_choice(one, cells):
    assert cells("A306", one(["处二百元罚款", ""], "处二百元罚款", conditions=["未携带证件", ""])) == []


def test_a_table_without_rows_is_accused_once_and_a_nil_return_never(reading, dossier, sentences):
    empty = reading(3, [])
    assert sentences("A306", dossier(empty)) == ["表中没有填写任何裁量基准"]
    nil = reading(3, [], nil=empty.place)
    assert sentences("A306", dossier(nil)) == []


def test_the_sentence_names_the_field(one, findings):
    (finding,) = findings("A306", one(STANDARDS, STATUTE, conditions=["", "再次违法"]))
    assert finding.message.render() == "“适用条件”没有填写"
    assert "裁量基准!G5" in finding.remedy.render()
