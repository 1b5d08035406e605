"""The findings as CSV, a row each: UTF-8 with BOM, so that Excel opens it; no cell starts a formula."""

import csv
import io

from enforcer.domain.finding import Finding
from enforcer.domain.sentence import Translate, words
from enforcer.domain.verdict import Verdict
from enforcer.verdicts.grouping import Options, limited

COLUMNS = (
    "文件",
    "附件",
    "单位",
    "年度",
    "代码",
    "名称",
    "级别",
    "状态",
    "处数",
    "工作表",
    "单元格",
    "栏目",
    "所填",
    "问题",
    "应当",
    "改法",
    "依据",
)
GRADES = {"error": "错误", "warning": "提醒", "info": "提示"}
STATES = {"open": "未改", "waived": "已豁免", "explained": "已说明", "trial": "试行"}
BOM = "\ufeff"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def render(verdict: Verdict, options: Options, translate: Translate) -> str:
    """One row a finding, under a header row."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([translate(name) for name in COLUMNS])
    for examined in verdict.files:
        file = (examined.reading.file, examined.reading.annex, examined.unit, examined.year)
        for finding in limited(examined.findings, options.max_per_rule):
            writer.writerow([inert(words(cell)) for cell in (*file, *_row(finding, translate))])
    for finding in limited(verdict.findings, options.max_per_rule):
        writer.writerow([inert(words(cell)) for cell in (finding.place.file, "", "", "", *_row(finding, translate))])
    for finding in limited(verdict.observed, options.max_per_rule):
        place = (finding.place.file, "", translate("各单位之间"), "")
        writer.writerow([inert(words(cell)) for cell in (*place, *_row(finding, translate))])
    return BOM + text.getvalue()


def _row(finding: Finding, translate: Translate) -> tuple[object, ...]:
    return (
        finding.code,
        translate(finding.title),
        translate(GRADES[finding.severity]),
        translate(STATES[finding.state]),
        finding.count,
        finding.place.sheet,
        finding.place.cell,
        finding.field,
        finding.value,
        finding.message.render(translate),
        finding.expected.render(translate),
        finding.remedy.render(translate),
        finding.clause.number,
    )


def inert(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text
