"""Reads a notice file and laws.toml into a Notice."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from enforcer.domain.clause import Clause
from enforcer.domain.errors import EnforcerError
from enforcer.domain.notice import Article, Due, Notice, Obligation
from enforcer.notices.soundness import faults_of

_FOLDER = Path(__file__).resolve().parent
FIRST = "2014"
SHIPPED = tuple(sorted(path.stem for path in _FOLDER.glob("*.toml") if path.stem != "laws"))
"""The notices that come with the program, by key."""


@cache
def load_notice(source: str | Path = FIRST) -> Notice:
    """The notice of that key, shipped with the program, or of that file; with the laws that stand behind it.

    Raises EnforcerError where the file is missing or not well made.
    """
    path = _FOLDER / f"{source}.toml" if isinstance(source, str) else source
    try:
        with path.open("rb") as file:
            table = tomllib.load(file)
        with (_FOLDER / "laws.toml").open("rb") as file:
            laws = tomllib.load(file)
        notice = _notice(table, laws)
    except OSError as error:
        raise EnforcerError("找不到通知文件{path}。请检查文件名，或使用自带的通知。", path=path) from error
    except KeyError as error:
        raise EnforcerError("通知文件{path}写法有误：缺少{key}。", path=path, key=error.args[0]) from error
    except (AttributeError, TypeError, ValueError, RecursionError) as error:
        raise EnforcerError("通知文件{path}写法有误：{error}", path=path, error=repr(error)) from error
    for fault in faults_of(notice) if path.parent != _FOLDER else ():
        raise EnforcerError("通知文件{path}写法有误：{error}", path=path, error=fault)
    return notice


def _notice(table: dict[str, Any], laws: dict[str, Any]) -> Notice:
    clauses = {key: _clause(key, entry) for key, entry in table["clauses"].items()}
    obligations = {key: _obligation(key, entry) for key, entry in table["obligations"].items()}
    for obligation in obligations.values():
        if obligation.clause not in clauses:
            raise KeyError(obligation.clause)
    return Notice(
        key=table["key"],
        year=table["year"],
        number=table["number"],
        title=table["title"],
        county=table["county"],
        office=table["office"],
        issued=table["issued"],
        clauses=clauses,
        obligations=obligations,
        articles={key: tuple(_article(key, one) for one in versions) for key, versions in laws["laws"].items()},
    )


def _clause(key: str, entry: dict[str, Any]) -> Clause:
    return Clause(key, entry["number"], entry["quote"], entry.get("figures", {}), entry.get("verbatim", True))


def _article(key: str, entry: dict[str, Any]) -> Article:
    return Article(_clause(key, entry), entry["since"], entry.get("until"))


def _obligation(key: str, entry: dict[str, Any]) -> Obligation:
    due = _due(entry["due"])
    return Obligation(
        key=key,
        title=entry["title"],
        clause=entry["clause"],
        annex=entry.get("annex"),
        act=entry["act"],
        recipients=tuple(entry["recipients"]),
        forms=tuple(entry["forms"]),
        forms_with_higher_standard=tuple(entry.get("forms_with_higher_standard", entry["forms"])),
        exempt=tuple(entry.get("exempt", ())),
        needs_penalty_power=entry.get("needs_penalty_power", False),
        own_credentials_only=entry.get("own_credentials_only", False),
        feeds_platform=entry.get("feeds_platform", False),
        recurring=entry.get("recurring", False),
        due=due,
        later=_due(entry["later"]) if "later" in entry else due,
        file_names=tuple(entry.get("file_names", ())),
    )


def _due(entry: dict[str, Any]) -> Due:
    due = Due(entry["kind"], entry.get("month", 0), entry.get("day", 0), entry.get("own", False))
    if due.kind == "day":
        # Raises ValueError for a day that no calendar has.
        date(2015, due.month, due.day)
    return due
