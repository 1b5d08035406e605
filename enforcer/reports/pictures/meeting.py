"""Who overlaps whom, and how often: units by units, the number in the square, the more the darker."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.domain.sentence import Sentence
from enforcer.reports.pictures.svg import box, fitted, picture, tag, text

if TYPE_CHECKING:
    from enforcer.domain.sentence import Translate
    from enforcer.reports.sections.overlapping import Overlapping

MOST_UNITS: Final = 24
"""More do not fit on a page: then those that meet most often are drawn."""

_NAMES: Final = 112.0
_SQUARE: Final = 24.0
_HEAD: Final = 96.0
_SIZE: Final = 12
_SLANT: Final = 0.87
_MARGIN: Final = 14.0
_SHADES: Final = 4


def meeting_picture(overlapping: Overlapping, translate: Translate, name: str = "p-meet") -> str:
    """The lower half of the table; the diagonal is empty."""
    units = drawn_units(overlapping)
    times = {frozenset((pair.one, pair.other)): pair.times for pair in overlapping.pairs}
    most = max(times.values(), default=1)
    head = min(_HEAD, max((_SIZE * len(unit) * _SLANT for unit in units), default=0) + _MARGIN)
    inside = []
    for row, unit in enumerate(units):
        y = head + row * _SQUARE
        inside.append(text(fitted(unit, _NAMES - 8, _SIZE), _NAMES - 6, y + 16, "name", "end"))
        x = _NAMES + row * _SQUARE + 15
        label = text(fitted(unit, _HEAD - 6, _SIZE), x, head - 5, "name")
        inside.append(tag("g", label, transform=f"rotate(-60 {x:g} {head - 5:g})"))
        for column, other in enumerate(units):
            count = times.get(frozenset((unit, other)), 0) if column != row else 0
            left = _NAMES + column * _SQUARE
            shade = -(-count * _SHADES // most) if count else 0
            kind = "m-self" if column == row else f"m-{shade}"
            inside.append(box(left, y, _SQUARE - 1, _SQUARE - 1, kind))
            if count:
                inside.append(text(str(count), left + _SQUARE / 2, y + 16, f"c-{shade}", "middle"))
    wide = _NAMES + len(units) * _SQUARE + 70
    high = head + len(units) * _SQUARE + 6
    told = translate("；").join(
        Sentence("{one}和{other}{times}处", {"one": pair.one, "other": pair.other, "times": pair.times}).render(
            translate
        )
        for pair in overlapping.pairs
        if pair.one in units and pair.other in units
    )
    return picture(name, translate("哪些单位之间疑似重复、几处"), told, (wide, high), inside)


def drawn_units(overlapping: Overlapping) -> tuple[str, ...]:
    """The units in the picture, in the roster's order."""
    if len(overlapping.units) <= MOST_UNITS:
        return overlapping.units
    often: dict[str, int] = dict.fromkeys(overlapping.units, 0)
    for pair in overlapping.pairs:
        often[pair.one] += pair.times
        often[pair.other] += pair.times
    chosen = set(sorted(often, key=lambda unit: -often[unit])[:MOST_UNITS])
    return tuple(unit for unit in overlapping.units if unit in chosen)
