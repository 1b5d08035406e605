"""Regular expressions that are compiled when first used, as most runs of the program read no fine at all."""

import re
from collections.abc import Callable
from functools import cached_property


class Expression:
    """A regular expression by its source; `match`, `search` and `sub` are those of the compiled pattern."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def match(self) -> Callable[..., re.Match[str] | None]:
        """Match at one place."""
        return re.compile(self._source).match

    @cached_property
    def search(self) -> Callable[..., re.Match[str] | None]:
        """Find the first match."""
        return re.compile(self._source).search

    @cached_property
    def sub(self) -> Callable[..., str]:
        """Replace every match."""
        return re.compile(self._source).sub
