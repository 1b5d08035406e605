"""The report's tables as pandas frames: rows as they are known, and what is pivoted and grouped of them, in one place.

Keys stand for words (states, codes, obligations), so that the frames are the same in every language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import pandas as pd

from enforcer.county.duty_words import STATES
from enforcer.domain.masking import masked
from enforcer.domain.rule import SEVERITIES
from enforcer.domain.sentence import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from enforcer.annexes.overlaps import Overlap
    from enforcer.county.standing import Standing
    from enforcer.reports.gathering import Gathered
    from enforcer.reports.sections.discretion import Item
    from enforcer.reports.sections.people import OfficerLine

DUTIES: Final = (
    "unit", "unit_name", "obligation", "state", "due_day", "own_day", "received", "days_late", "owes_paper", "paper",
    "owes_electronic", "electronic", "nil", "extended", "belated", "returned", "feeds_platform",
)  # fmt: skip
FINDINGS: Final = (
    "unit", "unit_name", "obligation", "annex", "code", "name", "severity", "state", "count", "file", "sheet", "cell",
    "row", "field", "value", "clause",
)  # fmt: skip
UNEXAMINED: Final = ("unit", "unit_name", "obligation", "annex", "code", "cause", "file", "places")
ITEMS: Final = (
    "unit", "unit_name", "number", "code", "violation", "file", "cell", "source", "tiers", "coverage", "floor",
    "faults", "narrowed_to",
)  # fmt: skip
OFFICERS: Final = ("unit", "unit_name", "name", "credential", "valid_until", "state", "file", "cell")
OVERLAPS: Final = ("key", "code", "kind", "subject", "unit", "words", "file", "sheet", "cell")
UNITS: Final = ("unit", "unit_name", "nature", "exemption", "penalty_power")


class Tables(NamedTuple):
    """The frames. `units`, `duties`, `findings`, `unexamined`, `items`, `officers`, `overlaps` have a row a thing.

    `matrix` is unit x obligation with the state; `by_obligation` and `by_unit` count duties by state; `by_rule` counts
    findings by state of the finding, with the number of units; `quality` counts open findings of a unit by severity;
    `rules_by_unit` is rule x unit with the open findings.
    """

    units: pd.DataFrame
    duties: pd.DataFrame
    findings: pd.DataFrame
    unexamined: pd.DataFrame
    items: pd.DataFrame
    officers: pd.DataFrame
    overlaps: pd.DataFrame
    matrix: pd.DataFrame
    by_obligation: pd.DataFrame
    by_unit: pd.DataFrame
    by_rule: pd.DataFrame
    quality: pd.DataFrame
    rules_by_unit: pd.DataFrame


def tables(
    standing: Standing,
    known: Gathered,
    items: Iterable[Item],
    people: Iterable[OfficerLine],
    found: Iterable[Overlap],
) -> Tables:
    """Every frame of the report."""
    units = _units(standing)
    order = list(units["unit"])
    obligations = list(standing.settings.notice.obligations)
    duties = _duties(standing)
    findings = _findings(known)
    unexamined = pd.DataFrame(
        [
            (
                one.unit.key, one.unit.name, one.obligation, one.annex, one.unexamined.code, one.unexamined.cause,
                masked(one.file), len(one.unexamined.places),
            )
            for one in known.left
        ],
        columns=list(UNEXAMINED),
    )  # fmt: skip
    open_ones = findings[findings["state"] == "open"]
    quality = open_ones.pivot_table(index="unit", columns="severity", values="count", aggfunc="sum", fill_value=0)
    matrix = duties.pivot_table(index="unit", columns="obligation", values="state", aggfunc="first")
    return Tables(
        units=units,
        duties=duties,
        findings=findings,
        unexamined=unexamined.astype({"annex": "Int64", "places": "int64"}),
        items=_items(items),
        officers=_officers(people),
        overlaps=_overlaps(found),
        matrix=matrix.reindex(index=order, columns=obligations),
        by_obligation=_counted(duties, "obligation", obligations),
        by_unit=_counted(duties, "unit", order),
        by_rule=_by_rule(findings),
        quality=quality.reindex(index=order, columns=list(SEVERITIES), fill_value=0).fillna(0).astype("int64"),
        rules_by_unit=open_ones.pivot_table(
            index="code", columns="unit", values="count", aggfunc="sum", fill_value=0
        ).reindex(columns=order, fill_value=0),
    )


def _units(standing: Standing) -> pd.DataFrame:
    rows = [
        (one.unit.key, one.unit.name, one.unit.nature, one.unit.exemption, one.unit.penalty_power)
        for one in standing.units
    ]
    return pd.DataFrame(rows, columns=list(UNITS))


def _duties(standing: Standing) -> pd.DataFrame:
    rows = []
    for unit in standing.units:
        for one in unit.duties:
            came = {
                form: min((r.day for r in one.fulfilling if form in r.forms), default=None)
                for form in ("paper", "electronic")
            }
            rows.append(
                (
                    one.unit.key, one.unit.name, one.obligation.key, one.state, one.due_day, one.is_own_day,
                    one.first_day, one.days_late, "paper" in one.forms, came["paper"], "electronic" in one.forms,
                    came["electronic"], one.is_nil, one.extended, one.is_belated,
                    sum(receipt.fate == "returned" for receipt in one.receipts), one.obligation.feeds_platform,
                )
            )  # fmt: skip
    frame = pd.DataFrame(rows, columns=list(DUTIES))
    return _with_days(frame, ("due_day", "received", "paper", "electronic")).astype(
        {"days_late": "int64", "returned": "int64"}
    )


def _findings(known: Gathered) -> pd.DataFrame:
    rows = []
    for unit, obligation, annex, finding in known.findings:
        place = finding.place
        rows.append(
            (
                unit.key, unit.name, obligation, annex, finding.code, finding.name, finding.severity, finding.state,
                finding.count, masked(place.file), place.sheet, place.cell, place.row, finding.field,
                None if finding.value is None else masked(finding.value), finding.clause.number,
            )
        )  # fmt: skip
    frame = pd.DataFrame(rows, columns=list(FINDINGS))
    return frame.astype({"annex": "Int64", "row": "Int64", "count": "int64"})


def _items(items: Iterable[Item]) -> pd.DataFrame:
    rows = [
        (
            one.unit.key, one.unit.name, words(one.number), words(one.code), words(one.name), masked(one.place.file),
            one.place.cell, one.source, one.tiers, one.coverage, one.floor,
            sum(found.count for found in one.faults), None if one.share is None else float(one.share),
        )
        for one in items
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(ITEMS)).astype({"tiers": "int64", "faults": "int64", "narrowed_to": "float"})


def _officers(people: Iterable[OfficerLine]) -> pd.DataFrame:
    rows = [
        (
            one.unit.key, one.unit.name, words(one.name), words(one.credential), one.valid_until, one.state,
            masked(one.place.file), one.place.cell,
        )
        for one in people
    ]  # fmt: skip
    return _with_days(pd.DataFrame(rows, columns=list(OFFICERS)), ("valid_until",))


def _overlaps(found: Iterable[Overlap]) -> pd.DataFrame:
    rows = [
        (
            one.key, one.code, one.kind, masked(one.subject), party.unit, masked(party.words),
            masked(party.place.file), party.place.sheet, party.place.cell,
        )
        for one in found
        for party in one.parties
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(OVERLAPS))


def _counted(duties: pd.DataFrame, by: str, order: Sequence[str]) -> pd.DataFrame:
    """How many duties stand how, for each value of `by`."""
    counts = duties.pivot_table(index=by, columns="state", values="days_late", aggfunc="count", fill_value=0)
    return counts.reindex(index=list(order), columns=list(STATES), fill_value=0).fillna(0).astype("int64")


def _by_rule(findings: pd.DataFrame) -> pd.DataFrame:
    """One row a rule: how many findings are open, waived, explained, on trial, and how many units have open ones."""
    states = ["open", "waived", "explained", "trial"]
    counts = findings.pivot_table(index="code", columns="state", values="count", aggfunc="sum", fill_value=0)
    counts = counts.reindex(columns=states, fill_value=0).fillna(0).astype("int64")
    units = findings[findings["state"] == "open"].groupby("code")["unit"].nunique()
    counts["units"] = units.reindex(counts.index, fill_value=0).astype("int64")
    return counts


def _with_days(frame: pd.DataFrame, columns: Iterable[str]) -> pd.DataFrame:
    for name in columns:
        frame[name] = pd.to_datetime(frame[name])
    return frame
