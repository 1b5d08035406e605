"""How much a file may ask of this machine before it is refused, and how much it has asked so far."""

import time
from typing import NamedTuple

from enforcer.workbook.causes import Refusal

MEBIBYTE = 1 << 20


class Limits(NamedTuple):
    """Bounds on what is read from one path; the defaults leave a 10,000-row annex room to spare.

    Sizes are in bytes. Together they keep one path under ten seconds and one gibibyte, parent and child.
    """

    size: int = 64 * MEBIBYTE
    """Of the file itself, or of one inside an archive."""
    text_size: int = 16 * MEBIBYTE
    """Of a file that is text: CSV, an HTML table, XML."""
    unpacked: int = 64 * MEBIBYTE
    """Of everything that is unpacked from one path (parts that are never read, pictures say, do not count)."""
    ratio: int = 250
    """Unpacked to packed size of one part, once it is larger than `ratio_from`: honest sheets reach about 100."""
    ratio_from: int = 16 * MEBIBYTE
    parts: int = 20_000
    """Entries of a zip container."""
    members: int = 200
    """Files read from one archive."""
    sheets: int = 500
    cells: int = 3_000_000
    """Of the rectangles spanned by the sheets' first and last filled cells, all sheets of a path together."""
    text: int = 64 * MEBIBYTE
    """Of the cells' text once every shared string stands in each cell that shows it."""
    facts: int = 600_000
    """Formulas, errors, merged ranges, hidden rows and columns, all together: what is told beside the values."""
    depth: int = 200
    """Of nested XML elements."""
    seconds: float = 6.0
    """For one path, an archive included."""
    child_memory: int = 640 * MEBIBYTE
    """Of the address space of the process in which OLE2, .xlsb and HTML files are read."""
    answer: int = 64 * MEBIBYTE
    """Of what that process hands back."""


DEFAULT = Limits()


class Budget:
    """What one path has left of its limits; shared by everything that is read from it."""

    __slots__ = ("_cells", "_deadline", "_facts", "_unpacked", "limits", "text")

    def __init__(self, limits: Limits = DEFAULT) -> None:
        self.limits = limits
        self._deadline = time.monotonic() + limits.seconds
        self._unpacked = limits.unpacked
        self._cells = limits.cells
        self._facts = limits.facts
        self.text = limits.text

    @property
    def seconds(self) -> float:
        """Seconds left. Raises Refusal `timeout` when there are none."""
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise Refusal("timeout", seconds=round(self.limits.seconds))
        return left

    def unpack(self, size: int) -> None:
        """Takes `size` unpacked bytes. Raises Refusal `bomb`, and then takes nothing."""
        if size > self._unpacked:
            raise Refusal("bomb", limit=self.limits.unpacked // MEBIBYTE)
        self._unpacked -= size

    def span(self, rows: int, columns: int, corner: str) -> None:
        """Takes a rectangle of cells that reaches to `corner` (XFD9). Raises Refusal `far_cells`."""
        if rows * columns > self._cells:
            raise Refusal("far_cells", cell=corner, limit=self.limits.cells // 10_000)
        self._cells -= rows * columns

    def tell(self, count: int = 1) -> None:
        """Takes so many facts about cells, rows and columns. Raises Refusal `too_many_facts`."""
        if count > self._facts:
            raise Refusal("too_many_facts", limit=self.limits.facts)
        self._facts -= count

    def write(self, size: int) -> None:
        """Takes `size` bytes of cell text. Raises Refusal `too_much_text`."""
        if size > self.text:
            raise Refusal("too_much_text", limit=self.limits.text // MEBIBYTE)
        self.text -= size
