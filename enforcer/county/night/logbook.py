"""The night's log: what was done when, in files that never grow without bound and hold no id number."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from enforcer.domain.masking import masked
from enforcer.verdicts.lines import harmless

_BYTES: Final = 1_000_000
_KEPT: Final = 5


class _Masked(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return masked(harmless(super().format(record)))


@contextmanager
def logbook(file: Path) -> Iterator[logging.Logger]:
    """A logger that writes to this file until the block ends; one that cannot be written is no reason to stop."""
    # One of its own: another library's settings for logging must not reach it.
    logger = logging.Logger("nightly")  # noqa: LOG001 - see above
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(file, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_Masked("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    try:
        yield logger
    finally:
        handler.close()
