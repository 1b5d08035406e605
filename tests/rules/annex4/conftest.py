"""An officer as a unit would register one; ids are made by rule and belong to nobody alive."""

from collections.abc import Callable

import pytest

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_DIGITS = "10X98765432"


@pytest.fixture
def made_id() -> Callable[..., str]:
    """made_id(order="001") is a sound id number of somebody born in 1901; an odd order is a man's."""

    def made(order: str = "001", birth: str = "19010203", region: str = "370321") -> str:
        body = f"{region}{birth}{order}"
        total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, body, strict=True))
        return body + CHECK_DIGITS[total % 11]

    return made


@pytest.fixture
def officer(made_id: Callable[..., str]) -> Callable[..., dict[str, object]]:
    """officer(sex="女") is a complete row with that change; officer(2) is the second of several different people."""

    def row(which: int = 1, **changes: object) -> dict[str, object]:
        complete = {
            "number": which,
            "name": f"甲{which}",
            "sex": "男",
            "birth": "1901-02",
            "id_number": made_id(f"{2 * which - 1:03}"),
            "education": "本科",
            "body": "监察大队",
            "post": "科员",
            "staffing": "事业",
            "category": "安全生产",
            "credential": f"370300{which:04}",
            "issued": "2013-06-01",
            "valid_until": "2015-05-31",
            "joined": "2001-08",
            "phone": "0533-8210000",
        }
        return {**complete, **changes}

    return row


@pytest.fixture
def register(reading: Callable[..., object], dossier: Callable[..., object]) -> Callable[..., object]:
    """register(officer(1), officer(2), day=...) is the dossier of a unit with these officers in rows 5 and 6."""

    def made(*rows: dict[str, object], **more: object) -> object:
        return dossier(reading(4, rows), **more)

    return made
