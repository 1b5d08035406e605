"""The report as files: named by their day, the newest also as `latest`, the same bytes for the same ledger."""

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from enforcer.county.folder import standing_of_folder
from enforcer.county.ledger.bodies import received_body
from enforcer.county.ledger.store import Ledger
from enforcer.county.settings.reading import without_workspace
from enforcer.county.standing import standing_in
from enforcer.county.workspace import Workspace
from enforcer.domain.errors import EnforcerError
from enforcer.domain.receipt import Receipt
from enforcer.domain.unit import Unit
from enforcer.reports import publishing
from enforcer.reports.contents import contents
from enforcer.reports.earlier import Earlier, earlier_in
from enforcer.reports.formats import formats, rendered
from enforcer.reports.publishing import own_template, publish, rebuild, report_on
from enforcer.workbook.roster.writing import roster_bytes

SAMPLES = Path(__file__).parents[2] / "samples"
SHANGHAI = ZoneInfo("Asia/Shanghai")
NOON = datetime(2014, 7, 1, 12, tzinfo=SHANGHAI)
SEEN = date(2014, 12, 31)


@pytest.fixture(scope="module")
def known():
    settings = without_workspace()
    return standing_of_folder(SAMPLES / "fail" / "A305-gap-between-tiers", 2014, SEEN, settings.notice, settings)


@pytest.fixture
def workspace(tmp_path):
    """Two units, one of which filed its plan late."""
    (tmp_path / "enforcer.toml").write_text('county = "桓台县"\nyear = 2014\n', encoding="utf-8")
    units = (Unit("县安监局", "001", nature="行政机关"), Unit("县环保局", "002", nature="行政机关"))
    (tmp_path / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 1), units))
    here = Workspace(tmp_path)
    ledger = Ledger.open(here.ledger_file, now=NOON)
    try:
        with ledger.writing() as pen:
            receipt = Receipt(
                pen.next_receipt(2014), "001", "plan", 2014, date(2014, 7, 3), NOON, ("paper",), stored="", name=""
            )
            pen.append("received", receipt.day, received_body(receipt))
    finally:
        ledger.close()
    return here


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def on(known, day, language="zh"):
    return contents(replace(known, day=day), language=language)


def test_a_report_is_named_by_its_day_and_latest_is_a_copy(known, tmp_path):
    written = publish(on(known, SEEN), tmp_path, ["html", "md"])
    assert names(tmp_path) == ["latest.html", "latest.md", "report-2014-12-31.html", "report-2014-12-31.md"]
    assert [path.name for path in written] == ["report-2014-12-31.html", "report-2014-12-31.md"]
    for form in ("html", "md"):
        latest = tmp_path / f"latest.{form}"
        assert not latest.is_symlink()
        assert latest.read_bytes() == (tmp_path / f"report-2014-12-31.{form}").read_bytes()


def test_looking_back_leaves_the_latest(known, tmp_path):
    publish(on(known, SEEN), tmp_path, ["md"])
    latest = (tmp_path / "latest.md").read_bytes()
    publish(on(known, date(2014, 9, 1)), tmp_path, ["md"])
    assert (tmp_path / "latest.md").read_bytes() == latest
    assert "report-2014-09-01.md" in names(tmp_path)


def test_an_english_report_stands_beside_the_chinese_one(known, tmp_path):
    publish(on(known, SEEN), tmp_path, ["html"])
    publish(on(known, SEEN, "en"), tmp_path, ["html"])
    assert names(tmp_path) == ["latest.en.html", "latest.html", "report-2014-12-31.en.html", "report-2014-12-31.html"]


@pytest.mark.parametrize("form", ["html", "xlsx", "docx", "md", "json"])
def test_every_format_gives_equal_bytes_for_equal_contents(known, form):
    assert form in formats()
    assert rendered(on(known, SEEN), form, str) == rendered(on(known, SEEN), form, str)


def test_there_are_no_other_formats(known):
    with pytest.raises(ValueError, match="pdf"):
        rendered(on(known, SEEN), "pdf", str)


def test_where_one_format_cannot_be_made_none_is_written(known, tmp_path, monkeypatch):
    def broken(made, form, translate, template=None):
        if form == "md":
            raise EnforcerError("坏了")
        return b"x"

    monkeypatch.setattr(publishing, "rendered", broken)
    with pytest.raises(EnforcerError):
        publish(on(known, SEEN), tmp_path, ["html", "md"])
    assert names(tmp_path) == []


def test_the_earlier_report_is_the_latest_before_the_day(known, tmp_path):
    for day in (date(2014, 7, 1), date(2014, 9, 1), SEEN):
        publish(on(known, day), tmp_path, ["json"])
    earlier = earlier_in(tmp_path, SEEN)
    assert earlier is not None
    assert earlier.day == date(2014, 9, 1)
    assert earlier.rules["A305"] == 1
    assert report_on(known, tmp_path, "zh").quality.earlier == earlier


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"as_of": "2014-07-01", "quality": {"rules": 1}}', "\ud800"])
def test_a_damaged_earlier_report_is_none(tmp_path, text):
    (tmp_path / "report-2014-07-01.json").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert earlier_in(tmp_path, SEEN) is None


@pytest.mark.parametrize("name", ["report-2014-13-45.json", "report-2014-07-01.en.json", "report.json"])
def test_a_file_that_is_no_report_is_no_earlier_one(tmp_path, name):
    document = {"as_of": "2014-07-01", "quality": {"rules": [], "units": []}}
    (tmp_path / name).write_text(json.dumps(document), encoding="utf-8")
    assert earlier_in(tmp_path, SEEN) is None


def test_what_json_says_is_what_a_later_report_reads(known, tmp_path):
    publish(on(known, date(2014, 9, 1)), tmp_path, ["json"])
    made = on(known, date(2014, 9, 1))
    assert earlier_in(tmp_path, SEEN) == Earlier(
        date(2014, 9, 1),
        {one.code: one.open for one in made.quality.rules},
        {one.unit.key: one.errors + one.warnings for one in made.quality.units},
    )


def test_a_county_without_units_is_a_sentence(known, tmp_path):
    with pytest.raises(EnforcerError, match="单位名录里没有"):
        report_on(replace(known, units=()), tmp_path, "zh")


def test_a_county_that_received_nothing_has_a_report_that_says_so(workspace, tmp_path):
    workspace.ledger_file.unlink()
    made = report_on(standing_in(workspace, SEEN, 2014), tmp_path / "r", "zh")
    text = rendered(made, "html", str).decode("utf-8")
    assert "还没有可以核对的材料" in text
    assert "逾期" in text


def rebuilt(workspace, day):
    ledger = Ledger.open(workspace.ledger_file, now=NOON)
    try:
        return rebuild(workspace, ledger, day)
    finally:
        ledger.close()


def test_nothing_is_rebuilt_where_there_is_no_report(workspace):
    assert rebuilt(workspace, SEEN) == ()
    assert not workspace.reports.exists()


def test_the_formats_and_languages_that_are_there_are_rebuilt(workspace):
    folder = workspace.reports / "2014"
    first = standing_in(workspace, date(2014, 7, 5), 2014)
    publish(report_on(first, folder, "zh"), folder, ["md"])
    publish(report_on(first, folder, "en"), folder, ["html"])
    written = rebuilt(workspace, date(2014, 7, 6))
    assert sorted(path.name for path in written) == ["report-2014-07-06.en.html", "report-2014-07-06.md"]


def test_the_same_head_and_day_give_the_same_files(workspace, tmp_path):
    contents_of = []
    for folder in (tmp_path / "a", tmp_path / "b"):
        publish(report_on(standing_in(workspace, SEEN, 2014), folder, "zh"), folder, formats())
        contents_of.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert contents_of[0] == contents_of[1]
    assert len(contents_of[0]) == 2 * len(formats())


def test_the_office_s_own_template_is_found_in_the_workspace(workspace):
    assert own_template(workspace, "zh") is None
    (workspace.root / "report.docx").write_bytes(b"x")
    assert own_template(workspace, "zh") == workspace.root / "report.docx"
    assert own_template(workspace, "en") is None
