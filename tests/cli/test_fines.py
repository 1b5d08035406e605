"""enforcer fines: what was read, as text for people and as JSON for programs."""

import io
import json

import jsonschema
import pytest

from enforcer.schemas import load_schema

PER_UNIT = "逾期不改正的，处每平方米五十元以上一百元以下罚款，最高不超过三万元。"
ALTERNATIVE = "处违法所得一倍以上三倍以下或者一万元以上五万元以下罚款。"


@pytest.fixture
def piped(monkeypatch):
    def pipe(content):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content)))

    return pipe


def test_text_says_range_base_condition_and_cap(enforcer):
    code, out, _ = enforcer("fines", PER_UNIT, ALTERNATIVE, "数额较大的，可以处罚款。")
    assert code == 0
    assert "每平方米50元（含）起至100元（含）　条件：逾期不改正　最高不超过30000元" in out
    assert "违法所得的1倍（含）起至3倍（含）" in out
    assert "与上一幅度任选其一" in out
    assert "没有罚款" in out


def test_standard_input_gives_one_array_a_line(enforcer, piped):
    piped(f"{PER_UNIT}\n\n处l0万元罚款。\n处0.5%以下罚款，处货值金额0.5%的罚款\n".encode())
    code, out, _ = enforcer("fines", "-", "--format", "json")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert len(lines) == 4
    assert (lines[0][0]["low"], lines[0][0]["per"], lines[0][0]["cap"]) == (50, "平方米", 30000)
    assert lines[1] == []
    assert "unread" in lines[2][0]
    for line in lines:
        jsonschema.validate(line, {"$ref": "#/$defs/fines", "$defs": load_schema("enforcer/fines/1")["$defs"]})


def test_a_chinese_windows_pipe_is_read_too(enforcer, piped):
    piped("处二千元以下罚款。\r\n".encode("gb18030"))
    out = enforcer("fines", "-", "--format", "json")[1]
    assert json.loads(out)[0]["high"] == 2000


def test_named_texts_give_one_document_by_the_shipped_schema(enforcer):
    document = json.loads(enforcer("fines", PER_UNIT, "1万-2万元", "--bare", "--format", "json")[1])
    jsonschema.validate(document, load_schema(document["schema"]))
    assert [len(one["fines"]) for one in document["clauses"]] == [1, 1]
    start, end = document["clauses"][0]["fines"][0]["span"]
    assert "五十元以上一百元以下" in PER_UNIT[start:end]
