"""The template's text: what the office sees when it opens it in Word, with the places that a report fills in.

`{{ … }}` is filled in, `{%p … %}` repeats or leaves out whole paragraphs, `{%tr … %}` rows and `{%tc … %}` cells.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from enforcer.domain.sentence import Translate
from enforcer.reports.docx.layout import page
from enforcer.reports.docx.ooxml import paragraph, part, run, twips, w

_ROW_KEPT: Final = w("cantSplit")
_BLANK: Final = "\u3000"


class Column(NamedTuple):
    """A column of a table: its head, what fills its cells, its width in millimetres, the style of its cells."""

    head: str
    content: str
    width: float
    style: str = "TableText"


def document(translate: Translate) -> str:
    """document.xml of the template, its fixed words in the language of `translate`."""
    return part("document", w("body", *_head(translate), *_sections(translate), *_end(translate), _section()))


def _head(translate: Translate) -> list[str]:
    """版头, 标题, 主送机关, and what leads in."""
    signatory = run(translate("签发人：")), run("{{ signatory }}", "Signatory")
    return [
        _issuer(),
        paragraph("DocumentNumber", run("{{ number }}"), w("r", w("tab")), *signatory),
        paragraph("Title", "{{ title }}"),
        paragraph("Addressee", "{{ addressee }}"),
        *_each("line", "opening", paragraph("BodyText", "{{ line }}")),
    ]


def _sections(translate: Translate) -> list[str]:
    """The sections in their order, each with its table where it has one."""
    return [
        *_section_of("overall", translate("总体情况")),
        *_section_of("filing", translate("报送情况")),
        *_if("filing.rows", *_duties(translate)),
        *_parts("filing"),
        *_section_of("quality", translate("材料质量")),
        *_if("quality.rows", *_faults(translate)),
        *_parts("quality"),
        *_section_of("discretion", translate("裁量基准")),
        *_if("discretion.rows", *_discretion(translate)),
        *_parts("discretion"),
        *_section_of("people", translate("执法人员")),
        *_if("people.rows", *_people(translate)),
        *_parts("people"),
        *_section_of("overlaps", translate("疑似多头执法")),
        *_section_of("facts", translate("可供认定的事实清单")),
        *_parts("facts"),
        *_section_of("next", translate("下一步到期事项")),
        *_if("next.rows", *_next(translate)),
        *_parts("next"),
        *_if("points", *_section_of("points", translate("年度考核计分")), *_parts("points")),
        *_section_of("making", translate("说明")),
        *_parts("making"),
        # A signature never stands on a page without text.
        paragraph("BodyText", "{{ closing }}", properties=w("keepNext")),
    ]


def _end(translate: Translate) -> list[str]:
    """附件说明, 署名 and 成文日期, the attachments, 版记."""
    listed = _each(
        "one",
        "attachments",
        "{%p if loop.first %}",
        paragraph("AttachmentNote", translate("附件：") + "{{ one.number }}. {{ one.title }}"),
        "{%p else %}",
        paragraph("AttachmentNoteMore", "{{ one.number }}. {{ one.title }}"),
        "{%p endif %}",
    )
    signed = [paragraph("Signature", properties=_space_before(2)), paragraph("Signature", "{{ issuer }}")]
    return [
        *listed,
        *signed,
        paragraph("Signature", "{{ date }}"),
        *_attachment("matrix", translate, _matrix(translate)),
        *_attachment("facts_list", translate, _facts(translate)),
        *_imprint(translate),
        *_if("overlap_list", *_overlaps(translate)),
    ]


def _issuer() -> str:
    """The name of the issuing office in red, 35 mm below the head of the core."""
    spacing = w("spacing", before=page().issuer, line=240, lineRule="auto")
    return paragraph("Issuer", "{{ issuer_mark }}", properties=spacing)


def _space_before(lines: int) -> str:
    return w("spacing", beforeLines=lines * 100, before=0, line=1, lineRule="exact")


def _section_of(name: str, heading: str) -> list[str]:
    return [
        paragraph("Heading1", heading),
        *_each("line", f"{name}.paragraphs", paragraph("BodyText", "{{ line }}")),
    ]


def _parts(name: str) -> list[str]:
    """（一） headings with their paragraphs, 1. items and （1） details."""
    details = _each("detail", "item.details", paragraph("Heading4", "{{ detail }}"))
    items = _each("item", "part.items", paragraph("Heading3", "{{ item.text }}"), *details)
    lines = _each("line", "part.paragraphs", paragraph("BodyText", "{{ line }}"))
    return _each("part", f"{name}.parts", paragraph("Heading2", "{{ part.heading }}"), *lines, *items)


def _each(name: str, many: str, *inside: str) -> list[str]:
    """`inside` once for each of `many`."""
    return _between(f"{{%p for {name} in {many} %}}", inside, "{%p endfor %}")


def _if(condition: str, *inside: str) -> list[str]:
    return _between(f"{{%p if {condition} %}}", inside, "{%p endif %}")


def _between(opening: str, inside: Sequence[str], closing: str) -> list[str]:
    whole = (opening, *inside, closing)
    return [paragraph("BodyText", one) if one.startswith("{%p") else one for one in whole]


def _table(title: str, columns: Sequence[Column], rows: str, total: Sequence[str] = ()) -> list[str]:
    """A titled table whose head stands on every page and whose rows are never torn."""
    return [
        paragraph("TableTitle", title),
        w(
            "tbl",
            _table_properties(),
            w("tblGrid", *(w("gridCol", w=twips(one.width)) for one in columns)),
            w("tr", w("trPr", _ROW_KEPT, w("tblHeader")), *(_cell(one, one.head, head=True) for one in columns)),
            _marker(f"{{%tr for row in {rows} %}}", columns),
            w("tr", w("trPr", _ROW_KEPT), *(_cell(one, one.content) for one in columns)),
            _marker("{%tr endfor %}", columns),
            w("tr", w("trPr", _ROW_KEPT), *(_cell(*pair) for pair in zip(columns, total, strict=True)))
            if total
            else "",
        ),
    ]


def _table_properties(margins: str = "") -> str:
    return w(
        "tblPr",
        w("tblStyle", val="OfficialTable"),
        w("tblW", w=page().core, type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
        margins,
    )


def _marker(tag: str, columns: Sequence[Column]) -> str:
    """A row that only says where rows are repeated; it is gone from the report."""
    span = w("gridSpan", val=len(columns))
    properties = w("tcPr", w("tcW", w=page().core, type="dxa"), span)
    return w("tr", w("tc", properties, paragraph("TableText", tag)))


def _cell(column: Column, text: str, *, head: bool = False, upright: bool = False) -> str:
    small = column.style == "SmallWord"
    style = ("SmallHead" if small else "TableHead") if head else column.style
    properties = w(
        "tcPr",
        w("tcW", w=twips(column.width), type="dxa"),
        w("textDirection", val="btLr") if upright else "",
        w("vAlign", val="center"),
    )
    return w("tc", properties, paragraph(style, text))


def _duties(translate: Translate) -> list[str]:
    columns = (
        Column(translate("应报事项"), "{{ row.title }}", 46),
        Column(translate("期限"), "{{ row.due }}", 24, "TableWord"),
        Column(translate("应报"), "{{ row.owed }}", 11, "TableNumber"),
        Column(translate("按期"), "{{ row.on_time }}", 11, "TableNumber"),
        Column(translate("迟报"), "{{ row.late }}", 11, "TableNumber"),
        Column(translate("逾期"), "{{ row.overdue }}", 11, "TableNumber"),
        Column(translate("其他"), "{{ row.other }}", 30, "TableWord"),
        Column(translate("免报"), "{{ row.exempt }}", 12, "TableNumber"),
    )
    return _table(translate("表1　各应报事项完成情况（单位数）"), columns, "filing.rows")


def _faults(translate: Translate) -> list[str]:
    columns = (
        Column(translate("问题"), "{{ row.title }}", 44),
        Column(translate("代码"), "{{ row.code }}", 14, "TableWord"),
        Column(translate("级别"), "{{ row.grade }}", 14, "TableWord"),
        Column(translate("依据"), "{{ row.clause }}", 52),
        Column(translate("单位"), "{{ row.units }}", 16, "TableNumber"),
        Column(translate("处数"), "{{ row.count }}", 16, "TableNumber"),
    )
    return _table(translate("表2　常见问题"), columns, "quality.rows")


def _discretion(translate: Translate) -> list[str]:
    columns = (
        Column(translate("单位"), "{{ row.unit }}", 44),
        Column(translate("事项"), "{{ row.number }}", 20, "TableNumber"),
        Column(translate("阶次齐全"), "{{ row.complete }}", 24, "TableNumber"),
        Column(translate("守住下限"), "{{ row.kept }}", 34, "TableWord"),
        Column(translate("有问题事项"), "{{ row.faulty }}", 34, "TableNumber"),
    )
    return _table(translate("表3　裁量基准细化量化情况"), columns, "discretion.rows")


def _people(translate: Translate) -> list[str]:
    columns = (
        Column(translate("单位"), "{{ row.unit }}", 52),
        Column(translate("执法人员"), "{{ row.officers }}", 26, "TableNumber"),
        Column(translate("证件已到期"), "{{ row.lapsed }}", 26, "TableNumber"),
        Column(translate("一年内到期"), "{{ row.lapsing }}", 26, "TableNumber"),
        Column(translate("不足两人"), "{{ row.few }}", 26, "TableWord"),
    )
    return _table(translate("表4　执法人员情况"), columns, "people.rows")


def _next(translate: Translate) -> list[str]:
    columns = (
        Column(translate("期限"), "{{ row.due }}", 34, "TableWord"),
        Column(translate("应报事项"), "{{ row.title }}", 78),
        Column(translate("尚未报送"), "{{ row.missing }}", 44, "TableWord"),
    )
    return _table(translate("表5　下一步到期事项"), columns, "next.rows")


def _matrix(translate: Translate) -> list[str]:
    """单位 × 事项: as many columns as the notice has obligations, which only the report knows."""
    unit = Column(translate("单位"), "{{ row.unit }}", 20, "SmallWord")
    # The report has a column for each obligation and fits them in; the template shows the room that they share.
    cell = Column("{{ one }}", "{{ one }}", 136 / 3, "SmallWord")
    start, stop = (
        cell._replace(head=tag, content=tag) for tag in ("{%tc for one in matrix.heads %}", "{%tc endfor %}")
    )
    row = cell._replace(head="{%tc for one in row.cells %}", content="{%tc for one in row.cells %}")
    columns = (unit, start, cell, stop)
    narrow = w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa"))
    # Latin words are longer than a column is wide: they stand upright.
    upright = translate is not str
    height = w("trHeight", val=twips(28), hRule="atLeast") if upright else ""
    heads = (_cell(one, one.head, head=True, upright=upright) for one in columns[1:])
    head = (_cell(unit, unit.head, head=True), *heads)
    return [
        *_each("line", "matrix.paragraphs", paragraph("TableNote", "{{ line }}")),
        w(
            "tbl",
            _table_properties(narrow),
            w("tblGrid", *(w("gridCol", w=twips(one.width)) for one in columns)),
            w("tr", w("trPr", _ROW_KEPT, height, w("tblHeader")), *head),
            _marker("{%tr for row in matrix.rows %}", columns),
            w("tr", w("trPr", _ROW_KEPT), *(_cell(one, one.content) for one in (unit, row, cell, stop))),
            _marker("{%tr endfor %}", columns),
        ),
        *_each("line", "matrix.notes", paragraph("TableNote", "{{ line }}")),
    ]


def _facts(translate: Translate) -> list[str]:
    columns = (
        Column(translate("单位"), "{{ row.unit }}", 26),
        Column(translate("应报事项"), "{{ row.title }}", 25),
        Column(translate("期限"), "{{ row.due }}", 21, "TableWord"),
        Column(translate("收到"), "{{ row.received }}", 21, "TableWord"),
        Column(translate("超期天数"), "{{ row.days }}", 11, "TableNumber"),
        Column(translate("问题"), "{{ row.faults }}", 22, "TableWord"),
        Column(translate("是否导入平台"), "{{ row.platform }}", 14, "TableWord"),
        Column(translate("是否影响平台建设进程"), "", 16, "TableWord"),
    )
    return [
        *_each("line", "facts_list.paragraphs", paragraph("TableNote", "{{ line }}")),
        *_table("{{ facts_list.caption }}", columns, "facts_list.rows"),
        *_each("line", "facts_list.notes", paragraph("TableNote", "{{ line }}")),
    ]


def _overlaps(translate: Translate) -> list[str]:
    """What several units claim alike: a page of its own behind 版记, so that it is not sent with the rest."""
    columns = (
        Column(translate("疑似情形"), "{{ row.kind }}", 26),
        Column(translate("事项"), "{{ row.subject }}", 50),
        Column(translate("涉及单位及位置"), "{{ row.parties }}", 80),
    )
    return [
        paragraph("AttachmentMark", translate("内部附页（仅供法制机构核实，不随文印发）")),
        paragraph("AttachmentTitle", "{{ overlap_list.title }}"),
        *_each("line", "overlap_list.paragraphs", paragraph("TableNote", "{{ line }}")),
        *_table("{{ overlap_list.caption }}", columns, "overlap_list.rows"),
    ]


def _attachment(name: str, translate: Translate, inside: Sequence[str]) -> list[str]:
    return _if(
        name,
        paragraph("AttachmentMark", translate("附件{number}").replace("{number}", f"{{{{ {name}.number }}}}")),
        paragraph("AttachmentTitle", f"{{{{ {name}.title }}}}"),
        *inside,
    )


def _imprint(translate: Translate) -> list[str]:
    """版记 at the foot of the page: who else gets it, who printed it and when, for the office to fill in."""
    frame = w(
        "framePr", w=page().core, wrap="around", vAnchor="margin", hAnchor="margin", xAlign="center", yAlign="bottom"
    )
    printed = run(_BLANK + "{{ issuer }}"), w("r", w("tab")), run("{{ printed }}")
    return [
        paragraph("Imprint", _BLANK + translate("抄送：") + "{{ copies }}", properties=frame),
        paragraph("Imprint", *printed, properties=frame),
        paragraph("TableText"),
    ]


def _section() -> str:
    """The page: A4, the core of 156 by 225 mm, 22 lines of 28 characters, the number outside on each side."""
    said = page()
    return w(
        "sectPr",
        '<w:footerReference w:type="default" r:id="rIdOdd"/>',
        '<w:footerReference w:type="even" r:id="rIdEven"/>',
        w("pgSz", w=said.width, h=said.height),
        w(
            "pgMar",
            top=said.top,
            right=said.right,
            bottom=said.bottom,
            left=said.left,
            header=851,
            footer=said.footer,
            gutter=0,
        ),
        w("pgNumType", start=1),
        w("docGrid", type="lines", linePitch=said.pitch),
    )
