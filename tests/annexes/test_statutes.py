"""What a table tells of the law behind a violation."""

import pytest

from enforcer.annexes.benchmark import violations


@pytest.fixture
def statute(reading, dossier):
    """statute(basis, range) is the law behind one violation."""

    def made(basis="《某某条例》第五十条", fine="", **more):
        row = {"number": "1", "violation": "甲", "legal_basis": basis, "statutory_fine": fine, **more}
        (violation,) = violations(dossier(reading(3, [{**row, "tier": "从轻", "standard": "处一万元罚款"}])))
        return violation.law

    return made


def test_the_column_of_the_statutory_fine_comes_first(statute):
    found = statute("《某某条例》第五条：处一万元以上三万元以下罚款。", "五万元以下")
    assert [limb.bounds.high for limb in found.limbs] == [50000]
    assert found.source == "statutory_fine"


def test_the_quoted_words_serve_where_the_column_says_nothing(statute):
    for nothing in ("", "无", "/", "见法定依据"):
        found = statute("《某某条例》第五条：处一万元以上三万元以下罚款。", nothing)
        assert [limb.bounds.high for limb in found.limbs] == [30000]
        assert found.source == "legal_basis"


def test_a_target_that_only_the_quoted_words_name_is_added(statute):
    basis = "《某某条例》第五条：处一万元以上三万元以下罚款；对直接负责的主管人员处一千元以上三千元以下罚款。"
    assert [limb.addressee for limb in statute(basis, "一万元以上三万元以下").limbs] == ["any", "staff"]


@pytest.mark.parametrize(
    ("basis", "fine", "knowledge"),
    [
        ("《某某条例》第五十条", "", "unstated"),
        ("《某某条例》第五条：违反规定的，依法处以罚款。", "", "unstated"),
        ("《某某条例》第五条：违反规定的，由主管部门给予警告；情节严重的，吊销许可证。", "", "without-fine"),
        ("《某某条例》第五条：……由主管部门给予警告……", "", "unstated"),
        ("《某某条例》第五十条", "警告", "without-fine"),
        ("《某某条例》第五十条", "l0万元以下", "unread"),
        ("《某某条例》第五十条", "处五万元以下罚款", "read"),
    ],
)
def test_what_is_known_of_the_law(statute, basis, fine, knowledge):
    assert statute(basis, fine).knowledge == knowledge


@pytest.mark.parametrize(
    ("fine", "no_choice"),
    [
        ("处二百元罚款", True),
        ("处二百元罚款；情节严重的，处五百元罚款", True),
        ("处二百元以下罚款", False),
        ("警告", True),
    ],
)
def test_a_law_of_fixed_sums_leaves_no_choice(statute, fine, no_choice):
    assert statute(fine=fine).leaves_no_choice is no_choice


def test_the_words_that_offer_a_warning_or_leave_the_fine_open(statute):
    assert statute(fine="处警告或者五万元以下罚款").offers_warning
    assert statute("《某某条例》第五条：责令改正，可以处五万元以下罚款。").optional
    assert not statute("《某某条例》第五条：责令改正，处五万元以下罚款。").optional


def test_different_answers_in_the_rows_of_a_block_are_all_read(reading, dossier):
    rows = [
        {"number": "1", "violation": "甲", "legal_basis": "《某某条例》第五条", "tier": tier, "statutory_fine": fine}
        for tier, fine in (("从轻", "五万元以下"), ("严重", "逾期不改正的，五万元以上十万元以下"))
    ]
    (violation,) = violations(dossier(reading(3, rows)))
    assert [limb.bounds.high for limb in violation.law.limbs] == [50000, 100000]
