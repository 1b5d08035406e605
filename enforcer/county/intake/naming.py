"""Which obligation a document is filed for, by the words that clerks name such files with; never by a guess."""

import re
from pathlib import PurePath
from typing import Final

from enforcer.domain.notice import Notice, Obligation
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import bare

_ANNEX: Final = r"附件\s*([1-4一二三四])(?![0-9〇零十])"
_NUMERALS: Final = {"一": 1, "二": 2, "三": 3, "四": 4}
_RECEIPT: Final = r"^(?:\d{4}-\d{5,}_)+"


def obligations_named(name: str, notice: Notice) -> tuple[Obligation, ...]:
    """The obligations that a file's name speaks of: by key, title, the notice's file names, or 附件N.

    Several mean that the name does not tell.
    """
    stem = own_name(PurePath(name.replace("\\", "/")).name)
    stem = PurePath(stem).stem
    plain = bare(stem)
    found = [
        one
        for one in notice.obligations.values()
        if _bears(stem.lower(), one.key) or any(bare(word) in plain for word in (one.title, *one.file_names))
    ]
    if not found and (hit := re.search(_ANNEX, stem)):
        annex = _NUMERALS.get(hit[1]) or int(hit[1])
        found = [one for one in notice.obligations.values() if one.annex == annex]
    return tuple(found)


def _bears(stem: str, key: str) -> bool:
    """Whether the key stands in the name as a word of its own: plan in 2014_plan, not in explanation."""
    return re.search(rf"(?<![a-z]){re.escape(key)}(?![a-z])", stem) is not None


def own_name(name: str) -> str:
    """The file's name without the receipt numbers that an earlier filing put before it."""
    return re.sub(_RECEIPT, "", name) or name


def listed(notice: Notice) -> list[Sentence]:
    """Every obligation as it may be written after --obligation: plan（年度行政执法检查计划）."""
    return [
        Sentence("{key}（{title}）", {"key": one.key, "title": Sentence(one.title)})
        for one in notice.obligations.values()
    ]


def unrecognised(named: tuple[Obligation, ...], notice: Notice) -> Sentence:
    """Why a document was not taken in: its name tells nothing, or several things."""
    values: dict[str, object] = {"listed": listed(notice)}
    if named:
        values["named"] = [Sentence(one.title) for one in named]
        return Sentence("从文件名看可能是几个事项：{named}。请用 --obligation 写明是哪一个：{listed}", values)
    return Sentence("不是四个附件，从文件名也看不出是哪个事项。请用 --obligation 写明是哪一个：{listed}", values)
