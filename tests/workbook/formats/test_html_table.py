"""HTML tables under a spreadsheet's name, as web systems export them."""

from collections.abc import Callable

import pytest

from enforcer.workbook.book import Book, Merge

PAGE = """<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv="Content-Type"
content="text/html; charset={charset}"><style>td {{ mso-number-format:"\\@" }}</style><title>无关</title></head><body>
<table border=1><caption>人员登记表</caption>
<tr><th rowspan=2>姓 名</th><th colspan="2">证 件<br>信息</th></tr>
<tr><th>编号<th>有效期</tr>
<tr><td>张&nbsp;三</td><td>370321&amp;01</td><td> 2014-06-30
  </td></tr>
<tr style="display: none"><td>李四<td x:num>7<td/></tr>
</table>
<script>document.write("<table><tr><td>假</td></tr></table>")</script>
<table><tr><td>第二表<table><tr><td>里表</table></table></body></html>"""


@pytest.mark.parametrize(
    ("charset", "encoding"), [("gb2312", "gbk"), ("utf-8", "utf-8"), ("utf-8", "gbk"), ("gbk", "utf-16")]
)
def test_a_page_is_read_as_a_browser_shows_it(book: Callable[..., Book], charset: str, encoding: str) -> None:
    read = book(PAGE.format(charset=charset).encode(encoding), "人员.xls")
    first, second, inner = read.sheets
    assert read.kind == "html"
    assert first.rows == [
        ["人员登记表", None, None],
        ["姓 名", "证 件\n信息", None],
        [None, "编号", "有效期"],
        ["张 三", "370321&01", "2014-06-30"],
        ["李四", "7", None],
    ]
    assert set(first.merges) == {Merge(2, 1, 3, 1), Merge(2, 2, 2, 3)}
    assert first.hidden_rows == {5}
    assert second.rows == [["第二表"]]
    assert inner.rows == [["里表"]]
    (note,) = read.notes
    assert "HTML" in note.render()
    assert ".xls" in note.render()


def test_cells_step_aside_for_those_that_reach_down_from_above(book: Callable[..., Book]) -> None:
    page = (
        "<table><tr><td>a<td rowspan=3 colspan=2>b<td>c<tr><td>d<td>e"
        "<tr><td rowspan=2>f<td>g<tr><td>h<td>i<td>j</table>"
    )
    assert book(page.encode(), "表.html").sheets[0].rows == [
        ["a", "b", None, "c"],
        ["d", None, None, "e"],
        ["f", None, None, "g"],
        [None, "h", "i", "j"],
    ]


def test_spans_without_measure_are_bounded(book: Callable[..., Book]) -> None:
    page = "<table><tr><td colspan=999999999>a<td rowspan=-1>b<td rowspan=x>c</table>"
    (only,) = book(page.encode(), "表.html").sheets
    assert (only.at(1, 1), only.at(1, 1001), only.at(1, 1002)) == ("a", "b", "c")


def test_a_page_without_tables_is_no_table(cause: Callable[..., str]) -> None:
    assert cause("<html><body>系统超时，请重新登录</body></html>".encode("gbk"), "人员.xls") == "no_table"
