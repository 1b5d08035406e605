"""GB/T 9704-2012 as figures (layout.toml), in the units of a .docx."""

import math
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

from enforcer.reports.docx.ooxml import twips

_POINT: Final = 20


class Page(NamedTuple):
    """The page in twips: the core (版心) stands inside the margins.

    `pitch` is a line's height. `tighter` is what is added to the width of each character of the text (it is below 0),
    so that a line holds 28 of them. A character grid would do the same in Word, but LibreOffice gives every character
    two of its cells where the cell is narrower than the character.
    """

    width: int
    height: int
    top: int
    right: int
    bottom: int
    left: int
    core: int
    pitch: int
    tighter: int
    footer: int
    issuer: int
    rule: int


@cache
def figures() -> Mapping[str, Any]:
    """The tables of layout.toml."""
    return tomllib.loads(files(__package__).joinpath("layout.toml").read_text(encoding="utf-8"))


def points(size: str) -> float:
    """A Chinese type size in points: 三号 is 16."""
    value: float = figures()["sizes"][size]
    return value


def body_size() -> float:
    """The size of the text, in points."""
    return points(figures()["page"]["body"])


def page() -> Page:
    """The page as the standard lays it out."""
    said = figures()["page"]
    top, left = twips(said["top"]), twips(said["left"])
    core, height = twips(said["core_width"]), twips(said["core_height"])
    bottom = twips(said["height"]) - top - height
    # The number's middle stands 7 mm below the core; half of its own height lies under that.
    half = points(said["number"]) * _POINT / 2
    return Page(
        width=twips(said["width"]),
        height=twips(said["height"]),
        top=top,
        right=twips(said["width"]) - left - core,
        bottom=bottom,
        left=left,
        core=core,
        pitch=height // said["lines"],
        tighter=math.floor(core / said["characters"] - body_size() * _POINT),
        footer=round(bottom - twips(said["number_below"]) - half),
        issuer=twips(said["issuer_below"]),
        rule=round(twips(said["rule_below"]) / _POINT),
    )
