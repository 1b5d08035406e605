"""A unit as the county's roster knows it."""

from typing import Literal, NamedTuple

Exemption = Literal["公安", "税务"]


class Unit(NamedTuple):
    """One enforcement unit of the roster. Exemptions follow the roster, never the name."""

    name: str
    code: str = ""
    short_names: tuple[str, ...] = ()
    nature: str = ""
    exemption: Exemption | None = None
    penalty_power: bool = True
    own_credentials: bool = False
    confirmed: bool = True
