"""Several files of one unit and year are judged together; a lone file says what it leaves unexamined."""

import subprocess
import sys
from datetime import date
from itertools import permutations

import pytest

from enforcer.domain.policy import Policy
from enforcer.domain.unit import Unit
from enforcer.examine import examine
from enforcer.notices import load_notice
from enforcer.rules import rules_across
from enforcer.validation import Request, dossier_of, examine_across, read_file, validate

TODAY = date(2014, 8, 1)
X = Policy(select=("X",))


def found(verdict):
    return sorted((one.code, one.place.file.rpartition("/")[2], one.place.cell) for one in verdict.all_findings())


def left(verdict):
    return sorted((one.code, one.cause) for one in verdict.all_unexamined())


@pytest.fixture
def pair(filed, inspection, officer):
    """A plan that names 张三 and 李四, and a register that has 张三 alone."""
    plan = filed("县安监局/annex1.xlsx", 1, [inspection()], unit="县安监局")
    register = filed("县安监局/annex4.xlsx", 4, [officer("张三")], unit="桓台县安监局")
    return plan, register


def test_a_folder_is_one_dossier_and_the_finding_stands_at_its_file(pair):
    verdict = validate(pair[0].parent, today=TODAY, policy=X)
    assert found(verdict) == [("X001", "annex1.xlsx", "E4")]
    assert [len(one.findings) for one in verdict.files] == [1, 0]
    assert left(verdict) == [("X007", "absent")]


def test_files_named_one_by_one_in_any_order_are_the_same(pair):
    for order in permutations(pair):
        verdict = validate(*order, today=TODAY, policy=X)
        assert found(verdict) == [("X001", "annex1.xlsx", "E4")]
        assert left(verdict) == [("X007", "absent")]


@pytest.mark.parametrize(("index", "codes"), [(0, ["X001", "X007"]), (1, ["X007"])])
def test_a_lone_file_leaves_them_unexamined_by_name(pair, index, codes):
    verdict = validate(pair[index], today=TODAY, policy=X)
    assert found(verdict) == []
    assert left(verdict) == [(code, "absent") for code in codes]


def test_a_lone_procedure_names_x002(filed):
    steps = [{"procedure": "一般程序", "step": "调查", "handlers": "张三、李四"}]
    verdict = validate(filed("a.xlsx", 2, steps, unit="县安监局"), today=TODAY, policy=X)
    assert left(verdict) == [("X002", "absent"), ("X007", "absent")]


def test_what_is_not_selected_is_not_said_to_be_unexamined(pair):
    assert left(validate(pair[0], today=TODAY, policy=Policy(select=("A1",)))) == []
    assert left(validate(pair[0], today=TODAY, policy=Policy(ignore=("X",)))) == []


def test_other_years_and_other_units_are_other_dossiers(filed, inspection, officer):
    plan = filed("a/annex1.xlsx", 1, [inspection()], unit="县安监局")
    filed("a/annex4.xlsx", 4, [officer("张三"), officer("李四")], unit="县安监局", year=2015, filed=None)
    filed("a/annex4_2.xlsx", 4, [officer("张三"), officer("李四")], unit="县环保局")
    verdict = validate(plan.parent, today=TODAY, policy=X)
    assert found(verdict) == []
    assert ("X001", "absent") in left(verdict)


def test_names_that_only_the_roster_knows_are_joined_by_it(filed, inspection, officer):
    plan = filed("a/annex1.xlsx", 1, [inspection()], unit="县安监局")
    register = filed("b/annex4.xlsx", 4, [officer("张三")], unit="县安全生产监督管理局")
    unit = Unit("县安全生产监督管理局", code="101", short_names=("县安监局",))
    roster = {"县安监局": unit, "县安全生产监督管理局": unit}
    alone = validate(plan, register, today=TODAY, policy=X)
    assert found(alone) == []
    joined = validate(plan, register, today=TODAY, policy=X, find_unit=roster.get)
    assert found(joined) == [("X001", "annex1.xlsx", "E4")]
    assert left(joined) == []


def test_files_that_do_not_say_whose_they_are_are_not_joined(filed, inspection, officer):
    plan = filed("1/annex1.xlsx", 1, [inspection()], unit=None)
    filed("1/annex4.xlsx", 4, [officer("张三")], unit=None)
    verdict = validate(plan.parent, today=TODAY, policy=X)
    assert found(verdict) == []
    assert left(verdict) == [("X001", "absent"), ("X007", "absent"), ("X007", "absent")]


def test_annexes_in_one_workbook_are_a_dossier_too(pair, tmp_path):
    import openpyxl  # noqa: PLC0415 - as its users' workbooks are made

    book = openpyxl.load_workbook(pair[0])
    source = openpyxl.load_workbook(pair[1]).active
    sheet = book.create_sheet(source.title)
    for row in source.iter_rows():
        for cell in row:
            sheet[cell.coordinate] = cell.value
    book.save(tmp_path / "all.xlsx")
    assert found(validate(tmp_path / "all.xlsx", today=TODAY, policy=X)) == [("X001", "all.xlsx", "E4")]


def test_a_correction_beside_the_first_filing_registers_as_well(pair, filed, officer):
    filed("县安监局/annex4_更正.xlsx", 4, [officer("李四")], unit="县安监局", filed="2014-07-13")
    assert found(validate(pair[0].parent, today=TODAY, policy=X)) == []


def test_the_latest_stated_day_is_the_dossiers(pair, filed, officer):
    filed("县安监局/annex4.xlsx", 4, [officer("张三"), officer("李四", valid_until="2014-07-11")], unit="县安监局")
    assert found(validate(pair[0].parent, today=TODAY, policy=X)) == []
    late = validate(pair[0].parent, today=TODAY, policy=X, as_of=date(2014, 7, 12))
    assert found(late) == [("X001", "annex1.xlsx", "E4")]


def test_an_unreadable_register_is_no_register(pair):
    pair[1].write_bytes(b"PK\x03\x04")
    verdict = validate(pair[0].parent, today=TODAY, policy=X)
    assert found(verdict) == []
    assert ("X001", "absent") in left(verdict)


def test_single_workbooks_are_still_judged_by_themselves(pair, filed, officer):
    filed("县安监局/annex4_2.xlsx", 4, [officer("张三")], unit="县安监局")
    codes = {one.code for one in validate(pair[0].parent, today=TODAY).all_findings()}
    assert "A404" not in codes


def test_examine_across_gives_what_validate_gives_without_files(pair):
    request = Request(policy=X)
    readings = tuple(one for path in pair for each in read_file(path, request) for one in each)
    part = examine_across(dossier_of(readings, request, TODAY), request.notice, request.policy)
    assert part.files == ()
    assert found(part) == found(validate(*pair, today=TODAY, policy=X))
    assert left(part) == [("X007", "absent")]


def test_a_finding_at_the_same_cell_silences_where_the_rule_says_so(pair):
    request = Request()
    readings = tuple(one for path in pair for each in read_file(path, request) for one in each)
    dossier = dossier_of(readings, request, TODAY)
    (finding,) = examine_across(dossier, request.notice).findings
    from dataclasses import replace  # noqa: PLC0415 - for this one stand-in

    error_cell = replace(finding, code="W006")
    assert examine(dossier, load_notice(), rules_across(), beside=(error_cell,)).count("warning") == 0


def test_one_file_imports_no_rule_that_looks_across(pair):
    program = (
        f"import sys; from enforcer.validation import validate; validate({str(pair[0])!r}); "
        "print([one for one in sys.modules if 'rules.across' in one or 'overlaps' in one or one == 'rapidfuzz'])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"
