"""enforcer fines: the fines that a text sets, as read."""

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from enforcer.cli import screen
from enforcer.cli.wording import tr
from enforcer.domain.errors import EnforcerError
from enforcer.domain.sentence import number, words
from enforcer.verdicts.lines import Line, line, span

if TYPE_CHECKING:
    from enforcer.domain.fine import Fine, UnreadFine

HELP = "读出文字里的罚款幅度。写“-”就从标准输入逐行读，一行一条；读不准的如实说明，不猜。"
FORMATS = ("text", "json")
SCHEMA = "enforcer/fines/1"
STREAM = "-"


def run(
    texts: Annotated[list[str], typer.Argument(metavar=tr("文字..."), help=tr("法条或具体标准；“-”表示标准输入"))],
    form: Annotated[str, typer.Option("--format", metavar="|".join(FORMATS), help=tr("输出格式"))] = "text",
    bare: Annotated[bool, typer.Option("--bare", help=tr("文字就是罚款栏的内容，没有“罚款”二字也读"))] = False,
) -> int:
    """Reads each text; as JSON, standard input gives one array a line, texts named give one document."""
    from enforcer.language.fines import dumps, fine_to_json, read_fines  # noqa: PLC0415 - other commands' help is lean
    from enforcer.notices import load_notice  # noqa: PLC0415
    from enforcer.verdicts.as_json import tool  # noqa: PLC0415

    if form not in FORMATS:
        raise EnforcerError("没有“{form}”这种输出格式，可用：{formats}。", form=form, formats=FORMATS)
    if texts == [STREAM]:
        for text in _stream():
            found = read_fines(text, bare=bare)
            if form == "json":
                screen.write(dumps([fine_to_json(one) for one in found]) + "\n")
            else:
                screen.show(_lines(text, found))
        return 0
    read = [(text, read_fines(text, bare=bare)) for text in texts]
    if form == "json":
        clauses = [{"text": words(text), "fines": [fine_to_json(one) for one in found]} for text, found in read]
        document = {"schema": SCHEMA, "tool": tool(load_notice().number), "as_of": None, "clauses": clauses}
        screen.write(dumps(document) + "\n")
    else:
        for text, found in read:
            screen.show(_lines(text, found))
    return 0


def _stream() -> Iterator[str]:
    """The lines of standard input, as UTF-8; what is no UTF-8 is read as GB18030, which a Chinese Windows types."""
    for raw in sys.stdin.buffer:
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = raw.decode("gb18030", errors="replace")
        yield text.rstrip("\r\n")


def _lines(text: str, found: "list[Fine | UnreadFine]") -> Iterator[Line]:
    from enforcer.domain.fine import UnreadFine  # noqa: PLC0415 - as above

    yield line(span(words(text), "title"))
    for one in found:
        if isinstance(one, UnreadFine):
            yield line(span(tr("未读懂：“{text}”").format(text=words(one.text)), "warning"), indent=2)
        else:
            yield line(span(range_of(one), "good"), terms_of(one), indent=2)
    if not found:
        yield line(span(tr("没有罚款"), "dim"), indent=2)


def range_of(fine: "Fine") -> str:
    """20000元（含）至100000元（含）, the base before a multiple or percent, 每平方米 before a sum for each."""
    if fine.low is not None and fine.low == fine.high:
        text = tr("固定{value}{unit}").format(value=number(fine.low), unit=fine.unit)
    else:
        ends = []
        if fine.low is not None:
            end = tr("{value}{unit}（含）起") if fine.low_inclusive else tr("{value}{unit}（不含）起")
            ends.append(end.format(value=number(fine.low), unit=fine.unit))
        if fine.high is not None:
            end = tr("至{value}{unit}（含）") if fine.high_inclusive else tr("至{value}{unit}（不含）")
            ends.append(end.format(value=number(fine.high), unit=fine.unit))
        if fine.low is None:
            ends.insert(0, tr("只有最高限值，"))
        elif fine.high is None:
            ends.append(tr("，没有上限"))
        text = "".join(ends)
    if fine.base:
        text = tr("{base}的{text}").format(base=words(fine.base), text=text)
    if fine.per:
        text = tr("每{per}{text}").format(per=words(fine.per), text=text)
    return text


def terms_of(fine: "Fine") -> str:
    """The target, condition, cap and floor that a range stands with."""
    terms = [
        tr("对象：{text}").format(text=words(fine.target)) if fine.target else "",
        tr("条件：{text}").format(text=words(fine.condition)) if fine.condition else "",
        tr("最高不超过{value}元").format(value=number(fine.cap)) if fine.cap is not None else "",
        tr("最低不少于{value}元").format(value=number(fine.floor)) if fine.floor is not None else "",
        tr("与上一幅度任选其一") if fine.relation == "or" else "",
    ]
    return "".join(f"　{term}" for term in terms if term)
