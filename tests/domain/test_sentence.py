"""Sentences are templates and values until the last moment."""

from datetime import date
from fractions import Fraction

import pytest

from enforcer.domain.sentence import Sentence, number


def test_values_are_worded_and_inner_sentences_translated():
    inner = Sentence("检查时间")
    outer = Sentence(
        "{field}：{days}，{ratio}倍，{names}",
        {"field": inner, "days": date(2014, 6, 30), "ratio": Fraction(1, 2), "names": ["甲", "乙"]},
    )
    assert outer.render() == "检查时间：2014-06-30，0.5倍，甲、乙"
    english = {
        "检查时间": "period",
        "{field}：{days}，{ratio}倍，{names}": "{field}: {days}, {ratio}x, {names}",
        "、": ", ",
    }
    assert outer.render(lambda text: english.get(text, text)) == "period: 2014-06-30, 0.5x, 甲, 乙"


def test_braces_typed_by_a_clerk_are_no_template():
    assert Sentence("所填“{value}”", {"value": "{x} {0} }{"}).render() == "所填“{x} {0} }{”"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (10000, "10000"),
        (Fraction(1, 2), "0.5"),
        (Fraction(1, 3), "1/3"),
        (Fraction(7, 40), "0.175"),
        (Fraction(6, 3), "2"),
    ],
)
def test_numbers_are_written_exactly(value, written):
    assert number(value) == written
