"""The roster's workbook: the one we write, and whatever else may stand under its name."""

import shutil
import subprocess
from datetime import date

import openpyxl
import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from enforcer.county.roster.checking import faults_between
from enforcer.county.roster.entries import read_entries
from enforcer.county.roster.units import check_roster, read_roster
from enforcer.domain.errors import EnforcerError
from enforcer.domain.unit import Unit
from enforcer.workbook.roster.columns import BY_KEY, COLUMNS, EXEMPTIONS, NATURES
from enforcer.workbook.roster.reading import RosterRow, RosterSheet
from enforcer.workbook.roster.writing import LAST_ROW, roster_bytes

MADE = date(2014, 6, 13)
UNITS = (
    Unit(
        "桓台县农业局",
        "001",
        ("农业局", "县农委"),
        "行政机关",
        confirmation="桓政发〔2012〕8号",
        superior="市农业局",
        contact="张三",
        phone="0533-0000000",
        mail="nyj@example.org",
        last_log=date(2014, 5, 20),
        until=date(2014, 8, 31),
        successor="桓台县公安局",
    ),
    Unit("桓台县公安局", "002", nature="行政机关", exemption="公安", own_credentials=True, superior="市公安局"),
    Unit("唐山镇人民政府", "003", nature="派出机关", penalty_power=False, confirmed=False, superior="县政府"),
    Unit("=1+1监察队", "A-4", nature="受托组织", reporter="唐山镇人民政府", superior="@x", since=date(2014, 9, 1)),
)


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    path = tmp_path_factory.mktemp("roster") / "roster.xlsx"
    path.write_bytes(roster_bytes("桓台县", MADE, UNITS))
    return path


def test_what_is_written_is_read_back(written):
    checked = check_roster(written, "桓台县")
    assert not checked.faults
    assert checked.roster.units == UNITS


def test_the_same_units_give_the_same_bytes(written):
    assert written.read_bytes() == roster_bytes("桓台县", MADE, UNITS)


def test_a_new_roster_holds_no_unit_and_says_so(tmp_path):
    path = tmp_path / "roster.xlsx"
    path.write_bytes(roster_bytes("桓台县", MADE))
    checked = check_roster(path, "桓台县")
    assert [fault.name for fault in checked.faults] == ["roster-empty"]
    assert set(checked.sheet.columns) == set(BY_KEY)


def _range(validation):
    (found,) = validation.sqref.ranges
    return found


def test_every_cell_refuses_what_it_cannot_take(written):
    sheet = openpyxl.load_workbook(written)["单位名录"]
    by_column = {_range(one).min_col: one for one in sheet.data_validations.dataValidation}
    assert sorted(by_column) == list(range(1, len(COLUMNS) + 1))
    for one in by_column.values():
        assert one.errorStyle in (None, "stop")  # stop is what a file leaves out
        assert one.showErrorMessage
        assert one.error
        assert one.promptTitle
        assert _range(one).max_row == LAST_ROW
    place = {column.key: number for number, column in enumerate(COLUMNS, 1)}
    assert by_column[place["nature"]].formula1 == f'"{",".join(NATURES)}"'
    assert by_column[place["exemption"]].formula1 == f'"{",".join(EXEMPTIONS)}"'


def test_codes_and_phones_are_text_and_days_are_days_and_nothing_is_a_formula(written):
    sheet = openpyxl.load_workbook(written)["单位名录"]
    header = {cell.value: cell.column for cell in sheet[2]}
    for key in ("code", "phone"):
        assert sheet.cell(3, header[BY_KEY[key].header]).number_format == "@"
    assert sheet.cell(3, header["终止日期"]).is_date
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n", "d"}
    assert sheet.freeze_panes == "C3"
    assert sheet.print_title_rows == "$2:$2"


def test_the_guide_explains_every_column(written):
    guide = openpyxl.load_workbook(written)["填写说明"]
    said = {row[0].value for row in guide.iter_rows()}
    assert {column.header for column in COLUMNS} <= said


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_keeps_every_unit(written, tmp_path):
    profile = tmp_path / "profile"
    subprocess.run(
        ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "ods", written],
        cwd=tmp_path,
        check=True,
        capture_output=True,
        timeout=120,
    )
    assert read_roster(tmp_path / "roster.ods", "桓台县").units == UNITS


def test_columns_may_stand_in_any_order_under_usual_names_below_a_title(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Sheet1"
    sheet.append(["桓台县单位名录"])
    sheet.append([])
    sheet.append(["序号", "电话", "单位全称（公章）", "免报情况", "处罚权", "代 码", "单位性质*", "上级主管部门"])
    sheet.append([1, "0533-0000000", "农业局", "无", "有", "001", "行政机关", "市农业局"])
    sheet.append([None, None, "（示例）某某局", None, None, "示例", "行政机关", None])
    sheet.append(["注：本表由法制办填写"])
    sheet.append(["填表人：张三"])
    path = tmp_path / "名录.xlsx"
    book.save(path)
    checked = check_roster(path, "桓台县")
    assert [unit.name for unit in checked.roster.units] == ["农业局"]
    assert checked.roster.units[0].code == "001"
    assert {fault.name for fault in checked.faults} == {"column-unknown", "column-missing"}
    assert not checked.errors


def test_a_superior_merged_over_several_units_is_each_ones(roster_file):
    path = roster_file({"name": "甲局", "superior": "市局"}, {"name": "乙局"})
    book = openpyxl.load_workbook(path)
    book.active.merge_cells("J2:J3")
    book.save(path)
    assert [unit.superior for unit in read_roster(path, "桓台县").units] == ["市局", "市局"]


def test_an_error_and_a_lost_formula_are_accused_at_their_cells(roster_file):
    path = roster_file({"code": "001", "name": "甲局", "nature": "=A2", "phone": "#REF!"})
    book = openpyxl.load_workbook(path)
    book.active["L2"].data_type = "e"
    book.save(path)
    faults = {fault.place.cell: fault.name for fault in check_roster(path, "桓台县").faults}
    assert faults["D2"] == "cell-unreadable"
    assert faults["L2"] == "cell-unreadable"


def test_a_column_that_stands_twice_is_an_error(roster_file):
    path = roster_file({"name": "甲局"}, headers={"contact": "单位名称"})
    assert ("column-twice", "K1") in {(one.name, one.place.cell) for one in check_roster(path, "桓台县").errors}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "空的"),
        (b"PK\x03\x04broken", "不完整|损坏"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "读不出来"),
        (b"%PDF-1.4 x", "读不出来"),
        ("名称,电话\n甲局,1\n".encode(), "没有单位名录"),
    ],
)
def test_whatever_else_stands_there_is_said_in_a_sentence(tmp_path, content, said):
    path = tmp_path / "roster.xlsx"
    path.write_bytes(content)
    with pytest.raises(EnforcerError, match=said):
        check_roster(path, "桓台县")


def test_a_missing_roster_is_said_in_a_sentence(tmp_path):
    with pytest.raises(EnforcerError, match=r"找不到单位名录.*roster\.xlsx"):
        check_roster(tmp_path / "roster.xlsx", "桓台县")
    (tmp_path / "roster.xlsx").mkdir()
    with pytest.raises(EnforcerError, match="读不出来"):
        check_roster(tmp_path / "roster.xlsx", "桓台县")


def test_a_roster_sheet_without_a_unit_column_says_which_is_needed(roster_file):
    with pytest.raises(EnforcerError, match="没有“单位名称”这一栏"):
        check_roster(roster_file({"code": "1"}, headers={"name": "谁"}), "桓台县")


CELLS = st.one_of(
    st.none(), st.text(max_size=20), st.integers(), st.booleans(), st.dates(), st.sampled_from(["001", "无", "甲局"])
)


@given(st.lists(st.fixed_dictionaries({}, optional={column.key: CELLS for column in COLUMNS}), max_size=4))
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_is_a_roster_with_faults_or_an_error_in_a_sentence(rows):
    columns = {column.key: number for number, column in enumerate(COLUMNS, 1)}
    sheet = RosterSheet("roster.xlsx", "单位名录", 1, columns)
    sheet.rows.extend(RosterRow(sheet, number, row, {}) for number, row in enumerate(rows, 2))
    found = []
    entries = tuple(read_entries(sheet.rows, found.append))
    found.extend(faults_between(sheet, entries, "桓台县"))
    assert len(entries) <= len(rows)
    for fault in found:
        assert fault.message.render()
        assert fault.remedy.render()


def test_an_old_xls_is_read_as_well(tmp_path):
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("单位名录")
    for column, (header, value) in enumerate((("单位代码", "001"), ("单位名称", "甲局"), ("终止日期", "2014-08-31"))):
        sheet.write(0, column, header)
        sheet.write(1, column, value)
    path = tmp_path / "roster.xls"
    book.save(str(path))
    (unit,) = read_roster(path, "桓台县").units
    assert (unit.code, unit.name, unit.until) == ("001", "甲局", date(2014, 8, 31))
