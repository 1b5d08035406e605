"""What the confined child hands back: plain values in, plain values out, nothing that could run."""

import pickle
from io import BytesIO
from typing import Any

from enforcer.domain.sentence import Sentence
from enforcer.workbook.book import Merge, Sheet
from enforcer.workbook.formats.contents import Contents

_MERGES = 6
_SAFE = frozenset({"date", "datetime", "time", "timedelta"})


class _Unpickler(pickle.Unpickler):
    """Knows days and times and nothing else that has a name."""

    def find_class(self, module: str, name: str) -> Any:
        """The day or time class asked for. Raises UnpicklingError for anything else."""
        if module == "datetime" and name in _SAFE:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(name)


def packed(contents: Contents) -> bytes:
    """The contents of a workbook as bytes."""
    sheets = [
        (
            sheet.name,
            sheet.index,
            sheet.visibility,
            sheet.rows,
            sheet.first_row,
            sheet.first_column,
            [tuple(merge) for merge in sheet.merges],
            sheet.hidden_rows,
            sheet.hidden_columns,
            sheet.errors,
            sheet.formulas,
            sheet.uncalculated,
            sheet.validations,
        )
        for sheet in contents.sheets
    ]
    notes = [(one.template, dict(one.values)) for one in contents.notes]
    return pickle.dumps(("read", contents.kind, sheets, contents.properties, notes), protocol=5)


def packed_refusal(cause: str, values: dict[str, str | int]) -> bytes:
    """A refusal as bytes."""
    return pickle.dumps(("refused", cause, values), protocol=5)


def unpacked(answer: bytes) -> Contents | tuple[str, dict[str, str | int]]:
    """The contents, or a refusal's cause and values. Raises ValueError for bytes that are neither."""
    try:
        match _Unpickler(BytesIO(answer)).load():
            case ("read", kind, sheets, properties, notes):
                return Contents(
                    kind,
                    tuple(map(_sheet, sheets)),
                    properties,
                    tuple(Sentence(template, values) for template, values in notes),
                )
            case ("refused", str(cause), dict(values)):
                return cause, values
    except (pickle.UnpicklingError, EOFError, TypeError, AttributeError, IndexError) as trouble:
        raise ValueError from trouble
    raise ValueError


def _sheet(fields: tuple[Any, ...]) -> Sheet:
    merges = tuple(Merge(*merge) for merge in fields[_MERGES])
    return Sheet(*fields[:_MERGES], merges, *fields[_MERGES + 1 :])  # type: ignore[call-arg]  # as `packed` wrote them
