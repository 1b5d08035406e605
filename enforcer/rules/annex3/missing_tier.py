from collections.abc import Iterator

from enforcer.annexes import doubts
from enforcer.annexes.benchmark import Violation, violations
from enforcer.annexes.coverage import Coverage, coverage, has_all_five
from enforcer.annexes.tier_words import NAMES
from enforcer.domain.clause import Clause
from enforcer.domain.dossier import Dossier
from enforcer.domain.rule import Remark, Unsure, rule
from enforcer.domain.sentence import Sentence


@rule(
    "A301",
    "missing-tier",
    "裁量阶次不全",
    severity="error",
    clause="benchmark",
    annexes=(3,),
    message={
        "": "“{violation}”缺少{missing}阶次，现有{named}",
        "too-few": "“{violation}”只分了{count}个阶次（{named}），少于{tiers}个",
        "none": "“{violation}”没有划分裁量阶次",
    },
    expected="每项违法行为至少分从轻、较轻、一般、较重、严重{tiers}个阶次",
    remedy={
        "": "请为这项违法行为补写{missing}的适用条件和具体标准",
        "too-few": "请把这项违法行为细化为从轻、较轻、一般、较重、严重{tiers}个阶次",
        "none": "请把这项违法行为细化为从轻、较轻、一般、较重、严重{tiers}个阶次",
    },
)
def missing_tier(dossier: Dossier, clause: Clause) -> Iterator[Remark | Unsure]:
    """要求：每项违法行为的裁量基准至少确定从轻、较轻、一般、较重、严重五个阶次。

    执行省、市标准的，法定处罚没有裁量幅度的，不适用本条。减轻、不予处罚另列，不计入五个阶次。

    依据：桓政办发〔2014〕36号 二（六）。
    错误示例：只列从轻、一般、严重三个阶次。
    正确示例：从轻、较轻、一般、较重、严重各写一行。
    """
    tiers = clause.figure("tiers")
    for violation in violations(dossier):
        if has_all_five(violation):
            continue
        found = coverage(violation)
        if found.outcome == "complete":
            continue
        unsure = _inapplicable(violation)
        if unsure is not None:
            yield unsure
        elif found.outcome == "unclear":
            yield _unclear(violation, found)
        else:
            values = {
                "violation": violation.name,
                "missing": tuple(_quoted(NAMES[one]) for one in found.missing),
                "named": tuple(map(_quoted, found.named)),
                "count": len(found.named),
                "tiers": tiers,
            }
            named = "" if found.outcome == "missing" else "too-few"
            case = named if found.named else "none"
            yield Remark(violation.place("tier"), values, case=case, value=violation.rows[0]["tier"] or None)


def _quoted(tier: str | Sentence) -> Sentence:
    return Sentence("“{tier}”", {"tier": tier})


def _inapplicable(violation: Violation) -> Unsure | None:
    unsure = doubts.of_source(violation)
    if unsure is not None:
        return unsure
    fined = any("罚款" in tier.standard or tier.limbs for tier in violation.tiers)
    if violation.law.leaves_no_choice or (violation.law.knowledge == "unstated" and not fined):
        return Unsure("not_applicable", Sentence("法定处罚无裁量幅度"), violation.law_place)
    if all(tier.leads_nowhere and not tier.standing for tier in violation.tiers):
        return Unsure("absent", Sentence("所指的标准没有找到，无法核对阶次"), violation.place("standard"))
    if not violation.rows[0].has("tier") and not any(tier.standing for tier in violation.tiers):
        return Unsure("absent", Sentence("表中没有“裁量阶次”一栏，无法核对阶次"), violation.place("violation"))
    return None


def _unclear(violation: Violation, found: Coverage) -> Unsure:
    if found.unread:
        return Unsure("unreadable", Sentence("裁量阶次未能识别，无法核对阶次是否齐全"), found.unread[0].place("tier"))
    reason = Sentence("阶次名称与通知的五个阶次不同，无法确定是否一一对应")
    return Unsure("unreadable", reason, violation.place("tier"))
