"""The night's log: what was done when, in files that never grow without bound and hold no id number."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from enforcer.domain.errors import EnforcerError
from enforcer.domain.masking import masked
from enforcer.verdicts.lines import harmless

_BYTES: Final = 1_000_000
_KEPT: Final = 5


class _Masked(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return masked(harmless(super().format(record)))


class _Patient(RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the library's name
        """A full disk or a missing permission costs the line, and prints nothing."""


@contextmanager
def logbook(file: Path) -> Iterator[logging.Logger]:
    """A logger that writes to this file until the block ends; one that cannot be written is no reason to stop.

    The file is opened with the first line: a run with nothing to say leaves it as it is. What the block raises is
    logged, and goes on.
    """
    # One of its own: another library's settings for logging must not reach it.
    logger = logging.Logger("nightly")  # noqa: LOG001 - see above
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = _Patient(file, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_Masked("%(asctime)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    try:
        yield logger
    except EnforcerError as error:
        logger.error("%s", error)  # noqa: TRY400 - the operator's to mend: the sentence says how
        raise
    except Exception:
        logger.exception("the night broke off")
        raise
    finally:
        handler.close()
