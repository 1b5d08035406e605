"""Sanctions beside the fine, as a standard names them."""

import re
from functools import cache
from typing import Final

_SANCTIONS: Final = {
    "warning": "警告|通报批评",
    "confiscation": "没收",
    "suspension": "停产|停业|停止(?:生产|经营|使用|施工|建设|执业|营业)|关闭|整顿",
    "licence": "吊销|暂扣|撤销|注销|取消|降低资质|限制(?:从业|开展)|禁止从事",
    "detention": "拘留",
    "demolition": "拆除|恢复原状|代为",
    "criminal": "移送|追究刑事",
}


def heavier(one: str, other: str) -> bool:
    """Whether one standard names sanctions beyond those of the other, be the fine the same."""
    return bool(_kinds(one) - _kinds(other)) and _kinds(other) <= _kinds(one)


def names_sanction(text: str) -> bool:
    """Whether the text names any sanction or order but a fine."""
    return bool(_kinds(text)) or "责令" in text


def _kinds(text: str) -> set[str]:
    return {kind for kind, pattern in _patterns().items() if pattern.search(text)}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {kind: re.compile(words) for kind, words in _SANCTIONS.items()}
