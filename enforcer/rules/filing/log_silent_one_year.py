from collections.abc import Iterator

from enforcer.annexes.log_silence import silent_since
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule


@rule(
    "F006",
    "log-silent-one-year",
    "一年未报备检查登记",
    severity="warning",
    clause="log",
    message={
        "received": "最近一次收到执法检查登记表是{since}，{until}满{years}年，到{day}没有再收到；"
        "请核实是否符合“不再办理新的行政执法证件”的条件",
        "opening": "名录登记的最近一次报备执法检查登记表是{since}，{until}满{years}年，到{day}没有再收到；"
        "请核实是否符合“不再办理新的行政执法证件”的条件",
        "confirmed": "该单位{since}设立，{until}满{years}年，到{day}没有收到过执法检查登记表；"
        "请核实是否符合“不再办理新的行政执法证件”的条件",
    },
    expected="{years}年内报备过执法检查登记表",
    remedy="请与该单位核对；报备过的，把收到的日期补录进台账，属实的由县法制办决定如何办理",
)
def log_silent_one_year(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：实行执法检查登记，登记表报县法制办备案；一年内未报备的，不再办理新的行政执法证件。

    从县法制办最近一次收到登记表的日期起算；没有的，看名录里的期初数；2011年8月1日以后设立的单位从设立之日起算。
    都没有的不作判断。满一年当天不算，第二天起提请核实；满两年的只按F007提。是否停办证件由人决定。
    依据：桓政办发〔2014〕36号 二（四）。
    错误示例：最近一次收到登记表是2013年6月30日，2014年7月1日仍没有再收到。
    正确示例：2014年6月30日又收到一次登记表。
    """
    yield from silent_since(dossier, clause, "years_without_credentials")
