"""The workspace: the folder a county office works in, found upwards as git finds its own."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from enforcer.county.roster import Roster, read_roster
from enforcer.county.settings import Settings, read_settings

SETTINGS_FILE: Final = "enforcer.toml"


@dataclass(frozen=True)
class Workspace:
    """The folders and files of design section 7; `root` holds enforcer.toml."""

    root: Path

    @property
    def roster_file(self) -> Path:
        """单位名录."""
        return self.root / "roster.xlsx"

    @property
    def ledger_file(self) -> Path:
        """The ledger."""
        return self.root / "ledger.db"

    @property
    def inbox(self) -> Path:
        """What units sent; never written by us."""
        return self.root / "inbox"

    @property
    def filings(self) -> Path:
        """Originals as received."""
        return self.root / "filings"

    @property
    def outbox(self) -> Path:
        """Blanks, marked copies, receipts, letters."""
        return self.root / "outbox"

    @property
    def reports(self) -> Path:
        """County reports."""
        return self.root / "reports"

    @cached_property
    def settings(self) -> Settings:
        """enforcer.toml, read once. Raises EnforcerError."""
        return read_settings(self.root / SETTINGS_FILE)

    @cached_property
    def roster(self) -> Roster:
        """The roster, read once. Raises EnforcerError where it is missing or cannot be read."""
        return read_roster(self.roster_file, self.settings.county)


def find_workspace(named: Path | None, start: Path) -> Workspace:
    """The workspace named, or the first upwards from `start`. Raises EnforcerError where there is none."""
    raise NotImplementedError
