"""汇总, for whoever reads one page only: two sentences, the figures, the faults met most, whom to ring, two charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from enforcer.county.duty_words import STATES
from enforcer.domain.sentence import Sentence
from enforcer.reports.wording import title_of
from enforcer.reports.xlsx.book import Book, Column
from enforcer.reports.xlsx.colours import CHART_COLOURS
from enforcer.verdicts.as_csv import GRADES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from enforcer.reports.contents import Contents

_MOST_FAULTS: Final = 10
_FIRST, _OTHER = 34, 13
_WIDTHS: Final = (_FIRST, *(_OTHER,) * 9)
# A column of that width and a row of one line, as a spreadsheet draws them.
_PIXELS, _ROW_PIXELS = 96, 26


class _Placed(NamedTuple):
    """Where a table's rows stand: the first, and the one after the last."""

    first: int
    after: int


def summary_sheet(book: Book, contents: Contents) -> None:
    """The sheet. The charts draw what its tables show."""
    t = book.translate
    sheet = book.sheet(t("汇总"))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    row = book.line(sheet, 0, title_of(contents, t), "title", _WIDTHS)
    row = book.line(sheet, row, Sentence("截至{day}", {"day": contents.day}), "note", _WIDTHS)
    if contents.is_empty:
        empty = t("单位名录里没有本年度的行政执法单位，没有可以报告的内容。")
        row = book.line(sheet, row, empty, "warning", _WIDTHS)
    for sentence in contents.summary.sentences:
        row = book.line(sheet, row, sentence, "note", _WIDTHS)
    figures = row + 1
    row = _figures(book, sheet, contents, figures)
    states = _states(book, sheet, contents, row + 1)
    faults = _faults(book, sheet, contents, states.after + 1)
    row = _calls(book, sheet, contents, faults.after + 1)
    _next(book, sheet, contents, row + 1)
    _chart_of_states(book, sheet, contents, states, figures)
    _chart_of_faults(book, sheet, contents, faults)


def _figures(book: Book, sheet: Worksheet, contents: Contents, row: int) -> int:
    t = book.translate
    figures, passed = contents.summary.figures, contents.summary.passed
    shown = (
        (t("行政执法单位"), figures.units),
        (t("应报事项"), figures.owed),
        (STATES["on-time"].render(t), figures.on_time),
        (STATES["late"].render(t), figures.late),
        (t("已报（没有期限）"), figures.filed),
        (STATES["returned"].render(t), figures.returned),
        (STATES["overdue"].render(t), figures.overdue),
        (t("未到期或没有期限"), figures.open),
        (STATES["exempt"].render(t), figures.exempt),
        (t("核对材料（份）"), passed.filings),
        (t("首次报送即未发现错误（份）"), passed.passed),
        (t("其中还有未核内容（份）"), passed.with_unexamined),
    )
    return book.table(sheet, (Column(t("指标"), _FIRST), Column(t("数量"), _OTHER, "number")), shown, row, only=False)


def _states(book: Book, sheet: Worksheet, contents: Contents, row: int) -> _Placed:
    """Obligation by state: how many units."""
    t = book.translate
    heads = (
        Column(t("应报事项（单位数）"), _FIRST),
        *(Column(word.render(t), _OTHER, "number") for word in STATES.values()),
    )
    rows = ((one.title, *(one.totals[state] for state in STATES)) for one in contents.matrix.columns)
    after = book.table(sheet, heads, rows, row, only=False)
    total = ((contents.matrix.totals[state], "number", _OTHER) for state in STATES)
    book.row(sheet, after, ((t("合计"), "topic", _FIRST), *total))
    # The next table and the chart beside it begin on a page of their own.
    sheet.set_h_pagebreaks([after + 2])
    return _Placed(row + 1, after)


def _faults(book: Book, sheet: Worksheet, contents: Contents, row: int) -> _Placed:
    t = book.translate
    heads = (
        Column(t("材料中的常见问题"), _FIRST),
        Column(t("处数"), _OTHER, "number"),
        Column(t("单位数"), _OTHER, "number"),
        Column(t("代码"), _OTHER, "word"),
        Column(t("级别"), _OTHER, "word"),
        Column(t("依据"), _OTHER, "word"),
    )
    faults = [one for one in contents.quality.rules if one.open and one.severity != "info" and one.code[0] != "F"]
    worst = sorted(faults, key=lambda one: (-one.units, -one.open, one.code))[:_MOST_FAULTS]
    rows = ((one.title, one.open, one.units, one.code, t(GRADES[one.severity]), one.clause.number) for one in worst)
    # The total of the table above stands in the row between.
    return _Placed(row + 2, book.table(sheet, heads, rows, row + 1, only=False))


def _calls(book: Book, sheet: Worksheet, contents: Contents, row: int) -> int:
    t = book.translate
    heads = (
        Column(t("需要电话催办的单位"), _FIRST),
        Column(t("联系人"), _OTHER, "word"),
        Column(t("电话"), _OTHER, "word"),
        Column(t("最长已过天数"), _OTHER, "number"),
        Column(t("项数"), _OTHER, "number"),
    )
    rows = (
        (one.unit.name, one.unit.contact, one.unit.phone, one.days, len(one.owed)) for one in contents.summary.calls
    )
    return book.table(sheet, heads, rows, row, only=False)


def _next(book: Book, sheet: Worksheet, contents: Contents, row: int) -> int:
    t = book.translate
    heads = (
        Column(t("下一步到期事项"), _FIRST),
        Column(t("期限"), _OTHER, "day"),
        Column(t("还有天数"), _OTHER, "number"),
        Column(t("单位数"), _OTHER, "number"),
        Column(t("期限说明"), _OTHER, "word"),
    )
    rows: Sequence[tuple[object, ...]] = [
        (
            one.title,
            one.day,
            one.days_left,
            len(one.units),
            t("退回重报") if one.again else t("本县约定期限") if one.own_day else "",
        )
        for one in contents.summary.upcoming
    ]
    return book.table(sheet, heads, rows, row, only=False)


def _chart_of_states(book: Book, sheet: Worksheet, contents: Contents, states: _Placed, row: int) -> None:
    """Beside the figures."""
    if states.after <= states.first:
        return
    name = sheet.get_name()
    chart = book.chart("bar", "percent_stacked")
    for column, state in enumerate(STATES, 1):
        if contents.matrix.totals[state]:
            chart.add_series(
                {
                    "name": [name, states.first - 1, column],
                    "categories": [name, states.first, 0, states.after - 1, 0],
                    "values": [name, states.first, column, states.after - 1, column],
                    "fill": {"color": CHART_COLOURS[state]},
                    "border": {"color": "#FFFFFF"},
                    "gap": 30,
                }
            )
    book.finish(chart, book.translate("各应报事项的报送状态（单位占比）"), (_PIXELS * 7, _ROW_PIXELS * 13))
    sheet.insert_chart(row, 3, chart, {"description": contents.summary.sentences[0].render(book.translate)})


def _chart_of_faults(book: Book, sheet: Worksheet, contents: Contents, faults: _Placed) -> None:
    """Beside the table of the faults; below its head when it is short."""
    if faults.after <= faults.first:
        return
    name = sheet.get_name()
    chart = book.chart("bar")
    chart.add_series(
        {
            "name": [name, faults.first - 1, 1],
            "categories": [name, faults.first, 0, faults.after - 1, 0],
            "values": [name, faults.first, 1, faults.after - 1, 1],
            "fill": {"color": "#C55A11"},
            "data_labels": {"value": True},
            "gap": 30,
        }
    )
    book.finish(chart, book.translate("材料中的常见问题（处数）"), (_PIXELS * 4, _ROW_PIXELS * 12), legend=False)
    described = {"description": contents.summary.sentences[1].render(book.translate), "y_offset": 4, "x_offset": 8}
    sheet.insert_chart(faults.first - 1, 6, chart, described)
