"""show, explain, rules, generate and ladder, as users run them."""

import json

import jsonschema
import openpyxl
import pytest

from enforcer.schemas import load_schema


def test_generate_writes_all_four_and_overwrites_nothing(enforcer, tmp_path):
    folder = tmp_path / "blanks"
    code, out, _ = enforcer("generate", "--unit", "县安监局", "--year", "2014", "-o", folder)
    names = sorted(path.name for path in folder.iterdir())
    assert code == 0
    assert names == [f"附件{annex}_县安监局_2014.xlsx" for annex in (1, 2, 3, 4)]
    assert all(name in out for name in names)
    before = (folder / names[0]).read_bytes()
    code, _, err = enforcer("generate", "1", "--unit", "县安监局", "--year", "2014", "-o", folder)
    assert (code, "已经存在" in err) == (2, True)
    assert (folder / names[0]).read_bytes() == before
    assert enforcer("generate", "1", "--unit", "县安监局", "--year", "2014", "-o", folder, "--force")[0] == 0


def test_generate_without_a_unit_keeps_the_placeholder(enforcer, tmp_path):
    enforcer("generate", "1", "-o", tmp_path)
    sheet = openpyxl.load_workbook(tmp_path / "附件1.xlsx").worksheets[0]
    assert any("ＸＸ局" in str(cell.value) for row in sheet.iter_rows(max_row=3) for cell in row)


@pytest.mark.parametrize("unit", ["../../etc", "CON", "=1+1", "a/b\\c"])
def test_no_path_is_built_from_a_units_name_unchecked(enforcer, tmp_path, unit):
    folder = tmp_path / "out"
    assert enforcer("generate", "1", "--unit", unit, "-o", folder)[0] == 0
    assert [path.parent for path in tmp_path.rglob("*.xlsx")] == [folder]


def test_show_says_how_a_workbook_was_read(enforcer, typed, cases):
    path = typed("plan.xlsx", 1, cases.PLAN, [cases.INSPECTION])
    code, out, _ = enforcer("show", path)
    assert code == 0
    assert "表头在第3行" in out
    assert "检查依据" in out
    assert "发文字号 = 桓安监发〔2014〕12号" in out
    assert "第4行" in out


def test_show_masks_id_numbers(enforcer, typed):
    typed_id = "37990019850203001X"
    path = typed("officers.xlsx", 4, {"unit": "县安监局"}, [{"name": "张三", "id_number": typed_id}])
    out = enforcer("show", path)[1]
    assert typed_id not in out
    assert "379*" in out


def test_rules_are_listed_as_text_markdown_and_json(enforcer):
    assert "A302" in enforcer("rules")[1]
    assert "A302" not in enforcer("rules", "--annex", "1")[1]
    assert "## A302" in enforcer("rules", "--format", "md")[1]
    document = json.loads(enforcer("rules", "--format", "json")[1])
    jsonschema.validate(document, load_schema(document["schema"]))


def test_ladder_draws_the_statute_the_tiers_and_the_floor(enforcer, typed, cases):
    path = typed("benchmark.xlsx", 3, cases.BENCHMARK, cases.LADDER)
    code, out, _ = enforcer("ladder", path)
    assert code == 0
    assert "从轻不低于10000元" in out
    assert out.count("█") > 5
    document = json.loads(enforcer("ladder", path, "--format", "json", "--item", "1")[1])
    jsonschema.validate(document, load_schema(document["schema"]))
    (violation,) = document["violations"]
    assert violation["ladders"][0]["statutory"][0]["floor"] == 10000


def test_ladder_refuses_in_a_sentence(enforcer, typed, cases, tmp_path):
    plan = typed("plan.xlsx", 1, cases.PLAN, [cases.INSPECTION])
    assert "没有填好的附件3" in enforcer("ladder", plan)[2]
    path = typed("benchmark.xlsx", 3, cases.BENCHMARK, cases.LADDER)
    assert "没有序号或事项编码是“9”" in enforcer("ladder", path, "--item", "9")[2]
    empty = tmp_path / "empty.xlsx"
    empty.write_bytes(b"")
    assert "文件是空的" in enforcer("ladder", empty)[2]
