"""Sheets as odd programs write them: each is patched in place, and reads as before with its marks taken out."""

import pytest

from enforcer.workbook.marking.memory import memory_of, unmarked
from enforcer.workbook.marking.notes import SEPARATOR, Notes
from enforcer.workbook.marking.sheet_part import SheetPart, deselected
from enforcer.workbook.marking.style_sheet import Look, StyleSheet
from enforcer.workbook.marking.xml_edits import Unpatchable, cell_text, tree, with_attribute

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CELLS = (
    '<row r="1"><c r="A1" t="inlineStr"><is><t>甲</t></is></c><c r="C1"><v>3</v></c></row>'
    '<row r="4" s="1" customFormat="1"><c r="B4" t="str"><f>"x"</f><v>x</v></c></row>'
)
LOST = CELLS.replace("<c ", "<c s='9' ")
SHEETS = {
    "no styles": f'<worksheet xmlns="{MAIN}"><sheetData>{CELLS}</sheetData></worksheet>',
    "styles lost": f'<worksheet xmlns="{MAIN}"><sheetData>{LOST}</sheetData></worksheet>',
    "prefixed": f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData>'
    + CELLS.replace("</", "</x:").replace("<", "<x:").replace("<x:/x:", "</x:")
    + "</x:sheetData></x:worksheet>",
    "no addresses": f'<worksheet xmlns="{MAIN}"><sheetData><row><c t="inlineStr"><is><t>甲</t></is></c><c><v>2</v></c>'
    "</row><row><c><v>4</v></c></row></sheetData></worksheet>",
    "odd quotes and space": f"<worksheet xmlns='{MAIN}'  ><dimension ref='A1:C4'/><cols>"
    "<col min='1' max='16384' width='9'"
    f"></col></cols><sheetData >{CELLS}</sheetData ></worksheet >",
    "comments and sections": f'<worksheet xmlns="{MAIN}"><!-- <row r="2"/> --><sheetData>{CELLS}<!-- <c r="A1"/> -->'
    '<row r="6"><c r="A6" t="inlineStr"><is><t><![CDATA[<row r="3">]]></t></is></c></row></sheetData></worksheet>',
    "merges": f'<worksheet xmlns="{MAIN}"><sheetData>{CELLS}</sheetData><mergeCells count="1"><mergeCell ref="A1:B2"/>'
    "</mergeCells><pageMargins left='1' right='1' top='1' bottom='1' header='0' footer='0'/></worksheet>",
}


@pytest.mark.parametrize("sheet", SHEETS.values(), ids=list(SHEETS))
def test_an_odd_sheet_is_patched_and_reads_as_before(sheet, typed, mark, book, load):
    path = typed(sheet)
    copy, target = mark(path, ("error", 1, 1, "在"), ("warning", 3, 2, "不在的行"), ("info", 4, 3, "不在的格"))
    assert copy.is_patched
    after = book(target)
    plain = unmarked(after, memory_of(after))
    old, new = book(path).sheets[0], plain.sheets[0]
    for row in range(1, 8):
        for column in range(1, 6):
            assert old.at(row, column) == new.at(row, column)
    opened = load(target)["表"]
    assert opened["A1"].fill.fgColor.rgb == "FFFFB3B3"
    assert opened["B3"].fill.fgColor.rgb == "FFFFE680"
    assert opened["C4"].comment is not None


def test_an_empty_sheet_takes_marks_too(typed, mark, load):
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData/><printOptions/></worksheet>'
    copy, target = mark(typed(sheet), ("error", 5, 2, "空"))
    assert copy.is_patched
    assert load(target)["表"]["B5"].comment is not None


def test_a_sheet_in_utf_16_is_patched(typed, mark, load):
    copy, target = mark(typed(SHEETS["no styles"], encoding="utf-16"), ("error", 1, 1, "x"))
    assert copy.is_patched
    assert load(target)["表"]["A1"].value == "甲"


def test_what_cannot_be_patched_is_written_anew_and_says_so(typed, mark, load):
    """A row that stands there twice: which of the two a mark would be on, nobody knows."""
    twice = CELLS + '<row r="1"><c r="D1"><v>5</v></c></row>'
    copy, target = mark(
        typed(f'<worksheet xmlns="{MAIN}"><sheetData>{twice}</sheetData></worksheet>'), ("error", 1, 1, "x")
    )
    assert not copy.is_patched
    book = load(target)
    assert book["表"]["A1"].fill.fgColor.rgb == "FFFFB3B3"
    assert any("内部结构特殊" in str(cell.value) for row in book["审核意见"].iter_rows() for cell in row)


def test_a_stretch_of_columns_is_split_for_the_new_one():
    part = SheetPart(b'<worksheet><cols><col min="2" max="9" width="5" hidden="1"/></cols><sheetData/></worksheet>', ())
    part.widen(4, "30")
    assert part.result() == (
        b'<worksheet><cols><col min="2" max="3" width="5" hidden="1"/><col min="4" max="4" width="30" customWidth="1"/>'
        b'<col min="5" max="9" width="5" hidden="1"/></cols><sheetData/></worksheet>'
    )


def test_cells_and_rows_go_where_they_belong():
    part = SheetPart(
        b'<s><sheetData><row r="2" spans="1:3"><c r="A2"/><c r="C2"/></row><row r="5"/></sheetData></s>', {2, 5}
    )
    part.put(2, 2, 1, "")
    part.restyle(5, 1, 2)
    part.restyle(3, 1, 3)
    part.drop(2, 3)
    assert part.result() == (
        b'<s><sheetData><row r="2" ><c r="A2"/><c r="B2" s="1"/></row><row r="3"><c r="A3" s="3"/></row>'
        b'<row r="5"><c r="A5" s="2"/></row></sheetData></s>'
    )


def test_a_cell_takes_the_format_of_its_row_or_column_before_it_is_coloured():
    part = SheetPart(
        b'<s><cols><col min="2" max="2" style="7"/></cols><sheetData><row r="2" s="4" customFormat="1"/>'
        b'<row r="3" s="4"><c r="C3" s="6"/></row></sheetData></s>',
        {2, 3},
    )
    assert [part.style(2, 2), part.style(3, 2), part.style(3, 3), part.style(9, 1)] == [4, 7, 6, 0]


def test_only_the_selection_of_a_sheet_goes():
    part = (
        b'<worksheet><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>'
        b'<sheetData tabSelected="1"/></worksheet>'
    )
    assert deselected(part) == part.replace(b' tabSelected="1" workbook', b" workbook")


@pytest.mark.parametrize(
    "part", [b"<a>", b"", b"<s><row/></s>", b'<!DOCTYPE s [<!ENTITY x "y">]><s><sheetData/></s>'[:20]]
)
def test_a_broken_sheet_is_not_patched(part):
    with pytest.raises(Unpatchable):
        SheetPart(part, ())


def test_styles_keep_their_numbers_and_formats_that_differ_in_fill_differ_when_marked():
    part = (
        b'<styleSheet><fills count="3"><fill/><fill/><fill><patternFill patternType="solid"/></fill></fills>'
        b'<cellXfs count="2"><xf fontId="0" fillId="0"><alignment wrapText="1"/></xf>'
        b'<xf fontId="0" fillId="2"/></cellXfs>'
        b"<extLst><ext/></extLst></styleSheet>"
    )
    styles = StyleSheet(part)
    first, second = styles.marked(0, "error"), styles.marked(1, "error")
    assert (first, second, styles.marked(0, "error")) == (2, 3, 2)
    after = tree(styles.result())
    formats = after.child("cellXfs").children
    assert [one.attributes["fillId"] for one in formats] == ["0", "2", "3", "4"]
    assert formats[2].child("alignment") is not None
    fills = after.child("fills").children
    assert styles.result()[fills[3].start : fills[3].end] != styles.result()[fills[4].start : fills[4].end]
    assert part.partition(b"<cellXfs")[0].split(b"<fills")[0] in styles.result()
    assert [one.local for one in after.children][-1] == "extLst"


def test_a_workbook_without_styles_gets_what_the_format_requires():
    styles = StyleSheet(None, highest=4)
    assert styles.own(Look()) == 5
    root = tree(styles.result())
    assert [one.local for one in root.children] == [
        "fonts",
        "fills",
        "borders",
        "cellStyleXfs",
        "cellXfs",
        "cellStyles",
    ]
    assert len(root.child("cellXfs").children) == 6


def test_a_note_of_the_units_own_is_the_same_after_ours_came_and_went():
    own = (
        b'<comments xmlns="m"><authors><author>a</author></authors><commentList><comment ref="A1" authorId="0"><text>'
        b'<r><t>own</t></r></text></comment><comment ref="B2" authorId="0"><text><t>plain</t></text></comment>'
        b"</commentList></comments>"
    )
    marked, shapes = Notes(own).written({(1, 1): "x\ny", (2, 2): "z", (3, 3): "new"})
    assert SEPARATOR.encode() in marked
    assert shapes == ((3, 3),)
    cleared, gone = Notes(marked).cleared()
    assert gone == {(3, 3)}
    texts = [cleared[one.start : one.end] for one in tree(cleared).child("commentList").children]
    assert texts[0] == b'<comment ref="A1" authorId="0"><text><r><t>own</t></r></text></comment>'
    assert b"plain" in texts[1]
    assert b"z" not in texts[1]


def test_a_threaded_note_is_left_alone():
    own = (
        b'<comments xmlns="m"><authors><author>tc={1}</author></authors><commentList><comment ref="A1" authorId="0">'
        b"<text><t>[Threaded]</t></text></comment></commentList></comments>"
    )
    marked, _ = Notes(own).written({(1, 1): "x"})
    assert b"<t>[Threaded]</t></text>" in marked


def test_attributes_are_found_among_values_that_look_like_them():
    assert with_attribute(b'<c r="s=1" t="s">', "s", "5") == b'<c r="s=1" s="5" t="s">'
    assert with_attribute(b"<c r='A1' s = '3'/>", "s", "5") == b"<c r='A1' s=\"5\"/>"
    assert cell_text("_x0041_<\x00") == b"_x005F_x0041_&lt;"
