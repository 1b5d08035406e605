"""The day that laws and expiries are judged on, and the day that a form states."""

from collections.abc import Iterable
from datetime import date

from enforcer.domain.dossier import DaySource
from enforcer.domain.reading import Reading
from enforcer.language.dates import find_date, read_date


def stated_day(reading: Reading) -> date | None:
    """The filing day that the form's header states, None where it states none that can be read."""
    line = reading.header.get("filed")
    if line is None:
        return None
    return read_date(line.value) or find_date(line.text)


def reference_day(
    as_of: date | None, stated: Iterable[date], year: int | None, today: date, received: date | None = None
) -> tuple[date, DaySource]:
    """The day that laws and expiries are judged on: as asked, received, filed, a past year's end, or today."""
    if as_of is not None:
        return as_of, "as-of"
    if received is not None:
        return received, "receipt"
    latest = max(stated, default=None)
    if latest is not None:
        return latest, "filed"
    if year is not None and year < today.year:
        return date(year, 12, 31), "year-end"
    return today, "today"
