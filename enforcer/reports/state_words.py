"""What the keys of the sections are called: coverage of tiers, floors, sources of standards, credentials."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.domain.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from enforcer.annexes.benchmark import Source
    from enforcer.annexes.coverage import Outcome
    from enforcer.reports.sections.discretion import Floor
    from enforcer.reports.sections.people import OfficerState

COVERAGES: Final[Mapping[Outcome, Sentence]] = {
    "complete": Sentence("齐全"),
    "missing": Sentence("缺阶次"),
    "too-few": Sentence("不足五个阶次"),
    "unclear": Sentence("未核"),
}
FLOORS: Final[Mapping[Floor, Sentence]] = {
    "kept": Sentence("守住下限"),
    "below": Sentence("低于下限"),
    "none": Sentence("法定有最低限值"),
    "cited": Sentence("执行省市标准"),
    "unsure": Sentence("未核"),
}
SOURCES: Final[Mapping[Source, Sentence]] = {
    "own": Sentence("本单位"),
    "province": Sentence("省"),
    "city": Sentence("市"),
    "other": Sentence("其他标准"),
}
CREDENTIALS: Final[Mapping[OfficerState, Sentence]] = {
    "valid": Sentence("有效"),
    "lapsing": Sentence("一年内到期"),
    "lapsed": Sentence("已到期"),
    "applying": Sentence("申领中"),
    "unread": Sentence("有效期读不出"),
}
