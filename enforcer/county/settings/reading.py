"""enforcer.toml: the county, its notice, its calendar, its policy for rules, its mail."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final, Literal

from enforcer.county.obligations import obligations_meant
from enforcer.county.settings.mail import DRAFTS_ONLY, Mail, mail_settings
from enforcer.county.settings.points import Points, points_table
from enforcer.county.settings.rule_policy import rule_policy
from enforcer.county.settings.toml_table import Table, read_table
from enforcer.domain.notice import Due, Notice
from enforcer.domain.policy import EVERYTHING, Policy
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import fold
from enforcer.notices import SHIPPED, load_notice

__all__ = [
    "CALENDARS",
    "FIRST_YEAR",
    "LAST_YEAR",
    "Calendar",
    "Mail",
    "Points",
    "Settings",
    "read_settings",
    "without_workspace",
]

Calendar = Literal["none", "next-workday"]
CALENDARS: Final[tuple[Calendar, ...]] = ("none", "next-workday")
FIRST_YEAR, LAST_YEAR = 2011, 2100

_LONGEST_NAME: Final = 40
_LONGEST_CONTACT: Final = 100
_MOST_DAYS: Final = 366
_MONTH_DAY: Final = r"(\d{1,2})(?:-|/|\.|月)(\d{1,2})[日号]?"
_ORDINARY_YEAR: Final = 2015
_COUNTY: Final = Sentence('县（区、市）的名称，如"桓台县"')
_OFFICE: Final = Sentence('法制机构的名称，如"县法制办"')
_CONTACT: Final = Sentence("联系人和电话，不超过{most}个字", {"most": _LONGEST_CONTACT})
_NOTICE: Final = Sentence(
    '自带通知的编号（{shipped}），或工作文件夹里的通知文件名，如"通知.toml"', {"shipped": SHIPPED}
)
_DUE: Final = Sentence('月和日，如"09-30"')


@dataclass(frozen=True, slots=True)
class Settings:
    """What the county set.

    `notice` is the notice as this county applies it: with its names, and its own due days where the notice has none.
    `calendar` moves a due day off a holiday when it is "next-workday"; off by default. `soon_days`: from how many days
    before its due day an open duty is 临期. `return_days`: how many days a returned filing has by default. `dues` has
    the county's own due days by obligation key (month, day), as they stand in `notice` too. `rules` are settings that
    single rules ask for (credential_pattern).
    """

    county: str
    office: str
    notice: Notice
    year: int
    calendar: Calendar = "none"
    soon_days: int = 7
    return_days: int = 10
    policy: Policy = EVERYTHING
    dues: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    rules: Mapping[str, Any] = field(default_factory=dict)
    mail: Mail = DRAFTS_ONLY
    points: Points | None = None
    contact: str = ""


def without_workspace() -> Settings:
    """What holds where there is no workspace: the shipped notice, its county and its year, everything by default."""
    notice = load_notice()
    return Settings(notice.county, notice.office, notice, notice.year)


def read_settings(path: Path) -> Settings:
    """enforcer.toml as Settings; what it leaves out keeps its default.

    Raises EnforcerError for whatever else the file may be, naming the key, quoting the value, saying what is expected.
    """
    table = read_table(path)
    notice = _notice(table, path.parent)
    policy, rules = rule_policy(table.table("rules"))
    county = table.text("county", notice.county, _COUNTY, _LONGEST_NAME)
    office = table.text("office", notice.office, _OFFICE, _LONGEST_NAME)
    dues = _dues(table.table("dues"), notice)
    settings = Settings(
        county=county,
        office=office,
        notice=_applied(notice, county, office, dues),
        year=table.integer("year", notice.year, FIRST_YEAR, LAST_YEAR),
        calendar=table.choice("calendar", "none", CALENDARS),
        soon_days=table.integer("soon_days", 7, 0, _MOST_DAYS),
        return_days=table.integer("return_days", 10, 1, _MOST_DAYS),
        policy=policy,
        dues=dues,
        rules=rules,
        mail=mail_settings(table.table("mail")),
        points=points_table(table.table("points")),
        contact=table.text("contact", "", _CONTACT, _LONGEST_CONTACT, empty=True),
    )
    table.finish()
    return settings


def _notice(table: Table, folder: Path) -> Notice:
    """The shipped notice of that key, or the file of that name in the workspace."""
    if "notice" not in table:
        table.text("notice", "", _NOTICE, 1)
        return load_notice()
    named = table.text("notice", "", _NOTICE, 200)
    if named in SHIPPED:
        return load_notice(named)
    try:
        path = folder / named
        is_file = path.is_file()
    except (OSError, ValueError):
        is_file = False
    if not is_file:
        raise table.refusal("notice", named, _NOTICE)
    return load_notice(path)


def _applied(notice: Notice, county: str, office: str, dues: Mapping[str, tuple[int, int]]) -> Notice:
    """The notice with the county's own names and days; a day that the notice itself names stays."""
    obligations = dict(notice.obligations)
    for key, (month, day) in dues.items():
        own = Due("day", month, day, own=True)
        one = obligations[key]
        obligations[key] = one._replace(
            due=one.due if one.due.kind == "day" and not one.due.own else own,
            later=one.later if one.later.kind == "day" and not one.later.own else own,
        )
    return notice._replace(county=county, office=office, obligations=obligations)


def _dues(table: Table | None, notice: Notice) -> dict[str, tuple[int, int]]:
    """The county's own days by obligation key; they may be named by key or by Chinese title."""
    found: dict[str, tuple[int, int]] = {}
    if table is None:
        return found
    for key, value in table.entries().items():
        meant = obligations_meant(notice, key)
        if len(meant) != 1:
            raise table.unknown(key, notice.obligations)
        if meant[0].due.kind == "running":
            raise table.refusal(key, value, Sentence("空着：{title}随时报送，没有期限可设", {"title": meant[0].title}))
        found[meant[0].key] = _month_day(table, key, value)
    return found


def _month_day(table: Table, key: str, value: object) -> tuple[int, int]:
    """09-30 and 9月30日; a day that not every year has is refused."""
    hit = re.fullmatch(_MONTH_DAY, fold(value).replace(" ", "")) if isinstance(value, str) else None
    if hit is None:
        raise table.refusal(key, value, _DUE)
    try:
        day = date(_ORDINARY_YEAR, int(hit[1]), int(hit[2]))
    except ValueError as error:
        raise table.refusal(key, value, _DUE) from error
    return day.month, day.day
