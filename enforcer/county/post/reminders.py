"""Who is to be reminded of what: each unit that owes something, once at each stage of a duty."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from enforcer.county.duty_words import COPIES, OWN_DAY_BESIDE, short_title
from enforcer.county.ledger.facts import Reminder
from enforcer.county.status.overview import Overview
from enforcer.domain.duty import Duty
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit
from enforcer.language.mails import mails_in


class Point(NamedTuple):
    """One thing that a unit owes, at the stage it has come to; `stage` tells it from all earlier ones."""

    duty: Duty
    stage: str
    words: Sentence


class Letter(NamedTuple):
    """What one unit is reminded of. `addresses` are none where the roster has no mail address that can be one."""

    unit: Unit
    addresses: tuple[str, ...]
    points: tuple[Point, ...]

    def stages(self) -> Iterator[str]:
        """What it says, in short: each obligation and how far it has come."""
        for one in self.points:
            yield f"{one.duty.obligation.key} {one.stage}"

    def reminders(self) -> Iterator[Reminder]:
        """What goes on record once the letter is out."""
        for one in self.points:
            duty = one.duty
            yield Reminder(duty.day, self.unit.key, duty.obligation.key, duty.year, one.stage)


def letters(overview: Overview, reminded: Iterable[Reminder]) -> tuple[Letter, ...]:
    """The letters of a night, unit by unit: only what no earlier letter has said at that stage."""
    said = {(one.unit, one.obligation, one.year, one.stage) for one in reminded}
    found = []
    for unit in overview.units:
        points = [
            point
            for duty in unit.duties
            for point in points_of(duty)
            if (unit.unit.key, duty.obligation.key, duty.year, point.stage) not in said
        ]
        if points:
            found.append(Letter(unit.unit, mails_in(unit.unit.mail) or (), tuple(points)))
    return tuple(found)


def points_of(duty: Duty) -> Iterator[Point]:
    """What is to be said of a duty on its day, nothing of an exempt one.

    An extended day or another return begins a stage of its own.
    """
    if duty.exempt is not None:
        return
    values: dict[str, object] = {"title": Sentence(short_title(duty.obligation)), "due": duty.due_day, "own": ""}
    if duty.is_own_day:
        values["own"] = OWN_DAY_BESIDE
    if duty.state == "due-soon":
        yield Point(duty, f"due-soon {duty.due_day}", Sentence("“{title}”{due}到期{own}，还没有收到", values))
    elif duty.state == "overdue":
        words = Sentence("“{title}”{due}已经到期{own}，过了{days}天，还没有收到", {**values, "days": duty.days_late})
        yield Point(duty, f"overdue {duty.due_day}", words)
    for form in duty.lacking_forms:
        words = Sentence("“{title}”还缺{copy}，{due}已经到期{own}", {**values, "copy": COPIES[form]})
        yield Point(duty, f"lacking {form} {duty.due_day}", words)
    pending = duty.pending_return
    if pending is not None and pending.until is not None:
        values = {**values, "number": pending.number, "until": pending.until}
        if duty.is_refiling_overdue:
            stage = "refiling overdue"
            words = Sentence("“{title}”（回执{number}）已经退回，应在{until}前重报，还没有收到", values)
        else:
            stage = "returned"
            words = Sentence("“{title}”（回执{number}）已经退回，请在{until}前（含当日）重新报送", values)
        yield Point(duty, f"{stage} {pending.number} {pending.until}", words)
