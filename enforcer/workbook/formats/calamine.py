"""The one place that calls python-calamine; whatever goes wrong inside it comes out as a refusal."""

import gc
import math
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any, NamedTuple

from enforcer.domain.row import column_letters
from enforcer.workbook.book import Value
from enforcer.workbook.causes import Refusal
from enforcer.workbook.limits import Budget


class Grid(NamedTuple):
    """The cells of one sheet, blank ones None, and Excel's row and column of the first."""

    rows: list[list[Value]]
    first_row: int
    first_column: int


def opened(content: bytes) -> Any:
    """The workbook object over a container held in memory. Raises Refusal `broken`."""
    from python_calamine import CalamineWorkbook  # noqa: PLC0415 - only who reads a workbook pays for it

    with _trouble():
        return CalamineWorkbook.from_filelike(BytesIO(content))


def grid(workbook: Any, index: int, budget: Budget, *, binary: bool = False) -> Grid:
    """The cells of the sheet with this index; of a binary format, whose numbers are unseen, checked for sense.

    Raises Refusal `broken`, `far_cells`.
    """
    with _trouble(), _uncollected():
        sheet = workbook.get_sheet_by_index(index)
        start, end = sheet.start, sheet.end
        if start is None or end is None:
            return Grid([], 1, 1)
        corner = f"{column_letters(end[1] + 1)}{end[0] + 1}"
        budget.span(end[0] - start[0] + 1, end[1] - start[1] + 1, corner)
        # One by one where they can be had so (from A1 on): then the reader's rows are never all there beside ours.
        rows = _rows(sheet.to_python() if any(start) else sheet.iter_rows())
        if binary:
            rows = [[_finite(value) for value in row] for row in rows]
    return Grid(rows, start[0] + 1, start[1] + 1)


def _rows(read: Iterable[list[Value]]) -> list[list[Value]]:
    """The rows, blank cells None; a text that returns is kept once, so that no row holds more than is new in it."""
    kept: dict[Value, Value] = {"": None}
    keep = kept.setdefault
    return [[keep(value, value) if type(value) is str else value for value in row] for row in read]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Holds the garbage collector off: thousands of rows are made and none is garbage, yet each makes it look again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _finite(value: Value) -> Value:
    """The value; as text where it is a number without a size, which no one downstream can count with."""
    return str(value) if type(value) is float and not math.isfinite(value) else value


@contextmanager
def _trouble() -> Iterator[None]:
    """Turns errors and panics (which are no Exceptions) into a refusal, and keeps panics from writing to stderr."""
    with _hushed():
        try:
            yield
        except (Refusal, MemoryError, KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except BaseException as trouble:  # noqa: BLE001 - a panic in Rust is no Exception
            raise Refusal("broken", detail=f"{type(trouble).__name__}: {trouble}"[:200]) from None


@contextmanager
def _hushed() -> Iterator[None]:
    """Sends the process's standard error nowhere: a panic in Rust prints there before Python can catch it.

    What another thread writes there in these milliseconds is lost as well.
    """
    try:
        sys.stderr.flush()
        kept, nowhere = os.dup(2), os.open(os.devnull, os.O_WRONLY)
    except (AttributeError, OSError, ValueError):
        yield
        return
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
