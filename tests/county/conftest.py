"""A workspace with a handful of units, and what they send in: typed workbooks and documents."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from enforcer.county.intake.known import Known, known_in
from enforcer.county.workspace import Workspace
from enforcer.domain.unit import Unit
from enforcer.forms import load_form
from enforcer.workbook.roster.writing import roster_bytes

UNITS = (
    Unit("桓台县安全生产监督管理局", "001", ("县安监局",), "行政机关", superior="市安监局"),
    Unit("桓台县农业局", "002", ("县农业局",), "行政机关", superior="市农业局"),
    Unit("桓台县公安局", "003", nature="行政机关", exemption="公安", own_credentials=True, superior="市公安局"),
    Unit("唐山镇人民政府", "004", nature="行政机关", penalty_power=False, superior="县政府"),
    Unit("桓台县农机局", "005", nature="行政机关", superior="市局", until=date(2014, 5, 31), successor="桓台县农业局"),
)
SETTINGS = 'county = "桓台县"\nyear = 2014\ncontact = "王五 0533-8210000"\n'

PLAN = {
    "unit": "县安监局",
    "year": 2014,
    "document_number": "桓安监发〔2014〕12号",
    "published": "2014-06-16",
    "superior": "市安监局",
    "filed_superior": "2014-06-18",
    "filed": "2014-06-20",
}
INSPECTION = {
    "number": 1,
    "kind": "年度",
    "basis": "《安全生产法》第五十六条",
    "body": "监察大队",
    "inspectors": "张三、李四",
    "period": "3月至10月",
    "place": "全县",
    "matter": "安全生产责任制落实情况",
    "target": "危险化学品企业",
}
OFFICER = {
    "number": 1,
    "name": "张三",
    "sex": "男",
    "body": "监察大队",
    "position": "科员",
    "field": "安全生产",
    "remark": "申领中",
}
REGISTER = {"unit": "县安监局", "year": 2014, "filed": "2014-07-10"}


def fill(
    sheet: object, annex: int, header: Mapping[str, object], rows: Sequence[Mapping[str, object]], unit: str
) -> None:
    """Types one annex into a sheet, cell by cell, on the form's own headers."""
    form = load_form(annex)
    sheet.title = form.sheet
    sheet["A1"] = form.title.format(county="桓台县", unit=unit, year=header.get("year") or "")
    labels = {entry.key: entry.label for entry in form.header}
    for place, (key, value) in enumerate(header.items()):
        sheet.cell(2, 2 * place + 1, f"{labels[key]}：")
        sheet.cell(2, 2 * place + 2, value)
    for column, entry in enumerate(form.columns, 1):
        sheet.cell(3, column, entry.header)
        for row, cells in enumerate(rows, 4):
            sheet.cell(row, column, cells.get(entry.key))


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    """A workspace with five units, without a ledger yet."""
    root = tmp_path / "工作"
    root.mkdir()
    (root / "enforcer.toml").write_text(SETTINGS, encoding="utf-8")
    (root / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 13), UNITS))
    return Workspace(root)


@pytest.fixture
def known(workspace) -> Known:
    """What the workspace knows of a delivery on 2014-06-25 of which nothing was said."""
    return known_in(workspace, date(2014, 6, 25), marks=False)


@pytest.fixture
def plan(tmp_path) -> Callable[..., Path]:
    """plan("a.xlsx", unit="县农业局", title="农业局", rows={"kind": "季度"}): an annual plan, sound but for that."""

    def write(name: str = "附件1.xlsx", title: str = "安监局", rows: object = None, **header: object) -> Path:
        book = openpyxl.Workbook()
        fill(book.active, 1, {**PLAN, **header}, [{**INSPECTION, **(rows or {})}], title)
        path = tmp_path / "来件" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        book.save(path)
        return path

    return write


@pytest.fixture
def two_annexes(tmp_path) -> Path:
    """One workbook of 县安监局 with annexes 1 and 4."""
    book = openpyxl.Workbook()
    fill(book.active, 1, PLAN, [INSPECTION], "安监局")
    fill(book.create_sheet(), 4, REGISTER, [OFFICER], "安监局")
    path = tmp_path / "来件" / "材料.xlsx"
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)
    return path


@pytest.fixture
def document(tmp_path) -> Callable[..., Path]:
    """document("执法责任制.docx"): a file that is no table."""

    def write(name: str, content: bytes = b"%PDF-1.4 \xe6\x9d\x90\xe6\x96\x99") -> Path:
        path = tmp_path / "来件" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        return path

    return write
