"""催报名单: who still owes what, since when, and whom to ring; one row a duty."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from enforcer.county.duty_words import OWN_DAY_BESIDE, short_title, what_is_owed
from enforcer.county.status.overview import Overview
from enforcer.domain.duty import Duty
from enforcer.domain.sentence import Sentence, Translate, words
from enforcer.verdicts.columns import padded, width
from enforcer.verdicts.lines import Line, line, span


class Chase(NamedTuple):
    """A duty that is owed: `since` is the last day on which it would have been in time, `days` how long ago that is."""

    duty: Duty
    what: tuple[Sentence, ...]
    since: date
    days: int


def chased(duties: Iterable[Duty]) -> list[Chase]:
    """What is still owed and past its day: unit by unit, in the order of the duties. Exempt units are never in it."""
    found = []
    for duty in duties:
        since = duty.owed_since
        if since is not None:
            found.append(Chase(duty, what_is_owed(duty), since, (duty.day - since).days))
    return found


def chase_lines(overview: Overview, translate: Translate) -> Iterator[Line]:
    """The list for whoever rings: each unit with contact and phone, below it what it owes."""
    rows = chased(overview.duties())
    values = {"county": overview.settings.county, "year": overview.year, "day": overview.day}
    yield line(span(Sentence("{county}{year}年度催报名单（截至{day}）", values).render(translate), "title"))
    if not rows:
        yield line(span(translate("没有要催的。"), "good"))
        return
    columns = max(width(_title(row, translate)) for row in rows)
    told = ""
    for row in rows:
        unit = row.duty.unit
        if unit.key != told:
            told = unit.key
            yield line("")
            yield line(span(words(unit.name), "title"), "　", _contact(row.duty, translate))
        owed = translate("、").join(one.render(translate) for one in row.what)
        since = Sentence("{since}到期，已过{days}天", {"since": row.since, "days": row.days}).render(translate)
        own = OWN_DAY_BESIDE.render(translate) if row.duty.is_own_day else ""
        yield line(padded(_title(row, translate), columns), "  ", span(owed, "error"), f"  {since}{own}", indent=2)
    yield line("")
    total = {"units": len({row.duty.unit.key for row in rows}), "duties": len(rows)}
    yield line(Sentence("共{units}个单位、{duties}项", total).render(translate))


def _title(row: Chase, translate: Translate) -> str:
    return translate(short_title(row.duty.obligation))


def _contact(duty: Duty, translate: Translate) -> str:
    told = [words(one) for one in (duty.unit.contact, duty.unit.phone) if one]
    return "　".join(told) if told else translate("名录里没有联系人和电话")
