"""Section 9: what the report was made of, so that anybody can make it again, and what was not read."""

from datetime import date
from hashlib import sha256

from enforcer import __version__
from enforcer.county.ruleset import fingerprint


def test_notice_rules_day_and_the_ledgers_head_are_named(acted, report):
    making = report.making
    assert making.notice is report.notice
    assert (making.version, making.day) == (__version__, date(2014, 9, 1))
    assert making.ruleset == fingerprint(acted.workspace.settings)
    assert making.head == report.standing.head
    assert len(making.head) == 64


def test_the_laws_are_those_in_force_on_the_day(acted):
    now, later = acted.contents().making.laws, acted.contents(date(2016, 1, 1)).making.laws
    assert now
    assert all(one.since <= date(2014, 9, 1) for one in now)
    assert any(one.since > date(2014, 9, 1) for one in later)


def test_every_file_that_counts_is_there_with_its_hash(acted, report):
    files = report.making.files
    assert [(one.unit.key, one.number) for one in files] == [
        ("001", "2014-00001"),
        ("001", "2014-00003"),
        ("001", "2014-00002"),
        ("002", "2014-00006"),
        ("003", "2014-00007"),
    ]
    for one in files:
        content = (acted.workspace.filings / "2014" / one.unit.key / one.name).read_bytes()
        assert one.sha256 == sha256(content).hexdigest()


def test_what_was_not_read_is_said_with_the_reason(report):
    unread = {(one.unit.key, one.what.split("（")[0]): one.reason.render() for one in report.making.unread}
    assert unread["002", "2014-00005_annex1.xlsx"] == "已退回，没有计入"
    assert unread["001", "2014-00004"] == "只有纸质件，没有电子版可读"


def test_a_filing_replaced_by_a_later_one_is_not_counted_and_said_so(county):
    made = county()
    made.receive("001", "benchmark", date(2014, 7, 1), "fail/A302-lenient-below-floor/annex3.xlsx")
    made.receive("001", "benchmark", date(2014, 7, 20), "pass/县安监局/annex3.xlsx")
    unread = made.contents(date(2014, 7, 21)).making.unread
    assert "被以后报送的取代，没有计入" in {one.reason.render() for one in unread if "2014-00001" in one.what}


def test_a_plain_folder_has_no_ledger(county):
    assert county().contents(date(2014, 6, 10)).making.head is None


def test_a_file_that_two_readings_come_from_is_listed_once(folder_report):
    files = folder_report.making.files
    assert [one.name for one in files if one.unit.name == "县国税局"].count("annex1.xlsx") == 1
    assert len({(one.unit.name, one.title.render(), one.name) for one in files}) == len(files)
