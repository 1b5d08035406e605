"""Founds a workspace: everything is built beside its place and moved there, so that nothing half-made is left."""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Final

from enforcer.county.ledger.store import Ledger
from enforcer.county.settings.reading import FIRST_YEAR, LAST_YEAR
from enforcer.county.workspace import FOLDERS, LEDGER_FILE, ROSTER_FILE, SETTINGS_FILE, Workspace
from enforcer.domain.errors import EnforcerError
from enforcer.domain.notice import Notice
from enforcer.notices import SHIPPED, load_notice
from enforcer.workbook.naming import clean_name, safe_name
from enforcer.workbook.roster.writing import roster_bytes

README_FILE: Final = "说明.txt"

_HERE: Final = Path(__file__).parent
_LONGEST_NAME: Final = 40


def found(
    folder: Path,
    now: datetime,
    *,
    county: str = "",
    office: str = "",
    year: int | None = None,
    notice: Path | None = None,
) -> Workspace:
    """Makes a workspace in that folder, which may exist and hold other files, and begins its ledger.

    `notice` is the file of another notice, which is copied; county, office and year come from it where they are left
    out. `now` stands in for the clock. Raises EnforcerError where the folder is a workspace or holds files of the same
    names, where a name is missing or cannot be one, where the notice is not well made, where nothing can be written.
    """
    _refuse_taken(folder, notice)
    rules = load_notice() if notice is None else load_notice(notice)
    if not county and notice is None:
        raise EnforcerError("请用 --county 写明是哪个县，例如 --county 桓台县。")
    values: dict[str, str | int] = {
        "county": _name(county or rules.county, "--county"),
        "office": _name(office or rules.office, "--office"),
        "year": year or rules.year,
        "notice": SHIPPED[0] if notice is None else _copied_name(notice),
    }
    if not FIRST_YEAR <= int(values["year"]) <= LAST_YEAR:
        raise EnforcerError(
            "年度应是{first}至{last}之间的数字，不能是“{text}”。", first=FIRST_YEAR, last=LAST_YEAR, text=values["year"]
        )
    with _built_beside(folder) as building:
        _fill(building, values, rules, notice)
        Workspace(building).settings  # noqa: B018 - what was written must be what is read
        _begin(building / LEDGER_FILE, values, rules, now)
        _move(building, folder)
    return Workspace(folder.absolute())


def _refuse_taken(folder: Path, notice: Path | None) -> None:
    if folder.exists() and not folder.is_dir():
        raise EnforcerError("“{path}”是文件，不能在里面建工作文件夹。请换一个文件夹名。", path=folder)
    if (folder / SETTINGS_FILE).exists():
        raise EnforcerError("“{path}”已经是工作文件夹，没有改动。", path=folder)
    names = [*FOLDERS, ROSTER_FILE, LEDGER_FILE, README_FILE]
    if notice is not None and notice.absolute().parent != folder.absolute():
        names.append(_copied_name(notice))
    taken = [name for name in names if os.path.lexists(folder / name)]
    if taken:
        raise EnforcerError(
            "“{path}”里已有{taken}，没有改动。请换一个空文件夹，或先把它们移走。", path=folder, taken=taken
        )


def _name(text: str, option: str) -> str:
    name = clean_name(text)
    if not name or len(name) > _LONGEST_NAME:
        raise EnforcerError(
            "{option}应是{most}个字以内的名称，不能是“{text}”。", option=option, most=_LONGEST_NAME, text=text
        )
    return name


def _copied_name(notice: Path) -> str:
    return safe_name(notice.stem) + ".toml"


@contextmanager
def _built_beside(folder: Path) -> Iterator[Path]:
    """A new folder beside the one that is to be, gone when the block ends. Raises EnforcerError."""
    building = folder.absolute().parent / f".enforcer-{os.urandom(8).hex()}.tmp"
    try:
        building.mkdir(parents=True)
        yield building
    except OSError as error:
        raise EnforcerError(
            "无法在“{path}”建工作文件夹：{reason}。请检查权限和磁盘空间。",
            path=folder,
            reason=error.strerror or type(error).__name__,
        ) from error
    finally:
        shutil.rmtree(building, ignore_errors=True)


def _fill(building: Path, values: dict[str, str | int], rules: Notice, notice: Path | None) -> None:
    """Writes everything but the ledger."""
    for name in FOLDERS:
        (building / name).mkdir()
    quoted = {f"@{key.upper()}@": _quoted(value) for key, value in values.items()}
    settings = (_HERE / "settings.toml").read_text(encoding="utf-8")
    for mark, text in quoted.items():
        settings = settings.replace(mark, text)
    (building / SETTINGS_FILE).write_bytes(settings.encode("utf-8"))
    readme = (_HERE / "readme.txt").read_text(encoding="utf-8").replace("@COUNTY@", str(values["county"]))
    # Notepad of old Windows knows neither UTF-8 without its mark nor bare line feeds.
    (building / README_FILE).write_bytes(readme.replace("\n", "\r\n").encode("utf-8-sig"))
    (building / ROSTER_FILE).write_bytes(roster_bytes(str(values["county"]), rules.issued))
    if notice is not None:
        shutil.copyfile(notice, building / _copied_name(notice))


def _quoted(value: str | int) -> str:
    """The value as TOML writes it; a clean name holds nothing that JSON's quoting would leave to TOML."""
    return json.dumps(value, ensure_ascii=False)


def _begin(path: Path, values: dict[str, str | int], rules: Notice, now: datetime) -> None:
    ledger = Ledger.open(path, now=now)
    try:
        with ledger.writing() as pen:
            body = {"county": values["county"], "notice": rules.number, "year": values["year"]}
            pen.append("founded", now.date(), body)
    finally:
        ledger.close()


def _move(building: Path, folder: Path) -> None:
    """Moves everything to its place, enforcer.toml last; what was moved is taken back where that fails half-way."""
    existed = folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    names = sorted((one.name for one in building.iterdir()), key=lambda name: (name == SETTINGS_FILE, name))
    moved: list[Path] = []
    try:
        for name in names:
            if _is_there(building / name, folder / name):
                continue
            (building / name).replace(folder / name)
            moved.append(folder / name)
    except (OSError, EnforcerError):
        for path in moved:
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
        if not existed:
            shutil.rmtree(folder, ignore_errors=True)
        raise


def _is_there(built: Path, target: Path) -> bool:
    """Whether the file lies at its place already, as the notice may. Raises EnforcerError where something else does."""
    if not os.path.lexists(target):
        return False
    if built.is_file() and target.is_file() and built.read_bytes() == target.read_bytes():
        return True
    raise EnforcerError("“{path}”里刚刚出现了{name}，没有建成。请再试一次。", path=target.parent, name=target.name)
