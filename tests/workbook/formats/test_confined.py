"""The child in which doubtful files are read: what it may take is taken from it, what it says is not obeyed."""

import pickle
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest

from enforcer.domain.sentence import Sentence
from enforcer.workbook.book import Merge, Sheet
from enforcer.workbook.causes import Refusal, Unreadable
from enforcer.workbook.formats import answer, confined
from enforcer.workbook.formats.contents import Contents
from enforcer.workbook.limits import MEBIBYTE, Budget, Limits
from enforcer.workbook.opening import Outcome

PAGE = b"<table><tr><td>a<td>b</table>"


def refused(content: bytes, limits: Limits) -> str:
    with pytest.raises(Refusal) as caught:
        confined.read(content, "html", Budget(limits))
    return caught.value.cause


def test_a_child_that_takes_too_long_is_stopped() -> None:
    assert refused(b"<table><tr><td>" + b"<!--" * 1_000_000, Limits(seconds=0.5)) == "timeout"


def test_a_child_that_asks_for_too_much_memory_is_refused() -> None:
    assert refused(b"<table><tr><td>" + b"<a b='" * 400_000, Limits(child_memory=80 * MEBIBYTE)) == "memory"


def test_a_child_that_says_too_much_is_not_listened_to() -> None:
    assert refused(PAGE, Limits(answer=10)) == "memory"


def test_a_child_that_cannot_start_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nonexistent/python")
    assert refused(PAGE, Limits()) == "crashed"


def test_a_child_that_breaks_down_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.path", [])
    assert refused(PAGE, Limits()) == "crashed"


def test_what_is_packed_comes_back_the_same() -> None:
    rows = [["张三", 1.5, True, None, date(2014, 6, 30)], [datetime(2014, 6, 30, 9), time(9), timedelta(1), 7, ""]]
    sheet = Sheet(
        "表", 2, "hidden", rows, 3, 4, (Merge(1, 2, 3, 4),), frozenset({5}), frozenset({6}), {(1, 2): "#REF!"},
        frozenset({(1, 2)}), frozenset({(3, 4)}), 7,
    )  # fmt: skip
    contents = Contents("xls", (sheet,), {"unit": "县安监局"}, (Sentence("文件带有宏。", {}),))
    assert answer.unpacked(answer.packed(contents)) == contents
    assert answer.unpacked(answer.packed_refusal("broken", {"line": 3})) == ("broken", {"line": 3})


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("obeyed",)


@pytest.mark.parametrize("words", [pickle.dumps(Evil()), b"", b"\x80\x05.", pickle.dumps(("read",)), pickle.dumps(7)])
def test_an_answer_that_is_none_is_not_obeyed(words: bytes, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - which one does not matter
        answer.unpacked(words)
    assert capsys.readouterr().out == ""


def test_no_panic_is_heard(
    opened: Callable[..., list[Outcome]], make_zip: Callable[..., bytes], capfd: pytest.CaptureFixture[str]
) -> None:
    """A part that the reader panics over in our own process: nothing reaches the terminal."""
    from enforcer.workbook.formats import calamine  # noqa: PLC0415

    class Panicking:
        def get_sheet_by_index(self, _: int) -> object:
            import os  # noqa: PLC0415

            os.write(2, b"thread '<unnamed>' panicked at src/lib.rs\n")
            raise PanicException

    class PanicException(BaseException):
        pass

    with pytest.raises(Refusal) as caught:
        calamine.grid(Panicking(), 0, Budget())
    assert caught.value.cause == "broken"
    assert capfd.readouterr().err == ""
    (outcome,) = opened(make_zip({"xl/workbook.bin": b"\x9c\x01"}), "表.xlsb")
    assert isinstance(outcome, Unreadable)
    assert capfd.readouterr().err == ""
