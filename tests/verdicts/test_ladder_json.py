"""The ladder as plain values."""

import json

import pytest

from enforcer.annexes.benchmark import violations
from enforcer.verdicts.ladder_json import ladder_values


@pytest.fixture
def values(reading, dossier):
    """values(statute, standards) is one violation as JSON would hold it, sent through JSON and back."""

    def made(statute, standards, tiers=("从轻", "较轻", "一般")):
        item = {"number": "3", "violation": "甲", "legal_basis": "《甲法》第一条", "statutory_fine": statute}
        rows = [{**item, "tier": tier, "standard": one} for tier, one in zip(tiers, standards, strict=False)]
        (violation,) = violations(dossier(reading(3, rows)))
        plain = ladder_values(violation, 20)
        assert json.loads(json.dumps(plain, ensure_ascii=False)) == plain
        return plain

    return made


def test_a_sum_is_in_yuan_with_its_floor_and_width(values):
    made = values("处五万元以下罚款", ["处八千元以上二万元以下罚款"])
    (ladder,) = made["ladders"]
    assert (ladder["unit"], ladder["statutory"][0]["floor"]) == ("元", 10000)
    (tier,) = ladder["tiers"]
    assert (tier["low"], tier["high"], tier["width"], tier["statutory_width"]) == (8000, 20000, 12000, 50000)
    assert (tier["share_percent"], tier["level"], tier["cell"]) == (24, "lenient", "裁量基准!H5")


def test_a_ratio_is_in_the_units_of_the_law(values):
    made = values("处工程造价百分之二以上百分之四以下罚款", ["处工程造价百分之二点五罚款"])
    (ladder,) = made["ladders"]
    assert (ladder["unit"], ladder["base"], ladder["tiers"][0]["low"]) == ("%", "工程造价", 2.5)


def test_gaps_overlaps_and_falls_are_listed(values):
    statute = "处一万元以上五万元以下罚款"
    gap = values(statute, ["处一万元以上二万元以下罚款", "处三万元以上四万元以下罚款"])["ladders"][0]["gaps"]
    assert [(one["low"], one["low_inclusive"], one["high"]) for one in gap] == [(20000, False, 30000)]
    overlap = values(statute, ["处一万元以上三万元以下罚款", "处二万元以上四万元以下罚款"])["ladders"][0]["overlaps"]
    assert [(one["lower"], one["upper"], one["low"]) for one in overlap] == [("从轻", "较轻", 20000)]
    fall = values(statute, ["处三万元罚款", "处二万元罚款"])["ladders"][0]["not_ascending"]
    assert [(one["lower"], one["upper"]) for one in fall] == [("从轻", "较轻")]


def test_tiers_without_a_fine_and_a_law_without_words_are_said(values):
    made = values("", ["警告", "处一万元罚款"])
    assert made["statute"]["knowledge"] == "unstated"
    assert [one["standard"] for one in made["without_fine"]] == ["警告"]
    assert made["ladders"][0]["statutory"] == []
