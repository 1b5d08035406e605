"""W008: a long number that a spreadsheet stored as a number has lost its last digits."""

import pytest

LOST = [3.7032119010203e17, 370321190102030011, "3.70321E+17", "3.70321190102E+17"]


@pytest.mark.parametrize("typed", LOST)
@pytest.mark.parametrize(("annex", "key"), [(4, "id_number"), (4, "credential"), (2, "credential"), (4, "phone")])
def test_lost_digits_are_accused(filled, judge, annex, key, typed):
    (finding,) = judge("W008", filled(annex, {key: typed})).all_findings()
    assert finding.field == key
    assert finding.severity == "error"
    assert "丢失" in finding.message.render()


def test_a_number_too_long_is_accused_in_any_column(filled, judge):
    (finding,) = judge("W008", filled(3, {"item_code": 3.703210000000001e17})).all_findings()
    assert finding.field == "item_code"


@pytest.mark.parametrize(
    ("annex", "cells_typed"),
    [
        (4, {"id_number": "370321190102030011", "credential": "3703000000000001"}),
        (4, {"id_number": 370321010203001, "credential": 3703000001, "phone": 13800000000}),
        (4, {"id_number": None, "number": 1.0, "birth": 190102}),
        (3, {"standard": "罚款1E+5元", "item_code": 370321}),
        (1, {"period": 41820}),
    ],
)
def test_text_and_short_numbers_are_whole(filled, cells, annex, cells_typed):
    assert cells("W008", filled(annex, cells_typed)) == []


def test_the_id_is_masked_and_the_way_out_told(filled, judge):
    (finding,) = judge("W008", filled(4, {"id_number": 370321190102030011})).all_findings()
    assert finding.message.render() == "“身份证号”按数字存放，第15位以后的数字已经丢失"
    assert "370321190102030" not in (finding.value or "")
    assert "文本格式" in finding.remedy.render()


@pytest.mark.parametrize("typed", LOST)
@pytest.mark.parametrize("key", ["id_number", "credential", "phone"])
def test_it_is_told_once_under_this_code_alone(filled, codes_at, key, typed):
    made = filled(4, {key: typed}, {key: typed})
    for row in made.rows(4):
        assert codes_at(made, row.place(key)) == {"W008"}
