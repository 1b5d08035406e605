"""The form's own arithmetic in a real spreadsheet program: what 自检 counts is what `enforcer validate` finds.

Each case is a blank as a clerk fills it, with faults. Values are typed by a program and so past the validations, as
pasting does: `validate` must find them all the same. LibreOffice calculates all cases in one go.
"""

import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import Workbook, load_workbook
from python_calamine import CalamineWorkbook

from enforcer.forms import load_form
from enforcer.notices import load_notice
from enforcer.validation import Request, read_file, validate
from enforcer.workbook.blank import SELF_CHECK_SHEET, blank_bytes
from enforcer.workbook.blank.checks import SPARE_ROWS
from enforcer.workbook.blank.self_check_sheet import _WORDS
from enforcer.workbook.layout import layout

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice (soffice) is not installed here")

Cells = Mapping[tuple[int, str], object]
EMPTY = "整个表格"


def id_number(body: str) -> str:
    """The id number with this body, its check digit by the rule of GB 11643-1999."""
    total = sum(int(digit) * pow(2, 17 - place, 11) for place, digit in enumerate(body))
    return body + "10X98765432"[total % 11]


def officer(serial: int, **other: object) -> dict[str, object]:
    """A sound row of annex 4."""
    sound = {
        "name": "张王李赵钱孙周吴"[serial] + "某",
        "sex": "男" if serial % 2 else "女",
        "id_number": id_number(f"37032119800101{100 + serial}"),
        "body": "监察二中队",
        "post": "副队长",
        "category": "安全监察",
        "credential": f"C-{serial:06}",
        "valid_until": date(2016, 5, 31),
    }
    return {**sound, **other}


def inspection(**other: object) -> dict[str, object]:
    """A sound row of annex 1."""
    sound = {
        "basis": "《烟花爆竹安全管理条例》第五条",
        "body": "监察二中队",
        "inspectors": "王某、赵某",
        "period": "2014年9月",
        "place": "全县",
        "matter": "烟花爆竹零售点",
        "target": f"危险化学品生产企业{other.pop('serial', 1)}",
    }
    return {**sound, **other}


def step(name: str, **other: object) -> dict[str, object]:
    """A sound row of annex 2."""
    sound = {"step": name, "manner": "填写表格", "time_limit": "7日内", "body": "监察二中队", "handlers": "王某、赵某"}
    return {**sound, **other}


def violation(serial: int, **other: object) -> dict[tuple[int, str], object]:
    """A sound violation of annex 3 with its five tiers; `other` is by column key, for the first row."""
    top = 5 * serial
    basis = f"《某条例》第{serial + 3}条：处二万元以下的罚款"
    cells: dict[tuple[int, str], object] = {
        (top, "violation"): f"违反第{serial}项规定",
        (top, "legal_basis"): basis,
    }
    for tier, (low, high) in enumerate([(4, 8), (8, 11), (11, 14), (14, 17), (17, 20)]):
        cells[top + tier, "conditions"] = f"逾期{tier + 1}日改正的"
        cells[top + tier, "standard"] = f"处{low}000元以上{high}000元以下罚款"
    return cells | {(top, key): value for key, value in other.items()}


def table(*rows: Mapping[str, object]) -> Cells:
    return {(number, key): value for number, row in enumerate(rows) for key, value in row.items()}


FILED = {
    1: {"filed": date(2014, 6, 20), "document_number": "桓安监发〔2014〕12号"},
    2: {"filed": date(2014, 7, 10)},
    3: {"filed": date(2014, 7, 20)},
    4: {"filed": date(2014, 7, 10)},
}


class Case(NamedTuple):
    """A filled form and what its 自检 must count: (栏目, kind of fault) -> how many; nothing else."""

    annex: int
    cells: Cells
    counts: Mapping[tuple[str, str], int] = {}
    header: Mapping[str, object] = {}


TWIN = officer(1)["id_number"]
STEPS = ("检查登记", "立案", "调查", "决定", "送达")
CASES = {
    "plan-sound": Case(1, table(inspection(), inspection(serial=2))),
    "plan-empty": Case(1, {}, {(EMPTY, "empty"): 1}),
    "plan-nil": Case(1, {(0, "basis"): "零报告", (0, "remarks"): "职能已划转"}, header={"document_number": None}),
    "plan-missing": Case(
        1,
        table(
            inspection(inspectors=None, place="  "),
            inspection(serial=2, matter="无"),
            inspection(serial=3, period="——"),
        ),
        {
            ("检查人员", "missing"): 1,
            ("检查地点（范围）", "missing"): 1,
            ("检查内容", "missing"): 1,
            ("检查时间", "missing"): 1,
        },
    ),
    "plan-begun-by-a-choice": Case(
        1,
        table(inspection(), {"kind": "年度"}),
        {
            (header, "missing"): 1
            for header in ("检查依据", "检查机构", "检查人员", "检查时间", "检查地点（范围）", "检查内容", "检查对象")
        },
    ),
    "plan-without-number": Case(1, table(inspection()), {("发文字号", "header"): 1}, {"document_number": "无"}),
    "plan-choice": Case(1, table(inspection(kind="例行")), {("检查类型", "choice"): 1}),
    "plan-long-and-odd-texts": Case(
        1, table(inspection(matter="隐患" * 400), inspection(serial=2, matter="*"), inspection(serial=3, place="?处"))
    ),
    "steps-sound": Case(2, table(*map(step, STEPS))),
    "steps-missing": Case(
        2,
        table(*map(step, STEPS[:4]), step("送达", time_limit=None, handlers="无")),
        {("时限", "missing"): 1, ("承办人员", "missing"): 1},
    ),
    "steps-choice": Case(2, table(*(step(name, procedure="某种程序") for name in STEPS)), {("程序类别", "choice"): 5}),
    "benchmark-sound": Case(3, violation(0) | violation(1)),
    "benchmark-nil": Case(3, {(0, "violation"): "零报告", (0, "remarks"): "无行政处罚权"}),
    "benchmark-missing": Case(
        3,
        violation(0) | {(1, "conditions"): None, (3, "standard"): "/"} | violation(1, legal_basis=None) | violation(2),
        {("适用条件", "missing"): 1, ("具体标准", "missing"): 1, ("法定依据", "missing"): 1},
    ),
    "benchmark-begun-by-its-name": Case(
        3,
        violation(0) | {(5, "violation"): "违反某项规定"},
        {("法定依据", "missing"): 1, ("适用条件", "missing"): 5, ("具体标准", "missing"): 5},
    ),
    "benchmark-tiers": Case(
        3,
        violation(0) | {(2, key): None for key in ("tier", "conditions", "standard")} | violation(1),
        {("裁量阶次", "tiers"): 1},
    ),
    "benchmark-same-tier-twice": Case(3, violation(0) | {(1, "tier"): "从轻"}, {("裁量阶次", "tiers"): 1}),
    "benchmark-tier-word-missing": Case(3, violation(0) | {(1, "tier"): None}, {("裁量阶次", "missing"): 1}),
    "benchmark-by-the-province": Case(
        3,
        violation(0, source="省") | {(row, key): None for row in (3, 4) for key in ("tier", "conditions", "standard")},
        header={"standard_name": "《山东省某某行政处罚裁量基准》"},
    ),
    "benchmark-codes": Case(
        3,
        violation(0, item_code="C0001")
        | violation(1, item_code="无")
        | violation(2, item_code="C0001")
        | violation(3, item_code="无"),
        {("事项编码", "twice"): 1},
    ),
    "officers-sound": Case(4, table(*(officer(serial) for serial in range(6)))),
    "officers-nil": Case(4, {(0, "name"): "零报告", (0, "remarks"): "没有执法人员"}),
    "officers-missing": Case(
        4,
        table(officer(0, post=None), officer(1, category="-"), officer(2, credential=None, valid_until=None)),
        {("职务", "missing"): 1, ("执法类别", "missing"): 1, ("执法证号", "missing"): 1, ("有效期至", "missing"): 1},
    ),
    "officers-applying": Case(4, table(officer(0, credential=None, valid_until=None, remarks="执法证申领中"))),
    "officers-ids": Case(
        4,
        table(
            officer(0, id_number="37032119800101123"),
            officer(1, id_number=f"{officer(1)['id_number'][:17]}{(int(officer(1)['id_number'][17], 36) + 1) % 10}"),
            officer(2, id_number=id_number("99032119800101102")),
            officer(3, id_number=id_number("37032119801301103")),
            officer(4, id_number="370321800101104"),
            officer(5, id_number=370321198001011050),
            officer(6, id_number="三七零三二一一九八零零一零一一零六四"),
            officer(7),
        ),
        {("身份证号", "invalid"): 7},
    ),
    "officers-lower-case-x": Case(4, table(officer(0, id_number=id_number("37032119800101004").lower()))),
    "officers-sex": Case(4, table(officer(0, sex="男"), officer(1)), {("性别", "contradicts"): 1}),
    "officers-twice": Case(
        4,
        table(officer(0), officer(1), officer(2, id_number=TWIN, sex="男"), officer(3, id_number=TWIN)),
        {("身份证号", "twice"): 2},
    ),
    "officers-alike-in-fifteen-digits": Case(
        4,
        table(
            officer(0, id_number=id_number("37032119800101120")), officer(1, id_number=id_number("37032119800101121"))
        ),
    ),
    "officers-credentials": Case(
        4, table(officer(0), officer(1, credential="C-000000"), officer(2)), {("执法证号", "twice"): 1}
    ),
    "officers-expired": Case(
        4,
        table(
            officer(0, valid_until=date(2014, 7, 9)),
            officer(1, valid_until=date(2014, 7, 10)),
            officer(2, valid_until="2013年7月10日"),
            officer(3, valid_until="2014.7.9"),
            officer(4, valid_until=date(2014, 1, 1), remarks="申领中"),
        ),
        {("有效期至", "expired"): 3},
    ),
    "officers-without-filing-day": Case(
        4, table(officer(0, valid_until=date(2010, 1, 1))), {("报县法制办日期", "header"): 1}, {"filed": None}
    ),
    "officers-dates-and-choices": Case(
        4,
        table(officer(0, valid_until="长期"), officer(1, sex="先生"), officer(2, issued="去年", education="大学生")),
        {("有效期至", "date"): 1, ("性别", "choice"): 1, ("发证日期", "date"): 1, ("学历", "choice"): 1},
    ),
    "officers-filed-some-day": Case(4, table(officer(0)), {("报县法制办日期", "header-date"): 1}, {"filed": "已报"}),
}
CODES = {
    "missing": {"A101", "A203", "A306", "A401"},
    "invalid": {"A402", "W008"},
    "contradicts": {"A403"},
    "twice": {"A404", "A405", "A316"},
    "expired": {"A406"},
    "choice": {"W004"},
    "date": {"W004"},
    "tiers": {"A301"},
}
FAULTS = {words: fault for fault, words in _WORDS.items()}
FAULTS |= {"没有填写": "header", "一行也没有填写，也没有填“零报告”": "empty", "行太多，后面的行自检不到": "beyond"}


@cache
def blank(annex: int) -> Workbook:
    """The blank, opened once for all cases: what a case typed is taken out again."""
    form = load_form(annex)
    return load_workbook(BytesIO(blank_bytes(form, load_notice(), unit="县安监局", year=2014, rows=8)))


def filled(case: Case, path: Path) -> Path:
    """The case as a file: the blank with its values, formulas without results as openpyxl leaves them."""
    form, places = load_form(case.annex), layout(load_form(case.annex))
    sheet = blank(case.annex)[form.sheet]
    typed = {(places.first_row + row, places.columns[key]): value for (row, key), value in case.cells.items()}
    for key, value in {**FILED[case.annex], **case.header}.items():
        cell = places.header_cells[key].value
        typed[cell.row, cell.first] = value
    before = {at: (sheet.cell(*at).value, sheet.cell(*at).number_format) for at in typed}
    for at, value in typed.items():
        sheet.cell(*at).value = value
    blank(case.annex).save(path)
    for at, (value, number_format) in before.items():
        sheet.cell(*at).value = value
        sheet.cell(*at).number_format = number_format
    return path


def soffice(folder: Path, target: str, paths: list[Path]) -> Path:
    """Opens these files in LibreOffice and saves them as `target` into a folder of their own."""
    out = folder / f"as-{target}"
    profile = (folder / "profile").as_uri()
    command = ["soffice", "--headless", f"-env:UserInstallation={profile}", "--convert-to", target, "--outdir", out]
    subprocess.run([*command, *paths], check=True, capture_output=True, timeout=300)
    return out


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("self-check")


INSERTED, TOO_MANY = "officers-with-a-row-inserted", "officers-with-too-many-rows"


def with_row_inserted(path: Path) -> Path:
    """Three officers and, as a spreadsheet program inserts it, a row before the second of them with no id in it."""
    filled(Case(4, table(*(officer(serial) for serial in range(3)))), path)
    places, workbook = layout(load_form(4)), load_workbook(path)
    sheet = workbook[load_form(4).sheet]
    sheet.insert_rows(places.first_row + 1)
    for key, value in officer(3, id_number=None).items():
        sheet.cell(places.first_row + 1, places.columns[key]).value = value
    move_ends(workbook, sheet.title, 1)
    workbook.save(path)
    return path


def with_too_many_rows(path: Path) -> Path:
    """More rows inserted than were kept ready, and an officer in the last of them."""
    filled(Case(4, table(officer(0))), path)
    places, workbook = layout(load_form(4)), load_workbook(path)
    sheet = workbook[load_form(4).sheet]
    move_ends(workbook, sheet.title, SPARE_ROWS)
    for key, value in officer(1).items():
        sheet.cell(places.last_row(8) + SPARE_ROWS + 1, places.columns[key]).value = value
    workbook.save(path)
    return path


def move_ends(workbook: Workbook, sheet: str, rows: int) -> None:
    """Named ranges of the sheet end so many rows further down: what inserting rows does to them."""
    for name in workbook.defined_names.values():
        start, colon, end = name.attr_text.rpartition(":")
        if colon and sheet in start:
            _, letters, row = end.split("$")
            name.attr_text = f"{start}:${letters}${int(row) + rows}"


@pytest.fixture(scope="module")
def typed(folder) -> dict[str, Path]:
    """Case -> the file as filled in."""
    files = {name: filled(case, folder / f"{name}.xlsx") for name, case in CASES.items()}
    files[INSERTED] = with_row_inserted(folder / f"{INSERTED}.xlsx")
    files[TOO_MANY] = with_too_many_rows(folder / f"{TOO_MANY}.xlsx")
    return files


class Line(NamedTuple):
    """A line of 自检 as a clerk sees it."""

    name: str
    words: str
    count: object
    first: str
    remedy: str


@pytest.fixture(scope="module")
def calculated(folder, typed) -> dict[str, list[Line]]:
    """Case -> 自检 line by line, as LibreOffice calculated and saved it."""
    out = soffice(folder, "xlsx", list(typed.values()))
    pages = {}
    for name, path in typed.items():
        with CalamineWorkbook.from_path(str(out / path.name)) as workbook:
            rows = workbook.get_sheet_by_name(SELF_CHECK_SHEET).to_python()
        pages[name] = [Line(*row[:5]) for row in rows]
    return pages


def counting(lines: list[Line]) -> Iterator[Line]:
    """The lines that count something."""
    return (line for line in lines if isinstance(line.count, float))


def counts(lines: list[Line]) -> dict[tuple[str, str], int]:
    """(栏目, kind of fault) -> how many, of the lines that count any."""
    found = {}
    for line in counting(lines):
        fault = FAULTS[line.words]
        header = fault == "date" and line.name == "报县法制办日期"
        if line.count:
            found[line.name, "header-date" if header else fault] = int(line.count)
    return found


@pytest.mark.parametrize("name", CASES)
def test_it_counts_what_is_missing_or_wrong_and_nothing_else(name, calculated):
    assert counts(calculated[name]) == dict(CASES[name].counts)


@pytest.mark.parametrize("name", CASES)
def test_it_says_so_in_plain_words(name, calculated):
    total = sum(CASES[name].counts.values())
    assert calculated[name][1].name == (f"还有 {total} 处要补正" if total else "可以报送")


@pytest.mark.parametrize("name", [name for name in CASES if name != "officers-without-filing-day"])
def test_validate_finds_the_same_in_spite_of_what_was_pasted_over(name, typed):
    """Cells of one merged block are one place for the clerk; `validate` reads each row that they stand for.

    Without a filing day the form judges no expiry, while `validate` takes the year's last day.
    """
    case, form = CASES[name], load_form(CASES[name].annex)
    places = layout(form)
    found: set[tuple[str, str, int]] = set()
    for finding in validate(typed[name]).all_findings():
        at = finding.place
        for fault, codes in CODES.items():
            if finding.code not in codes or at.field not in form.index:
                continue
            column = form.column(at.field)
            if finding.code == "W004" and (fault == "date") != (column.kind == "date"):
                continue
            block = places.entry_rows if column.block else 1
            found.add((column.header, fault, (at.row - places.first_row) // block))
    counted = {key: count for key, count in case.counts.items() if key[1] in CODES}
    assert Counter((header, fault) for header, fault, _ in found) == counted


@pytest.mark.parametrize(
    ("name", "code", "field"),
    [
        ("plan-without-number", "A107", "document_number"),
        ("officers-filed-some-day", "W004", "filed"),
        ("plan-empty", "A101", None),
    ],
)
def test_validate_finds_what_the_form_says_of_header_lines_and_empty_tables(name, code, field, typed):
    assert (code, field) in {(one.code, one.place.field) for one in validate(typed[name]).all_findings()}


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.counts])
def test_the_first_place_is_named_where_there_is_one(name, calculated):
    for line in counting(calculated[name]):
        assert line.first.startswith("第") if line.count else line.first == ""


def test_the_row_named_first_is_the_first(calculated):
    first_row = layout(load_form(4)).first_row
    named = {(line.name, FAULTS[line.words]): line.first for line in counting(calculated["officers-twice"])}
    assert named["身份证号", "twice"] == f"第{first_row + 2}行"


def test_it_stays_right_when_a_row_is_inserted(calculated):
    assert counts(calculated[INSERTED]) == {("身份证号", "missing"): 1}
    (line,) = (line for line in counting(calculated[INSERTED]) if line.count)
    assert line.first == f"第{layout(load_form(4)).first_row + 1}行"


def test_it_says_where_it_sees_no_further(calculated):
    assert counts(calculated[TOO_MANY]) == {(EMPTY, "beyond"): 1}


@pytest.mark.parametrize("target", ["xlsx", "xls", "ods"])
def test_what_a_clerk_saves_in_libreoffice_reads_the_same(target, folder, typed, calculated):
    names = ("benchmark-sound", "officers-sound", "officers-nil")
    out = folder / "as-xlsx" if target == "xlsx" else soffice(folder, target, [typed[name] for name in names])
    for name in names:
        (before,) = next(iter(read_file(typed[name], Request())))
        (after,) = next(iter(read_file(out / f"{name}.{target}", Request())))
        assert after.recognised_by == "mark"
        assert (after.unit, after.year, bool(after.nil)) == (before.unit, before.year, bool(before.nil))
        assert after.alterations == ()
        assert after.hidden == ()
        assert {key: line.text for key, line in after.header.items()} == {
            key: line.text for key, line in before.header.items()
        }
        keys = [column.key for column in load_form(before.annex).columns]
        assert [[row[key] for key in keys] for row in after.rows] == [[row[key] for key in keys] for row in before.rows]
