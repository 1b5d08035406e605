"""Prints: plainly into a pipe or a file, in colour and to the terminal's width on a terminal."""

import sys
from collections.abc import Iterable
from pathlib import Path

from enforcer.verdicts.lines import Line, plain

COLOURS = {
    "plain": "",
    "title": "bold",
    "error": "bold red",
    "warning": "yellow",
    "info": "cyan",
    "good": "bold green",
    "dim": "dim",
    "cell": "bold",
}


def show(lines: Iterable[Line]) -> None:
    """The lines on standard output, coloured only on a terminal."""
    if sys.stdout.isatty():
        _paint(lines)
    else:
        write(plain(lines))


def write(text: str) -> None:
    """The text on standard output, as it is."""
    sys.stdout.write(text)


def save(text: str, path: Path) -> None:
    """The text as a UTF-8 file, wholly or not at all; what stood there is replaced. Raises EnforcerError."""
    from enforcer.workbook.atomic import written_atomically  # noqa: PLC0415 - most runs print

    with written_atomically(path) as temporary:
        temporary.write_bytes(text.encode("utf-8"))


def _paint(lines: Iterable[Line]) -> None:
    from rich.console import Console  # noqa: PLC0415 - a pipe never pays for it
    from rich.padding import Padding  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False, markup=False, emoji=False)
    for one in lines:
        text = Text.assemble(*((span.text, COLOURS[span.style]) for span in one.spans), overflow="fold")
        console.print(Padding(text, (0, 0, 0, one.indent)))
