"""XML spreadsheets of 2003, as web systems export them under the name .xls."""

from collections.abc import Callable
from datetime import date

import pytest

from enforcer.workbook.book import Book, Merge

SHEET = """<?xml version="1.0" encoding="{encoding}"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<CustomDocumentProperties xmlns="urn:schemas-microsoft-com:office:office">
<unit>县安监局</unit></CustomDocumentProperties>
<Worksheet ss:Name="人员"><Table><Column ss:Index="2" ss:Hidden="1" ss:Span="1"/>
<Row><Cell ss:MergeAcross="2"><Data ss:Type="String">登记表</Data></Cell>
<Cell><Data ss:Type="Number">5</Data></Cell></Row>
<Row ss:Index="4" ss:Hidden="1"><Cell ss:Index="2"><ss:Data ss:Type="String">张<B>三</B></ss:Data>
<Comment><ss:Data>批注</ss:Data></Comment></Cell>
<Cell><Data ss:Type="DateTime">2014-06-30T00:00:00.000</Data></Cell></Row>
<Row><Cell><Data ss:Type="Error">#REF!</Data></Cell>
<Cell ss:Formula="=1+1"/><Cell><Data ss:Type="Boolean">1</Data></Cell>
<Cell><Data ss:Type="Number">x</Data></Cell></Row>
</Table></Worksheet>
<Worksheet ss:Name="藏"><Table/><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>
</Workbook>"""


@pytest.mark.parametrize(("declared", "encoding"), [("UTF-8", "utf-8"), ("gb2312", "gbk"), ("UTF-16", "utf-16")])
def test_cells_stand_where_the_file_puts_them(book: Callable[..., Book], declared: str, encoding: str) -> None:
    read = book(SHEET.format(encoding=declared).encode(encoding), "人员.xls")
    first = read.sheets[0]
    assert read.kind == "xml"
    assert first.at(1, 1) == "登记表"
    assert first.at(1, 4) == 5.0
    assert first.at(4, 2) == "张三"
    assert first.at(4, 3) == date(2014, 6, 30)
    assert (first.at(5, 3), first.at(5, 4)) == (True, "x")
    assert first.errors == {(5, 1): "#REF!"}
    assert first.uncalculated == {(5, 2)}
    assert first.merges == (Merge(1, 1, 1, 3),)
    assert first.hidden_rows == {4}
    assert first.hidden_columns == {2, 3}
    assert read.sheets[1].visibility == "hidden"
    assert read.properties == {"unit": "县安监局"}
    assert len(read.notes) == 1


def test_entities_and_far_corners_are_refused(cause: Callable[..., str]) -> None:
    plain = SHEET.format(encoding="UTF-8")
    hostile = plain.replace("<Workbook", '<!DOCTYPE x [<!ENTITY a "b">]><Workbook', 1)
    assert cause(hostile.encode(), "表.xls") == "hostile_xml"
    far = plain.replace('ss:Index="4"', 'ss:Index="1048576"').replace('<Cell ss:Index="2">', '<Cell ss:Index="16000">')
    assert cause(far.encode(), "表.xls") == "far_cells"
    assert cause(plain.replace('ss:Index="4"', 'ss:Index="99999999"').encode(), "表.xls") == "broken"
    assert cause(plain[:700].encode(), "表.xls") == "broken"
