"""What a cell says when it says nothing: blanks, strokes, 无, 同上; and one spelling for full-width characters."""

from typing import Final

from enforcer.domain.row import text_of
from enforcer.language.patterns import pattern

_FULL_WIDTH: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_ODD_SPACES: Final = dict.fromkeys(
    (0x00A0, 0x1680, *range(0x2000, 0x200E), 0x202F, 0x205F, 0x2060, 0x3000, 0xFEFF), 0x20
)
_FOLDED: Final = _FULL_WIDTH | _ODD_SPACES
_FOLDABLE: Final = "[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff\uff01-\uff5e]"

_LONGEST_BLANK: Final = 200
_STROKES: Final = " \t\r\n-/\\_‐‑‒–—―─━−ー"
_PRINTED_IN_BLANKS: Final = frozenset({"年月日"})
_NONE_WORDS: Final = frozenset(
    {"无", "無", "没有", "暂无", "均无", "皆无", "无此项", "无此情况", "不适用", "不涉及", "n/a", "none"}
)
_DITTO_WORDS: Final = frozenset(
    {"同上", "同前", "上同", "同上行", "同上栏", "同上格", "〃", "″", '"', "''", "“", "”", "〞", "〝", "′′", "ditto"}
)

# Nearly every text has, among its first characters, a letter that none of these words has: it needs no reading.
_GLANCE: Final = 3
_OF_BLANKS: Final = frozenset("年月日ー")
_OF_NONE_WORDS: Final = frozenset("".join(_NONE_WORDS) + "NOEAｎｏｅａＮＯＥＡ")
_OF_DITTO_WORDS: Final = frozenset("".join(_DITTO_WORDS) + "DITOｄｉｔｏＤＩＴＯ")
_OF_NOTHING: Final = _OF_BLANKS | _OF_NONE_WORDS


def fold(text: str) -> str:
    """Full-width letters, digits and signs to half-width ones, odd spaces to plain ones.

    Keeps the length, so that an offset in the result is one in `text`: a zero-width character becomes a space too.
    Chinese marks without a half-width twin (、。《》〔〕) stay. Line breaks stay.
    """
    if text.isascii() or pattern(_FOLDABLE).search(text) is None:
        return text
    return text.translate(_FOLDED)


def bare(text: str) -> str:
    """The folded text without any white space, in small letters: for comparing words, not for showing."""
    return "".join(fold(text).split()).lower()


def is_blank(value: object) -> bool:
    """Whether a cell was left blank: None, nothing but spaces and strokes (-, /, —, _), or a printed 年 月 日.

    无 is no blank: it answers an optional field (`is_none_word`). 0 and False are values.
    """
    if value is None:
        return True
    if not isinstance(value, str):
        return False
    if _says_more(value, _OF_BLANKS):
        return False
    if not value or value.isspace():
        return True
    if len(value) > _LONGEST_BLANK:
        return not fold(value).strip(_STROKES)
    folded = fold(value)
    return not folded.strip(_STROKES) or "".join(folded.split()) in _PRINTED_IN_BLANKS


def is_none_word(text: str) -> bool:
    """Whether the text says that there is nothing: 无, 没有, 暂无, 不涉及. It answers an optional field only."""
    return not _says_more(text, _OF_NONE_WORDS) and _word(text) in _NONE_WORDS


def is_answered(value: object) -> bool:
    """Whether a raw value says anything: neither blank nor 无."""
    if type(value) is str and _says_more(value, _OF_NOTHING):
        return True
    return not is_blank(value) and not is_none_word(text_of(value))


def is_ditto(text: str) -> bool:
    """Whether the text repeats the cell above: 同上, 同前, 〃, ″."""
    return not _says_more(text, _OF_DITTO_WORDS) and _word(text) in _DITTO_WORDS


def _says_more(text: str, letters: frozenset[str]) -> bool:
    for one in text[:_GLANCE]:  # noqa: SIM110 - quicker than any(), and asked of every cell
        if one not in letters and one.isalnum():
            return True
    return False


def _word(text: str) -> str:
    """The text as one word: folded, without spaces, outer brackets and a full stop; "" where it is too long for one."""
    if len(text) > _LONGEST_BLANK:
        return ""
    return bare(text).strip("()。.")
