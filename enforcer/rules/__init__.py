"""One file a rule; the files are the registry."""

from enforcer.rules.registry import FOLDERS, find_rule, load_rules, rules_for

__all__ = ["FOLDERS", "find_rule", "load_rules", "rules_for"]
