"""What is asked of a run besides the files."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from enforcer.domain.notice import Due, Notice
from enforcer.domain.policy import EVERYTHING, Policy
from enforcer.domain.unit import Unit
from enforcer.notices import load_notice
from enforcer.workbook.limits import DEFAULT, Limits


@dataclass(frozen=True, slots=True)
class Request:
    """What is known besides the files: the annex, whose material it is, of which year, and the day to judge it on.

    `find_unit` is the roster's answer to a name, None where there is no roster. `received` is the office's day of
    receipt, which decides what is late. `dues` has by obligation the due rule and the due day that hold instead of the
    notice's: extended, moved from a holiday, the county's own. `settings` are the county's settings for single rules.
    """

    annex: int | None = None
    unit: str | Unit | None = None
    year: int | None = None
    as_of: date | None = None
    policy: Policy = EVERYTHING
    limits: Limits = DEFAULT
    notice: Notice = field(default_factory=load_notice)
    find_unit: Callable[[str], Unit | None] | None = None
    received: date | None = None
    dues: Mapping[str, tuple[Due, date | None]] = field(default_factory=dict)
    settings: Mapping[str, object] = field(default_factory=dict)

    @property
    def unit_name(self) -> str | None:
        """The unit as it was named."""
        return self.unit.name if isinstance(self.unit, Unit) else self.unit

    @property
    def unit_entry(self) -> Unit | None:
        """The roster's entry of the unit that was named, where there is one."""
        return self.unit if isinstance(self.unit, Unit) else self.entry_of(self.unit)

    def entry_of(self, name: str | None) -> Unit | None:
        """The roster's entry of that name; the unit that was given decides. None without a roster."""
        if isinstance(self.unit, Unit):
            return self.unit
        wanted = self.unit or name
        return self.find_unit(wanted) if wanted is not None and self.find_unit is not None else None
