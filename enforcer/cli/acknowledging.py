"""A receipt as it is printed: number, whose and what, when, the file and its hash, the verdict, what is still owed."""

from collections.abc import Iterator
from pathlib import Path

from enforcer.county.intake.desk import Receipted
from enforcer.county.intake.looked import Part
from enforcer.county.intake.taking_in import Taken
from enforcer.county.letters import forms_words, moment, verdict_words
from enforcer.county.workspace import Workspace
from enforcer.domain.sentence import Sentence, Translate
from enforcer.domain.verdict import Verdict
from enforcer.verdicts.lines import Line, Style, line, span

_MOST_SHOWN = 20


def lines_of(taken: Taken, workspace: Workspace, translate: Translate) -> Iterator[Line]:
    """What came of one file: each receipt, then what was refused or left alone and why."""
    for one in taken.receipts:
        yield from _receipt(one, workspace, translate)
    if taken.skip is not None:
        yield line(_named(taken.name, Sentence("已跳过：{why}", {"why": taken.skip}), translate))
    for why in taken.refusals:
        yield line(span(_named(taken.name, Sentence("没有收下：{why}", {"why": why}), translate), "error"))


def lines_across(part: Part, verdict: Verdict | None, translate: Translate) -> Iterator[Line]:
    """What the unit's annexes show together, where anything: fault by fault, with the file and cell."""
    found = [one for one in verdict.findings if one.counts] if verdict is not None else []
    if not found:
        return
    t = translate
    title = t("{unit}　{year}年度各附件对照：{count}处").format(unit=part.unit.name, year=part.year, count=len(found))
    yield line(span(title, "title"))
    for one in found[:_MOST_SHOWN]:
        values = {"code": one.code, "file": one.place.file, "cell": one.place.address, "message": one.message}
        yield line(Sentence("{code}　{file}　{cell}　{message}", values).render(t), indent=2)
    if len(found) > _MOST_SHOWN:
        yield line(t("另有{count}处，用 enforcer status --unit 查看").format(count=len(found) - _MOST_SHOWN), indent=2)


def _receipt(one: Receipted, workspace: Workspace, t: Translate) -> Iterator[Line]:
    receipt, part = one.receipt, one.part
    yield line(span(t("回执 {number}").format(number=receipt.number), "title"))
    about = Sentence(
        "{unit}　{title}　{year}年度",
        {"unit": part.unit.name, "title": Sentence(part.obligation.title), "year": part.year},
    )
    yield line(about.render(t), indent=2)
    rows = [(t("收到"), receipt.day.isoformat()), (t("登记"), moment(receipt.entered))]
    rows.append((t("形式"), forms_words(receipt.forms).render(t)))
    if receipt.nil:
        rows.append((t("内容"), t("零报告")))
    if receipt.sha256:
        rows += [(t("文件名"), receipt.name), ("SHA-256", receipt.sha256)]
    for label, value in rows:
        yield line(_row(label, value, t), indent=2)
    yield line(_row(t("核对"), "", t), span(verdict_words(one.verdict, receipt).render(t), _style(one)), indent=2)
    if one.missing:
        yield line(_row(t("还缺"), "", t), span(forms_words(one.missing).render(t), "warning"), indent=2)
    for remark in one.remarks:
        yield line(remark.render(t), indent=2)
    if one.letter is not None:
        yield line(_row(t("回执文件"), _below(one.letter, workspace), t), indent=2)
    for path in one.copies:
        yield line(_row(t("退改件"), _below(path, workspace), t), indent=2)
    for trouble in one.troubles:
        yield line(span(trouble.render(t), "error"), indent=2)
    yield line(_row(t("台账校验值"), one.head, t), indent=2)


def _row(label: str, value: str, t: Translate) -> str:
    return f"{label}{t('：')}{value}"


def _named(name: str, said: Sentence, t: Translate) -> str:
    return Sentence("{name}　{said}", {"name": name, "said": said}).render(t) if name else said.render(t)


def _below(path: Path, workspace: Workspace) -> str:
    """The path as seen from the workspace."""
    return path.relative_to(workspace.root).as_posix() if path.is_relative_to(workspace.root) else str(path)


def _style(one: Receipted) -> Style:
    if one.verdict is None:
        return "plain"
    return "error" if one.verdict.count("error") else "warning" if one.verdict.count("warning") else "good"
