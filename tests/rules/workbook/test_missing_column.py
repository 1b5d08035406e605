"""W003: each column that an annex requires must be there; optional ones may be missing."""

import pytest

from enforcer.forms import load_form, load_forms

ELEMENTS = [(form.annex, key) for form in load_forms() for key in form.elements]
OPTIONAL = [(form.annex, column.key) for form in load_forms() for column in form.columns if not column.element]


@pytest.mark.parametrize(("annex", "key"), ELEMENTS)
def test_a_required_column_that_is_missing_is_accused_at_the_header(filled, judge, annex, key):
    (finding,) = judge("W003", filled(annex, {}, missing=[key], header_rows=(3, 4))).all_findings()
    assert (finding.place.row, finding.place.column, finding.field) == (4, None, key)
    assert finding.message.render() == f"表中没有“{load_form(annex).column(key).header}”一栏"
    assert finding.severity == "error"


@pytest.mark.parametrize(("annex", "key"), OPTIONAL)
def test_an_optional_column_may_be_missing(filled, cells, annex, key):
    assert cells("W003", filled(annex, {}, missing=[key])) == []


def test_each_missing_column_is_told(filled, judge):
    found = list(judge("W003", filled(1, {}, missing=["basis", "target"])).all_findings())
    assert [one.field for one in found] == ["basis", "target"]
    assert found[0].clause.number == "二（二）"


def test_the_element_rule_is_silent_about_it(filled, cells):
    assert cells("A101", filled(1, dict.fromkeys(load_form(1).elements[1:], "填"), missing=["basis"])) == []


def test_a_nil_return_needs_no_columns(reading, dossier, cells):
    assert cells("W003", dossier(reading(3, missing=["tier"], nil=reading(3).place))) == []


@pytest.mark.parametrize(
    ("tiers", "accused"),
    [
        (["从轻：初次违法", "较轻（再次违法）"], []),
        (["从轻：初次违法", "较轻"], ["4"]),
        (["从轻", "较轻"], ["4"]),
        ([], ["4"]),
    ],
)
def test_conditions_may_stand_in_the_cells_of_the_tiers(reading, dossier, cells, tiers, accused):
    rows = [{"violation": "无证上岗", "tier": tier, "standard": "处一万元罚款"} for tier in tiers]
    made = dossier(reading(3, rows, missing=["conditions"], header_rows=(4,)))
    assert cells("W003", made) == accused
