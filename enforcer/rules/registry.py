"""The files of a folder are the rules in force: drop one in, and it is."""

from collections.abc import Iterable
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from enforcer.domain.dossier import County, Dossier
from enforcer.domain.rule import Rule

FOLDERS = ("workbook", "annex1", "annex2", "annex3", "annex4", "filing", "across")

_ON_ITS_DAY = "enforcer.rules.filing.late"


@cache
def load_rules(folder: str) -> tuple[Rule, ...]:
    """The rules of one folder, by code. A module there that holds no rule is a TypeError."""
    package = import_module(f"enforcer.rules.{folder}")
    found = (_rule_of(f"{package.__name__}.{module.name}") for module in iter_modules(package.__path__))
    return tuple(sorted(found, key=lambda rule: rule.code))


def rules_for(annexes: Iterable[int]) -> tuple[Rule, ...]:
    """What judges a file with these annexes: rules on the workbook, on each annex, on its day; no other is imported.

    The other rules on filing rest on what a ledger knows: see `rules_of_filing`.
    """
    folders = ("workbook", *(f"annex{annex}" for annex in sorted(set(annexes))))
    return (*(rule for folder in folders for rule in load_rules(folder)), _rule_of(_ON_ITS_DAY))


def rules_of_filing() -> tuple[Rule, ...]:
    """What judges the duties of a unit as a ledger knows them: late, overdue, copies missing, the log's clock."""
    return load_rules("filing")


def rules_across() -> tuple[Rule, ...]:
    """What judges all annexes of one unit and year together; to be loaded only where several are at hand."""
    return tuple(rule for rule in load_rules("across") if rule.subject is Dossier)


def rules_of_county() -> tuple[Rule, ...]:
    """What compares all units of the county: observations for the office, no unit's faults."""
    return tuple(rule for rule in load_rules("across") if rule.subject is County)


def find_rule(code: str) -> Rule | None:
    """The rule of that code (A302) or kebab name (lenient-below-floor), None where there is none."""
    return next(
        (rule for folder in FOLDERS for rule in load_rules(folder) if code.upper() == rule.code or code == rule.name),
        None,
    )


def _rule_of(module_name: str) -> Rule:
    module = import_module(module_name)
    rules = [thing for thing in vars(module).values() if isinstance(thing, Rule)]
    if len(rules) != 1:
        raise TypeError(f"{module_name} must hold exactly one rule, not {len(rules)}")
    return rules[0]
