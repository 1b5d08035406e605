"""The rules for people to read: a list, a page each, the reference page, JSON; all from the rules themselves."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from enforcer.domain.rule import Rule
from enforcer.domain.sentence import Translate
from enforcer.notices import load_notice
from enforcer.verdicts.as_json import tool
from enforcer.verdicts.as_text import GRADES
from enforcer.verdicts.columns import padded
from enforcer.verdicts.lines import Line, line, span

SCHEMA = "enforcer/rules/1"


def explanation(rule: Rule, translate: Translate) -> str:
    """The rule's docstring in the reader's language; its English stands in the catalogue under the code."""
    english = translate(key_of(rule))
    return rule.explanation if english == key_of(rule) else english


def key_of(rule: Rule) -> str:
    """The catalogue's key of a rule's explanation."""
    return f"explain {rule.code}"


def page_of(rule: Rule, translate: Translate) -> Iterator[Line]:
    """Code, title, grade, clause; then the explanation."""
    sign, grade = GRADES[rule.severity]
    yield line(span(f"{sign} {rule.code} {translate(rule.title)}", rule.severity), f"  {rule.name}  ", translate(grade))
    yield line(translate("条款："), clause_number(rule, translate), indent=2)
    for text in filter(None, explanation(rule, translate).splitlines()):
        yield line(text, indent=2)
    yield line()


def clause_number(rule: Rule, translate: Translate) -> str:
    """The printed number of the clause that the rule rests on, on the notice's own day."""
    notice = load_notice()
    if rule.clause == "annex":
        return translate("该附件所依据的条款")
    clause = notice.clause(rule.clause, notice.issued)
    later = notice.articles.get(rule.clause.removeprefix("law:"), ())
    return translate(clause.number if clause else later[-1].clause.number if later else rule.clause)


def listing(rules: Iterable[Rule], translate: Translate) -> Iterator[Line]:
    """A line for each rule."""
    for rule in rules:
        sign, grade = GRADES[rule.severity]
        yield line(
            span(f"{sign} {rule.code}", rule.severity),
            f"  {padded(translate(grade), 8)}{padded(translate(rule.title), 40)}  {rule.name}",
        )


def as_markdown(rules: Iterable[Rule], translate: Translate) -> str:
    """The reference page."""
    parts = [f"# {translate('规则一览')}\n"]
    for rule in rules:
        parts.append(f"## {rule.code} {translate(rule.title)}\n")
        grade = translate(GRADES[rule.severity][1])
        parts.append(f"`{rule.name}` · {grade} · {clause_number(rule, translate)}\n")
        parts.append("\n".join(f"{text}  " for text in explanation(rule, translate).splitlines() if text) + "\n")
    return "\n".join(parts)


def as_json(rules: Iterable[Rule], translate: Translate) -> str:
    """The rules as JSON, by the shipped schema rules-1.json."""
    entries: list[dict[str, Any]] = [
        {
            "code": rule.code,
            "name": rule.name,
            "title": translate(rule.title),
            "severity": rule.severity,
            "clause": rule.clause,
            "annexes": list(rule.annexes),
            "silenced_by": list(rule.silenced_by),
            "explanation": explanation(rule, translate),
        }
        for rule in rules
    ]
    document = {"schema": SCHEMA, "tool": tool(load_notice().number), "as_of": None, "rules": entries}
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
