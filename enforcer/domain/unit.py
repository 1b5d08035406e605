"""A unit as the county's roster knows it."""

from datetime import date
from typing import Literal, NamedTuple

Exemption = Literal["公安", "税务"]


class Unit(NamedTuple):
    """One enforcement unit of the roster (单位名录). Exemptions follow the roster, never the name.

    `reporter` names the unit that files for it (由谁报送), `successor` the one that took it over; `confirmation` is
    the number of the document that confirmed it as a subject, and `confirmed` False only where the roster says 未确认.
    `last_log` is the opening entry of the log's clock: the day of the last 登记表 received before the ledger began.
    `since` and `until` bound the days on which the unit exists; None leaves an end open.
    """

    name: str
    code: str = ""
    short_names: tuple[str, ...] = ()
    nature: str = ""
    exemption: Exemption | None = None
    penalty_power: bool = True
    own_credentials: bool = False
    confirmed: bool = True
    confirmation: str = ""
    reporter: str = ""
    superior: str = ""
    contact: str = ""
    phone: str = ""
    mail: str = ""
    last_log: date | None = None
    since: date | None = None
    until: date | None = None
    successor: str = ""

    @property
    def key(self) -> str:
        """What the ledger and the folders call the unit: its code, else its name."""
        return self.code or self.name

    def exists_on(self, day: date) -> bool:
        """Whether the unit exists on that day."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
