"""Sections 4 to 6 as plain values: discretion, people, overlaps."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from enforcer.domain.masking import masked
from enforcer.reports.plain.values import day_of, optional, place_of, share_of, text_of, texts_of, unit_of

if TYPE_CHECKING:
    from enforcer.annexes.overlaps import Overlap
    from enforcer.domain.sentence import Translate
    from enforcer.reports.sections.discretion import Discretion, Item, UnitDiscretion
    from enforcer.reports.sections.overlapping import Overlapping
    from enforcer.reports.sections.people import OfficerLine, People, UnitPeople


def discretion_values(discretion: Discretion, translate: Translate) -> dict[str, Any]:
    """The section, with every item."""
    narrowing = discretion.narrowing
    return {
        "floor_percent": discretion.floor_percent,
        "narrowing": {
            "tiers": narrowing.tiers,
            "fixed": narrowing.fixed,
            "whole": narrowing.whole,
            "share": share_of(narrowing.share),
            "buckets": list(narrowing.buckets),
        },
        "units": [_unit(one) for one in discretion.units],
        "items": [_item(one, translate) for one in discretion.items],
    }


def people_values(people: People, translate: Translate) -> dict[str, Any]:
    """The section, with every officer."""
    return {"until": people.until.isoformat(), "units": [_people(one, translate) for one in people.units]}


def overlap_values(overlaps: Overlapping, translate: Translate) -> list[dict[str, Any]]:
    """What several units claim alike: suspicions, for the office alone."""
    return [_overlap(one, translate) for one in overlaps.found]


def _unit(one: UnitDiscretion) -> dict[str, Any]:
    return {
        **unit_of(one.unit),
        "items": len(one.items),
        "complete": one.complete,
        "incomplete": one.incomplete,
        "unclear": one.unclear,
        "cited": one.cited,
        "floors_kept": one.floors_kept,
        "floors_below": one.floors_below,
        "floors_unsure": one.floors_unsure,
        "faulty": len(one.faulty),
        "share": share_of(one.share),
    }


def _item(one: Item, translate: Translate) -> dict[str, Any]:
    return {
        **unit_of(one.unit),
        "number": text_of(one.number),
        "item_code": text_of(one.code),
        "violation": masked(one.name),
        **place_of(one.place),
        "source": one.source,
        "tiers": one.tiers,
        "coverage": one.coverage,
        "missing": texts_of(one.missing, translate),
        "floor": one.floor,
        "share": share_of(one.share),
        "faults": sorted({fault.finding.code for fault in one.faults}),
    }


def _people(one: UnitPeople, translate: Translate) -> dict[str, Any]:
    return {
        **unit_of(one.unit),
        "known": one.known,
        "exempt": optional(one.exempt, translate),
        "short": one.is_short,
        "officers": [_officer(officer) for officer in one.officers],
    }


def _officer(one: OfficerLine) -> dict[str, Any]:
    return {
        "officer": masked(one.name),
        "credential": text_of(one.credential),
        "valid_until": day_of(one.valid_until),
        "state": one.state,
        **place_of(one.place),
    }


def _overlap(one: Overlap, translate: Translate) -> dict[str, Any]:
    parties = [
        {
            "unit": masked(party.unit),
            "words": masked(party.words),
            **place_of(party.place),
            "detail": party.detail.render(translate),
        }
        for party in one.parties
    ]
    return {"key": one.key, "code": one.code, "kind": one.kind, "subject": masked(one.subject), "parties": parties}
