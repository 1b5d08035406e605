"""enforcer validate, as a clerk of the office runs it."""

import json
import zipfile
from datetime import date
from hashlib import sha256

import jsonschema
import openpyxl
import pytest

import enforcer as package
from enforcer.domain.unit import Unit
from enforcer.schemas import load_schema


@pytest.fixture
def plan(typed, cases):
    return typed("plan.xlsx", 1, cases.PLAN, [cases.INSPECTION])


def test_a_sound_plan_passes_with_exit_code_0(enforcer, plan):
    code, out, err = enforcer("validate", plan)
    assert (code, err) == (0, "")
    assert "按表头识别" in out
    assert "基准日：2014-06-20（表内填报日期）" in out
    assert "X001 缺少材料：只核对了一个文件，没有附件4可以对照" in out
    assert out.endswith("共1个文件，未发现问题，2项未核。\n")


def test_a_missing_element_names_the_cell_and_is_exit_code_1(enforcer, typed, cases):
    path = typed("plan.xlsx", 1, cases.PLAN, [{**cases.INSPECTION, "period": None}])
    code, out, _ = enforcer("validate", path)
    assert code == 1
    assert "检查计划!F4  “检查时间”没有填写" in out
    assert "\x1b" not in out


def test_warnings_fail_only_when_strict(enforcer, typed, cases):
    path = typed("plan.xlsx", 1, {**cases.PLAN, "superior": None, "filed_superior": None}, [cases.INSPECTION])
    assert enforcer("validate", path)[0] == 0
    assert enforcer("validate", path, "--strict")[0] == 1
    assert enforcer("validate", path, "--strict", "--ignore", "A109")[0] == 0
    assert enforcer("validate", path, "--strict", "--select", "A3,W")[0] == 0


@pytest.mark.parametrize(("filed", "late"), [("2014-06-30", False), ("2014-07-01", True)])
def test_the_due_day_counts_to_its_end(enforcer, typed, cases, filed, late):
    path = typed("plan.xlsx", 1, {**cases.PLAN, "filed": filed}, [cases.INSPECTION])
    code, out, _ = enforcer("validate", path)
    assert code == 0
    assert ("F002" in out) is late


def test_without_a_stated_day_as_of_is_the_day_of_receipt(enforcer, typed, cases):
    path = typed("plan.xlsx", 1, {**cases.PLAN, "filed": None}, [cases.INSPECTION])
    assert "F002 缺少材料" in enforcer("validate", path)[1]
    assert "晚了2天" in enforcer("validate", path, "--as-of", "2014-07-02")[1]


def test_a_quarterly_plan_is_never_late(enforcer, typed, cases):
    quarterly = {**cases.INSPECTION, "kind": "季度", "period": "第四季度"}
    path = typed("plan.xlsx", 1, {**cases.PLAN, "filed": "2014-09-28"}, [quarterly])
    out = enforcer("validate", path)[1]
    assert "F002" not in out
    assert "A110" in out


def test_a_quarterly_nil_return_is_never_late(enforcer, tmp_path):
    path = tmp_path / "plan.csv"
    head = "序号,检查依据,检查机构,检查人员,检查时间,检查地点,检查内容,检查对象"
    lines = ("唐山镇2014年第三季度行政执法检查计划", "填报单位：唐山镇,,填报日期：2014-09-01", head, "1,零报告")
    path.write_text("\n".join(lines), encoding="utf-8")
    assert "F002" not in enforcer("validate", path)[1]
    path.write_text("\n".join(lines).replace("第三季度", ""), encoding="utf-8")
    assert "F002" in enforcer("validate", path)[1]


def test_each_sheet_is_its_own_units_and_late_by_its_own_year(enforcer, tmp_path):
    head = ["序号", "检查依据", "检查机构", "检查人员", "检查时间", "检查地点", "检查内容", "检查对象"]
    entry = [1, "《安全生产法》第五十六条", "监察大队", "张三、李四", "3月", "全县", "安全", "加油站"]
    book = openpyxl.Workbook()
    for sheet, unit, year, filed in (
        (book.active, "县安监局", 2014, "2014-06-30"),
        (book.create_sheet("二"), "县农业局", 2015, "2015-01-31"),
        (book.create_sheet("三"), "县水务局", 2015, "2015-02-01"),
    ):
        sheet.append([f"桓台县{unit[1:]}{year}年度行政执法检查计划"])
        sheet.append([f"填报单位：{unit}", None, f"填报日期：{filed}"])
        sheet.append(head)
        sheet.append(entry)
    book.save(tmp_path / "plans.xlsx")
    files = json.loads(enforcer("validate", tmp_path / "plans.xlsx", "--format", "json")[1])["files"]
    assert [(file["unit"], file["year"]) for file in files] == [
        ("县安监局", 2014),
        ("县农业局", 2015),
        ("县水务局", 2015),
    ]
    assert ["F002" in [one["code"] for one in file["findings"]] for file in files] == [False, False, True]


def test_json_alone_goes_to_standard_output_and_obeys_its_schema(enforcer, plan):
    code, out, _ = enforcer("validate", plan, "--format", "json", "--as-of", "2014-08-01")
    document = json.loads(out)
    jsonschema.validate(document, load_schema(document["schema"]))
    (file,) = document["files"]
    assert (code, document["as_of"], file["reference_day"]) == (0, "2014-08-01", "2014-08-01")
    assert (file["annex"], file["unit"], file["year"], file["rows"]) == (1, "县安监局", 2014, 1)
    assert file["form"] == {"edition": "2014.1", "recognised_by": "headers"}
    assert file["sha256"] == sha256(plan.read_bytes()).hexdigest()


def test_output_goes_to_a_file_and_the_original_stays_as_it_was(enforcer, plan, tmp_path):
    before = plan.read_bytes()
    target = tmp_path / "out" / "verdict.csv"
    code, out, _ = enforcer("validate", plan, "--format", "csv", "-o", target)
    assert (code, out) == (0, "")
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert plan.read_bytes() == before


def test_a_folder_is_grouped_by_unit_and_skips_what_is_no_filing(enforcer, typed, cases, tmp_path):
    typed("in/a/plan.xlsx", 1, cases.PLAN, [cases.INSPECTION])
    typed("in/b/plan.xlsx", 1, {**cases.PLAN, "unit": "县环保局"}, [cases.INSPECTION])
    typed("in/a/benchmark.xlsx", 3, {**cases.BENCHMARK, "unit": "桓台县安监局"}, cases.LADDER)
    (tmp_path / "in" / "note.txt").write_text("x", encoding="utf-8")
    (tmp_path / "in" / "~$plan.xlsx").write_bytes(b"x")
    out = enforcer("validate", tmp_path / "in")[1]
    assert out.count("安监局　2014\n") == 1
    assert "未读：" in out
    assert "note.txt" not in out


def test_a_pattern_that_the_shell_left_alone_is_matched(enforcer, plan):
    assert enforcer("validate", plan.parent / "pl*.xlsx")[0] == 0
    assert enforcer("validate", plan.parent / "no*.xlsx")[0] == 2


def test_an_archive_is_read_workbook_by_workbook(enforcer, plan, tmp_path):
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(plan, "安监局/plan.xlsx")
        packed.writestr("broken.xlsx", b"PK\x03\x04")
    code, out, _ = enforcer("validate", archive)
    assert code == 1
    assert "W001" in out
    assert "附件1《行政执法检查计划》" in out


def test_a_workbook_that_is_no_annex_is_never_called_valid(enforcer, tmp_path):
    other = tmp_path / "other.csv"
    other.write_text("姓氏,数量\n甲,1\n乙,2\n", encoding="utf-8")
    code, out, _ = enforcer("validate", other)
    assert code == 1
    assert "W002" in out
    assert "通过" not in out.splitlines()[-1]


def test_the_lenient_floor_is_judged_with_its_arithmetic(enforcer, typed, cases):
    first = {**cases.LADDER[0], "standard": "处8000元以上18000元以下罚款"}
    path = typed("benchmark.xlsx", 3, cases.BENCHMARK, [first, *cases.LADDER[1:]])
    code, out, _ = enforcer("validate", path)
    assert code == 1
    assert "从轻处罚下限8000元，法定最高50000元，20%为10000元，少2000元" in out
    assert "裁量基准!H4" in out


def test_the_python_interface_gives_the_same_verdict_typed(plan):
    verdict = package.validate(plan, as_of=date(2014, 8, 1))
    assert (verdict.exit_code(), [one.reading.annex for one in verdict.files]) == (0, [1])
    assert "path" in package.frame(verdict).columns
    police = package.validate(plan, unit=Unit("县公安局", exemption="公安"))
    assert police.files[0].unit == "县公安局"
    with pytest.raises(package.EnforcerError):
        package.validate("no-such-file.xlsx")


def test_a_folder_within_an_archive_is_a_witness_of_the_unit(enforcer, plan, tmp_path):
    archive = tmp_path / "all.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.write(plan, "县水务局/plan.xlsx")
    code, out, _ = enforcer("validate", archive)
    assert code == 1
    assert "文件夹是“县水务局”" in out
