"""Finds templates/annexN/form.toml, in the package first and beside it second, and reads it."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from enforcer.domain.errors import EnforcerError
from enforcer.domain.form import Column, Form, HeaderField

ANNEXES = (1, 2, 3, 4)

_PACKAGE = Path(__file__).resolve().parent.parent


def templates_folder() -> Path:
    """The folder with annex1 to annex4: inside an installed package, beside it in a checkout."""
    inside = _PACKAGE / "templates"
    return inside if inside.is_dir() else _PACKAGE.parent / "templates"


@cache
def load_form(annex: int) -> Form:
    """The form of annex 1 to 4. Raises EnforcerError where the file is missing or not well made."""
    path = templates_folder() / f"annex{annex}" / "form.toml"
    try:
        with path.open("rb") as file:
            return _form(tomllib.load(file))
    except OSError as error:
        raise EnforcerError(
            "找不到附件{annex}的表样文件：{path}。请重新安装本软件。", annex=annex, path=path
        ) from error
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise EnforcerError(
            "附件{annex}的表样文件{path}写法有误：{error}", annex=annex, path=path, error=error
        ) from error


def load_forms() -> tuple[Form, ...]:
    """All four forms, in the order of the annexes."""
    return tuple(load_form(annex) for annex in ANNEXES)


def _form(table: dict[str, Any]) -> Form:
    return Form(
        annex=table["annex"],
        edition=table["edition"],
        obligation=table["obligation"],
        clause=table["clause"],
        name=table["name"],
        title=table["title"],
        sheet=table["sheet"],
        header=tuple(_header_field(entry) for entry in table["header"]),
        columns=tuple(_column(entry, table["clause"]) for entry in table["column"]),
        titles=tuple(table["titles"]),
        rows=table["rows"],
        tiers=tuple(table.get("tiers", ())),
        notes=tuple(table.get("notes", ())),
        words=tuple(table.get("words", ())),
        foreign=tuple(table.get("foreign", ())),
        unseen=tuple(table.get("unseen", ())),
    )


def _header_field(entry: dict[str, Any]) -> HeaderField:
    return HeaderField(
        key=entry["key"],
        label=entry["label"],
        patterns=tuple(entry.get("patterns", ())),
        kind=entry.get("kind", "text"),
        required=entry.get("required", False),
        help=entry.get("help", ""),
        right=entry.get("right", ""),
        wrong=entry.get("wrong", ""),
        choices=tuple(entry.get("choices", ())),
        clause=entry.get("clause", ""),
    )


def _column(entry: dict[str, Any], clause: str) -> Column:
    return Column(
        key=entry["key"],
        header=entry["header"],
        patterns=tuple(entry.get("patterns", ())),
        kind=entry.get("kind", "text"),
        required=entry.get("required", False),
        element=entry.get("element", False),
        block=entry.get("block", False),
        choices=tuple(entry.get("choices", ())),
        width=entry["width"],
        help=entry.get("help", ""),
        right=entry.get("right", ""),
        wrong=entry.get("wrong", ""),
        clause=entry.get("clause", clause),
    )
