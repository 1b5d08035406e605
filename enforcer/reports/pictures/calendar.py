"""The months of targets that more than one unit visits: a row a target, in each month how many units come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.domain.sentence import Sentence
from enforcer.reports.pictures.svg import box, fitted, picture, tag, text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from enforcer.domain.sentence import Translate
    from enforcer.reports.sections.overlapping import Visited

MOST_TARGETS: Final = 30
"""More do not fit on a page; the table lists all."""

_NAMES: Final = 220.0
_WIDE: Final = 720.0
_ROW: Final = 22.0
_TOP: Final = 24.0
_MONTHS: Final = 12
_SIZE: Final = 12
_ALONE: Final = 1


def calendar_picture(visited: Sequence[Visited], translate: Translate, name: str = "p-calendar") -> str:
    """The months in which two units or more come are dark and numbered; those with one are light."""
    shown = visited[:MOST_TARGETS]
    step = (_WIDE - _NAMES) / _MONTHS
    inside = [
        text(
            Sentence("{month}月", {"month": month}).render(translate),
            _NAMES + (month - 0.5) * step,
            15,
            "small",
            "middle",
        )
        for month in range(1, _MONTHS + 1)
    ]
    for place, one in enumerate(shown):
        y = _TOP + place * _ROW
        inside.append(text(fitted(one.overlap.subject, _NAMES - 12, _SIZE), _NAMES - 8, y + 14, "name", "end"))
        for month in range(1, _MONTHS + 1):
            units = one.months.get(month, ())
            x = _NAMES + (month - 1) * step
            shade = 0 if not units else _ALONE if len(units) == _ALONE else 3
            said = [tag("title", translate("、").join(units))] if units else []
            inside.append(box(x + 1, y, step - 2, _ROW - 4, f"m-{shade}", *said))
            if len(units) > _ALONE:
                inside.append(text(str(len(units)), x + step / 2, y + 13, f"c-{shade}", "middle"))
    high = _TOP + len(shown) * _ROW + 4
    return picture(name, translate("多个单位检查同一对象的月份"), _told(shown, translate), (_WIDE, high), inside)


def _told(shown: Sequence[Visited], translate: Translate) -> str:
    said = []
    for one in shown:
        months = [month for month, units in one.months.items() if len(units) > _ALONE]
        values = {"subject": one.overlap.subject, "units": one.overlap.units, "months": months}
        said.append(Sentence("{subject}：{units}，同在{months}月", values).render(translate))
    return translate("；").join(said)
