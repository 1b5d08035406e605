"""OpenDocument spreadsheets: read in one pass, repeats and all, within bounds."""

import io
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from odf import meta, table, text
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties

from enforcer.workbook.book import Book, Merge, Sheet

MIME = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text", "style", "meta")
)
STRING = '<table:table-cell office:value-type="string"{}><text:p>{}</text:p></table:table-cell>'


def text_cell(words: str, more: str = "") -> str:
    return STRING.format(more, words)


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


@pytest.fixture
def ods(book: Callable[..., Book], make_zip: Callable[..., bytes]) -> Callable[..., Sheet]:
    """ods(rows) is the only sheet of an .ods with these rows."""

    def only(rows: str) -> Sheet:
        return book(make_zip({"mimetype": MIME, "content.xml": content(rows)}), "表.ods").sheets[0]

    return only


def content(rows: str) -> str:
    return (
        f'<office:document-content {NAMES} xmlns:calcext="c"><office:body><office:spreadsheet>'
        f'<table:table table:name="表1">{rows}</table:table></office:spreadsheet></office:body>'
        "</office:document-content>"
    )


def test_a_workbook_by_another_program_is_read(book: Callable[..., Book]) -> None:
    document = OpenDocumentSpreadsheet()
    hidden = Style(name="hidden", family="table")
    hidden.addElement(TableProperties(display="false"))
    document.automaticstyles.addElement(hidden)
    page, other = table.Table(name="计划"), table.Table(name="隐藏", stylename=hidden)
    line = table.TableRow()
    for words in ("甲", "乙"):
        cell = table.TableCell(valuetype="string")
        cell.addElement(text.P(text=words))
        line.addElement(cell)
    line.addElement(table.TableCell(valuetype="float", value="3"))
    line.addElement(table.TableCell(valuetype="date", datevalue="2014-06-30"))
    page.addElement(line)
    document.spreadsheet.addElement(page)
    document.spreadsheet.addElement(other)
    document.meta.addElement(meta.UserDefined(name="enforcer.unit", valuetype="string", text="县安监局"))
    file = io.BytesIO()
    document.save(file)
    read = book(file.getvalue(), "表.ods")
    assert read.kind == "ods"
    assert read.notes == ()
    assert [(one.name, one.visibility) for one in read.sheets] == [("计划", "visible"), ("隐藏", "hidden")]
    assert read.sheets[0].rows == [["甲", "乙", 3.0, date(2014, 6, 30)]]
    assert read.properties["enforcer.unit"] == "县安监局"


@pytest.mark.parametrize(
    ("attributes", "shown", "value"),
    [
        ('office:value-type="float" office:value="3.5"', "3.50", 3.5),
        ('office:value-type="percentage" office:value="0.05"', "5%", 0.05),
        ('office:value-type="float" office:value="NaN"', "无", "无"),
        ('office:value-type="float" office:value="x"', "甲", "甲"),
        ('office:value-type="boolean" office:boolean-value="true"', "TRUE", True),
        ('office:value-type="date" office:date-value="2014-06-30T10:11:12"', "x", datetime(2014, 6, 30, 10, 11, 12)),
        ('office:value-type="date" office:date-value="2014-06-30T00:00:00"', "x", date(2014, 6, 30)),
        ('office:value-type="date" office:date-value="99999-06-30"', "远日", "远日"),
        ('office:value-type="time" office:time-value="PT10H11M12S"', "x", time(10, 11, 12)),
        ('office:value-type="time" office:time-value="PT34H00M00S"', "x", timedelta(hours=34)),
        ('office:value-type="time" office:time-value="PT9999999H"', "x", timedelta(hours=9999999)),
        ('office:value-type="string" office:string-value="真"', "显", "真"),
        ("", "无类型", "无类型"),
    ],
)
def test_values_are_read_by_their_type_and_kept_as_text_where_they_lie(
    ods: Callable[..., Sheet], attributes: str, shown: str, value: object
) -> None:
    read = ods(row(f"<table:table-cell {attributes}><text:p>{shown}</text:p></table:table-cell>"))
    assert read.rows == [[value]]


def test_text_keeps_its_lines_and_spaces_and_nothing_else(ods: Callable[..., Sheet]) -> None:
    cell = (
        '<table:table-cell office:value-type="string"><office:annotation><text:p>批注</text:p></office:annotation>'
        '<text:p>甲<text:s text:c="2"/>乙</text:p><text:p><text:span>丙<text:line-break/>丁</text:span></text:p>'
        "<draw:frame xmlns:draw='d'><text:p>图</text:p></draw:frame></table:table-cell>"
    )
    assert ods(row(cell)).rows == [["甲  乙\n丙\n丁"]]


def test_repeated_cells_and_rows_stand_as_often_as_they_are_repeated(ods: Callable[..., Sheet]) -> None:
    read = ods(
        row('<table:table-cell table:number-columns-repeated="2"/>', more=' table:number-rows-repeated="3"')
        + row(
            "<table:table-cell/>" + text_cell("甲", ' table:number-columns-repeated="2"'),
            more=' table:number-rows-repeated="2"',
        )
    )
    assert (read.first_row, read.first_column) == (4, 2)
    assert read.rows == [["甲", "甲"], ["甲", "甲"]]


def test_the_usual_blank_rest_of_the_sheet_is_no_content(ods: Callable[..., Sheet]) -> None:
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    read = ods(row(text_cell("甲"), blank) + row(blank, more=' table:number-rows-repeated="1048575"'))
    assert read.rows == [["甲"]]


@pytest.mark.parametrize(
    "rows",
    [
        row(text_cell("甲", ' table:number-columns-repeated="999999999"')),
        row(text_cell("甲", ' table:number-columns-repeated="16384"'), more=' table:number-rows-repeated="1048576"'),
        row(text_cell("甲"), more=' table:number-rows-repeated="99999999"'),
        row('<table:table-cell table:formula="of:=1" table:number-columns-repeated="9999"/>',
            more=' table:number-rows-repeated="99999"'),
        row(text_cell("甲")) + row("<table:table-cell/>", more=' table:number-rows-repeated="1000000"')
        + row('<table:table-cell table:number-columns-repeated="1000"/>', text_cell("乙")),
    ],
)  # fmt: skip
def test_repeats_without_measure_are_refused(
    cause: Callable[..., str], make_zip: Callable[..., bytes], rows: str
) -> None:
    assert cause(make_zip({"mimetype": MIME, "content.xml": content(rows)}), "表.ods") == "far_cells"


def test_what_stands_beside_the_values_is_told(ods: Callable[..., Sheet]) -> None:
    read = ods(
        '<table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>'
        "<table:table-header-rows>"
        + row(text_cell("题", ' table:number-columns-spanned="3" table:number-rows-spanned="2"'),
              '<table:covered-table-cell table:number-columns-repeated="2"/>')
        + "</table:table-header-rows>"
        + row(text_cell("甲", ' table:content-validation-name="val1"'), more=' table:visibility="filter"')
        + row('<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""'
              ' calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>',
              '<table:table-cell table:formula="of:=A9" office:value-type="float" office:value="0">'
              '<text:p>#REF!</text:p></table:table-cell><table:table-cell table:formula="of:=1+1"/>')
    )  # fmt: skip
    assert read.merges == (Merge(1, 1, 2, 3),)
    assert read.hidden_rows == {2}
    assert read.hidden_columns == {2, 3}
    assert read.errors == {(3, 1): "#DIV/0!", (3, 2): "#REF!"}
    assert read.formulas == {(3, 1), (3, 2), (3, 3)}
    assert read.uncalculated == {(3, 3)}
    assert read.validations == 1
    assert read.rows[2] == [None, None, None]


def test_a_change_that_was_tracked_is_no_cell(ods: Callable[..., Sheet]) -> None:
    changes = f"<table:tracked-changes>{row(text_cell('旧'))}</table:tracked-changes>"
    assert ods(changes + row(text_cell("新"))).rows == [["新"]]


def test_encrypted_and_entity_bearing_documents_are_refused(
    cause: Callable[..., str], make_zip: Callable[..., bytes]
) -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    assert (
        cause(make_zip({"mimetype": MIME, "META-INF/manifest.xml": manifest, "content.xml": b"\x93\x8f"}))
        == "encrypted"
    )
    hostile = f'<!DOCTYPE x [<!ENTITY a "b">]>{content(row(text_cell("&a;")))}'
    assert cause(make_zip({"mimetype": MIME, "content.xml": hostile})) == "hostile_xml"


def test_a_flat_document_is_read_too(book: Callable[..., Book]) -> None:
    flat = content(row(text_cell("甲"))).replace("office:document-content", "office:document")
    assert book(flat.encode(), "表.fods").sheets[0].rows == [["甲"]]
