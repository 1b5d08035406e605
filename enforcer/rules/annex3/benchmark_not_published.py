from collections.abc import Iterator

from enforcer.annexes.benchmark import violations
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.reading import Reading
from enforcer.domain.rule import Remark, Severity, Unsure, rule
from enforcer.domain.sentence import Sentence
from enforcer.language.blanks import is_blank, is_none_word


@rule(
    "A318",
    "benchmark-not-published",
    "裁量基准没有写明公布文号",
    severity="info",
    clause="benchmark-published",
    annexes=(3,),
    message="没有写明裁量基准的公布文号和公布日期",
    expected="备案后按规范性文件制发程序公布执行，并写明公布文号、公布日期",
    remedy="已经公布的，请在表头填写公布文号和公布日期；尚未公布的，请按规范性文件制发程序公布",
)
def benchmark_not_published(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：裁量基准备案后，按单位规范性文件制发程序公布执行。12月检查阶段起仍未写明公布情况的，请更正或者说明。

    全部执行省、市标准的不适用本条。

    依据：桓政办发〔2014〕36号 二（六）。
    错误示例：表头“公布文号”“公布日期”都是空白。
    正确示例：公布文号填“桓安监发〔2014〕15号”，公布日期填“2014-08-10”。
    """
    late = _is_late(dossier, clause.figure("warning_month"))
    own = {violation.reading.place for violation in violations(dossier) if violation.source in ("own", "other")}
    for reading in dossier.of(3):
        if not reading.rows:
            continue
        if reading.place not in own:
            yield Unsure("not_applicable", Sentence("执行省市标准，仅核对引用"), reading.place)
        elif _unstated(reading, "published_number") and _unstated(reading, "published"):
            severity: Severity | None = "warning" if late else None
            yield Remark(reading.place_of("published_number"), severity=severity)


def _is_late(dossier: Dossier, month: int) -> bool:
    return dossier.day.month >= month or (dossier.year is not None and dossier.day.year > dossier.year)


def _unstated(reading: Reading, key: str) -> bool:
    text = reading.header_text(key)
    return is_blank(text) or is_none_word(text)
