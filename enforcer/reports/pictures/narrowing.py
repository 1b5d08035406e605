"""How far discretion was narrowed: how many tiers leave open how much of the law's range, as ten columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.domain.sentence import Sentence
from enforcer.reports.pictures.svg import box, line, picture, text
from enforcer.reports.sections.discretion import BUCKETS
from enforcer.verdicts.ladder_text import shown_share

if TYPE_CHECKING:
    from enforcer.domain.sentence import Translate
    from enforcer.reports.sections.discretion import Narrowing

_WIDE: Final = 640.0
_HIGH: Final = 150.0
_LEFT: Final = 10.0
_TOP: Final = 24.0
_BASE: Final = 112.0


def narrowing_picture(narrowing: Narrowing, translate: Translate, name: str = "p-narrow") -> str:
    """The columns, each with its number, and the mean as a line."""
    most = max(narrowing.buckets, default=0)
    step = (_WIDE - 2 * _LEFT) / BUCKETS
    inside = []
    for place, count in enumerate(narrowing.buckets):
        x = _LEFT + place * step
        high = (_BASE - _TOP) * count / most if most else 0
        inside.append(box(x + 6, _BASE - high, step - 12, high, "k-tier"))
        if count:
            inside.append(text(str(count), x + step / 2, _BASE - high - 4, "small", "middle"))
        upper = (place + 1) * 100 // BUCKETS
        inside.append(text(f"{upper - 100 // BUCKETS}–{upper}%", x + step / 2, _BASE + 15, "small", "middle"))
    inside.append(line(_LEFT, _BASE, _WIDE - _LEFT, _BASE, "axis"))
    inside.append(text(translate("每个阶次占法定幅度的比例"), _WIDE / 2, _BASE + 33, "small", "middle"))
    if narrowing.share is not None:
        x = _LEFT + float(narrowing.share) * (_WIDE - 2 * _LEFT)
        said = Sentence("平均{share}", {"share": shown_share(narrowing.share)}).render(translate)
        inside += [line(x, 14, x, _BASE, "floor"), text(said, x + 4, 14, "small")]
    told = Sentence(
        "{tiers}个阶次平均占法定幅度的{share}；各段阶次数：{counts}",
        {
            "tiers": narrowing.tiers,
            "share": shown_share(narrowing.share) if narrowing.share is not None else "—",
            "counts": [str(count) for count in narrowing.buckets],
        },
    )
    title = translate("全县裁量空间压缩情况")
    return picture(name, title, told.render(translate), (_WIDE, _HIGH), inside)
