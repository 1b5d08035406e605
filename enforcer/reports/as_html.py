"""The report as one self-contained web page: it opens from a file, asks the network for nothing, prints on A4."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from enforcer.county.duty_words import STATES, short_title
from enforcer.domain.masking import masked
from enforcer.domain.sentence import Sentence, words
from enforcer.reports.legible import legible
from enforcer.reports.pictures.calendar import MOST_TARGETS, calendar_picture
from enforcer.reports.pictures.ladder import ladder_picture
from enforcer.reports.pictures.meeting import drawn_units, meeting_picture
from enforcer.reports.pictures.narrowing import narrowing_picture
from enforcer.reports.pictures.states import states_picture
from enforcer.reports.pictures.svg import tag
from enforcer.reports.sections.quality import Requirement
from enforcer.reports.wording import (
    CAUSES,
    FINDING_STATES,
    KINDS,
    SECTIONS,
    arithmetic,
    grades,
    issuer_of,
    some,
    title_of,
)
from enforcer.verdicts.ladder_text import shown_share

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from enforcer.domain.sentence import Translate
    from enforcer.domain.unit import Unit
    from enforcer.reports.contents import Contents
    from enforcer.reports.sections.discretion import Item

MOST_PICTURES: Final = 240
"""So many ladders are drawn in all, shared out among the units; a page of 3 MB has no room for more."""

MOST_OVERLAPS: Final = 200
MOST_UNREAD: Final = 500
MOST_EXPIRING: Final = 1000

_PAGES: Final = "pages"
_SAID_ABOVE: Final = frozenset({"F001", "F002", "F003", "F004", "F009", "F010"})
"""What a unit's table of duties says in full already."""

_NUMERALS: Final = ("一", "二", "三", "四", "五", "六", "七", "附", "八", "九")


class SectionHead(NamedTuple):
    """A section's number, title and anchor."""

    number: str
    title: str
    anchor: str


class Drawn(NamedTuple):
    """An item with its pictures: in full, and again by reference; its faults as (code, message, state)."""

    item: Item
    pictures: Markup
    again: Markup
    faults: tuple[tuple[str, str, str], ...]


class DrawnUnit(NamedTuple):
    """A unit's items that are drawn, and how many are not."""

    unit: Unit
    items: tuple[Drawn, ...]
    left: int


def render(contents: Contents, translate: Translate) -> bytes:
    """The page, UTF-8. Equal contents give equal bytes; whatever text comes from cells is masked and escaped."""
    environment = _environment(translate)
    page = environment.get_template("report.html.j2").render(_context(contents, translate))
    return page.encode("utf-8")


@cache
def _environment(translate: Translate) -> Environment:
    """Everything that a template prints is a sentence in the reader's language, a day, a number, or masked text."""

    def printable(value: Any) -> Any:
        kind = type(value)
        if kind is str:
            return legible(masked(value))
        if kind is Markup or kind is int:
            return value
        if isinstance(value, Sentence | Requirement):
            return legible(value.render(translate))
        return legible(words(value, translate))

    environment = Environment(
        loader=PackageLoader("enforcer.reports", _PAGES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["_"] = _sayer(translate)
    environment.globals["number"] = _number_cell
    return environment


def _number_cell(value: int) -> Markup:
    """A table's cell with a number; a nought is pale."""
    return Markup(f'<td class="n">{value:d}</td>' if value else '<td class="n zero">0</td>')  # noqa: S704 - a number


def _sayer(translate: Translate) -> Callable[..., str]:
    def say(template: str, **values: object) -> str:
        return Sentence(template, values).render(translate) if values else translate(template)

    return say


def _context(contents: Contents, translate: Translate) -> dict[str, Any]:
    matrix, overlaps = contents.matrix, contents.overlaps
    anchors = {page.unit.key: page.anchor for page in contents.pages}
    by_name = {page.unit.name: page.anchor for page in contents.pages}
    shown = [state for state in STATES if matrix.totals[state]]
    expiring = [line for unit in contents.people.units for line in unit.expiring]
    percent = contents.discretion.floor_percent
    return {
        "c": contents,
        "issuer": issuer_of(contents),
        "title": title_of(contents, translate),
        "sections": _sections(translate),
        "css": _asset("report.css"),
        "js": _asset("report.js"),
        "anchors": anchors,
        "anchor_of_name": lambda name: by_name.get(name, ""),
        "units": [(page.anchor, page.unit.name) for page in contents.pages],
        "states": [(state, STATES[state]) for state in shown],
        "rules": [(one.code, f"{one.code} {one.title.render(translate)}") for one in contents.quality.rules],
        "shown_states": shown,
        "words_of": STATES,
        "order": {state: place for place, state in enumerate(STATES, 1)},
        "figures": _figures(contents),
        "grades": grades(translate),
        "causes": CAUSES,
        "finding_states": FINDING_STATES,
        "kinds": list(KINDS.items()),
        "said_above": _SAID_ABOVE,
        "short": _short,
        "short_title": lambda obligation: translate(short_title(obligation)),
        "share": shown_share,
        "some": lambda names: some(tuple(names)),
        "arithmetic": arithmetic,
        "states_picture": _drawn_already(states_picture(matrix, translate)),
        "narrowing_picture": _drawn_already(narrowing_picture(contents.discretion.narrowing, translate)),
        "meeting_picture": _drawn_already(meeting_picture(overlaps, translate)) if overlaps.pairs else "",
        "meeting_drawn": len(drawn_units(overlaps)),
        "meeting_left": len(overlaps.units) - len(drawn_units(overlaps)),
        "calendar_picture": _drawn_already(calendar_picture(overlaps.calendar, translate)) if overlaps.calendar else "",
        "calendar_most": MOST_TARGETS,
        "most_overlaps": MOST_OVERLAPS,
        "most_unread": MOST_UNREAD,
        "refined": [one for one in contents.discretion.units if one.items],
        "ladders": _ladders(contents, anchors, translate),
        "floor_title": Sentence("守住{percent}%底线", {"percent": percent}) if percent else Sentence("守住底线"),
        "legend": Sentence(
            "斜纹为法定幅度，实条为各阶次，红条超出法定幅度，虚框为空档，密纹为重叠，虚线为从轻的底线。"
        ),
        "short_units": [one.unit.name for one in contents.people.short],
        "expiring": expiring[:MOST_EXPIRING],
        "expiring_left": max(len(expiring) - MOST_EXPIRING, 0),
    }


def _sections(translate: Translate) -> list[SectionHead]:
    return [
        SectionHead(translate(number), title.render(translate), f"s{place}")
        for place, (number, title) in enumerate(zip(_NUMERALS, SECTIONS, strict=True), 1)
    ]


def _asset(name: str) -> Markup:
    return Markup(files("enforcer.reports").joinpath(_PAGES, name).read_text(encoding="utf-8").strip())  # noqa: S704 - our own


def _figures(contents: Contents) -> list[tuple[Sentence, int, str]]:
    """The figures of the first page: word, number, and the state whose colour it has."""
    count = contents.summary.figures
    return [
        (Sentence("单位"), count.units, ""),
        (Sentence("应报"), count.owed, ""),
        (STATES["on-time"], count.on_time, "on-time"),
        (STATES["late"], count.late, "late"),
        (STATES["overdue"], count.overdue, "overdue" if count.overdue else ""),
        (STATES["returned"], count.returned, "returned" if count.returned else ""),
        (Sentence("已报（无期限）"), count.filed, ""),
        (Sentence("未到期或无期限"), count.open, ""),
        (STATES["exempt"], count.exempt, ""),
        (Sentence("首报无错误"), contents.summary.passed.passed, ""),
    ]


def _drawn_already(picture: str) -> Markup:
    """A picture, whose texts were masked and escaped where it was drawn (pictures/svg)."""
    return Markup(picture)  # noqa: S704


def _short(day: date) -> str:
    return f"{day.month}-{day.day}"


def _ladders(contents: Contents, anchors: Mapping[str, str], translate: Translate) -> dict[str, DrawnUnit]:
    """Each unit with faulty items: as many of them as there is room for, drawn."""
    faulty = [one for one in contents.discretion.units if one.faulty]
    room = max(MOST_PICTURES // len(faulty), 1) if faulty else 0
    percent = contents.discretion.floor_percent
    made = {}
    for unit in faulty:
        drawn = tuple(
            _drawn(item, f"{anchors[unit.unit.key]}l{place}", percent, translate)
            for place, item in enumerate(unit.faulty[:room])
        )
        made[unit.unit.key] = DrawnUnit(unit.unit, drawn, len(unit.faulty) - len(drawn))
    return made


def _drawn(item: Item, name: str, percent: int | None, translate: Translate) -> Drawn:
    names = [f"{name}-{place}" for place in range(len(item.ladders))]
    pictures = [
        ladder_picture(ladder, percent, item.missing if place == 0 else (), translate, one)
        for place, (one, ladder) in enumerate(zip(names, item.ladders, strict=True))
    ]
    again = [_again(one, picture) for one, picture in zip(names, pictures, strict=True)]
    faults = tuple(
        (
            fault.finding.code,
            fault.finding.message.render(translate),
            "" if fault.finding.counts else FINDING_STATES[fault.finding.state].render(translate),
        )
        for fault in item.faults
    )
    return Drawn(item, _drawn_already("".join(pictures)), _drawn_already("".join(again)), faults)


def _again(name: str, picture: str) -> str:
    """The same picture at another place of the page, without its figures being written twice."""
    box = picture.split('viewBox="', 1)[1].split('"', 1)[0]
    high = box.rsplit(" ", 1)[1]
    return tag(
        "svg",
        tag("use", href=f"#{name}"),
        role="img",
        viewBox=box,
        width=box.split(" ")[2],
        height=high,
        aria_labelledby=f"{name}-t {name}-d",
    )
