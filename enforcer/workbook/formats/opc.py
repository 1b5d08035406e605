"""Finds its way in an Office Open XML container: which part is the workbook, and what it refers to."""

from typing import NamedTuple

from enforcer.workbook.causes import Refusal
from enforcer.workbook.formats.package import Package, Part
from enforcer.workbook.formats.xml_walk import Attributes, utf8, walk
from enforcer.workbook.limits import Budget


class Relationship(NamedTuple):
    """What a part refers to: the last word of its type, and the name of the part meant."""

    kind: str
    target: str


def relationships(package: Package, source: str, budget: Budget) -> dict[str, Relationship]:
    """Id -> relationship of the part `source`, "" for the package as a whole; empty where it has none.

    References to other files are left out: nothing outside the container is ever opened.
    """
    folder, _, name = source.rpartition("/")
    part = package.find(f"{folder}/_rels/{name}.rels")
    found: dict[str, Relationship] = {}
    if part is None:
        return found

    def take(element: str, attributes: Attributes) -> None:
        if element == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            found[attributes.get("Id", "")] = Relationship(kind, resolved(folder, attributes.get("Target", "")))

    walk(utf8(package.read(part)), budget, take)
    return found


def resolved(folder: str, target: str) -> str:
    """The part's name that a target means, seen from a folder; it never leaves the container."""
    target = target.replace("\\", "/")
    steps = [] if target.startswith("/") else folder.split("/")
    for step in target.split("/"):
        if step == "..":
            del steps[-1:]
        elif step not in ("", "."):
            steps.append(step)
    return "/".join(step for step in steps if step)


def workbook_part(package: Package, root: dict[str, Relationship]) -> Part | None:
    """The workbook's own part, by the container's relationships, else where every program puts it."""
    names = [one.target for one in root.values() if one.kind == "officeDocument"]
    for name in (*names, "xl/workbook.xml", "xl/workbook.bin"):
        if part := package.find(name):
            return part
    return None


def needed(package: Package, name: str, *, again: bool = False) -> bytes:
    """The bytes of a part that must be there. Raises Refusal `broken` where it is not."""
    part = package.find(name)
    if part is None:
        raise Refusal("broken")
    return package.read(part, again=again)


def custom_properties(package: Package, root: dict[str, Relationship], budget: Budget) -> dict[str, str]:
    """The custom document properties, each as text; {} where there are none or they cannot be read."""
    names = [one.target for one in root.values() if one.kind == "custom-properties"]
    part = package.find(names[0] if names else "docProps/custom.xml")
    if part is None:
        return {}
    properties: dict[str, str] = {}
    name = ""

    def start(element: str, attributes: Attributes) -> None:
        nonlocal name
        if element == "property":
            name = attributes.get("name", "")

    def text(piece: str) -> None:
        if name:
            properties[name] = properties.get(name, "") + piece.strip("\r\n")

    try:
        walk(utf8(package.read(part)), budget, start, text=text)
    except Refusal as refusal:
        # Properties are a help; a workbook is not refused for theirs, unless they are a trap.
        if refusal.cause != "broken":
            raise
        return {}
    return properties
