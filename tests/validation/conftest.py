"""Folders of a county, one a unit, with workbooks typed cell by cell on the forms' headers."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import openpyxl
import pytest

from enforcer.forms import load_form

HEADER = {
    1: {"filed": "2014-06-20"},
    2: {"filed": "2014-07-10"},
    3: {"filed": "2014-07-20"},
    4: {"filed": "2014-07-11"},
}
TIERS = ("从轻", "较轻", "一般", "较重", "严重")


@pytest.fixture
def filed(tmp_path) -> Callable[..., Path]:
    """filed("县安监局/annex1.xlsx", 1, [row, …], unit="县安监局") writes a workbook below the county's folder."""

    def write(name: str, annex: int, rows: Sequence[Mapping[str, object]], **header: object) -> Path:
        form = load_form(annex)
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = form.sheet
        labels = {entry.key: entry.label for entry in form.header}
        lines = {"year": 2014, **HEADER[annex], **header}
        sheet["A1"] = form.name
        typed = [(labels[key], value) for key, value in lines.items() if value is not None]
        for place, (label, value) in enumerate(typed):
            sheet.cell(2, 2 * place + 1, f"{label}：")
            sheet.cell(2, 2 * place + 2, value)
        for column, entry in enumerate(form.columns, 1):
            sheet.cell(3, column, entry.header)
            for row, cells in enumerate(rows, 4):
                sheet.cell(row, column, cells.get(entry.key))
        path = tmp_path / "county" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        book.save(path)
        return path

    return write


@pytest.fixture
def inspection() -> Callable[..., dict[str, object]]:
    """A sound row of annex 1 but for what is typed over."""
    sound = {
        "number": 1,
        "kind": "年度",
        "basis": "《安全生产法》第五十六条",
        "body": "监察大队",
        "inspectors": "张三、李四",
        "period": "3月至10月",
        "place": "全县",
        "matter": "安全生产责任制",
        "target": "危险化学品企业",
    }
    return lambda **over: {**sound, **over}


@pytest.fixture
def officer() -> Callable[..., dict[str, object]]:
    """A row of annex 4."""
    return lambda name, **over: {
        "name": name,
        "credential": f"C-{sum(map(ord, name)):06}",
        "valid_until": "2015-08-31",
        **over,
    }


@pytest.fixture
def ladder() -> Callable[..., list[dict[str, object]]]:
    """The five rows of an item."""
    return lambda basis, low=10000: [
        {
            "number": 1,
            "violation": "没有设置警示标志",
            "legal_basis": basis,
            "statutory_fine": "五万元以下",
            "tier": tier,
            "conditions": f"第{place}种",
            "standard": f"处{low + place * 8000}元以上{low + place * 8000 + 8000}元以下罚款",
        }
        for place, tier in enumerate(TIERS)
    ]
