"""The workbook: every table on its sheet, all findings, text that stays text, charts, and nothing LibreOffice minds."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from enforcer.locale import translator
from enforcer.reports.as_xlsx import render
from enforcer.reports.contents import Contents, contents
from enforcer.reports.zips import parts_of

SHEETS = [
    "汇总", "单位×事项", "逐项情况", "问题明细", "裁量", "人员", "事实清单", "登记表报备", "疑似多头执法（仅供法制办）",
    "年度考核计分", "说明",
]  # fmt: skip
OFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def content(county: Contents) -> bytes:
    return render(county, str)


@pytest.fixture(scope="module")
def book(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def column(sheet: Worksheet, head: str, top: int = 1) -> list[object]:
    """What stands under that head."""
    number = next(cell.column for cell in sheet[top] if cell.value == head)
    return [sheet.cell(row, number).value for row in range(top + 1, sheet.max_row + 1)]


def texts(book: openpyxl.Workbook) -> list[str]:
    return [str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_every_table_has_its_sheet(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == SHEETS


def test_the_sheets_have_english_names(english: Contents) -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(english, translator("en"))))
    assert len(book.sheetnames) == len(SHEETS)
    assert not [name for name in book.sheetnames if re.search(r"[\u4e00-\u9fff]", name)]


@pytest.mark.parametrize("name", ["逐项情况", "问题明细", "裁量", "人员", "事实清单", "登记表报备", "年度考核计分"])
def test_tables_keep_their_head_and_filter(book: openpyxl.Workbook, name: str) -> None:
    sheet = book[name]
    assert sheet.freeze_panes is not None
    assert sheet.auto_filter.ref.startswith("A1:")
    assert sheet.print_title_rows == "$1:$1"


def test_every_finding_is_a_row(book: openpyxl.Workbook, county: Contents) -> None:
    sheet = book["问题明细"]
    assert column(sheet, "代码") == [one.finding.code for one in county.findings]
    assert column(sheet, "单位") == [one.unit.name for one in county.findings]
    assert column(sheet, "单元格") == [one.finding.place.cell for one in county.findings]


def test_a_findings_field_is_called_as_in_the_form(book: openpyxl.Workbook) -> None:
    sheet = book["问题明细"]
    named = dict(zip(column(sheet, "代码"), column(sheet, "栏目"), strict=True))
    assert named["A302"] == "具体标准"
    assert named["F003"] is None


def test_many_findings_are_as_many_rows(many: Callable[[int], Contents]) -> None:
    sheet = parts_of(render(many(1_500), str))["xl/worksheets/sheet4.xml"]
    assert sheet.count(b"<row ") == 1_501
    assert b'<autoFilter ref="A1:S1501"/>' in sheet


def test_the_matrix_says_the_state_in_words_and_colours_it(book: openpyxl.Workbook) -> None:
    sheet = book["单位×事项"]
    assert sheet.freeze_panes == "B3"
    plan = next(cell.column for cell in sheet[2] if str(cell.value).startswith("检查计划"))
    states = {sheet.cell(row, 1).value: sheet.cell(row, plan).value for row in range(3, 9)}
    assert states["县安监局"].startswith("按期")
    assert states["县环保局"].startswith("迟报14天\n缺电子版")
    assert states["青禾镇"] == "逾期32天"
    assert re.fullmatch(r"免报\[\d\]", states["县农业执法大队"])
    rules = [rule.text for area in sheet.conditional_formatting for rule in area.rules]
    assert {"按期", "迟报", "逾期", "免报"} <= set(rules)


def test_the_matrix_has_totals_both_ways_and_the_copies_apart(book: openpyxl.Workbook, county: Contents) -> None:
    sheet = book["单位×事项"]
    named = {sheet.cell(row, 1).value: [cell.value for cell in sheet[row]][1:] for row in range(3, sheet.max_row + 1)}
    width = len(county.matrix.columns)
    assert sum(named["逾期（单位数）"][:width]) == named["逾期（单位数）"][width] == county.matrix.totals["overdue"]
    assert named["盖章纸质件：应报"] != named["电子版：应报"]
    assert any(str(name).startswith("[1]免报：") for name in named)


def test_the_summary_has_its_sentences_its_figures_and_two_charts(content: bytes, book: openpyxl.Workbook) -> None:
    sheet = book["汇总"]
    assert "截至2014-08-01" in str(sheet["A3"].value)
    figures = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=5, max_row=20)}
    assert figures["行政执法单位"] == 6
    charts = [part.decode() for name, part in parts_of(content).items() if name.startswith("xl/charts/chart")]
    assert len(charts) == 2
    for chart in charts:
        assert "汇总" in chart
        ranges = re.findall(r"<c:f>([^<]+)</c:f>", chart)
        assert ranges
        assert all(re.fullmatch(r"汇总!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?", one) for one in ranges)


def test_a_charts_series_are_the_figures_of_its_table(
    content: bytes, book: openpyxl.Workbook, county: Contents
) -> None:
    sheet = book["汇总"]
    chart = parts_of(content)["xl/charts/chart1.xml"].decode()
    for series in re.findall(r"<c:ser>.*?</c:ser>", chart, re.DOTALL):
        name, categories, values = re.findall(r"<c:f>汇总!([^<]+)</c:f>", series)
        state = sheet[name.replace("$", "")].value
        shown = [row[0].value for row in sheet[values.replace("$", "")]]
        titles = [row[0].value for row in sheet[categories.replace("$", "")]]
        assert titles == [one.title.render() for one in county.matrix.columns]
        key = {"按期": "on-time", "逾期": "overdue"}.get(state)
        if key:
            assert shown == [one.totals[key] for one in county.matrix.columns]


def test_the_facts_leave_the_judgement_to_people(book: openpyxl.Workbook, county: Contents) -> None:
    sheet = book["事实清单"]
    assert len(column(sheet, "单位")) == len(county.facts.rows) > 0
    assert set(column(sheet, "是否影响平台建设进程（由法制办填写）")) == {None}
    assert not [one for one in texts(book) if "应予通报" in one]
    assert "数据库" not in column(sheet, "应报事项")


def test_overlaps_are_marked_as_the_offices_own(hostile: Contents, book: openpyxl.Workbook) -> None:
    assert str(book[SHEETS[8]]["A1"].value).startswith("仅供法制办")
    rows = openpyxl.load_workbook(io.BytesIO(render(hostile, str)))[SHEETS[8]]
    assert column(rows, "单位", 2) == ["甲局", "乙局"]


def test_nothing_typed_becomes_a_formula_or_a_link(hostile: Contents) -> None:
    content = render(hostile, str)
    for name, part in parts_of(content).items():
        if name.startswith("xl/worksheets/"):
            assert b"<f>" not in part
            assert b"<hyperlink" not in part
            assert b"370321199001011234" not in part
    value = column(openpyxl.load_workbook(io.BytesIO(content))["问题明细"], "所填")[0]
    assert str(value).startswith("=1+1|<b>`x`</b>")


def test_points_show_their_arithmetic(book: openpyxl.Workbook) -> None:
    sheet = book["年度考核计分"]
    totals = [row for row in sheet.iter_rows(min_row=2, values_only=True) if row[1] == "合计"]
    assert len(totals) == 6
    for row in totals:
        full, *steps = re.split("[－＝]", row[7])
        assert steps[-1] == f"{row[6]:g}"
        taken = sum(float(a) * float(b or 1) for a, _, b in (one.partition("×") for one in steps[:-1]))
        assert float(full) - taken == row[6]


def test_a_county_without_units_says_so(empty: Contents) -> None:
    book = openpyxl.load_workbook(io.BytesIO(render(empty, str)))
    assert "没有可以报告的内容" in str(book["汇总"]["A3"].value)


def test_equal_standings_give_equal_bytes(content: bytes, county: Contents) -> None:
    assert render(contents(county.standing), str) == content


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_opens_it_and_keeps_every_sheet(hostile: Contents, tmp_path: Path, profile: str) -> None:
    given = tmp_path / "report.xlsx"
    given.write_bytes(render(hostile, str))
    done = subprocess.run(
        [str(OFFICE), profile, "--headless", "--convert-to", "ods", "--outdir", str(tmp_path / "out"), str(given)],
        capture_output=True,
        timeout=120,
        check=False,
        text=True,
    )
    assert done.returncode == 0
    assert "rror" not in done.stderr
    kept = parts_of((tmp_path / "out" / "report.ods").read_bytes())["content.xml"].decode()
    assert re.findall(r'<table:table table:name="([^"]+)"', kept)[: len(SHEETS)] == SHEETS
    assert "table:formula" not in kept
