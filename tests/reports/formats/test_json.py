"""The report as JSON: by its schema, complete, masked, and readable as the earlier report of a later one."""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from enforcer.county.folder import standing_of_folder
from enforcer.county.settings.reading import without_workspace
from enforcer.locale import translator
from enforcer.reports.as_json import render
from enforcer.reports.contents import Contents, contents
from enforcer.reports.earlier import earlier_of
from enforcer.schemas import load_schema

SAMPLES = Path(__file__).parents[3] / "samples"


def document(made: Contents) -> dict:
    return json.loads(render(made, translator(made.language)))


@pytest.mark.parametrize("name", ["county", "english", "empty", "hostile"])
def test_it_follows_the_shipped_schema(name: str, request: pytest.FixtureRequest) -> None:
    said = document(request.getfixturevalue(name))
    jsonschema.validate(said, load_schema(said["schema"]), jsonschema.Draft202012Validator)


def test_the_schema_leaves_nothing_open() -> None:
    def objects(schema: object) -> None:
        if isinstance(schema, dict):
            if schema.get("type") == "object":
                assert schema["additionalProperties"] is False
                assert set(schema["required"]) == set(schema["properties"])
            for value in schema.values():
                objects(value)
        elif isinstance(schema, list):
            for value in schema:
                objects(value)

    objects(load_schema("enforcer/report/1"))


def test_a_plain_folder_without_a_ledger_gives_a_report_too() -> None:
    settings = without_workspace()
    known = standing_of_folder(
        SAMPLES / "fail" / "A302-lenient-below-floor", 2014, date(2014, 8, 1), settings.notice, settings
    )
    said = document(contents(known))
    jsonschema.validate(said, load_schema(said["schema"]), jsonschema.Draft202012Validator)
    assert said["making"]["head"] is None
    assert "A302" in {one["code"] for one in said["findings"]}


def test_every_finding_is_in_it_with_its_unit_and_cell(county: Contents) -> None:
    said = document(county)
    assert len(said["findings"]) == len(county.findings)
    below = next(one for one in said["findings"] if one["code"] == "A302")
    assert (below["unit"], below["name"], below["obligation"], below["annex"]) == ("011", "县环保局", "benchmark", 3)
    assert below["cell"]
    assert below["clause"]["number"] == "二（六）"


def test_its_figures_agree_with_each_other(county: Contents) -> None:
    said = document(county)
    states = [duty["state"] for unit in said["units"] for duty in unit["duties"]]
    for state, count in {key: states.count(key) for key in set(states)}.items():
        assert sum(one["totals"][state] for one in said["obligations"]) == count
        assert sum(one["totals"][state] for one in said["units"]) == count
    assert said["summary"]["figures"]["overdue"] == states.count("overdue") > 0


def test_nobody_is_judged(county: Contents) -> None:
    rows = document(county)["facts"]["rows"]
    assert rows
    assert {one["hindered_platform"] for one in rows} == {None}


def test_a_later_report_compares_itself_with_it(county: Contents, tmp_path: Path) -> None:
    path = tmp_path / "report-2014-08-01.json"
    path.write_bytes(render(county, str))
    earlier = earlier_of(path)
    assert earlier is not None
    assert earlier.day == county.day
    assert earlier.rules["A302"] == 1
    later = contents(county.standing, earlier)
    assert all(one.earlier == one.open for one in later.quality.units)
    said = document(later)
    assert said["quality"]["earlier"] == "2014-08-01"
    jsonschema.validate(said, load_schema(said["schema"]), jsonschema.Draft202012Validator)


def test_id_numbers_are_masked(hostile: Contents) -> None:
    assert b"370321199001011234" not in render(hostile, str)
    assert "370*************34" in render(hostile, str).decode()


def test_equal_standings_give_equal_bytes(county: Contents) -> None:
    assert render(county, str) == render(contents(county.standing), str)


def test_words_are_in_the_readers_language_and_keys_are_not(county: Contents, english: Contents) -> None:
    chinese, other = document(county), document(english)
    assert chinese["obligations"][1]["title"] == "年度行政执法检查计划"
    assert other["obligations"][1]["title"] == "annual inspection plan"
    assert [one["code"] for one in chinese["findings"]] == [one["code"] for one in other["findings"]]
