"""What the sheet 审核意见 says, in the order in which a clerk needs it."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import PurePath
from typing import Final, NamedTuple

from enforcer.domain.finding import Unexamined
from enforcer.domain.notice import Notice
from enforcer.domain.sentence import Sentence, Translate, words
from enforcer.domain.verdict import Examined
from enforcer.workbook.marking.addresses import cell_name
from enforcer.workbook.marking.front_sheet import Line
from enforcer.workbook.marking.points import Point, answerable, grade_of, source_of

_MOST_ROWS: Final = 1_000
_MOST_CELLS: Final = 5
_LONGEST: Final = 600
_CAUSES: Final = {"absent": "缺少材料", "unreadable": "读不准", "not_applicable": "不适用", "crashed": "规则出错"}


class Covering(NamedTuple):
    """What the front sheet says besides the findings: of what was examined, by when, whom to ask.

    `remarks` are about the copy itself; without `has_cells` there is no sheet that a link could lead to.
    """

    examined: Sequence[Examined]
    notice: Notice
    due_day: date | None
    office: str
    contact: str
    remarks: tuple[Sentence, ...]
    translate: Translate
    has_cells: bool = True


def front_lines(found: Sequence[Point], covering: Covering) -> list[Line]:
    """The lines of the sheet. Id numbers are masked."""
    return list(_lines(found, covering))


def _lines(found: Sequence[Point], covering: Covering) -> Iterator[Line]:
    t = covering.translate
    open_ones = [one for one in found if one.finding.counts]
    at_cells = [one for one in open_ones if one.address]
    loose = [one for one in open_ones if not one.address]
    explained = [one for one in found if not one.finding.counts]
    yield Line("title", (t("审核意见"),))
    yield from (Line("paragraph", (text,)) for text in _about(covering))
    yield Line("strong", (_count(open_ones, t),))
    yield from (Line("paragraph", (text,)) for text in _how(open_ones, covering))
    yield from (Line("paragraph", (one.render(t),)) for one in covering.remarks)
    number = 0
    for heading, group in ((t("表格里的问题"), at_cells), (t("关于整个文件或工作表的问题"), loose)):
        if not group:
            continue
        yield Line("heading", (heading,))
        yield Line("header", _header(t))
        for point in group[:_MOST_ROWS]:
            number += 1
            yield _row(number, point, covering)
        if len(group) > _MOST_ROWS:
            more = len(group) - _MOST_ROWS
            yield Line("paragraph", (t("另有{count}处没有列出，表内已经着色。").format(count=more),))
    if explained:
        yield Line("heading", (t("已经书面说明的（不用再改）"),))
        for point in explained[:_MOST_ROWS]:
            finding = point.finding
            text = t("{cell}：{message}（已说明：{answer}）").format(
                cell=words(finding.place.address),
                message=finding.message.render(t),
                answer=words(finding.explanation or ""),
            )
            yield Line("paragraph", (_short(text),))
    left = [one for part in covering.examined for one in part.unexamined]
    if left:
        yield Line("heading", (t("没有核对的（不等于通过）"),))
        yield from (Line("paragraph", (_short(_unexamined(one, t)),)) for one in left[:_MOST_ROWS])


def _header(t: Translate) -> tuple[str, ...]:
    return t("序号"), t("单元格"), t("问题"), t("应当"), t("改法"), t("依据"), t("级别")


def _row(number: int, point: Point, covering: Covering) -> Line:
    t, finding = covering.translate, point.finding
    clause = finding.clause
    quote = t("“{quote}”") if clause.verbatim else t("（要旨：{quote}）")
    source = source_of(finding, covering.notice, t) + quote.format(quote=t(clause.quote))
    address = point.address
    if point.sheet is None:
        cell, link = t("整个文件"), None
    elif address is None:
        cell, link = words(point.sheet), (point.sheet, 1, 1)
    else:
        cell, link = f"{words(point.sheet)}!{cell_name(*address)}", (point.sheet, *address)
    title = t("{title}（{code}）").format(title=t(finding.title), code=finding.code)
    texts = (
        str(number),
        cell,
        f"{title}\n{finding.message.render(t)}",
        finding.expected.render(t),
        finding.remedy.render(t),
        source,
    )
    return Line(
        "row", (*map(_short, texts), grade_of(finding, t)), link if covering.has_cells else None, finding.severity
    )


def _about(covering: Covering) -> Iterator[str]:
    t, examined = covering.translate, covering.examined
    first = examined[0]
    name = PurePath(first.reading.file.replace("\\", "/")).name
    yield t("单位：{unit}　年度：{year}　文件：{file}").format(
        unit=words(first.unit) or t("未写明"), year=first.year or t("未写明"), file=words(name)
    )
    forms = [one for one in examined if one.reading.form]
    if forms:
        names = [
            t("附件{annex}《{name}》").format(annex=one.reading.annex, name=t(one.reading.form.name))
            for one in forms
            if one.reading.form
        ]
        yield t("核对内容：{annexes}　判断法律和证件效力的日期：{day}").format(
            annexes=t("、").join(dict.fromkeys(names)), day=first.day.isoformat()
        )


def _count(found: Sequence[Point], t: Translate) -> str:
    counts = {grade: sum(one.finding.severity == grade for one in found) for grade in ("error", "warning", "info")}
    must, may, look = counts["error"], counts["warning"], counts["info"]
    if not found:
        return t("没有需要修改的地方。")
    parts = []
    if must:
        parts.append(t("必须改正的{count}处（红色，错误）").format(count=must))
    if may:
        parts.append(t("请改正或者说明的{count}处（黄色，提醒）").format(count=may))
    if look:
        parts.append(t("请看一看的{count}处（蓝色，提示）").format(count=look))
    return t("，").join(parts) + t("。")


def _how(found: Sequence[Point], covering: Covering) -> Iterator[str]:
    t = covering.translate
    if covering.has_cells and found:
        yield t(
            "请直接在本文件里改：点“单元格”一栏可以跳到该处，单元格上的批注写有问题和改法。"
            "改好后保存，把本文件重新报送；颜色、批注和本页不用删除，再次核对时会自动更新。"
        )
    if covering.has_cells and any(answerable(one.finding) and one.address for one in found):
        yield t("提醒和提示，属实不用改的，请在该行右边“说明”一栏写明原因；单元格没有再动，下次核对就不再提出。")
    if covering.due_day is not None:
        day = covering.due_day
        yield t("请于{year}年{month}月{day}日前重新报送。").format(year=day.year, month=day.month, day=day.day)
    asked = covering.office or covering.notice.office
    if covering.contact:
        yield t("有疑问请向{office}询问：{contact}").format(office=words(asked), contact=words(covering.contact))
    else:
        yield t("有疑问请向{office}询问。").format(office=words(asked))


def due_text(examined: Sequence[Examined], notice: Notice) -> tuple[Sentence, ...]:
    """When each annex was or is due by the notice."""
    said = []
    for one in examined:
        annex, year = one.reading.annex, one.year
        if annex is None or year is None:
            continue
        day = notice.obligation_of(annex).due_in(year, notice.year).on(year)
        if day is not None:
            values = {"annex": annex, "year": day.year, "month": day.month, "day": day.day}
            said.append(Sentence("附件{annex}的报送期限：{year}年{month}月{day}日。", values))
    return tuple({one.render(): one for one in said}.values())


def _unexamined(one: Unexamined, t: Translate) -> str:
    cells = [words(place.address) for place in one.places[:_MOST_CELLS]]
    where = t("、").join(cells)
    if len(one.places) > _MOST_CELLS:
        where = t("{cells}等{count}处").format(cells=where, count=len(one.places))
    text = t("{code} {cause}：{reason}").format(code=one.code, cause=t(_CAUSES[one.cause]), reason=one.reason.render(t))
    return t("{text}（{cells}）").format(text=text, cells=where) if where else text


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
