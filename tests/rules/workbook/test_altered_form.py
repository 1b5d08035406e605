"""W011: how a form differs from the blank it was is told in the reader's own sentence, as a note."""

from enforcer.domain.reading import Alteration
from enforcer.domain.row import Place
from enforcer.domain.sentence import Sentence

SHEET = Place("annex1.xlsx", "检查计划")


def test_each_alteration_speaks_its_own_sentence(filled, judge):
    changes = (
        Alteration(SHEET, Sentence("删除了“{field}”一栏", {"field": "备注"})),
        Alteration(SHEET._replace(row=6, column=2), Sentence("公式被覆盖")),
    )
    found = list(judge("W011", filled(1, {}, alterations=changes)).all_findings())
    assert [one.message.render() for one in found] == ["表样被改动：删除了“备注”一栏", "表样被改动：公式被覆盖"]
    assert [one.place.cell for one in found] == [None, "B6"]
    assert {one.severity for one in found} == {"info"}


def test_a_form_as_it_was_issued_is_not_altered(filled, cells):
    assert cells("W011", filled(1, {})) == []
