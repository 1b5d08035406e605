"""Readings and dossiers for the rules' tests, typed as a clerk would type the table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from enforcer.county.duties.owed import duty_of
from enforcer.county.settings.reading import without_workspace
from enforcer.domain.dossier import Dossier
from enforcer.domain.duty import Duty
from enforcer.domain.finding import Finding
from enforcer.domain.reading import HeaderLine, Reading
from enforcer.domain.receipt import Receipt
from enforcer.domain.row import Place, Row, Table
from enforcer.domain.unit import Unit
from enforcer.domain.verdict import Verdict
from enforcer.examine import examine
from enforcer.forms import load_form
from enforcer.notices import load_notice
from enforcer.rules import find_rule

FIRST_ROW = 5
Cells = Mapping[str, object]


def make_reading(
    annex: int, rows: Sequence[Cells] = (), header: Cells | None = None, missing: Sequence[str] = (), **more: object
) -> Reading:
    """A reading of that annex with these rows (column key -> raw value), as if its table began in row 5, column A."""
    form = load_form(annex)
    file = f"annex{annex}.xlsx"
    present = [column.key for column in form.columns if column.key not in missing]
    table = Table(file, form.sheet, form, {key: number for number, key in enumerate(present, 1)})
    lines = {
        key: HeaderLine(value, str(value), Place(file, form.sheet, 2, 2, key)) for key, value in (header or {}).items()
    }
    made = tuple(
        Row(table, number, [cells.get(column.key) for column in form.columns])
        for number, cells in enumerate(rows, FIRST_ROW)
    )
    facts = {"recognised_by": "headers", "header": lines, **more}
    return Reading(file, form=form, table=table, rows=made, **facts)  # type: ignore[arg-type]


def make_dossier(
    *readings: Reading, day: date = date(2014, 8, 1), year: int = 2014, unit: Unit | None = None, **more: object
) -> Dossier:
    """A dossier of these readings, judged on `day`."""
    return Dossier("县安监局", year, day, "as-of", readings, unit, **more)  # type: ignore[arg-type]


def make_receipt(
    day: date, *, number: str = "2014-00001", unit: str = "001", obligation: str = "plan", **more: object
) -> Receipt:
    """A filing received on `day`, both copies unless told otherwise, put on record the same day."""
    year = more.pop("year", 2014)
    entered = more.pop("entered", datetime.combine(day, time(10), ZoneInfo("Asia/Shanghai")))
    forms = more.pop("forms", ("paper", "electronic"))
    return Receipt(number, unit, obligation, year, day, entered, forms, **more)  # type: ignore[arg-type]


def make_duty(day: date, *receipts: Receipt, obligation: str = "plan", year: int = 2014, **more: object) -> Duty:
    """The duty of one unit on `day`, by the notice of 2014; `more` are the unit, the decisions, or settings."""
    unit = more.pop("unit", Unit("县安监局", code="001"))
    known = {key: more.pop(key) for key in ("decisions", "predecessors", "heir") if key in more}
    settings = replace(without_workspace(), **more)
    owed = settings.notice.obligations[obligation]
    return duty_of(settings, unit, owed, year, day=day, receipts=receipts, **{"decisions": (), **known})  # type: ignore[arg-type]


def run_rule(code: str, dossier: Dossier) -> Verdict:
    """The verdict of one rule alone, by the notice of 2014."""
    rule = find_rule(code)
    assert rule is not None, f"no rule {code}"
    return examine(dossier, load_notice(), (rule,))


@pytest.fixture
def receipt() -> Callable[..., Receipt]:
    return make_receipt


@pytest.fixture
def duty() -> Callable[..., Duty]:
    return make_duty


@pytest.fixture
def reading() -> Callable[..., Reading]:
    return make_reading


@pytest.fixture
def dossier() -> Callable[..., Dossier]:
    return make_dossier


@pytest.fixture
def judge() -> Callable[[str, Dossier], Verdict]:
    """judge("A101", dossier) is the verdict of that rule alone."""
    return run_rule


@pytest.fixture
def cells() -> Callable[[str, Dossier], list[str | None]]:
    """cells("A101", dossier) lists the cells that the rule accuses, in order; a crash fails the test."""

    def accused(code: str, dossier: Dossier) -> list[str | None]:
        verdict = run_rule(code, dossier)
        assert not verdict.crashed, [one.reason.render() for one in verdict.all_unexamined()]
        return [finding.place.cell for finding in verdict.all_findings()]

    return accused


@pytest.fixture
def sentences() -> Callable[[str, Dossier], list[str]]:
    """sentences("A302", dossier) lists the messages in Chinese, in order."""

    def said(code: str, dossier: Dossier) -> list[str]:
        findings: list[Finding] = list(run_rule(code, dossier).all_findings())
        return [finding.message.render() for finding in findings]

    return said
