"""enforcer overlaps and validate --county, as the office runs them."""

import csv
import io
import json

import jsonschema
import openpyxl
import pytest

from enforcer.schemas import load_schema


@pytest.fixture
def owned(typed, cases):
    """owned("county", "县环保局", 1, rows) writes that unit's annex into its folder, its name in the title too."""

    def write(folder, unit, annex, rows):
        header = {1: cases.PLAN, 3: cases.BENCHMARK}[annex]
        path = typed(f"{folder}/{unit}/annex{annex}.xlsx", annex, {**header, "unit": unit}, rows)
        book = openpyxl.load_workbook(path)
        book.active["A1"] = book.active["A1"].value.replace("安监局", unit[1:])
        book.save(path)

    return write


@pytest.fixture
def county(owned, cases, tmp_path):
    """Two units that claim one article with two ladders, and inspect one target in one month."""
    for unit, low in (("县安监局", "1万元"), ("县环保局", "9000元")):
        rows = [{**cases.LADDER[0], "standard": f"处{low}以上18000元以下罚款"}, *cases.LADDER[1:]]
        owned("county", unit, 3, rows)
        owned("county", unit, 1, [cases.INSPECTION])
    return tmp_path / "county"


def test_one_row_an_overlap_says_who_claims_what_in_which_words_at_which_cell(enforcer, county):
    code, out, err = enforcer("overlaps", county)
    assert (code, err) == (0, "")
    assert "仅供法制办研究，不是认定" in out
    assert "《安全生产法》第94条" in out
    assert "annex3.xlsx 裁量基准!C4" in out
    assert "从轻：9000-18000元" in out
    assert out.endswith("共3项疑似。\n")


@pytest.mark.parametrize(
    ("kind", "codes"), [("law", {"X004"}), ("violation", {"X005"}), ("target", {"X006"}), ("officer", set())]
)
def test_a_kind_alone(enforcer, county, kind, codes):
    document = json.loads(enforcer("overlaps", county, "--kind", kind, "--format", "json")[1])
    assert {one["code"] for one in document["overlaps"]} == codes


def test_json_obeys_its_schema_and_names_cells_and_months(enforcer, county):
    code, out, _ = enforcer("overlaps", county, "--format", "json", "--as-of", "2014-08-01")
    document = json.loads(out)
    jsonschema.validate(document, load_schema(document["schema"]))
    assert (code, document["as_of"]) == (0, "2014-08-01")
    (target,) = (one for one in document["overlaps"] if one["kind"] == "target")
    assert (target["year"], target["pairs"]) == (2014, [["县安监局", "县环保局"]])
    assert target["claims"][0]["months"][0] == "2014-03"
    assert target["claims"][0]["cell"] == "I4"


def test_csv_has_one_row_an_overlap_and_no_formula(enforcer, county, owned, cases):
    hostile = {**cases.INSPECTION, "target": "@加油站"}
    for unit in ("县甲局", "县乙局"):
        owned("county", unit, 1, [hostile])
    out = enforcer("overlaps", county, "--format", "csv")[1]
    assert out.startswith("\ufeff")
    header, *rows = csv.reader(io.StringIO(out.removeprefix("\ufeff")))
    assert len(rows) == 4
    assert header[0] == "编号"
    assert len({row[0] for row in rows}) == 4
    assert [row[3] for row in rows if "加油站" in row[3]] == ["'@加油站"]
    assert next(row[5] for row in rows if "加油站" in row[3]) == "县乙局：@加油站\n县甲局：@加油站"


def test_words_that_are_alike_are_listed_with_their_score_only_where_a_kind_is_asked_for(
    enforcer, owned, cases, tmp_path
):
    for unit, target in (("县甲局", "农药经营门店"), ("县乙局", "农药经营店")):
        row = {**cases.INSPECTION, "target": target, "period": "3月" if unit == "县甲局" else "9月"}
        owned("c", unit, 1, [row])
    assert "相似度" not in enforcer("overlaps", tmp_path / "c")[1]
    out = enforcer("overlaps", tmp_path / "c", "--kind", "target")[1]
    assert "文字相近，只供参考，不作为问题" in out
    assert "相似度91" in out
    assert "共0项疑似，1对文字相近。" in out
    document = json.loads(enforcer("overlaps", tmp_path / "c", "--kind", "target", "--format", "json")[1])
    jsonschema.validate(document, load_schema(document["schema"]))
    assert [one["score"] for one in document["similar"]] == [91]
    assert (
        json.loads(
            enforcer("overlaps", tmp_path / "c", "--kind", "target", "--min-score", "95", "--format", "json")[1]
        )["similar"]
        == []
    )


def test_it_is_written_to_a_file_where_asked(enforcer, county, tmp_path):
    code, out, _ = enforcer("overlaps", county, "-o", tmp_path / "out" / "重复.txt")
    assert (code, out) == (0, "")
    assert "共3项疑似" in (tmp_path / "out" / "重复.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [("--kind", "x"), ("--format", "docx"), ("--min-score", "0")])
def test_what_it_does_not_know_is_said_in_one_sentence(enforcer, county, arguments):
    code, out, err = enforcer("overlaps", county, *arguments)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1


def test_outside_a_workspace_a_folder_must_be_named(enforcer, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _, err = enforcer("overlaps")
    assert code == 2
    assert "enforcer.toml" in err


def test_validate_county_prints_them_apart_and_they_are_in_no_exit_code(enforcer, county):
    code, out, _ = enforcer("validate", "--county", county, "--select", "X")
    assert code == 0
    units, _, between = out.partition("━━ 各单位之间（疑似，仅供法制办研究，不计入各单位的问题）")
    assert "X005" not in units
    assert {code for code in ("X004", "X005", "X006") if code in between} == {"X004", "X005", "X006"}
    assert out.splitlines()[-1].endswith("各单位之间3处疑似。")
    document = json.loads(enforcer("validate", "--county", county, "--select", "X", "--format", "json")[1])
    jsonschema.validate(document, load_schema(document["schema"]))
    assert [one["code"] for one in document["county"]["findings"]] == ["X004", "X005", "X006"]
    assert document["summary"]["infos"] == 0
    table = enforcer("validate", "--county", county, "--select", "X", "--format", "csv")[1]
    assert table.count("各单位之间") == 3


def test_validate_county_wants_one_folder_and_no_unit(enforcer, county):
    assert enforcer("validate", "--county", county, county)[0] == 2
    assert enforcer("validate", "--county", county, "--unit", "县安监局")[0] == 2
    assert enforcer("validate", "--county", county / "县安监局" / "annex1.xlsx")[0] == 2
    assert "county" not in json.loads(enforcer("validate", county, "--format", "json")[1])


def test_a_file_of_which_nobody_knows_whose_it_is_is_said_to_be_left_out(enforcer, typed, cases, tmp_path):
    typed("c/县环保局/annex1.xlsx", 1, {**cases.PLAN, "unit": "县水务局"}, [cases.INSPECTION])
    out = enforcer("overlaps", tmp_path / "c")[1]
    assert "X006 没有写明是哪个单位的，或者所写的单位互相矛盾" in out
    assert out.endswith("共0项疑似，1项未核。\n")
    assert "未核" not in enforcer("overlaps", tmp_path / "c", "--kind", "law")[1]


@pytest.fixture
def workspace(enforcer, tmp_path):
    """A workspace of two units."""
    folder = tmp_path / "ws"
    assert enforcer("init", "--county", "桓台县", folder)[0] == 0
    book = openpyxl.load_workbook(folder / "roster.xlsx")
    sheet = book.worksheets[0]
    columns = {cell.value: cell.column for cell in sheet[2]}
    for row, name in enumerate(("县安监局", "县环保局"), 3):
        typed = {"单位代码": 100 + row, "单位名称": name, "性质": "行政机关", "免报类别": "无", "有无行政处罚权": "有"}
        for header, value in typed.items():
            sheet.cell(row, columns[header], value)
    book.save(folder / "roster.xlsx")
    return folder


def test_a_workspace_shows_what_counts_as_it_stood_and_leaves_out_what_was_decided(enforcer, county, workspace):
    def listed(day):
        asked = ("--workspace", workspace, "--as-of", day, "--year", "2014", "--format", "json", "--kind", "target")
        return [one["key"] for one in json.loads(enforcer("overlaps", *asked)[1])["overlaps"]]

    for unit in ("县安监局", "县环保局"):
        file = county / unit / "annex1.xlsx"
        assert enforcer("receive", file, "--on", "2014-06-25", "--workspace", workspace)[0] == 0
    assert listed("2014-06-24") == []
    (key,) = listed("2014-07-01")
    decided = ("--by", "王五", "--why", "检查内容不同", "--on", "2014-07-10", "--workspace", workspace)
    assert enforcer("decide", key, "distinct", *decided)[0] == 0
    assert listed("2014-07-09") == [key]
    assert listed("2014-07-10") == []
