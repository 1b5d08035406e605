"""材料质量, 裁量基准, 执法人员 and 疑似多头执法 in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from enforcer.annexes.overlaps.remarks import cell_of
from enforcer.domain.sentence import Sentence
from enforcer.reports.wiki.page import Page, dash
from enforcer.reports.wording import CAUSES, KINDS, grades, some

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enforcer.domain.sentence import Translate
    from enforcer.reports.contents import Contents
    from enforcer.reports.sections.quality import Quality, RuleAtUnit

_PERCENT: Final = 100


def quality(page: Page, contents: Contents) -> None:
    """Rules, then units with the first five cells of each rule, then what was not examined."""
    t, made = page.translate, contents.quality
    if made.rules:
        _rules(page, made)
    else:
        page.paragraph(t("材料里没有发现问题。"))
    if made.unexamined:
        page.heading(3, t("未核事项"))
        page.items(
            Sentence(
                "{code} {title}（{cause}）：{units}，{count}处。{reason}",
                {
                    "code": one.code,
                    "title": one.title,
                    "cause": CAUSES[one.cause],
                    "units": some(one.units),
                    "count": one.places,
                    "reason": one.reason,
                },
            )
            for one in made.unexamined
        )


def _rules(page: Page, made: Quality) -> None:
    t = page.translate
    grade = grades(t)
    page.table(
        (
            t("代码"),
            t("问题名称"),
            t("级别"),
            t("依据"),
            t("未改"),
            t("已豁免"),
            t("已说明"),
            t("试行"),
            t("单位数"),
            t("要求"),
        ),
        "clccrrrrrl",
        (
            (
                one.code,
                one.title,
                grade[one.severity],
                one.clause.number,
                *(dash(count) for count in (one.open, one.waived, one.explained, one.trial, one.units)),
                one.asks.render(t),
            )
            for one in made.rules
        ),
    )
    page.heading(3, t("分单位情况"))
    page.table(
        (t("单位"), t("级别"), t("代码"), t("问题名称"), t("处数"), t("其中已豁免、已说明、试行"), t("位置")),
        "lcclrrl",
        (
            (
                one.unit.name,
                grade[one.severity],
                one.code,
                one.title,
                one.total,
                dash(one.set_aside),
                tuple(_places(one, t)),
            )
            for one in made.by_unit_and_rule
        ),
    )


def _places(one: RuleAtUnit, translate: Translate) -> Iterator[str]:
    """The first five cells, none where the fault is no cell's; how many there are is in the column before."""
    cells = [found.finding.place.address for found in one.first_cells if found.finding.place.cell]
    yield from cells
    if cells and len(one.findings) > len(one.first_cells):
        yield translate("等")


def discretion(page: Page, contents: Contents) -> None:
    """The units, and how far discretion was narrowed."""
    t, made = page.translate, contents.discretion
    units = [one for one in made.units if one.items]
    if not units:
        page.paragraph(t("还没有收到可以核对的行政处罚裁量基准。"))
        return
    page.table(
        (
            t("单位"),
            t("事项"),
            t("阶次齐全"),
            t("阶次不全"),
            t("未核"),
            t("执行省市标准"),
            t("守住下限"),
            t("低于下限"),
            t("有问题事项"),
        ),
        "lrrrrrrrr",
        (
            (
                one.unit.name,
                len(one.items),
                *(dash(count) for count in (one.complete, one.incomplete, one.unclear, one.cited)),
                Sentence("{kept}/{all}", {"kept": one.floors_kept, "all": one.floors}) if one.floors else dash(0),
                dash(one.floors_below),
                dash(len(one.faulty)),
            )
            for one in units
        ),
    )
    narrowing = made.narrowing
    if narrowing.share is not None:
        values = {"tiers": narrowing.tiers, "share": round(narrowing.share * _PERCENT)}
        page.paragraph(Sentence("能与法定幅度对照的{tiers}个阶次，平均保留法定幅度的{share}%。", values))


def people(page: Page, contents: Contents) -> None:
    """The units; no officer is named here."""
    t, made = page.translate, contents.people
    page.table(
        (t("单位"), t("执法人员"), t("证件已到期"), t("一年内到期"), t("说明")),
        "lrrrl",
        (
            (
                one.unit.name,
                len(one.officers) if one.known else "",
                dash(one.count("lapsed")) if one.known else "",
                dash(one.count("lapsing")) if one.known else "",
                one.exempt
                or (t("执法人员不足两人") if one.is_short else "" if one.known else t("没有可以核对的登记表")),
            )
            for one in made.units
        ),
    )


def overlaps(page: Page, contents: Contents) -> None:
    """What several units claim alike, marked as the office's own."""
    t, made = page.translate, contents.overlaps
    page.paragraph(t("仅供法制办研究，均为疑似，不是认定，不发给各单位。"))
    if not made.found:
        page.paragraph(t("没有发现。"))
        return
    page.table(
        (t("疑似编号"), t("类别"), t("事项"), t("单位"), t("该单位的写法"), t("位置")),
        "llllll",
        (
            (one.key, KINDS[one.kind], one.subject, party.unit, party.words, cell_of(party.place))
            for one in made.found
            for party in one.parties
        ),
    )
