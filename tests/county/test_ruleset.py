"""The rule set's fingerprint tells when what was filed has to be judged again."""

from dataclasses import replace

from enforcer.county.ruleset import fingerprint
from enforcer.county.settings.reading import Settings
from enforcer.domain.policy import Policy
from enforcer.notices import load_notice

SETTINGS = Settings("桓台县", "县法制办", load_notice(), 2014)


def test_the_same_rules_have_the_same_fingerprint():
    assert fingerprint(SETTINGS) == fingerprint(replace(SETTINGS, contact="王五", soon_days=3))
    assert len(fingerprint(SETTINGS)) == 16


def test_another_policy_notice_or_setting_of_a_rule_has_another():
    notice = SETTINGS.notice
    others = [
        replace(SETTINGS, policy=Policy(ignore=("A207",))),
        replace(SETTINGS, rules={"credential_pattern": "鲁.*"}),
        replace(SETTINGS, notice=notice._replace(clauses={**notice.clauses, "plan": notice.clauses["log"]})),
    ]
    assert len({fingerprint(one) for one in (SETTINGS, *others)}) == 4
