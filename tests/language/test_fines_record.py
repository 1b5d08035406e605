"""Fines as JSON with exact numbers."""

import json
from decimal import Decimal
from fractions import Fraction

import pytest

from enforcer.domain.fine import Fine, UnreadFine
from enforcer.language.fines import dumps, fine_to_json, read_fines


def test_a_fine_has_the_fields_of_a_record() -> None:
    (fine,) = read_fines("逾期不改正的，对个人处每株五十元以上二百元以下罚款，但最高不超过一千元。")
    assert fine_to_json(fine) == {
        "basis": "amount",
        "low": 50,
        "low_inclusive": True,
        "high": 200,
        "high_inclusive": True,
        "unit": "元",
        "base": None,
        "per": "株",
        "target": "个人",
        "condition": "逾期不改正",
        "cap": 1000,
        "span": [7, 25],
    }


def test_floor_and_relation_stand_only_where_they_apply() -> None:
    first, second = map(fine_to_json, read_fines("处五千元以下或者违法所得三倍以下罚款，最低不少于一千元。"))
    assert "relation" not in first
    assert second["relation"] == "or"
    assert second["floor"] == 1000
    assert "cap" not in second


def test_what_is_unread_is_a_record_of_its_own() -> None:
    assert fine_to_json(UnreadFine("数千元罚款", (3, 8))) == {"unread": "数千元罚款", "span": [3, 8]}


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (Fraction(1, 2), "0.5"),
        (Fraction(7, 100), "0.07"),
        (Fraction(1, 8), "0.125"),
        (Fraction(4, 2), "2"),
        (100000000, "100000000"),
        (Fraction(1, 10**20), "0.00000000000000000001"),
        (Fraction(100, 3), '"100/3"'),
    ],
)
def test_numbers_are_written_exactly_or_as_a_fraction(number: int | Fraction, written: str) -> None:
    fine = Fine("percent", None, False, number, True)
    assert dumps(fine_to_json(fine)["high"]) == written


def test_json_is_read_back_by_any_reader() -> None:
    found = [fine_to_json(item) for item in read_fines('处"非法"所得0.5‰以上三倍以下罚款；处数千元罚款。')]
    line = dumps(found)
    assert "\n" not in line
    assert "倍" in line
    assert json.loads(line, parse_float=Decimal) == found


def test_a_float_is_refused_as_it_would_not_be_exact() -> None:
    with pytest.raises(TypeError, match="float"):
        dumps([0.1])


def test_plain_values_are_written_as_json() -> None:
    value = {"a": [None, True, False, -3, Decimal("1.50"), '引"号\n'], "b": ()}
    assert json.loads(dumps(value)) == {"a": [None, True, False, -3, 1.5, '引"号\n'], "b": []}
