"""Last year's workbook in this year's form: what flows, what stays behind, what is refused."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from enforcer.cli.door import main
from enforcer.domain.errors import EnforcerError
from enforcer.domain.reading import Reading
from enforcer.forms import load_form
from enforcer.notices import load_notice
from enforcer.validation import Request, read_file
from enforcer.workbook.blank import write_blank
from enforcer.workbook.blank.prefill import brought_by, choose
from enforcer.workbook.layout import layout

COUNTY = "桓台县"
Cells = Mapping[tuple[int, str], object]
OFFICER = {
    (0, "name"): "张某",
    (0, "id_number"): "11010519491231002X",
    (0, "credential"): "000123",
    (0, "valid_until"): date(2016, 3, 1),
    (0, "birth"): date(1949, 12, 31),
    (0, "phone"): "0533-1234567",
    (0, "remarks"): "=1+1",
}
VIOLATION = {
    (0, "violation"): "某违法行为",
    (0, "legal_basis"): "《某条例》第三条",
    **{(row, "conditions"): f"情节{row}" for row in range(5)},
    **{(row, "standard"): f"处{row + 1}000元以上{row + 2}000元以下罚款" for row in range(5)},
}


@pytest.fixture
def last_year(tmp_path: Path) -> Callable[..., Path]:
    """last_year(4, cells, header) is the file that 县安监局 filed for 2014."""

    def make(annex: int, cells: Cells = {}, header: Mapping[str, object] = {}, unit: str = "县安监局") -> Path:  # noqa: B006
        form, places = load_form(annex), layout(load_form(annex))
        path = write_blank(form, load_notice(), tmp_path / f"old{annex}.xlsx", unit=unit, year=2014, rows=3, force=True)
        workbook = load_workbook(path)
        sheet = workbook[form.sheet]
        for (row, key), value in cells.items():
            cell = sheet.cell(places.first_row + row, places.columns[key])
            cell.value = value
            cell.data_type = "s" if isinstance(value, str) else cell.data_type
        for key, value in header.items():
            cell = places.header_cells[key].value
            sheet.cell(cell.row, cell.first).value = value
        workbook.save(path)
        return path

    return make


def reading_of(path: Path) -> Reading:
    return choose([one for found in read_file(path, Request()) for one in found], None, path.name)


@pytest.fixture
def carried(last_year, tmp_path) -> Callable[..., tuple[Reading, Path]]:
    """carried(4, cells, header) is this year's form as read, and its file."""

    def carry(annex: int, cells: Cells, header: Mapping[str, object] = {}, **wishes: object) -> tuple[Reading, Path]:
        brought = brought_by(reading_of(last_year(annex, cells, header)), load_form(annex), COUNTY)
        path = tmp_path / f"new{annex}.xlsx"
        write_blank(
            load_form(annex), load_notice(), path, unit=brought.unit, year=2015, prefill=brought.prefill, **wishes
        )
        return reading_of(path), path

    return carry


def test_rows_flow_as_values_ids_as_text_and_days_as_days(carried):
    reading, path = carried(4, OFFICER)
    (row,) = reading.rows
    assert [row[key] for key in ("name", "id_number", "credential", "birth", "phone")] == [
        "张某",
        "11010519491231002X",
        "000123",
        "1949-12",
        "0533-1234567",
    ]
    form, places = load_form(4), layout(load_form(4))
    sheet = load_workbook(path)[form.sheet]
    assert sheet.cell(places.first_row, places.columns["valid_until"]).is_date
    assert sheet.cell(places.first_row, places.columns["id_number"]).data_type == "s"
    assert sheet.cell(places.first_row, places.columns["remarks"]).data_type == "s"
    assert not any(cell.data_type == "f" for one in sheet.iter_rows() for cell in one)


def test_header_lines_that_recur_flow_and_those_of_one_year_do_not(carried):
    form = load_form(1)
    reading, _ = carried(
        1,
        {(0, "basis"): "某条例", (0, "matter"): "某事"},
        {one.key: one.right for one in form.header if one.key != "year"},
    )
    for key in ("preparer", "reviewer", "phone", "superior"):
        assert reading.header_text(key) == next(one.right for one in form.header if one.key == key)
    for key in ("document_number", "published", "filed", "filed_superior"):
        assert reading.header_text(key) == ""
    assert (reading.unit, reading.year) == ("县安监局", 2015)


def test_blocks_stay_merged_whatever_number_of_tiers_they_have(carried):
    cells = VIOLATION | {(row + 5, key): text for (row, key), text in VIOLATION.items() if row < 3}
    cells |= {(row, "tier"): None for row in (8, 9)} | {(5, "violation"): "另一违法行为"}
    reading, path = carried(3, cells)
    assert [row["violation"] for row in reading.rows] == ["某违法行为"] * 5 + ["另一违法行为"] * 3
    assert [row["tier"] for row in reading.rows] == ["从轻", "较轻", "一般", "较重", "严重", "从轻", "较轻", "一般"]
    top = layout(load_form(3)).first_row
    merged = {str(one) for one in load_workbook(path)[load_form(3).sheet].merged_cells.ranges}
    assert {f"C{top}:C{top + 4}", f"C{top + 5}:C{top + 7}", f"C{top + 8}:C{top + 12}"} <= merged


def test_there_is_room_for_new_entries_numbered_on(carried):
    many = {(row, key): f"{row}-{key}" for row in range(3) for key in ("name", "post", "body")}
    _, path = carried(4, many, rows=1)
    form, places = load_form(4), layout(load_form(4))
    assert [load_workbook(path)[form.sheet].cell(places.first_row + row, 1).value for row in range(4)] == [
        1,
        2,
        3,
        None,
    ]
    _, path = carried(4, many, force=True)
    sheet = load_workbook(path)[form.sheet]
    assert [sheet.cell(places.first_row + row, 1).value for row in (2, 3, 49)] == [3, 4, 50]


def test_a_number_that_lost_its_last_digits_stays_behind_and_is_told(last_year):
    brought = brought_by(
        reading_of(last_year(4, OFFICER | {(0, "id_number"): 110105194912310020})), load_form(4), COUNTY
    )
    assert brought.left_behind == 1
    assert brought.prefill.entries[0][0]["id_number"] is None


def test_the_new_form_is_no_altered_form(carried):
    for annex, cells in ((3, VIOLATION), (4, OFFICER)):
        reading, _ = carried(annex, cells)
        assert reading.alterations == ()
        assert reading.recognised_by == "mark"


def test_another_units_file_is_refused(last_year):
    with pytest.raises(EnforcerError, match=r"县安监局.*不是“县农业局”"):
        brought_by(reading_of(last_year(4, OFFICER)), load_form(4), COUNTY, "县农业局")


def test_the_same_unit_by_another_name_is_not(last_year):
    assert brought_by(reading_of(last_year(4, OFFICER)), load_form(4), COUNTY, "桓台县安监局").unit == "桓台县安监局"


def test_another_annex_is_refused(last_year):
    path = last_year(4, OFFICER)
    with pytest.raises(EnforcerError, match="是附件4，不能带入附件3"):
        choose([one for found in read_file(path, Request()) for one in found], 3, path.name)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", "无表".encode()])
def test_a_file_that_cannot_be_read_is_refused(content, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    with pytest.raises(EnforcerError, match=r"a\.xlsx"):
        reading_of(path)


def run(*arguments: str) -> object:
    """The exit code of the program."""
    with pytest.raises(SystemExit) as left:
        main(arguments)
    return left.value.code


def test_the_command_brings_the_annex_that_the_file_holds(last_year, tmp_path, capsys):
    path = last_year(4, OFFICER, {"preparer": "王五"})
    assert run("generate", "--prefill", str(path), "--year", "2015", "-o", str(tmp_path)) == 0
    assert "带入1行" in capsys.readouterr().out
    assert reading_of(tmp_path / "附件4_县安监局_2015.xlsx").header_text("preparer") == "王五"
    assert run("generate", "3", "--prefill", str(path), "-o", str(tmp_path)) == 2
    assert "附件4，不能带入附件3" in capsys.readouterr().err
