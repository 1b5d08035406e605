"""The picture of the first page: for each obligation how many units stand how, as one bar in the order of states."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.county.duty_words import STATES
from enforcer.domain.sentence import Sentence
from enforcer.reports.pictures.svg import box, fitted, line, picture, tag, text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from enforcer.domain.duty import DutyState
    from enforcer.domain.sentence import Translate
    from enforcer.reports.sections.matrix import Column, Matrix

_WIDE: Final = 880.0
_NAMES: Final = 132.0
_ROW: Final = 20.0
_BAR: Final = 14.0
_TOP: Final = 30.0
_LEAST_LABELLED: Final = 15.0
_SIZE: Final = 12


def states_picture(matrix: Matrix, translate: Translate, name: str = "p-states") -> str:
    """The bars, each part with its number; exempt units stand at the end."""
    units = max((sum(one.totals.values()) for one in matrix.columns), default=0)
    scale = (_WIDE - _NAMES - 8) / units if units else 0
    shown = [state for state in STATES if any(one.totals[state] for one in matrix.columns)]
    high = _TOP + _ROW * len(matrix.columns) + 6
    inside = [*_legend(shown, translate)]
    for place, column in enumerate(matrix.columns):
        inside += _row(column, _TOP + place * _ROW, scale, translate)
    inside.append(line(_NAMES, _TOP - 4, _NAMES, high - 4, "axis"))
    title = translate("各应报事项的单位数，按状态")
    return picture(name, title, _told(matrix, translate), (_WIDE, high), inside)


def _legend(shown: list[DutyState], translate: Translate) -> Iterator[str]:
    x = _NAMES
    for state in shown:
        word = STATES[state].render(translate)
        yield box(x, 6, 12, 12, f"s-{state}")
        yield text(word, x + 16, 16, "small")
        x += 24 + sum(_SIZE if ord(one) > 255 else _SIZE * 0.55 for one in word)  # noqa: PLR2004 - a full-width sign


def _row(column: Column, y: float, scale: float, translate: Translate) -> Iterator[str]:
    yield text(fitted(column.title.render(translate), _NAMES - 10, _SIZE), _NAMES - 8, y + 11.5, "name", "end")
    x = _NAMES
    for state, count in _ordered(column.totals):
        wide = count * scale
        said = Sentence("{state}{count}", {"state": STATES[state], "count": count}).render(translate)
        yield box(x, y, wide, _BAR, f"s-{state}", tag("title", said))
        if wide >= _LEAST_LABELLED:
            yield text(str(count), x + wide / 2, y + 11, f"t-{state}", "middle")
        x += wide


def _ordered(totals: Mapping[DutyState, int]) -> Iterator[tuple[DutyState, int]]:
    return ((state, totals[state]) for state in STATES if totals[state])


def _told(matrix: Matrix, translate: Translate) -> str:
    """The figures of the picture in words."""
    said = [
        Sentence(
            "{title}：{states}",
            {
                "title": column.title,
                "states": [
                    Sentence("{state}{count}", {"state": STATES[state], "count": count})
                    for state, count in _ordered(column.totals)
                ],
            },
        ).render(translate)
        for column in matrix.columns
    ]
    return translate("；").join(said)
