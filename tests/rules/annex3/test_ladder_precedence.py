"""One fault, one code: what several ladder rules could say of a table is said by one."""

import pytest

STATUTE = "处五万元以下罚款"
FIVE = [
    "处一万元以上一万五千元以下罚款",
    "处一万五千元以上二万元以下罚款",
    "处二万元以上三万元以下罚款",
    "处三万元以上四万元以下罚款",
    "处四万元以上五万元以下罚款",
]


def test_a_sound_ladder_is_not_spoken_of_at_all(one, spoken):
    assert spoken(one(FIVE, STATUTE), infos=True) == []


@pytest.mark.parametrize(
    ("place", "standard", "code"),
    [
        (0, "处一万五千元以下罚款", "A302"),
        (0, "处五千元以上一万五千元以下罚款", "A302"),
        (0, "处五万元以下罚款", "A302"),
        (4, "处四万元以上六万元以下罚款", "A303"),
        (2, "处二万元以上三十万元以下罚款", "A303"),
        (2, "处一万元以上一万二千元以下罚款", "A304"),
        (3, "处二万元以上三万元以下罚款", "A304"),
        (1, "处一万七千元以上二万元以下罚款", "A305"),
        (2, "处五万元以下罚款", "A311"),
        (2, "处违法所得一倍罚款", "A312"),
        (1, "处一万二千元以上二万元以下罚款", "A315"),
    ],
)
def test_one_wrong_standard_is_one_code(one, spoken, place, standard, code):
    standards = list(FIVE)
    standards[place] = standard
    assert set(spoken(one(standards, STATUTE))) == {code}


def test_wider_than_the_law_on_both_sides_is_two_faults(one, spoken):
    standards = list(FIVE)
    standards[0] = "处五千元以上六万元以下罚款"
    assert spoken(one(standards, "处一万元以上五万元以下罚款")) == ["A303", "A309"]


@pytest.mark.parametrize("source", ["省", "市"])
def test_of_higher_standards_only_the_statute_and_the_elements_are_asked(one, spoken, source):
    header = {"standard_name": "《山东省某某裁量基准》"}
    standards = ["处一千元以下罚款", "处三万元罚款", "处二万元罚款", "处一万元以上五万元以下罚款", "处六万元罚款"]
    made = one(standards, "处一万元以上五万元以下罚款", source=source, header=header)
    assert spoken(made) == ["A303", "A309"]
