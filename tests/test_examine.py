"""The engine: one fault, one code; a broken rule takes nothing down; what is not examined is said."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.policy import Policy
from enforcer.domain.reading import Reading
from enforcer.domain.row import Place
from enforcer.domain.rule import Remark, Unsure, rule
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit
from enforcer.examine import examine
from enforcer.notices import load_notice

NOTICE = load_notice()
WORDS = {"message": "所填“{value}”不对", "expected": "应当是{days}", "remedy": "请改{address}"}
ID = "000000190001010001"


def made(code, say, *, clause="plan", annexes=(), subject=Dossier, **more):
    """A rule that says what `say` yields."""

    def check(about, clause) -> Iterator[Remark]:
        """要求：试。"""
        yield from say(about, clause)

    check.__annotations__ = {"about": subject, "clause": Clause}
    return rule(
        code, f"rule-{code.lower()}", code, severity="error", clause=clause, annexes=annexes, **{**WORDS, **more}
    )(check)


def at(row, column=1):
    return Place("annex1.xlsx", "检查计划", row, column)


@pytest.fixture
def plan(reading, dossier):
    return dossier(reading(1, [{"basis": "x"}]))


def test_a_remark_becomes_a_finding_with_grade_clause_and_words(plan):
    saying = made("A198", lambda about, clause: [Remark(at(5), {"days": 7}, value="八日")])
    (finding,) = examine(plan, NOTICE, (saying,)).all_findings()
    assert finding.message.render() == "所填“八日”不对"
    assert finding.expected.render() == "应当是7"
    assert finding.remedy.render() == "请改检查计划!A5"
    assert (finding.severity, finding.clause.number, finding.place.cell) == ("error", "二（二）", "A5")


def test_an_id_number_that_was_typed_is_masked_in_the_finding_itself(plan):
    saying = made("A198", lambda about, clause: [Remark(at(5), {"days": 7, "id": ID}, value=ID)])
    (finding,) = examine(plan, NOTICE, (saying,)).all_findings()
    assert ID not in (finding.value, finding.message.render())


def test_a_silenced_finding_goes_only_at_the_same_cell_and_also_when_its_silencer_is_not_selected(plan):
    loud = made("A197", lambda about, clause: [Remark(at(5), {"days": 1})])
    soft = made(
        "A198", lambda about, clause: [Remark(at(5), {"days": 1}), Remark(at(6), {"days": 1})], silenced_by=("A197",)
    )
    verdict = examine(plan, NOTICE, (soft, loud), Policy(select=("A198",)))
    assert [(one.code, one.place.row) for one in verdict.all_findings()] == [("A198", 6)]


def test_a_broken_rule_is_unexamined_and_the_others_go_on(plan):
    def breaks(about, clause):
        yield Remark(at(5), {"days": 1})
        raise ZeroDivisionError(ID)

    verdict = examine(
        plan, NOTICE, (made("A197", breaks), made("A198", lambda about, clause: [Remark(at(6), {"days": 1})]))
    )
    assert [one.code for one in verdict.all_findings()] == ["A197", "A198"]
    (left,) = verdict.all_unexamined()
    assert (left.code, left.cause, verdict.exit_code()) == ("A197", "crashed", 2)
    assert ID not in left.reason.render()


def test_a_rule_whose_wording_lacks_a_case_is_crashed_not_silent(plan):
    saying = made("A198", lambda about, clause: [Remark(at(5), {"days": 1}, case="none")], message={"": "x"})
    assert examine(plan, NOTICE, (saying,)).crashed


@pytest.mark.parametrize("clause", ["no-such-clause", "law:decision-limit"])
def test_a_clause_that_the_notice_lacks_switches_its_rule_off_and_says_so(plan, clause):
    saying = made("A198", lambda about, clause: [Remark(at(5), {"days": 1})], clause=clause)
    verdict = examine(plan, NOTICE, (saying,))
    assert list(verdict.all_findings()) == []
    assert [(one.code, one.cause) for one in verdict.all_unexamined()] == [("A198", "not_applicable")]


def test_a_rule_gets_the_article_in_force_on_the_reference_day(plan):
    saying = made(
        "A198", lambda about, clause: [Remark(at(5), {"days": clause.figure("days")})], clause="law:hearing-request"
    )
    for day, days in ((date(2021, 7, 14), "应当是3"), (date(2021, 7, 15), "应当是5")):
        (finding,) = examine(replace(plan, day=day), NOTICE, (saying,)).all_findings()
        assert finding.expected.render() == days


def test_a_rule_runs_only_where_its_annexes_are_at_hand(plan):
    saying = made("A498", lambda about, clause: [Remark(at(5), {"days": 1})], annexes=(1, 4))
    assert list(examine(plan, NOTICE, (saying,)).all_findings()) == []


def test_a_rule_on_readings_sees_each_one_and_cites_the_clause_of_its_annex(reading, dossier):
    both = dossier(reading(1, [{"basis": "x"}]), reading(4, [{"name": "x"}]))
    saying = made("W098", lambda about, clause: [Remark(about.place, {"days": 1})], clause="annex", subject=Reading)
    verdict = examine(both, NOTICE, (saying,))
    assert [one.clause.number for one in verdict.all_findings()] == ["二（二）", "二（七）"]
    assert [len(examined.findings) for examined in verdict.files] == [1, 1]


def test_an_annex_that_the_unit_is_free_of_is_not_judged_by_its_clause(reading, dossier):
    police = Unit("县公安局", exemption="公安")
    both = dossier(reading(1, [{"basis": "x"}]), reading(4, [{"name": "x"}]), unit=police)
    saying = made("W098", lambda about, clause: [Remark(about.place, {"days": 1})], clause="annex", subject=Reading)
    assert [one.clause.number for one in examine(both, NOTICE, (saying,)).all_findings()] == ["二（二）"]


def test_the_same_doubt_at_many_cells_is_one_entry_with_all_its_cells(plan):
    doubts = [Unsure("unreadable", Sentence("读不准"), at(row)) for row in (5, 6, 7)]
    (left,) = examine(plan, NOTICE, (made("A198", lambda about, clause: doubts),)).all_unexamined()
    assert [place.row for place in left.places] == [5, 6, 7]


def test_a_dossier_without_a_file_keeps_its_findings_and_doubts_beside_the_files(dossier):
    said = [Remark(Place("县安监局", field="plan"), {"days": 1}), Unsure("absent", Sentence("不知道"))]
    verdict = examine(dossier(), NOTICE, (made("F098", lambda about, clause: said),))
    assert verdict.files == ()
    assert [one.place.file for one in verdict.findings] == ["县安监局"]
    assert [one.cause for one in verdict.unexamined] == ["absent"]
