"""W007: a blank of another edition is told; a form without a mark is not."""

from enforcer.domain.reading import Mark
from enforcer.forms import load_form

CURRENT = load_form(1).edition


def test_an_older_edition_is_accused(filled, judge):
    (finding,) = judge("W007", filled(1, {}, mark=Mark(1, "2013.2", None, None))).all_findings()
    assert finding.message.render() == f"填写的是2013.2版表样，现用的是{CURRENT}版"
    assert finding.severity == "warning"


def test_the_current_edition_and_a_form_without_mark_are_not_accused(filled, cells):
    assert cells("W007", filled(1, {}, mark=Mark(1, CURRENT, None, None))) == []
    assert cells("W007", filled(1, {})) == []


def test_the_mark_of_another_annex_in_the_same_workbook_is_no_matter(filled, cells):
    assert cells("W007", filled(1, {}, mark=Mark(2, "2013.2", None, None))) == []


def test_a_mark_without_an_edition_is_not_accused(filled, cells):
    assert cells("W007", filled(1, {}, mark=Mark(1, "", None, None))) == []
