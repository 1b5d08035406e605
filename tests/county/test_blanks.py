"""The blanks that each unit owes: who gets which, and where they lie."""

from datetime import date

import openpyxl
import pytest

from enforcer.county.blanks import owed_annexes, write_blanks
from enforcer.county.workspace import Workspace
from enforcer.domain.errors import EnforcerError
from enforcer.domain.unit import Unit
from enforcer.notices import load_notice
from enforcer.workbook.roster.writing import roster_bytes

NOTICE = load_notice()
UNITS = (
    Unit("高青县农业局", "001", nature="行政机关", superior="市局"),
    Unit("高青县公安局", "002", nature="行政机关", exemption="公安", superior="市局"),
    Unit("常家镇人民政府", "003", nature="行政机关", penalty_power=False, superior="县政府"),
    Unit("高青县植保站", "004", nature="受托组织", reporter="高青县农业局", superior="市局"),
    Unit("高青县农机局", "005", nature="行政机关", superior="市局", until=date(2013, 12, 31), successor="高青县农业局"),
)


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "enforcer.toml").write_text('county = "高青县"\nyear = 2014\n', encoding="utf-8")
    (tmp_path / "roster.xlsx").write_bytes(roster_bytes("高青县", date(2014, 6, 13), UNITS))
    return Workspace(tmp_path)


def names(workspace):
    return {
        folder.name: sorted(path.name.partition("_")[0] for path in folder.iterdir())
        for folder in workspace.outbox.iterdir()
    }


def test_each_unit_gets_what_it_owes_and_no_more(workspace):
    made = {one.unit.code: one for one in write_blanks(workspace, 2014, rows=2)}
    assert names(workspace) == {
        "高青县农业局": ["附件1", "附件2", "附件3", "附件4"],
        "高青县公安局": ["附件1", "附件2", "附件3"],
        "常家镇人民政府": ["附件1", "附件4"],
    }
    assert set(made) == {"001", "002", "003", "004"}  # 005 is no more
    assert made["004"].reporter == "高青县农业局"
    assert [left.annex for left in made["003"].left] == [2, 3]


def test_a_blank_knows_county_unit_and_year(workspace):
    list(write_blanks(workspace, 2014, [1], rows=2))
    path = workspace.outbox / "常家镇人民政府" / "附件1_常家镇人民政府_2014.xlsx"
    book = openpyxl.load_workbook(path)
    assert book.worksheets[0]["A2"].value == "高青县常家镇人民政府2014年度行政执法检查计划"
    marks = {one.name: one.value for one in book.custom_doc_props.props}
    assert (marks["enforcer.unit"], marks["enforcer.year"]) == ("常家镇人民政府", "2014")


def test_what_lies_there_stays_unless_forced(workspace):
    path = workspace.outbox / "高青县农业局" / "附件1_高青县农业局_2014.xlsx"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"filled in")
    first = next(iter(write_blanks(workspace, 2014, [1], rows=2)))
    assert (first.written, first.kept) == ((), (path,))
    assert path.read_bytes() == b"filled in"
    list(write_blanks(workspace, 2014, [1], rows=2, force=True))
    assert path.read_bytes() != b"filled in"


def test_after_the_notices_year_only_what_recurs_is_owed():
    unit = UNITS[0]
    assert owed_annexes(unit, NOTICE, 2014)[0] == [1, 2, 3, 4]
    assert owed_annexes(unit, NOTICE, 2015)[0] == [1]
    assert owed_annexes(unit, NOTICE, 2015, [3])[0] == [3]


def test_the_roster_decides_who_is_exempt_not_the_name():
    police = Unit("高青县公安局")
    assert owed_annexes(police, NOTICE, 2014)[0] == [1, 2, 3, 4]
    assert owed_annexes(police._replace(exemption="公安"), NOTICE, 2014)[0] == [1, 2, 3]


def test_a_year_without_units_says_so(workspace):
    (workspace.root / "roster.xlsx").write_bytes(
        roster_bytes("高青县", date(2014, 6, 13), [UNITS[0]._replace(since=date(2015, 1, 1))])
    )
    with pytest.raises(EnforcerError, match="没有2014年存在的单位"):
        list(write_blanks(workspace, 2014))
