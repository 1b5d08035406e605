"""The verdict as JSON, by the shipped schema validate-1.json."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from enforcer import __version__
from enforcer.domain.finding import Finding, Unexamined
from enforcer.domain.row import Place
from enforcer.domain.sentence import Translate, words
from enforcer.domain.verdict import Examined, Verdict
from enforcer.verdicts.grouping import Options, limited

SCHEMA = "enforcer/validate/1"


def render(verdict: Verdict, options: Options, translate: Translate) -> str:
    """The verdict as indented JSON text."""
    return json.dumps(document(verdict, options, translate), ensure_ascii=False, indent=2) + "\n"


def tool(notice: str) -> dict[str, str]:
    """Who says so: name, version, and the notice judged by."""
    return {"name": "enforcer", "version": __version__, "notice": notice}


def document(verdict: Verdict, options: Options, translate: Translate) -> dict[str, Any]:
    """The verdict as plain values; a finding's `count` is how many it stands for.

    `county` is there where units were compared: suspicions for the office, in no count of the summary.
    """
    made: dict[str, Any] = {
        "schema": SCHEMA,
        "tool": tool(verdict.notice),
        "as_of": verdict.as_of.isoformat() if verdict.as_of else None,
        "files": [_file(examined, options, translate) for examined in verdict.files],
        "findings": list(_findings(verdict.findings, options, translate)),
        "unexamined": [_unexamined(one, translate) for one in verdict.unexamined],
        "summary": {
            "files": len({examined.reading.file for examined in verdict.files}),
            "errors": verdict.count("error"),
            "warnings": verdict.count("warning"),
            "infos": verdict.count("info"),
            "unexamined": sum(1 for _ in verdict.all_unexamined()),
            "by_rule": verdict.by_rule(),
        },
    }
    if verdict.observed or verdict.unobserved:
        made["county"] = {
            "findings": list(_findings(verdict.observed, options, translate, with_path=True)),
            "unexamined": [_unexamined(one, translate) for one in verdict.unobserved],
        }
    return made


def _file(examined: Examined, options: Options, translate: Translate) -> dict[str, Any]:
    reading = examined.reading
    return {
        "path": words(reading.file),
        "sha256": reading.sha256 or None,
        "annex": reading.annex,
        "sheet": _text(reading.place.sheet),
        "form": {"edition": reading.form.edition, "recognised_by": reading.recognised_by} if reading.form else None,
        "unit": _text(examined.unit),
        "year": examined.year,
        "reference_day": examined.day.isoformat(),
        "reference_day_source": examined.day_source,
        "rows": len(reading.rows),
        "nil": reading.nil is not None,
        "assumptions": [
            {"cell": _text(one.place.cell), "text": one.sentence.render(translate)} for one in reading.assumptions
        ],
        "remarks": [remark.render(translate) for remark in reading.remarks],
        "skipped": reading.skip.render(translate) if reading.skip else None,
        "skipped_sheets": [
            {"sheet": _text(one.place.sheet), "reason": one.reason.render(translate)} for one in reading.skipped_sheets
        ],
        "findings": list(_findings(examined.findings, options, translate)),
        "unexamined": [_unexamined(one, translate) for one in examined.unexamined],
    }


def _findings(
    findings: Iterable[Finding], options: Options, translate: Translate, *, with_path: bool = False
) -> Iterator[dict[str, Any]]:
    for finding in limited(findings, options.max_per_rule):
        place = finding.place
        entry: dict[str, Any] = {
            "code": finding.code,
            "name": finding.name,
            "title": translate(finding.title),
            "severity": finding.severity,
            "state": finding.state,
            "count": finding.count,
            "clause": {
                "key": finding.clause.key,
                "number": finding.clause.number,
                "quote": finding.clause.quote,
            },
            "sheet": _text(place.sheet),
            "cell": place.cell,
            "field": finding.field,
            "value": finding.value,
            "expected": finding.expected.render(translate),
            "message": finding.message.render(translate),
            "remedy": finding.remedy.render(translate),
            "related": [_place(one) for one in finding.related],
        }
        if with_path:
            entry["path"] = words(place.file)
        if finding.explanation:
            entry["explanation"] = words(finding.explanation)
        yield entry


def _unexamined(one: Unexamined, translate: Translate) -> dict[str, Any]:
    return {
        "code": one.code,
        "cause": one.cause,
        "reason": one.reason.render(translate),
        "cells": [words(place.address) for place in one.places],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"path": words(place.file), "sheet": _text(place.sheet), "cell": place.cell}


def _text(value: str | None) -> str | None:
    return None if value is None else words(value)
