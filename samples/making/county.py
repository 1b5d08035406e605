"""The passing county: eight units, thirty annexes, each in the shape in which its unit types it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from making import formats, shapes
from making.blanks import filled_blank
from making.content import UNITS, YEAR, Cells, Unit, load_unit
from making.sheets import Sheet

Files: TypeAlias = Mapping[str, bytes]


def passing() -> Iterator[tuple[str, bytes]]:
    """Each file of samples/pass: its path below, and its bytes."""
    makers = (_safety, _environment, _farming, _food, _city, _police, _tax, _town)
    for key, make in zip(UNITS, makers, strict=True):
        unit = load_unit(key)
        for name, content in make(unit).items():
            yield f"{unit.name}/{name}", content


def _blank(unit: Unit, annex: int) -> bytes:
    rows: dict[int, Sequence[Cells]] = {
        1: unit.plan,
        2: unit.steps,
        3: [row for _, row in unit.benchmark()],
        4: list(unit.officers()),
    }
    return filled_blank(annex, unit.name, YEAR, unit.header(annex), rows[annex])


def _nil_blank(unit: Unit, annex: int) -> bytes:
    cells = {2: {"step": "零报告"}, 3: {"violation": "零报告"}}[annex]
    header = {**unit.header(annex)}
    return filled_blank(annex, unit.name, YEAR, header, [{**cells, "remarks": "无行政处罚权"}])


def _safety(unit: Unit) -> Files:
    return {f"annex{annex}.xlsx": _blank(unit, annex) for annex in (1, 2, 3, 4)}


def _environment(unit: Unit) -> Files:
    return {
        "annex1.xlsx": _blank(unit, 1),
        "annex2.xlsx": formats.xlsx([shapes.steps_on_two_pages(unit)]),
        "annex3.xlsx": formats.xlsx([shapes.benchmark_with_two_header_rows(unit)]),
        "annex4.xlsx": _blank(unit, 4),
    }


def _farming(unit: Unit) -> Files:
    return {
        "annex1.xls": formats.xls([shapes.plan_with_spaced_headers(unit)]),
        "annex2.xlsx": _blank(unit, 2),
        "annex3.xls": formats.xls([shapes.benchmark_in_sections(unit)]),
        "annex4.xls": formats.xls([shapes.officers_in_other_words(unit)]),
    }


def _food(unit: Unit) -> Files:
    return {
        "annex1.ods": formats.ods([shapes.plan_by_synonyms(unit)]),
        "annex2.ods": formats.ods([shapes.steps_without_procedure(unit)]),
        "annex3.xlsx": _blank(unit, 3),
        "annex4.xlsx": formats.xlsx([shapes.officers_in_other_words(unit, digits=True), shapes.phone_list(unit)]),
    }


def _city(unit: Unit) -> Files:
    return {
        "annex1.xls": formats.html([shapes.plan_by_synonyms(unit)]),
        "annex2.xlsx": formats.xlsx([shapes.steps_in_one_header_cell(unit)]),
        "annex3.xlsx": formats.xlsx([shapes.benchmark_with_blanks(unit)]),
        "annex4.xls": formats.gbk_text([shapes.officers_in_other_words(unit)]),
    }


def _police(unit: Unit) -> Files:
    return {
        "annex1.xlsx": _blank(unit, 1),
        "annex2.xlsx": formats.xlsx([shapes.numbered_steps(unit)]),
        "annex3.xlsx": formats.xlsx([shapes.benchmark_with_contact_rows(unit)]),
    }


def _tax(unit: Unit) -> Files:
    plans: list[Sheet] = [
        shapes.plan_by_synonyms(unit, name="年度计划"),
        shapes.plan_by_synonyms(unit, unit.quarter, name="三季度计划", kind="年第三季度"),
    ]
    return {
        "annex1.xlsx": formats.xlsx(plans),
        "annex2.xlsx": _blank(unit, 2),
        "annex3.et": formats.xls([shapes.benchmark_half_merged(unit)]),
    }


def _town(unit: Unit) -> Files:
    return {
        "annex1.xlsx": _blank(unit, 1),
        "annex2.xlsx": _nil_blank(unit, 2),
        "annex3.xlsx": formats.xlsx([shapes.nil_statement(unit, 3)]),
        "annex4.xlsx": _blank(unit, 4),
    }
