"""Overlaps for the meeting where powers are sorted out: as text, as CSV, as JSON; one row an overlap."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from enforcer.annexes.overlaps import CODES, Doubt, Kind, Overlap, Party
from enforcer.annexes.overlaps.likeness import Likeness
from enforcer.annexes.overlaps.remarks import cell_of
from enforcer.domain.sentence import Translate, words
from enforcer.verdicts.as_csv import BOM, inert
from enforcer.verdicts.as_json import tool
from enforcer.verdicts.lines import Line, line, span

SCHEMA = "enforcer/overlaps/1"
KIND_NAMES: dict[Kind, str] = {
    "law": "同一条款的裁量幅度不同",
    "violation": "两个单位处罚同一违法行为",
    "target": "两个单位同期检查同一对象",
    "officer": "同一人员在两个单位登记",
}
LIKENESS_NAMES = {"violation": "违法行为文字相近", "target": "检查对象文字相近"}
COLUMNS = ("编号", "类别", "年度", "事项", "单位", "各单位的写法", "位置", "说明", "相似度")


class Comparison(NamedTuple):
    """What was found among the units of one year."""

    year: int | None
    overlaps: tuple[Overlap, ...]
    likenesses: tuple[Likeness, ...] = ()
    doubts: tuple[tuple[Kind, Doubt], ...] = ()


def lines_of(comparisons: Iterable[Comparison], translate: Translate) -> Iterator[Line]:
    """Each overlap with who claims it; then words that are alike; then what could not be compared; one last line."""
    found = similar = unsure = 0
    yield line(span(translate("各单位之间的疑似重复（仅供法制办研究，不是认定）"), "title"))
    yield line()
    for comparison in comparisons:
        for overlap in comparison.overlaps:
            yield from _overlap(overlap, comparison.year, translate)
        if comparison.likenesses:
            yield line(span(translate("文字相近，只供参考，不作为问题"), "title"))
            for likeness in comparison.likenesses:
                yield from _likeness(likeness, translate)
            yield line()
        for kind, doubt in comparison.doubts:
            yield line(CODES[kind], " ", doubt.reason.render(translate), "  ", words(cell_of(doubt.place)), indent=2)
        found += len(comparison.overlaps)
        similar += len(comparison.likenesses)
        unsure += len(comparison.doubts)
    parts = [translate("共{found}项疑似").format(found=found)]
    if similar:
        parts.append(translate("{similar}对文字相近").format(similar=similar))
    if unsure:
        parts.append(translate("{unexamined}项未核").format(unexamined=unsure))
    yield line(span(translate("，").join(parts) + translate("。"), "plain" if found else "good"))


def as_csv(comparisons: Iterable[Comparison], translate: Translate) -> str:
    """One row an overlap, with the claims of all its units in it; pairs of like words below, with their score."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([translate(name) for name in COLUMNS])
    for comparison in comparisons:
        year = comparison.year
        for one in comparison.overlaps:
            head = (one.key, translate(KIND_NAMES[one.kind]), year, one.subject)
            writer.writerow(_inert((*head, *_claims(one.parties, translate), "")))
        for alike in comparison.likenesses:
            head = ("", translate(LIKENESS_NAMES[alike.kind]), year, "")
            writer.writerow(_inert((*head, *_claims((alike.one, alike.other), translate), alike.score)))
    return BOM + text.getvalue()


def as_json(comparisons: Sequence[Comparison], notice: str, as_of: date | None, translate: Translate) -> str:
    """The same by the shipped schema overlaps-1.json."""
    document = {
        "schema": SCHEMA,
        "tool": tool(notice),
        "as_of": as_of.isoformat() if as_of else None,
        "overlaps": [
            _entry(one, comparison.year, translate) for comparison in comparisons for one in comparison.overlaps
        ],
        "similar": [
            {
                "kind": one.kind,
                "year": comparison.year,
                "score": one.score,
                "claims": [_claim(party, translate) for party in (one.one, one.other)],
            }
            for comparison in comparisons
            for one in comparison.likenesses
        ],
        "unexamined": [
            {
                "code": CODES[kind],
                "reason": doubt.reason.render(translate),
                "path": words(doubt.place.file),
                "sheet": words(doubt.place.sheet),
                "cell": doubt.place.cell,
            }
            for comparison in comparisons
            for kind, doubt in comparison.doubts
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _overlap(one: Overlap, year: int | None, translate: Translate) -> Iterator[Line]:
    yield line(span(one.key, "info"), "  ", translate(KIND_NAMES[one.kind]), f"  {year}" if year else "")
    yield line(span(words(one.subject), "title"), indent=2)
    for party in one.parties:
        yield from _party(party, translate)
    yield line()


def _likeness(one: Likeness, translate: Translate) -> Iterator[Line]:
    yield line(translate("相似度{score}").format(score=one.score), indent=2)
    for party in (one.one, one.other):
        yield line(
            f"{words(party.unit)}  ", words(party.words), "  ", span(words(cell_of(party.place)), "cell"), indent=4
        )


def _party(party: Party, translate: Translate) -> Iterator[Line]:
    yield line(f"{words(party.unit)}  ", words(party.words), "  ", span(words(cell_of(party.place)), "cell"), indent=4)
    yield line(span(party.detail.render(translate), "dim"), indent=8)


def _claims(parties: Sequence[Party], translate: Translate) -> tuple[str, ...]:
    """Units, their words, their cells, the rest; a line each within the cell."""
    colon = translate("：")
    return (
        translate("、").join(dict.fromkeys(words(party.unit) for party in parties)),
        "\n".join(f"{words(party.unit)}{colon}{words(party.words)}" for party in parties),
        "\n".join(f"{words(party.unit)}{colon}{words(cell_of(party.place))}" for party in parties),
        "\n".join(f"{words(party.unit)}{colon}{party.detail.render(translate)}" for party in parties),
    )


def _inert(cells: Iterable[object]) -> list[str]:
    return [inert(words(cell)) for cell in cells]


def _entry(one: Overlap, year: int | None, translate: Translate) -> dict[str, Any]:
    return {
        "key": one.key,
        "code": one.code,
        "kind": one.kind,
        "year": year,
        "subject": words(one.subject),
        "units": [words(unit) for unit in one.units],
        "pairs": [[words(unit) for unit in pair] for pair in one.pairs],
        "claims": [_claim(party, translate) for party in one.parties],
    }


def _claim(party: Party, translate: Translate) -> dict[str, Any]:
    claim: dict[str, Any] = {
        "unit": words(party.unit),
        "words": words(party.words),
        "detail": party.detail.render(translate),
        "path": words(party.place.file),
        "sheet": words(party.place.sheet),
        "cell": party.place.cell,
    }
    if party.months:
        claim["months"] = [f"{month.year}-{month.month:02}" for month in party.months]
    return claim
