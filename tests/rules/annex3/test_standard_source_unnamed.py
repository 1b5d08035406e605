"""A317: who applies a provincial or city standard says which."""

STANDARDS = ["处一万元罚款", "处二万元罚款"]
STATUTE = "处一万元以上五万元以下罚款"
NAME = "《山东省环境保护厅行政处罚裁量基准》"


def test_a_named_standard_passes(one, outcome):
    assert outcome("A317", one(STANDARDS, STATUTE, header={"applied_standard": "省", "standard_name": NAME})) == []


def test_claimed_in_the_header_it_is_accused_there(one, outcome):
    made = one(STANDARDS, STATUTE, header={"applied_standard": "市", "standard_name": "无"})
    assert outcome("A317", made) == ["B2 写明执行市标准，没有写标准名称或文号"]


def test_claimed_by_rows_it_is_accused_once_at_the_first(block, benchmark, outcome):
    made = benchmark(
        block(STANDARDS, STATUTE, source="省"),
        block(STANDARDS, STATUTE, source="省", number="2", violation="乙"),
    )
    assert outcome("A317", made) == ["I5 写明执行省标准，没有写标准名称或文号"]


def test_own_standards_need_no_name(one, outcome):
    assert outcome("A317", one(STANDARDS, STATUTE)) == []
    assert outcome("A317", one(STANDARDS, STATUTE, source="本单位")) == []
    assert outcome("A317", one(STANDARDS, STATUTE, source="县市场监管局自定")) == []
