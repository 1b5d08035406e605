"""The workspace: the folder a county office works in, found upwards as git finds its own."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from enforcer.county.roster.unit_names import folder_of
from enforcer.county.roster.units import Roster, read_roster
from enforcer.county.settings.reading import Settings, read_settings
from enforcer.domain.errors import EnforcerError
from enforcer.domain.unit import Unit

SETTINGS_FILE: Final = "enforcer.toml"
ROSTER_FILE: Final = "roster.xlsx"
LEDGER_FILE: Final = "ledger.db"
FOLDERS: Final = ("inbox", "filings", "outbox", "reports")


@dataclass(frozen=True)
class Workspace:
    """The folders and files of design section 7; `root` holds enforcer.toml."""

    root: Path

    @property
    def settings_file(self) -> Path:
        """What the county set."""
        return self.root / SETTINGS_FILE

    @property
    def roster_file(self) -> Path:
        """单位名录."""
        return self.root / ROSTER_FILE

    @property
    def ledger_file(self) -> Path:
        """The ledger."""
        return self.root / LEDGER_FILE

    @property
    def has_ledger(self) -> bool:
        """Whether there is a ledger: without one nothing was received yet.

        Raises EnforcerError where originals are kept and the ledger that knows of them is gone. Else a file that was
        lost would make every unit late, and have receipt numbers given out again.
        """
        if self.ledger_file.is_file() and self.ledger_file.stat().st_size:
            return True
        if any(one.is_file() and not one.name.startswith(".") for one in self.filings.rglob("*")):
            raise EnforcerError(
                "台账“{path}”不见了，或者是空的，filings文件夹里却有收到的原件。请从备份中恢复台账；"
                "确实要另起一本的，请先把filings里的原件移到别处。",
                path=self.ledger_file,
            )
        return False

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

    @property
    def nights(self) -> Path:
        """What each night came to, and the log."""
        return self.root / "nights"

    @property
    def private(self) -> Path:
        """The program's own notes: the lock, the inbox as it was. Losing them loses nothing that was filed."""
        return self.root / ".enforcer"

    def outbox_of(self, unit: Unit) -> Path:
        """Where what goes to this unit lies; the name is safe on every system."""
        return self.outbox / folder_of(unit.name)

    def filings_of(self, unit: Unit, year: int) -> Path:
        """Where this unit's originals of a year lie."""
        return self.filings / str(year) / folder_of(unit.name)

    @cached_property
    def settings(self) -> Settings:
        """enforcer.toml, read once. Raises EnforcerError."""
        return read_settings(self.settings_file)

    @cached_property
    def roster(self) -> Roster:
        """The roster, read once. Raises EnforcerError where it is missing, cannot be read or leaves units ambiguous."""
        return read_roster(self.roster_file, self.settings.county)


def find_workspace(named: Path | None, start: Path) -> Workspace:
    """The workspace named, or the first upwards from `start`. Raises EnforcerError where there is none."""
    found = named_workspace(named) if named is not None else workspace_above(start)
    if found is None:
        raise EnforcerError(
            "这里不是工作文件夹，上级文件夹里也没有{file}。请到工作文件夹里运行，或用 --workspace 指明；"
            "还没有的，用 enforcer init 建一个。",
            file=SETTINGS_FILE,
        )
    return found


def named_workspace(named: Path) -> Workspace:
    """The workspace in that folder, or whose enforcer.toml is named. Raises EnforcerError where it is none."""
    root = named.parent if named.name == SETTINGS_FILE else named
    if not root.is_dir():
        raise EnforcerError("找不到工作文件夹“{path}”。请检查 --workspace 后面的路径。", path=named)
    if not (root / SETTINGS_FILE).is_file():
        raise EnforcerError(
            "“{path}”不是工作文件夹，里面没有{file}。请检查 --workspace 后面的路径，或用 enforcer init 建一个。",
            path=named,
            file=SETTINGS_FILE,
        )
    return Workspace(root.absolute())


def workspace_above(start: Path) -> Workspace | None:
    """The first folder that holds enforcer.toml, from `start` upwards; None where none does."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / SETTINGS_FILE).is_file():
            return Workspace(folder)
    return None
