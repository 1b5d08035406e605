"""enforcer diff: two files on the command line."""

import json
from pathlib import Path

import pytest
from jsonschema import validate as keeps_to
from openpyxl import Workbook

from enforcer.cli.door import main
from enforcer.forms import load_form
from enforcer.schemas import load_schema


@pytest.fixture
def enforcer(capsys):
    """Runs a command line in-process: (exit code, standard output, standard error)."""

    def run(*arguments):
        with pytest.raises(SystemExit) as left:
            main([str(one) for one in arguments])
        printed = capsys.readouterr()
        return left.value.code, printed.out, printed.err

    return run


@pytest.fixture
def filed(tmp_path):
    """filed("旧.xlsx", {1: rows, 4: rows}) is a workbook with a sheet for each annex."""

    def write(name, annexes, first_row=3):
        workbook = Workbook()
        workbook.remove(workbook.active)
        for annex, rows in annexes.items():
            form = load_form(annex)
            sheet = workbook.create_sheet(form.sheet)
            sheet.append([f"县安监局2014年度{form.name}"])
            sheet.append(["填报单位：县安监局"])
            for _ in range(first_row - 3):
                sheet.append([])
            sheet.append([column.header for column in form.columns])
            for row in rows:
                sheet.append([row.get(column.key) for column in form.columns])
        path = tmp_path / name
        workbook.save(path)
        return path

    return write


PLAN = [
    {
        "number": number,
        "basis": "《安全生产法》第五十九条",
        "body": "监察大队",
        "inspectors": "张三、李四",
        "period": "3月",
        "place": "全县",
        "matter": f"{target}的安全生产情况",
        "target": target,
    }
    for number, target in enumerate(("加油站", "烟花爆竹经营户", "危险化学品企业"), 1)
]
OFFICERS = [{"number": 1, "name": "张三", "sex": "男", "body": "大队", "post": "科员", "credential": "15030001"}]


def test_a_re_filing_is_told_in_words_and_cells(enforcer, filed):
    old = filed("旧.xlsx", {1: PLAN})
    new = filed("新.xlsx", {1: [PLAN[1], {**PLAN[0], "period": "5月"}]}, first_row=5)
    code, out, err = enforcer("diff", old, new)
    assert (code, err) == (0, "")
    assert "删除第3项“危险化学品企业”  旧表检查计划!6" in out
    assert "检查时间：由“3月”改为“5月”  F4 → F7" in out
    assert "另有" in out


def test_json_keeps_to_its_schema_and_masks_ids(enforcer, filed):
    old = filed("旧.xlsx", {1: PLAN, 4: [{**OFFICERS[0], "id_number": "370321199001010012"}]})
    new = filed("新.xlsx", {4: [{**OFFICERS[0], "id_number": "370321198001010012"}], 1: PLAN})
    code, out, _ = enforcer("diff", old, new, "--format", "json", "--as-of", "2014-08-01")
    assert code == 0
    made = json.loads(out)
    keeps_to(made, load_schema("enforcer/diff/1"))
    assert [annex["annex"] for annex in made["annexes"]] == [1, 4]
    assert made["as_of"] == "2014-08-01"
    assert made["old"]["path"].endswith("旧.xlsx")
    assert "19900101" not in out


def test_the_same_file_twice_has_no_change(enforcer, filed):
    path = filed("一.xlsx", {1: PLAN})
    code, out, _ = enforcer("diff", path, path)
    assert code == 0
    assert "两个文件一个字节也不差" in out
    assert "两份表内容相同" in out


def test_mended_findings_are_counted_and_the_exit_code_is_0_all_the_same(enforcer, filed):
    old = filed("旧.xlsx", {1: [{**PLAN[0], "body": None}]})
    code, out, _ = enforcer("diff", old, filed("新.xlsx", {1: PLAN[:1]}))
    assert code == 0
    assert "A101" in out.partition("已改1处")[2].partition("仍有")[0]


def test_different_annexes_cannot_be_compared(enforcer, filed):
    code, out, err = enforcer("diff", filed("旧.xlsx", {1: PLAN}), filed("新.xlsx", {4: OFFICERS}))
    assert (code, out) == (2, "")
    assert "不是同一个附件" in err
    assert len(err.splitlines()) == 1


def test_an_unreadable_file_cannot_be_compared(enforcer, filed, tmp_path):
    broken = tmp_path / "坏.xlsx"
    broken.write_bytes(b"PK\x03\x04 nothing more")
    code, out, err = enforcer("diff", filed("旧.xlsx", {1: PLAN}), broken)
    assert (code, out) == (2, "")
    assert "坏.xlsx" in err
    assert "无法比较" in err


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["no-such.xlsx"], "找不到“no-such.xlsx”"),
        ([str(Path(__file__).parent)], "请写明要比较的一个文件"),
        ([], "缺少参数"),
        (["OLD", "--format", "yaml"], "没有“yaml”这种输出格式"),
        (["OLD", "--annex", "7"], "附件只有1至4"),
        (["OLD", "--as-of", "yesterday"], "日期应写成2014-07-16这样"),
    ],
)
def test_an_operators_mistake_is_one_sentence(enforcer, filed, more, said):
    old = filed("旧.xlsx", {1: PLAN})
    code, out, err = enforcer("diff", old, *(str(old) if one == "OLD" else one for one in more))
    assert (code, out) == (2, "")
    assert said in err
