"""The verdict as a clerk reads it: each file, what to mend and how, what was not examined, one last line."""

from collections.abc import Iterator

from enforcer.domain.finding import Finding, Unexamined
from enforcer.domain.row import Place
from enforcer.domain.rule import Severity
from enforcer.domain.sentence import Translate, words
from enforcer.domain.verdict import Examined, Verdict
from enforcer.verdicts.grouping import SHOWN_CELLS, Block, Fault, Options, blocks
from enforcer.verdicts.lines import Line, Style, line, plain, span
from enforcer.verdicts.owners import by_owner

GRADES: dict[Severity, tuple[str, str]] = {"error": ("×", "错误"), "warning": ("△", "提醒"), "info": ("○", "提示")}
RECOGNISED = {"mark": "按表内标记识别", "headers": "按表头识别", "given": "按--annex指定"}
DAYS = {
    "as-of": "--as-of指定",
    "receipt": "收到日期",
    "filed": "表内填报日期",
    "year-end": "该年最后一天",
    "today": "今天",
}
CAUSES = {"absent": "缺少材料", "unreadable": "读不准", "not_applicable": "不适用", "crashed": "规则出错"}
SHOWN_ASSUMPTIONS = 6


def render(verdict: Verdict, options: Options, translate: Translate) -> str:
    """The verdict as plain text."""
    return plain(lines_of(verdict, options, translate))


def lines_of(verdict: Verdict, options: Options, translate: Translate) -> Iterator[Line]:
    """The verdict line by line."""
    for (unit, year), group in by_owner(verdict.files).items():
        if len(group) < len(verdict.files):
            yield line(span(_owner(unit, year, translate), "title"))
            yield line()
        for examined in group:
            yield from _file(examined, verdict, options, translate)
            yield line()
    if verdict.findings:
        yield line(span(translate("跨文件"), "title"))
        yield from _findings(verdict.findings, verdict, options, translate)
        yield line()
    if verdict.unexamined:
        yield from _unexamined(verdict.unexamined, translate)
        yield line()
    yield from _observed(verdict, options, translate)
    yield summary(verdict, options, translate)


def _observed(verdict: Verdict, options: Options, translate: Translate) -> Iterator[Line]:
    """What was seen across units, apart from their own findings."""
    if not verdict.observed and not verdict.unobserved:
        return
    yield line(span(translate("━━ 各单位之间（疑似，仅供法制办研究，不计入各单位的问题）"), "title"))
    yield line()
    if verdict.observed:
        yield from _findings(verdict.observed, verdict, options, translate)
    if verdict.unobserved:
        yield from _unexamined(verdict.unobserved, translate)
    yield line()


def summary(verdict: Verdict, options: Options, translate: Translate) -> Line:
    """The last line; it never says passed while something is unexamined."""
    errors, warnings, infos = (verdict.count(severity) for severity in GRADES)
    unexamined = len(list(verdict.all_unexamined())) + len(verdict.unobserved)
    files = len({examined.reading.file for examined in verdict.files})
    parts = [translate("共{files}个文件").format(files=files)]
    style: Style = "good"
    if errors or warnings:
        parts.append(translate("{errors}处错误，{warnings}处提醒").format(errors=errors, warnings=warnings))
        style = "error" if errors or options.strict else "warning"
    elif unexamined or infos or verdict.observed or not any(one.reading.table for one in verdict.files):
        parts.append(translate("未发现问题"))
    else:
        parts.append(translate("全部通过"))
    if infos:
        parts.append(translate("{infos}处提示").format(infos=infos))
    if unexamined:
        parts.append(translate("{unexamined}项未核").format(unexamined=unexamined))
    if verdict.observed:
        parts.append(translate("各单位之间{observed}处疑似").format(observed=len(verdict.observed)))
    if verdict.crashed:
        parts.append(translate("有规则运行出错，本次结果不完整"))
        style = "error"
    return line(span(translate("，").join(parts) + translate("。"), style))


def _owner(unit: str | None, year: int | None, translate: Translate) -> str:
    if unit is None and year is None:
        return translate("━━ 没有写明单位和年度")
    known = {"unit": words(unit) or translate("未写明单位"), "year": year or translate("未写明年度")}
    return translate("━━ {unit}　{year}").format(**known)


def _file(examined: Examined, verdict: Verdict, options: Options, translate: Translate) -> Iterator[Line]:
    reading = examined.reading
    yield line(span(words(reading.file), "title"))
    if reading.skip is not None:
        yield line(translate("未读："), reading.skip.render(translate), indent=2)
        return
    if reading.form is not None and reading.recognised_by is not None:
        yield line(
            translate("附件{annex}《{name}》，表样{edition}，{how}").format(
                annex=reading.annex,
                name=translate(reading.form.name),
                edition=reading.form.edition,
                how=translate(RECOGNISED[reading.recognised_by]),
            ),
            indent=2,
        )
        yield line(
            translate("单位：{unit}　年度：{year}　基准日：{day}（{source}）　读入：{rows}行").format(
                unit=words(examined.unit) or translate("未写明"),
                year=examined.year or translate("未写明"),
                day=examined.day.isoformat(),
                source=translate(DAYS[examined.day_source]),
                rows=len(reading.rows),
            ),
            indent=2,
        )
        if reading.nil is not None:
            yield line(translate("零报告（{address}）").format(address=words(reading.nil.address)), indent=2)
    for remark in reading.remarks:
        yield line(translate("说明："), remark.render(translate), indent=2)
    yield from _assumptions(examined, translate)
    if examined.findings:
        yield line()
        yield from _findings(examined.findings, verdict, options, translate)
    if examined.unexamined:
        yield line()
        yield from _unexamined(examined.unexamined, translate)
    if reading.form is not None and not examined.findings and not examined.unexamined:
        yield line(span(translate("未发现问题"), "good"), indent=2)


def _assumptions(examined: Examined, translate: Translate) -> Iterator[Line]:
    assumptions = examined.reading.assumptions
    for assumption in assumptions[:SHOWN_ASSUMPTIONS]:
        yield line(span(translate("推定："), "dim"), span(assumption.sentence.render(translate), "dim"), indent=2)
    if len(assumptions) > SHOWN_ASSUMPTIONS:
        left = len(assumptions) - SHOWN_ASSUMPTIONS
        yield line(span(translate("推定：另有{left}项，用 enforcer show 查看").format(left=left), "dim"), indent=2)
    for skipped in (one for one in examined.reading.skipped_sheets if not one.own):
        text = translate("未读工作表“{sheet}”：{reason}")
        yield line(
            span(text.format(sheet=words(skipped.place.sheet), reason=skipped.reason.render(translate)), "dim"),
            indent=2,
        )


def _findings(
    findings: tuple[Finding, ...], verdict: Verdict, options: Options, translate: Translate
) -> Iterator[Line]:
    for block in blocks(findings, translate):
        yield from _block(block, verdict, options, translate)


def _block(block: Block, verdict: Verdict, options: Options, translate: Translate) -> Iterator[Line]:
    first = block.first
    sign, grade = GRADES[first.severity]
    yield line(
        span(f"{sign} {block.code} {translate(block.first.title)}", first.severity),
        translate("　{grade}，{count}处").format(grade=translate(grade), count=block.count),
        translate("（暂不计入）") if not any(one.counts for one in block.findings) else "",
        indent=2,
    )
    most = len(block.faults) if options.max_per_rule is None else options.max_per_rule
    expected: str | None = None
    for fault in block.faults[:most]:
        yield line(span(cells_of(fault, translate), "cell"), f"  {fault.message}", indent=4)
        yield from _typed(fault, translate)
        if (answer := fault.findings[0].explanation) is not None:
            yield line(translate("（已说明：{text}）").format(text=words(answer)), indent=6)
            continue
        if fault.expected != expected:
            yield line(span(translate("应当："), "dim"), fault.expected, indent=6)
            expected = fault.expected
        yield line(span(translate("改法："), "dim"), fault.remedy, indent=6)
    if len(block.faults) > most:
        left = sum(fault.count for fault in block.faults[most:])
        yield line(translate("另有{left}处同类问题未列出").format(left=left), indent=4)
    yield line(span(clause_of(first, verdict.notice, translate), "dim"), indent=4)


def _typed(fault: Fault, translate: Translate) -> Iterator[Line]:
    """What was typed there, where it was one thing and the sentence does not quote it already."""
    value = fault.findings[0].value
    if value and value not in fault.message and all(one.value == value for one in fault.findings):
        yield line(span(translate("所填："), "dim"), shortened(value), indent=6)


def shortened(text: str, most: int = 60) -> str:
    """The text, cut in its middle where it is long: both ends say most."""
    text = " ".join(text.split())
    return text if len(text) <= most else f"{text[: most - 21]}……{text[-20:]}"


def cells_of(fault: Fault, translate: Translate) -> str:
    """裁量基准!F12、F17、F22等30处."""
    return places_of([finding.place for finding in fault.findings], fault.count, translate)


def places_of(places: list[Place], count: int, translate: Translate) -> str:
    """The first addresses, the sheet's name once, and how many there are."""
    names: list[str] = []
    sheet: str | None = None
    for place in places[:SHOWN_CELLS]:
        same = place.sheet is not None and place.sheet == sheet and place.cell is not None
        names.append(words(place.cell if same else place.address))
        sheet = place.sheet
    text = translate("、").join(dict.fromkeys(names))
    return text if count <= len(names) else translate("{cells}等{count}处").format(cells=text, count=count)


def clause_of(finding: Finding, notice: str, translate: Translate) -> str:
    """依据：桓政办发〔2014〕36号 二（六）“…”."""
    clause = finding.clause
    number = translate(clause.number)
    source = number if clause.number.startswith("《") else f"{notice} {number}"
    quote = translate("“{quote}”") if clause.verbatim else translate("（要旨：{quote}）")
    return translate("依据：{source}{quote}").format(source=source, quote=quote.format(quote=translate(clause.quote)))


def _unexamined(unexamined: tuple[Unexamined, ...], translate: Translate) -> Iterator[Line]:
    """What was not judged; rules that pass the same thing over for the same reason share a line."""
    yield line(span(translate("未核{count}项（不等于通过）").format(count=len(unexamined)), "title"), indent=2)
    shared: dict[str, list[str]] = {}
    for one in unexamined:
        cells = places_of(list(one.places), len(one.places), translate)
        reason = f"{translate(CAUSES[one.cause])}{translate('：')}{one.reason.render(translate)}"
        shared.setdefault(f"{reason}（{cells}）" if cells else reason, []).append(one.code)
    for reason, codes in shared.items():
        yield line(f"{translate('、').join(codes)} {reason}", indent=4)
