"""Opens the desk of a workspace: its ledger, and the fingerprint of the rules that judge there."""

from collections.abc import Iterator
from contextlib import contextmanager

from enforcer.county.intake.desk import Desk
from enforcer.county.ledger.store import Clock, Ledger
from enforcer.county.ruleset import fingerprint
from enforcer.county.workspace import Workspace
from enforcer.domain.sentence import Translate


@contextmanager
def desk_at(workspace: Workspace, translate: Translate = str, now: Clock | None = None) -> Iterator[Desk]:
    """The desk of this workspace, its ledger open until the block ends; `now` stands in for the clock.

    Raises EnforcerError.
    """
    _ = workspace.has_ledger  # a lost one is said, not begun anew
    ledger = Ledger.open(workspace.ledger_file, now=now)
    try:
        yield Desk(workspace, ledger, fingerprint(workspace.settings), translate)
    finally:
        ledger.close()
