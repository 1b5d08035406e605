"""enforcer.toml: the county, its notice, its calendar, its policy for rules, its mail."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from enforcer.domain.notice import Notice
from enforcer.domain.policy import EVERYTHING, Policy


@dataclass(frozen=True, slots=True)
class Mail:
    """How letters go out: an SMTP server, or drafts in outbox/ where `server` is empty. The password is never here."""

    server: str = ""
    port: int = 25
    security: str = "none"  # none, starttls or tls
    user: str = ""
    sender: str = ""
    office: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    """The county's own table of points for 年度考核: off unless the file holds one."""

    full: int
    deductions: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the county set. `calendar` moves a due day off a holiday when it is "next-workday"; off by default.

    `soon_days`: from how many days before its due day an open duty is 临期. `return_days`: how many days a returned
    filing has by default. `dues` has the county's own due days by obligation key (month, day). `rules` are settings
    that single rules ask for (credential_pattern).
    """

    county: str
    office: str
    notice: Notice
    year: int
    calendar: str = "none"
    soon_days: int = 7
    return_days: int = 10
    policy: Policy = EVERYTHING
    dues: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    rules: Mapping[str, Any] = field(default_factory=dict)
    mail: Mail = Mail()
    points: Points | None = None
    contact: str = ""


def read_settings(path: Path) -> Settings:
    """enforcer.toml as Settings; what it leaves out keeps its default. Raises EnforcerError that names the key."""
    raise NotImplementedError
