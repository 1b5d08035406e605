"""A ledger that is gone while originals are there is said: it would make everyone late, and numbers be given again."""

from datetime import date, datetime

import pytest

from enforcer.county.intake.opening import desk_at
from enforcer.county.ledger.store import ZONE
from enforcer.county.standing import standing_in
from enforcer.county.status.overview import overview_in
from enforcer.county.workspace import Workspace
from enforcer.domain.errors import EnforcerError
from enforcer.domain.unit import Unit
from enforcer.workbook.roster.writing import roster_bytes

DAY = date(2014, 8, 1)
NOW = datetime(2014, 8, 1, 9, tzinfo=ZONE)


@pytest.fixture
def workspace(tmp_path):
    (tmp_path / "enforcer.toml").write_text('county = "桓台县"\nyear = 2014\n', encoding="utf-8")
    (tmp_path / "roster.xlsx").write_bytes(roster_bytes("桓台县", date(2014, 6, 13), (Unit("县安监局", "AJ"),)))
    return Workspace(tmp_path)


def opened(workspace):
    with desk_at(workspace, now=NOW) as desk:
        return desk.ledger.head


@pytest.mark.parametrize("left", [None, b""])
@pytest.mark.parametrize("ask", [opened, lambda one: standing_in(one, DAY), lambda one: overview_in(one, DAY)])
def test_a_lost_or_emptied_ledger_is_said_and_not_begun_anew(workspace, left, ask):
    original = workspace.filings / "2014" / "县安监局" / "2014-00001_附件1.xlsx"
    original.parent.mkdir(parents=True)
    original.write_bytes(b"PK")
    if left is not None:
        workspace.ledger_file.write_bytes(left)
    with pytest.raises(EnforcerError, match="从备份中恢复"):
        ask(workspace)
    assert left is not None or not workspace.ledger_file.exists()


def test_a_workspace_that_received_nothing_needs_none(workspace):
    workspace.filings.mkdir()
    (workspace.filings / ".gitkeep").touch()
    assert standing_in(workspace, DAY).head is None
    assert not workspace.ledger_file.exists()
    opened(workspace)
    assert workspace.has_ledger
