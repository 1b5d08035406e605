"""[rules]: which rules the county looks at, how it grades them, what it tries out, and what single rules ask for."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, Final

from enforcer.county.settings.toml_table import Table
from enforcer.domain.policy import Policy
from enforcer.domain.rule import SEVERITIES, Severity
from enforcer.domain.sentence import Sentence

_PREFIX: Final = r"[AWXF]\d{0,3}"
_CODE: Final = r"[AWXF]\d{3}"
_CODES: Final = Sentence('规则代码或代码的开头，如["A3", "W001"]')
_GRADES: Final = Sentence("{grades}当中的一个", {"grades": SEVERITIES})
_DAY: Final = Sentence("试行到哪一天，如2014-12-31")
_PATTERN: Final = Sentence('不超过{most}个字符的正则表达式，如"[0-9]{{8}}"', {"most": 200})
_LONGEST_PATTERN: Final = 200

RULE_SETTINGS: Final = ("credential_pattern",)
"""Settings that single rules ask their dossier for."""


def rule_policy(table: Table | None) -> tuple[Policy, Mapping[str, Any]]:
    """The policy, and the settings of single rules by name. Raises EnforcerError."""
    if table is None:
        return Policy(), {}
    select, ignore = _codes(table, "select"), _codes(table, "ignore")
    graded, tried = table.table("severities"), table.table("trials")
    settings = {key: found for key in RULE_SETTINGS if (found := _pattern(table, key))}
    policy = Policy(
        select,
        ignore,
        {} if graded is None else _by_code(graded, _grade),
        {} if tried is None else _by_code(tried, _day),
    )
    table.finish()
    return policy, settings


def _codes(table: Table, key: str) -> tuple[str, ...]:
    codes = []
    for text in table.texts(key, _CODES):
        code = text.strip().upper()
        if not re.fullmatch(_PREFIX, code):
            raise table.refusal(key, text, _CODES)
        codes.append(code)
    return tuple(codes)


def _by_code(table: Table, read: Callable[[Table, str, object], Any]) -> dict[str, Any]:
    """Code -> what was set for it; a code that no rule has is refused."""
    found = {}
    for key, value in table.entries().items():
        code = key.strip().upper()
        if not re.fullmatch(_CODE, code) or not _is_rule(code):
            raise table.refusal(key, value, Sentence("一条规则的代码，如A302（enforcer rules 列出全部）"))
        found[code] = read(table, key, value)
    return found


def _is_rule(code: str) -> bool:
    """Whether a rule has that code; only the folder that may hold it is imported."""
    from enforcer.rules import load_rules  # noqa: PLC0415 - few counties re-grade a rule

    folder = {"W": "workbook", "F": "filing", "X": "across"}.get(code[0], f"annex{code[1]}")
    if folder.startswith("annex") and code[1] not in "1234":
        return False
    return any(rule.code == code for rule in load_rules(folder))


def _grade(table: Table, key: str, value: object) -> Severity:
    for grade in SEVERITIES:
        if value == grade:
            return grade
    raise table.refusal(key, value, _GRADES)


def _day(table: Table, key: str, value: object) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value.strip())
        except ValueError:
            pass
    raise table.refusal(key, value, _DAY)


def _pattern(table: Table, key: str) -> str:
    """A regular expression that can be compiled; "" where there is none."""
    pattern = table.text(key, "", _PATTERN, _LONGEST_PATTERN, empty=True)
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise table.refusal(key, pattern, _PATTERN) from error
    return pattern
