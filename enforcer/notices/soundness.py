"""What a notice file may get wrong although it has every key: types, and values that nothing could be made of."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Final, NamedTuple

from enforcer.domain.notice import Notice
from enforcer.domain.receipt import COPY_FORMS
from enforcer.domain.sentence import Sentence

_EXEMPTIONS: Final = ("公安", "税务")
_DUE_KINDS: Final = ("day", "running", "none")
_SHOWN: Final = 40


class _Check(NamedTuple):
    """What a value must be, and how to say it."""

    fits: Callable[[object], bool]
    expected: Sentence


def _among(known: tuple[str, ...]) -> _Check:
    return _Check(lambda value: value in known, Sentence("{known}当中的一个", {"known": known}))


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


_TEXT: Final = _Check(_is_text, Sentence("一段文字"))
_SWITCH: Final = _Check(lambda value: isinstance(value, bool), Sentence("true或false"))
_OF_NOTICE: Final = {
    **dict.fromkeys(("key", "number", "title", "county", "office"), _TEXT),
    "year": _Check(lambda value: type(value) is int and value in range(2000, 2101), Sentence("四位年份，如2014")),
    "issued": _Check(_is_day, Sentence("日期，如2014-06-13，不加引号")),
}
_OF_CLAUSE: Final = {
    **dict.fromkeys(("number", "quote"), _TEXT),
    "figures": _Check(lambda value: isinstance(value, dict), Sentence("一组数值")),
}
_OF_OBLIGATION: Final = {
    **dict.fromkeys(("title", "act", "recipients", "file_names"), _TEXT),
    **dict.fromkeys(("forms", "forms_with_higher_standard"), _among(COPY_FORMS)),
    **dict.fromkeys(("needs_penalty_power", "own_credentials_only", "feeds_platform", "recurring"), _SWITCH),
    "exempt": _among(_EXEMPTIONS),
    "annex": _Check(
        lambda value: value is None or (type(value) is int and value in range(1, 5)),
        Sentence("1至4的附件号；没有附件的不写这一行"),
    ),
}
_OF_DUE: Final = {"kind": _among(_DUE_KINDS)}


def faults_of(notice: Notice) -> Iterator[Sentence]:
    """Everything that is wrong with it, each with the key it stands at."""
    yield from _wrong("", notice, _OF_NOTICE)
    for key, clause in notice.clauses.items():
        yield from _wrong(f"clauses.{key}.", clause, _OF_CLAUSE)
    taken: dict[int, str] = {}
    for key, one in notice.obligations.items():
        name = f"obligations.{key}."
        yield from _wrong(name, one, _OF_OBLIGATION)
        yield from _wrong(f"{name}due.", one.due, _OF_DUE)
        yield from _wrong(f"{name}later.", one.later, _OF_DUE)
        if type(one.annex) is int and taken.setdefault(one.annex, key) != key:
            values = {"annex": one.annex, "key": key, "other": taken[one.annex]}
            yield Sentence("附件{annex}归了两个事项：{other}和{key}，只能归一个", values)


def _wrong(name: str, thing: object, checks: Mapping[str, _Check]) -> Iterator[Sentence]:
    """The fields that hold what they may not; a tuple is checked one by one."""
    for key, check in checks.items():
        value = getattr(thing, key)
        for one in value if isinstance(value, tuple) else (value,):
            if not check.fits(one):
                values = {"key": f"{name}{key}", "expected": check.expected, "value": str(one)[:_SHOWN]}
                yield Sentence("{key}应是{expected}，不能是“{value}”", values)
