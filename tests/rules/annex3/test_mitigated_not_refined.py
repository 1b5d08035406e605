"""A310: where the item's own legal text says 减轻, that is refined too."""

MITIGATING = "《某某条例》第九条：处一万元以上五万元以下罚款；主动消除危害后果的，从轻或者减轻处罚。"
STANDARDS = ["处一万元罚款", "处二万元罚款"]


def test_a_law_that_mitigates_without_such_a_tier_is_pointed_out(one, findings):
    (finding,) = findings("A310", one(STANDARDS, basis=MITIGATING))
    assert (finding.place.cell, finding.severity) == ("D5", "info")
    assert finding.message.render() == "法定依据规定了减轻处罚，“未按规定建立台账”没有列出减轻阶次"


def test_with_such_a_tier_it_passes(one, outcome):
    assert outcome("A310", one(["处五千元罚款", "处一万元罚款"], basis=MITIGATING, tiers=["减轻", "从轻"])) == []


def test_a_law_that_does_not_mitigate_asks_for_nothing(one, outcome):
    assert outcome("A310", one(STANDARDS, "处一万元以上五万元以下罚款")) == []


def test_higher_standards_are_not_the_units_to_refine(one, outcome):
    assert outcome("A310", one(STANDARDS, basis=MITIGATING, source="省")) == ["C5? 执行省市标准，仅核对引用"]
