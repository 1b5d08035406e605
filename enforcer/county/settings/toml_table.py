"""A TOML file read strictly: every wrong key, type or value is an error that names the key and quotes the value."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, TypeVar

from enforcer.domain.errors import EnforcerError
from enforcer.domain.sentence import Sentence
from enforcer.workbook.naming import clean_name

_LINE: Final = r"at line (\d+)"
_SHOWN: Final = 40
_MOST_BYTES: Final = 1 << 20

Choice = TypeVar("Choice", bound=str)


class Table:
    """One table of the file. What is not asked for by the time of `finish` is a key that nobody knows."""

    def __init__(self, file: str, values: Mapping[str, Any], name: str = "") -> None:
        self._file = file
        self._values = values
        self._name = name
        self._known: list[str] = []

    def __contains__(self, key: str) -> bool:
        """Whether the file says anything for that key."""
        return key in self._values

    def text(self, key: str, default: str, expected: Sentence, longest: int, *, empty: bool = False) -> str:
        """A text on one line, clean; `default` where the key is missing, "" only where `empty` allows it."""
        value = self._take(key)
        if value is None:
            return default
        if not isinstance(value, str):
            raise self.refusal(key, value, expected)
        text = clean_name(value)
        if len(text) > longest or not (text or empty) or "\n" in value.strip() or "\r" in value.strip():
            raise self.refusal(key, value, expected)
        return text

    def integer(self, key: str, default: int, first: int, last: int) -> int:
        """A whole number between two, both included."""
        value = self._take(key)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int) or not first <= value <= last:
            raise self.refusal(key, value, Sentence("{first}到{last}之间的整数", {"first": first, "last": last}))
        return value

    def choice(self, key: str, default: Choice, choices: tuple[Choice, ...]) -> Choice:
        """One of a few words."""
        value = self._take(key)
        if value is None:
            return default
        for choice in choices:
            if value == choice:
                return choice
        raise self.refusal(key, value, Sentence("{choices}当中的一个", {"choices": [f'"{one}"' for one in choices]}))

    def texts(self, key: str, expected: Sentence) -> tuple[str, ...]:
        """A list of texts, or one text alone; empty where the key is missing."""
        value = self._take(key)
        if value is None:
            return ()
        listed = [value] if isinstance(value, str) else value
        if not isinstance(listed, list) or not all(isinstance(one, str) for one in listed):
            raise self.refusal(key, value, expected)
        return tuple(listed)

    def table(self, key: str) -> "Table | None":
        """The table of that name, None where there is none."""
        value = self._take(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            raise self.refusal(key, value, Sentence("以[{name}]开头的一组设置", {"name": self._full(key)}))
        return Table(self._file, value, self._full(key))

    def entries(self) -> Mapping[str, Any]:
        """Every key with its value, for tables whose keys are not fixed; they count as known."""
        self._known.extend(self._values)
        return self._values

    def refusal(self, key: str, value: object, expected: Sentence) -> EnforcerError:
        """The error that this key may not have this value, and what it may have."""
        return EnforcerError(
            "{file}里的{key}应是{expected}，不能是“{value}”。",
            file=self._file,
            key=self._full(key),
            expected=expected,
            value=_shown(value),
        )

    def unknown(self, key: str, known: Iterable[str]) -> EnforcerError:
        """The error that nobody knows this key, with the nearest known one."""
        names = list(known)
        near = get_close_matches(key, names, 1, 0.5)
        if near:
            return EnforcerError(
                "{file}里的{key}不是已知的设置，是不是{near}？",
                file=self._file,
                key=_shown(self._full(key)),
                near=self._full(near[0]),
            )
        return EnforcerError(
            "{file}里的{key}不是已知的设置。这里可以写：{known}。",
            file=self._file,
            key=_shown(self._full(key)),
            known=[self._full(one) for one in names],
        )

    def finish(self) -> None:
        """Raises EnforcerError for a key that was never asked for."""
        for key in self._values:
            if key not in self._known:
                raise self.unknown(key, self._known)

    def _take(self, key: str) -> Any:
        self._known.append(key)
        return self._values.get(key)

    def _full(self, key: str) -> str:
        return f"{self._name}.{key}" if self._name else key


def read_table(path: Path) -> Table:
    """The whole file. Raises EnforcerError where it cannot be read or is no TOML, with the line."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise EnforcerError(
            "打不开设置文件“{path}”：{reason}。", path=path, reason=error.strerror or type(error).__name__
        ) from error
    if len(content) > _MOST_BYTES:
        raise EnforcerError("设置文件“{path}”太大，不像是设置文件。", path=path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EnforcerError(
            "设置文件“{path}”不是UTF-8编码。请用记事本打开，另存为时编码选UTF-8。", path=path
        ) from error
    try:
        values = tomllib.loads(text.replace("\r\n", "\n"), parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError) as error:
        found = re.search(_LINE, str(error))
        raise EnforcerError(
            "设置文件“{path}”写法有误，第{line}行读不下去。引号、等号、方括号要用半角，文字要放在引号里。"
            if found
            else "设置文件“{path}”写法有误，读不下去。引号、等号、方括号要用半角，文字要放在引号里。",
            path=path,
            line=found[1] if found else "",
        ) from error
    return Table(path.name, values)


def _shown(value: object) -> str:
    """A value as it may be quoted: on one line, not too long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, list):
        return _shown(", ".join(_shown(one) for one in value[:_SHOWN]))
    if isinstance(value, dict):
        return _shown(", ".join(str(key) for key in value))
    text = clean_name(str(value)) if not isinstance(value, int) or abs(value) < 10**_SHOWN else "…"
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}……"
