"""The notes of a sheet: the part with their texts, and the old drawing part without which Excel shows none of them."""

import html
import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from enforcer.workbook.book import Address
from enforcer.workbook.formats.sheet_facts import column_number
from enforcer.workbook.marking.addresses import CELL, cell_name
from enforcer.workbook.marking.xml_edits import Edits, Node, Unpatchable, cell_text, tree

AUTHOR: Final = "审核意见"
SEPARATOR: Final = "────────── 审核意见 ──────────"
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRICT: Final = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_THREADED: Final = "tc="
_SHAPE: Final = re.compile(rb"<v:shape\b(?:(?!</v:shape>).)*</v:shape>", re.DOTALL)
_ROW, _COLUMN = re.compile(rb"<x:Row>\s*(\d+)\s*</x:Row>"), re.compile(rb"<x:Column>\s*(\d+)\s*</x:Column>")
_SHAPE_NUMBER: Final = re.compile(rb"_x0000_s(\d{1,9})")
_SHAPE_TYPE: Final = "_x0000_t202"
_FIRST_SHAPE: Final = 1025
_VML: Final = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/>'
    "</o:shapelayout></xml>"
)
_VML_TYPE: Final = (
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_VML_NAMES: Final = {
    b"v": b"urn:schemas-microsoft-com:vml",
    b"o": b"urn:schemas-microsoft-com:office:office",
    b"x": b"urn:schemas-microsoft-com:office:excel",
}
_FONT: Final = '<{p}sz val="9"/><{p}color indexed="81"/><{p}rFont val="宋体"/><{p}charset val="134"/>'
_BOX_WIDTH: Final = 340
_LINE_HEIGHT: Final = 15
_CHARACTERS_A_LINE: Final = 27
_MOST_LINES: Final = 34


class Geometry(NamedTuple):
    """How wide columns and how high rows are, in pixels, where it differs from the usual."""

    width: Mapping[int, int]
    height: Mapping[int, int]


class Notes:
    """The texts of a sheet's notes. Raises Unpatchable where the part cannot be read."""

    def __init__(self, part: bytes | None, *, strict: bool = False) -> None:
        self._part = (
            part
            or (
                f'<comments xmlns="{_STRICT if strict else _MAIN}"><authors></authors><commentList></commentList>'
                "</comments>"
            ).encode()
        )
        root = tree(self._part)
        authors, listed = root.child("authors"), root.child("commentList")
        if authors is None or listed is None:
            raise Unpatchable
        self._prefix, self._authors, self._list = root.prefix, authors, listed
        names = [html.unescape(self._text(one)) for one in authors.children]
        self._own = names.index(AUTHOR) if AUTHOR in names else None
        self._threaded = {str(number) for number, name in enumerate(names) if name.startswith(_THREADED)}
        self._old: dict[Address, Node] = {}
        for node in listed.children:
            found = CELL.fullmatch(node.attributes.get("ref", ""))
            if found:
                self._old[int(found[2]), column_number(found[1])] = node

    def _text(self, node: Node) -> str:
        return self._part[node.inner : node.stop].decode("utf-8", "replace")

    def cleared(self) -> tuple[bytes, frozenset[Address]]:
        """The part without the notes that an earlier marking wrote, and the cells whose whole note went."""
        edits = Edits(self._part)
        gone = set()
        for address, node in self._old.items():
            if self._own is not None and node.attributes.get("authorId") == str(self._own):
                edits.replace(node.start, node.end, b"")
                gone.add(address)
                continue
            self._cut(edits, node)
        return edits.result(), frozenset(gone)

    def _cut(self, edits: Edits, node: Node) -> None:
        """Takes away what was put below the separator of a note that the unit had written itself."""
        text = node.child("text")
        marker = SEPARATOR.encode()
        if text is None or marker not in self._part[text.start : text.end]:
            return
        found = False
        for run in text.children:
            pieces = [run] if run.local == "t" else list(run.all("t"))
            if found and run.local in ("r", "t"):
                edits.replace(run.start, run.end, b"")
                continue
            for piece in pieces:
                at = self._part.find(marker, piece.inner, piece.stop)
                if at >= 0:
                    found = True
                    before = self._part[piece.inner : at].rstrip(b"\n").removesuffix(b"&#10;")
                    if before:
                        edits.replace(piece.inner, piece.stop, before)
                    else:
                        edits.replace(run.start, run.end, b"")

    def written(self, texts: Mapping[Address, str]) -> tuple[bytes, tuple[Address, ...]]:
        """The part with these notes, and the cells for which a shape is needed.

        A note that the unit had there is kept, with ours below a line. A threaded one is left alone: programs that
        know threads show nothing else there.
        """
        edits, p = Edits(self._part), self._prefix
        own, new, shapes = self._own, [], []
        if own is None:
            own = len(self._authors.children)
            edits.append(self._authors, f"<{p}author>{AUTHOR}</{p}author>".encode())
        for address, text in sorted(texts.items()):
            node = self._old.get(address)
            if node is None:
                runs = self._runs(text)
                head = f'<{p}comment ref="{cell_name(*address)}" authorId="{own}"><{p}text>'.encode()
                new.append(head + runs + f"</{p}text></{p}comment>".encode())
                shapes.append(address)
            elif node.attributes.get("authorId") not in self._threaded and (kept := node.child("text")) is not None:
                self._append(edits, kept, text)
        edits.append(self._list, b"".join(new))
        return edits.result(), tuple(shapes)

    def _append(self, edits: Edits, kept: Node, text: str) -> None:
        p = self._prefix
        runs = self._runs(f"\n{SEPARATOR}\n{text}", bold=False)
        plain = kept.child("t")
        if plain is not None:
            # A note that is one plain text becomes a run of it, for a plain text cannot stand beside runs.
            tag = f"<{p}r>".encode() + self._part[plain.start : plain.end] + f"</{p}r>".encode()
            edits.replace(plain.start, plain.end, tag + runs)
        else:
            last = [one.end for one in kept.children if one.local == "r"]
            edits.insert(last[-1], runs) if last else edits.append(kept, runs)

    def _runs(self, text: str, *, bold: bool = True) -> bytes:
        """The text as runs; its first line bold."""
        first, _, rest = text.partition("\n") if bold else ("", "", text)
        pieces = [(first, True), ("\n" + rest if first and rest else rest, False)]
        p = self._prefix
        font = _FONT.format(p=p)
        return b"".join(
            f'<{p}r><{p}rPr>{f"<{p}b/>" if heavy else ""}{font}</{p}rPr><{p}t xml:space="preserve">'.encode()
            + cell_text(piece)
            + f"</{p}t></{p}r>".encode()
            for piece, heavy in pieces
            if piece
        )


def without_shapes(part: bytes, cells: frozenset[Address]) -> bytes:
    """The drawing part without the shapes of these cells' notes."""
    return _SHAPE.sub(lambda found: b"" if _cell_of(found[0]) in cells else found[0], part)


def _cell_of(shape: bytes) -> Address | None:
    row, column = _ROW.search(shape), _COLUMN.search(shape)
    return (int(row[1]) + 1, int(column[1]) + 1) if row and column else None


def with_shapes(
    part: bytes | None, texts: Mapping[Address, str], cells: Iterable[Address], geometry: Geometry
) -> bytes:
    """The drawing part with a hidden box for each of these cells, right of it and as high as its text asks.

    Raises Unpatchable where the part has no end to put them before.
    """
    part = part or _VML.encode()
    end = part.rfind(b"</xml>")
    if end < 0:
        raise Unpatchable
    number = max((int(one) for one in _SHAPE_NUMBER.findall(part)), default=_FIRST_SHAPE - 1)
    names = b"".join(
        b' xmlns:%s="%s"' % (prefix, uri) for prefix, uri in _VML_NAMES.items() if b"xmlns:%s=" % prefix not in part
    )
    shapes = [] if _SHAPE_TYPE.encode() + b'"' in part else [_VML_TYPE.encode()]
    for number_of, address in enumerate(cells, number + 1):
        shapes.append(_shape(number_of, address, _anchor(address, texts[address], geometry)))
    if names:
        shapes = [re.sub(rb"^<v:(\w+)", rb"<v:\1" + names, one) for one in shapes]
    return part[:end] + b"".join(shapes) + part[end:]


def _shape(number: int, address: Address, anchor: str) -> bytes:
    row, column = address
    return (
        f'<v:shape id="_x0000_s{number}" type="#{_SHAPE_TYPE}" '
        'style="position:absolute;margin-left:60pt;margin-top:2pt;'
        f'width:{_BOX_WIDTH * 3 // 4}pt;height:90pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" '
        'o:insetmode="auto">'
        '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
        '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
        f'<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
        f"<x:AutoFill>False</x:AutoFill><x:Row>{row - 1}</x:Row><x:Column>{column - 1}</x:Column>"
        "</x:ClientData></v:shape>"
    ).encode()


def _anchor(address: Address, text: str, geometry: Geometry) -> str:
    """Left column and offset, top row and offset, right column and offset, bottom row and offset."""
    row, column = address
    lines = sum(1 + len(line) // _CHARACTERS_A_LINE for line in text.split("\n"))
    height = (min(lines, _MOST_LINES) + 1) * _LINE_HEIGHT
    right, into = _reached(column + 1, _BOX_WIDTH + 12, geometry.width, 64)
    top = max(row - 1, 1)
    bottom, below = _reached(top, height + 6, geometry.height, 20)
    return f"{column}, 12, {top - 1}, 6, {right - 1}, {into}, {bottom - 1}, {below}"


def _reached(start: int, pixels: int, sizes: Mapping[int, int], usual: int) -> tuple[int, int]:
    """The column or row in which so many pixels from `start` on end, and how far into it."""
    while (size := sizes.get(start, usual)) <= pixels:
        pixels -= size
        start += 1
    return start, pixels
