"""One row of annex 1: an inspection that the plan announces."""

from dataclasses import dataclass

from enforcer.domain.dossier import Dossier
from enforcer.domain.row import Row

ANNEX = 1


@dataclass(frozen=True, slots=True)
class Inspection:
    """An inspection: who inspects whom, when, where, what, and on what basis. Texts are as typed."""

    row: Row

    @property
    def target(self) -> str:
        """检查对象."""
        return self.row["target"]


def inspections(dossier: Dossier) -> tuple[Inspection, ...]:
    """The inspections of all plans in the dossier, in reading order."""
    return dossier.once(inspections, lambda: tuple(Inspection(row) for row in dossier.rows(ANNEX)))
