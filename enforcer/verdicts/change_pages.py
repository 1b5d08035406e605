"""What changed between two filings, for people and for machines: text lines, and JSON by diff-1.json."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from enforcer.changes.record import (
    KINDS,
    STATES,
    AnnexChanges,
    Change,
    Comparison,
    FieldChange,
    Kind,
    Outcome,
    Stand,
    State,
)
from enforcer.domain.row import Place
from enforcer.domain.sentence import Translate, words
from enforcer.verdicts.as_json import tool
from enforcer.verdicts.as_text import GRADES, shortened
from enforcer.verdicts.lines import Line, Span, Style, line, span

SCHEMA = "enforcer/diff/1"
SHOWN = 100
"""So many entries of a kind, and findings of a state, are listed as text; JSON has them all."""

_LONGEST = 60
_AROUND = 6
_COUNTED: dict[Kind, str] = {"added": "增加{count}项", "removed": "删除{count}项", "changed": "修改{count}项"}
_SAID: dict[Kind, str] = {"added": "增加{name}", "removed": "删除{name}", "changed": "{name}"}
_STATES: dict[State, tuple[str, Style]] = {
    "mended": ("已改{count}处", "good"),
    "remains": ("仍有{count}处", "error"),
    "new": ("新增{count}处", "error"),
    "unexamined": ("未核{count}处（不等于已改）", "warning"),
}


def lines_of(comparison: Comparison, translate: Translate) -> Iterator[Line]:
    """The comparison line by line: what the two files are, each annex, one last line."""
    yield line(span(translate("旧表：{file}").format(file=words(comparison.old_file)), "title"))
    yield line(span(translate("新表：{file}").format(file=words(comparison.new_file)), "title"))
    for note in comparison.notes:
        yield line(span(translate("注意："), "warning"), note.render(translate), indent=2)
    for annex in comparison.annexes:
        yield line()
        yield from _annex(annex, translate)
    yield line()
    yield summary(comparison, translate)


def summary(comparison: Comparison, translate: Translate) -> Line:
    """The last line: how much was changed, and what became of the findings."""
    parts = []
    if comparison.same:
        parts.append(translate("两份表内容相同"))
    header = sum(1 for _ in comparison.header())
    if header:
        parts.append(translate("表头改动{count}处").format(count=header))
    parts += [translate(_COUNTED[kind]).format(count=count) for kind in KINDS if (count := comparison.count(kind))]
    counts = {state: comparison.count_state(state) for state in STATES}
    found = sum(counts.values()) - counts["new"]
    told = [translate("旧表的{count}处问题").format(count=found)] if found else []
    told += [translate(_STATES[state][0]).format(count=count) for state, count in counts.items() if count]
    comma, stop = translate("，"), translate("。")
    sentences = [comma.join(one) + stop for one in (parts, told or [translate("两份表都没有查出问题")]) if one]
    worse = bool(counts["remains"] or counts["new"])
    return line(span("".join(sentences), "warning" if worse or counts["unexamined"] else "good"))


def _annex(annex: AnnexChanges, translate: Translate) -> Iterator[Line]:
    name = translate("附件{annex}《{name}》").format(annex=annex.form.annex, name=translate(annex.form.name))
    yield line(span(name, "title"))
    yield line(_stand(translate("旧表"), annex.old, translate), indent=2)
    yield line(_stand(translate("新表"), annex.new, translate), indent=2)
    for note in annex.notes:
        yield line(span(translate("注意："), "warning"), note.render(translate), indent=2)
    if annex.header:
        yield line(span(translate("表头改动{count}处").format(count=len(annex.header)), "title"), indent=2)
        for field in annex.header:
            yield from _field(field, translate, 4)
    for kind in KINDS:
        yield from _changes(annex.of(kind), kind, translate)
    if annex.same:
        yield line(span(translate("内容没有改动"), "good"), indent=2)
    if annex.moved:
        moved = translate("另有{count}项只是换了位置，不算改动").format(count=annex.moved)
        yield line(span(moved, "dim"), indent=2)
    yield from _outcomes(annex, translate)


def _stand(side: str, stand: Stand, translate: Translate) -> str:
    return translate("{side}：{unit}　{year}年度　{rows}行").format(
        side=side,
        unit=words(stand.unit) or translate("未写明单位"),
        year=stand.year or translate("未写明"),
        rows=stand.rows,
    )


def _changes(changes: tuple[Change, ...], kind: Kind, translate: Translate) -> Iterator[Line]:
    if not changes:
        return
    yield line(span(translate(_COUNTED[kind]).format(count=len(changes)), "title"), indent=2)
    for change in changes[:SHOWN]:
        yield from _change(change, translate, 4)
    yield from _left(len(changes), translate)


def _change(change: Change, translate: Translate, indent: int) -> Iterator[Line]:
    said = translate(_SAID[change.kind]).format(name=change.name.render(translate))
    yield line(said, "  ", _cells(change.old, change.new, translate), indent=indent)
    for note in change.notes:
        yield line(note.render(translate), indent=indent + 2)
    for field in change.fields:
        yield from _field(field, translate, indent + 2)
    for part in change.parts:
        yield from _change(part, translate, indent + 2)


def _field(field: FieldChange, translate: Translate, indent: int) -> Iterator[Line]:
    """具体标准  H12 → H17：罚款下限由8000元改为10000元, then the words themselves."""
    head = translate("{field}：").format(field=translate(field.label))
    cells = _cells(field.old_at, field.new_at, translate)
    said = _said(field, translate)
    if field.details:
        details = translate("；").join(detail.render(translate) for detail in field.details)
        yield line(head, details, "  ", cells, indent=indent)
        yield line(span(said, "dim"), indent=indent + 2)
    else:
        yield line(head, said, "  ", cells, indent=indent)


def _said(field: FieldChange, translate: Translate) -> str:
    if field.hidden:
        return translate("号码有改动，遮蔽后看不出区别（{value}）").format(value=field.new)
    old, new = excerpts(field.old, field.new)
    if not field.old:
        return translate("填上“{new}”").format(new=new)
    if not field.new:
        return translate("删去“{old}”").format(old=old)
    return translate("由“{old}”改为“{new}”").format(old=old, new=new)


def excerpts(old: str, new: str, most: int = _LONGEST) -> tuple[str, str]:
    """Both texts on one line; of long ones the stretch in which they differ, with a little around it."""
    old, new = " ".join(old.split()), " ".join(new.split())
    if max(len(old), len(new)) <= most or not old or not new:
        return shortened(old), shortened(new)
    shorter = min(len(old), len(new))
    start = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = next((at for at in range(shorter - start) if old[-1 - at] != new[-1 - at]), shorter - start)
    first, last = max(start - _AROUND, 0), max(tail - _AROUND, 0)
    return _cut(old, first, last), _cut(new, first, last)


def _cut(text: str, first: int, last: int) -> str:
    middle = shortened(text[first : len(text) - last])
    return f"{'……' if first else ''}{middle}{'……' if last else ''}"


def _cells(old: Place | None, new: Place | None, translate: Translate) -> Span:
    """Where a thing stands in both files: H12, or H12 → H17; the sheet where it is needed to find it."""
    if old is None or new is None:
        place = old or new
        text = words(place.address) if place else ""
        side = translate("旧表{cell}") if new is None else translate("新表{cell}")
        return span(side.format(cell=text) if place else "", "cell")
    same_sheet = old.sheet == new.sheet and old.cell is not None and new.cell is not None
    one, other = (words(place.cell if same_sheet else place.address) for place in (old, new))
    return span(one if one == other else f"{one} → {other}", "cell")


def _left(count: int, translate: Translate, indent: int = 4) -> Iterator[Line]:
    if count > SHOWN:
        text = translate("另有{left}项没有列出，用 --format json 可看到全部").format(left=count - SHOWN)
        yield line(span(text, "dim"), indent=indent)


def _outcomes(annex: AnnexChanges, translate: Translate) -> Iterator[Line]:
    if annex.outcomes:
        yield line(span(translate("问题的变化"), "title"), indent=2)
    for state, (counted, style) in _STATES.items():
        found = annex.in_state(state)
        if not found:
            continue
        yield line(span(translate(counted).format(count=len(found)), style), indent=4)
        for outcome in found[:SHOWN]:
            yield _outcome(outcome, translate)
        yield from _left(len(found), translate, 6)
    left = [len(stand.unexamined) for stand in (annex.old, annex.new)]
    if any(left):
        text = translate("未核的项目（不等于通过）：旧表{old}项，新表{new}项，用 enforcer validate 查看原因")
        yield line(span(text.format(old=left[0], new=left[1]), "dim"), indent=2)


def _outcome(outcome: Outcome, translate: Translate) -> Line:
    finding = outcome.finding
    sign, _ = GRADES[finding.severity]
    old, new = (one.place if one else None for one in (outcome.old, outcome.new))
    reason = f"（{outcome.reason.render(translate)}）" if outcome.reason else ""
    return line(
        span(f"{sign} {finding.code} {translate(finding.title)}", finding.severity),
        "  ",
        _cells(old, new, translate),
        f"  {finding.message.render(translate)}{reason}",
        indent=6,
    )


def as_json(comparison: Comparison, translate: Translate) -> str:
    """The comparison as indented JSON text, complete."""
    return json.dumps(document(comparison, translate), ensure_ascii=False, indent=2) + "\n"


def document(comparison: Comparison, translate: Translate) -> dict[str, Any]:
    """The comparison as plain values, by the shipped schema; id numbers masked."""
    files = ("old", comparison.old_file, comparison.old_sha256), ("new", comparison.new_file, comparison.new_sha256)
    return {
        "schema": SCHEMA,
        "tool": tool(comparison.notice),
        "as_of": comparison.as_of.isoformat() if comparison.as_of else None,
        **{side: {"path": words(file), "sha256": sha256 or None} for side, file, sha256 in files},
        "notes": [note.render(translate) for note in comparison.notes],
        "annexes": [_annex_values(annex, translate) for annex in comparison.annexes],
        "summary": {
            "same": comparison.same,
            "header": sum(1 for _ in comparison.header()),
            **{kind: comparison.count(kind) for kind in KINDS},
            "findings": {state: comparison.count_state(state) for state in STATES},
        },
    }


def _annex_values(annex: AnnexChanges, translate: Translate) -> dict[str, Any]:
    return {
        "annex": annex.form.annex,
        "old": _stand_values(annex.old, translate),
        "new": _stand_values(annex.new, translate),
        "notes": [note.render(translate) for note in annex.notes],
        "header": _field_values(annex.header, translate),
        "changes": [_change_values(change, translate) for change in annex.changes],
        "moved": annex.moved,
        "findings": [_outcome_values(outcome, translate) for outcome in annex.outcomes],
    }


def _stand_values(stand: Stand, translate: Translate) -> dict[str, Any]:
    return {
        "sheets": [words(place.sheet) for place in stand.places if place.sheet is not None],
        "unit": None if stand.unit is None else words(stand.unit),
        "year": stand.year,
        "reference_day": stand.day.isoformat(),
        "rows": stand.rows,
        "nil": stand.nil,
        "unexamined": [
            {
                "code": one.code,
                "cause": one.cause,
                "reason": one.reason.render(translate),
                "cells": [words(place.address) for place in one.places],
            }
            for one in stand.unexamined
        ],
    }


def _change_values(change: Change, translate: Translate) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "subject": change.subject,
        "name": change.name.render(translate),
        "old": _place(change.old),
        "new": _place(change.new),
        "notes": [note.render(translate) for note in change.notes],
        "fields": _field_values(change.fields, translate),
        "parts": [_change_values(part, translate) for part in change.parts],
    }


def _field_values(fields: Iterable[FieldChange], translate: Translate) -> list[dict[str, Any]]:
    return [
        {
            "field": field.key,
            "label": translate(field.label),
            "old": field.old,
            "new": field.new,
            "old_at": _place(field.old_at),
            "new_at": _place(field.new_at),
            "details": [detail.render(translate) for detail in field.details],
            "hidden": field.hidden,
        }
        for field in fields
    ]


def _outcome_values(outcome: Outcome, translate: Translate) -> dict[str, Any]:
    finding = outcome.finding
    sides = (("old", outcome.old), ("new", outcome.new))
    return {
        "state": outcome.state,
        "code": finding.code,
        "name": finding.name,
        "title": translate(finding.title),
        "severity": finding.severity,
        "field": finding.field,
        "reason": outcome.reason.render(translate) if outcome.reason else None,
        **{
            side: one and {**(_place(one.place) or {}), "value": one.value, "message": one.message.render(translate)}
            for side, one in sides
        },
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {"sheet": None if place.sheet is None else words(place.sheet), "cell": place.cell}
