"""说明: what the workbook was made of, so that anybody can make it again, and what was not read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from enforcer.domain.sentence import Sentence
from enforcer.reports.punctuation import labelled, noted
from enforcer.reports.wording import title_of
from enforcer.reports.xlsx.book import Book, Column
from enforcer.reports.xlsx.facts_sheet import own_days

_WIDTHS: Final = (24, 70, 15, 13, 70)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enforcer.domain.sentence import Translate
    from enforcer.reports.contents import Contents


def making_sheet(book: Book, contents: Contents) -> None:
    """Topics and what is said of each, then the files, then what was not read."""
    t = book.translate
    sheet = book.sheet(t("说明"))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    topics = (Column(t("项目"), _WIDTHS[0]), Column(t("内容"), _WIDTHS[1]))
    row = book.table(sheet, topics, _topics(contents, book), only=False)
    heads: tuple[tuple[str, Literal["text", "word", "day"]], ...] = (
        (t("单位"), "text"),
        (t("应报事项和文件"), "text"),
        (t("回执号"), "word"),
        (t("收到"), "day"),
        ("SHA-256", "text"),
    )
    files = [Column(head, width, kind) for (head, kind), width in zip(heads, _WIDTHS, strict=True)]
    row = book.table(sheet, files, _files(contents, t), row + 1, only=False)
    unread = (Column(t("单位"), _WIDTHS[0]), Column(t("没有读、没有计入的，及其原因"), _WIDTHS[1]))
    book.table(sheet, unread, _unread(contents, t), row + 1, only=False)


def _files(contents: Contents, t: Translate) -> Iterator[tuple[object, ...]]:
    for one in contents.making.files:
        yield one.unit.name, labelled(one.title, one.name, t), one.number, one.received, one.sha256


def _unread(contents: Contents, t: Translate) -> Iterator[tuple[object, ...]]:
    for one in contents.making.unread:
        yield one.unit.name, labelled(one.what, one.reason, t)


def _topics(contents: Contents, book: Book) -> Iterator[tuple[str, object]]:
    t, making = book.translate, contents.making
    notice = making.notice
    yield t("报告"), title_of(contents, t)
    yield t("截至"), making.day.isoformat()
    yield t("通知"), noted(notice.title, notice.number, t)
    laws = (Sentence("{number}（{since}起）", {"number": one.clause.number, "since": one.since}) for one in making.laws)
    yield t("依据的法律条文"), tuple(laws)
    yield t("程序版本"), f"enforcer {making.version}"
    yield t("规则版本"), making.ruleset
    yield t("台账"), making.head or t("没有台账：按文件夹里的文件直接核对")
    if contents.points is None:
        yield t("年度考核计分"), t("未设置计分标准")
    own = own_days(contents.facts)
    if own is not None:
        yield t("事实清单"), own
    yield t("结论"), t("本工作簿只列事实，不作认定；是否影响平台建设进程、是否通报，由人决定。")
