"""A313: a basis that only cites leaves nothing to compare with."""

import pytest

STANDARDS = ["处一万元罚款", "处二万元罚款"]


@pytest.mark.parametrize("basis", ["《安全生产法》第九十四条", "《劳动合同法》第92条第1款"])
def test_a_bare_citation_is_pointed_out(one, findings, basis):
    (finding,) = findings("A313", one(STANDARDS, basis=basis))
    assert (finding.place.cell, finding.severity) == ("D5", "info")


def test_the_column_of_the_statutory_fine_answers_for_it(one, outcome):
    assert outcome("A313", one(STANDARDS, "五万元以下", basis="《安全生产法》第九十四条")) == []


def test_quoted_words_pass(one, outcome):
    basis = "《安全生产法》第九十四条：责令限期改正，可以处五万元以下的罚款。"
    assert outcome("A313", one(STANDARDS, basis=basis)) == []


def test_a_blank_basis_is_left_to_a306(one, outcome):
    assert outcome("A313", one(STANDARDS, basis="")) == []
