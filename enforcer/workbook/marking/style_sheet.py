"""The styles of a workbook: what is there keeps its number; fills, fonts and cell formats are added at the end."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from enforcer.domain.rule import Severity
from enforcer.workbook.marking.xml_edits import (
    Edits,
    Node,
    Unpatchable,
    closing,
    opened_tag,
    quoted,
    tree,
    with_attribute,
)

_MAIN: Final = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_MOST_FORMATS: Final = 64_000
_TEXT_FORMAT: Final = "49"
# Every section in the order that the format asks for, and what it must hold before anything can be added.
_SECTIONS: Final[Mapping[str, tuple[bytes, ...]]] = {
    "numFmts": (),
    "fonts": (b'<font><sz val="11"/><name val="Calibri"/></font>',),
    "fills": (
        b'<fill><patternFill patternType="none"/></fill>',
        b'<fill><patternFill patternType="gray125"/></fill>',
    ),
    "borders": (b"<border><left/><right/><top/><bottom/><diagonal/></border>",),
    "cellStyleXfs": (b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',),
    "cellXfs": (b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',),
    "cellStyles": (b'<cellStyle name="Normal" xfId="0" builtinId="0"/>',),
}
_MADE: Final = ("fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles")

# Light enough to read black on, and still three greys apart on paper.
COLOURS: Final[Mapping[Severity, tuple[int, int, int]]] = {
    "error": (0xFF, 0xB3, 0xB3),
    "warning": (0xFF, 0xE6, 0x80),
    "info": (0xC5, 0xE0, 0xF5),
}
_SHADES: Final = 24
_SIDES: Final = b"".join(
    b'<%s style="thin"><color rgb="FF7F7F7F"/></%s>' % (side, side) for side in (b"left", b"right", b"top", b"bottom")
)
_BORDER: Final = b"<border>" + _SIDES + b"<diagonal/></border>"


class Look(NamedTuple):
    """How a cell of our own looks; `fill` is a colour (RRGGBB)."""

    size: int = 11
    bold: bool = False
    colour: str = ""
    link: bool = False
    fill: str = ""
    border: bool = False
    across: str = "left"
    down: str = "center"
    wrap: bool = True
    locked: bool = True
    text: bool = False
    font: str = "宋体"


class StyleSheet:
    """The styles part, or a new one where the workbook has none. Raises Unpatchable where it cannot be read.

    `highest` is the highest number of a format that any cell bears: where the part has fewer formats, plain ones fill
    the gap, or a new format would be taken for the one that the cell has lost.
    """

    def __init__(self, part: bytes | None, highest: int = 0) -> None:
        self._part = part or b'<styleSheet xmlns="%s"></styleSheet>' % _MAIN
        root = tree(self._part)
        if root.closed:
            self._part = self._part[: root.start] + opened_tag(self._part[root.start : root.inner]) + closing(root.name)
            root = tree(self._part)
        self._root, self._prefix = root, root.prefix.encode()
        self._old: dict[str, list[Node]] = {}
        self._nodes: dict[str, Node] = {}
        for name in _MADE:
            node = root.child(name)
            if node is not None:
                self._nodes[name] = node
                self._old[name] = node.children
        self._new: dict[str, list[bytes]] = {
            name: [] if self._old.get(name) else [self._spelt(one) for one in _SECTIONS[name]] for name in _MADE
        }
        self._known: dict[tuple[str, bytes], int] = {}
        self._fills: dict[tuple[Severity, str], int] = {}
        there = len(self._old.get("cellXfs", ())) + len(self._new["cellXfs"])
        if highest >= _MOST_FORMATS:
            raise Unpatchable
        self._new["cellXfs"] += [self._spelt(_SECTIONS["cellXfs"][0])] * (highest + 1 - there)

    def marked(self, base: int, severity: Severity) -> int:
        """The format that is like number `base` but coloured for the severity.

        Formats that differ in their fills alone get shades that differ, so that a program which puts equal formats
        together cannot lose which one a cell had before.
        """
        tag, rest, was = self._format(base)
        ordinal = self._fills.setdefault((severity, was), sum(one == severity for one, _ in self._fills)) % _SHADES
        red, green, blue = COLOURS[severity]
        fill = self._solid(f"{red:02X}{green:02X}{blue - ordinal:02X}")
        tag = with_attribute(with_attribute(tag, "fillId", str(fill)), "applyFill", "1")
        return self._add("cellXfs", tag + rest)

    def own(self, look: Look) -> int:
        """The format of a cell of our own."""
        p = self._prefix.decode()
        colour = f'<{p}color rgb="FF{look.colour}"/>' if look.colour else ""
        font = self._add(
            "fonts",
            (
                f'<{p}font>{f"<{p}b/>" if look.bold else ""}{f"<{p}u/>" if look.link else ""}<{p}sz val="{look.size}"/>'
                f'{colour}<{p}name val="{look.font}"/><{p}family val="3"/><{p}charset val="134"/></{p}font>'
            ).encode(),
        )
        fill = self._solid(look.fill) if look.fill else 0
        border = self._add("borders", self._spelt(_BORDER)) if look.border else 0
        kind = _TEXT_FORMAT if look.text else "0"
        protection = "" if look.locked else f'<{p}protection locked="0"/>'
        return self._add(
            "cellXfs",
            (
                f'<{p}xf numFmtId="{kind}" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" applyFont="1" '
                f'applyFill="1" applyBorder="1" applyAlignment="1" applyNumberFormat="1" applyProtection="1">'
                f'<{p}alignment horizontal="{look.across}" vertical="{look.down}" wrapText="{int(look.wrap)}"/>'
                f"{protection}</{p}xf>"
            ).encode(),
        )

    def result(self) -> bytes:
        """The part with what was added. Raises Unpatchable where there would be more formats than programs take."""
        edits = Edits(self._part)
        for name in _MADE:
            added, node = self._new[name], self._nodes.get(name)
            total = len(self._old.get(name, ())) + len(added)
            if name == "cellXfs" and total > _MOST_FORMATS:
                raise Unpatchable
            if not added:
                continue
            if node is not None:
                edits.append(node, b"".join(added), count=str(total))
            else:
                tag = b"<%s%s count=%s>" % (self._prefix, name.encode(), quoted(str(total)))
                section = tag + b"".join(added) + b"</%s%s>" % (self._prefix, name.encode())
                self._insert(edits, name, section)
        return edits.result()

    def _insert(self, edits: Edits, name: str, section: bytes) -> None:
        """A section that was missing goes behind the last one that comes before it."""
        order = list(_SECTIONS)
        before = [node for node in self._root.children if node.local in order[: order.index(name)]]
        edits.insert(before[-1].end if before else self._root.inner, section)

    def _format(self, number: int) -> tuple[bytes, bytes, str]:
        """The tag, the rest and the fill of a format; a number that there is none of means the first one."""
        nodes = self._old.get("cellXfs")
        if not nodes:
            return self._new["cellXfs"][0], b"", "0"
        node = nodes[number if 0 <= number < len(nodes) else 0]
        return (
            self._part[node.start : node.inner],
            b"" if node.closed else self._part[node.inner : node.end],
            node.attributes.get("fillId", "0"),
        )

    def _spelt(self, entry: bytes) -> bytes:
        """The entry with the part's own prefix."""
        return re.sub(rb"<(/?)(?=[a-zA-Z])", rb"<\1" + self._prefix, entry) if self._prefix else entry

    def _solid(self, colour: str) -> int:
        p = self._prefix.decode()
        fill = (
            f'<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="FF{colour}"/><{p}bgColor indexed="64"/>'
            f"</{p}patternFill></{p}fill>"
        )
        return self._add("fills", fill.encode())

    def _add(self, section: str, entry: bytes) -> int:
        """The number of this entry in its section: an equal one that is there already, else a new one."""
        if not self._known:
            self._know()
        number = self._known.get((section, entry))
        if number is None:
            number = len(self._old.get(section, ())) + len(self._new[section])
            self._new[section].append(entry)
            self._known[section, entry] = number
        return number

    def _know(self) -> None:
        self._known["", b""] = 0
        for section in ("fonts", "fills", "borders", "cellXfs"):
            for number, node in enumerate(self._old.get(section, ())):
                self._known.setdefault((section, self._part[node.start : node.end]), number)
