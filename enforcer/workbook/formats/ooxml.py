"""Reads .xlsx and .xlsm: looks at every part first, then shows python-calamine a container made only of those."""

import re
from typing import NamedTuple

from enforcer.workbook.book import Sheet, Visibility
from enforcer.workbook.causes import Refusal, note
from enforcer.workbook.formats import calamine, opc
from enforcer.workbook.formats.contents import Contents
from enforcer.workbook.formats.package import Package, stored
from enforcer.workbook.formats.sheet_facts import Doubtful, Facts, facts, without_prefix
from enforcer.workbook.formats.strings import Strings, plain_strings
from enforcer.workbook.formats.xml_walk import Attributes, attribute, utf8, walk
from enforcer.workbook.limits import Budget

_STATES: dict[str, Visibility] = {"hidden": "hidden", "veryHidden": "very hidden"}
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SHEET = f'<worksheet xmlns="{_MAIN}">'.encode()
_SHARED_INDEX = rb'<c [^<>]*?t="s"[^<>]*>(?:<f[^<>]*/>|<f[^<>]*>[^<]*</f>)?<v>([0-9]{1,9})</v>'


class _Entry(NamedTuple):
    """A worksheet as the workbook part lists it."""

    name: str
    order: int
    visibility: Visibility
    target: str


class _Shared(NamedTuple):
    """What the sheets of a workbook share: strings, styles, and whether their days are counted from 1904."""

    strings: Strings
    styles: bytes | None
    in_1904: bool


def read(package: Package, root: dict[str, opc.Relationship], main: str, budget: Budget) -> Contents:
    """The contents of the workbook whose part is `main`. Raises Refusal."""
    related = opc.relationships(package, main, budget)
    entries, in_1904 = _workbook(opc.needed(package, main), related, budget)
    shared = _Shared(_strings(package, related, budget), _named(package, related, "styles"), in_1904)
    try:
        found = [_facts(utf8(opc.needed(package, entry.target)), budget) for entry in entries]
        sheets = _sheets(entries, found, shared, budget)
    except Refusal as refusal:
        if refusal.cause != "broken":
            raise
        # Written in the plain way, and still something that the reader stumbles over.
        found = [_rewritten(utf8(opc.needed(package, entry.target, again=True)), budget) for entry in entries]
        sheets = _sheets(entries, found, shared, budget)
    has_macros = package.find("xl/vbaProject.bin") is not None
    return Contents(
        "xlsm" if has_macros else "xlsx",
        sheets,
        opc.custom_properties(package, root, budget),
        (note("macros"),) if has_macros else (),
    )


def _facts(part: bytes, budget: Budget) -> Facts:
    for form in (part, without_prefix(part)):
        try:
            if form is not None:
                return facts(form, budget)
        except Doubtful:
            continue
    return _rewritten(part, budget)


def _rewritten(part: bytes, budget: Budget) -> Facts:
    from enforcer.workbook.formats.sheet_rewrite import rewritten  # noqa: PLC0415 - few sheets are written oddly

    return rewritten(part, budget)


def _workbook(part: bytes, related: dict[str, opc.Relationship], budget: Budget) -> tuple[list[_Entry], bool]:
    """The worksheets in their order, and whether days are counted from 1904."""
    entries: list[_Entry] = []
    count = 0
    in_1904 = False

    def take(element: str, attributes: Attributes) -> None:
        nonlocal count, in_1904
        if element == "workbookPr":
            in_1904 = attributes.get("date1904") in ("1", "true")
        elif element == "sheet":
            target = related.get(attribute(attributes, "id"))
            if target and target.kind == "worksheet":
                visibility = _STATES.get(attributes.get("state", ""), "visible")
                entries.append(_Entry(attributes.get("name", ""), count, visibility, target.target))
            count += 1
            if count > budget.limits.sheets:
                raise Refusal("too_many_sheets", count=count, limit=budget.limits.sheets)

    walk(utf8(part), budget, take)
    return entries, in_1904


def _named(package: Package, related: dict[str, opc.Relationship], kind: str) -> bytes | None:
    """The part in UTF-8 that the workbook relates to by this kind; None where there is none."""
    target = next((one.target for one in related.values() if one.kind == kind), None)
    part = package.find(target) if target else None
    return utf8(package.read(part)) if part else None


def _strings(package: Package, related: dict[str, opc.Relationship], budget: Budget) -> Strings:
    part = _named(package, related, "sharedStrings")
    return plain_strings(part, budget) if part else Strings(b"", 0, ())


def _count_text(sheets: list[Facts], strings: Strings, budget: Budget) -> None:
    """Takes the sheets' text from the budget: one long string shown in a million cells is a million long strings."""
    for sheet in sheets:
        at_most = strings.longest * ((sheet.end - sheet.start) // len(b'<c r="A1" t="s"><v>0</v></c>'))
        if at_most <= budget.text // 2:
            budget.write(at_most)
            continue
        size = 0
        for number in re.compile(_SHARED_INDEX).findall(sheet.part, sheet.start, sheet.end):
            index = int(number)
            size += strings.sizes[index] if index < len(strings.sizes) else 0
        budget.write(size)


def _sheets(entries: list[_Entry], found: list[Facts], shared: _Shared, budget: Budget) -> tuple[Sheet, ...]:
    """The sheets, their cells as python-calamine reads them from a container of nothing but these parts."""
    if not entries:
        return ()
    _count_text(found, shared.strings, budget)
    content = stored(_plain_parts(found, shared))
    # The reader is about to make its own copy: holding on to another would only cost memory.
    found[:] = [seen._replace(part=b"") for seen in found]
    workbook = calamine.opened(content)
    del content
    sheets = []
    for position, (entry, seen) in enumerate(zip(entries, found, strict=True)):
        grid = calamine.grid(workbook, position, budget)
        sheets.append(
            Sheet(
                entry.name,
                entry.order,
                entry.visibility,
                *grid,
                merges=seen.merges,
                hidden_rows=seen.hidden_rows,
                hidden_columns=seen.hidden_columns,
                errors=seen.errors,
                formulas=seen.formulas,
                uncalculated=seen.uncalculated,
                validations=seen.validations,
            )
        )
    return tuple(sheets)


def _plain_parts(found: list[Facts], shared: _Shared) -> dict[str, tuple[bytes | memoryview, ...]]:
    """The parts of a workbook that holds these sheets and nothing else."""
    listed, related = [], []
    parts: dict[str, tuple[bytes | memoryview, ...]] = {}
    for number, sheet in enumerate(found, 1):
        listed.append(f'<sheet name="{number}" sheetId="{number}" r:id="s{number}"/>')
        related.append(("worksheet", f"s{number}", f"worksheets/s{number}.xml"))
        cells = memoryview(sheet.part)[sheet.start : sheet.end] or b"<sheetData>"
        parts[f"xl/worksheets/s{number}.xml"] = (_SHEET, cells, b"</sheetData></worksheet>")
    if shared.strings.part:
        related.append(("sharedStrings", "strings", "sharedStrings.xml"))
        parts["xl/sharedStrings.xml"] = (shared.strings.part,)
    if shared.styles:
        related.append(("styles", "styles", "styles.xml"))
        parts["xl/styles.xml"] = (shared.styles,)
    workbook = (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_TYPE[:-1]}"><workbookPr date1904="{int(shared.in_1904)}"/>'
        f"<sheets>{''.join(listed)}</sheets></workbook>"
    )
    return {
        "[Content_Types].xml": (b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',),
        "_rels/.rels": (_relations([("officeDocument", "book", "xl/workbook.xml")]),),
        "xl/workbook.xml": (workbook.encode(),),
        "xl/_rels/workbook.xml.rels": (_relations(related),),
        **parts,
    }


def _relations(related: list[tuple[str, str, str]]) -> bytes:
    lines = (f'<Relationship Id="{key}" Type="{_TYPE}{kind}" Target="{target}"/>' for kind, key, target in related)
    return f'<Relationships xmlns="{_PACKAGE}">{"".join(lines)}</Relationships>'.encode()
