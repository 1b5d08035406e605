"""疑似多头执法: how many suspicions there are in the text, and the internal page with each; for the office alone."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from enforcer.annexes.overlaps import KINDS
from enforcer.domain.sentence import Sentence, words
from enforcer.reports.docx.record import Section, said
from enforcer.reports.punctuation import labelled, noted
from enforcer.reports.wording import KINDS as NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from enforcer.annexes.overlaps import Overlap
    from enforcer.domain.sentence import Translate
    from enforcer.reports.sections.overlapping import Overlapping


def overlaps_section(overlaps: Overlapping, translate: Translate) -> Section:
    """The section: numbers only, without naming a unit."""
    return Section(said(_lead(overlaps), translate))


def _lead(overlaps: Overlapping) -> Iterator[Sentence]:
    if overlaps.found:
        found = Counter(one.kind for one in overlaps.found)
        kinds = tuple(
            Sentence("{kind}{count}项", {"kind": NAMES[kind], "count": found[kind]}) for kind in KINDS if found[kind]
        )
        yield Sentence("比对各单位材料，发现：{kinds}。", {"kinds": kinds})
        yield Sentence("上述均为疑似，供法制机构核实权限时参考，不是认定；具体情况另附内部附页，不随文印发。")
    else:
        yield Sentence("比对各单位已报材料，没有发现疑似多头执法、重复执法的情形。")
    if overlaps.left:
        yield Sentence("另有{count}处因材料写法不清没有比对。", {"count": len(overlaps.left)})


def overlaps_page(overlaps: Overlapping, translate: Translate) -> dict[str, Any] | None:
    """The internal page; None where nothing is suspected."""
    if not overlaps.found:
        return None
    return {
        "title": translate("疑似多头执法情况"),
        "caption": translate("仅供法制机构核实，均为疑似，不是认定"),
        "paragraphs": [],
        "rows": [_row(one, translate) for one in overlaps.found],
    }


def _row(one: Overlap, translate: Translate) -> dict[str, object]:
    parties = (
        noted(labelled(party.unit, party.words, translate), party.place.address, translate) for party in one.parties
    )
    return {
        "kind": NAMES[one.kind].render(translate),
        "subject": words(one.subject),
        "parties": "\n".join(parties),
    }
