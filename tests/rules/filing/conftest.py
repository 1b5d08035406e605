"""What a rule on filing says of duties: a dossier without readings, as a ledger tells it."""

from collections.abc import Callable
from datetime import date

import pytest

from enforcer.domain.dossier import Dossier
from enforcer.domain.duty import Duty, LogClock
from enforcer.domain.finding import Finding
from enforcer.domain.verdict import Verdict


@pytest.fixture
def said(judge) -> Callable[..., list[Finding]]:
    """said("F001", duty...) are the findings of that rule alone; a crash or a doubt fails the test."""

    def found(code: str, *duties: Duty, clock: LogClock | None = None, day: date = date(2014, 7, 20)) -> list[Finding]:
        verdict: Verdict = judge(code, Dossier("县安监局", 2014, day, "as-of", (), duties=duties, clock=clock))
        assert [one.reason.render() for one in verdict.all_unexamined()] == []
        return list(verdict.all_findings())

    return found
