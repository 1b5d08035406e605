"""One duty of one unit, with what its predecessors filed for it, without looking at the rest of the county."""

from collections.abc import Iterable, Sequence
from datetime import date

from enforcer.county.duties.mergers import heir_of, predecessors_of
from enforcer.county.duties.owed import duty_of
from enforcer.county.ledger.journal import Decision
from enforcer.county.workspace import Workspace
from enforcer.domain.duty import Duty
from enforcer.domain.notice import Obligation
from enforcer.domain.receipt import Receipt
from enforcer.domain.unit import Unit


def duty_at(
    workspace: Workspace,
    unit: Unit,
    obligation: Obligation,
    year: int,
    *,
    day: date,
    receipts: Iterable[Receipt],
    decisions: Sequence[Decision],
) -> Duty:
    """How that duty stands on `day`; `receipts` and `decisions` may be those of the whole county."""
    units = workspace.roster.units
    before = predecessors_of(unit, units, day)
    keys = {one.key for one in (unit, *before)}
    own = [one for one in receipts if one.unit in keys and (one.obligation, one.year) == (obligation.key, year)]
    return duty_of(
        workspace.settings,
        unit,
        obligation,
        year,
        day=day,
        receipts=own,
        decisions=decisions,
        predecessors=before,
        heir=heir_of(unit, units, day),
    )


def filers(workspace: Workspace, unit: Unit, day: date) -> tuple[str, ...]:
    """The keys under which receipts for this unit's duties may stand: its own, and those of whom it succeeded."""
    return tuple(one.key for one in (unit, *predecessors_of(unit, workspace.roster.units, day)))
