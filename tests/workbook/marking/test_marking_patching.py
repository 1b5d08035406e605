"""The clerk's own file comes back: everything that was in it is still there, and programs open it."""

import io
import shutil
import subprocess
import zipfile
from datetime import date

import openpyxl
import pytest
import xlsxwriter
from openpyxl.comments import Comment

from enforcer.workbook.marking.memory import memory_of

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
CONCERNED = (
    "[Content_Types].xml",
    "docProps/app.xml",
    "xl/styles.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc33"
    "0000000049454e44ae426082"
)


@pytest.fixture
def ugly(tmp_path):
    """Pictures, a chart, notes, validations, conditional formats, a table, merges, protection, names, custom XML,
    parts that belong to pivot tables, and a second sheet whose name has a quote."""
    path = tmp_path / "ugly.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("检查计划")
        bold = book.add_format({"bold": True, "bg_color": "#92D050", "num_format": "0.00", "locked": False})
        sheet.write_row(0, 0, ["序号", "内容", "备注"])
        for row in range(1, 6):
            sheet.write_number(row, 0, row, bold)
            sheet.write_string(row, 1, f"=内容{row}&<>")
        sheet.write_formula(6, 0, "=SUM(A2:A6)", bold, 15)
        sheet.merge_range("A9:C9", "合并", bold)
        sheet.write_comment("B2", "单位自己的批注", {"author": "张某"})
        sheet.insert_image("E2", "x.png", {"image_data": io.BytesIO(PNG)})
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=检查计划!$A$2:$A$6"})
        sheet.insert_chart("E10", chart)
        sheet.data_validation("C2:C6", {"validate": "list", "source": ["甲", "乙"]})
        sheet.conditional_format("A2:A6", {"type": "data_bar", "data_bar_2010": True})
        sheet.add_sparkline("D2", {"range": "检查计划!A2:A6"})
        sheet.protect()
        sheet.print_area("A1:C9")
        sheet.set_column("C:H", 14, bold)
        other = book.add_worksheet("it's 其他")
        other.add_table("A1:B3", {"columns": [{"header": "甲"}, {"header": "乙"}]})
        book.define_name("合计", "=检查计划!$A$7")
        book.set_custom_property("own", "kept", "text")
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("customXml/item1.xml", "<own xmlns='urn:own'>单位的</own>")
        file.writestr("xl/pivotCache/pivotCacheDefinition1.xml", f"<pivotCacheDefinition xmlns='{MAIN}'/>")
        file.writestr("xl/unknown/部分.bin", bytes(range(256)))
    return path


ASKED = (
    ("error", 2, 2, "第一处"),
    ("warning", 2, 2, "同一格"),
    ("info", 3, 3, "空格"),
    ("warning", 9, 3, "合并格"),
    ("error", 30, None, "整行"),
)


def test_every_part_of_the_original_is_there_and_only_those_concerned_were_changed(ugly, mark, parts):
    copy, _ = mark(ugly, *ASKED)
    assert copy.is_patched
    before, after = parts(ugly), parts(copy.content)
    assert set(before) <= set(after)
    changed = {name for name, content in before.items() if after[name] != content}
    sheets = {name for name in changed if name.startswith(("xl/worksheets/sheet1", "xl/comments", "xl/drawings/vml"))}
    assert changed <= {*CONCERNED, *sheets}
    assert not {name for name in changed if name.startswith("xl/worksheets/sheet2")}


def test_what_was_packed_is_copied_as_it_was_packed(ugly, mark):
    copy, _ = mark(ugly, *ASKED)
    with zipfile.ZipFile(ugly) as old, zipfile.ZipFile(io.BytesIO(copy.content)) as new:
        assert new.testzip() is None
        for name in ("xl/media/image1.png", "xl/charts/chart1.xml", "customXml/item1.xml"):
            assert new.getinfo(name).compress_size == old.getinfo(name).compress_size


def test_cells_formulas_formats_widths_and_merges_are_as_they_were(ugly, mark, load):
    _, target = mark(ugly, *ASKED)
    old, new = load(ugly)["检查计划"], load(target)["检查计划"]
    for row in old.iter_rows():
        for cell in row:
            twin = new[cell.coordinate]
            assert twin.value == cell.value
            if cell.coordinate == "C3":
                # It was no cell before, and now shows the format of its column.
                assert twin.number_format == "0.00"
                continue
            assert twin.number_format == cell.number_format
            assert (twin.font.b, twin.protection.locked) == (cell.font.b, cell.protection.locked)
            if cell.coordinate not in ("B2", "C3", "A9", "A30"):
                assert twin.fill.fgColor.rgb == cell.fill.fgColor.rgb, cell.coordinate
    assert old.merged_cells.ranges == new.merged_cells.ranges
    assert new.protection.sheet
    assert new.print_area == old.print_area
    assert [one.sqref for one in new.data_validations.dataValidation] == [
        one.sqref for one in old.data_validations.dataValidation
    ]
    assert old.column_dimensions["C"].width == new.column_dimensions["C"].width
    assert load(target).defined_names["合计"].attr_text == "检查计划!$A$7"


def test_the_wrong_cells_bear_colour_and_note_by_their_gravest_finding(ugly, mark, load):
    _, target = mark(ugly, *ASKED)
    sheet = load(target)["检查计划"]
    assert sheet["B2"].fill.fgColor.rgb == "FFFFB3B3"
    assert sheet["C3"].fill.fgColor.rgb.startswith("FFC5E0")
    assert sheet["A9"].fill.fgColor.rgb.startswith("FFFFE6")
    assert sheet["A30"].fill.fgColor.rgb == "FFFFB3B3"
    assert "整行" in sheet["A30"].comment.text
    said = sheet["B2"].comment.text
    assert said.startswith("单位自己的批注")
    assert said.index("第一处") < said.index("同一格")
    assert all(word in said for word in ("W004", "应当：", "改法：", "依据：", "二（八）", "【错误】", "【提醒】"))


def test_the_front_sheet_is_seen_first_and_its_rows_jump_to_the_cells(ugly, mark, load):
    _, target = mark(ugly, *ASKED, due_day=date(2014, 7, 25), contact="李某 0533-1")
    book = load(target)
    front = book["审核意见"]
    assert book.active is front
    selected = [sheet.title for sheet in book if sheet.sheet_view.tabSelected]
    assert selected == ["审核意见"]
    texts = [cell.value for row in front.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert any("必须改正的2处" in text and "请改正或者说明的2处" in text for text in texts)
    assert any("2014年7月25日前" in text for text in texts)
    assert any("李某 0533-1" in text for text in texts)
    links = [cell.hyperlink.location for row in front.iter_rows() for cell in row if cell.hyperlink]
    assert links == ["'检查计划'!B2", "'检查计划'!A30", "'检查计划'!B2", "'检查计划'!A9", "'检查计划'!C3"]
    assert all(cell.data_type != "f" for row in front.iter_rows() for cell in row)
    assert (front.page_setup.paperSize, front.page_setup.orientation) == (9, "landscape")
    assert book["_enforcer_marks"].sheet_state == "veryHidden"


def test_a_quote_in_a_sheets_name_does_not_break_its_link(tmp_path, mark, load):
    path = tmp_path / "quote.xlsx"
    book = openpyxl.Workbook()
    book.active.title = "it's 表"
    book.active["A1"] = "甲"
    book.save(path)
    _, target = mark(path, ("error", 1, 1, "x"))
    front = load(target)["审核意见"]
    assert [c.hyperlink.location for r in front.iter_rows() for c in r if c.hyperlink] == ["'it''s 表'!A1"]


def test_a_soft_finding_has_an_answer_cell_right_of_the_table_that_protection_leaves_open(ugly, mark, load):
    _, target = mark(ugly, *ASKED)
    sheet = load(target)["检查计划"]
    (header,) = [cell for cell in sheet[1] if cell.value == "说明（由单位填写）"]
    assert header.column > 3
    answers = [sheet.cell(row, header.column) for row in (2, 3, 9)]
    assert all(cell.border.left.style == "thin" and not cell.protection.locked for cell in answers)
    assert all(cell.number_format == "@" for cell in answers)
    assert sheet.cell(30, header.column).border.left.style is None
    assert sheet.column_dimensions[header.column_letter].width > 30


def test_an_own_note_and_an_own_front_sheet_name_are_kept(tmp_path, mark, load):
    path = tmp_path / "own.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "甲"
    book.active["A1"].comment = Comment("原有", "单位")
    book.create_sheet("审核意见")["A1"] = "单位自己的表"
    book.save(path)
    _, target = mark(path, ("error", 1, 1, "新"))
    after = load(target)
    assert after["审核意见"]["A1"].value == "单位自己的表"
    assert after["审核意见(2)"]["A1"].value == "审核意见"
    assert after[book.sheetnames[0]]["A1"].comment.text.startswith("原有")


def test_text_from_cells_never_becomes_a_formula_or_breaks_the_xml(tmp_path, mark, load):
    path = tmp_path / "text.xlsx"
    book = openpyxl.Workbook()
    book.active["A1"] = "甲"
    book.save(path)
    nasty = '=HYPERLINK("http://x")<&>\'"\x01\ufffe _x0041_ \ud800 身份证379900190101011234'
    _, target = mark(path, ("error", 1, 1, nasty))
    front = load(target)["审核意见"]
    texts = [cell.value for row in front.iter_rows() for cell in row if cell.value and "HYPERLINK" in str(cell.value)]
    assert texts
    assert all("_x0041_" in text and "\x01" not in text for text in texts)
    content = b"".join(zipfile.ZipFile(target).read(name) for name in zipfile.ZipFile(target).namelist())
    assert b"379900190101011234" not in content


def test_a_finding_about_another_unit_is_never_in_the_copy(ugly, mark, parts):
    copy, _ = mark(ugly, ("info", 2, 1, "与县环保局的计划重叠"), code="X005")
    assert not any("环保局".encode() in part for part in parts(copy.content).values())


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_the_copy_and_a_copy_saved_by_it_still_knows_its_marks(ugly, mark, tmp_path, book, load):
    _, target = mark(ugly, *ASKED)
    folder = tmp_path / "saved"
    command = [
        "soffice",
        f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx",
    ]
    subprocess.run([*command, "--outdir", str(folder), str(target)], capture_output=True, check=False, timeout=120)
    saved = book(folder / "marked.xlsx")
    memory = memory_of(saved)
    assert memory is not None
    assert memory.columns
    again, path = mark(folder / "marked.xlsx", ("error", 2, 2, "第二次"))
    assert again.is_patched
    sheet = load(path)["检查计划"]
    assert sheet["C3"].fill.fgColor.rgb == "FF92D050"
    assert sheet["B2"].comment.text.count("审核意见") <= 2
    assert "第一处" not in sheet["B2"].comment.text
