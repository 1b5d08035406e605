"""Runs the program over a folder of files, each in a process of its own: python benchmarks/trial.py FOLDER.

Tabulates what each file came to, in what time and memory (parent and child together), worst first. Exits 1 if any run
crashed, complained on standard error, or took over ten seconds or over one gibibyte. With `--stair open` only the
opening of the files is tried, not the whole of `validate`.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

SECONDS, MEBIBYTES = 10.0, 1024
GIVEN_UP_AFTER = 60
MOST_SAID = 32 << 20
PEAK_UNIT = 1 << 20 if sys.platform == "darwin" else 1 << 10

# The run reports its own peak and its children's when it ends; one that is killed leaves no report.
WRAPPER = """
import atexit, sys
def report(path=sys.argv.pop(1)):
    import resource
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        # On Linux a process inherits the peak of the one it was forked from; this number it does not.
        with open("/proc/self/status", encoding="ascii", errors="replace") as status:
            own = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    except (OSError, StopIteration):
        pass
    with open(path, "w", encoding="ascii") as file:
        file.write(str(own + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))
if sys.platform != "win32":
    atexit.register(report)
"""
STAIRS = {
    "validate": "import runpy; runpy.run_module('enforcer', run_name='__main__', alter_sys=True)",
    "open": (
        "from enforcer.workbook.opening import open_books\n"
        "for outcome in open_books(sys.argv[-1]):\n"
        "    kind = type(outcome).__name__\n"
        "    print(getattr(outcome, 'cause', '') or getattr(outcome, 'kind', '') or kind,"
        " len(getattr(outcome, 'sheets', ())), sep='/')\n"
    ),
}


@dataclass(frozen=True, slots=True)
class Trial:
    """What one file came to. `fault` says what must not be, "" where nothing is wrong."""

    file: Path
    outcome: str
    seconds: float
    mebibytes: int
    fault: str

    def line(self) -> str:
        """One row of the table."""
        return f"{self.seconds:6.2f} s {self.mebibytes:5d} MiB  {self.fault:<24} {self.outcome:<34} {self.file.name}"


def tried(file: Path, stair: str) -> Trial:
    """Runs one file in a fresh process."""
    arguments = ["validate", "--format", "json", str(file)] if stair == "validate" else [str(file)]
    with tempfile.TemporaryDirectory() as folder:
        report, written = Path(folder, "peak"), Path(folder, "said")
        started = time.perf_counter()
        with written.open("wb") as output:
            try:
                done = subprocess.run(
                    [sys.executable, "-c", WRAPPER + STAIRS[stair], str(report), *arguments],
                    stdout=output,
                    stderr=subprocess.PIPE,
                    timeout=GIVEN_UP_AFTER,
                    check=False,
                    env={**os.environ, "PYTHONIOENCODING": "utf-8"},
                )
                code, complaint = done.returncode, done.stderr
            except subprocess.TimeoutExpired as expired:
                code, complaint = -9, expired.stderr or b""
        seconds = time.perf_counter() - started
        peak = int(report.read_text("ascii")) // PEAK_UNIT if report.exists() else 0
        with written.open("rb") as output:
            said = output.read(MOST_SAID + 1)
    complained = complaint.decode("utf-8", "replace").strip()
    return Trial(file, _outcome(said, stair), seconds, peak, _fault(code, complained, seconds, peak))


def _fault(code: int, complaint: str, seconds: float, peak: int) -> str:
    faults = []
    if code not in (0, 1):
        faults.append(f"exit {code}")
    if complaint:
        faults.append("traceback" if "Traceback" in complaint or "panicked" in complaint else "stderr")
    if seconds > SECONDS:
        faults.append("slow")
    if peak > MEBIBYTES:
        faults.append("memory")
    return ", ".join(faults)


def _outcome(said: bytes, stair: str) -> str:
    """What was found, in a few words: the annexes read, the codes of the findings, the reason for skipping."""
    if len(said) > MOST_SAID:
        return "a very long verdict"
    text = said.decode("utf-8", "replace")
    if stair == "open":
        return " ".join(text.split())[:34]
    try:
        files = json.loads(text)["files"]
    except (ValueError, KeyError):
        return "no verdict"
    words = []
    for one in files:
        codes = Counter(finding["code"] for finding in one["findings"])
        message = next((finding["message"] for finding in one["findings"] if finding["code"] == "W001"), "")
        read = f"annex {one['annex']}, {one['rows']} rows" if one["annex"] else one["skipped"] or ""
        words.append(
            " ".join((read, *(f"{code}x{count}" for code, count in sorted(codes.items())), message[:16])).strip()
        )
    return "; ".join(words[:3]) or "nothing"


def main() -> int:
    """Tries every file under the folder; returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--stair", choices=sorted(STAIRS), default="validate")
    given = parser.parse_args()
    files = sorted(path for path in given.folder.rglob("*") if path.is_file())
    trials = [tried(file, given.stair) for file in files]
    for trial in sorted(trials, key=lambda one: (not one.fault, -one.seconds, -one.mebibytes)):
        print(trial.line())
    faults = [trial for trial in trials if trial.fault]
    slowest = max((trial.seconds for trial in trials), default=0.0)
    largest = max((trial.mebibytes for trial in trials), default=0)
    print(f"{len(trials)} files, {len(faults)} at fault; slowest {slowest:.2f} s, largest {largest} MiB")
    return 1 if faults or not trials else 0


if __name__ == "__main__":
    sys.exit(main())
