"""X004: two units' ladders for one place in the law, side by side where they differ."""

import pytest

from enforcer.annexes.overlaps import overlaps
from enforcer.domain.dossier import County

CODE = "X004"
BASIS = "《安全生产法》第九十四条第一款：可以处五万元以下的罚款"


@pytest.fixture
def found(filed, messages):
    """found(rows, rows) are the messages on units with these items."""
    return lambda *items: messages(
        CODE, *(filed(f"县{name}局", items=rows) for name, rows in zip("甲乙丙", items, strict=False))
    )


def test_both_ladders_stand_side_by_side(found, typed_ladder):
    (message,) = found(typed_ladder(BASIS), typed_ladder("安全生产法第94条第1款", low=11000, step=7000))
    assert message.startswith("疑似同法不同罚：县乙局、县甲局都依据《安全生产法》第94条第1款处罚")
    assert "从轻：10000-18000元、较轻：18000-26000元" in message
    assert "从轻：11000-18000元、较轻：18000-25000元" in message


def test_equal_ladders_in_other_spelling_are_no_difference(found, typed_ladder):
    spelled = [
        {**row, "standard": f"并处{low}元至{low + 8000}元的罚款"}
        for row, low in zip(typed_ladder(BASIS), range(10000, 50000, 8000), strict=True)
    ]
    assert found(typed_ladder(BASIS), spelled) == []


def test_another_article_is_not_compared(found, typed_ladder):
    assert found(typed_ladder(BASIS), typed_ladder(BASIS.replace("九十四", "九十五"), low=11000)) == []


@pytest.mark.parametrize(
    "change",
    [
        {
            "standard": "对个人处1000元以上2000元以下罚款",
            "statutory_fine": "对单位处五万元以下罚款；对个人处五千元以下罚款",
        },
        {"standard": "处违法所得一倍以上二倍以下罚款", "statutory_fine": "处违法所得一倍以上五倍以下罚款"},
        {"standard": "处1000元以上2000元以下罚款", "statutory_fine": "五千元以下"},
        {"standard": "警告"},
        {"tier": "第一类情形"},
    ],
)
def test_what_cannot_be_compared_is_no_difference(found, typed_ladder, change):
    units = {"statutory_fine": "对单位处五万元以下罚款；对个人处五千元以下罚款"} if "对个人" in str(change) else {}
    first = typed_ladder(BASIS, **units)
    if units:
        first = [{**row, "standard": "对单位" + row["standard"]} for row in first]
    assert found(first, typed_ladder(BASIS, **change)) == []


def test_a_unit_with_several_violations_differs_only_where_none_agrees(found, typed_ladder):
    several = [*typed_ladder(BASIS, "甲行为"), *typed_ladder(BASIS, "乙行为", low=12000, step=7000)]
    several = [{**row, "number": place // 5 + 1} for place, row in enumerate(several)]
    assert found(several, typed_ladder(BASIS, "丙行为", low=12000, step=7000)) == []
    assert len(found(several, typed_ladder(BASIS, "丙行为", low=13000, step=7000))) == 1


def test_the_same_violation_in_the_same_words_is_compared_first(found, typed_ladder):
    several = [*typed_ladder(BASIS, "甲行为"), *typed_ladder(BASIS, "乙行为", low=12000, step=7000)]
    several = [{**row, "number": place // 5 + 1} for place, row in enumerate(several)]
    assert len(found(several, typed_ladder(BASIS, "甲行为", low=12000, step=7000))) == 1


def test_of_three_units_only_those_that_differ_meet(filed, seen, typed_ladder):
    items = (typed_ladder(BASIS), typed_ladder(BASIS), typed_ladder(BASIS, low=11000, step=7000))
    units = [filed(name, items=rows) for name, rows in zip(("县甲局", "县乙局", "县丙局"), items, strict=True)]
    (one,) = overlaps(County("桓台县", units[0].day, tuple(units)), "law")
    assert one.pairs == (("县丙局", "县乙局"), ("县丙局", "县甲局"))
    assert one.units == ("县丙局", "县乙局", "县甲局")
