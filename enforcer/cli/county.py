"""What commands are told by their options and by the workspace they run in: its settings, a unit, an obligation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from enforcer.county.settings.reading import Settings
    from enforcer.county.workspace import Workspace
    from enforcer.domain.notice import Notice, Obligation
    from enforcer.domain.policy import Policy
    from enforcer.domain.unit import Unit


def workspace_of(named: Path | None) -> Workspace:
    """The workspace of --workspace, else the one that the current folder lies in. Raises EnforcerError without one."""
    from enforcer.county.workspace import find_workspace  # noqa: PLC0415 - the help of other commands does not pay

    return find_workspace(named, Path.cwd())


def workspace_if_any(named: Path | None) -> Workspace | None:
    """As `workspace_of`, but None where the current folder lies in no workspace and none was named."""
    if named is None and not _may_lie_in_one(Path.cwd()):
        return None
    from enforcer.county.workspace import named_workspace, workspace_above  # noqa: PLC0415 - see above

    return workspace_above(Path.cwd()) if named is None else named_workspace(named)


def unit_of(workspace: Workspace, text: str | None) -> Unit | None:
    """The unit of that code, name or short name, None where none was asked for. Raises EnforcerError."""
    return None if text is None else workspace.roster.get(text)


def obligation_of(notice: Notice, text: str | None) -> Obligation | None:
    """The obligation of that key or title, or of its beginning; None where none was asked for. Raises EnforcerError."""
    if text is None:
        return None
    from enforcer.county.obligations import obligation_named  # noqa: PLC0415 - see above

    return obligation_named(notice, text)


def _may_lie_in_one(folder: Path) -> bool:
    """Whether some folder upwards holds enforcer.toml; asked without importing the county, as validate starts lean."""
    return any((one / "enforcer.toml").is_file() for one in (folder, *folder.parents))


def settings_of(workspace: Workspace | None) -> Settings:
    """What the workspace's county set; outside a workspace the shipped notice and its county. Raises EnforcerError."""
    if workspace is not None:
        return workspace.settings
    from enforcer.county.settings.reading import without_workspace  # noqa: PLC0415 - see above

    return without_workspace()


def known(workspace: Workspace | None, unit: str | None) -> dict[str, Any]:
    """What a Request is told by the workspace: the notice, the settings of rules, the roster, and which unit was meant.

    Outside a workspace only the unit's name is known. Raises EnforcerError for a unit that the roster does not have.
    """
    if workspace is None:
        return {"unit": unit}
    settings, roster = workspace.settings, workspace.roster
    meant = roster.get(unit) if unit is not None and roster.units else unit
    return {"unit": meant, "notice": settings.notice, "settings": settings.rules, "find_unit": roster.find}


def policy(workspace: Workspace | None, select: tuple[str, ...], ignore: tuple[str, ...]) -> Policy:
    """The county's policy for rules, with what this run selects and ignores: that comes on top of it."""
    from enforcer.domain.policy import EVERYTHING  # noqa: PLC0415 - see above

    own = EVERYTHING if workspace is None else workspace.settings.policy
    return own._replace(select=select or own.select, ignore=(*own.ignore, *ignore))
