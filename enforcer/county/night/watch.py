"""Which file is being looked at, written down beforehand: should the process die on it, the next night knows."""

from contextlib import suppress
from pathlib import Path


class Watch:
    """`suspect` is the path, below the inbox, of the file that an earlier night began to look at and did not end.

    Files are guarded before a parser sees them; this is for what gets through all the same. Such a file is looked at in
    a process of its own, so that it can end a night once, and not every night.
    """

    def __init__(self, file: Path) -> None:
        """Reads what an earlier night left in the file, if it left any."""
        self._file = file
        self.suspect = ""
        with suppress(OSError, UnicodeError):
            self.suspect = file.read_text(encoding="utf-8")

    def begin(self, path: str) -> None:
        """Looking at that file begins. Where it cannot be written down, looking is as good as without."""
        with suppress(OSError, UnicodeError):
            self._file.write_text(path, encoding="utf-8")

    def end(self) -> None:
        """All that was begun has ended."""
        with suppress(OSError):
            self._file.unlink(missing_ok=True)
