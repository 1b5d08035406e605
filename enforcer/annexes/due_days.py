"""What filing rules say of a duty's days: where a finding on it stands, and by when it was asked for."""

from datetime import date

from enforcer.domain.clause import Clause
from enforcer.domain.duty import Duty
from enforcer.domain.notice import Due
from enforcer.domain.row import Place
from enforcer.domain.sentence import Sentence


def place_of(duty: Duty) -> Place:
    """Where a finding without a file stands: at the unit, under the obligation."""
    return Place(duty.unit.name, field=duty.obligation.key)


def title_of(duty: Duty) -> Sentence:
    """The obligation's title, in the reader's language."""
    return Sentence(duty.obligation.title)


def limit_of(duty: Duty) -> Sentence:
    """The due day of a duty that has one, and who set it: an extension, the county, or the notice's clause."""
    due_day = duty.due_day
    if duty.extended:
        return Sentence("经同意延期到{due}（原定{named}；当日报送不算迟）", {"due": due_day, "named": duty.named_day})
    said = limit(duty.due, due_day, duty.clause)
    if duty.named_day == due_day:
        return said
    return Sentence("{limit}，{named}放假顺延", {"limit": said, "named": duty.named_day})


def limit(due: Due | None, due_day: date | None, clause: Clause | None) -> Sentence:
    """The due day and who named it."""
    if due is not None and due.own:
        return Sentence("本县约定期限：{due}（当日报送不算迟）", {"due": due_day})
    if clause is None:
        return Sentence("通知规定的期限：{due}（当日报送不算迟）", {"due": due_day})
    values = {"due": due_day, "number": Sentence(clause.number)}
    return Sentence("通知{number}规定的期限：{due}（当日报送不算迟）", values)
