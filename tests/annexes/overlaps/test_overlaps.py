"""The record of overlaps: made once, in one order, whatever the order of units; decisions leave them out."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enforcer.annexes.overlaps import KINDS, doubts, overlaps
from enforcer.annexes.overlaps.likeness import likenesses
from enforcer.domain.dossier import County, Dossier
from enforcer.domain.reading import Reading
from enforcer.domain.row import Row, Table
from enforcer.forms import load_form

DAY = date(2014, 8, 1)
TARGETS = ("危险化学品企业", "危险化学品生产企业", "加油站", "学校", "民办学校", "有关单位", "")
PERIODS = ("3月", "6月", "3月至10月", "每季度一次", "适时")
BASES = ("《安全生产法》第九十四条：处五万元以下的罚款", "安全生产法第94条第1项", "《食品安全法》第85条", "有关规定")


def read(unit, annex, rows):
    form = load_form(annex)
    file = f"{unit}/annex{annex}.xlsx"
    table = Table(file, form.sheet, form, {column.key: place for place, column in enumerate(form.columns, 1)})
    made = tuple(
        Row(table, number, [cells.get(one.key) for one in form.columns]) for number, cells in enumerate(rows, 5)
    )
    return Reading(file, form=form, table=table, rows=made)


def filed(unit, plan=(), items=(), officers=()):
    readings = (read(unit, 1, plan), read(unit, 3, items), read(unit, 4, officers))
    return Dossier(unit, 2014, DAY, "as-of", readings)


def county(*dossiers, distinct=frozenset()):
    return County("桓台县", DAY, dossiers, distinct)


inspection = st.builds(
    lambda target, period: {"target": target, "period": period}, st.sampled_from(TARGETS), st.sampled_from(PERIODS)
)
item = st.builds(
    lambda basis, name, low: {
        "violation": name,
        "legal_basis": basis,
        "tier": "从轻",
        "conditions": "初次",
        "standard": f"处{low}元以上{low + 1000}元以下罚款",
    },
    st.sampled_from(BASES),
    st.sampled_from(("没有标志", "未设标志")),
    st.sampled_from((1000, 2000)),
)
officer = st.builds(
    lambda name, credential: {"name": name, "credential": credential, "valid_until": "2015-08-31"},
    st.sampled_from(("张三", "李四")),
    st.sampled_from(("C-1", "C-2", "")),
)
units = st.lists(
    st.tuples(st.lists(inspection, max_size=3), st.lists(item, max_size=3), st.lists(officer, max_size=2)),
    min_size=2,
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(units, st.randoms(use_true_random=False))
def test_the_order_of_units_changes_nothing(typed, random):
    dossiers = [filed(f"县{'甲乙丙丁'[place]}局", *rows) for place, rows in enumerate(typed)]
    found = overlaps(county(*dossiers))
    random.shuffle(dossiers)
    assert [(one.key, one.subject, one.pairs) for one in overlaps(county(*dossiers))] == [
        (one.key, one.subject, one.pairs) for one in found
    ]
    for one in found:
        assert len(one.units) > 1
        assert one.pairs
        assert {unit for pair in one.pairs for unit in pair} <= set(one.units)
        assert len({one.key for one in found}) == len(found)


@settings(max_examples=30, deadline=None)
@given(units)
def test_whoever_stands_alone_overlaps_with_nobody(typed):
    assert overlaps(county(filed("县甲局", *typed[0]))) == ()


@pytest.fixture
def pair():
    rows = [{"target": "加油站", "period": "3月"}]
    people = [{"name": "张三", "credential": "C-1"}]
    return filed("县甲局", rows, (), people), filed("县乙局", rows, (), people)


def test_a_kind_is_looked_for_once_and_only_where_it_is_asked_for(pair):
    one = county(*pair)
    (target,) = overlaps(one, "target")
    assert overlaps(one, "target")[0] is target
    assert len(one.made) < len(KINDS) + 2
    assert [found.kind for found in overlaps(one)] == ["target", "officer"]


def test_decided_keys_are_left_out(pair):
    (target, person) = overlaps(county(*pair))
    assert overlaps(county(*pair, distinct=frozenset({target.key}))) == (person,)
    assert overlaps(county(*pair, distinct=frozenset({target.key, person.key}))) == ()


def test_what_cannot_be_read_is_told(pair):
    unread = filed("县丙局", [{"target": "加油站", "period": "适时"}])
    assert [one.place.cell for one in doubts(county(*pair, unread), "target")] == ["F5"]
    assert doubts(county(*pair, unread), "law") == ()


def test_two_officers_of_one_name_in_the_same_two_units_have_keys_of_their_own():
    people = [{"name": "张三", "credential": "C-1"}, {"name": "张三", "credential": "C-2"}]
    found = overlaps(county(filed("县甲局", (), (), people), filed("县乙局", (), (), people)))
    assert [one.key.count("-") for one in found] == [1, 2]
    assert found[1].key == f"{found[0].key}-2"


def violation(name, basis="《甲法》第一条"):
    return {"violation": name, "legal_basis": basis, "tier": "从轻", "standard": "警告"}


def test_other_words_for_a_violation_are_listed_with_their_score():
    one = filed("县甲局", (), [violation("未按照规定建立农药进货台账")])
    other = filed(
        "县乙局",
        (),
        [violation("未按规定建立农药进货台帐的", "《乙法》第二条"), violation("擅自占道经营", "《丙法》第三条")],
    )
    (alike,) = likenesses(county(one, other), "violation")
    assert 80 <= alike.score < 100
    assert (alike.one.unit, alike.other.unit) == ("县乙局", "县甲局")
    assert alike.other.words == "未按照规定建立农药进货台账"
    assert likenesses(county(one, other), "violation", least=99) == ()


def test_the_very_same_words_under_two_laws_score_100_and_a_known_overlap_is_not_listed_again():
    one, other = (
        filed(unit, (), [violation("没有标志", law)])
        for unit, law in (("县甲局", "《甲法》第一条"), ("县乙局", "《乙法》第二条"))
    )
    (alike,) = likenesses(county(one, other), "violation")
    assert alike.score == 100
    known = county(*(filed(unit, (), [violation("没有标志")]) for unit in ("县甲局", "县乙局")))
    assert likenesses(known, "violation", overlaps(known, "violation")) == ()


def test_targets_in_other_words_are_listed_for_two_units_only():
    rows = [{"target": "农药经营门店（12家）", "period": "3月"}, {"target": "农药经营店", "period": "9月"}]
    assert likenesses(county(filed("县甲局", rows)), "target") == ()
    (alike,) = likenesses(county(filed("县甲局", rows[:1]), filed("县乙局", rows[1:])), "target")
    assert {alike.one.words, alike.other.words} == {"农药经营门店（12家）", "农药经营店"}
