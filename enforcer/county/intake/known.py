"""What the office knows of a delivery before the file is opened; it travels to worker processes as it is."""

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple, NoReturn

from enforcer.county.roster.units import Roster
from enforcer.county.workspace import Workspace
from enforcer.domain.errors import EnforcerError
from enforcer.domain.notice import Notice, Obligation
from enforcer.domain.policy import Policy
from enforcer.domain.unit import Unit
from enforcer.workbook.limits import DEFAULT, Limits

_DAY: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_LIKE_A_DAY: Final = r"(?:19|20)\d{2}(?:[-./_年]\s?\d{1,2}[-./_月]\s?\d{1,2}[日号]?|\d{4})"


class Known(NamedTuple):
    """The county's roster, notice and policy, the day of receipt, and what the office said of the file.

    `working_year` is the year that is meant where nothing names one; `unit`, `obligation` and `year` are what was said,
    None where the file itself has to tell. `marks` asks for marked copies, in `language`; `office` and `contact` say
    there whom to ask. `folder` is the name of the folder that the file came in, which may be a unit's; None: the one
    that it lies in.
    """

    roster: Roster
    notice: Notice
    policy: Policy
    rules: Mapping[str, Any]
    working_year: int
    day: date
    unit: Unit | None = None
    obligation: Obligation | None = None
    year: int | None = None
    marks: bool = True
    office: str = ""
    contact: str = ""
    language: str = "zh"
    folder: str | None = None
    limits: Limits = DEFAULT

    def folder_of(self, path: Path) -> str:
        """The folder's name that may say whose the file is."""
        return path.absolute().parent.name if self.folder is None else self.folder


class Placement(NamedTuple):
    """Whose inbox folder a file lies in, and the day of the dated folder below it, None where there is none."""

    unit: Unit
    day: date | None


def known_in(
    workspace: Workspace,
    day: date,
    *,
    unit: Unit | None = None,
    obligation: Obligation | None = None,
    year: int | None = None,
    marks: bool = True,
    language: str = "zh",
) -> Known:
    """What this workspace knows of a delivery of that day. Raises EnforcerError where its files cannot be read."""
    settings = workspace.settings
    return Known(
        roster=workspace.roster,
        notice=settings.notice,
        policy=settings.policy,
        rules=settings.rules,
        working_year=year_at(settings.year, day),
        day=day,
        unit=unit,
        obligation=obligation,
        year=year,
        marks=marks,
        office=settings.office,
        contact=settings.contact,
        language=language,
    )


def year_at(working_year: int, day: date) -> int:
    """The year for which something came in on that day that names none itself.

    That is the workspace's working year; but what came in before it began was not meant for it.
    """
    return min(working_year, day.year)


def placed(workspace: Workspace, path: Path) -> Placement | None:
    """Whose folder in the inbox the file lies in: inbox/<unit>/[<YYYY-MM-DD>/]file; None for a file elsewhere.

    Raises EnforcerError where the folder is no unit of the roster, as what lies there belongs to nobody, and where a
    folder is named like a day and is none: nothing is received on a day that was not meant.
    """
    folders = _folders(workspace, path)
    if folders is None:
        return None
    if not folders:
        raise EnforcerError("“{file}”直接放在inbox里，不知道是哪个单位的。请放进该单位的文件夹。", file=path.name)
    unit = workspace.roster.find(folders[0])
    if unit is None:
        raise EnforcerError(
            "inbox里的文件夹“{folder}”不是单位名录里的单位。请把文件夹改成单位的代码、名称或简称，或者补充名录。",
            folder=folders[0],
        )
    return Placement(unit, dated(workspace, path))


def dated(workspace: Workspace, path: Path) -> date | None:
    """The day of the dated folder in the inbox that the file lies in, None where it lies in none.

    Raises EnforcerError for a folder that is named like a day and is none.
    """
    return next((day for one in _folders(workspace, path) or () if (day := _day(one)) is not None), None)


def _folders(workspace: Workspace, path: Path) -> tuple[str, ...] | None:
    """The folders between the inbox and the file, None for a file elsewhere; ways around (..) are followed."""
    folder, inbox = _resolved(path.parent), _resolved(workspace.inbox)
    return folder.relative_to(inbox).parts if folder.is_relative_to(inbox) else None


@lru_cache(maxsize=1024)
def _resolved(folder: Path) -> Path:
    # Thousands of files lie in few folders.
    return folder.resolve()


def _day(folder: str) -> date | None:
    """The day that a folder is named after, None for any other name. Raises EnforcerError for what only looks so."""
    if not re.fullmatch(_LIKE_A_DAY, folder.strip()):
        return None
    try:
        return date.fromisoformat(folder) if re.fullmatch(_DAY, folder) else _refused(folder)
    except ValueError:
        return _refused(folder)


def _refused(folder: str) -> NoReturn:
    raise EnforcerError(
        "文件夹“{folder}”像是收到日期，但不是年-月-日的写法，没有收下。请改成2014-06-28这样。", folder=folder
    )
