"""The verdict as SARIF 2.1.0, for code hosts and editors."""

import json
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from enforcer import __version__
from enforcer.domain.finding import Finding
from enforcer.domain.sentence import Translate, words
from enforcer.domain.verdict import Verdict
from enforcer.verdicts.grouping import Options, limited

LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(verdict: Verdict, options: Options, translate: Translate) -> str:
    """One run; a result a finding, its cell as a logical location."""
    findings = [one for examined in verdict.files for one in limited(examined.findings, options.max_per_rule)]
    findings += limited(verdict.findings, options.max_per_rule)
    rules = {finding.code: finding for finding in findings}
    driver = {
        "name": "enforcer",
        "version": __version__,
        "rules": [
            {"id": code, "name": one.name, "shortDescription": {"text": translate(one.title)}}
            for code, one in sorted(rules.items())
        ],
    }
    run = {"tool": {"driver": driver}, "results": [_result(finding, translate) for finding in findings]}
    return json.dumps({"version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _result(finding: Finding, translate: Translate) -> dict[str, Any]:
    message = f"{finding.message.render(translate)} {finding.remedy.render(translate)}"
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": quote(PurePath(words(finding.place.file)).as_posix())}}
    }
    if finding.place.sheet:
        location["logicalLocations"] = [{"fullyQualifiedName": words(finding.place.address)}]
    return {
        "ruleId": finding.code,
        "level": LEVELS[finding.severity],
        "message": {"text": message},
        "locations": [location],
        "occurrenceCount": finding.count,
    }
