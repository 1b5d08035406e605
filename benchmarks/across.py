"""Sixty units with 20,000 rows compared: seconds for each kind of overlap, beside reading the rows as records.

python benchmarks/across.py [units] [rows]
"""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from time import perf_counter
from typing import Final

from enforcer.annexes.benchmark import violations
from enforcer.annexes.inspection import inspections
from enforcer.annexes.officer import officers
from enforcer.annexes.overlaps import KINDS, overlaps
from enforcer.annexes.overlaps.likeness import likenesses
from enforcer.domain.dossier import County, Dossier
from enforcer.domain.reading import Reading
from enforcer.domain.row import Row, Table
from enforcer.forms import load_form

DAY: Final = date(2014, 8, 1)
TIERS: Final = ("从轻", "较轻", "一般", "较重", "严重")
TRADES: Final = (
    "危险化学品",
    "食品",
    "烟花爆竹",
    "农药",
    "兽药",
    "种子",
    "医疗器械",
    "化妆品",
    "印刷",
    "餐饮",
    "建筑",
    "冶金",
)
KINDS_OF_FIRM: Final = ("生产企业", "经营单位", "企业", "批发、零售单位", "加工企业", "门店", "市场")
SHARES: Final = {3: 0.5, 1: 0.25, 4: 0.25}


def reading(unit: int, annex: int, rows: list[dict[str, object]]) -> Reading:
    """A table of one unit, as the reader would make it."""
    form = load_form(annex)
    file = f"{unit:03}/annex{annex}.xlsx"
    table = Table(file, form.sheet, form, {column.key: place for place, column in enumerate(form.columns, 1)})
    made = tuple(
        Row(table, number, [cells.get(column.key) for column in form.columns]) for number, cells in enumerate(rows, 5)
    )
    return Reading(file, form=form, table=table, rows=made)


def benchmark_rows(unit: int, count: int) -> Iterator[dict[str, object]]:
    """Ladders of five tiers; every tenth article is claimed by several units, with ladders of their own."""
    for number in range(count // len(TIERS)):
        article = number * 61 + (0 if number % 10 == 0 else unit)
        law = f"《中华人民共和国第{article % 97}号生产安全法》（2014年修正）第{article % 90 + 1}条第{article % 3 + 1}款"
        for place, tier in enumerate(TIERS):
            low = 10_000 + place * 8_000 + (unit % 3) * 100
            yield {
                "number": number,
                "violation": f"未按照规定第{article}项建立{TRADES[article % len(TRADES)]}台账的",
                "legal_basis": f"{law}：可以处五万元以下的罚款",
                "statutory_fine": "五万元以下",
                "tier": tier,
                "conditions": f"第{place}种",
                "standard": f"处{low}元以上{low + 8_000}元以下罚款",
            }


def plan_rows(unit: int, count: int) -> Iterator[dict[str, object]]:
    """Inspections of some eighty classes, in different months."""
    for number in range(count):
        trade, firm = TRADES[(number * 7 + unit) % len(TRADES)], KINDS_OF_FIRM[(number + unit) % len(KINDS_OF_FIRM)]
        yield {
            "target": f"{trade}{firm}（{number}家）",
            "period": f"{number % 12 + 1}月",
            "place": "全县" if number % 2 else f"{'索唐果起周田马新'[unit % 8]}镇",
            "matter": "安全生产",
        }


def officer_rows(unit: int, count: int) -> Iterator[dict[str, object]]:
    """Officers, one in fifty of whom stands in the next unit's register too."""
    for number in range(count):
        owner = unit // 2 if number % 50 == 0 else unit
        yield {"name": f"赵甲{number}", "credential": f"C-{owner:03}{number:05}", "valid_until": "2015-08-31"}


def county(units: int, rows: int) -> County:
    """The county with that many rows in all."""
    made: dict[int, Callable[[int, int], Iterator[dict[str, object]]]] = {
        3: benchmark_rows,
        1: plan_rows,
        4: officer_rows,
    }
    return County(
        "桓台县",
        DAY,
        tuple(
            Dossier(
                f"县第{unit}局",
                2014,
                DAY,
                "as-of",
                tuple(
                    reading(unit, annex, list(make(unit, int(rows * SHARES[annex] / units))))
                    for annex, make in made.items()
                ),
            )
            for unit in range(units)
        ),
    )


def main() -> None:
    """Prints what each step takes, once."""
    units = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else 20_000  # noqa: PLR2004 - the second argument
    whole = county(units, rows)
    print(f"{units} units, {sum(len(one.rows) for each in whole.dossiers for one in each.readings)} rows")
    begin = perf_counter()
    for dossier in whole.dossiers:
        violations(dossier), inspections(dossier), officers(dossier)
    print(f"records: {perf_counter() - begin:.2f} s")
    for kind in KINDS:
        begin = perf_counter()
        found = overlaps(whole, kind)
        print(f"{kind}: {len(found)} overlaps, {perf_counter() - begin:.2f} s")
    for kind in ("violation", "target"):
        begin = perf_counter()
        alike = likenesses(whole, kind, overlaps(whole, kind))  # type: ignore[arg-type]
        print(f"{kind} in other words: {len(alike)} pairs, {perf_counter() - begin:.2f} s")


if __name__ == "__main__":
    main()
