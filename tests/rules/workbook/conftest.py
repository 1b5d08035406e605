"""One annex at a time, and all rules at one of its cells."""

from collections.abc import Callable

import pytest

from enforcer.domain.dossier import Dossier
from enforcer.domain.row import Place
from enforcer.examine import examine
from enforcer.notices import load_notice
from enforcer.rules import rules_for


@pytest.fixture
def filled(reading: Callable[..., object], dossier: Callable[..., Dossier]) -> Callable[..., Dossier]:
    """filled(1, {"kind": "年度"}, header=...) is the dossier of one annex with these rows."""

    def made(annex: int, *rows: dict[str, object], **more: object) -> Dossier:
        return dossier(reading(annex, rows, **more))

    return made


@pytest.fixture
def codes_at() -> Callable[[Dossier, Place], set[str]]:
    """codes_at(dossier, place) has the codes of all rules that accuse that cell."""

    def judged(dossier: Dossier, place: Place) -> set[str]:
        annexes = {reading.annex for reading in dossier.readings if reading.annex}
        verdict = examine(dossier, load_notice(), rules_for(annexes))
        return {finding.code for finding in verdict.all_findings() if finding.place.cell == place.cell}

    return judged
