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


def blocks_of(rows: Iterable[Row]) -> list[tuple[Row, ...]]:
    """The rows of one table in blocks, one a violation: consecutive rows with the same 序号 and 违法行为.

    Where the 法定依据 changes and the tiers begin anew, another block begins. A block that another one interrupts
    goes on where its item and 法定依据 return with tiers that it does not have yet.
    """
    blocks: list[_Block] = []
    first: dict[tuple[str, str, str], _Block] = {}
    current: _Block | None = None
    for row in rows:
        item = (number_key(row["number"]), bare(row["violation"]))
        basis, tier = row["legal_basis"], bare(row["tier"])
        if current is None or item != current.item or (basis != current.basis and tier in current.tiers):
            earlier = first.get((*item, basis))
            current = earlier if earlier and any(item) and tier not in earlier.tiers else _Block(item, basis)
            if current is not earlier:
                blocks.append(current)
                first[(*item, basis)] = current
        current.add(row, tier)
    return [tuple(block.rows) for block in blocks]
