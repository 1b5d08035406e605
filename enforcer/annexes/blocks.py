"""Which rows of annex 3 are the tiers of one violation."""

from collections.abc import Iterable

from enforcer.annexes.references import number_key
from enforcer.domain.row import Row
from enforcer.language.blanks import bare


class _Block:
    """Rows of one violation, as they come."""

    __slots__ = ("basis", "item", "rows", "tiers")

    def __init__(self, item: tuple[str, str], basis: str) -> None:
        self.item, self.basis = item, basis
        self.rows: list[Row] = []
        self.tiers: set[str] = set()

    def add(self, row: Row, tier: str) -> None:
        self.rows.append(row)
        self.tiers.add(tier)


class _Spelled(dict[str, str]):
    """Each text -> its one spelling, found once: what stands for several rows is filled down into each."""

    def __missing__(self, text: str) -> str:
        self[text] = word = bare(text)
        return word


def blocks_of(rows: Iterable[Row]) -> list[tuple[Row, ...]]:
    """The rows of one table in blocks, one a violation: consecutive rows with the same 序号 and 违法行为.

    Where the 法定依据 changes and the tiers begin anew, another block begins. A block that another one interrupts
    goes on where its item and 法定依据 return with tiers that it does not have yet.
    """
    blocks: list[_Block] = []
    first: dict[tuple[str, str, str], _Block] = {}
    current: _Block | None = None
    spelled = _Spelled()
    for row in rows:
        item = (number_key(row["number"]), spelled[row["violation"]])
        basis, tier = row["legal_basis"], spelled[row["tier"]]
        if current is None or item != current.item or (basis != current.basis and tier in current.tiers):
            earlier = first.get((*item, basis))
            current = earlier if earlier and any(item) and tier not in earlier.tiers else _Block(item, basis)
            if current is not earlier:
                blocks.append(current)
                first[(*item, basis)] = current
        current.add(row, tier)
    return [tuple(block.rows) for block in blocks]
