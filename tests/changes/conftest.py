"""Two filings of one annex typed as tables, and what changed between them."""

from collections.abc import Callable

import pytest

from enforcer.changes import AnnexChanges, Comparison, changes_between
from enforcer.domain.policy import Policy
from enforcer.domain.verdict import Verdict
from enforcer.examine import examine
from enforcer.notices import load_notice
from enforcer.rules import rules_for

TIERS = ("从轻", "较轻", "一般", "较重", "严重")
STANDARDS = (
    "处8000元以上15000元以下罚款",
    "处15000元以上20000元以下罚款",
    "处20000元以上30000元以下罚款",
    "处30000元以上40000元以下罚款",
    "处40000元以上50000元以下罚款",
)


@pytest.fixture
def judged(reading, dossier) -> Callable[..., Verdict]:
    """judged(3, rows, header, select="A3 W") is the verdict on these rows by the rules of those codes, or by none."""

    def made(annex, rows=(), header=None, select=None, day=None, **more) -> Verdict:
        folder = dossier(reading(annex, rows, header, **more), **({"day": day} if day else {}))
        rules = rules_for({annex}) if select else ()
        return examine(folder, load_notice(), rules, Policy(select=tuple((select or "").split())))

    return made


@pytest.fixture
def between(judged) -> Callable[..., Comparison]:
    """between(3, old rows, new rows) is the comparison; old_… and new_… give either side more."""

    def made(annex, old=(), new=(), **known) -> Comparison:
        sides = []
        for side, rows in (("old_", old), ("new_", new)):
            own = {key.removeprefix(side): value for key, value in known.items() if key.startswith(side)}
            both = {key: value for key, value in known.items() if not key.startswith(("old_", "new_"))}
            sides.append(judged(annex, rows, **both, **own))
        return changes_between(*sides)

    return made


@pytest.fixture
def changed(between) -> Callable[..., AnnexChanges]:
    """changed(3, old rows, new rows) is what changed in the annex."""
    return lambda *typed, **known: between(*typed, **known).annexes[0]


@pytest.fixture
def item() -> Callable[..., list[dict[str, object]]]:
    """item(1, "未建立台账") is a violation of annex 3 in five rows, as the reader fills them down."""

    def made(number, violation, standards=STANDARDS, tiers=TIERS, **more):
        shared = {"number": number, "violation": violation, "legal_basis": f"《甲法》第{number}条", **more}
        return [
            {**shared, "tier": tier, "conditions": f"{violation}情节{tier}", "standard": standard}
            for tier, standard in zip(tiers, standards, strict=False)
        ]

    return made


@pytest.fixture
def told() -> Callable[[AnnexChanges], list[str]]:
    """told(annex) lists the changes as words: kind and name, then each field with its details or old and new words."""

    def lines(change, depth=0):
        yield f"{'  ' * depth}{change.kind} {change.name.render()}"
        for note in change.notes:
            yield f"{'  ' * depth}  {note.render()}"
        for field in change.fields:
            words = "；".join(one.render() for one in field.details) or f"{field.old}→{field.new}"
            yield f"{'  ' * depth}  {field.label}：{words}"
        for part in change.parts:
            yield from lines(part, depth + 1)

    return lambda annex: [line for change in annex.changes for line in lines(change)]
