"""What the template is filled with: sections of paragraphs, rows, headed parts, numbered items and their details."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final, NamedTuple

from enforcer.domain.sentence import Sentence, Translate

MOST_ITEMS: Final = 15


class Item(NamedTuple):
    """A numbered line (1.) and the lines below it (（1）)."""

    text: str
    details: tuple[str, ...] = ()


class Part(NamedTuple):
    """A headed part (（一）) of a section."""

    heading: str
    paragraphs: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()


class Section(NamedTuple):
    """A section (一、): its paragraphs, the rows of its table by column, its parts."""

    paragraphs: tuple[str, ...] = ()
    rows: tuple[dict[str, object], ...] = ()
    parts: tuple[Part, ...] = ()


def said(sentences: Iterable[Sentence], translate: Translate) -> tuple[str, ...]:
    """The sentences as text."""
    return tuple(one.render(translate) for one in sentences)


def day_words(day: date, year: int | None = None) -> Sentence:
    """2014年8月1日; without the year where it is `year`."""
    values = {"year": day.year, "month": day.month, "day": day.day}
    return Sentence("{month}月{day}日" if day.year == year else "{year}年{month}月{day}日", values)


def counts(*pairs: tuple[Sentence, int]) -> tuple[Sentence, ...]:
    """Those of which there are any, each with its number; the sentences name it {count}."""
    return tuple(one._replace(values={**one.values, "count": count}) for one, count in pairs if count)


def shortened(items: Sequence[Item], rest: Sentence, translate: Translate) -> tuple[Item, ...]:
    """The first items; `rest` tells how many more there are ({count}) and where they stand."""
    if len(items) <= MOST_ITEMS:
        return tuple(items)
    more = rest._replace(values={**rest.values, "count": len(items) - MOST_ITEMS})
    return (*items[:MOST_ITEMS], Item(more.render(translate)))
