"""The template's tables: heads that stand on every page, rows that are never torn, places that a report fills in."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from enforcer.domain.sentence import Translate
from enforcer.reports.docx.layout import page
from enforcer.reports.docx.ooxml import paragraph, twips, w
from enforcer.reports.docx.repeating import each

_ROW_KEPT: Final = w("cantSplit")


class Column(NamedTuple):
    """A column of a table: its head, what fills its cells, its width in millimetres, the style of its cells."""

    head: str
    content: str
    width: float
    style: str = "TableText"


def duties_table(translate: Translate) -> list[str]:
    """表1: each obligation, how many units owe it and how they stand."""
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


def faults_table(translate: Translate) -> list[str]:
    """表2: the rules that found most in the material, with their clause."""
    columns = (
        Column(translate("问题"), "{{ row.title }}", 44),
        Column(translate("代码"), "{{ row.code }}", 14, "TableWord"),
        Column(translate("级别"), "{{ row.grade }}", 14, "TableWord"),
        Column(translate("依据"), "{{ row.clause }}", 52),
        Column(translate("单位"), "{{ row.units }}", 16, "TableNumber"),
        Column(translate("处数"), "{{ row.count }}", 16, "TableNumber"),
    )
    return _table(translate("表2　常见问题"), columns, "quality.rows")


def discretion_table(translate: Translate) -> list[str]:
    """表3: each unit that filed a benchmark."""
    columns = (
        Column(translate("单位"), "{{ row.unit }}", 44),
        Column(translate("事项"), "{{ row.number }}", 20, "TableNumber"),
        Column(translate("阶次齐全"), "{{ row.complete }}", 24, "TableNumber"),
        Column(translate("守住下限"), "{{ row.kept }}", 34, "TableWord"),
        Column(translate("有问题事项"), "{{ row.faulty }}", 34, "TableNumber"),
    )
    return _table(translate("表3　裁量基准细化量化情况"), columns, "discretion.rows")


def people_table(translate: Translate) -> list[str]:
    """表4: each unit whose register is known."""
    columns = (
        Column(translate("单位"), "{{ row.unit }}", 52),
        Column(translate("执法人员"), "{{ row.officers }}", 26, "TableNumber"),
        Column(translate("证件已到期"), "{{ row.lapsed }}", 26, "TableNumber"),
        Column(translate("一年内到期"), "{{ row.lapsing }}", 26, "TableNumber"),
        Column(translate("不足两人"), "{{ row.few }}", 26, "TableWord"),
    )
    return _table(translate("表4　执法人员情况"), columns, "people.rows")


def next_table(translate: Translate) -> list[str]:
    """表5: what falls due next, and who still owes it."""
    columns = (
        Column(translate("期限"), "{{ row.due }}", 34, "TableWord"),
        Column(translate("应报事项"), "{{ row.title }}", 78),
        Column(translate("尚未报送"), "{{ row.missing }}", 44, "TableWord"),
    )
    return _table(translate("表5　下一步到期事项"), columns, "next.rows")


def matrix_pages(translate: Translate) -> list[str]:
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
        *each("line", "matrix.paragraphs", paragraph("TableNote", "{{ line }}")),
        w(
            "tbl",
            _table_properties(narrow),
            w("tblGrid", *(w("gridCol", w=twips(one.width)) for one in columns)),
            w("tr", w("trPr", _ROW_KEPT, height, w("tblHeader")), *head),
            _marker("{%tr for row in matrix.rows %}", columns),
            w("tr", w("trPr", _ROW_KEPT), *(_cell(one, one.content) for one in (unit, row, cell, stop))),
            _marker("{%tr endfor %}", columns),
        ),
        *each("line", "matrix.notes", paragraph("TableNote", "{{ line }}")),
    ]


def facts_pages(translate: Translate) -> list[str]:
    """附件2: the facts; 是否影响平台建设进程 has no place to fill in: it stays empty for the office."""
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
        *each("line", "facts_list.paragraphs", paragraph("TableNote", "{{ line }}")),
        *_table("{{ facts_list.caption }}", columns, "facts_list.rows"),
        *each("line", "facts_list.notes", paragraph("TableNote", "{{ line }}")),
    ]


def overlaps_pages(translate: Translate) -> list[str]:
    """What several units claim alike: a page of its own behind 版记, so that it is not sent with the rest."""
    columns = (
        Column(translate("疑似情形"), "{{ row.kind }}", 26),
        Column(translate("事项"), "{{ row.subject }}", 50),
        Column(translate("涉及单位及位置"), "{{ row.parties }}", 80),
    )
    return [
        paragraph("AttachmentMark", translate("内部附页（仅供法制机构核实，不随文印发）")),
        paragraph("AttachmentTitle", "{{ overlap_list.title }}"),
        *each("line", "overlap_list.paragraphs", paragraph("TableNote", "{{ line }}")),
        *_table("{{ overlap_list.caption }}", columns, "overlap_list.rows"),
    ]


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
