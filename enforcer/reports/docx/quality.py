"""材料质量 in official prose, with the table of the faults met most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.domain.sentence import Sentence
from enforcer.reports.docx.record import Item, Part, Section, counts, day_words, said, shortened
from enforcer.reports.punctuation import ended, labelled
from enforcer.verdicts.as_csv import GRADES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enforcer.domain.sentence import Translate
    from enforcer.reports.sections.quality import Quality, RuleFaults, UnitQuality

_MOST_ROWS: Final = 10


def quality_section(quality: Quality, translate: Translate) -> Section:
    """The section: how many filings passed, which faults were met most, how the units stand, what was not examined."""
    parts = (_met_most(quality, translate), _by_unit(quality, translate), _unexamined(quality, translate))
    return Section(
        said(_lead(quality), translate),
        tuple(_row(one, translate) for one in _worst(quality)),
        tuple(one for one in parts if one is not None),
    )


def _lead(quality: Quality) -> Iterator[Sentence]:
    passed = quality.passed
    if not passed.filings:
        yield Sentence("还没有收到可以审查的材料。")
        return
    yield Sentence("共审查材料{filings}件，其中{passed}件初次报送未发现错误。", passed._asdict())
    if passed.with_unexamined:
        yield Sentence("未发现错误的材料中，{with_unexamined}件有未核事项，不作为通过。", passed._asdict())
    found = _by_unit_found(quality)
    open_ones = counts(
        (Sentence("错误{count}处"), sum(errors for errors, _ in found.values())),
        (Sentence("提醒{count}处"), sum(warnings for _, warnings in found.values())),
    )
    if open_ones:
        values = {"faults": open_ones, "units": len(found)}
        yield Sentence("材料中尚未改正的问题，涉及{units}个单位，有{faults}。常见问题见表2。", values)
    if quality.earlier is not None:
        values = {"day": day_words(quality.earlier.day), "before": sum(quality.earlier.units.values())}
        values["now"] = sum(one.open for one in quality.units)
        yield Sentence("{day}的报告列错误和提醒共{before}处（含报送情况），这次{now}处。", values)
    aside = counts(
        (Sentence("已豁免{count}处"), sum(one.waived for one in quality.rules)),
        (Sentence("单位已书面说明{count}处"), sum(one.explained for one in quality.rules)),
        (Sentence("试行规则提示{count}处"), sum(one.trial for one in quality.rules)),
    )
    if aside:
        yield Sentence("另有{aside}，不计入上述数字。", {"aside": aside})


def _worst(quality: Quality) -> list[RuleFaults]:
    faults = [one for one in quality.rules if one.open and one.severity != "info" and not is_filing(one.code)]
    return sorted(faults, key=lambda one: (-one.units, -one.open, one.code))[:_MOST_ROWS]


def _row(one: RuleFaults, translate: Translate) -> dict[str, object]:
    return {
        "title": one.title.render(translate),
        "code": one.code,
        "grade": translate(GRADES[one.severity]),
        "clause": one.clause.number,
        "units": one.units,
        "count": one.open,
    }


def _met_most(quality: Quality, translate: Translate) -> Part | None:
    items = tuple(
        Item(
            Sentence(
                "{title}。{asks}依据{clause}，{units}个单位{count}处。",
                {
                    "title": one.title,
                    "asks": one.asks.render(translate),
                    "clause": one.clause.number,
                    "units": one.units,
                    "count": one.open,
                },
            ).render(translate)
        )
        for one in quality.most_met
    )
    return Part(translate("最常见的问题"), (), items) if items else None


def _by_unit(quality: Quality, translate: Translate) -> Part | None:
    found = _by_unit_found(quality)
    units = [one for one in quality.units if one.unit.key in found]
    units.sort(key=lambda one: tuple(-count for count in found[one.unit.key]))
    items = tuple(Item(_unit(one, found[one.unit.key], translate)) for one in units)
    rest = Sentence("其余{count}个单位见报告的工作簿。")
    return Part(translate("分单位情况"), (), shortened(items, rest, translate)) if items else None


def _unit(one: UnitQuality, found: tuple[int, int], translate: Translate) -> str:
    shown = counts(
        (Sentence("错误{count}处"), found[0]),
        (Sentence("提醒{count}处"), found[1]),
        (Sentence("未核{count}项"), one.unexamined),
    )
    return ended(labelled(one.unit.name, shown, translate), translate)


def _by_unit_found(quality: Quality) -> dict[str, tuple[int, int]]:
    """Unit key -> open errors and warnings in what it filed, for the units that have some."""
    found: dict[str, tuple[int, int]] = {}
    for one in quality.by_unit_and_rule:
        if one.open and one.severity != "info" and not is_filing(one.code):
            errors, warnings = found.get(one.unit.key, (0, 0))
            is_error = one.severity == "error"
            found[one.unit.key] = (errors + one.open * is_error, warnings + one.open * (not is_error))
    return found


def is_filing(code: str) -> bool:
    """Whether the rule is about when and how something was filed, which 报送情况 tells: it is no fault in it."""
    return code.startswith("F")


def _unexamined(quality: Quality, translate: Translate) -> Part | None:
    items = tuple(
        Item(
            Sentence(
                "{title}：{units}个单位{count}处未核（{reason}）。",
                {"title": one.title, "units": len(one.units), "count": one.places, "reason": one.reason},
            ).render(translate)
        )
        for one in quality.unexamined
    )
    if not items:
        return None
    lead = translate("下列事项因缺材料或读不出而未核，不作为通过，也不作为问题。")
    return Part(translate("未核事项"), (lead,), shortened(items, Sentence("其余{count}种见报告的工作簿。"), translate))
