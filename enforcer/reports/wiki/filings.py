"""The one page and 单位 × 应报事项 in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enforcer.county.duty_words import COPIES, STATES
from enforcer.domain.sentence import Sentence
from enforcer.reports.punctuation import labelled
from enforcer.reports.wiki.page import Page, dash
from enforcer.reports.xlsx.matrix_sheet import cell_words

if TYPE_CHECKING:
    from enforcer.reports.contents import Contents
    from enforcer.reports.sections.matrix import Matrix


def summary(page: Page, contents: Contents) -> None:
    """Two sentences, the figures by obligation, whom to ring, what is next."""
    t = page.translate
    for sentence in contents.summary.sentences:
        page.paragraph(sentence)
    shown = [state for state in STATES if contents.matrix.totals[state]]
    rows: list[tuple[object, ...]] = [
        (one.title, one.due or "", *(dash(one.totals[state]) for state in shown)) for one in contents.matrix.columns
    ]
    rows.append((t("合计"), "", *(contents.matrix.totals[state] for state in shown)))
    heads = (t("应报事项（单位数）"), t("期限"), *(STATES[state].render(t) for state in shown))
    page.table(heads, "lc" + "r" * len(shown), rows)
    if contents.summary.calls:
        page.heading(3, t("需要电话催办的单位"))
        page.table(
            (t("单位"), t("联系人"), t("电话"), t("项数"), t("最长已过天数")),
            "lccrr",
            (
                (one.unit.name, one.unit.contact, one.unit.phone, len(one.owed), one.days)
                for one in contents.summary.calls
            ),
        )
    if contents.summary.upcoming:
        page.heading(3, t("下一步到期事项"))
        page.table(
            (t("期限"), t("应报事项"), t("单位数"), t("期限说明")),
            "clrl",
            (
                (
                    one.day,
                    one.title,
                    len(one.units),
                    t("退回重报") if one.again else t("本县约定期限") if one.own_day else "",
                )
                for one in contents.summary.upcoming
            ),
        )


def matrix(page: Page, contents: Contents) -> None:
    """The matrix with its totals, the copies apart, and why something is not owed."""
    t, made = page.translate, contents.matrix
    heads = (t("单位"), *(one.title.render(t) for one in made.columns), STATES["overdue"].render(t))
    rows = [
        (row.unit.name, *(cell_words(cell, t) for cell in row.cells), dash(row.totals["overdue"])) for row in made.rows
    ]
    page.table(heads, "l" + "c" * len(made.columns) + "r", rows)
    if any(one.paper[0] or one.electronic[0] for one in made.columns):
        _copies(page, made)
    if made.reasons:
        page.heading(3, t("免报"))
        page.items(
            Sentence(
                "[{number}] {units}：{titles}。原因：{reason}。",
                {"number": reason.number, "units": units, "titles": titles, "reason": reason.sentence},
            )
            for reason in made.reasons
            for units, titles in reason.lines
        )
    if made.absent:
        page.paragraph(Sentence("本年度没有单位应报、也没有收到的事项：{titles}", {"titles": made.absent}))


def _copies(page: Page, made: Matrix) -> None:
    """Paper and electronic copy apart; a plain folder knows nothing of either."""
    t = page.translate
    page.heading(3, t("纸质件和电子版"))
    counted = []
    for form, copy in COPIES.items():
        for place, head in enumerate((Sentence("应报"), Sentence("已收"), Sentence("另一种已报，这种未收"))):
            copies = (one.paper if form == "paper" else one.electronic for one in made.columns)
            counted.append((labelled(copy, head, t), *(dash(one[place]) for one in copies)))
    page.table((t("单位数"), *(one.title.render(t) for one in made.columns)), "l" + "r" * len(made.columns), counted)
