"""可供认定的事实清单, 年度考核计分 and 说明 in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.domain.sentence import Sentence
from enforcer.reports.punctuation import labelled
from enforcer.reports.xlsx.facts_sheet import own_days
from enforcer.reports.xlsx.points_sheet import arithmetic

if TYPE_CHECKING:
    from enforcer.reports.contents import Contents
    from enforcer.reports.sections.facts import Facts
    from enforcer.reports.wiki.page import Page

_SHOWN: Final = 12


def facts(page: Page, contents: Contents) -> None:
    """The list, with the column that the office fills in left empty; then the clocks, worded as 请核实."""
    t, made = page.translate, contents.facts
    if made.rows:
        page.paragraph(t("只列事实，不作认定。末栏由法制办填写。"))
        _rows(page, made)
    else:
        page.paragraph(t("没有这样的事实。"))
    own = own_days(made)
    if own is not None:
        page.paragraph(own)
    page.heading(3, t("执法检查登记表报备情况（请核实）"))
    page.items(labelled(one.unit.name, one.words, t) for one in made.clocks)


def _rows(page: Page, made: Facts) -> None:
    t = page.translate
    page.table(
        (
            t("单位"),
            t("应报事项"),
            t("依据"),
            t("期限"),
            t("收到"),
            t("超期天数"),
            t("尚欠"),
            t("错误处数"),
            t("是否导入平台"),
            t("是否影响平台建设进程"),
        ),
        "llcccrlrcc",
        (
            (
                one.unit.name,
                one.title,
                one.clause.number,
                one.due or "",
                one.received or "",
                one.days or "",
                one.owed,
                one.errors or "",
                t("是") if one.feeds_platform else t("否"),
                "",
            )
            for one in made.rows
        ),
    )


def points(page: Page, contents: Contents) -> None:
    """The county's points with their arithmetic, or that it set none."""
    t, made = page.translate, contents.points
    if made is None:
        page.paragraph(t("未设置计分标准"))
        return
    page.table(
        (t("单位"), t("得分"), t("算式")),
        "lrl",
        ((one.unit.name, str(one.points), arithmetic(made.full, one.deductions, one.points)) for one in made.units),
    )


def making(page: Page, contents: Contents) -> None:
    """How the report was made, the files by the beginning of their hashes, and what was not read."""
    t, made = page.translate, contents.making
    notice = {"title": made.notice.title, "number": made.notice.number}
    page.items(
        (
            Sentence("通知：{title}（{number}）", notice),
            Sentence("截至：{day}", {"day": made.day}),
            Sentence(
                "程序版本：enforcer {version}；规则版本：{ruleset}", {"version": made.version, "ruleset": made.ruleset}
            ),
            Sentence("台账：{head}", {"head": made.head or t("没有台账：按文件夹里的文件直接核对")}),
            Sentence(
                "依据的法律条文：{laws}",
                {
                    "laws": [
                        Sentence("{number}（{since}起）", {"number": one.clause.number, "since": one.since})
                        for one in made.laws
                    ]
                },
            ),
        )
    )
    if made.files:
        page.heading(3, t("文件"))
        page.table(
            (t("单位"), t("应报事项"), t("文件"), t("回执号"), t("收到"), "SHA-256"),
            "lllccl",
            ((one.unit.name, one.title, one.name, one.number, one.received, one.sha256[:_SHOWN]) for one in made.files),
        )
    if made.unread:
        page.heading(3, t("没有读、没有计入的，及其原因"))
        page.table(
            (t("单位"), t("没有读的"), t("原因")), "lll", ((one.unit.name, one.what, one.reason) for one in made.unread)
        )
