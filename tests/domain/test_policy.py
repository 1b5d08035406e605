"""A county selects, re-grades and tries rules; it never loses a finding by that."""

from datetime import date

from enforcer.domain.clause import Clause
from enforcer.domain.finding import Finding
from enforcer.domain.policy import Policy
from enforcer.domain.row import Place
from enforcer.domain.sentence import Sentence


def finding(code):
    said = Sentence("x")
    return Finding(code, "n", "t", "error", Clause("k", "二", "q"), Place("f"), None, None, said, said, said)


def test_select_and_ignore_are_prefixes_and_ignore_wins():
    policy = Policy(select=("A3", "W001"), ignore=("A305",))
    assert [code for code in ("A301", "A305", "A401", "W001", "W002") if policy.selects(code)] == ["A301", "W001"]
    assert Policy().selects("X006")


def test_a_trial_lasts_through_its_last_day():
    policy = Policy(trials={"A302": date(2014, 12, 31)}, severities={"A302": "warning"})
    on_trial = policy.graded(finding("A302"), date(2014, 12, 31))
    assert (on_trial.state, on_trial.severity, on_trial.counts) == ("trial", "warning", False)
    assert policy.graded(finding("A302"), date(2015, 1, 1)).state == "open"
    assert policy.graded(finding("A301"), date(2014, 1, 1)) == finding("A301")
