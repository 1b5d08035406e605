"""One file a rule; the files are the registry."""

from enforcer.rules.registry import (
    FOLDERS,
    find_rule,
    load_rules,
    rules_across,
    rules_for,
    rules_of_county,
    rules_of_filing,
)

__all__ = ["FOLDERS", "find_rule", "load_rules", "rules_across", "rules_for", "rules_of_county", "rules_of_filing"]
