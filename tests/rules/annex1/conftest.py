"""A sound plan for the rules on annex 1, typed as a clerk would."""

from collections.abc import Callable

import pytest

from enforcer.domain.reading import HeaderLine, Reading
from enforcer.domain.row import Place

SOUND = {
    "kind": "年度",
    "basis": "《安全生产法》第五十六条",
    "body": "监察大队",
    "inspectors": "张三、李四",
    "period": "3月至10月",
    "place": "全县",
    "matter": "安全生产责任制落实情况",
    "target": "危险化学品企业",
}
HEADER = {
    "document_number": "桓安监发〔2014〕12号",
    "published": "2014-06-20",
    "superior": "市安监局",
    "filed_superior": "2014-06-24",
}


@pytest.fixture
def plan(reading) -> Callable[..., Reading]:
    """plan({"period": "适时"}, {}, title="…", header={…}) is a sound plan but for what is typed over it."""

    def made(*rows, header=None, title=None, **more):
        lines = {key: typed for key, typed in {**HEADER, **(header or {})}.items() if typed is not None}
        cells = [{**SOUND, **row} for row in rows]
        if title is not None:
            more["title"] = HeaderLine(title, title, Place("annex1.xlsx", "检查计划", 1, 1))
        return reading(1, cells, lines, **more)

    return made
