"""What holds for any two tables: nothing changes by itself, rows may be shuffled, and both directions mirror."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SETTINGS = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
WORDS = st.sampled_from(["", "甲", "乙厂", "丙 公司", "处8000元罚款", "处一万元以上2万元以下罚款", "无", "3月", "同上"])
KEYS = {
    1: ("kind", "basis", "period", "place", "matter", "target", "inspectors"),
    2: ("step", "manner", "time_limit", "handlers"),
    3: ("violation", "legal_basis", "tier", "conditions", "standard"),
    4: ("name", "id_number", "credential", "post", "valid_until"),
}
ANNEXES = pytest.mark.parametrize("annex", KEYS)


def shuffle(seed, rows):
    Random(seed).shuffle(rows)


def tables(annex):
    return st.lists(st.fixed_dictionaries(dict.fromkeys(KEYS[annex], WORDS)), max_size=6)


@ANNEXES
@SETTINGS
@given(data=st.data())
def test_a_table_compared_with_itself_has_no_change(changed, annex, data):
    rows = data.draw(tables(annex))
    found = changed(annex, rows, [dict(row) for row in rows])
    assert (found.same, found.moved) == (True, 0)


@ANNEXES
@SETTINGS
@given(data=st.data(), seed=st.integers(0, 2**16))
def test_both_directions_mirror(changed, annex, data, seed):
    old = data.draw(tables(annex))
    new = [dict(row) for row in old]
    shuffle(seed, new)
    new = data.draw(tables(annex)) + new[:3]
    there, back = changed(annex, old, new), changed(annex, new, old)
    assert places(there, "added", "new") == places(back, "removed", "old")
    assert places(there, "removed", "old") == places(back, "added", "new")
    assert fields(there, "old", "new") == fields(back, "new", "old")
    assert there.moved == back.moved


@pytest.mark.parametrize("annex", [1, 4])
@SETTINGS
@given(data=st.data(), seed=st.integers(0, 2**16))
def test_rows_in_another_order_are_no_change(changed, annex, data, seed):
    rows = data.draw(tables(annex))
    shuffled = [dict(row) for row in rows]
    shuffle(seed, shuffled)
    assert changed(annex, rows, shuffled).same


@SETTINGS
@given(seed=st.integers(0, 2**16))
def test_tiers_and_items_in_another_order_are_no_change(changed, item, seed):
    rows = item(1, "甲") + item(2, "乙") + item(3, "丙", item_code="3")
    shuffled = [dict(row) for row in rows]
    shuffle(seed, shuffled)
    assert changed(3, rows, shuffled).same


@SETTINGS
@given(order=st.permutations(["检查登记", "立案", "调查", "决定", "送达"]))
def test_steps_in_another_order_change_nothing_but_the_order(changed, order):
    rows = [{"procedure": "一般程序", "step": step, "manner": f"{step}方式"} for step in order]
    first = sorted(rows, key=lambda row: row["step"])
    changes = changed(2, first, rows).changes
    assert all(not change.fields and not change.parts and change.notes for change in changes)
    assert bool(changes) == (rows != first)


def places(annex, kind, side):
    """Where the entries of that kind stand on that side, those inside other entries too."""

    def walk(changes):
        for change in changes:
            if change.kind == kind:
                yield getattr(change, side)
            yield from walk(change.parts)

    return sorted(walk(annex.changes))


def fields(annex, one, other):
    """Each field that differs, with its words on both sides."""

    def walk(changes):
        for change in changes:
            yield from ((field.key, getattr(field, one), getattr(field, other)) for field in change.fields)
            yield from walk(change.parts)

    return sorted(walk(annex.changes))
