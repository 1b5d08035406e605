"""What fills the template: every place in it, from the contents of the report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from enforcer.domain.sentence import Sentence
from enforcer.reports.docx.closing import making_section, next_section, points_section
from enforcer.reports.docx.discretion import discretion_section
from enforcer.reports.docx.facts import facts_attachment, facts_section
from enforcer.reports.docx.filing import filing_section, matrix_attachment
from enforcer.reports.docx.overlapping import overlaps_page, overlaps_section
from enforcer.reports.docx.people import people_section
from enforcer.reports.docx.quality import quality_section
from enforcer.reports.docx.record import Section, day_words, said
from enforcer.workbook.naming import title_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enforcer.domain.sentence import Translate
    from enforcer.reports.contents import Contents

_BLANK: Final = "\u3000"


def filling(contents: Contents, translate: Translate) -> dict[str, Any]:
    """The values by the names that the template uses; docs/report-template.md lists them."""
    year, day = contents.year, contents.day
    matrix = None if contents.is_empty else matrix_attachment(contents.matrix, day, 1, translate)
    facts = facts_attachment(contents.facts, 2, year, translate)
    points = contents.points
    return {
        **_head(contents, translate),
        "overall": Section(said(_overall(contents), translate)),
        "filing": filing_section(contents.matrix, year, translate, has_ledger=contents.making.head is not None),
        "quality": quality_section(contents.quality, translate),
        "discretion": discretion_section(contents.discretion, translate),
        "people": people_section(contents.people, year, translate),
        "overlaps": overlaps_section(contents.overlaps, translate),
        "facts": facts_section(contents.facts, translate),
        "next": next_section(contents.summary, year, translate),
        "points": points_section(points, translate) if points is not None else None,
        "making": making_section(contents.making, has_points=points is not None, translate=translate),
        "attachments": [one for one in (matrix, facts) if one is not None],
        "matrix": matrix,
        "facts_list": facts,
        "overlap_list": overlaps_page(contents.overlaps, translate),
    }


def _head(contents: Contents, translate: Translate) -> dict[str, Any]:
    """Issuer, title, addressee, day. What only the office can know is left blank."""
    issuer = "".join(title_names(contents.county, contents.office))
    values = {"issuer": issuer, "county": contents.county, "year": contents.year, "blank": _BLANK}
    notice = {"title": contents.notice.title, "number": contents.notice.number, "day": day_words(contents.day)}
    made = {
        "issuer": Sentence("{issuer}", values),
        "issuer_mark": Sentence("{issuer}文件", values),
        "number": Sentence("〔{year}〕{blank}{blank}号", values),
        "title": Sentence("{issuer}关于{year}年度行政执法规范化材料报送和审核情况的报告", values),
        "addressee": Sentence("{county}人民政府：", values),
        "closing": Sentence("特此报告。"),
        "date": day_words(contents.day),
        "printed": Sentence("{blank}{blank}年{blank}{blank}月{blank}{blank}日印发", values),
    }
    opening = Sentence(
        "根据《{title}》（{number}）要求，对各行政执法单位报送的材料进行了登记和审核。"
        "现将截至{day}的有关情况报告如下。",
        notice,
    )
    return {
        **{key: one.render(translate) for key, one in made.items()},
        "signatory": _BLANK * 4,
        "copies": "",
        "opening": [opening.render(translate)],
    }


def _overall(contents: Contents) -> Iterator[Sentence]:
    """The two sentences of the one page, and whom it concerns."""
    if contents.is_empty:
        yield Sentence("单位名录里没有本年度的行政执法单位，没有可以报告的内容。")
        return
    for one in contents.summary.sentences:
        yield one._replace(values={**one.values, "day": day_words(contents.day)})
    if contents.summary.most_met:
        return
    yield Sentence("没有发现需要改正的问题；未核的事项另列。")
