"""Who owes what: why the notice, the roster or the calendar frees a unit of an obligation."""

from datetime import date

from enforcer.domain.clause import Clause
from enforcer.domain.notice import Notice, Obligation
from enforcer.domain.sentence import Sentence
from enforcer.domain.unit import Unit


def outside_its_years(notice: Notice, obligation: Obligation, year: int) -> Sentence | None:
    """Why nobody owes the obligation in that year; None where it is owed."""
    if year < notice.year:
        return Sentence("通知从{year}年度起要求报送", {"year": notice.year})
    if year > notice.year and not obligation.recurring:
        return Sentence("通知只要求报送{year}年度的，以后年度不必再报", {"year": notice.year})
    return None


def freed(unit: Unit, obligation: Obligation, clause: Clause) -> Sentence | None:
    """Why a unit of this kind does not owe the obligation; None where it does.

    The roster decides, never the name: 公安 and 税务 are free of what the obligation says and of nothing else.
    """
    if unit.reporter:
        return Sentence("由{unit}报送", {"unit": unit.reporter})
    if unit.exemption is not None and unit.exemption in obligation.exempt:
        return Sentence(
            "{kind}单位不报此项（通知{number}）",
            {"kind": Sentence(unit.exemption), "number": Sentence(clause.number)},
        )
    if obligation.needs_penalty_power and not unit.penalty_power:
        return Sentence("没有行政处罚权，不必报送；可以报零报告")
    if obligation.own_credentials_only and not unit.own_credentials:
        return Sentence("没有使用本系统制发的执法证件，不必清理")
    return None


def not_yet(unit: Unit, day: date, due_day: date | None, predecessors: tuple[Unit, ...]) -> Sentence | None:
    """Why a unit that was founded later does not owe it: not there yet, or founded after the due day by no merger."""
    if unit.since is None:
        return None
    if day < unit.since:
        return Sentence("该单位{since}才设立", {"since": unit.since})
    if due_day is not None and due_day < unit.since and not predecessors:
        return Sentence("期限（{due}）届满时该单位还没有设立（{since}设立）", {"due": due_day, "since": unit.since})
    return None


def no_longer(unit: Unit, day: date, heir: Unit | None) -> Sentence | None:
    """Why a unit that has ended does not owe it any more; None while it is there."""
    if unit.until is None or day <= unit.until:
        return None
    if heir is None:
        return Sentence("该单位{until}以后不再存在", {"until": unit.until})
    return Sentence("该单位{until}以后由{heir}承继，未报的由其报送", {"until": unit.until, "heir": heir.name})
