"""`enforcer status` as CSV, a row a duty: UTF-8 with BOM, so that Excel opens it; no cell starts a formula."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Final

from enforcer.county.duty_words import BELATED, COPIES, EXTENDED, NIL, OWN_DAY, STATES
from enforcer.county.status.chase import chased
from enforcer.county.status.overview import Overview
from enforcer.domain.duty import Duty
from enforcer.domain.sentence import Sentence, Translate, words
from enforcer.verdicts.as_csv import BOM, inert

_STATUS: Final = (
    Sentence("单位代码"),
    Sentence("单位"),
    Sentence("年度"),
    Sentence("事项"),
    Sentence("附件"),
    Sentence("依据"),
    Sentence("状态"),
    Sentence("期限"),
    Sentence("期限说明"),
    Sentence("收到日期"),
    Sentence("表内日期"),
    Sentence("迟报或逾期天数"),
    Sentence("还缺"),
    Sentence("重报期限"),
    Sentence("免报原因"),
    Sentence("备注"),
)
_CHASE: Final = (
    Sentence("单位代码"),
    Sentence("单位"),
    Sentence("联系人"),
    Sentence("联系电话"),
    Sentence("电子邮箱"),
    Sentence("事项"),
    Sentence("所欠"),
    Sentence("应于何日前"),
    Sentence("已过天数"),
    Sentence("期限说明"),
)


def status_csv(overview: Overview, translate: Translate) -> str:
    """A row for each duty, exempt ones with their reason."""
    return _written(_STATUS, (_duty(duty, translate) for duty in overview.duties()), translate)


def chase_csv(overview: Overview, translate: Translate) -> str:
    """A row for each duty that is owed and past its day, with whom to ring."""
    return _written(_CHASE, _chase(overview, translate), translate)


def _written(header: Iterable[Sentence], rows: Iterable[Iterable[object]], translate: Translate) -> str:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([name.render(translate) for name in header])
    for row in rows:
        writer.writerow([inert(words(cell, translate)) for cell in row])
    return BOM + text.getvalue()


def _duty(duty: Duty, translate: Translate) -> Iterator[object]:
    counting = duty.counting
    yield from (duty.unit.code, duty.unit.name, duty.year, translate(duty.obligation.title), duty.obligation.annex)
    yield from (Sentence(duty.clause.number), STATES[duty.state], duty.due_day, _of_the_day(duty), duty.first_day)
    yield counting.stated if counting is not None else None
    yield duty.days_late or None
    yield [COPIES[form] for form in duty.missing_forms]
    yield duty.to_refile_by
    yield duty.exempt
    yield [*_facts(duty), *duty.remarks]


def _of_the_day(duty: Duty) -> list[Sentence]:
    said = []
    if duty.extended:
        said.append(EXTENDED)
    if duty.is_own_day:
        said.append(OWN_DAY)
    return said


def _facts(duty: Duty) -> Iterator[Sentence]:
    if duty.is_nil:
        yield NIL
    if duty.is_belated:
        yield BELATED
    if duty.pending_return is not None:
        yield Sentence("退回待重报")
    if duty.heirs_of:
        yield Sentence("承继自{units}", {"units": duty.heirs_of})


def _chase(overview: Overview, translate: Translate) -> Iterator[Iterable[object]]:
    for row in chased(overview.duties()):
        unit = row.duty.unit
        whom = (unit.code, unit.name, unit.contact, unit.phone, unit.mail)
        yield (*whom, translate(row.duty.obligation.title), row.what, row.since, row.days, _of_the_day(row.duty))
