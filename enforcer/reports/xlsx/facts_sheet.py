"""事实清单: what may be found to be a fact, and an empty column for what only people may judge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enforcer.domain.sentence import Sentence
from enforcer.reports.xlsx.book import Book, Column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enforcer.reports.sections.facts import Facts


def facts_sheet(book: Book, facts: Facts) -> None:
    """The list. 是否影响平台建设进程 stays empty: the notice leaves it to the office."""
    t = book.translate
    sheet = book.sheet(t("事实清单"))
    columns = (
        Column(t("单位"), 20),
        Column(t("应报事项"), 22),
        Column(t("依据"), 12, "word"),
        Column(t("期限"), 12, "day"),
        Column(t("收到"), 12, "day"),
        Column(t("超期天数"), 9, "number"),
        Column(t("尚欠"), 22),
        Column(t("错误处数"), 9, "number"),
        Column(t("问题"), 40),
        Column(t("是否导入平台"), 10, "word"),
        Column(t("是否影响平台建设进程（由法制办填写）"), 18, "word"),
    )
    book.table(sheet, columns, _rows(book, facts), keep=2)


def clocks_sheet(book: Book, facts: Facts) -> None:
    """登记表报备: since when no inspection log came in, and what is to be verified."""
    t = book.translate
    sheet = book.sheet(t("登记表报备"))
    columns = (
        Column(t("单位"), 20),
        Column(t("起算日期"), 13, "day"),
        Column(t("满一年"), 13, "day"),
        Column(t("满两年"), 13, "day"),
        Column(t("请核实"), 80),
    )
    rows = (
        (one.unit.name, one.clock.since, one.clock.one_year, one.clock.two_years, one.words) for one in facts.clocks
    )
    book.table(sheet, columns, rows, keep=1)


def own_days(facts: Facts) -> Sentence | None:
    """Which obligations are left out because their day is the county's own; None where there is none."""
    if not facts.own_days:
        return None
    return Sentence("本县约定期限的事项不列入事实清单：{titles}。", {"titles": facts.own_days})


def _rows(book: Book, facts: Facts) -> Iterator[tuple[object, ...]]:
    t = book.translate
    for one in facts.rows:
        yield (
            one.unit.name,
            one.title,
            one.clause.number,
            one.due,
            one.received,
            one.days or None,
            one.owed,
            one.errors or None,
            one.faults,
            t("是") if one.feeds_platform else t("否"),
            "",
        )
