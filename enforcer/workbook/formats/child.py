"""The inside of the confined process: gives up its own rights to time and memory, then reads what it is sent."""

import json
import sys

from enforcer.workbook.causes import Refusal
from enforcer.workbook.formats import answer, opc
from enforcer.workbook.formats.contents import Contents
from enforcer.workbook.limits import Budget, Limits


def main() -> None:
    """Reads the file on standard input as the format named first, within the limits named second (JSON)."""
    limits = Limits(**json.loads(sys.argv[2]))
    confine(limits.child_memory, limits.seconds)
    try:
        written = answer.packed(_read(sys.stdin.buffer.read(), sys.argv[1], Budget(limits)))
        if len(written) > limits.answer:
            written = answer.packed_refusal("memory", {})
    except Refusal as refusal:
        written = answer.packed_refusal(refusal.cause, refusal.values)
    except (MemoryError, RecursionError):
        written = answer.packed_refusal("memory", {})
    sys.stdout.buffer.write(written)
    sys.stdout.buffer.flush()


def _read(content: bytes, form: str, budget: Budget) -> Contents:
    # Each format brings in its own reader only.
    if form == "ole2":
        from enforcer.workbook.formats import ole2  # noqa: PLC0415

        return ole2.read(content, budget)
    if form == "html":
        from enforcer.workbook.formats import html_table  # noqa: PLC0415

        return html_table.read(content.decode("utf-8", "replace"), budget)
    from enforcer.workbook.formats import xlsb  # noqa: PLC0415
    from enforcer.workbook.formats.package import Package  # noqa: PLC0415

    package = Package(content, budget)
    root = opc.relationships(package, "", budget)
    part = opc.workbook_part(package, root)
    if part is None:
        raise Refusal("broken")
    return xlsb.read(package, root, part.name, budget)


def confine(memory: int, seconds: float) -> None:
    """Bounds this process's memory (bytes) and time from now on, as far as the system lets it.

    macOS accepts a bound on memory and does not keep it; there the parent's clock is what stops a file.
    """
    if sys.platform == "win32":
        from enforcer.workbook.formats.windows_job import confine_memory  # noqa: PLC0415

        confine_memory(memory)
        return
    import resource  # noqa: PLC0415 - POSIX has it, Windows does not

    for kind, bound in (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, int(seconds) + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            _, hardest = resource.getrlimit(kind)
            lower = bound if hardest == resource.RLIM_INFINITY else min(bound, hardest)
            resource.setrlimit(kind, (lower, lower))
        except (ValueError, OSError):
            continue
