"""Proves the chain of a ledger, up to a head hash that was printed on a receipt, a nightly page or a report.

The claim is that tampering after a printed hash shows, and no more: who holds the file can write a whole new chain,
but not one that ends in the hash on somebody's paper. What was cut off behind the last printed hash leaves no trace.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final, NamedTuple

from enforcer.county.ledger.entry import FIRST_PREV, chained
from enforcer.county.ledger.schema import check_identity
from enforcer.county.ledger.troubles import translated
from enforcer.domain.errors import EnforcerError
from enforcer.domain.sentence import Sentence

_SHORTEST_HEAD: Final = 8


class Proof(NamedTuple):
    """What verifying came to: how many entries stand in a sound chain, its last hash, and what breaks it, if anything.

    `seq` is the number of the first entry that does not fit. `found_at` is the entry that bears the head asked for.
    """

    entries: int
    head: str
    seq: int | None = None
    fault: Sentence | None = None
    found_at: int | None = None

    @property
    def is_sound(self) -> bool:
        """Whether nothing breaks the chain and the head asked for, if any, is in it."""
        return self.fault is None


def verify(path: Path, head: str | None = None) -> Proof:
    """Reads the ledger, changing none of its entries, and proves each entry against the one before.

    `head` is a printed hash, or its first eight characters or more: the chain must hold it. Raises EnforcerError where
    there is no ledger, or the file cannot be read.
    """
    wanted = head.strip().lower() if head else None
    if wanted is not None and (len(wanted) < _SHORTEST_HEAD or not set(wanted) <= set("0123456789abcdef")):
        raise EnforcerError(
            "--head应是回执、夜间核对页或报告上印的校验值（至少前{least}位），不能是“{head}”。",
            least=_SHORTEST_HEAD,
            head=head,
        )
    if not path.is_file():
        raise EnforcerError("找不到台账“{path}”。请检查工作文件夹，或从备份中恢复。", path=path)
    # Open for writing all the same: what a killed run left half-written is first rolled back, as any reader would.
    with translated(path), closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True)) as connection:
        connection.execute("PRAGMA query_only = ON")
        # Bytes that are no text were put there by somebody else: they must not fit, rather than stop the reading.
        connection.text_factory = lambda kept: kept.decode("utf-8", "surrogateescape")
        check_identity(connection, path)
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'entries'").fetchone():
            return Proof(0, FIRST_PREV, None, Sentence("台账的条目全部不见了：整张表被删掉了"))
        return _proof(connection, wanted)


def _proof(connection: sqlite3.Connection, wanted: str | None) -> Proof:
    count, prev, found_at = 0, FIRST_PREV, 0 if wanted and FIRST_PREV.startswith(wanted) else None
    query = "SELECT seq, day, entered, kind, about, body, prev, hash FROM entries ORDER BY seq"
    for seq, *facts, named, stated in connection.execute(query):
        is_text = all(isinstance(one, str) for one in (*facts, named, stated))
        fits = is_text and stated == chained(seq, named, *facts)
        fault = _fault(count + 1, seq, fits=fits, follows=named == prev)
        if fault is not None:
            return Proof(count, prev, seq, fault, found_at)
        count, prev = count + 1, stated
        if wanted is not None and found_at is None and stated.startswith(wanted):
            found_at = count
    if wanted is not None and found_at is None:
        fault = Sentence(
            "台账里没有校验值为{head}的条目：印出这个校验值之后，台账被截短或者改写过，或者这不是同一本台账",
            {"head": wanted},
        )
        return Proof(count, prev, None, fault)
    return Proof(count, prev, found_at=found_at)


def _fault(expected: int, seq: int, *, fits: bool, follows: bool) -> Sentence | None:
    if seq > expected:
        return Sentence("第{expected}条不见了，后面是第{seq}条", {"expected": expected, "seq": seq})
    if seq < expected:
        return Sentence("多出了第{seq}条：台账从第1条开始", {"seq": seq})
    if not fits:
        return Sentence("第{seq}条的内容与它自己的校验值不符：入账后被改动过", {"seq": seq})
    if not follows:
        return Sentence("第{seq}条接不上前一条：前面的条目被改写过", {"seq": seq})
    return None
