"""The passing county: eight units, thirty annexes, each in the shape in which its unit types it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from making import formats
from making.benchmark_shapes import (
    benchmark_half_merged,
    benchmark_in_sections,
    benchmark_with_blanks,
    benchmark_with_contact_rows,
    benchmark_with_two_header_rows,
)
from making.blanks import filled_blank
from making.content import UNITS, YEAR, Cells, Unit, load_unit
from making.plan_shapes import (
    numbered_steps,
    plan_by_synonyms,
    plan_of_a_quarter,
    plan_with_spaced_headers,
    steps_in_one_header_cell,
    steps_on_two_pages,
    steps_without_procedure,
)
from making.register_shapes import nil_statement, officers_in_other_words, phone_list

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
    return filled_blank(annex, unit.name, YEAR, unit.header(annex), [{**cells, "remarks": "无行政处罚权"}])


def _safety(unit: Unit) -> Files:
    return {f"annex{annex}.xlsx": _blank(unit, annex) for annex in (1, 2, 3, 4)}


def _environment(unit: Unit) -> Files:
    return {
        "annex1.xlsx": _blank(unit, 1),
        "annex2.xlsx": formats.xlsx([steps_on_two_pages(unit)]),
        "annex3.xlsx": formats.xlsx([benchmark_with_two_header_rows(unit)]),
        "annex4.xlsx": _blank(unit, 4),
    }


def _farming(unit: Unit) -> Files:
    return {
        "annex1.xls": formats.xls([plan_with_spaced_headers(unit)]),
        "annex2.xlsx": _blank(unit, 2),
        "annex3.xls": formats.xls([benchmark_in_sections(unit)]),
        "annex4.xls": formats.xls([officers_in_other_words(unit, dated=True)]),
    }


def _food(unit: Unit) -> Files:
    return {
        "annex1.ods": formats.ods([plan_by_synonyms(unit)]),
        "annex2.ods": formats.ods([steps_without_procedure(unit)]),
        "annex3.xlsx": _blank(unit, 3),
        "annex4.xlsx": formats.xlsx([officers_in_other_words(unit, digits=True), phone_list(unit)]),
    }


def _city(unit: Unit) -> Files:
    return {
        "annex1.xls": formats.html([plan_by_synonyms(unit)]),
        "annex2.xlsx": formats.xlsx([steps_in_one_header_cell(unit)]),
        "annex3.xlsx": formats.xlsx([benchmark_with_blanks(unit)]),
        "annex4.xls": formats.gbk_text([officers_in_other_words(unit)]),
    }


def _police(unit: Unit) -> Files:
    return {
        "annex1.xlsx": _blank(unit, 1),
        "annex2.xlsx": formats.xlsx([numbered_steps(unit)]),
        "annex3.xlsx": formats.xlsx([benchmark_with_contact_rows(unit)]),
    }


def _tax(unit: Unit) -> Files:
    return {
        "annex1.xlsx": formats.xlsx([plan_by_synonyms(unit), plan_of_a_quarter(unit)]),
        "annex2.xlsx": _blank(unit, 2),
        "annex3.et": formats.xls([benchmark_half_merged(unit)]),
    }


def _town(unit: Unit) -> Files:
    return {
        "annex1.xlsx": _blank(unit, 1),
        "annex2.xlsx": _nil_blank(unit, 2),
        "annex3.xlsx": formats.xlsx([nil_statement(unit, 3)]),
        "annex4.xlsx": _blank(unit, 4),
    }
