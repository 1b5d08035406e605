"""[points]: the county's own table of points for 年度考核. The notice names none, so there is none by default."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from enforcer.county.settings.toml_table import Table
from enforcer.domain.errors import EnforcerError
from enforcer.domain.sentence import Sentence

Number = int | Decimal

EVENTS: Final[Mapping[str, Sentence]] = {
    "late": Sentence("迟报，每项"),
    "late_day": Sentence("迟报，每迟一天"),
    "overdue": Sentence("逾期未报，每项"),
    "missing_copy": Sentence("纸质件或电子版缺一，每项"),
    "returned": Sentence("被退回，每次"),
    "error": Sentence("错误，每处"),
    "warning": Sentence("提醒，每处"),
}
"""What may cost points, by the key in the file."""

_MOST: Final = 1000
_PLACES: Final = 2
_EXPECTED: Final = Sentence("{most}以内的分数，最多两位小数，如2或0.5", {"most": _MOST})


@dataclass(frozen=True, slots=True)
class Points:
    """The county's own table of points: `full`, and what each event (a key of EVENTS) takes off.

    `most` caps what one kind of event may take off in all. A unit never falls below 0.
    """

    full: Number
    deductions: Mapping[str, Number]
    most: Mapping[str, Number] = field(default_factory=dict)


def points_table(table: Table | None) -> Points | None:
    """The table [points], None where there is none. Raises EnforcerError."""
    if table is None:
        return None
    full = table.entries().get("full", 100)
    if not _is_points(full) or not full:
        raise table.refusal("full", full, Sentence("满分，如100"))
    most = table.table("most")
    deductions = _deductions(table, {"full", "most"})
    if not deductions:
        raise EnforcerError(
            "enforcer.toml里的[points]没有写哪种情形扣几分。可以写：{events}；不用考核分的，删去[points]。",
            events=list(EVENTS),
        )
    return Points(_plain(full), deductions, _deductions(most, set()) if most else {})


def _deductions(table: Table, other: set[str]) -> dict[str, Number]:
    found: dict[str, Number] = {}
    for key, value in table.entries().items():
        if key in other:
            continue
        if key not in EVENTS:
            raise table.unknown(key, EVENTS)
        if not _is_points(value):
            raise table.refusal(key, value, _EXPECTED)
        found[key] = _plain(value)
    return found


def _is_points(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return False
    if isinstance(value, Decimal) and not value.is_finite():
        return False
    return 0 <= value <= _MOST and round(value, _PLACES) == value


def _plain(value: Number) -> Number:
    """2.0 is 2, 0.50 is 0.5."""
    if isinstance(value, int):
        return value
    return int(value) if value == int(value) else value.normalize()
