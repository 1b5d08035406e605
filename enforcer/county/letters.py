"""What the office hands a unit on paper: 回执 and 退件通知, as text that any desk can open and print."""

import os
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Final, NamedTuple

from enforcer.domain.finding import Finding
from enforcer.domain.receipt import CopyForm, Receipt
from enforcer.domain.sentence import Sentence, Translate, words
from enforcer.domain.verdict import Verdict
from enforcer.verdicts.lines import harmless
from enforcer.workbook.atomic import written_atomically
from enforcer.workbook.marking.points import OFFICE_ONLY

FORM_NAMES: Final[dict[CopyForm, Sentence]] = {
    "paper": Sentence("加盖公章的纸质件"),
    "electronic": Sentence("电子版"),
}
_NEWLINE: Final = "\r\n"
_MOST_LISTED: Final = 200
_RULE: Final = "─" * 36


class Header(NamedTuple):
    """Who writes to whom about what: names as the roster and the notice have them."""

    office: str
    contact: str
    unit: str
    obligation: str
    year: int


def receipt_letter(
    header: Header,
    receipt: Receipt,
    verdict: Verdict | None,
    *,
    missing: Sequence[CopyForm],
    copies: Sequence[str],
    remarks: Iterable[Sentence],
    head: str,
    translate: Translate = str,
) -> str:
    """The 回执: number, time, SHA-256, verdict, what is still owed, and the ledger's head hash."""
    t = translate
    rows: list[tuple[Sentence, object]] = [
        (Sentence("回执编号"), receipt.number),
        (Sentence("报送单位"), header.unit),
        (Sentence("报送事项"), Sentence(header.obligation)),
        (Sentence("报送年度"), header.year),
        (Sentence("收到日期"), day_words(receipt.day)),
        (Sentence("登记时间"), moment(receipt.entered)),
    ]
    if receipt.stated is not None and receipt.stated != receipt.day:
        rows.append((Sentence("表内所填日期"), day_words(receipt.stated)))
    rows.append((Sentence("收到形式"), forms_words(receipt.forms)))
    if receipt.nil:
        rows.append((Sentence("报送内容"), Sentence("零报告")))
    if receipt.sha256:
        rows += [(Sentence("文件名"), receipt.name), (Sentence("文件SHA-256"), receipt.sha256)]
    rows.append((Sentence("核对结果"), verdict_words(verdict, receipt)))
    rows.append((Sentence("还缺"), forms_words(missing) if missing else Sentence("无")))
    if copies:
        rows.append((Sentence("退改件（已在原表上标出）"), copies))
    if receipt.by:
        rows.append((Sentence("经手人"), receipt.by))
    if receipt.note:
        rows.append((Sentence("备注"), receipt.note))
    lines = [Sentence("行政执法材料回执").render(t), _RULE]
    lines += [_row(label, value, t) for label, value in rows]
    lines += [Sentence("注：{remark}", {"remark": remark}).render(t) for remark in remarks]
    lines += [_RULE, Sentence("本回执只说明材料已经收到，不代表审核通过。").render(t)]
    lines += [*_signature(header, receipt.day, t), "", Sentence("台账校验值：{head}", {"head": head}).render(t)]
    return _NEWLINE.join(lines) + _NEWLINE


def return_letter(
    header: Header,
    receipt: Receipt,
    verdict: Verdict | None,
    *,
    day: date,
    until: date,
    why: str,
    copies: Sequence[str],
    translate: Translate = str,
) -> str:
    """The 退件通知: what goes back, why, what is to be mended, by when, and whom to ask."""
    t = translate
    open_ones = [one for one in verdict.all_findings() if _may_tell(one)] if verdict is not None else []
    lines = [Sentence("行政执法材料退件通知").render(t), _RULE, Sentence("{unit}：", {"unit": header.unit}).render(t)]
    values = {
        "day": day_words(receipt.day),
        "title": Sentence(header.obligation),
        "year": header.year,
        "number": receipt.number,
    }
    lines.append(Sentence("你单位{day}报送的“{title}”（{year}年度，回执编号{number}）退回修改。", values).render(t))
    lines.append(_row(Sentence("退回原因"), why, t))
    if open_ones:
        lines.append(Sentence("需要修改的地方：").render(t))
        lines += [_fault(number, one, t) for number, one in enumerate(open_ones[:_MOST_LISTED], 1)]
    if len(open_ones) > _MOST_LISTED:
        more = Sentence("另有{count}处没有列出，见退改件。", {"count": len(open_ones) - _MOST_LISTED})
        lines.append(more.render(t))
    if copies:
        text = Sentence("退改件（已在原表上标出）：{names}。请直接在退改件里改好，再报送。", {"names": copies})
        lines.append(text.render(t))
    lines.append(Sentence("请于{day}前（含当日）重新报送。", {"day": day_words(until)}).render(t))
    asked = {"office": header.office, "contact": header.contact}
    if header.contact:
        lines.append(Sentence("有疑问请向{office}询问：{contact}", asked).render(t))
    else:
        lines.append(Sentence("有疑问请向{office}询问。", asked).render(t))
    lines += [_RULE, *_signature(header, day, t)]
    return _NEWLINE.join(lines) + _NEWLINE


def written(text: str, path: Path) -> Path:
    """Writes a letter that a double click opens on any desk; returns its path.

    Another letter that stands there stays: this one gets (2) before its extension. Raises EnforcerError.
    """
    content = text.encode("utf-8-sig")
    target, again = path, 2
    while os.path.lexists(target) and not (target.is_file() and target.read_bytes() == content):
        target = path.with_name(f"{path.stem}({again}){path.suffix}")
        again += 1
    with written_atomically(target) as temporary:
        temporary.write_bytes(content)
    return target


def verdict_words(verdict: Verdict | None, receipt: Receipt) -> Sentence:
    """The verdict in one line: how many faults of each grade, and what was not examined."""
    if verdict is None:
        return Sentence("没有收到文件，不作核对") if not receipt.sha256 else Sentence("不是附件表格，由法制办人工审核")
    counts = {grade: verdict.count(grade) for grade in ("error", "warning", "info")}
    left = len({(one.code, one.reason.render()) for one in verdict.all_unexamined()})
    values = {**counts, "left": left}
    if not any(counts.values()):
        return Sentence("未发现问题，{left}项未核", values) if left else Sentence("未发现问题")
    if left:
        return Sentence("错误{error}处、提醒{warning}处、提示{info}处，{left}项未核", values)
    return Sentence("错误{error}处、提醒{warning}处、提示{info}处", values)


def forms_words(forms: Iterable[CopyForm]) -> Sentence:
    """电子版、加盖公章的纸质件."""
    return Sentence("{forms}", {"forms": [FORM_NAMES[form] for form in forms]})


def day_words(day: date) -> Sentence:
    """2014年6月28日."""
    return Sentence("{year}年{month}月{day}日", {"year": day.year, "month": day.month, "day": day.day})


def moment(when: datetime) -> str:
    """2014-06-28 10:32."""
    return when.strftime("%Y-%m-%d %H:%M")


def _row(label: Sentence, value: object, t: Translate) -> str:
    return harmless(label.render(t) + Sentence("：").render(t) + words(value, t))


def _signature(header: Header, day: date, t: Translate) -> list[str]:
    return [header.office, day_words(day).render(t)]


def _may_tell(finding: Finding) -> bool:
    """What speaks of another unit stays in the office."""
    return finding.counts and finding.code not in OFFICE_ONLY


def _fault(number: int, finding: Finding, t: Translate) -> str:
    values = {
        "number": number,
        "place": finding.place.address,
        "message": finding.message,
        "remedy": finding.remedy,
        "clause": Sentence(finding.clause.number),
    }
    return harmless(Sentence("{number}. {place}　{message}。{remedy}（{clause}）", values).render(t))
