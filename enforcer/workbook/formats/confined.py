"""Reads a file in a process of its own that may neither take long nor take much memory."""

import os
import sys
from typing import Literal

from enforcer.domain.row import column_letters
from enforcer.workbook.causes import Refusal
from enforcer.workbook.formats.contents import Contents
from enforcer.workbook.limits import Budget

Format = Literal["ole2", "xlsb", "html"]

# SIGABRT here, a failed fast here on Windows: what Rust does when memory is refused to it.
_OUT_OF_MEMORY = frozenset({-6, 0xC0000409, 0xC0000017})
_OUT_OF_TIME = frozenset({-24})
_GRACE = 0.5


def read(content: bytes, form: Format, budget: Budget) -> Contents:
    """The contents of a workbook, read in a child of the same interpreter.

    Raises Refusal: what the reader in the child refuses, `timeout`, `memory`, `crashed`.
    """
    # Both are only paid for by files that need a child.
    import json  # noqa: PLC0415
    import subprocess  # noqa: PLC0415

    from enforcer.workbook.formats import answer  # noqa: PLC0415

    seconds = budget.seconds
    code = (
        f"import sys; sys.path[:] = {[one for one in sys.path if isinstance(one, str)]!r}; "
        "from enforcer.workbook.formats.child import main; main()"
    )
    limits = json.dumps({**budget.limits._asdict(), "seconds": seconds})
    try:
        done = subprocess.run(  # noqa: S603 - our own interpreter and code; the file comes through a pipe
            [sys.executable, "-I", "-c", code, form, limits],
            input=content,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
            env={**os.environ, "RUST_BACKTRACE": "0"},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise Refusal("timeout", seconds=round(budget.limits.seconds)) from None
    except OSError:
        raise Refusal("crashed") from None
    if done.returncode:
        if done.returncode in _OUT_OF_TIME:
            raise Refusal("timeout", seconds=round(budget.limits.seconds))
        raise Refusal("memory" if done.returncode in _OUT_OF_MEMORY else "crashed")
    try:
        answered = answer.unpacked(done.stdout)
    except ValueError:
        raise Refusal("crashed") from None
    if isinstance(answered, Contents):
        budget.write(len(done.stdout))
        for sheet in answered.sheets:
            width = len(sheet.rows[0]) if sheet.rows else 0
            corner = f"{column_letters(sheet.first_column + width - 1)}{sheet.first_row + len(sheet.rows) - 1}"
            budget.span(len(sheet.rows), width, corner)
        return answered
    cause, values = answered
    raise Refusal(cause, **values)
