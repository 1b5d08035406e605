"""Sanctions beside the fine."""

import pytest

from enforcer.annexes.sanctions import heavier, names_sanction


@pytest.mark.parametrize(
    ("one", "other", "more"),
    [
        ("处五万元罚款，并责令停产停业", "处五万元罚款", True),
        ("没收违法所得，处五万元罚款，吊销许可证", "没收违法所得，处五万元罚款", True),
        ("处五万元罚款", "处五万元罚款", False),
        ("处五万元罚款", "处五万元罚款，吊销许可证", False),
        ("处五万元罚款，吊销许可证", "处五万元罚款，没收违法所得", False),
    ],
)
def test_more_sanctions_are_heavier(one, other, more):
    assert heavier(one, other) is more


@pytest.mark.parametrize(
    ("text", "named"),
    [("给予警告", True), ("责令限期改正", True), ("从轻处罚", False), ("处一万元罚款", False), ("", False)],
)
def test_whether_another_sanction_is_named(text, named):
    assert names_sanction(text) is named
