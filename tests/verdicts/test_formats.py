"""A verdict reads the same in every format; nothing typed in a cell can do harm there."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import jsonschema
import pytest

from enforcer.domain.finding import Unexamined
from enforcer.domain.policy import Policy
from enforcer.domain.sentence import Sentence
from enforcer.examine import examine
from enforcer.locale import translator
from enforcer.notices import load_notice
from enforcer.rules import find_rule
from enforcer.schemas import load_schema
from enforcer.verdicts import formats, rendered
from enforcer.verdicts.grouping import Options

ZH = translator("zh")
FULL = dict.fromkeys(("basis", "body", "inspectors", "period", "place", "matter", "target"), "x")


@pytest.fixture
def verdict(reading, dossier):
    def verdict_on(*rows, **more):
        return examine(dossier(reading(1, rows, **more)), load_notice(), (find_rule("A101"),), Policy())

    return verdict_on


def test_the_formats_are_the_files_of_the_room():
    assert formats() == ("text", "csv", "json", "junit", "sarif")


def test_an_unknown_format_is_refused(verdict):
    with pytest.raises(ValueError, match="yaml"):
        rendered(verdict(FULL), "yaml", Options(), ZH)


def test_text_names_cell_fault_remedy_and_clause(verdict):
    text = rendered(verdict({**FULL, "period": " "}), "text", Options(), ZH)
    assert "A101 检查计划要素缺项　错误，1处" in text
    assert "检查计划!F5  “检查时间”没有填写" in text
    assert "桓政办发〔2014〕36号 二（二）" in text
    assert text.endswith("1处错误，0处提醒。\n")


def test_the_same_fault_in_300_rows_is_one_block_with_a_count_and_the_first_cells(verdict):
    text = rendered(verdict(*[{**FULL, "period": None}] * 300), "text", Options(), ZH)
    assert text.count("没有填写") == 1
    assert "检查计划!F5、F6、F7、F8、F9等300处" in text


def test_the_last_line_never_says_passed_while_something_is_unexamined(verdict):
    whole = verdict(FULL)
    assert rendered(whole, "text", Options(), ZH).endswith("全部通过。\n")
    left = replace(whole, unexamined=(Unexamined("A302", "unreadable", Sentence("读不准")),))
    assert rendered(left, "text", Options(), ZH).endswith("未发现问题，1项未核。\n")


def test_json_obeys_the_shipped_schema(verdict):
    for one in (verdict(FULL), verdict({**FULL, "period": None}, {"basis": "x"}), verdict()):
        document = json.loads(rendered(one, "json", Options(), ZH))
        jsonschema.validate(document, load_schema(document["schema"]))
    assert document["summary"]["by_rule"] == {"A101": 1}


def test_json_limits_a_rule_and_its_counts_still_add_up(verdict):
    document = json.loads(rendered(verdict(*[{**FULL, "period": None}] * 10), "json", Options(max_per_rule=3), ZH))
    (file,) = document["files"]
    assert [one["count"] for one in file["findings"]] == [1, 1, 8]
    assert document["summary"]["errors"] == 10


def test_a_hostile_cell_stays_text_in_every_format(reading, dossier):
    typed = '=cmd|"/c calc"!A1\x1b[31m\r\n<script>&\u202e'
    finding = replace(next(examine_one(reading, dossier).all_findings()), value=typed)
    base = examine_one(reading, dossier)
    hostile = replace(base, files=(base.files[0]._replace(findings=(finding,)),))
    table = rendered(hostile, "csv", Options(), ZH)
    assert table.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(table.removeprefix("\ufeff"))))
    assert rows[1][12].startswith("'=")
    text = rendered(hostile, "text", Options(), ZH)
    assert "\x1b" not in text
    assert "\u202e" not in text
    ET.fromstring(rendered(hostile, "junit", Options(), ZH))
    json.loads(rendered(hostile, "sarif", Options(), ZH))


def examine_one(reading, dossier):
    return examine(dossier(reading(1, [{**FULL, "period": None}])), load_notice(), (find_rule("A101"),))


def test_junit_fails_a_rule_with_errors_and_sarif_grades_it(verdict):
    one = verdict({**FULL, "period": None, "place": None})
    suite = ET.fromstring(rendered(one, "junit", Options(), ZH)).find("testsuite")
    assert (suite.get("tests"), suite.get("failures")) == ("1", "1")
    results = json.loads(rendered(one, "sarif", Options(), ZH))["runs"][0]["results"]
    assert {result["level"] for result in results} == {"error"}
    assert len(results) == 2


def test_what_is_seen_across_units_is_apart_from_the_verdict_and_in_no_machine_format_that_gates(reading, dossier):
    one = examine_one(reading, dossier)
    (finding,) = one.all_findings()
    seen = replace(finding, code="X005", severity="error")
    sound = replace(one, files=(one.files[0]._replace(findings=()),))
    observed = replace(sound, observed=(seen,))
    assert (observed.exit_code(strict=True), observed.count("error"), observed.by_rule()) == (0, 0, {})
    text = rendered(observed, "text", Options(), ZH)
    assert "━━ 各单位之间（疑似" in text
    assert text.endswith("共1个文件，未发现问题，各单位之间1处疑似。\n")
    assert rendered(sound, "text", Options(), ZH).endswith("全部通过。\n")
    for gate in ("junit", "sarif"):
        assert rendered(observed, gate, Options(), ZH) == rendered(sound, gate, Options(), ZH)
    document = json.loads(rendered(observed, "json", Options(), ZH))
    jsonschema.validate(document, load_schema(document["schema"]))
    assert [entry["code"] for entry in document["county"]["findings"]] == ["X005"]
    left = replace(sound, unobserved=(Unexamined("X006", "unreadable", Sentence("读不准")),))
    assert rendered(left, "text", Options(), ZH).endswith("未发现问题，1项未核。\n")
