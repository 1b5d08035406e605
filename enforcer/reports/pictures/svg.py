"""Small SVG elements whose every text and attribute is escaped and masked here; only so may it be called Markup."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from enforcer.domain.masking import masked
from enforcer.reports.legible import legible
from enforcer.verdicts.columns import width

if TYPE_CHECKING:
    from collections.abc import Iterable

_HALF_EM: Final = 0.5


def tag(name: str, *inside: str, **attributes: object) -> Markup:
    """An element; `inside` are elements made here, or text, which is escaped; no other text gets into a picture.

    An attribute's trailing _ is dropped and other _ become -.
    """
    said = "".join(f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"' for key, value in attributes.items())
    return Markup(f"<{name}{said}>{_parts(inside)}</{name}>" if inside else f"<{name}{said}/>")  # noqa: S704


def text(words: str, x: float, y: float, kind: str = "", anchor: str = "") -> Markup:
    """Words at a point, their style by class."""
    style = f' class="{kind}"' if kind else ""
    style += f' text-anchor="{anchor}"' if anchor else ""
    return Markup(f'<text x="{_number(x)}" y="{_number(y)}"{style}>{_plain(words)}</text>')  # noqa: S704


def box(x: float, y: float, wide: float, high: float, kind: str, *inside: str) -> Markup:
    """A rectangle, its colours by class; `inside` as for `tag`."""
    size = f'width="{_number(max(wide, 0))}" height="{_number(high)}"'
    start = f'<rect x="{_number(x)}" y="{_number(y)}" {size} class="{kind}"'
    return Markup(f"{start}>{_parts(inside)}</rect>" if inside else f"{start}/>")  # noqa: S704


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> Markup:
    """A straight line, its colour by class."""
    start, end = f'x1="{_number(x1)}" y1="{_number(y1)}"', f'x2="{_number(x2)}" y2="{_number(y2)}"'
    return Markup(f'<line {start} {end} class="{kind}"/>')  # noqa: S704


def picture(name: str, title: str, told: str, size: tuple[float, float], inside: Iterable[str]) -> str:
    """The whole picture: `name` is its id in the page, `title` and `told` its text alternative."""
    wide, high = size
    drawn = tag(
        "svg",
        tag("title", title, id=f"{name}-t"),
        tag("desc", told, id=f"{name}-d"),
        *inside,
        id=name,
        role="img",
        viewBox=f"0 0 {_number(wide)} {_number(high)}",
        width=wide,
        height=high,
        aria_labelledby=f"{name}-t {name}-d",
    )
    return str(drawn)


def _parts(inside: Iterable[str]) -> str:
    return "".join([one if isinstance(one, Markup) else _plain(one) for one in inside])


def _plain(words: str) -> str:
    return html.escape(legible(masked(words)), quote=False)


def fitted(words: str, room: float, size: float) -> str:
    """The words on one line, cut to so much room at that size of type."""
    line_of_words = " ".join(words.split())
    columns = int(room / (size * _HALF_EM))
    if width(line_of_words) <= columns:
        return line_of_words
    kept = line_of_words
    while kept and width(kept) > columns - 2:
        kept = kept[:-1]
    return f"{kept}…"


def _value(value: object) -> str:
    if isinstance(value, float | int) and not isinstance(value, bool):
        return _number(value)
    return html.escape(legible(masked(str(value))))


def _number(value: float) -> str:
    return f"{round(value, 1):g}"
