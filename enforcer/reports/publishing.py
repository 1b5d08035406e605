"""The report as files: reports/<year>/report-2014-12-31.html and, beside it, latest.html."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from enforcer.county.standing import standing
from enforcer.domain.errors import EnforcerError
from enforcer.locale import LANGUAGES, translator
from enforcer.reports.contents import contents
from enforcer.reports.docx.template import name_of
from enforcer.reports.earlier import earlier_in
from enforcer.reports.formats import formats, rendered
from enforcer.workbook.atomic import written_atomically

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from pathlib import Path

    from enforcer.county.ledger.store import Ledger
    from enforcer.county.standing import Standing
    from enforcer.county.workspace import Workspace
    from enforcer.reports.contents import Contents

_NAME: Final = re.compile(r"report-(?P<day>\d{4}-\d{2}-\d{2})(?:\.(?P<language>[a-z]{2}))?\.(?P<form>[a-z]+)")
_NATIVE: Final = "zh"


def publish(made: Contents, folder: Path, forms: Iterable[str], template: Path | None = None) -> tuple[Path, ...]:
    """Writes the report in these formats, and each as `latest` too unless one of a later day is there.

    Each file is written whole or not at all; all are rendered before the first is written. Equal contents give equal
    bytes. Raises EnforcerError where nothing can be written.
    """
    translate = translator(made.language)
    content = {form: rendered(made, form, translate, template) for form in forms}
    written = []
    for form, one in content.items():
        suffix = form if made.language == _NATIVE else f"{made.language}.{form}"
        path = folder / f"report-{made.day.isoformat()}.{suffix}"
        _write(path, one)
        written.append(path)
        if not _has_later(folder, made.day, form, made.language):
            _write(folder / f"latest.{suffix}", one)
    return tuple(written)


def report_on(known: Standing, folder: Path, language: str) -> Contents:
    """The contents, against the latest earlier report in the folder. Raises EnforcerError where there is no unit."""
    if not known.units:
        raise EnforcerError(
            "单位名录里没有{year}年度的单位，没有可以报告的。请在单位名录里填上单位，或用 --year 换一个年度。",
            year=known.year,
        )
    return contents(known, earlier_in(folder, known.day), language)


def own_template(workspace: Workspace, language: str) -> Path | None:
    """The office's own .docx template, where it keeps one in the workspace."""
    path = workspace.root / name_of(language)
    return path if path.is_file() else None


def rebuild(workspace: Workspace, ledger: Ledger, day: date) -> tuple[Path, ...]:
    """Makes the year's report anew as of `day`, in the formats and languages in which there is one; else nothing.

    Raises EnforcerError.
    """
    year = workspace.settings.year
    folder = workspace.reports / str(year)
    there = {(hit["language"] or _NATIVE, hit["form"]) for _, hit in _reports(folder) if hit["form"] in formats()}
    if not there:
        return ()
    known = standing(workspace, ledger, year, day)
    written: list[Path] = []
    for language in LANGUAGES:
        forms = [form for form in formats() if (language, form) in there]
        if forms:
            made = report_on(known, folder, language)
            written += publish(made, folder, forms, own_template(workspace, language))
    return tuple(written)


def _reports(folder: Path) -> list[tuple[Path, re.Match[str]]]:
    """The reports of the folder by their names."""
    paths = sorted(folder.glob("report-*")) if folder.is_dir() else []
    hits = ((path, _NAME.fullmatch(path.name)) for path in paths)
    return [(path, hit) for path, hit in hits if hit is not None]


def _has_later(folder: Path, day: date, form: str, language: str) -> bool:
    return any(
        hit["day"] > day.isoformat() and hit["form"] == form and (hit["language"] or _NATIVE) == language
        for _, hit in _reports(folder)
    )


def _write(path: Path, content: bytes) -> None:
    with written_atomically(path) as temporary:
        temporary.write_bytes(content)
