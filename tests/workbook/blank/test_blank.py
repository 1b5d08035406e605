"""The blank as another program reads it: openpyxl, not the one that wrote it."""

import re
from dataclasses import replace
from datetime import datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.cell import MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from enforcer.domain.errors import EnforcerError
from enforcer.forms import ANNEXES, load_form
from enforcer.notices import load_notice
from enforcer.workbook.blank import INSTRUCTIONS_SHEET, SELF_CHECK_SHEET, blank_bytes, write_blank
from enforcer.workbook.blank.refusals import Refusals
from enforcer.workbook.blank.styles import FAULTY, MISSING
from enforcer.workbook.layout import Span, layout
from enforcer.workbook.mark import MARK_SHEET
from enforcer.workbook.naming import blank_name

FUNCTIONS = {
    *("AND", "OR", "NOT", "IF", "IFERROR", "ISNUMBER", "ISERROR", "SUM", "SUMPRODUCT", "COUNTIF", "COUNTA", "INDEX"),
    *("MATCH", "ROW", "ROWS", "FIND", "LEN", "LEFT", "RIGHT", "MID", "UPPER", "LOWER", "TRIM", "SUBSTITUTE", "INT"),
    *("MOD", "MONTH", "DATE", "DATEVALUE", "HYPERLINK"),
}


def opened(annex: int, **wishes: object) -> Workbook:
    return load_workbook(BytesIO(blank_bytes(load_form(annex), load_notice(), **wishes)))


@pytest.fixture(scope="module", params=ANNEXES)
def blank(request):
    form = load_form(request.param)
    return form, layout(form), opened(request.param, unit="县安监局", year=2014)


def mark_of(workbook: Workbook) -> dict[str, str]:
    lines = workbook[MARK_SHEET].iter_rows(max_col=2, values_only=True)
    return {key: fact for key, fact in lines if key is not None}


def test_the_form_comes_first_then_its_own_check_and_the_instructions_then_the_mark(blank):
    form, _, workbook = blank
    assert workbook.sheetnames == [form.sheet, SELF_CHECK_SHEET, INSTRUCTIONS_SHEET, MARK_SHEET]
    states = [workbook[name].sheet_state for name in workbook.sheetnames]
    assert states == ["visible", "visible", "visible", "veryHidden"]
    assert workbook.active.title == form.sheet


def test_a_blank_knows_itself_in_its_properties(blank):
    form, _, workbook = blank
    properties = {one.name: one.value for one in workbook.custom_doc_props.props}
    assert properties == {
        "enforcer.annex": str(form.annex),
        "enforcer.edition": form.edition,
        "enforcer.unit": "县安监局",
        "enforcer.year": "2014",
    }


def test_a_blank_knows_itself_on_its_hidden_sheet(blank):
    form, _, workbook = blank
    assert mark_of(workbook) == {
        "annex": str(form.annex),
        "edition": form.edition,
        "unit": "县安监局",
        "year": "2014",
        "validations": str(len(workbook[form.sheet].data_validations.dataValidation)),
    }


def test_the_title_names_county_unit_and_year():
    sheet = opened(1, unit="县安监局", year=2014).active
    assert [sheet["A1"].value, sheet["A2"].value] == ["附件1", "桓台县安监局2014年度行政执法检查计划"]


def test_the_county_may_be_another():
    assert opened(4, county="沂源县", unit="县环保局").active["A2"].value == "沂源县环保局行政执法人员信息登记表"


def test_without_a_unit_the_title_keeps_its_gaps_and_the_mark_is_empty():
    workbook = opened(1)
    assert workbook.active["A2"].value == "桓台县ＸＸ局ＸＸ年度行政执法检查计划"
    assert not any(mark_of(workbook)[key] for key in ("unit", "year"))


def test_every_header_line_has_its_label_and_its_place(blank):
    form, places, workbook = blank
    sheet = workbook[form.sheet]
    for field in form.header:
        label, value = places.header_cells[field.key]
        assert sheet.cell(label.row, label.first).value.startswith(field.label)
        assert sheet.cell(label.row, label.first).value.endswith("：")
        known = {"unit": "县安监局", "year": 2014}.get(field.key)
        assert sheet.cell(value.row, value.first).value == known


def test_the_seal_is_asked_for(blank):
    form, places, workbook = blank
    label = places.header_cells["unit"].label
    assert workbook[form.sheet].cell(label.row, label.first).value == "填报单位（盖章）："


def test_the_column_headers_are_the_forms(blank):
    form, places, workbook = blank
    headers = [cell.value for cell in workbook[form.sheet][places.header_row]]
    assert headers == [column.header for column in form.columns]


def test_columns_are_as_wide_as_the_form_says(blank):
    form, places, workbook = blank
    sheet = workbook[form.sheet]
    widths = {}
    for dimension in sheet.column_dimensions.values():
        widths |= dict.fromkeys(range(dimension.min, dimension.max + 1), dimension.width)
    for column in form.columns:
        assert column.width <= widths[places.columns[column.key]] < column.width + 1


def test_entries_are_numbered_bordered_and_wrapped(blank):
    form, places, workbook = blank
    sheet = workbook[form.sheet]
    numbers = [
        sheet.cell(places.first_row + entry * places.entry_rows, places.columns["number"]).value
        for entry in range(form.rows)
    ]
    assert numbers == list(range(1, form.rows + 1))
    assert sheet.max_row == places.last_row(form.rows)
    for row in sheet.iter_rows(min_row=places.first_row):
        for cell in row:
            if isinstance(cell, MergedCell):
                continue
            assert (cell.border.left.style, cell.border.right.style) == ("thin", "thin")
            assert cell.alignment.wrap_text


def test_entry_rows_are_free_to_grow_with_their_text(blank):
    form, places, workbook = blank
    heights = workbook[form.sheet].row_dimensions
    assert all(heights[row].height is None for row in range(places.first_row, places.last_row(form.rows) + 1))


def test_nothing_but_numbers_and_tiers_stands_in_the_entries(blank):
    form, places, workbook = blank
    written = {
        form.columns[cell.column - 1].key
        for row in workbook[form.sheet].iter_rows(min_row=places.first_row)
        for cell in row
        if cell.value is not None
    }
    assert written == ({"number", "tier"} if form.tiers else {"number"})


def test_the_header_stays_in_sight_on_screen_and_on_each_printed_page(blank):
    form, places, workbook = blank
    sheet = workbook[form.sheet]
    assert sheet.freeze_panes == f"A{places.header_row + 1}"
    assert sheet.print_title_rows == f"${places.header_row}:${places.header_row}"


def test_sheets_print_on_a4_landscape_one_page_wide_with_page_numbers(blank):
    form, _, workbook = blank
    for name in (form.sheet, INSTRUCTIONS_SHEET):
        sheet = workbook[name]
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.oddFooter.center.text.replace("[Page]", "P").replace("[Pages]", "N") == "第&P页 共&N页"
        assert sheet.print_area


def test_what_only_looks_like_a_number_is_kept_as_text(blank):
    form, places, workbook = blank
    sheet = workbook[form.sheet]
    kept = {"id", "phone", "credential", "document_number", "month", "period"}
    cells = [(column.kind, places.first_row, places.columns[column.key]) for column in form.columns]
    cells += [(field.kind, *places.header_cells[field.key].value[:2]) for field in form.header]
    for kind, row, column in cells:
        if kind in kept:
            assert sheet.cell(row, column).number_format == "@", kind
        if kind == "date":
            assert sheet.cell(row, column).number_format == "yyyy-mm-dd"
    assert any(kind in kept for kind, _, _ in cells)


def test_item_codes_keep_their_leading_zeros():
    sheet, places = opened(3).active, layout(load_form(3))
    assert sheet.cell(places.first_row, places.columns["item_code"]).number_format == "@"


def test_every_validation_refuses_and_says_why_in_chinese(blank):
    form, _, workbook = blank
    validations = workbook[form.sheet].data_validations.dataValidation
    assert validations
    for one in validations:
        assert one.showErrorMessage
        assert re.search("[一-鿿]", one.errorTitle)
        assert re.search("[一-鿿]", one.error)
        assert len(one.errorTitle) <= 32
        assert len(one.error) <= 255
        # None is the file format's way to say "stop"; only the tiers of another standard may stay.
        assert one.errorStyle in ({None, "stop", "warning"} if form.tiers else {None, "stop"})


def test_every_choice_has_its_list(blank):
    form, places, workbook = blank
    lists = {
        str(one.sqref): one.formula1
        for one in workbook[form.sheet].data_validations.dataValidation
        if one.type == "list" and one.errorStyle in {None, "stop"}
    }
    wanted = {}
    for column in form.columns:
        if column.choices:
            letter = get_column_letter(places.columns[column.key])
            wanted[f"{letter}{places.first_row}:{letter}{places.last_row(form.rows)}"] = f'"{",".join(column.choices)}"'
    for field in form.header:
        if field.choices:
            value = places.header_cells[field.key].value
            wanted_cells = f"{get_column_letter(value.first)}{value.row}"
            found = next(cells for cells in lists if cells.split(":")[0] == wanted_cells)
            wanted[found] = f'"{",".join(field.choices)}"'
    assert lists == wanted


@pytest.mark.parametrize(
    ("annex", "key", "type_", "low", "high"),
    [
        (1, "number", "whole", "1", "99999"),
        (4, "birth", "textLength", "6", "11"),
        (4, "valid_until", "date", "18264", "73050"),
        (4, "phone", "textLength", "7", "40"),
    ],
)
def test_dates_and_lengths_have_bounds(annex, key, type_, low, high):
    form = load_form(annex)
    places = layout(form)
    letter = get_column_letter(places.columns[key])
    sheet = opened(annex).active
    found = [
        one for one in sheet.data_validations.dataValidation if str(one.sqref).startswith(f"{letter}{places.first_row}")
    ]
    assert [(one.type, one.operator, one.formula1, one.formula2) for one in found] in (
        [[(type_, "between", low, high)], [(type_, None, low, high)]]
    )


def validation_of(annex: int, key: str, **wishes: object) -> DataValidation:
    """The one validation on the column of this key."""
    form = load_form(annex)
    places = layout(form)
    start = f"{get_column_letter(places.columns[key])}{places.first_row}"
    validations = opened(annex, **wishes).active.data_validations.dataValidation
    (found,) = [one for one in validations if str(one.sqref).split(":")[0] == start]
    return found


@pytest.mark.parametrize(
    ("annex", "key", "parts"),
    [
        (4, "id_number", ("LEN(E5)=18", "_weights", "UPPER(RIGHT(E5))", "SUMPRODUCT(--(E$5:E$54=E5))=1")),
        (4, "credential", ("LEN(L5)>=4", "SUMPRODUCT(--(L$5:L$54=L5))=1")),
        (3, "item_code", ("SUMPRODUCT(--(B$7:B$106=B7))=1",)),
    ],
)
def test_what_may_stand_once_only_is_refused_the_second_time(annex, key, parts):
    """COUNTIF compares long numbers by 15 digits, so it is never used; the formula is about the first cell."""
    found = validation_of(annex, key)
    assert found.type == "custom"
    assert found.errorStyle in {None, "stop"}
    assert all(part in found.formula1 for part in parts)
    assert "COUNTIF" not in found.formula1


def test_a_persons_credential_may_come_again_in_each_of_his_steps():
    assert validation_of(2, "credential").type == "textLength"


@pytest.mark.parametrize(("annex", "key"), [(4, "id_number"), (4, "credential"), (3, "item_code")])
def test_formulas_of_validations_keep_within_what_excel_takes(annex, key):
    """255 characters in the longest of blanks, no arrays of constants, no other sheets' cells but by name."""
    column = load_form(annex).column(key)
    formula = Refusals._standing_once(column, column.header, Span(7, 27, 27), 50_006)["value"].removeprefix("=")
    assert len(formula) <= 255
    assert not set("{}!") & set(formula)


def test_every_validation_hints_at_what_to_type(blank):
    form, places, workbook = blank
    validations = workbook[form.sheet].data_validations.dataValidation
    for one in validations:
        assert one.showInputMessage
        assert 0 < len(one.promptTitle) <= 32
        assert re.search("[一-鿿]", one.prompt)
        assert len(one.prompt) <= 255
    by_cell = {str(one.sqref).split(":")[0]: one for one in validations}
    for column in form.columns:
        found = by_cell.get(f"{get_column_letter(places.columns[column.key])}{places.first_row}")
        if found:
            assert found.promptTitle == column.header
            assert found.prompt.startswith(column.help)


def test_only_what_is_typed_can_be_changed(blank):
    """Title, labels, headers, lists and formulas are locked, without a password; values and entry rows are not."""
    form, places, workbook = blank
    assert all(sheet.protection.sheet and not sheet.protection.password for sheet in workbook)
    sheet = workbook[form.sheet]
    typed = {(line.value.row, line.value.first) for line in places.header_cells.values()}
    for row in sheet.iter_rows(max_row=places.last_row(form.rows)):
        for cell in row:
            if not isinstance(cell, MergedCell):
                entry = cell.row >= places.first_row
                assert cell.protection.locked != (entry or (cell.row, cell.column) in typed), cell.coordinate


def test_rows_columns_and_filters_are_left_free(blank):
    form, places, workbook = blank
    sheet = workbook[form.sheet]
    for allowed in ("insertRows", "deleteRows", "formatColumns", "formatRows", "autoFilter", "sort"):
        assert getattr(sheet.protection, allowed) is False, allowed
    for locked in ("insertColumns", "deleteColumns", "formatCells"):
        assert getattr(sheet.protection, locked) is True, locked
    last = places.last_row(form.rows)
    assert bool(sheet.auto_filter.ref) != bool(form.tiers)
    for row in range(places.first_row, last + 1):
        # A row can be deleted on a protected sheet only where all of it is unlocked, far beyond the table.
        assert not sheet.row_dimensions[row].protection.locked


def test_every_required_column_and_every_flag_has_its_colour(blank):
    form, places, workbook = blank
    sheet = workbook[form.sheet]
    coloured: dict[str, set[str]] = {}
    for cells, rules in sheet.conditional_formatting._cf_rules.items():
        for rule in rules:
            assert rule.type == "expression"
            assert rule.dxf.fill.bgColor.rgb in {f"FF{MISSING[1:]}", f"FF{FAULTY[1:]}"}
            coloured.setdefault(str(cells.sqref).split(":")[0], set()).add(rule.formula[0])
    for column in form.columns:
        found = coloured.get(f"{get_column_letter(places.columns[column.key])}{places.first_row}", set())
        missing = f"INDEX(_missing_{column.key},ROW()-ROW($A${places.header_row}))=1"
        assert (missing in found) == column.required
    for field in form.header:
        value = places.header_cells[field.key].value
        found = coloured.get(f"{get_column_letter(value.first)}{value.row}", set())
        assert any(f"_h_{field.key}" in one for one in found) == field.required


def test_every_name_in_a_formula_is_defined(blank):
    """A misspelt name would show as #NAME? on the clerk's screen only."""
    form, _, workbook = blank
    texts = [one.formula1 for one in workbook[form.sheet].data_validations.dataValidation]
    for rules in workbook[form.sheet].conditional_formatting._cf_rules.values():
        texts.extend(rule.formula[0] for rule in rules)
    for sheet in workbook:
        texts.extend(cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f")
    used = {name for text in texts for name in re.findall(r"(?<![\w\"|])_[a-z_0-9]+", re.sub('"[^"]*"', '""', text))}
    assert used <= set(workbook.defined_names)
    assert "_begun" in used


def test_formulas_use_only_functions_that_every_program_has(blank):
    _, _, workbook = blank
    used: set[str] = set()
    for sheet in workbook:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    used.update(re.findall(r"([A-Z]+)\(", re.sub('"[^"]*"', '""', cell.value)))
    assert used <= FUNCTIONS
    assert "HYPERLINK" in used


def test_each_violation_comes_with_its_five_tiers():
    form = load_form(3)
    places = layout(form)
    sheet = opened(3, rows=4).active
    tiers = [sheet.cell(places.first_row + row, places.columns["tier"]).value for row in range(20)]
    assert tiers == ["从轻", "较轻", "一般", "较重", "严重"] * 4
    assert sheet.max_row == places.first_row + 19


def test_what_stands_once_for_five_tiers_is_one_cell():
    form = load_form(3)
    places = layout(form)
    merged = {str(cells) for cells in opened(3, rows=2).active.merged_cells.ranges}
    for column in form.columns:
        letter = get_column_letter(places.columns[column.key])
        for top in (places.first_row, places.first_row + 5):
            assert (f"{letter}{top}:{letter}{top + 4}" in merged) == column.block


def test_another_ladder_may_stand_after_a_warning():
    """Provincial standards name tiers of their own: the list warns, it does not refuse."""
    form = load_form(3)
    letter = get_column_letter(layout(form).columns["tier"])
    found = [one for one in opened(3).active.data_validations.dataValidation if str(one.sqref).startswith(letter)]
    assert [one.errorStyle for one in found if "从轻" in one.formula1] == ["warning"]


def test_a_list_too_long_for_the_file_format_goes_by_name():
    """255 characters are the limit of a list in a cell; the names then stand on the very hidden sheet."""
    form = load_form(4)
    long = tuple(f"第{number}类行政执法领域的类别名称" for number in range(40))
    awkward = ("安全生产,消防", "环保")
    columns = tuple(
        column._replace(choices={"category": long, "area": awkward}.get(column.key, column.choices))
        for column in form.columns
    )
    changed = replace(form, columns=columns)
    workbook = load_workbook(BytesIO(blank_bytes(changed, load_notice())))
    places = layout(changed)
    for key, choices in (("category", long), ("area", awkward)):
        letter = get_column_letter(places.columns[key])
        one = next(
            one
            for one in workbook.active.data_validations.dataValidation
            if str(one.sqref).startswith(f"{letter}{places.first_row}:")
        )
        ((sheet, cells),) = workbook.defined_names[one.formula1.lstrip("=")].destinations
        assert sheet == MARK_SHEET
        assert tuple(cell.value for (cell,) in workbook[sheet][cells]) == choices
        assert len(one.error) <= 255
    assert mark_of(workbook)["edition"] == form.edition


def test_equal_inputs_give_equal_bytes():
    wishes = {"unit": "县安监局", "year": 2014}
    first, second = (blank_bytes(load_form(3), load_notice(), **wishes) for _ in range(2))
    assert first == second
    assert load_workbook(BytesIO(first)).properties.created == datetime(2014, 6, 13)


def test_the_blank_is_written_where_it_was_asked_for(tmp_path):
    form = load_form(1)
    path = tmp_path / "空白表" / blank_name(form, "县安监局", 2014)
    assert write_blank(form, load_notice(), path, unit="县安监局", year=2014) == path
    assert path.read_bytes() == blank_bytes(form, load_notice(), unit="县安监局", year=2014)


def test_a_filled_form_is_not_overwritten_without_force(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"filled")
    with pytest.raises(EnforcerError, match=r"已经存在.*--force"):
        write_blank(load_form(1), load_notice(), path)
    assert path.read_bytes() == b"filled"
    write_blank(load_form(1), load_notice(), path, force=True)
    assert path.read_bytes() != b"filled"


@pytest.mark.parametrize("rows", [0, -1, 10_001])
def test_a_number_of_rows_that_cannot_be_is_refused(rows):
    with pytest.raises(EnforcerError, match="行数应在1到10000之间"):
        blank_bytes(load_form(1), load_notice(), rows=rows)


@pytest.mark.parametrize("year", [0, 14, 1999, 2100, 20140])
def test_a_year_that_cannot_be_is_refused(year):
    with pytest.raises(EnforcerError, match="--year"):
        blank_bytes(load_form(1), load_notice(), year=year)


def test_rows_may_be_more_or_fewer():
    places = layout(load_form(2))
    assert opened(2, rows=3).active.max_row == places.last_row(3)
    assert opened(2, rows=300).active.max_row == places.last_row(300)


_TYPED = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf"]), min_size=1, max_size=60).filter(
    lambda text: text.strip() and not re.search(r"_x[0-9A-Fa-f]{4}_", text)
)


@settings(max_examples=40, deadline=None)
@given(
    _TYPED | st.sampled_from(["=1+1", "+1", "-1", "@A1", "{=1}", "http://a.cn", "1e5", "TRUE", "&P", "'a", '"', "<a>&"])
)
def test_any_unit_name_stays_text_in_a_sound_workbook(unit):
    """Whatever a unit is called, it is written as text, read back the same, and no formula comes of it."""
    workbook = opened(1, unit=unit, year=2014, rows=1)
    sheet, places = workbook.active, layout(load_form(1))
    value = places.header_cells["unit"].value
    cell = sheet.cell(value.row, value.first)
    marked = {one.name: one.value for one in workbook.custom_doc_props.props}["enforcer.unit"]
    assert cell.data_type == "s"
    assert cell.value == mark_of(workbook)["unit"] == marked
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)
