"""The workbook's own part: its sheets in their order, new ones behind the last, and which of them is seen first."""

from typing import Final, NamedTuple

from enforcer.workbook.formats.xml_walk import attribute
from enforcer.workbook.marking.container import Container, is_strict
from enforcer.workbook.marking.xml_edits import Edits, Node, Unpatchable, escaped, quoted, tree

WORKSHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
STYLES_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_APPLICATION: Final = "docProps/app.xml"
_TRANSITIONAL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"


class Listed(NamedTuple):
    """A sheet as the workbook lists it: its name and its part."""

    name: str
    part: str
    is_worksheet: bool


class WorkbookPart:
    """The workbook of a container. Raises Unpatchable where it cannot be read."""

    def __init__(self, container: Container, name: str) -> None:
        part = container.read(name)
        if part is None:
            raise Unpatchable
        self._container, self.name = container, name
        self.strict = is_strict(part)
        self.related = container.relations(name)
        self.sheets = [self._listed(node) for node in self._section(tree(part), "sheets").children]

    @property
    def namespace(self) -> str:
        """The namespace of references between parts."""
        return _STRICT if self.strict else _TRANSITIONAL

    @staticmethod
    def _section(root: Node, name: str) -> Node:
        node = root.child(name)
        if node is None:
            raise Unpatchable
        return node

    def _listed(self, node: Node) -> Listed:
        related = self.related.get(attribute(node.attributes, "id"))
        target = related.target if related else ""
        return Listed(node.attributes.get("name", ""), target, bool(related and related.kind == "worksheet"))

    def part_of(self, name: str) -> str | None:
        """The part of the worksheet with that name."""
        return next((one.part for one in self.sheets if one.name == name and one.is_worksheet), None)

    def related_part(self, kind: str) -> str | None:
        """The part that the workbook relates to by this kind."""
        return next((one.target for one in self.related.values() if one.kind == kind), None)

    def free_name(self, wanted: str) -> str:
        """The name, or one like it that no sheet bears."""
        taken = {one.name.lower() for one in self.sheets}
        name, number = wanted, 2
        while name.lower() in taken:
            name, number = f"{wanted}({number})", number + 1
        return name

    def place(self, name: str, content: bytes, *, state: str = "") -> None:
        """Writes a sheet of ours: over the one of that name where there is one, else behind the last sheet."""
        part = self.part_of(name)
        if part is not None:
            self._container.write(part, content)
            folder, _, file = part.rpartition("/")
            self._container.drop(f"{folder}/_rels/{file}.rels")
            self._restate(name, state)
            return
        part = self._container.fresh("xl/worksheets/enforcer%d.xml")
        self._container.write(part, content)
        self._container.declare(part, WORKSHEET_TYPE)
        relation = self._container.relate(self.name, "worksheet", part, strict=self.strict)
        book = self._container.read(self.name) or b""
        root = tree(book)
        sheets = self._section(root, "sheets")
        numbers = [one.attributes.get("sheetId", "0") for one in sheets.children]
        number = max((int(one) for one in numbers if one.isdigit()), default=0) + 1
        hidden = f' state="{state}"' if state else ""
        entry = b'<%ssheet xmlns:r="%s" name=%s sheetId="%d"%s r:id="%s"/>' % (
            sheets.prefix.encode(),
            self.namespace.encode(),
            quoted(name),
            number,
            hidden.encode(),
            relation.encode(),
        )
        edits = Edits(book)
        edits.append(sheets, entry)
        self._container.write(self.name, edits.result())
        self.sheets.append(Listed(name, part, True))
        self._title(name)

    def _restate(self, name: str, state: str) -> None:
        book = self._container.read(self.name) or b""
        edits = Edits(book)
        for node in self._section(tree(book), "sheets").children:
            if node.attributes.get("name") == name and node.attributes.get("state", "") != state:
                edits.retag(node, state=state or None)
        self._container.write(self.name, edits.result())

    def show_first(self, name: str) -> None:
        """Has the sheet be the one that is seen when the workbook is opened."""
        index = next(place for place, one in enumerate(self.sheets) if one.name == name)
        book = self._container.read(self.name) or b""
        root, edits = tree(book), Edits(book)
        views = root.child("bookViews")
        if views is not None and views.children:
            for view in views.children:
                edits.retag(view, activeTab=str(index))
        else:
            p = root.prefix
            content = f'<{p}workbookView activeTab="{index}"/>'.encode()
            if views is not None:
                edits.append(views, content)
            else:
                edits.insert(
                    self._section(root, "sheets").start,
                    f"<{p}bookViews>".encode() + content + f"</{p}bookViews>".encode(),
                )
        self._container.write(self.name, edits.result())

    def _title(self, name: str) -> None:
        """Adds the sheet to the list of titles in the file's properties, where that list is as it should be."""
        part = self._container.read(_APPLICATION)
        if part is None:
            return
        try:
            root = tree(part)
        except Unpatchable:
            return
        pairs, titles = (self._vector(root, one) for one in ("HeadingPairs", "TitlesOfParts"))
        count = self._first_count(pairs)
        if (
            pairs is None
            or titles is None
            or count is None
            or not 0 < int(self._text(part, count)) <= len(titles.children)
        ):
            return
        known = int(self._text(part, count))
        last = titles.children[known - 1]
        edits = Edits(part)
        edits.replace(count.inner, count.stop, str(known + 1).encode())
        edits.insert(last.end, b"<%s>%s</%s>" % (last.name.encode(), escaped(name), last.name.encode()))
        edits.retag(titles, size=str(len(titles.children) + 1))
        self._container.write(_APPLICATION, edits.result())

    @staticmethod
    def _vector(root: Node, name: str) -> Node | None:
        node = root.child(name)
        return node.child("vector") if node else None

    @staticmethod
    def _text(part: bytes, node: Node) -> str:
        text = part[node.inner : node.stop].strip()
        return text.decode() if text.isdigit() else "0"

    @staticmethod
    def _first_count(pairs: Node | None) -> Node | None:
        """The number in the first pair of headings, which is that of the worksheets."""
        variants = pairs.children if pairs else []
        return variants[1].child("i4") if len(variants) > 1 else None
