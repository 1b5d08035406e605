"""The people of an entry that is several rows high are counted together."""

import pytest

from enforcer.annexes.people import crews


@pytest.fixture
def rows(reading):
    """rows(people of each row, origins of each row): steps of annex 2."""

    def made(people, origins):
        typed = reading(2, [{"step": "调查", "handlers": one} for one in people]).rows
        for row, origin in zip(typed, origins, strict=True):
            row.origins = origin
        return typed

    return made


def test_rows_for_which_a_step_was_typed_once_are_one_crew(rows):
    merged = rows(["张三", "李四", "王五"], [None, {"step": 5}, None])
    assert crews(merged, "handlers", ("step",)) == {5: "张三、李四", 6: "张三、李四"}


def test_the_same_people_filled_down_are_counted_once(rows):
    assert crews(rows(["张三", "张三"], [None, {"step": 5}]), "handlers", ("step",)) == {5: "张三", 6: "张三"}


def test_all_shared_fields_must_have_been_typed_once(rows):
    apart = rows(["张三", "李四"], [None, {"step": 5}])
    assert crews(apart, "handlers", ("step", "manner")) == {}
