from collections.abc import Iterator

from enforcer.annexes.benchmark import violations
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, rule
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import is_blank, is_none_word


@rule(
    "A317",
    "standard-source-unnamed",
    "省市标准没有写明名称文号",
    severity="warning",
    clause="benchmark-published",
    annexes=(3,),
    message="写明执行{level}标准，没有写标准名称或文号",
    expected="在表头“标准名称或文号”写明所执行的标准",
    remedy="请填写所执行标准的名称或文号，例如：《山东省环境保护厅行政处罚裁量基准》",
)
def standard_source_unnamed(dossier: Dossier, clause: Clause) -> Iterator[Remark]:
    """要求：执行省、市裁量标准的，写明标准的名称或者文号。

    依据：桓政办发〔2014〕36号 二（六）。
    错误示例：执行标准填“省”，标准名称或文号空白。
    正确示例：执行标准填“省”，标准名称或文号填《山东省环境保护厅行政处罚裁量基准》。
    """
    told = set()
    for violation in violations(dossier):
        reading = violation.reading
        name = reading.header_text("standard_name")
        if violation.source not in ("province", "city") or id(reading) in told:
            continue
        told.add(id(reading))
        if is_blank(name) or is_none_word(name):
            level = Sentence("省" if violation.source == "province" else "市")
            by_row = not is_blank(violation.rows[0]["source"])
            at = violation.place("source") if by_row else reading.place_of("applied_standard")
            yield Remark(at, {"level": level}, value=name or None)
