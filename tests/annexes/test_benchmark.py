"""Annex 3 as records: blocks, sources, tiers."""

import pytest

from enforcer.annexes.benchmark import items_named, read_source, violations

FIVE = ["从轻", "较轻", "一般", "较重", "严重"]


def rows(number, violation, tiers=FIVE, basis="《甲法》第一条", **more):
    return [
        {
            "number": number,
            "violation": violation,
            "legal_basis": basis,
            "tier": tier,
            "standard": "处一万元罚款",
            **more,
        }
        for tier in tiers
    ]


@pytest.fixture
def blocks(reading, dossier):
    """blocks(rows, ...) is how many rows each violation got."""

    def made(*parts, **more):
        found = violations(dossier(reading(3, [row for part in parts for row in part], **more)))
        return [(one.name, len(one.rows)) for one in found]

    return made


def test_consecutive_rows_of_one_item_are_one_violation(blocks):
    assert blocks(rows("1", "甲"), rows("2", "乙")) == [("甲", 5), ("乙", 5)]


def test_the_same_words_under_another_number_are_another_violation(blocks):
    assert blocks(rows("1", "甲"), rows("2", "甲")) == [("甲", 5), ("甲", 5)]


def test_without_numbers_the_violation_alone_tells_them_apart(blocks):
    assert blocks(rows("", "甲"), rows("", "乙")) == [("甲", 5), ("乙", 5)]


def test_small_differences_of_typing_do_not_split_a_block(blocks):
    assert blocks(rows("1", "甲 乙", FIVE[:2]), rows("01", "甲乙", FIVE[2:])) == [("甲 乙", 5)]


def test_an_interrupted_block_goes_on(blocks):
    first = rows("1", "甲")
    assert blocks(first[:2], rows("2", "乙"), first[2:]) == [("甲", 5), ("乙", 5)]


def test_a_repeated_block_is_another_one(blocks):
    assert blocks(rows("1", "甲"), rows("2", "乙"), rows("1", "甲")) == [("甲", 5), ("乙", 5), ("甲", 5)]


def test_another_basis_that_begins_the_tiers_anew_is_another_violation(blocks):
    assert blocks(rows("1", "甲"), rows("1", "甲", basis="《乙法》第二条")) == [("甲", 5), ("甲", 5)]


def test_another_basis_for_the_heavier_tiers_is_the_same_violation(blocks):
    assert blocks(rows("1", "甲", FIVE[:3]), rows("1", "甲", FIVE[3:], basis="《甲法》第一条第二款")) == [("甲", 5)]


def test_tiers_that_begin_anew_under_the_same_basis_stay_one_violation(blocks):
    assert blocks(rows("1", "甲"), rows("1", "甲")) == [("甲", 10)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("", "own"),
        ("本单位", "own"),
        ("本局自定", "own"),
        ("县市场监管局", "own"),
        ("省", "province"),
        ("山东省安监局裁量基准", "province"),
        ("市", "city"),
        ("执行市局标准", "city"),
        ("市场监管总局", "other"),
        ("国家", "other"),
    ],
)
def test_whose_standard_it_is(text, source):
    assert read_source(text) == source


def test_the_rows_decide_before_the_header(reading, dossier):
    made = reading(3, [*rows("1", "甲", source="本单位"), *rows("2", "乙")], header={"applied_standard": "省"})
    assert [one.source for one in violations(dossier(made))] == ["own", "province"]


def test_rows_of_one_block_that_disagree_are_the_units_own(reading, dossier):
    made = reading(3, [*rows("1", "甲", FIVE[:2], source="省"), *rows("1", "甲", FIVE[2:], source="本单位")])
    assert [one.source for one in violations(dossier(made))] == ["own"]


def test_items_are_found_by_number_or_code(reading, dossier):
    made = violations(dossier(reading(3, [*rows("0001", "甲", item_code="C-7"), *rows("2", "乙")])))
    assert [one.name for one in items_named(made, "1")] == ["甲"]
    assert [one.name for one in items_named(made, "c-7")] == ["甲"]
    assert items_named(made, "9") == ()


def test_numbers_typed_as_numbers_are_read(reading, dossier):
    made = reading(3, rows(1.0, "甲", [1, 2, 3, 4, 5]))
    (violation,) = violations(dossier(made))
    assert violation.number == "1"
    assert [tier.standing.order for tier in violation.tiers] == [3, 4, 5, 6, 7]


def test_records_are_made_once(reading, dossier):
    made = dossier(reading(3, rows("1", "甲")))
    assert violations(made) is violations(made)
