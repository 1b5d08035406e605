"""A308: what could not be read is said once, at its cell, as our limit and not their fault."""

import pytest

STATUTE = "处一万元以上五万元以下罚款"


@pytest.mark.parametrize(
    "standard",
    [
        "处一万元以上二万元以下罚款",
        "警告",
        "责令停业整顿",
        "不予处罚",
        "不予罚款",
        "吊销许可证",
        "移送司法机关",
        "",
    ],
)
def test_what_says_a_fine_or_another_sanction_is_read(one, outcome, standard):
    assert outcome("A308", one([standard, "处三万元罚款"], STATUTE)) == []


def test_a_formula_is_said_to_be_unread(one, findings, reasons):
    standard = "处二万元以上三万元以下罚款：每增加1个超标因子增加一万元，每个因子超标每0.2倍增加两万元，不足的向高取整"
    (finding,) = findings("A308", made := one([standard], STATUTE))
    assert (finding.place.cell, finding.severity) == ("H5", "info")
    assert "没有读懂" in finding.message.render()
    assert ("H5", "具体标准中的罚款未能读懂，无法对照") in reasons("A303", made)


def test_a_standard_that_names_neither_fine_nor_sanction_is_said_to_be_unread(one, outcome):
    assert outcome("A308", one(["从轻处罚", "处三万元罚款"], STATUTE)) == [
        "H5 具体标准中没有读出罚款或者其他处罚，这一阶次未作核对"
    ]


def test_an_unread_statute_is_said_once_at_its_cell_and_accuses_nobody(one, findings, spoken):
    standards = [f"处{low}万元以上{low + 1}万元以下罚款" for low in range(1, 6)]
    made = one(standards, "处l0万元以下罚款")
    (finding,) = findings("A308", made)
    assert (finding.place.cell, finding.severity) == ("E5", "info")
    assert spoken(made) == []
