"""裁量基准 in official prose, with the table of units."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.domain.sentence import Sentence
from enforcer.reports.docx.record import Item, Part, Section, counts, said, shortened
from enforcer.reports.punctuation import ended, labelled, noted
from enforcer.reports.state_words import FLOORS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enforcer.domain.sentence import Translate
    from enforcer.reports.sections.discretion import Discretion, UnitDiscretion
    from enforcer.reports.sections.discretion import Item as Benchmark

_PERCENT: Final = 100


def discretion_section(discretion: Discretion, translate: Translate) -> Section:
    """The section: items, tiers complete, floors kept, how far discretion was narrowed; the items with a fault."""
    units = [one for one in discretion.units if one.items]
    if not units:
        return Section((translate("还没有收到可以核对的行政处罚裁量基准。"),))
    parts = (_faulty(discretion, translate),)
    rows = tuple(_row(one, translate) for one in units)
    return Section(said(_lead(discretion, units), translate), rows, tuple(one for one in parts if one is not None))


def _lead(discretion: Discretion, units: list[UnitDiscretion]) -> Iterator[Sentence]:
    total = counts(
        (Sentence("五个阶次齐全{count}项"), sum(one.complete for one in units)),
        (Sentence("阶次不全{count}项"), sum(one.incomplete for one in units)),
        (Sentence("阶次未核{count}项"), sum(one.unclear for one in units)),
        (Sentence("执行省市标准{count}项"), sum(one.cited for one in units)),
    )
    values = {"units": len(units), "items": sum(len(one.items) for one in units), "total": total}
    yield Sentence("{units}个单位报送裁量基准{items}项：{total}。各单位情况见表3。", values)
    floors = counts(
        (Sentence("守住下限{count}项"), sum(one.floors_kept for one in units)),
        (Sentence("低于下限{count}项"), sum(one.floors_below for one in units)),
        (Sentence("未核{count}项"), sum(one.floors_unsure for one in units)),
    )
    if floors and discretion.floor_percent is not None:
        percent = {"percent": discretion.floor_percent, "floors": floors}
        yield Sentence("法定罚款幅度只有最高限值或倍数的，从轻处罚不得低于其{percent}%：{floors}。", percent)
    narrowing = discretion.narrowing
    if narrowing.share is not None:
        ends = counts(
            (Sentence("定为一个数的{count}个"), narrowing.fixed),
            (Sentence("与法定幅度相同、没有压缩的{count}个"), narrowing.whole),
        )
        values = {"tiers": narrowing.tiers, "share": round(narrowing.share * _PERCENT), "ends": ends}
        if ends:
            yield Sentence("能与法定幅度对照的{tiers}个阶次，平均保留法定幅度的{share}%；其中{ends}。", values)
        else:
            yield Sentence("能与法定幅度对照的{tiers}个阶次，平均保留法定幅度的{share}%。", values)


def _row(one: UnitDiscretion, translate: Translate) -> dict[str, object]:
    own = len(one.items) - one.cited
    kept = f"{one.floors_kept}/{one.floors}" if one.floors else FLOORS["cited"].render(translate) if not own else "—"
    return {
        "unit": one.unit.name,
        "number": len(one.items),
        "complete": f"{one.complete}/{own}" if own else "—",
        "kept": kept,
        "faulty": len(one.faulty),
    }


def _faulty(discretion: Discretion, translate: Translate) -> Part | None:
    items = tuple(_item(one, translate) for unit in discretion.units for one in unit.faulty)
    rest = Sentence("其余{count}项见报告的工作簿。")
    heading = translate("有问题的事项")
    return Part(heading, (), shortened(items, rest, translate)) if items else None


def _item(one: Benchmark, translate: Translate) -> Item:
    titles = tuple(Sentence(title) for title in dict.fromkeys(fault.finding.title for fault in one.faults))
    where = noted(Sentence("{unit}的“{name}”", {"unit": one.unit.name, "name": one.name}), one.place.address, translate)
    return Item(ended(labelled(where, titles, translate), translate))
