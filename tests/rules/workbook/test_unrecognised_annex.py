"""W002: what is no annex is never valid; it is told which sheets were seen and how an annex looks."""

import re

from enforcer.domain.reading import Failure, Reading, SkippedSheet
from enforcer.domain.row import Place
from enforcer.domain.sentence import Sentence
from enforcer.forms import load_form, load_forms


def seen(*sheets):
    skipped = tuple(SkippedSheet(Place("名单.xlsx", sheet), Sentence("没有附件的表头")) for sheet in sheets)
    return Reading("名单.xlsx", skipped_sheets=skipped)


def test_the_sheets_that_were_seen_are_named(dossier, judge):
    (finding,) = judge("W002", dossier(seen("Sheet1", "汇总"))).all_findings()
    assert finding.message.render() == "没有找到附件1至附件4的表格，只看到工作表Sheet1、汇总"
    assert finding.severity == "error"


def test_a_file_without_any_sheet_says_so(dossier, sentences):
    assert sentences("W002", dossier(Reading("空.xlsx"))) == ["文件里没有任何可读的表格"]


def test_the_headers_it_names_are_the_forms_own(dossier, judge):
    (finding,) = judge("W002", dossier(seen("Sheet1"))).all_findings()
    named = re.findall(r"附件(\d)有“([^”]*)”", finding.expected.render())
    assert [int(annex) for annex, _ in named] == [form.annex for form in load_forms()]
    for annex, headers in named:
        assert set(headers.split("、")) <= {column.header for column in load_form(int(annex)).columns}


def test_an_annex_that_was_asked_for_but_not_found_is_named(dossier, judge):
    asked = seen("Sheet1")._replace(form=load_form(1))
    (finding,) = judge("W002", dossier(asked)).all_findings()
    assert finding.message.render() == "没有找到附件1的表头，只看到工作表Sheet1"
    assert finding.expected.render() == "附件1的表头应有“检查依据、检查机构、检查人员、检查时间”等栏目"


def test_an_annex_a_failure_a_skipped_file_and_a_nil_return_are_not_accused(reading, dossier, cells):
    failed = Reading("坏.xlsx", failure=Failure("broken", Sentence("文件已损坏"), Sentence("请重新发送")))
    skipped = Reading("~$计划.xlsx", skip=Sentence("这是临时文件"))
    nil = Reading("零报告.xlsx", form=load_form(3), nil=Place("零报告.xlsx", "Sheet1", 3))
    for one in (reading(1), failed, skipped, nil):
        assert cells("W002", dossier(one)) == []
