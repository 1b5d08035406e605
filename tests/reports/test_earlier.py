"""The earlier report: the latest of an earlier day that can be read, and never one of the same day."""

import json
from datetime import date

import pytest

from enforcer.reports.as_json import render
from enforcer.reports.earlier import earlier_in, earlier_of

DOCUMENT = {
    "as_of": "2014-07-31",
    "quality": {
        "rules": [{"code": "A302", "open": 3}],
        "units": [{"unit": "001", "errors": 2, "warnings": 1}],
    },
}


def put(folder, day, document=DOCUMENT):
    path = folder / f"report-{day}.json"
    path.write_text(json.dumps({**document, "as_of": day}), encoding="utf-8")
    return path


def test_the_latest_report_of_an_earlier_day_is_taken(tmp_path):
    for day in ("2014-06-30", "2014-07-31", "2014-09-01", "2014-10-01"):
        put(tmp_path, day)
    found = earlier_in(tmp_path, date(2014, 9, 1))
    assert (found.day, found.rules, found.units) == (date(2014, 7, 31), {"A302": 3}, {"001": 3})


def test_where_there_is_none_there_is_none(tmp_path):
    assert earlier_in(tmp_path, date(2014, 9, 1)) is None
    assert earlier_in(tmp_path / "无", date(2014, 9, 1)) is None
    put(tmp_path, "2014-09-01")
    assert earlier_in(tmp_path, date(2014, 9, 1)) is None


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff\xfe", b'{"quality": {"rules": 3}}'])
def test_a_damaged_report_is_passed_over_for_the_one_before(tmp_path, content):
    put(tmp_path, "2014-06-30")
    (tmp_path / "report-2014-07-31.json").write_bytes(content)
    assert earlier_in(tmp_path, date(2014, 9, 1)).day == date(2014, 6, 30)


def test_files_by_other_names_are_none(tmp_path):
    for name in ("report-2014-07-31.en.json", "latest.json", "report-2014-7-31.json"):
        (tmp_path / name).write_text(json.dumps(DOCUMENT), encoding="utf-8")
    assert earlier_in(tmp_path, date(2014, 9, 1)) is None


def test_what_the_report_writes_is_what_the_next_one_reads(report, tmp_path):
    path = tmp_path / "report-2014-09-01.json"
    path.write_bytes(render(report, str))
    read = earlier_of(path)
    assert read.day == report.day
    assert read.rules == {one.code: one.open for one in report.quality.rules}
    assert read.units == {one.unit.key: one.errors + one.warnings for one in report.quality.units}
