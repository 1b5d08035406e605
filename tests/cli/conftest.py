"""The command line, run in-process as users type it, and filled workbooks to run it on."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest

from enforcer.cli.door import main
from enforcer.forms import load_form

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
BENCHMARK = {
    "unit": "县安监局",
    "year": 2014,
    "filed": "2014-07-20",
    "applied_standard": "本单位",
    "published_number": "桓安监发〔2014〕20号",
    "published": "2014-07-18",
}
LADDER = [
    {
        "number": 1,
        "violation": "未如实记录培训情况",
        "legal_basis": "《安全生产法》第九十四条：可以处五万元以下的罚款",
        "statutory_fine": "五万元以下",
        "tier": tier,
        "conditions": f"第{place}种情形",
        "standard": f"处{low}元以上{low + 8000}元以下罚款",
    }
    for place, (tier, low) in enumerate(zip(load_form(3).tiers, range(10000, 50000, 8000), strict=True), 1)
]


@pytest.fixture
def enforcer(capsys) -> Callable[..., tuple[int, str, str]]:
    """Runs a command line: (exit code, standard output, standard error)."""

    def run(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([str(one) for one in arguments])
        printed = capsys.readouterr()
        return int(left.value.code or 0), printed.out, printed.err

    return run


@pytest.fixture
def typed(tmp_path) -> Callable[..., Path]:
    """typed("plan.xlsx", 1, header, rows): a workbook typed cell by cell on the form's headers, without our blank."""

    def write(name: str, annex: int, header: Mapping[str, object], rows: Sequence[Mapping[str, object]]) -> Path:
        form = load_form(annex)
        book = openpyxl.Workbook()
        sheet = book.active
        sheet.title = form.sheet
        sheet["A1"] = form.title.format(county="桓台县", unit="安监局", year=2014)
        labels = {entry.key: entry.label for entry in form.header}
        for place, (key, value) in enumerate(header.items()):
            sheet.cell(2, 2 * place + 1, f"{labels[key]}：")
            sheet.cell(2, 2 * place + 2, value)
        for column, entry in enumerate(form.columns, 1):
            sheet.cell(3, column, entry.header)
            for row, cells in enumerate(rows, 4):
                sheet.cell(row, column, cells.get(entry.key))
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        book.save(path)
        return path

    return write


@pytest.fixture
def cases() -> SimpleNamespace:
    """Header lines and rows that pass."""
    return SimpleNamespace(PLAN=PLAN, INSPECTION=INSPECTION, BENCHMARK=BENCHMARK, LADDER=LADDER)
