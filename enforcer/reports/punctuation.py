"""Text put together from parts, with the marks of the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from enforcer.domain.sentence import words

if TYPE_CHECKING:
    from enforcer.domain.sentence import Translate

_STOPS = ("。", ".", "！", "？", "；")


def labelled(label: object, text: object, translate: Translate) -> str:
    """县农业局：逾期2项; in English with a colon and a blank."""
    return f"{words(label, translate)}{translate('：')}{words(text, translate)}"


def ended(text: object, translate: Translate) -> str:
    """The text with a full stop, unless it has one."""
    said = words(text, translate)
    return said if said.endswith(_STOPS) else said + translate("。")


def noted(text: object, note: object, translate: Translate) -> str:
    """数据库（本县约定期限）; in English with a blank and narrow brackets. Without a note, the text alone."""
    said, added = words(text, translate), words(note, translate)
    if not added:
        return said
    is_chinese = translate("。") == "。"
    return f"{said}（{added}）" if is_chinese else f"{said} ({added})"
