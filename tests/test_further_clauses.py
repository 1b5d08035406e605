"""A rule that rests on several clauses is handed those in force, and a remark may rest on one of them."""

from datetime import date

import pytest

from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule
from enforcer.domain.sentence import Sentence
from enforcer.examine import examine
from enforcer.notices import load_notice

WORDS = {"message": "错了", "expected": "对的", "remedy": "改正"}


@pytest.fixture
def several():
    @rule(
        "A999",
        "several",
        "试",
        severity="error",
        clause="law:service",
        further=("law:decision-limit", "plan"),
        annexes=(1,),
        **WORDS,
    )
    def several(dossier: Dossier, clause, further):
        """试。"""
        place = dossier.readings[0].place
        yield Remark(place)
        yield Remark(place, clause=further["plan"])
        yield Unsure("absent", Sentence("、".join(further)))

    return several


@pytest.mark.parametrize(
    ("day", "handed"), [(date(2014, 8, 1), "plan"), (date(2022, 8, 1), "law:decision-limit、plan")]
)
def test_only_the_clauses_in_force_are_handed(several, reading, dossier, day, handed):
    verdict = examine(dossier(reading(1, [{}]), day=day), load_notice(), (several,))
    assert [one.reason.render() for one in verdict.all_unexamined()] == [handed]


def test_a_remark_rests_on_its_own_clause_or_else_on_the_rules(several, reading, dossier):
    verdict = examine(dossier(reading(1, [{}])), load_notice(), (several,))
    assert [one.clause.key for one in verdict.all_findings()] == ["service", "plan"]


def test_a_rule_on_one_clause_is_handed_nothing_more(reading, dossier):
    @rule("A998", "single", "试", severity="error", clause="plan", annexes=(1,), **WORDS)
    def single(dossier: Dossier, clause):
        """试。"""
        yield Remark(dossier.readings[0].place)

    verdict = examine(dossier(reading(1, [{}])), load_notice(), (single,))
    assert not verdict.crashed
    assert len(list(verdict.all_findings())) == 1
