"""The merged ranges of a sheet by the row in which they begin."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from enforcer.workbook.book import Merge

_NONE: Final[Mapping[int, Merge]] = MappingProxyType({})


class Spans:
    """Merged ranges, looked up by their first cell."""

    __slots__ = ("_by_row",)

    def __init__(self, merges: Iterable[Merge], rows_of_interest: int) -> None:
        """Those that span columns, and of the others those that begin in row `rows_of_interest` or above it."""
        self._by_row: dict[int, dict[int, Merge]] = {}
        for merge in merges:
            if merge.right > merge.left or merge.top <= rows_of_interest:
                self._by_row.setdefault(merge.top, {})[merge.left] = merge

    def beginning_in(self, row: int) -> Mapping[int, Merge]:
        """The ranges that begin in this row, by their first column."""
        return self._by_row.get(row, _NONE)

    def at(self, row: int, column: int) -> Merge | None:
        """The range that begins in this cell."""
        return self._by_row.get(row, _NONE).get(column)
