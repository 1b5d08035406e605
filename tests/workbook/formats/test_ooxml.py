"""Workbooks in Office Open XML: what the usual programs write is read cell by cell, with what a reader leaves out."""

import io
from collections.abc import Callable
from datetime import UTC, date, datetime, time

import openpyxl
import pytest
import xlsxwriter
from openpyxl.packaging.custom import IntProperty, StringProperty
from openpyxl.worksheet.datavalidation import DataValidation

from enforcer.workbook.book import Book, Merge, Sheet

Sheets = Callable[..., Sheet]


def saved(workbook: openpyxl.Workbook) -> bytes:
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def test_values_come_as_they_were_typed_at_the_rows_and_columns_that_excel_shows(book: Callable[..., Book]) -> None:
    workbook = openpyxl.Workbook()
    page = workbook.active
    assert page is not None
    page["C5"], page["D5"], page["E5"] = "张三", 7, 0.5
    page["C6"], page["D6"], page["E6"] = True, date(2014, 6, 30), datetime(2014, 6, 30, 9, 30)
    page["C8"], page["E8"] = time(9, 30), " 留白 "
    read = book(saved(workbook)).sheets[0]
    assert (read.first_row, read.first_column) == (5, 3)
    assert read.rows == [
        ["张三", 7.0, 0.5],
        [True, date(2014, 6, 30), datetime(2014, 6, 30, 9, 30)],
        [None, None, None],
        [time(9, 30), None, " 留白 "],
    ]
    assert read.at(6, 4) == date(2014, 6, 30)
    assert read.at(7, 3) is None
    assert read.at(1, 1) is None
    assert read.at(99, 99) is None


def test_blank_cells_between_others_are_none(sheet: Sheets) -> None:
    read = sheet('<row r="1"><c r="A1"><v>1</v></c><c r="C1" t="str"><v></v></c><c r="D1"><v>2</v></c></row>')
    assert read.rows == [[1.0, None, None, 2.0]]


def test_everything_beside_the_values_is_told(book: Callable[..., Book]) -> None:
    workbook = openpyxl.Workbook()
    page = workbook.active
    assert page is not None
    page.title = "计划 & <一>"
    page.append(["题目"])
    page.append(["甲", "乙", "=1+1", "#REF!"])
    page["E9"] = "底"
    page.merge_cells("A1:D1")
    page.merge_cells("B3:B7")
    page.row_dimensions[2].hidden = True
    page.column_dimensions["B"].hidden = True
    page.add_data_validation(DataValidation(type="list", formula1='"甲,乙"', sqref="A2:A9"))
    workbook.create_sheet("隐").sheet_state = "hidden"
    workbook.create_sheet("_标记").sheet_state = "veryHidden"
    workbook.custom_doc_props.append(StringProperty(name="enforcer.unit", value="县安监局"))
    workbook.custom_doc_props.append(IntProperty(name="enforcer.annex", value=1))
    read = book(saved(workbook))
    first = read.sheets[0]
    assert [(one.name, one.index, one.visibility) for one in read.sheets] == [
        ("计划 & <一>", 0, "visible"),
        ("隐", 1, "hidden"),
        ("_标记", 2, "very hidden"),
    ]
    assert set(first.merges) == {Merge(1, 1, 1, 4), Merge(3, 2, 7, 2)}
    assert first.hidden_rows == {2}
    assert first.hidden_columns == {2}
    assert first.errors == {(2, 4): "#REF!"}
    assert first.at(2, 4) is None
    assert first.formulas == first.uncalculated == {(2, 3)}
    assert first.validations == 1
    assert read.properties == {"enforcer.unit": "县安监局", "enforcer.annex": "1"}
    assert read.kind == "xlsx"
    assert read.notes == ()


def test_formulas_with_results_are_told_apart_from_those_without(sheet: Sheets) -> None:
    read = sheet(
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>"x"</f><v>x</v></c>'
        '<c r="C1" t="str"><f>""</f><v></v></c><c r="D1"><f>A1</f></c><c r="E1"><f>A1</f><v/></c>'
        '<c r="F1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="G1"><f t="shared" si="0"/><v>3</v></c>'
        '<c r="H1" s="1"><f t="shared" ref="H1:H2" si="1">A1&gt;0</f><v>4</v></c></row>'
    )
    assert {column for _, column in read.formulas} == set(range(1, 9))
    assert read.uncalculated == {(1, 4), (1, 5)}
    assert read.errors == {(1, 6): "#DIV/0!"}
    assert read.rows[0][:3] == [2.0, "x", None]


def test_a_workbook_by_another_writer_reads_the_same(book: Callable[..., Book]) -> None:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"default_date_format": "yyyy-mm-dd"}) as workbook:
        page = workbook.add_worksheet("人员")
        page.write_row(2, 1, ["姓名", "出生"])
        page.write(3, 1, "李四")
        page.write_datetime(3, 2, datetime(1980, 1, 2, tzinfo=UTC).replace(tzinfo=None))
        page.merge_range("B1:D1", "登记表")
        page.set_row(3, None, None, {"hidden": True})
        page.set_column("F:G", 5, None, {"hidden": True})
        workbook.set_custom_property("annex", "4")
    read = book(file.getvalue())
    assert read.sheets[0].rows == [
        ["登记表", None],
        [None, None],
        ["姓名", "出生"],
        ["李四", date(1980, 1, 2)],
    ]
    assert read.sheets[0].hidden_rows == {4}
    assert read.sheets[0].hidden_columns == {6, 7}
    assert read.properties == {"annex": "4"}


@pytest.mark.parametrize(
    "rows",
    [
        '<x:row r="3"><x:c r="C3" t="str"><x:v>甲</x:v></x:c><x:c r="D3"><x:v>1</x:v></x:c></x:row>',
        "<row r='3'><c r='C3' t='str'><v>甲</v></c><c r='D3'><v>1</v></c></row>",
        '<row\tr = "3" ><c r ="C3" t="str"><v>甲</v></c><c\nr="D3"><v>1</v></c></row>',
        '<row r="3"><c r="c3" t="str"><v>甲</v></c><c r="$D$3"><v>1</v></c></row>',
        '<row r="3"><c t="str" r="C3"><v>甲</v></c><c><v>1</v></c></row>',
        '<row r="2"/><row><c r="C3" t="str"><v>甲</v></c><c r="D3"><v> 1 </v></c></row>',
        '<row r="3"><!-- 注 --><c r="C3" t="str"><v><!-- 注 -->甲</v></c><c r="D3"><v>1</v></c></row>',
        '<row r="3"><c r="&#67;3" t="str"><v>甲</v></c><c r="D3"><v><![CDATA[1]]></v></c></row>',
        '<row r="9"><c r="C3" t="str"><v>甲</v></c><c r="D3"><v>1</v></c></row>',
        (
            '<row r="3"><c r="C3" t="inlineStr"><is><r><t>甲</t></r><rPh sb="0"><t>jia</t></rPh></is></c>'
            "<c r='D3'><v>1</v></c></row>"
        ),
    ],
)
def test_a_sheet_written_in_an_odd_way_reads_as_if_written_plainly(sheet: Sheets, rows: str) -> None:
    plain = sheet('<row r="3"><c r="C3" t="str"><v>甲</v></c><c r="D3"><v>1</v></c></row>')
    odd = sheet(rows)
    assert (odd.rows, odd.first_row, odd.first_column) == (plain.rows, 3, 3) == ([["甲", 1.0]], 3, 3)


def test_odd_writing_does_not_cost_what_stands_beside_the_values(sheet: Sheets) -> None:
    read = sheet(
        "<row r='2' hidden='1'><c r='A2' t='e'><v>#REF!</v></c><c r='B2'><f>A2</f></c>"
        "<c r='C2'><f>1</f><v>1</v></c></row>",
        head="<cols><col min='3' max='4' hidden='true'/></cols>",
        tail="<mergeCells><mergeCell ref='D9:A7'/></mergeCells><dataValidations><dataValidation/></dataValidations>",
    )
    assert read.errors == {(2, 1): "#REF!"}
    assert read.formulas == {(2, 2), (2, 3)}
    assert read.uncalculated == {(2, 2)}
    assert read.hidden_rows == {2}
    assert read.hidden_columns == {3, 4}
    assert read.merges == (Merge(7, 1, 9, 4),)
    assert read.validations == 1


def test_an_error_newer_than_the_reader_costs_its_own_cell_only(sheet: Sheets) -> None:
    read = sheet(
        '<row r="1"><c r="A1" t="e"><f>X()</f><v>#SPILL!</v></c><c r="B1" t="str"><v>乙</v></c>'
        '<c r="C1" s="1"><v>41820</v></c></row>'
    )
    assert read.errors == {(1, 1): "#SPILL!"}
    assert read.at(1, 2) == "乙"
    assert read.at(1, 3) == date(2014, 6, 30)


@pytest.mark.parametrize("written", ["NaN", "inf", "-1e300", "1e999", "-99999999999", "9" * 400, "abc"])
def test_a_number_that_is_none_neither_breaks_the_sheet_nor_comes_out_as_infinite(sheet: Sheets, written: str) -> None:
    read = sheet(f'<row r="1"><c r="A1" s="1"><v>{written}</v></c><c r="B1" s="1"><v>41820</v></c></row>')
    value = read.at(1, 1)
    assert isinstance(value, str) or abs(value) < float("inf")  # type: ignore[arg-type, operator]
    assert read.at(1, 2) == date(2014, 6, 30)


def test_an_id_number_typed_into_a_cell_formatted_as_a_date_stays_a_number(sheet: Sheets) -> None:
    read = sheet('<row r="1"><c r="A1" s="1"><v>370321198001011230</v></c><c r="B1" s="1"><v>20140630</v></c></row>')
    assert read.rows == [[float(370321198001011230), 20140630.0]]


def test_days_may_be_counted_from_1904(
    book: Callable[..., Book],
    make_zip: Callable[..., bytes],
    make_ooxml: Callable[..., dict[str, str]],
    make_sheet: Callable[..., str],
) -> None:
    parts = make_ooxml(
        make_sheet('<row r="1"><c r="A1" s="1"><v>1</v></c></row>'), properties='<workbookPr date1904="1"/>'
    )
    assert book(make_zip(parts)).sheets[0].rows == [[date(1904, 1, 2)]]


def test_formatted_cells_without_content_do_not_stretch_the_sheet(sheet: Sheets) -> None:
    read = sheet(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="A1048576" s="1"/><c r="XFD1048576" s="1"/></row>'
    )
    assert read.rows == [[1.0]]


def test_empty_results_of_formulas_do_not_stretch_the_sheet(sheet: Sheets) -> None:
    far = "".join(
        f'<row r="{row}"><c r="AZ{row}" t="str"><f>""</f><v></v></c></row>' for row in range(900_000, 900_100)
    )
    read = sheet(f'<row r="1"><c r="A1"><v>1</v></c></row>{far}')
    assert read.rows == [[1.0]]
    assert len(read.formulas) == 100
    assert not read.uncalculated


def test_many_columns_and_many_rows_are_read_where_the_cells_are_affordable(sheet: Sheets) -> None:
    wide = sheet('<row r="1"><c r="A1"><v>1</v></c><c r="AAA1"><v>2</v></c></row>')
    assert len(wide.rows[0]) == 703
    tall = sheet('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="B1048576"><v>2</v></c></row>')
    assert tall.at(1_048_576, 2) == 2.0


def test_shared_strings_are_read_whatever_they_hold(sheet: Sheets) -> None:
    rows = (
        '<row r="1">' + "".join(f'<c r="{letter}1" t="s"><v>{n}</v></c>' for n, letter in enumerate("ABCDE")) + "</row>"
    )
    strings = (
        '<sst count="5" uniqueCount="5"><si><t>甲&amp;乙</t></si><si/><si><r><t>丙</t></r><r>'
        '<t xml:space="preserve"> 丁</t></r><rPh sb="0" eb="1"><t>bing</t></rPh></si>'
        "<si><t>行一&#10;行二</t></si><si><t>{}</t></si></sst>"
    )
    assert sheet(rows, strings=strings.format("戊")).rows == [["甲&乙", None, "丙 丁", "行一\n行二", "戊"]]
    assert sheet(rows, strings=strings.format("<![CDATA[<戊>]]><!-- -->")).rows[0][2:] == [
        "丙 丁",
        "行一\n行二",
        "<戊>",
    ]
    prefixed = strings.format("戊").replace("<", "<x:").replace("<x:/", "</x:")
    assert sheet(rows, strings=prefixed).rows == [["甲&乙", None, "丙 丁", "行一\n行二", "戊"]]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "gb18030"])
def test_parts_may_be_written_in_any_honest_encoding(
    book: Callable[..., Book], make_zip: Callable[..., bytes], make_ooxml: Callable[..., dict[str, str]],
    make_sheet: Callable[..., str], encoding: str,
) -> None:  # fmt: skip
    declared = {"utf-8-sig": "UTF-8", "gb18030": "GBK"}.get(encoding, "UTF-16")
    parts = make_ooxml(make_sheet('<row r="1"><c r="A1" t="str"><v>汉字</v></c></row>'))
    written = {
        name: f'<?xml version="1.0" encoding="{declared}"?>\n{part}'.encode(encoding) for name, part in parts.items()
    }
    assert book(make_zip(written)).sheets[0].rows == [["汉字"]]


def test_strict_workbooks_are_read_like_others(
    book: Callable[..., Book], make_zip: Callable[..., bytes], make_ooxml: Callable[..., dict[str, str]],
    make_sheet: Callable[..., str],
) -> None:  # fmt: skip
    parts = make_ooxml(
        make_sheet('<row r="1"><c r="A1" t="d" s="1"><v>2014-06-30</v></c><c r="B1" t="s"><v>0</v></c></row>'),
        strings="<sst><si><t>严格</t></si></sst>",
    )
    strict = {
        name: part.replace("http://schemas.openxmlformats.org/officeDocument/2006", "http://purl.oclc.org/ooxml/officeDocument")
        .replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
        for name, part in parts.items()
    }  # fmt: skip
    assert book(make_zip(strict)).sheets[0].rows == [[date(2014, 6, 30), "严格"]]


def test_parts_are_found_by_their_relationships_and_whatever_their_spelling(
    book: Callable[..., Book], make_zip: Callable[..., bytes], make_ooxml: Callable[..., dict[str, str]],
    make_sheet: Callable[..., str], make_relations: Callable[..., str],
) -> None:  # fmt: skip
    parts = make_ooxml(make_sheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
    moved = {
        "[Content_Types].xml": parts["[Content_Types].xml"],
        "_rels\\.rels": make_relations(("rId1", "officeDocument", "/Book/main.xml")),
        "book/MAIN.xml": parts["xl/workbook.xml"],
        "book/_rels/main.xml.rels": make_relations(("rId1", "worksheet", "../pages/./One.xml")),
        "Pages/one.xml": parts["xl/worksheets/sheet1.xml"],
    }
    assert book(make_zip(moved)).sheets[0].rows == [[1.0]]


def test_only_worksheets_are_sheets_and_keep_their_place_in_the_order(
    book: Callable[..., Book], make_zip: Callable[..., bytes], make_ooxml: Callable[..., dict[str, str]],
    make_sheet: Callable[..., str],
) -> None:  # fmt: skip
    parts = make_ooxml(make_sheet('<row r="1"><c r="A1"><v>1</v></c></row>'), make_sheet(""))
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace('/worksheet"', '/chartsheet"', 1)
    (only,) = book(make_zip(parts)).sheets
    assert (only.name, only.index) == ("表2", 1)


def test_macros_are_mentioned_and_never_read(
    book: Callable[..., Book], make_zip: Callable[..., bytes], make_ooxml: Callable[..., dict[str, str]],
    make_sheet: Callable[..., str],
) -> None:  # fmt: skip
    parts = make_ooxml(make_sheet('<row r="1"><c r="A1"><v>1</v></c></row>'))
    read = book(make_zip({**parts, "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"}), "表.xlsm")
    assert read.kind == "xlsm"
    assert ["宏" in one.render() for one in read.notes] == [True]


def test_what_libreoffice_writes_around_its_rows_is_read(sheet: Sheets) -> None:
    around = 'customFormat="false" ht="12.8" hidden="{}" customHeight="false" outlineLevel="0" collapsed="false"'
    read = sheet(
        f'<row r="1" {around.format("false")}><c r="A1" s="0" t="n"><v>1</v></c><c r="B1" s="0" t="n">'
        f'<f aca="false">A1+1</f><v>2</v></c></row><row r="2" {around.format("true")}>'
        '<c r="A2" s="1" t="n"><v>41820</v></c></row>'
    )
    assert read.rows == [[1.0, 2.0], [date(2014, 6, 30), None]]
    assert read.hidden_rows == {2}
    assert read.formulas == {(1, 2)}


@pytest.mark.parametrize("written", ["1.0E7", "3.70321E17", "3.7e+17", "-0.5", "1E-05", "123456789012345678"])
def test_numbers_are_read_however_programs_write_them(sheet: Sheets, written: str) -> None:
    assert sheet(f'<row r="1"><c r="A1"><v>{written}</v></c><c r="B1"><f>A1</f><v>{written}</v></c></row>').rows == [
        [float(written), float(written)]
    ]


@pytest.mark.parametrize("written", ["NaN", "1e999", "-1e300"])
def test_a_formula_whose_result_is_no_number_does_not_break_the_sheet(sheet: Sheets, written: str) -> None:
    read = sheet(f'<row r="1"><c r="A1" s="1"><f>X()</f><v>{written}</v></c><c r="B1"><v>2</v></c></row>')
    value = read.at(1, 1)
    assert isinstance(value, str) or abs(value) < float("inf")  # type: ignore[arg-type, operator]
    assert read.at(1, 2) == 2.0
