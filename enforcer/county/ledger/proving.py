"""What verifying the ledger came to, in words that claim no more than it proves."""

from collections.abc import Iterator

from enforcer.county.ledger.verifying import Proof
from enforcer.domain.sentence import Sentence, Translate
from enforcer.verdicts.lines import Line, line, span

_WHOLE_HASH = 64


def proof_lines(proof: Proof, head: str | None, translate: Translate) -> Iterator[Line]:
    """The outcome, and how far it reaches: up to the printed `head` that was asked for, or not at all without one."""
    if proof.fault is None and not proof.entries:
        yield line(translate("台账里还没有条目。"))
        return
    if proof.fault is None:
        values = {"count": proof.entries, "head": proof.head}
        sound = Sentence("台账完好：{count}条，前后相接。校验值{head}", values)
        yield line(span(sound.render(translate), "good"))
    else:
        yield line(span(Sentence("台账有问题：{fault}。", {"fault": proof.fault}).render(translate), "error"))
        if proof.entries:
            sound = Sentence("前{count}条前后相接，校验值{head}。", {"count": proof.entries, "head": proof.head})
            yield line(sound.render(translate))
    for sentence in _reach(proof, head):
        yield line(sentence.render(translate))


def _reach(proof: Proof, head: str | None) -> Iterator[Sentence]:
    if not head:
        yield Sentence(
            "没有写 --head，只能说明各条前后相接：截去末尾、整本重写的看不出来。"
            "要证明印出之后没有被改动过，请用 --head 写上那时印在回执、夜间核对页或报告上的校验值。"
        )
        return
    if proof.found_at is None:
        return
    if proof.found_at == 0:
        yield Sentence("所给的校验值是台账还没有条目时的，证明不了什么。")
        return
    yield Sentence("所给的校验值是第{seq}条的：它印出之后，到这一条为止没有被改动过。", {"seq": proof.found_at})
    later = proof.entries - proof.found_at
    if later > 0:
        yield Sentence("后面的{later}条，要用更晚印出的校验值来证明。", {"later": later})
    given = len(head.strip())
    if given < _WHOLE_HASH:
        yield Sentence(
            "只比对了校验值的前{given}位；写全{whole}位，证明才是完全的。", {"given": given, "whole": _WHOLE_HASH}
        )
