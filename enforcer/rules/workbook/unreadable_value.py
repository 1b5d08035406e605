from collections.abc import Iterator
from typing import Final

from enforcer.annexes.choices import read_choice
from enforcer.annexes.columns import columns_of, typed_in
from enforcer.annexes.officer import says_applying
from enforcer.annexes.phones import is_phone
from enforcer.annexes.spans import read_span, read_validity
from enforcer.domain.clause import Clause
from enforcer.domain.form import Column, HeaderField, Kind
from enforcer.domain.reading import Reading
from enforcer.domain.row import text_of
from enforcer.domain.rule import Remark, rule
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import bare, is_blank, is_none_word
from enforcer.language.dates import find_date, read_date

_JUDGED: Final[frozenset[Kind]] = frozenset({"date", "month", "choice", "year", "phone"})
_END: Final = "valid_until"
_PLAUSIBLE_YEARS: Final = range(2000, 2100)


@rule(
    "W004",
    "unreadable-value",
    "填写的内容读不准",
    severity="warning",
    clause="annex",
    message={
        "date": "“{field}”填的“{value}”读不准是哪一天",
        "until": "“{field}”填的“{value}”没有写明到哪一天为止",
        "month": "“{field}”填的“{value}”读不准是哪年哪月",
        "choice": "“{field}”填的“{value}”不在可选的范围内",
        "year": "“{field}”填的“{value}”读不准是哪一年",
        "phone": "“{field}”填的“{value}”不像完整的电话号码",
    },
    expected={
        "date": "写明年月日，例如2014-06-30",
        "until": "写明证件有效期的最后一天，例如2015-12-31",
        "month": "写明年和月，例如2010-08",
        "choice": "从“{choices}”中选填一个",
        "year": "写四位数的年份，例如2014",
        "phone": "写区号和座机号，或者11位手机号",
    },
    remedy="请在{address}重新填写",
    silenced_by=("W005", "W006", "W008"),
)
def unreadable_value(reading: Reading, clause: Clause) -> Iterator[Remark]:
    """要求：日期、年月、选项、年度、电话填写得明明白白，读得准。检查时间、罚款标准另有规则核对。

    依据：附件对应的条款。
    错误示例：有效期至填“两年”；出生年月填“85.1”；性别填“不详”。
    正确示例：有效期至填“2015-12-31”；出生年月填“1985-01”；性别填“男”。
    """
    for column, values in columns_of(reading, _JUDGED):
        unread = {value for value in set(values) if not _answered(column, value, text_of(value))}
        if unread:
            for row, value in zip(reading.rows, values, strict=True):
                if value in unread and typed_in(row, column.key):
                    yield Remark(row.place(column.key), _words(column), value=row[column.key], case=_case(column))
    for field in reading.form.header if reading.form else ():
        line = reading.header.get(field.key)
        if line is not None and field.kind in _JUDGED and not _answered(field, line.value, line.text):
            yield Remark(line.place, _words(field), value=line.text, case=_case(field))


def _answered(field: Column | HeaderField, value: object, text: str) -> bool:
    """Whether what was typed can be read for sure, or nothing was, or 无."""
    return _readable(field, value, text) or is_blank(text) or is_none_word(text)


def _readable(field: Column | HeaderField, value: object, text: str) -> bool:
    match field.kind:
        case "choice":
            return read_choice(field.key, field.choices, text) is not None
        case "phone":
            return is_phone(text)
        case "year":
            span = read_span(bare(text).removesuffix("度"))
            return span is not None and span.first.year in _PLAUSIBLE_YEARS
        case "date" if isinstance(field, HeaderField):  # judged to the day: a month alone does not tell what is late
            return (read_date(value) or find_date(text)) is not None
        case "date" if field.key == _END:
            return read_validity(value) is not None or says_applying(text)
    return read_span(value) is not None


def _case(field: Column | HeaderField) -> str:
    return "until" if field.key == _END else field.kind


def _words(field: Column | HeaderField) -> dict[str, object]:
    header = field.header if isinstance(field, Column) else field.label
    return {"field": Sentence(header), "choices": field.choices}
