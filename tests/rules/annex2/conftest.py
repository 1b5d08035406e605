"""A sound table of one general procedure for the rules on annex 2, typed as a clerk would."""

from collections.abc import Callable

import pytest

from enforcer.domain.dossier import Dossier

STEPS = {
    "检查登记": ("现场检查，填写检查登记表", "当日", "张三、李四", "执法检查登记表"),
    "立案": ("报分管负责人审批", "7日内", "张三、李四", "立案审批表"),
    "调查": ("两人以上询问、勘验，收集证据", "30日内", "张三、李四", "调查询问笔录"),
    "决定": ("审查调查结果，作出处罚决定", "15日内", "王五、赵六", "行政处罚决定书"),
    "送达": ("直接送达当事人", "7日内", "张三、李四", "送达回证"),
}
OTHER = ("按规定办理", "3日内", "张三、李四", "有关文书")


@pytest.fixture
def procedure(reading, dossier) -> Callable[..., Dossier]:
    """procedure("立案", ("送达", {"time_limit": "15日内"})) is a dossier of these steps, sound but for what is typed.

    Without steps it has the five of the general procedure; over={"送达": {…}} types over one of them.
    """

    def made(*steps, over=None, label="一般程序", missing=(), **more):
        cells = []
        for step in steps or STEPS:
            name, typed = step if isinstance(step, tuple) else (step, (over or {}).get(step, {}))
            manner, limit, handlers, document = STEPS.get(name, OTHER)
            row = {"step": name, "manner": manner, "time_limit": limit, "handlers": handlers, "document": document}
            cells.append({"procedure": label, "body": "监察大队", **row, **typed})
        return dossier(reading(2, cells, missing=missing), **more)

    return made
