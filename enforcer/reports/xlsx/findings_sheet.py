"""问题明细: every finding, a row each, to be filtered and sorted."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from enforcer.forms import load_form
from enforcer.reports.xlsx.book import A3, Book, Column
from enforcer.reports.xlsx.colours import FINDING_TINTS, GRADE_TINTS
from enforcer.verdicts.as_csv import GRADES, STATES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from enforcer.reports.contents import Contents
    from enforcer.reports.gathering import Found

_GRADE, _STATE = 6, 7


def findings_sheet(book: Book, contents: Contents, titles: Mapping[str, str]) -> None:
    """All findings; `titles` has the obligations' titles by key."""
    t = book.translate
    sheet = book.sheet(t("问题明细"), paper=A3)
    columns = (
        Column(t("序号"), 7, "number"),
        Column(t("单位"), 18),
        Column(t("应报事项"), 18),
        Column(t("附件"), 6, "number"),
        Column(t("代码"), 8, "word"),
        Column(t("问题名称"), 20),
        Column(t("级别"), 8, "word"),
        Column(t("状态"), 9, "word"),
        Column(t("处数"), 7, "number"),
        Column(t("文件"), 24),
        Column(t("工作表"), 14),
        Column(t("单元格"), 9, "word"),
        Column(t("栏目"), 14),
        Column(t("所填"), 24),
        Column(t("问题"), 48),
        Column(t("应当"), 32),
        Column(t("改法"), 32),
        Column(t("依据"), 14),
        Column(t("单位说明"), 24),
    )
    after = book.table(sheet, columns, _rows(book, contents, titles), keep=2)
    book.tints(sheet, (1, _GRADE, after, _GRADE), ((t(GRADES[key]), tint) for key, tint in GRADE_TINTS.items()))
    book.tints(sheet, (1, _STATE, after, _STATE), ((t(STATES[key]), tint) for key, tint in FINDING_TINTS.items()))


@cache
def _headers(annex: int | None) -> Mapping[str, str]:
    """What the columns of that annex are called, by the key that a finding names them by."""
    if annex is None:
        return {}
    form = load_form(annex)
    return {**{one.key: one.label for one in form.header}, **{one.key: one.header for one in form.columns}}


def _rows(book: Book, contents: Contents, titles: Mapping[str, str]) -> Iterator[tuple[object, ...]]:
    for number, found in enumerate(contents.findings, 1):
        yield (number, *_row(book, found, titles))


def _row(book: Book, found: Found, titles: Mapping[str, str]) -> tuple[object, ...]:
    t, finding = book.translate, found.finding
    return (
        found.unit.name,
        titles.get(found.obligation or "", ""),
        found.annex,
        finding.code,
        t(finding.title),
        t(GRADES[finding.severity]),
        t(STATES[finding.state]),
        finding.count,
        found.file,
        finding.place.sheet,
        finding.place.cell,
        t(_headers(found.annex).get(finding.field or "", "")),
        finding.value,
        finding.message,
        finding.expected,
        finding.remedy,
        finding.clause.number,
        finding.explanation,
    )
