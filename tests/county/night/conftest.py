"""Nights over the workspace: files are put into its inbox, days go by."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import jsonschema
import pytest

from enforcer.county.ledger.journal import Journal, journal
from enforcer.county.ledger.store import Ledger
from enforcer.county.night.outcome import Outcome
from enforcer.county.night.page import page_lines
from enforcer.county.workspace import Workspace
from enforcer.nightly import Asked, foreseen, nightly
from enforcer.schemas import load_schema
from enforcer.verdicts.lines import plain

SHANGHAI = ZoneInfo("Asia/Shanghai")


def asked(day: str, **more: object) -> Asked:
    """A night of that day, run at half past two in the afternoon of it."""
    when = date.fromisoformat(day)
    return Asked(when, more.pop("now", datetime.combine(when, time(14, 30), SHANGHAI)), **more)


@pytest.fixture
def night(workspace) -> Callable[..., Outcome]:
    """night("2014-07-16"): the outcome of one night. What the workspace read of its files is read anew."""
    workspace.inbox.mkdir()

    def run(day: str, progress: Callable[[int, int], None] = lambda done, total: None, **more: object) -> Outcome:
        return nightly(Workspace(workspace.root), asked(day, **more), progress)

    return run


@pytest.fixture
def dry_run(workspace) -> Callable[[str], Outcome]:
    return lambda day: foreseen(Workspace(workspace.root), asked(day))


@pytest.fixture
def put(workspace) -> Callable[..., Path]:
    """put(path, "县安监局/2014-06-25"): a copy in that folder of the inbox, under `name` if one is given."""

    def copied(path: Path, folder: str, name: str = "") -> Path:
        target = workspace.inbox / folder / (name or path.name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
        return target

    return copied


@pytest.fixture
def facts(workspace) -> Iterator[Callable[..., Journal]]:
    """facts(): what is on record; facts("2014-07-01"): what was so by that day."""
    opened = []

    def read(day: str = "9999-12-31") -> Journal:
        ledger = Ledger.open(workspace.ledger_file)
        opened.append(ledger)
        return journal(ledger, date.fromisoformat(day))

    yield read
    for ledger in opened:
        ledger.close()


@pytest.fixture
def summary(workspace) -> Callable[[str], dict[str, object]]:
    """summary("2014-07-16"): that night's, which fits its schema."""

    def read(day: str) -> dict[str, object]:
        document = json.loads((workspace.nights / f"{day}.json").read_text(encoding="utf-8"))
        jsonschema.validate(document, load_schema("enforcer/nightly/1"))
        return document

    return read


@pytest.fixture
def page() -> Callable[[Outcome], str]:
    """page(outcome): what cron mails."""
    return lambda outcome: plain(page_lines(outcome, str))


@pytest.fixture
def tree(workspace) -> Callable[[], dict[str, bytes]]:
    """tree(): every file of the workspace with its bytes."""

    def files() -> Iterator[tuple[str, bytes]]:
        for path in sorted(workspace.root.rglob("*")):
            if path.is_file():
                yield path.relative_to(workspace.root).as_posix(), path.read_bytes()

    return lambda: dict(files())
