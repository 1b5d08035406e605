"""How a sheet is written: text stays text, numbers and days are such, heads stay, the clock is not in it."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from enforcer.domain.masking import masked
from enforcer.domain.sentence import Sentence
from enforcer.reports.legible import legible
from enforcer.reports.xlsx.book import Column, book

DAY = date(2014, 8, 1)
COLUMNS = (Column("单位", 20), Column("处数", 8, "number"), Column("期限", 12, "day"), Column("占比", 8, "share"))


def written(*rows: tuple[object, ...], columns: tuple[Column, ...] = COLUMNS) -> bytes:
    with book(DAY, "题", "办", str) as (made, content):
        made.table(made.sheet("表"), columns, rows, keep=1)
    return content.getvalue()


def opened(content: bytes) -> Worksheet:
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


def test_numbers_days_and_shares_are_such() -> None:
    sheet = opened(written(("县农业局", 1200, DAY, 0.25)))
    assert [one.value for one in sheet[1]] == ["单位", "处数", "期限", "占比"]
    name, count, day, share = sheet[2]
    assert (name.value, count.value, day.value.date(), share.value) == ("县农业局", 1200, DAY, 0.25)
    assert (count.number_format, day.number_format, share.number_format) == ("#,##0", "yyyy-mm-dd", "0%")


@pytest.mark.parametrize(
    "typed", ["=1+1", "{=1}", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "http://a.example", "mailto:a"]
)
def test_text_from_cells_starts_no_formula_and_no_link(typed: str) -> None:
    cell = opened(written((typed,), columns=COLUMNS[:1]))["A2"]
    assert cell.value == typed
    assert cell.data_type in ("s", "inlineStr")
    assert cell.hyperlink is None


@settings(max_examples=40)
@given(st.lists(st.text(max_size=40), min_size=1, max_size=8))
def test_any_text_is_read_back_as_it_can_be_shown(typed: list[str]) -> None:
    sheet = opened(written(*((one,) for one in typed), columns=COLUMNS[:1]))
    read = [sheet.cell(row, 1).value or "" for row in range(2, len(typed) + 2)]
    assert [openpyxl.utils.escape.unescape(one) for one in read] == [
        openpyxl.utils.escape.unescape(legible(masked(one))) for one in typed
    ]


def test_what_is_longer_than_a_cell_is_cut() -> None:
    assert len(opened(written(("长" * 40_000,), columns=COLUMNS[:1]))["A2"].value) == 32_767


def test_id_numbers_are_masked() -> None:
    assert opened(written(("370321199001011234",), columns=COLUMNS[:1]))["A2"].value == "370*************34"


def test_sentences_are_rendered_in_the_readers_language() -> None:
    with book(DAY, "题", "办", {"共{count}项": "{count} items", "&C第&P页　共&N页": "&CPage &P"}.__getitem__) as (
        made,
        content,
    ):
        made.table(made.sheet("表"), COLUMNS[:1], [(Sentence("共{count}项", {"count": 3}),)])
    assert opened(content.getvalue())["A2"].value == "3 items"


def test_the_head_stays_in_sight_prints_on_each_page_and_filters() -> None:
    sheet = opened(written(("甲", 1, DAY, 0.5), ("乙", 2, DAY, 0.5)))
    assert sheet.freeze_panes == "B2"
    assert sheet.auto_filter.ref == "A1:D3"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.column_dimensions["A"].width == pytest.approx(20, abs=1)


def test_a_sheet_prints_on_a4_one_page_wide() -> None:
    sheet = opened(written())
    assert str(sheet.page_setup.paperSize) == sheet.PAPERSIZE_A4
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.fitToWidth in (None, 1)  # one page is what is meant where nothing is said
    assert sheet.page_setup.fitToHeight == 0
    assert sheet.sheet_properties.pageSetUpPr.fitToPage


def test_a_table_without_rows_still_has_its_head() -> None:
    assert opened(written()).auto_filter.ref == "A1:D1"


def test_a_word_that_has_a_colour_gets_it() -> None:
    with book(DAY, "题", "办", str) as (made, content):
        sheet = made.sheet("表")
        made.table(sheet, COLUMNS[:1], [("逾期",)])
        made.tints(sheet, (1, 0, 1, 0), [("逾期", ("#FFC7CE", "#9C0006"))])
    rules = opened(content.getvalue()).conditional_formatting
    assert [rule.formula for area in rules for rule in area.rules] == [['"逾期"']]


def test_the_only_time_in_it_is_the_as_of_day() -> None:
    content = written(("甲", 1, DAY, 1))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = openpyxl.load_workbook(io.BytesIO(content)).properties
    assert properties.created.date() == properties.modified.date() == DAY
    assert content == written(("甲", 1, DAY, 1))
