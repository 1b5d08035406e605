"""填表说明 as words: what the form is, for whom, by when, what each field means; made from the form and the notice."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from enforcer.domain.clause import Clause
from enforcer.domain.form import Column, Form, HeaderField
from enforcer.domain.notice import Notice, Obligation

INSTRUCTIONS_SHEET = "填表说明"
SEALED_MATERIAL = "material"

_CHOICES = "填：{choices}。"
_NO_CLAUSE = "—"
_FORMS = {"paper": "加盖公章的纸质件", "electronic": "电子版（本表格文件）"}

GENERAL = (
    "表头底色较深、字体加粗的是必填栏，不能空着，也不能填“无”。选填栏没有内容的填“无”或者空着；有下拉选项、日期或号码格式的，空着即可。",
    "数字、字母和日期用半角。日期写成2014-06-30的样子。身份证号、证号、电话、文号已设为文本格式，请直接输入，不要改成数字格式，否则会丢失末几位。",
    "不要增加、删除、移动或改名各栏，不要合并或拆分单元格。从别处复制时，用“选择性粘贴”只粘贴文本，以免冲掉格式和下拉选项。",
    "表头、公式和下拉选项加了保护，没有密码；填写、插入和删除整行、调整行高列宽、筛选都不受影响。确需改动的，在“审阅”里点“撤销工作表保护”。",
    "填错的内容当场会被拦住；漏填的格显示浅黄色，填错的格显示浅红色。填完后看“自检”表：显示“可以报送”再报，“还有几处”的先改好。",
    "一个文件只填一个单位、一个年度。填好后保存为.xlsx文件，不要加密，不要另存为图片、PDF或文字文档。",
)


class Guide(NamedTuple):
    """One line of the table: a field, whether it must be filled in, what it means, examples, the clause's number."""

    name: str
    required: str
    help: str
    right: str
    wrong: str
    clause: str


@dataclass(frozen=True, slots=True)
class Instructions:
    """The page, top to bottom: paragraphs by topic, the clauses' own words, what header lines and columns mean."""

    title: str
    topics: tuple[tuple[str, str], ...]
    quotes: tuple[tuple[str, str], ...]
    header: tuple[Guide, ...]
    columns: tuple[Guide, ...]


def instructions(form: Form, notice: Notice, year: int | None = None) -> Instructions:
    """The instructions for this form under this notice; due days are those of `year`, else of the notice's own year."""
    obligation = notice.obligation_of(form.annex)
    topics = [
        ("这是什么", f"《{form.name}》，{notice.number}《{notice.title}》附件{form.annex}。"),
        ("谁来报", _who(obligation)),
        ("什么时候报", due_sentence(obligation, notice, year or notice.year)),
        ("报给谁", f"报{'和'.join(obligation.recipients)}{'' if obligation.act == '报' else obligation.act}。"),
        ("报什么", _what(obligation, notice)),
        *(("本表要点" if number == 1 else "", f"{number}．{note}") for number, note in enumerate(form.notes, 1)),
        *(("通用要求" if number == 1 else "", f"{number}．{note}") for number, note in enumerate(GENERAL, 1)),
        *(("自检看不出的" if number == 1 else "", f"{number}．{one}") for number, one in enumerate(form.unseen, 1)),
    ]
    keys = dict.fromkeys(
        key
        for key in (
            form.clause,
            obligation.clause,
            *(field.clause for field in form.header),
            *(column.clause for column in form.columns),
            SEALED_MATERIAL,
        )
        if key in notice.clauses
    )
    return Instructions(
        title=f"《{form.name}》填表说明",
        topics=tuple(topics),
        header=tuple(_guide(field, field.label, field.clause, notice) for field in form.header),
        columns=tuple(_guide(column, column.header, _clause(column, form), notice) for column in form.columns),
        quotes=tuple(_quotes(notice.clauses[key] for key in keys)),
    )


def _quotes(clauses: Iterable[Clause]) -> Iterator[tuple[str, str]]:
    """The clauses' own words, those of one number together, in the order in which the numbers first come up."""
    by_number: dict[str, list[str]] = {}
    for clause in clauses:
        by_number.setdefault(clause.number, []).append(f"“{clause.quote}”" if clause.verbatim else clause.quote)
    for number, quotes in by_number.items():
        yield from zip([f"依据{number}", *[""] * len(quotes)], quotes, strict=False)


def due_sentence(obligation: Obligation, notice: Notice, year: int) -> str:
    """By when: the day of that year with its source, or that the notice names none."""
    due = obligation.due_in(year, notice.year)
    day = due.on(year) if year >= notice.year else None
    if day is None:
        return f"通知没有规定{year}年的报送日期，以{notice.office}当年的要求为准。"
    written = f"{day.year}年{day.month}月{day.day}日"
    source = f"本县约定的期限，{notice.office}另有要求的从其要求" if due.own else "通知规定的期限"
    return f"{written}前（含当天）。这是{source}。"


def _who(obligation: Obligation) -> str:
    who = "各行政执法单位"
    if obligation.exempt:
        who += f"（{'、'.join(obligation.exempt)}除外）"
    if obligation.needs_penalty_power:
        return f"有行政处罚权的{who}。没有行政处罚权的单位报零报告；受委托的组织由委托机关报送。"
    return f"{who}。"


def _what(obligation: Obligation, notice: Notice) -> str:
    what = f"{'和'.join(_FORMS[form] for form in obligation.forms)}都要报。"
    if obligation.forms_with_higher_standard != obligation.forms:
        fewer = "和".join(_FORMS[form] for form in obligation.forms_with_higher_standard)
        what += f"执行省、市裁量标准的，只报{fewer}。"
    sealed = notice.clauses.get(SEALED_MATERIAL)
    return f"{what}（{sealed.number}：{sealed.quote}）" if sealed else what


def _clause(column: Column, form: Form) -> str:
    """The clause that asks for this column; 序号 and what else the form adds of its own rest on none."""
    return column.clause if column.element or column.clause != form.clause else ""


def _guide(field: HeaderField | Column, name: str, clause: str, notice: Notice) -> Guide:
    said = field.help
    if field.choices:
        said += _CHOICES.format(choices="、".join(field.choices))
    found = notice.clauses.get(clause)
    return Guide(
        name,
        "必填" if field.required else "选填",
        said,
        field.right,
        field.wrong,
        found.number if found else _NO_CLAUSE,
    )
