"""A county's folder: each unit's verdict, and beside it, for the office alone, what is seen across units."""

from datetime import date

import openpyxl
import pytest

from enforcer.domain.errors import EnforcerError
from enforcer.domain.policy import Policy
from enforcer.domain.unit import Unit
from enforcer.notices import load_notice
from enforcer.validation import read_county, validate_county
from enforcer.workbook.marking.writing import write_marked_copies

TODAY = date(2014, 8, 1)
OBSERVED = {"X003", "X004", "X005", "X006"}
BASIS = "《安全生产法》第九十四条：可以处五万元以下的罚款"


@pytest.fixture
def county(filed, inspection, officer, ladder):
    """Two units that overlap in everything, each with a fault of its own."""
    for unit, low in (("县安监局", 10000), ("县环保局", 9000)):
        filed(f"{unit}/annex1.xlsx", 1, [inspection(matter=None)], unit=unit)
        filed(f"{unit}/annex3.xlsx", 3, ladder(BASIS, low), unit=unit)
        last = filed(f"{unit}/annex4.xlsx", 4, [officer("张三")], unit=unit)
    return last.parent.parent


def test_what_is_seen_across_units_stands_apart_from_their_own_findings(county):
    verdict = validate_county(county, today=TODAY)
    assert {one.code for one in verdict.observed} == OBSERVED
    assert {one.code for one in verdict.all_findings()}.isdisjoint(OBSERVED)
    assert not OBSERVED & set(verdict.by_rule())


@pytest.mark.parametrize("strict", [False, True])
def test_it_never_makes_an_exit_code_even_if_the_county_grades_it_an_error(county, strict):
    severities = dict.fromkeys(OBSERVED, "error")
    policy = Policy(select=("X003", "X004", "X005", "X006"), severities=severities)
    verdict = validate_county(county, today=TODAY, policy=policy)
    assert {one.severity for one in verdict.observed} == {"error"}
    assert verdict.exit_code(strict=strict) == 0


def test_no_marked_copy_has_it(county, tmp_path):
    verdict = validate_county(county, today=TODAY)
    copies = [
        path for _, path in write_marked_copies(verdict, load_notice(), tmp_path / "marked", overwrite=True) if path
    ]
    assert copies
    said = ""
    for path in copies:
        book = openpyxl.load_workbook(path)
        for sheet in book:
            for row in sheet.iter_rows():
                for cell in row:
                    said += f"{cell.value}{cell.comment.text if cell.comment else ''}"
    assert "A101" in said
    assert not any(code in said for code in OBSERVED)
    assert "疑似" not in said


def test_it_does_not_matter_in_which_order_the_folders_are_named(county, tmp_path):
    def keys(folder):
        (one,) = read_county(folder, today=TODAY).counties
        from enforcer.annexes.overlaps import overlaps  # noqa: PLC0415 - as the command does

        return [(found.key, found.units, found.pairs) for found in overlaps(one)]

    before = keys(county)
    (county / "县安监局").rename(county / "z县安监局")
    assert keys(county) == before


def test_each_year_is_compared_by_itself(filed, officer):
    filed("县安监局/annex4.xlsx", 4, [officer("张三")], unit="县安监局")
    path = filed("县环保局/annex4.xlsx", 4, [officer("张三")], unit="县环保局", year=2015, filed="2015-07-01")
    verdict = validate_county(path.parent.parent, today=date(2015, 8, 1))
    assert verdict.observed == ()
    assert len(read_county(path.parent.parent, today=date(2015, 8, 1)).counties) == 2


def test_a_file_that_says_nothing_is_its_folders(filed, officer):
    filed("01安监/annex4.xlsx", 4, [officer("张三")], unit=None)
    path = filed("02环保/annex4.xlsx", 4, [officer("张三")], unit=None)
    (finding,) = validate_county(path.parent.parent, today=TODAY).observed
    assert "在01安监、02环保都登记" in finding.message.render()


def test_a_file_that_contradicts_its_folder_is_left_out_and_said_so(filed, officer):
    filed("县安监局/annex4.xlsx", 4, [officer("张三")], unit="县安监局")
    path = filed("县环保局/annex4.xlsx", 4, [officer("张三")], unit="县水务局")
    verdict = validate_county(path.parent.parent, today=TODAY)
    assert verdict.observed == ()
    assert [(one.code, one.cause) for one in verdict.unobserved] == [("X003", "unreadable")]


def test_units_that_the_roster_knows_under_two_names_are_one(filed, officer):
    filed("县安监局/annex4.xlsx", 4, [officer("张三")], unit="县安监局")
    path = filed("县安全生产监督管理局/annex4.xlsx", 4, [officer("张三")], unit="县安全生产监督管理局")
    unit = Unit("县安全生产监督管理局", code="101")
    roster = {"县安监局": unit, "县安全生产监督管理局": unit}
    assert len(validate_county(path.parent.parent, today=TODAY, find_unit=lambda name: None).observed) == 1
    assert validate_county(path.parent.parent, today=TODAY, find_unit=roster.get).observed == ()


def test_a_file_is_no_county(filed, officer):
    path = filed("县安监局/annex4.xlsx", 4, [officer("张三")], unit="县安监局")
    with pytest.raises(EnforcerError, match="不是文件夹"):
        validate_county(path, today=TODAY)
