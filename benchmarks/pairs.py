"""Whole processes timed in interleaved pairs; only ratios count, on whatever machine this is."""

import math
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

PYTHON = sys.executable


@dataclass(frozen=True, slots=True)
class Ratio:
    """Median seconds of both, the median of their ratios, and the ratio of their peak memories."""

    name: str
    goal: float
    seconds: float
    floor_seconds: float
    ratio: float
    memory: float

    def line(self) -> str:
        """One row of the table that `make bench` prints."""
        mark = "ok" if self.ratio <= self.goal else "over"
        memory = "" if math.isnan(self.memory) else f"  memory {self.memory:.2f}x"
        return (
            f"{self.name:<44} {self.seconds:>8.3f} s / {self.floor_seconds:>7.3f} s = {self.ratio:>6.2f}"
            f"  (goal {self.goal:g}, {mark}){memory}"
        )


def measured(name: str, command: Sequence[str], floor: Sequence[str], *, goal: float, rounds: int = 7) -> Ratio:
    """Runs both in turn, once unmeasured and then `rounds` times. A command that fails stops the benchmark."""
    _once(command)
    _once(floor)
    pairs = [(_once(command), _once(floor)) for _ in range(rounds)]
    return Ratio(
        name,
        goal,
        statistics.median(ours[0] for ours, _ in pairs),
        statistics.median(bare[0] for _, bare in pairs),
        statistics.median(ours[0] / bare[0] for ours, bare in pairs),
        statistics.median(ours[1] / bare[1] for ours, bare in pairs),
    )


def _once(command: Sequence[str]) -> tuple[float, float]:
    """Wall seconds and peak kilobytes of one run; exit code 1 (findings) is a run like another."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as process:
        if hasattr(os, "wait4"):
            import resource  # noqa: PLC0415 - not on Windows, which has no wait4 either

            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            # A child begins with its parent's size on its account: a smaller peak of its own cannot be told.
            own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
            peak = float(usage.ru_maxrss) if usage.ru_maxrss > own else math.nan
        else:
            process.wait()
            peak = math.nan
    seconds = time.perf_counter() - start
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return seconds, peak
